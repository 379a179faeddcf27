import Diagnostics

/// Checks every root template by walking it as rendering does, with shapes instead of views.
///
/// A template is checked once for each combination of context and fillings that it is included with.
struct TemplateChecker {
  let templates: [ParsedTemplate]
  let indices: [String: Int]
  private let blockNames: BlockNames
  private let near: NearNames
  private(set) var diagnostics: [Diagnostic] = []

  var shapes = KnownShapes([])
  private var scopes = FillingScopes()
  private var visits: [Visit] = []
  private var visitIndices: [Visit.Key: Int] = [:]
  private var inclusions: [RecursionCheck.Inclusion] = []
  private var inclusionRanges: [TemplateRange] = []
  private var reported: Set<Finding> = []
  /// The number of errors of each template.
  private var errors: [Int]
  private var includesDynamically = false

  /// Empirically derived: real themes stay below a few hundred. A theme above the limit would take minutes.
  private static let visitLimit = 20_000

  /// A byte range of a template.
  struct TemplateRange: Hashable {
    let template: Int
    let range: SourceRange
  }

  private struct Finding: Hashable {
    let range: TemplateRange
    let code: DiagnosticCode
  }

  /// A template in a context.
  private struct Visit {
    struct Key: Hashable {
      let template: Int
      let context: StaticContext
      let scope: Int
    }

    let key: Key
    /// The first inclusion that led here; nil for a root.
    let reason: TemplateRange?
  }

  /// The state of the walk at one node.
  struct Position {
    var template: Int
    var context: StaticContext
    var scope: Int
    /// Why the walk is in this template or filling.
    var reason: (message: Message, range: TemplateRange)?
    /// The visit, and the origins of the views that were entered since it began.
    let visit: Int
    var origins: RecursionCheck.Origins = [:]
  }

  init(_ templates: [ParsedTemplate]) {
    self.templates = templates
    errors = Array(repeating: 0, count: templates.count)
    indices = Dictionary(uniqueKeysWithValues: templates.enumerated().map { ($1.name, $0) })
    blockNames = BlockNames(templates, indices: indices)
    let names = templates.map(\.name)
    near = NearNames { names }
  }

  mutating func check(_ roots: [TemplateSet.Root], siteProvided: Set<String>) {
    shapes = KnownShapes(roots.map(\.shape))
    for root in roots {
      guard let template = indices[root.name] else {
        diagnostics.append(
          Diagnostic(
            .error, .templateMissing, "template '\(root.name)' does not exist",
            at: SourceLocation(file: root.name)))
        continue
      }
      _ = visit(template, StaticContext(shapes.index(of: root.shape)), FillingScopes.none, reason: nil)
    }
    var next = 0
    while next < visits.count {
      walk(visit: next)
      next += 1
    }
    for index in RecursionCheck.endless(inclusions) { reportEndless(index) }
    for finding in ExpandedSize.findings(templates, indices: indices) { reportTooLarge(finding) }
    reportUnused(siteProvided)
  }
}

// MARK: - Walking

extension TemplateChecker {
  private mutating func visit(
    _ template: Int, _ context: StaticContext, _ scope: Int, reason: TemplateRange?
  ) -> Int? {
    let key = Visit.Key(template: template, context: context, scope: scope)
    if let index = visitIndices[key] { return index }
    guard visits.count < TemplateChecker.visitLimit else { return nil }
    visits.append(Visit(key: key, reason: reason))
    visitIndices[key] = visits.count - 1
    return visits.count - 1
  }

  private mutating func walk(visit index: Int) {
    let visit = visits[index]
    let position = Position(
      template: visit.key.template, context: visit.key.context, scope: visit.key.scope,
      reason: visit.reason.map { ("'\(templates[visit.key.template].name)' is included here", $0) },
      visit: index)
    walk(templates[visit.key.template].nodes, position)
  }

  private mutating func walk(_ nodes: [TemplateNode], _ position: Position) {
    for node in nodes {
      switch node {
      case .text: break
      case .variable(let name, let isEscaped): checkPrinted(name, isEscaped: isEscaped, position)
      case .section(let section):
        if let inner = entered(section, position) { walk(section.children, inner) }
      case .block(let block): walk(block, position)
      case .inclusion(let inclusion): walk(inclusion, position)
      }
    }
  }

  private mutating func walk(_ block: BlockNode, _ position: Position) {
    guard let filling = scopes.filling(of: block.name, in: position.scope) else {
      return walk(block.children, position)
    }
    var inner = position
    inner.reason = (
      "block '\(block.name)' is shown here", TemplateRange(template: position.template, range: block.range)
    )
    inner.template = filling.template
    inner.scope = filling.scope
    walk(filling.block.children, inner)
  }

