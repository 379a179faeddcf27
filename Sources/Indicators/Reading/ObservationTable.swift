import DataFormats
import Diagnostics

/// The observations of one indicator from its CSV file, in Open SDG's layout: `Year` first, `Value` last, every other
/// column a dimension. A blank cell means "all"; rows without a dimension are the headline series.
package struct ObservationTable: Sendable {
  /// By period.
  package let headline: [Observation]
  /// In the order of their first rows.
  package let series: [DisaggregatedSeries]

  /// Columns that describe a value and single out no part of the whole.
  private static let sourceColumns: Set<String> = ["source"]
  private static let noteColumns: Set<String> = ["note", "notes", "comment_obs", "comment"]
  private static let periodColumns: Set<String> = ["year", "period", "time_period"]

  /// Findings: `csv.missing-column` without a period or a value column, `csv.invalid-period`, `csv.invalid-number`,
  /// `csv.duplicate-observation` for two values of one period in one series. No row is dropped without a finding.
  package static func decode(_ source: SourceText) -> Checked<ObservationTable> {
    let parsed = CSVTable.parse(source)
    guard let table = parsed.value else { return Checked(failed: parsed.diagnostics) }
    let sink = DiagnosticSink()
    sink.report(contentsOf: parsed.diagnostics)
    guard let columns = Columns(table, source, sink) else { return Checked(failed: sink.diagnostics) }

    var keys: [[DisaggregatedSeries.Dimension]: Int] = [[]: 0]
    var series: [(dimensions: [DisaggregatedSeries.Dimension], observations: [Observation])] = [([], [])]
    var seen: [[Period: Int]] = [[:]]
    for row in table.rows where row.cells.count == table.header.count {
      let dimensions = columns.dimensions.compactMap { column -> DisaggregatedSeries.Dimension? in
        let value = row.cells[column].value
        return value.isEmpty ? nil : .init(name: table.header[column].value, value: value)
      }
      guard let observation = columns.observation(in: row, source, sink) else { continue }
      let place = keys[dimensions] ?? series.count
      if place == series.count {
        keys[dimensions] = place
        series.append((dimensions, []))
        seen.append([:])
      }
      if let line = seen[place][observation.period] {
        sink.report(
          Diagnostic(
            .error, .csvDuplicateObservation, "a value for \(observation.period) is already in line \(line)",
            hint: "keep one of the two lines, or tell them apart in a column of their own",
            at: source.location(of: row.cells[columns.period].range)))
        continue
      }
      seen[place][observation.period] = row.line
      series[place].observations.append(observation)
    }
    let sorted = series.map { DisaggregatedSeries(dimensions: $0.dimensions, observations: $0.observations.sorted { $0.period < $1.period }) }
    return Checked(ObservationTable(headline: sorted[0].observations, series: Array(sorted.dropFirst())), sink.diagnostics)
  }

  /// What each column of the file is.
  private struct Columns {
    let period: Int
    let value: Int
    let source: Int?
    let note: Int?
    let dimensions: [Int]

    init?(_ table: CSVTable, _ text: SourceText, _ sink: DiagnosticSink) {
      let names = table.header.map { $0.value.lowercased() }
      let period = names.firstIndex(where: ObservationTable.periodColumns.contains)
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
      source = names.firstIndex(where: ObservationTable.sourceColumns.contains)
      note = names.firstIndex(where: ObservationTable.noteColumns.contains)
      let others = Set([period, value, source, note].compactMap(\.self))
      dimensions = names.indices.filter { !others.contains($0) }
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
