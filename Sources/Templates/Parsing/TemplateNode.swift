import Diagnostics

/// A template as a tree, without the white space that belongs to tags.
struct ParsedTemplate {
  let name: String
  let source: SourceText
  let nodes: [TemplateNode]
  /// Syntax errors. If there is one, `nodes` is empty.
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
  /// The fillings of the included template's blocks.
  let fillings: [BlockNode]
  /// Tags between the fillings, which are never shown.
  let ignored: [SourceRange]
}

/// `{{$name}}…{{/name}}`: a block with its default content; inside `{{<parent}}`, a filling of the parent's block.
struct BlockNode {
  let name: String
  let range: SourceRange
  /// Put before every line of the content that is shown here.
  let indentation: [UInt8]
  /// Whether the tag is alone on its line, so that the content begins a line.
  let beginsLine: Bool
  let children: [TemplateNode]
}
