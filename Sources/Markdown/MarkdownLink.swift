import Diagnostics

/// A link or an image. Its place in `MarkdownDocument.links` is its number.
package struct MarkdownLink: Sendable {
  /// As written, with escapes and character references resolved, not percent-encoded.
  package let destination: String
  package let isImage: Bool
  /// `<https://…>` or a bare URL.
  package let isAutolink: Bool
  /// The link's text, or an image's description, without markup.
  package let text: String
  /// From the opening bracket to the end of the destination, or of the text where that is written elsewhere.
  package let range: SourceRange
  let source: SourceText

  package var location: SourceLocation { source.location(of: range) }
}
