import DataFormats
import Diagnostics

/// The rows of one indicator's CSV file in Open SDG's layout: a period column, a value column and others, usually between
/// them. The register says which of the others are attributes; `ObservationTable` groups the rows into series.
package struct ObservationRows: Sendable {
  package let source: TableSource
  /// The other columns.
  let columns: [DataColumn]
  let periods: PeriodColumn
  let rows: [Row]
  /// The lines of rows without a valid number; 1-based.
  var leftOut: [Int] = []
  /// Whether the file says who reported a value. Such a file is not published as it is.
  package var namesReporters = false

  /// The names of the other columns.
  var names: [String] { columns.map(\.name) }

  struct Row: Sendable {
    /// The number of its text in `periods`.
    let period: Int32
    /// 1-based.
    let line: Int32
    let figure: Figure
    let periodRange: SourceRange
    let valueRange: SourceRange
    /// Whether the value was written as a percentage, `65.3%`. Only tables of values may have such a value.
    var isPercentage = false
  }

  // Columns that describe a value and do not divide the total, in lower case.
  private static let statusColumns: Set<String> = ["status", "状态"]
  private static let lowColumns: Set<String> = ["low", "下限"]
  private static let highColumns: Set<String> = ["high", "上限"]

  /// Reads a CSV file. Reports `csv.missing-column` for a missing period or value column and `csv.invalid-number`; what the
  /// periods are is decided with what the register says (`PeriodColumn`). No row is dropped without a finding.
  package static func decode(_ source: SourceText) -> Checked<ObservationRows> {
    let parsed = CSVTable.parse(source)
    guard let table = parsed.value else { return Checked(failed: parsed.diagnostics) }
    let sink = DiagnosticSink()
    sink.report(contentsOf: parsed.diagnostics)
    guard let indices = ColumnIndices(table, source, sink) else { return Checked(failed: sink.diagnostics) }
    var rows: [Row] = []
    var leftOut: [Int] = []
    var periods = PeriodColumn()
    var columns = indices.others.map { DataColumn(name: table.header[$0].value) }
    rows.reserveCapacity(table.rows.count)
    for row in table.rows where row.cells.count == table.header.count {
      guard let figure = indices.figure(in: row, source, sink) else {
        leftOut.append(row.line)
        continue
      }
      let period = row.cells[indices.period]
      rows.append(
        Row(
          period: periods.number(of: period.value), line: Int32(clamping: row.line), figure: figure,
          periodRange: period.range, valueRange: row.cells[indices.value].range))
      for (column, index) in indices.others.enumerated() { columns[column].append(row.cells[index].value) }
    }
    return Checked(
      ObservationRows(
        source: TableSource(source), columns: columns.map { $0.finished() }, periods: periods.finished(), rows: rows,
        leftOut: leftOut, namesReporters: indices.namesReporters),
      sink.diagnostics)
  }

  /// The indices of the columns in a row's cells.
  private struct ColumnIndices {
    let period: Int
    let value: Int
    let status: Int?
    let low: Int?
    let high: Int?
    let others: [Int]
    let namesReporters: Bool
    /// Whether marks such as `..` stand for values that are missing.
    let knowsMarks: Bool

    init?(_ table: CSVTable, _ text: SourceText, _ sink: DiagnosticSink) {
      let columns = table.header.map { TableColumn(head: $0.value) }
      let period = columns.firstIndex(of: .period)
      let value = columns.firstIndex(of: .value)
      for (found, wanted) in [(period, "Year"), (value, "Value")] where found == nil {
        sink.report(
          Diagnostic(
            .error, .csvMissingColumn, "there is no column '\(wanted)'",
            hint: nearestMatch(to: wanted, in: table.header.map(\.value)).map { "rename column '\($0)' to '\(wanted)'" }
              ?? "the first line must name the columns: Year first, Value last",
            at: table.header.first.map { text.location(of: $0.range) } ?? text.location(line: 1)))
      }
      guard let period, let value else { return nil }
      self.period = period
      self.value = value
      let names = table.header.map { $0.value.lowercased() }
      status = names.firstIndex(where: ObservationRows.statusColumns.contains)
      low = names.firstIndex(where: ObservationRows.lowColumns.contains)
      high = names.firstIndex(where: ObservationRows.highColumns.contains)
      knowsMarks = MissingMark.areSure(
        among: table.rows.lazy.filter { $0.cells.count > value }.map { $0.cells[value].value })
      let known = Set([period, value, status, low, high].compactMap(\.self))
      // Who reported a value, and when, is for its authors.
      namesReporters = columns.contains(.reportedBy)
      others = columns.indices.filter {
        !known.contains($0) && columns[$0] != .reportedBy && columns[$0] != .reportedOn
      }
    }

    /// A blank value is a figure that is known to be missing, and so is a mark, which becomes its note. Nil, with a finding, for
    /// a value that is not a number.
    func figure(in row: CSVRow, _ text: SourceText, _ sink: DiagnosticSink) -> Figure? {
      let figure = row.cells[value]
      let number = DecimalNumber(figure.value)
      let mark = number == nil && knowsMarks && MissingMark.isMark(figure.value) ? figure.value : nil
      if number == nil, mark == nil, !figure.value.isEmpty {
        sink.report(
          Diagnostic(
            .error, .csvInvalidNumber, "'\(figure.value)' is not a number",
            hint: DecimalNumber.hint(for: figure.value) ?? DecimalNumber.hintOnWords(in: figure.value)
              ?? DecimalNumber.hintOnScale(in: figure.value)
              ?? "leave the cell empty if there is no value",
            at: text.location(of: figure.range)))
        return nil
      }
      guard isFilled(status, in: row) || isFilled(low, in: row) || isFilled(high, in: row) else {
        return Figure(value: number, note: mark)
      }
      let quality = ObservationQuality(
        status: status.flatMap { row.cells[$0].value.isEmpty ? nil : row.cells[$0] },
        low: bound(low, in: row, text, sink), high: bound(high, in: row, text, sink),
        value: number.map { Located($0, at: figure.range) }, of: row.cells[period].value, in: TableSource(text),
        reportingTo: sink)
      return Figure(
        value: quality.status == .suppressed ? nil : number, note: mark, status: quality.status,
        range: quality.range)
    }

    /// One end of a range; a blank cell has none.
    private func bound(
      _ column: Int?, in row: CSVRow, _ text: SourceText, _ sink: DiagnosticSink
    ) -> Located<DecimalNumber>? {
      guard let column, !row.cells[column].value.isEmpty else { return nil }
      let cell = row.cells[column]
      if let number = DecimalNumber(cell.value) { return Located(number, at: cell.range) }
      if knowsMarks, MissingMark.isMark(cell.value) { return nil }
      sink.report(
        Diagnostic(
          .error, .csvInvalidNumber, "'\(cell.value)' is not a number",
          hint: DecimalNumber.hint(for: cell.value) ?? "leave the cell empty if there is no range",
          at: text.location(of: cell.range)))
      return nil
    }

    private func isFilled(_ column: Int?, in row: CSVRow) -> Bool {
      column.map { !row.cells[$0].value.isEmpty } ?? false
    }
  }
}
