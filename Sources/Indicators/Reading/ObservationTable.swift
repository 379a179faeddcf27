import DataFormats
import Diagnostics

/// The observations of one indicator, grouped into series by their dimensions. A blank cell means "all"; rows whose
/// dimension cells are all blank are total rows and form the headline series.
///
/// Open SDG states the unit and the series of a value in the columns `Units` and `Series` of every row. Such a cell counts
/// as blank if the column has only one value, or if it is the indicator's own unit.
package struct ObservationTable: Sendable {
  /// By period.
  let headline: [Observation]
  /// In the order in which their first rows appear in the file.
  let series: [DisaggregatedSeries]
  /// The lines of rows that are left out, in order; 1-based. Each was reported.
  let leftOut: [Int]
  /// The indicator's rows in tables of values.
  var shared: [ObservationRows] = []

  private typealias Dimension = DisaggregatedSeries.Dimension

  /// Reports `csv.duplicate-observation` for two values of one period in one series, and the warning `csv.no-headline`
  /// if there is no total row.
  init(_ rows: ObservationRows, roles: ColumnRoles, unit: String?, reportingTo sink: DiagnosticSink) {
    let columns = ObservationTable.columns(of: rows, roles: roles, unit: unit)
    var keys: [[Dimension]: Int] = [[]: 0]
    var series: [(dimensions: [Dimension], observations: [Observation])] = [([], [])]
    var leftOut = rows.leftOut
    var seen: [[Period: Int]] = [[:]]
    for row in rows.rows {
      var dimensions: [Dimension] = []
      var attributes: [Observation.Attribute] = []
      for (column, cell) in zip(columns, row.cells) where !cell.isEmpty {
        switch column.role {
        case .attribute: attributes.append(.init(name: column.name, value: cell))
        case .dimension(let blank): if cell != blank { dimensions.append(Dimension(name: column.name, value: cell)) }
        }
      }
      let index = keys[dimensions] ?? series.count
      if index == series.count {
        keys[dimensions] = index
        series.append((dimensions, []))
        seen.append([:])
      }
      let period = row.observation.period
      if let line = seen[index][period] {
        sink.report(
          Diagnostic(
            .error, .csvDuplicateObservation, "\(rows.source.rowWord) \(line) already has a value for \(period)",
            hint: "remove one of the lines, or add a column that tells them apart",
            at: rows.source.location(of: row.periodRange)))
        leftOut.append(row.line)
        continue
      }
      seen[index][period] = row.line
      series[index].observations.append(
        attributes.isEmpty ? row.observation : row.observation.with(attributes: attributes))
    }
    let sorted = series.map {
      DisaggregatedSeries(dimensions: $0.dimensions, observations: $0.observations.sorted { $0.period < $1.period })
    }
    self.leftOut = leftOut.sorted()
    headline = sorted[0].observations
    self.series = Array(sorted.dropFirst())
    if headline.isEmpty, let first = self.series.first {
      sink.report(ObservationTable.noHeadline(rows, first.dimensions))
    }
  }

  /// For an indicator whose values are only in tables of values.
  init(shared: [ObservationRows]) {
    headline = []
    series = []
    leftOut = []
    self.shared = shared
  }

  private struct Column {
    enum Role {
      case attribute
      /// `blank` is a cell that counts as blank.
      case dimension(blank: String?)
    }

    let name: String
    let role: Role
  }

  private static let unitColumns: Set<String> = ["units", "unit", "unit_measure", "单位"]
  private static let seriesColumns: Set<String> = ["series"]

  private static func columns(of rows: ObservationRows, roles: ColumnRoles, unit: String?) -> [Column] {
    let attributes = Set(roles.attributes.map(\.value))
    return rows.columns.enumerated().map { index, name in
      if attributes.contains(name) { return Column(name: name, role: .attribute) }
      if let stated = roles.headline.last(where: { $0.column.value == name }) {
        return Column(name: name, role: .dimension(blank: stated.value))
      }
      let plain = name.lowercased()
      let isUnit = unitColumns.contains(plain)
      guard isUnit || seriesColumns.contains(plain) else { return Column(name: name, role: .dimension(blank: nil)) }
      let values = Set(rows.rows.lazy.map { $0.cells[index] })
      if values.count == 1 { return Column(name: name, role: .dimension(blank: values.first)) }
      let own = isUnit && !values.contains("") ? unit.flatMap { unit in values.first { isSameUnit($0, unit) } } : nil
      return Column(name: name, role: .dimension(blank: own))
    }
  }

  private static func isSameUnit(_ cell: String, _ unit: String) -> Bool {
    cell == unit || cell.lowercased() == unit.lowercased()
  }

  private static func noHeadline(_ rows: ObservationRows, _ example: [Dimension]) -> Diagnostic {
    let cells = example.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
    return Diagnostic(
      .warning, .csvNoHeadline, "no total row (all dimension cells blank), so the indicator has no headline value",
      hint:
        "leave the cells between Year and Value blank in the total rows, or say in the register which rows are the total: 'headline: {\(cells)}'",
      at: rows.source.location(line: 1))
  }
}
