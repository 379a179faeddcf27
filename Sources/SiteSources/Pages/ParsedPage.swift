import Diagnostics
import Files
import Markdown

/// One Markdown page, parsed on its own, without its position in the site or other pages.
package final class ParsedPage: Sendable {
  package let file: SourceFile
  package let source: SourceText
  package let fields: PageFields
  package let document: MarkdownDocument
  /// The beginning of the text, which replaces a missing summary; nil if there is a summary.
  package let excerpt: String?
  /// Where relative links in the text start.
  package let linkFolder: String
  /// The language of the text on an edition of the site in another language, for which there is no translation.
  package let untranslated: Language?
  /// The language of the title there: nil as well if its front matter translates the title alone.
  package let titleLanguage: Language?
  /// Whether the front matter has errors; missing fields are then not reported.
  package let hasBrokenFields: Bool

  init(
    file: SourceFile, source: SourceText, fields given: consuming PageFields, document: consuming MarkdownDocument,
    hasBrokenFields: Bool
  ) {
    self.file = file
    self.source = source
    var fields = given
    excerpt = fields.summary == nil ? document.firstParagraph.map(shortened) : nil
    if fields.date == nil { fields.date = OrderedName(ParsedPage.name(of: file)).date }
    self.fields = fields
    document.firstParagraph = nil
    self.document = document
    self.hasBrokenFields = hasBrokenFields
    linkFolder = file.folder
    untranslated = nil
    titleLanguage = nil
  }

  /// A page in the edition of another language: with the text of `text`, its translation or itself.
  init(_ text: ParsedPage, inPlaceOf page: ParsedPage, fields: PageFields, untranslated: Language?) {
    file = page.file
    source = text.source
    self.fields = fields
    document = text.document
    excerpt = fields.summary == nil ? text.excerpt : nil
    hasBrokenFields = page.hasBrokenFields || text.hasBrokenFields
    linkFolder = text.file.folder
    self.untranslated = untranslated
    titleLanguage = fields.title?.value == page.fields.title?.value ? untranslated : nil
  }

  /// Whether this is the index page of its folder.
  package var isIndex: Bool { file.isIndex }
}

extension ParsedPage {
  /// The title in the front matter, or else the first-level heading at the start of the text, or else the file's name.
  package var title: String {
    if let title = fields.title?.value, !title.isEmpty { return title }
    if let title = document.leadingTitle, !title.isEmpty { return title }
    return OrderedName(ParsedPage.name(of: file)).title
  }

  /// The name that authors give a page: that of its file, or for an index page that of its folder.
  private static func name(of file: SourceFile) -> String {
    file.isIndex && !file.folder.isEmpty ? file.folder.lastPart : file.name.withoutPathExtension
  }

  /// The location for diagnostics about the page as a whole: its title, or its first line.
  package var start: SourceLocation {
    if let title = fields.title { return source.location(of: title.range) }
    return source.location(line: 1)
  }
}
