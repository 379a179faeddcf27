import Bytes
import DataFormats
import Indicators

/// The files with one row an observation: `/data/values.csv` and `/indicators/<id>.csv`.
///
/// A row has its own facts: the facts of the indicator are written once, in `/data/indicators.csv`, and `id` leads there.
package struct ObservationCSV: Sendable {
  package let columns: [FactColumn]
  /// The columns of the data files that divide the values, and those that describe them, with their places.
  private let dimensions, attributes: [String: Int]

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
  ]

  /// The values of all indicators of a site.
  package init(_ site: ResolvedSite) {
    self.init(site.indicatorsWithParts.flatMap { site.indicators[$0] })
  }

  /// The values of one indicator.
  package init(_ indicator: ResolvedIndicator) { self.init([indicator]) }

  /// A column for each dimension of the indicators, and after the others one for each column that describes their values, in
  /// the order of their first rows.
  private init(_ indicators: [ResolvedIndicator]) {
    var (parts, described) = (NameList(), NameList())
    var known: Set<ObjectIdentifier> = []
    for resolved in indicators {
      for indicator in [resolved.indicator] + resolved.indicator.facets.map(\.indicator) {
        for observation in indicator.observations { described.add(observation, &known) }
        for part in indicator.series {
          for cell in part.dimensions { parts.add(cell.name) }
          for observation in part.observations { described.add(observation, &known) }
        }
      }
    }
    dimensions = parts.places
    attributes = described.places
    var taken = Set((ObservationCSV.first + ObservationCSV.last).map(\.name))
    // For many programs `Source` and `source` are one column.
    func column(_ name: String, _ prefix: String, _ summary: String) -> FactColumn {
      var own = name
      if taken.contains(own.lowercased()) { own = prefix + name }
      while !taken.insert(own.lowercased()).inserted { own += "_" }
      return FactColumn(own, summary)
    }
    let dimensionColumns = parts.names.map { column($0, "part_", "The part of the whole by '\($0)'; empty for all") }
    let attributeColumns = described.names.map {
      column($0, "attribute_", "'\($0)' of the source file, which describes the value")
    }
    columns = ObservationCSV.first + dimensionColumns + ObservationCSV.last + attributeColumns
  }

  package func writeHead(to csv: inout CSVWriter) { csv.row(columns.map(\.name)) }

  /// The rows of indicators: of the leading figures of each, then of its other units and series.
  package func write(
    _ range: Range<IndicatorRef>, of indicators: Table<IndicatorTag, ResolvedIndicator>, to csv: inout CSVWriter
  ) {
    // Shared by all, since it takes memory of its own.
    var cells = SharedCells(attributes)
    for ref in range { write(indicators[ref], &cells, to: &csv) }
  }

  /// The rows of one indicator.
  package func write(_ indicator: ResolvedIndicator, to csv: inout CSVWriter) {
    var cells = SharedCells(attributes)
    write(indicator, &cells, to: &csv)
  }

  private func write(_ resolved: ResolvedIndicator, _ cells: inout SharedCells, to csv: inout CSVWriter) {
    cells.key.removeAll()
    if let id = resolved.indicator.id { cells.key.cell(id.text) } else { cells.key.cell(place: resolved.place) }
    write(resolved.indicator, &cells, to: &csv)
    // A part with a target is among the parts already.
    for facet in resolved.indicator.facets where !facet.isPart { write(facet.indicator, &cells, to: &csv) }
  }

  private func write(_ indicator: Indicator, _ cells: inout SharedCells, to csv: inout CSVWriter) {
    fill(&cells.group, indicator, [])
    write(indicator.observations, &cells, to: &csv)
    for part in indicator.series {
      fill(&cells.group, indicator, part.dimensions)
      write(part.observations, &cells, to: &csv)
    }
  }

  /// The cells that all rows of a part share.
  private func fill(_ group: inout CSVWriter, _ indicator: Indicator, _ cells: [DisaggregatedSeries.Dimension]) {
    group.removeAll()
    group.cell(indicator.unit)
    group.cell(indicator.seriesName)
    group.cells(cells.map { (dimensions[$0.name], $0.value) }, of: dimensions.count)
  }

  private func write(_ observations: [Observation], _ cells: inout SharedCells, to csv: inout CSVWriter) {
    for observation in observations {
      csv.cells(of: cells.key)
      csv.cells(verbatim: cells.period(of: observation))
      if let value = observation.value { csv.cell { $0.append(data: value) } } else { csv.emptyCells() }
      let remarks = cells.remarks(of: observation)
      csv.cells(verbatim: remarks.quality)
      csv.cells(of: cells.group)
      csv.cells(verbatim: remarks.others)
      csv.endRow()
    }
  }
}

