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

  /// The values of all indicators of a site.
  package init(_ site: ResolvedSite) {
    self.init(site.indicatorsWithParts.flatMap { site.indicators[$0] })
  }

  /// The values of one indicator.
  package init(_ indicator: ResolvedIndicator) { self.init([indicator]) }

  /// A column for each dimension of the indicators, in the order of their first parts.
  private init(_ indicators: [ResolvedIndicator]) {
    var names: [String] = []
    var known: Set<String> = []
    for resolved in indicators {
      for indicator in [resolved.indicator] + resolved.indicator.facets.map(\.indicator) {
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

  /// The rows of indicators: of the leading figures of each, then of its other units and series.
  package func write(
    _ range: Range<IndicatorRef>, of indicators: Table<IndicatorTag, ResolvedIndicator>, to csv: inout CSVWriter
  ) {
    // The same two for all, since each takes memory of its own.
    var key = CSVWriter()
    var group = CSVWriter()
    for ref in range { write(indicators[ref], &key, &group, to: &csv) }
  }

  /// The rows of one indicator.
  package func write(_ indicator: ResolvedIndicator, to csv: inout CSVWriter) {
    var key = CSVWriter()
    var group = CSVWriter()
    write(indicator, &key, &group, to: &csv)
  }

  private func write(
    _ resolved: ResolvedIndicator, _ key: inout CSVWriter, _ group: inout CSVWriter, to csv: inout CSVWriter
  ) {
    key.removeAll()
    if let id = resolved.indicator.id { key.cell(id.text) } else { key.cell(place: resolved.place) }
    write(resolved.indicator, key, &group, to: &csv)
    // A part with a target is among the parts already.
    for facet in resolved.indicator.facets where !facet.isPart { write(facet.indicator, key, &group, to: &csv) }
  }

  private func write(
    _ indicator: Indicator, _ key: borrowing CSVWriter, _ group: inout CSVWriter, to csv: inout CSVWriter
  ) {
    fill(&group, indicator, [])
    write(indicator.observations, key, group, to: &csv)
    for part in indicator.series {
      fill(&group, indicator, part.dimensions)
      write(part.observations, key, group, to: &csv)
    }
  }

  /// The cells that all rows of a part share.
  private func fill(_ group: inout CSVWriter, _ indicator: Indicator, _ cells: [DisaggregatedSeries.Dimension]) {
    group.removeAll()
    group.cell(indicator.unit)
    group.cell(indicator.seriesName)
    for name in dimensions { group.cell(cells.isEmpty ? nil : cells.first { $0.name == name }?.value) }
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
      // Nearly all have none, and no text to put together.
      let hasRemarks = observation.hasRemarks
      if hasRemarks {
        csv.cell(observation.status?.rawValue)
        cell(observation.range?.low, to: &csv)
        cell(observation.range?.high, to: &csv)
      } else {
        csv.emptyCells(3)
      }
      csv.cells(of: group)
      if hasRemarks { remarks(observation, to: &csv) } else { csv.emptyCells(2) }
      csv.cell(observation.state?.rawValue)
      if hasRemarks { history(observation, to: &csv) } else { csv.emptyCells(2) }
      csv.endRow()
    }
  }

  private func remarks(_ observation: Observation, to csv: inout CSVWriter) {
    csv.cell(observation.source)
    csv.cell(observation.note)
  }

  private func history(_ observation: Observation, to csv: inout CSVWriter) {
    csv.cell(observation.revisions.map { NumberFormat.data($0.value) }.joined(separator: "; "))
    csv.cell(observation.attributes.map { "\($0.name)=\($0.value)" }.joined(separator: "; "))
  }

  private func cell(_ number: DecimalNumber?, to csv: inout CSVWriter) {
    guard let number else { return csv.emptyCells() }
    csv.cell { $0.append(data: number) }
  }
}
