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
    for attribute in directive.attributes where unknown < FindingList.limit && !known.contains(attribute.name) {
      unknown += 1
      report(
        .error, .unknownAttribute, "'\(directive.name)' has no attribute '\(attribute.name)'",
        hint: didYouMean(attribute.name, among: known) ?? list,
        at: attribute.location)
    }
  }
}