/// Names in the order in which they were added.
private struct NameList {
  private(set) var places: [String: Int] = [:]

  var names: [String] { places.sorted { $0.value < $1.value }.map(\.key) }  // sorted: reaches output

  mutating func add(_ name: String) {
    if places[name] == nil { places[name] = places.count }
  }

  /// Adds a column for each attribute of a value. Skips remarks in `known`, whose attributes have been added already.
  mutating func add(_ observation: Observation, _ known: inout Set<ObjectIdentifier>) {
    guard let remarks = observation.remarks, known.insert(remarks).inserted else { return }
    for attribute in observation.attributes { add(attribute.name) }
  }
}

/// Cells that many rows share: those of a period, and those of what is said of a value. Each is written once.
private struct SharedCells: ~Copyable {
  /// The id of the indicator.
  var key = CSVWriter()
  /// Unit, series and dimensions of a part.
  var group = CSVWriter()
  private let attributes: [String: Int]
  private var periods: [UInt64: [UInt8]] = [:]
  private var remarks: [ObjectIdentifier: Remarks] = [:]
  private let none: Remarks

  struct Remarks {
    /// Status, low and high.
    let quality: [UInt8]
    let others: [UInt8]
  }

  init(_ attributes: [String: Int]) {
    self.attributes = attributes
    none = SharedCells.cells(of: nil, attributes)
  }

  /// The period as it is written, its start and its end.
  mutating func period(of observation: Observation) -> [UInt8] {
    if let known = periods[observation.periodKey] { return known }
    var csv = CSVWriter()
    if let written = observation.writtenPeriod {
      csv.cell(written)
    } else {
      csv.cell { $0.append(data: observation.period) }
    }
    csv.cell { $0.append(startOf: observation.period) }
    csv.cell { $0.append(endOf: observation.period) }
    periods[observation.periodKey] = csv.bytes
    return csv.bytes
  }

  mutating func remarks(of observation: Observation) -> Remarks {
    // The state of a milestone is not among what observations share.
    if observation.state != nil { return SharedCells.cells(of: observation, attributes) }
    guard let key = observation.remarks else { return none }
    if let known = remarks[key] { return known }
    let cells = SharedCells.cells(of: observation, attributes)
    remarks[key] = cells
    return cells
  }

  private static func cells(of observation: Observation?, _ attributes: [String: Int]) -> Remarks {
    func cell(_ number: DecimalNumber?, _ csv: inout CSVWriter) {
      guard let number else { return csv.emptyCells() }
      csv.cell { $0.append(data: number) }
    }
    var quality = CSVWriter()
    quality.cell(observation?.status?.rawValue)
    cell(observation?.range?.low, &quality)
    cell(observation?.range?.high, &quality)
    var others = CSVWriter()
    others.cell(observation?.source)
    others.cell(observation?.note)
    others.cell(observation?.state?.rawValue)
    let earlier = (observation?.revisions ?? []).map { NumberFormat.data($0.value) }
    others.cell(earlier.joined(separator: "; "))
    others.cells((observation?.attributes ?? []).map { (attributes[$0.name], $0.value) }, of: attributes.count)
    return Remarks(quality: quality.bytes, others: others.bytes)
  }
}

extension CSVWriter {
  /// Writes `count` cells; those that `texts` names have a text.
  fileprivate mutating func cells(_ texts: [(place: Int?, text: String)], of count: Int) {
    guard count > 0 else { return }
    var row = [String?](repeating: nil, count: count)
    for (place, text) in texts { if let place { row[place] = text } }
    for text in row { cell(text) }
  }
}
