import DataFormats
import Diagnostics

/// The observations of one indicator, in series: each set of dimensions is one. A blank cell means "all"; rows without
/// a dimension are the headline.
///
/// Open SDG names the unit and the series of a value in columns of their own, `Units` and `Series`, in every row. Where
/// such a column has one value only, or a row has the indicator's own unit, it singles out no part of the whole.
package struct ObservationTable: Sendable {
  /// By period.
  let headline: [Observation]
  /// In the order of their first rows.
  let series: [DisaggregatedSeries]

  private typealias Dimension = DisaggregatedSeries.Dimension

  /// Findings, placed in the file: `csv.duplicate-observation` for two values of one period in one series, and
  /// `csv.no-headline`, a warning, where no row stands for the whole.
  init(_ rows: ObservationRows, roles: ColumnRoles, unit: String?, reportingTo sink: DiagnosticSink) {
    let columns = ObservationTable.columns(of: rows, roles: roles, unit: unit)
    var keys: [[Dimension]: Int] = [[]: 0]
    var series: [(dimensions: [Dimension], observations: [Observation])] = [([], [])]
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
      let place = keys[dimensions] ?? series.count
      if place == series.count {
        keys[dimensions] = place
        series.append((dimensions, []))
        seen.append([:])
      }
      let period = row.observation.period
      if let line = seen[place][period] {
        sink.report(
          Diagnostic(
            .error, .csvDuplicateObservation, "a value for \(period) is already in line \(line)",
            hint: "keep one of the two lines, or tell them apart in a column of their own",
            at: rows.source.location(of: row.periodRange)))
        continue
      }
      seen[place][period] = row.line
      series[place].observations.append(attributes.isEmpty ? row.observation : row.observation.with(attributes))
    }
    let sorted = series.map {
      DisaggregatedSeries(dimensions: $0.dimensions, observations: $0.observations.sorted { $0.period < $1.period })
    }
    headline = sorted[0].observations
    self.series = Array(sorted.dropFirst())
    if headline.isEmpty, let first = self.series.first {
      sink.report(ObservationTable.noHeadline(rows, first.dimensions))
    }
  }

  private struct Column {
    enum Role {
      case attribute
      /// A cell with this value counts as blank.
      case dimension(blank: String?)
    }

    let name: String
    let role: Role
  }

  private static let unitColumns: Set<String> = ["units", "unit", "unit_measure"]
  private static let seriesColumns: Set<String> = ["series"]

  private static func columns(of rows: ObservationRows, roles: ColumnRoles, unit: String?) -> [Column] {
    let attributes = Set(roles.attributes.map(\.value))
    return rows.columns.enumerated().map { place, name in
      if attributes.contains(name) { return Column(name: name, role: .attribute) }
      if let stated = roles.headline.last(where: { $0.column.value == name }) {
        return Column(name: name, role: .dimension(blank: stated.value))
      }
      let plain = name.lowercased()
      let isUnit = unitColumns.contains(plain)
      guard isUnit || seriesColumns.contains(plain) else { return Column(name: name, role: .dimension(blank: nil)) }
      let values = Set(rows.rows.lazy.map { $0.cells[place] })
      if values.count == 1 { return Column(name: name, role: .dimension(blank: values.first)) }
      let own = isUnit && !values.contains("") ? unit.flatMap { unit in values.first { isSame($0, unit) } } : nil
      return Column(name: name, role: .dimension(blank: own))
    }
  }

  private static func isSame(_ cell: String, _ unit: String) -> Bool {
    cell == unit || cell.lowercased() == unit.lowercased()
  }

  private static func noHeadline(_ rows: ObservationRows, _ example: [Dimension]) -> Diagnostic {
    let cells = example.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
    return Diagnostic(
      .warning, .csvNoHeadline, "no row stands for the whole, so the indicator has no value of its own",
      hint:
        "leave the cells between Year and Value blank in the rows of the whole, or name those rows in the register, as in 'headline: {\(cells)}'",
      at: rows.source.location(line: 1))
  }
}

extension Observation {
  fileprivate func with(_ attributes: [Attribute]) -> Observation {
    Observation(period: period, value: value, state: state, source: source, note: note, attributes: attributes)
  }
}
