import DataFormats
import Diagnostics

/// The findings as a terminal shows them.
func printed(_ diagnostics: [Diagnostic]) -> String {
  DiagnosticPrinter(format: .text).print(diagnostics)
}

/// The findings for a YAML text.
func findings(inYAML text: String) -> String {
  printed(YAMLParser.parse(SourceText(path: "site.yaml", text: text)).diagnostics)
}

/// A tree in one line: quoted texts in quotes, lists in brackets, mappings in braces.
func outline(_ node: YAMLNode) -> String {
  switch node.content {
  case .scalar(let text, let isPlain): isPlain ? text : "'\(text)'"
  case .sequence(let items): "[\(items.map(outline).joined(separator: ", "))]"
  case .mapping(let entries):
    "{\(entries.map { "\($0.key.value): \(outline($0.value))" }.joined(separator: ", "))}"
  }
}
