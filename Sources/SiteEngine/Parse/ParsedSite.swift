import DataFormats
import Diagnostics
import Indicators
import Markdown

/// One Markdown page, read on its own: nothing is known yet of its place or of other pages.
final class ParsedPage: Sendable {
  let file: SourceFile
  let source: SourceText
  let fields: PageFields
  let document: MarkdownDocument
  /// What the site says of the page where it has no summary: the beginning of its text.
  let excerpt: String?
  /// Whether its front matter could not be read as it is: then what is missing in it is no finding of its own.
  let hasBrokenFields: Bool

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
  var isIndex: Bool { file.isIndex }
}

/// The observations of one indicator, from its own CSV file.
struct ObservationFile: Sendable {
  let file: SourceFile
  let rows: ObservationRows
}

/// Every file of the site, read on its own, in the order of the paths.
struct ParsedSite: Sendable {
  var settings: SiteSettings
  var pages: [ParsedPage] = []
  /// Parallel to `pages`.
  var headers: [PageHeader] = []
  var indicators: [Register<IndicatorDeclaration>] = []
  var observations: [ObservationFile] = []
  var programmes: [Register<Programme>] = []
  var departments: [Register<Department>] = []
  var glossary: [Register<GlossaryTerm>] = []
  var attachments: [SourceFile] = []
}
