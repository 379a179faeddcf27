import DataFormats
import Diagnostics

/// What an author would see in a terminal.
func printed(_ diagnostics: [Diagnostic]) -> String {
  DiagnosticPrinter(format: .text).print(diagnostics)
}

/// The findings of reading a YAML text.
func findings(inYAML text: String) -> String {
  printed(YAMLParser.parse(SourceText(path: "site.yaml", text: text)).diagnostics)
}

/// A tree in one line: texts in quotes where they were quoted, lists in brackets, mappings in braces.
func outline(_ node: YAMLNode) -> String {
  switch node.content {
  case .scalar(let text, let isPlain): isPlain ? text : "'\(text)'"
  case .sequence(let items): "[\(items.map(outline).joined(separator: ", "))]"
  case .mapping(let entries):
    "{\(entries.map { "\($0.key.value): \(outline($0.value))" }.joined(separator: ", "))}"
  }
}
