/// The words of one language for the columns and cells of data files, such as `Akmola region` for `KZAKM`.
package struct DataLabels: Sendable {
  package static let none = DataLabels([:])

  private let words: [String: String]

  package init(_ words: [String: String]) {
    self.words = words
  }

  /// The text itself for one without words.
  package subscript(text: String) -> String { words.isEmpty ? text : words[text] ?? text }
}
