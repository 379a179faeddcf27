import Indicators

/// The observations of one indicator, from its own CSV file.
package struct ObservationFile: Sendable {
  package let file: SourceFile
  package let rows: ObservationRows
}

/// Every file of the site, read on its own, in the order of the paths.
package struct ParsedSite: Sendable {
  package var settings: SiteSettings
  package var pages: [ParsedPage] = []
  /// Parallel to `pages`.
  package var headers: [PageHeader] = []
  package var indicators: [Register<IndicatorDeclaration>] = []
  package var observations: [ObservationFile] = []
  package var programmes: [Register<Programme>] = []
  package var departments: [Register<Department>] = []
  package var glossary: [Register<GlossaryTerm>] = []
  package var attachments: [SourceFile] = []
}
