import Diagnostics

/// One template as a tree, white space already settled.
struct ParsedTemplate {
  let name: String
  let source: SourceText
  let nodes: [TemplateNode]
  /// Findings of syntax. Where one is an error, `nodes` is empty.
  let diagnostics: [Diagnostic]
}

enum TemplateNode {
  case text([UInt8])
  case variable(ValueName, isEscaped: Bool)
  case section(SectionNode)
  case inclusion(InclusionNode)
  case block(BlockNode)
}

/// A name in the data: `title`, `plan.title`, or `.`, which has no parts.
struct ValueName {
  let parts: [String]
  let range: SourceRange

  var text: String { parts.isEmpty ? "." : parts.joined(separator: ".") }
}

struct SectionNode {
  let name: ValueName
  let isInverted: Bool
  let children: [TemplateNode]
}

/// `{{>name}}` or `{{<name}}…{{/name}}`.
struct InclusionNode {
  enum Target {
    case template(String)
    case dynamic(ValueName)
  }

  let target: Target
  let range: SourceRange
  /// Put before every line of the included template.
  let indentation: [UInt8]
  /// What fills the blocks of the included template.
  let fillings: [BlockNode]
  /// Tags between the fillings, which nothing will ever show.
  let ignored: [SourceRange]
}

/// `{{$name}}…{{/name}}`: a place that can be filled, with what stands there otherwise; inside `{{<parent}}`, the
/// filling.
struct BlockNode {
  let name: String
  let range: SourceRange
  /// Put before every line of what is shown here.
  let indentation: [UInt8]
  /// Alone on its line, so that what is shown here begins a line.
  let beginsLine: Bool
  let children: [TemplateNode]
}
