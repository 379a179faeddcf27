import DataFormats

/// The references of an indicator's entry: pages and register entries, columns of its CSV file, single periods. Needed
/// only until the indicator is resolved.
final class IndicatorReferences: Sendable {
  /// Roles of columns in the indicator's CSV file.
  let columns: ColumnRoles
  let programme: Located<String>?
  let plan: Located<String>?
  /// The department in charge.
  let lead: Located<String>?
  /// Departments that support the lead.
  let support: [Located<String>]
  /// The section that promises the target.
  let section: Located<String>?
  /// The sentence of that section that states the target.
  let quote: Located<String>?
  /// Notes on single periods.
  let periodNotes: [(period: Period, text: String)]
  /// Its updates, in the order of the file.
  let updates: [StatusUpdate]
  /// The id of the indicator that it continues.
  let continues: Located<String>?
  /// The targets of other plans that it is aligned with.
  let alignments: [AlignmentDeclaration]
  /// Findings on this indicator and its data file that are accepted.
  let acceptances: [Acceptance]

  /// The entry's declarations of single units, series and parts.
  let parts: [PartDeclaration]

  init(_ reader: inout FieldReader) {
    columns = reader.columnRoles()
    parts = reader.parts()
    programme = reader.string("programme")
    plan = reader.string("plan")
    (lead, support) = reader.departments()
    (section, quote) = reader.promise()
    periodNotes = reader.periodTexts("notes")
    acceptances = reader.acceptances()
    updates = reader.updates()
    continues = reader.string("continues")
    alignments = reader.alignments()
  }
}
