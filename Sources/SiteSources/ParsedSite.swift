import DataFormats
import Diagnostics
import Indicators
import Markdown

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