  private mutating func walk(_ inclusion: InclusionNode, _ position: Position) {
    checkFillings(inclusion, position)
    let range = TemplateRange(template: position.template, range: inclusion.range)
    switch inclusion.target {
    case .dynamic(let name):
      includesDynamically = true
      checkDynamic(name, position)
    case .template(let name):
      guard let target = indices[name] else {
        guard hasRoom(in: position.template) else { return }
        return report(
          .templateMissing, "template '\(name)' does not exist",
          hint: near.hint(for: name),
          at: inclusion.range, position)
      }
      let scope = scopes.scope(position.scope, adding: inclusion, in: position.template)
      guard let inner = visit(target, position.context, scope, reason: range) else {
        return report(
          .templateRecursion, "templates include each other in too many different contexts",
          at: inclusion.range, position)
      }
      inclusions.append(.init(from: position.visit, to: inner, origins: position.origins))
      inclusionRanges.append(range)
    }
  }
}

// MARK: - Inclusions

extension TemplateChecker {
  private mutating func checkFillings(_ inclusion: InclusionNode, _ position: Position) {
    for range in inclusion.ignored {
      report(
        .templateWrongUse, "only blocks are shown between {{<name}} and {{/name}}",
        hint: "put it in a block, {{$name}}…{{/name}}", at: range, position)
    }
    guard case .template(let name) = inclusion.target, let target = indices[name],
      blockNames.areKnown(of: target)
    else { return }
    for filling in inclusion.fillings
    where !blockNames.contains(filling.name, in: target) && hasRoom(in: position.template) {
      let hint = blockHint(filling.name, in: target, named: name)
      report(
        .templateUnknownName, "'\(name)' has no block '\(filling.name)'", hint: hint, at: filling.range, position)
    }
  }

  private func blockHint(_ wanted: String, in target: Int, named name: String) -> Message {
    let offered = blockNames.names(of: target)
    if let hint = didYouMean(wanted, among: offered.prefix(256)) { return hint }
    if offered.isEmpty { return "'\(name)' has no blocks" }
    return "'\(name)' has \(list: offered.prefix(24) + (offered.count > 24 ? ["…"] : []))"
  }

  private mutating func reportEndless(_ index: Int) {
    let name = templates[visits[inclusions[index].from].key.template].name
    report(
      .templateRecursion, "template '\(name)' includes itself without end",
      hint: "include it in a section that goes one level deeper each time, such as {{#children}}…{{/children}}",
      at: inclusionRanges[index], related: [])
  }

  private mutating func reportTooLarge(_ finding: ExpandedSize.Finding) {
    report(
      .templateTooLarge,
      "template '\(templates[finding.template].name)' has more than \(ExpandedSize.limit >> 20) MB with all that it includes",
      hint: "include each template once; show it for each item of a list with {{#list}}…{{/list}}",
      at: TemplateRange(template: finding.template, range: finding.range), related: [])
  }

  private mutating func reportUnused(_ siteProvided: Set<String>) {
    // A dynamic name or a broken template could include any template.
    guard !includesDynamically, !templates.contains(where: { $0.diagnostics.hasErrors }) else { return }
    let used = Set(visits.map(\.key.template))
    let others = templates.map(\.name).filter { !siteProvided.contains($0) }
    for (index, template) in templates.enumerated()
    where siteProvided.contains(template.name) && !used.contains(index) {
      diagnostics.append(
        Diagnostic(
          .warning, .templateUnused, "no page uses template '\(template.name)'",
          hint: didYouMean(template.name, among: others), at: SourceLocation(file: template.source.path)))
    }
  }
}

// MARK: - Findings

extension TemplateChecker {
  mutating func report(
    _ code: DiagnosticCode, _ message: Message, hint: Message? = nil, at range: SourceRange, _ position: Position
  ) {
    report(
      code, message, hint: hint, at: TemplateRange(template: position.template, range: range),
      related: position.reason.map { [.init($0.message, at: location($0.range))] } ?? [])
  }

  /// Reports once for each range, in however many contexts it is wrong, and as many errors of a template as are listed.
  private mutating func report(
    _ code: DiagnosticCode, _ message: Message, hint: Message?, at range: TemplateRange, related: [Diagnostic.Related]
  ) {
    guard hasRoom(in: range.template), reported.insert(Finding(range: range, code: code)).inserted else { return }
    errors[range.template] += 1
    diagnostics.append(
      Diagnostic(.error, code, message, hint: hint, at: location(range), related: related))
  }

  /// Whether another error of a template is listed. Ask before a costly hint is made.
  func hasRoom(in template: Int) -> Bool { errors[template] < FindingList.limit }

  private func location(_ range: TemplateRange) -> SourceLocation {
    templates[range.template].source.location(of: range.range)
  }
}
