import Bytes
import DataFormats
import Indicators

/// The files with one row an observation: `/data/values.csv` and `/indicators/<id>.csv`.
///
/// A row has what is its own: the facts of the indicator stand once, in `/data/indicators.csv`, and `id` leads there.
package struct ValueTable: Sendable {
  package let columns: [FactColumn]
  /// The columns of the data files that divide the values.
  private let dimensions: [String]

  private static let first = [
    FactColumn("id", "The id of the indicator, as in indicators.csv"),
    FactColumn("period", "The period of the value as it is written: 2021, 2021-06, 2021/22, 2009-2011"),
    FactColumn("start", "The first day of the period; only the year if nobody says when a budget year begins"),
    FactColumn("end", "The last day of the period; only the year if nobody says when a budget year begins"),
    FactColumn("value", .number, "The value; empty if it is known to be missing"),
    FactColumn("status", "provisional, estimated, revised or suppressed; empty if final"),
    FactColumn("low", .number, "The lower end of the value's range"),
    FactColumn("high", .number, "The upper end of the value's range"),
    FactColumn("unit", "The unit of the value"),
    FactColumn("series", "Which of several series of the indicator the value belongs to"),
  ]
  private static let last = [
    FactColumn("source", "Where the value comes from"),
    FactColumn("note", "A remark on the value"),
    FactColumn("state", "A milestone's state, instead of a value: planned, started or done"),
    FactColumn("revised_from", "Values that were published before, oldest first"),
    FactColumn("attributes", "Further columns of the source file that describe the value, such as OBS_STATUS=E"),
  ]

  /// A column for each dimension of the indicators, in the order of their first parts.
  package init(_ indicators: some Sequence<ResolvedIndicator>) {
    var names: [String] = []
    var known: Set<String> = []
    for resolved in indicators {
      for indicator in [resolved.indicator] + resolved.indicator.facets.map(\.indicator) where !indicator.series.isEmpty
      {
        for part in indicator.series {
          for cell in part.dimensions where known.insert(cell.name).inserted { names.append(cell.name) }
        }
      }
    }
    dimensions = names
    let taken = Set((ValueTable.first + ValueTable.last).map(\.name))
    let parts = names.map { name in
      FactColumn(taken.contains(name) ? "part_\(name)" : name, "The part of the whole by '\(name)'; empty for all")
    }
    columns = ValueTable.first + parts + ValueTable.last
  }

  package func writeHead(to csv: inout CSVWriter) { csv.row(columns.map(\.name)) }

  /// The rows of an indicator: of its leading figures, then of its other units and series.
  package func write(_ resolved: ResolvedIndicator, to csv: inout CSVWriter) {
    write(resolved.indicator, resolved.key, to: &csv)
    // A part with a target is among the parts already.
    for facet in resolved.indicator.facets where !facet.isPart { write(facet.indicator, resolved.key, to: &csv) }
  }

  private func write(_ indicator: Indicator, _ id: String, to csv: inout CSVWriter) {
    var key = CSVWriter()
    key.cell(id)
    write(indicator.observations, key, group(indicator, []), to: &csv)
    for part in indicator.series { write(part.observations, key, group(indicator, part.dimensions), to: &csv) }
  }

  /// The cells that all rows of a part share.
  private func group(_ indicator: Indicator, _ cells: [DisaggregatedSeries.Dimension]) -> CSVWriter {
    var group = CSVWriter()
    group.cell(indicator.unit)
    group.cell(indicator.seriesName)
    for name in dimensions { group.cell(cells.isEmpty ? nil : cells.first { $0.name == name }?.value) }
    return group
  }

  private func write(
    _ observations: [Observation], _ key: borrowing CSVWriter, _ group: borrowing CSVWriter, to csv: inout CSVWriter
  ) {
    for index in observations.indices {
      let observation = observations[index]
      csv.cells(of: key)
      csv.cell { $0.append(data: observation.period) }
      csv.cell { $0.append(startOf: observation.period) }
      csv.cell { $0.append(endOf: observation.period) }
      cell(observation.value, to: &csv)
      csv.cell(observation.status?.rawValue)
      cell(observation.range?.low, to: &csv)
      cell(observation.range?.high, to: &csv)
      csv.cells(of: group)
      csv.cell(observation.source)
      csv.cell(observation.note)
      csv.cell(observation.state?.rawValue)
      let earlier = observation.revisions.map { NumberFormat.data($0.value) }
      csv.cell(earlier.joined(separator: "; "))
      csv.cell(observation.attributes.map { "\($0.name)=\($0.value)" }.joined(separator: "; "))
      csv.endRow()
    }
  }

  private func cell(_ number: DecimalNumber?, to csv: inout CSVWriter) {
    guard let number else { return csv.emptyCells() }
    csv.cell { $0.append(data: number) }
  }
}
