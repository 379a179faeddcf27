import Bytes
import Diagnostics
import Markup

/// Compiled templates, all checked against the shape that each root template gets.
package final class TemplateSet: Sendable {
  /// A template that is rendered by name, and the shape of the view that it gets.
  package struct Root: Sendable {
    package let name: String
    package let shape: ViewShape

    package init(name: String, shape: ViewShape) {
      self.name = name
      self.shape = shape
    }
  }

  let program: Program
  let shapes: ShapeTable
  /// By name of a root: its template and its shape.
  private let roots: [String: (template: Int, shape: ViewShape)]
  /// By name of a root.
  private let usedNames: [String: Set<String>]

  private init(_ templates: [ParsedTemplate], roots: [Root]) {
    let compiler = ProgramCompiler(templates)
    program = compiler.program
    shapes = ShapeTable(reachableShapes(from: roots.map(\.shape)), names: compiler.names)
    var known: [String: (Int, ViewShape)] = [:]
    for root in roots { known[root.name] = program.templates[root.name].map { ($0, root.shape) } }
    self.roots = known
    let uses = UsedNames(templates)
    usedNames = Dictionary(uniqueKeysWithValues: known.keys.map { ($0, uses.names(from: $0)) })
  }
}

// MARK: - Compiling

extension TemplateSet {
  /// Compiles and checks. There is a value where there is no error.
  ///
  /// A name that no view offers is `template.unknown-name`; a template that does not exist, `template.missing`; a use
  /// that does not fit the kind of the name, `template.wrong-use`; a broken tag, `template.syntax` or
  /// `template.unclosed-section`; an inclusion without end, `template.recursion`. What `{{>*name}}` includes is known only while rendering: a template reached in
  /// no other way is checked for its syntax only, and a name that no template has includes nothing.
  ///
  /// - Parameters:
  ///   - sources: by template name, as `section` or `partials/nav`.
  ///   - siteProvided: names of templates that the site's author wrote. One that no root reaches is the warning
  ///     `template.unused`.
  package static func compile(
    _ sources: [String: SourceText], roots: [Root], siteProvided: Set<String> = []
  ) -> Checked<TemplateSet> {
    let templates = parse(sources)
    var checker = TemplateChecker(templates)
    checker.check(roots, siteProvided: siteProvided)
    let diagnostics = (templates.flatMap(\.diagnostics) + checker.diagnostics).sorted()
    guard !diagnostics.hasErrors else { return Checked(failed: diagnostics) }
    return Checked(TemplateSet(templates, roots: roots), diagnostics)
  }

  /// Compiles without shapes, as Mustache itself is defined: a missing name or template shows nothing.
  package static func compileLeniently(_ sources: [String: SourceText]) -> Checked<TemplateSet> {
    let templates = parse(sources)
    let diagnostics = templates.flatMap(\.diagnostics).sorted()
    guard !diagnostics.hasErrors else { return Checked(failed: diagnostics) }
    return Checked(TemplateSet(templates, roots: []), diagnostics)
  }

  private static func parse(_ sources: [String: SourceText]) -> [ParsedTemplate] {
    // sorted: the order of templates decides the order of findings
    sources.sorted { $0.key < $1.key }.map { TemplateParser.parse($0.key, $0.value) }
  }
}

// MARK: - Rendering

extension TemplateSet {
  /// Whether a root, or what it includes, may look a field up. One that it does not may be left empty.
  package func uses(_ field: String, in root: String) -> Bool {
    guard let names = usedNames[root] else { return true }
    return names.contains(field) || names.contains(ViewShape.flagName(ofList: field))
  }

  /// Appends the template `root`, which must be one of the roots, shown with `view`.
  @discardableResult
  package func render(_ root: String, _ view: View, into output: inout ByteBuffer) -> [PrintedSlot] {
    guard let (template, shape) = roots[root] else { preconditionFailure("'\(root)' is no root template") }
    precondition(view.shape === shape, "'\(root)' was checked for '\(shape.name)', not for '\(view.shape.name)'")
    var renderer = Renderer(self)
    renderer.render(template, .view(view), into: &output)
    return renderer.printedSlots
  }

  /// Appends a template that was compiled leniently, shown with anything.
  package func renderLeniently(_ template: String, _ value: ViewValue, into output: inout ByteBuffer) {
    guard let template = program.templates[template] else { preconditionFailure("there is no such template") }
    var renderer = Renderer(self)
    renderer.render(template, value, into: &output)
  }
}

/// Where a piece of HTML or a marked text stands in the output.
package struct PrintedSlot: Sendable {
  package let slot: HTMLSlot
  package let place: Range<Int>
}
