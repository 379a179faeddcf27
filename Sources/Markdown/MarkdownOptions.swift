/// How a text is parsed.
package struct MarkdownOptions: Hashable, Sendable {
  /// Raw HTML is passed through. Otherwise it is shown as text and reported as `markdown.raw-html`.
  package var allowsRawHTML: Bool

  package init(allowsRawHTML: Bool = false) {
    self.allowsRawHTML = allowsRawHTML
  }

  package static let site = MarkdownOptions()
}
