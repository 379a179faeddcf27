/// A link or an image. Its number is its index in `MarkdownDocument.links`.
package struct MarkdownLink: Sendable {
  /// The destination as written, with escapes and character references resolved, not percent-encoded.
  package let destination: String
  /// `<https://…>` or a bare URL.
  package let isAutolink: Bool
}
