import Bytes
import Diagnostics
import Markup

/// Compiled templates, checked against the shape of the view that each root template shows.
package final class TemplateSet: Sendable {
  /// A template that a page is made with, and the shape of the view that it shows.
  package struct Root: Sendable {
    package let name: String
    package let shape: ViewShape

    package init(name: String, shape: ViewShape) {
      self.name = name
      self.shape = shape
    }
  }

  let program: Program
  let names: TemplateNames
  let shapes: ShapeTable
  private let roots: [String: (template: Int, shape: ViewShape)]

  private init(_ templates: [ParsedTemplate], roots: [Root]) {
    let compiler = ProgramCompiler(templates)
    program = compiler.program
    names = compiler.names
    shapes = ShapeTable(reachableShapes(from: roots.map(\.shape)), names: compiler.names)
    var known: [String: (Int, ViewShape)] = [:]
    for root in roots { known[root.name] = program.templates[root.name].map { ($0, root.shape) } }
    self.roots = known
  }
}

// MARK: - Compiling

extension TemplateSet {
  /// Compiles and checks templates. Has a value unless there is an error.
  ///
  /// Reports a name that no view has (`template.unknown-name`), a template that does not exist (`template.missing`), a
  /// use that does not fit the kind of a name (`template.wrong-use`), a broken tag (`template.syntax`,
  /// `template.unclosed-section`) an endless inclusion
  /// (`template.recursion`) and inclusions that multiply (`template.too-large`). The template that `{{>*name}}`
  /// includes is known only while rendering: a template that nothing else includes is checked for its syntax only, and a
  /// name that is not the name of a template includes nothing.
  ///
  /// - Parameters:
  ///   - sources: By template name, as `section` or `partials/nav`.
  ///   - siteProvided: Names of templates that the site's author wrote. One that no root reaches is reported as the
  ///     warning `template.unused`.
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

  /// Compiles without shapes, by the Mustache specification: a missing name or template shows nothing. Sites never do so: it
  /// serves the tests of the specification and the fuzzer.
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
  /// Appends the template `root`, which must be one of the roots, shown with `view`.
  package func render(_ root: String, _ view: View, into output: inout ByteBuffer) {
    guard let (template, shape) = roots[root] else { preconditionFailure("'\(root)' is not a root template") }
    precondition(view.shape == ObjectIdentifier(shape), "'\(root)' was checked for '\(shape.name)', not for this view")
    var renderer = Renderer(self)
    renderer.render(template, .view(view), into: &output)
  }

  /// Appends a template that was compiled leniently, shown with any value. For tests, as `compileLeniently`.
  package func renderLeniently(_ template: String, _ value: ViewValue, into output: inout ByteBuffer) {
    guard let index = program.templates[template] else { preconditionFailure("template '\(template)' does not exist") }
    var renderer = Renderer(self)
    renderer.render(index, value, into: &output)
  }
}
