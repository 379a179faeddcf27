import DataFormats
import Diagnostics
import Indicators

/// Words for the columns and cells of data files in one language: `labels/en.yaml`.
package struct LabelFile: Sendable {
  /// The language, from the name of the file: `en`, `zh-CN`.
  package let tag: String
  package let words: [String: String]
  package let file: SourceFile

  /// Reads a mapping from texts of data files to words. Reports a name that is not a language (`field.invalid-value`).
  static func parse(_ file: SourceFile, _ source: SourceText, _ languages: Languages) -> Checked<LabelFile> {
    guard let language = languages.language(file.name.withoutPathExtension) else {
      return Checked(failed: [
        Diagnostic(
          .error, .invalidValue, "'\(file.name)' must be named after a language",
          hint: "rename it: \(list: languages.tags) are supported, as in labels/en.yaml",
          at: SourceLocation(file: file.contentPath))
      ])
    }
    let document = YAMLParser.parse(source)
    guard let node = document.value else { return Checked(failed: document.diagnostics) }
    let sink = DiagnosticSink()
    guard var reader = FieldReader(node, in: source, describing: "the labels", reportingTo: sink) else {
      return Checked(failed: document.diagnostics + sink.diagnostics)
    }
    let entries = reader.strings()
    let words = Dictionary(entries.map { ($0.key.value, $0.value) }, uniquingKeysWith: { _, last in last })
    return Checked(LabelFile(tag: language.tag, words: words, file: file), document.diagnostics + sink.diagnostics)
  }
}
