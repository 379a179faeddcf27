import Markup

/// A heading, as a contents list needs it.
package struct MarkdownHeading: Sendable {
  /// 1 to 6, as written.
  package let level: Int
  /// Unique on the page; Chinese stays Chinese.
  package let anchor: String
  /// Inline markup without links and footnote references.
  package let html: HTML
  /// From 1, in the file.
  package let line: Int
  /// Stands in no list, quotation or directive.
  package let isTopLevel: Bool

  /// Without any markup.
  package var text: String {
    var reader = PlainTextReader(prepared: PreparedHTML(bytes: html.bytes, holes: []), directives: [])
    return reader.text(limit: nil)
  }
}
