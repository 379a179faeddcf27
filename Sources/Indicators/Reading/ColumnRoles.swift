import DataFormats
import Diagnostics

/// What the register says about the columns of an indicator's CSV file.
struct ColumnRoles: Sendable {
  /// Columns that describe a value, such as OBS_STATUS, and do not divide the total.
  var attributes: [Located<String>] = []
  /// Cells that mark the total rows where these are not blank, such as `Units: Percent`.
  var headline: [(column: Located<String>, value: String)] = []

  var isEmpty: Bool { attributes.isEmpty && headline.isEmpty }

  /// Reports `csv.unknown-column` for a name that the file does not have. `rows` is nil if there is no file.
  func check(against rows: ObservationRows?, source: SourceText, reportingTo sink: DiagnosticSink) {
    for column in attributes + headline.map(\.column) where rows?.names.contains(column.value) != true {
      sink.report(
        Diagnostic(
          .error, .csvUnknownColumn,
          rows == nil
            ? "the indicator has no CSV file, so it has no column '\(column.value)'"
            : "the indicator's CSV file has no column '\(column.value)'",
          hint: rows.flatMap { didYouMean(column.value, among: $0.names) },
          at: source.location(of: column.range)))
    }
  }
}

extension FieldReader {
  /// Reads `attributes: [OBS_STATUS]` and `headline: {Units: Percent}`.
  mutating func columnRoles() -> ColumnRoles {
    var roles = ColumnRoles(attributes: strings("attributes"))
    guard var fields = mapping("headline", describing: "the headline's cells") else { return roles }
    roles.headline = fields.strings().map { ($0.key, $0.value) }
    return roles
  }
}
