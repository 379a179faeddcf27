import Diagnostics
import Files
import Markdown

/// One Markdown page, read on its own: nothing is known yet of its place or of other pages.
package final class ParsedPage: Sendable {
  package let file: SourceFile
  package let source: SourceText
  package let fields: PageFields
  package let document: MarkdownDocument
  /// What the site says of the page where it has no summary: the beginning of its text.
  package let excerpt: String?
  /// Whether its front matter could not be read as it is: then what is missing in it is no finding of its own.
  package let hasBrokenFields: Bool

  init(
    file: SourceFile, source: SourceText, fields: consuming PageFields, document: consuming MarkdownDocument,
    hasBrokenFields: Bool
  ) {
    self.file = file
    self.source = source
    excerpt = fields.summary == nil ? document.firstParagraph.map(shortened) : nil
    self.fields = fields
    document.firstParagraph = nil
    self.document = document
    self.hasBrokenFields = hasBrokenFields
  }

  /// Whether the page stands for its folder.
  package var isIndex: Bool { file.isIndex }
}

extension ParsedPage {
  /// The page's own title, the first-level heading that its text begins with, or what its file is called.
  package var title: String {
    if let title = fields.title?.value, !title.isEmpty { return title }
    if let title = document.leadingTitle, !title.isEmpty { return title }
    let name = isIndex && !file.folder.isEmpty ? file.folder.lastPart : file.name.withoutPathExtension
    return OrderedName(name).name
  }

  /// Where findings about the page as a whole point: its title, or its first line.
  package var start: SourceLocation {
    if let title = fields.title { return source.location(of: title.range) }
    return source.location(line: 1)
  }
}
