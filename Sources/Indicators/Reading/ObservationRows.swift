import DataFormats
import Diagnostics

/// The rows of one indicator's CSV file, in Open SDG's layout: `Year` first, `Value` last, other columns between. What
/// those are, dimensions or attributes, is for the register to say; `ObservationTable` puts the rows in series.
package struct ObservationRows: Sendable {
  package let source: SourceText
  /// The names of the columns between.
  let columns: [String]
  let rows: [Row]

  struct Row: Sendable {
    let observation: Observation
    /// As many as there are columns between.
    let cells: [String]
    let line: Int
    let periodRange: SourceRange
  }

  /// Columns that describe a value and single out no part of the whole.
  private static let sourceColumns: Set<String> = ["source"]
  private static let noteColumns: Set<String> = ["note", "notes", "comment_obs", "comment"]
  private static let periodColumns: Set<String> = ["year", "period", "time_period"]

  /// Findings: `csv.missing-column` without a period or a value column, `csv.invalid-period`, `csv.invalid-number`. No
  /// row is dropped without a finding.
  package static func decode(_ source: SourceText) -> Checked<ObservationRows> {
    let parsed = CSVTable.parse(source)
    guard let table = parsed.value else { return Checked(failed: parsed.diagnostics) }
    let sink = DiagnosticSink()
    sink.report(contentsOf: parsed.diagnostics)
    guard let places = Places(table, source, sink) else { return Checked(failed: sink.diagnostics) }
    var rows: [Row] = []
    rows.reserveCapacity(table.rows.count)
    for row in table.rows where row.cells.count == table.header.count {
      guard let observation = places.observation(in: row, source, sink) else { continue }
      rows.append(
        Row(
          observation: observation, cells: places.others.map { row.cells[$0].value }, line: row.line,
          periodRange: row.cells[places.period].range))
    }
    let columns = places.others.map { table.header[$0].value }
    return Checked(ObservationRows(source: source, columns: columns, rows: rows), sink.diagnostics)
  }

  /// Where each column of the file stands.
  private struct Places {
    let period: Int
    let value: Int
    let source: Int?
    let note: Int?
    let others: [Int]

    init?(_ table: CSVTable, _ text: SourceText, _ sink: DiagnosticSink) {
      let names = table.header.map { $0.value.lowercased() }
      let period = names.firstIndex(where: ObservationRows.periodColumns.contains)
      let value = names.firstIndex(of: "value")
      for (found, wanted) in [(period, "Year"), (value, "Value")] where found == nil {
        sink.report(
          Diagnostic(
            .error, .csvMissingColumn, "there is no column '\(wanted)'",
            hint: didYouMean(wanted, among: table.header.map(\.value)).map { "\($0) Its heading must be '\(wanted)'" }
              ?? "the first line names the columns: Year first, Value last",
            at: table.header.first.map { text.location(of: $0.range) } ?? text.location(line: 1)))
      }
      guard let period, let value else { return nil }
      self.period = period
      self.value = value
      source = names.firstIndex(where: ObservationRows.sourceColumns.contains)
      note = names.firstIndex(where: ObservationRows.noteColumns.contains)
      let known = Set([period, value, source, note].compactMap(\.self))
      others = names.indices.filter { !known.contains($0) }
    }

    /// A blank value is a figure known to be missing.
    func observation(in row: CSVRow, _ text: SourceText, _ sink: DiagnosticSink) -> Observation? {
      let cell = row.cells[period]
      guard let time = Period(cell.value) else {
        sink.report(
          Diagnostic(
            .error, .csvInvalidPeriod, cell.value.isEmpty ? "the row has no period" : "'\(cell.value)' is no period",
            hint: "write a year such as 2021, or 2021-06, 2021 Q3, 2021/22", at: text.location(of: cell.range)))
        return nil
      }
      let figure = row.cells[value]
      let number = DecimalNumber(figure.value)
      if number == nil, !figure.value.isEmpty {
        sink.report(
          Diagnostic(
            .error, .csvInvalidNumber, "'\(figure.value)' is no number",
            hint: DecimalNumber.hint(for: figure.value) ?? "leave the cell empty where there is no value",
            at: text.location(of: figure.range)))
        return nil
      }
      return Observation(
        period: time, value: number, source: attribute(source, in: row), note: attribute(note, in: row))
    }

    private func attribute(_ column: Int?, in row: CSVRow) -> String? {
      guard let column, !row.cells[column].value.isEmpty else { return nil }
      return row.cells[column].value
    }
  }
}
