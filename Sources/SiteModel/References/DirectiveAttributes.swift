import Diagnostics
import Markdown

/// Reads the attributes of one directive by name, and reports those that are unknown.
struct DirectiveAttributes {
  let directive: MarkdownDirective
  private var known: [String] = []
  private(set) var found: [Diagnostic] = []
  /// Whether one of the attributes names something that is not published, which is reported.
  private(set) var namesDraft = false

  init(_ directive: MarkdownDirective) {
    self.directive = directive
  }

  mutating func take(_ name: String) -> MarkdownAttribute? {
    known.append(name)
    return directive.attributes.first { $0.name == name }
  }

  mutating func report(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: Message, hint: Message? = nil,
    at location: SourceLocation, fix: Diagnostic.Fix? = nil
  ) {
    found.append(Diagnostic(severity, code, message, hint: hint, at: location, fix: fix))
    if code == .draftReference { namesDraft = true }
  }

  mutating func finish() {
    let list: Message? = known.isEmpty ? nil : "its attributes are \(list: known)"
    var unknown = 0
    var before: MarkdownAttribute?
    for attribute in directive.attributes {
      defer { before = attribute }
      guard unknown < FindingList.limit, !known.contains(attribute.name) else { continue }
      unknown += 1
      report(
        .error, .unknownAttribute, "'\(directive.name)' has no attribute '\(attribute.name)'",
        hint: didYouMean(attribute.name, among: known) ?? quoted(before, attribute) ?? list, at: attribute.location)
    }
  }

  /// `title=Clean air` has two attributes, and was meant as one.
  private func quoted(
    _ before: MarkdownAttribute?, _ attribute: MarkdownAttribute
  ) -> Message? {
    guard let before, !before.value.isEmpty, attribute.value.isEmpty, known.contains(before.name) else { return nil }
    return "write \(before.name)=\"\(before.value) \(attribute.name)\": a value with a space needs quotes"
  }
}
