/// How a text is read.
package struct MarkdownOptions: Sendable {
  /// Pure CommonMark 0.30: no anchors, directives, tables, footnotes, strikethrough, bare links or CJK rules.
  package var isPlain: Bool
  /// Raw HTML passes through. If not, it is shown as text and reported as `markdown.raw-html`; in plain text
  /// it is shown without a word, and links with an unsafe scheme lose their destination.
  package var allowsRawHTML: Bool

  package init(isPlain: Bool = false, allowsRawHTML: Bool = false) {
    self.isPlain = isPlain
    self.allowsRawHTML = allowsRawHTML
  }

  package static let plain = MarkdownOptions(isPlain: true)
  package static let site = MarkdownOptions()
}
