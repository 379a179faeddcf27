import Actions
import Indicators

/// The CSV file with the observations of one indicator.
package struct ObservationFile: Sendable {
  package let file: SourceFile
  package let rows: ObservationRows
}

/// A file with the values of many indicators: one table, or one for each sheet of a workbook.
package struct ValuesFile: Sendable {
  package let file: SourceFile
  package let tables: [ValuesTable]
}

/// The parsed files of the site, in path order.
package struct ParsedSite: Sendable {
  package var settings: SiteSettings
  package var pages: [ParsedPage] = []
  /// Parallel to `pages`.
  package var headers: [PageHeader] = []
  package var indicators: [Register<IndicatorDeclaration>] = []
  package var observations: [ObservationFile] = []
  package var values: [ValuesFile] = []
  package var actions: [Register<Action>] = []
  package var programmes: [Register<Programme>] = []
  package var departments: [Register<Department>] = []
  package var glossary: [Register<GlossaryTerm>] = []
  package var labels: [LabelFile] = []
  package var attachments: [SourceFile] = []
  /// The sizes of the pictures among them, by path.
  package var pictures: [String: PictureSize] = [:]
  /// The translations of pages, by the path of the page and the tag of the language.
  package var translations: [String: [String: ParsedPage]] = [:]
  /// In an edition in another language: the texts that are not translated, and so are in the main language.
  package var untranslatedTexts: Set<String> = []
  /// In an edition in another language: its categories and groups of indicators, by those of the main language.
  package var translatedCategories: [String: String] = [:]
  /// The files that could not be read at all.
  package var unreadable: [SourceFile] = []
  /// The registers with an error, some of whose entries are missing.
  package var faulty: [SourceFile] = []
  /// The newest snapshot, or the one that the site is compared with.
  package var snapshot: Snapshot?
  /// The plans of other sites that `other-plans` names, by name.
  package var otherPlans: [String: OtherPlan] = [:]
  /// The names of those whose copy cannot be read.
  package var damagedPlans: Set<String> = []
  /// The statuses of the indicators at the time of each snapshot, the oldest first; empty unless there are several.
  package var statuses: [SnapshotStatuses] = []
  /// The snapshots that reports show, by name.
  package var reported: [String: Snapshot] = [:]
}
