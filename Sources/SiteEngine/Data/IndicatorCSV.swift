import DataFormats
import Indicators

/// `/data/indicators.csv` and `/indicators/<id>.csv`: a row for each observation, with the facts of its indicator; an
/// indicator without any has one row. UTF-8 with a mark, so that Excel reads Chinese.
enum IndicatorCSV {
  /// A column: its name, its type in a Table Schema, and what it holds.
  struct Column {
    let name: String
    let type: String
    let summary: String
    /// Writes the cell.
    fileprivate let write: @Sendable (Row, inout CSVWriter) -> Void
  }

  fileprivate struct Row {
    let facts: IndicatorFacts
    let observation: Observation?
    let dimensions: String?

    var indicator: Indicator { facts.indicator }
    var assessment: Assessment { facts.assessment }
  }

  static let columns = columnsBefore + columnsOfValues + columnsAfter

  /// The same in each row of an indicator.
  private static let columnsBefore: [Column] = [
    Column(name: "id", type: "string", summary: "The indicator's id; empty for one without a page of its own") { $1.cell($0.indicator.id?.text) },
    Column(name: "plan", type: "string", summary: "The path of its plan") { $1.cell($0.facts.plan) },
    Column(name: "name", type: "string", summary: "Its name") { $1.cell($0.indicator.name) },
    Column(name: "unit", type: "string", summary: "Its unit") { $1.cell($0.indicator.unit) },
    Column(name: "kind", type: "string", summary: "level, increase, floor, ceiling, rate or milestone") { $1.cell($0.indicator.kind.rawValue) },
    Column(name: "nature", type: "string", summary: "binding or anticipatory") { $1.cell($0.indicator.nature?.rawValue) },
    Column(name: "category", type: "string", summary: "Its category") { $1.cell($0.indicator.category) },
    Column(name: "programme", type: "string", summary: "The id of its programme") { $1.cell($0.facts.programme) },
    Column(name: "department", type: "string", summary: "The id of the department that answers for it") { $1.cell($0.facts.department) },
    Column(name: "baseline_period", type: "string", summary: "The period of the baseline") { $1.cell($0.indicator.baseline?.period) },
    Column(name: "baseline_value", type: "number", summary: "The baseline") { $1.cell($0.indicator.baseline?.value) },
    Column(name: "target_period", type: "string", summary: "The period of the target") { $1.cell($0.indicator.target?.period) },
    Column(name: "target_value", type: "number", summary: "The target; a change is added to its baseline") { row, csv in
      if case .value(let number) = row.indicator.target?.goal { csv.cell(number) } else { csv.cell(row.indicator.targetValue) }
    },
    Column(name: "comparator", type: "string", summary: "How the target is met: >=, >, <= or <") { row, csv in
      switch row.indicator.target?.goal {
      case .value, .change: csv.cell(row.indicator.target?.comparator.rawValue)
      case .phrase, .done, nil: csv.emptyCell()
      }
    },
    Column(name: "approximate", type: "boolean", summary: "Whether within 5 % counts as met") { row, csv in
      switch row.indicator.target?.goal {
      case .value, .change: csv.cell(row.indicator.target.map { $0.isApproximate ? "true" : "false" })
      case .phrase, .done, nil: csv.emptyCell()
      }
    },
    Column(name: "target_text", type: "string", summary: "A target in words") { row, csv in
      if case .phrase(let text) = row.indicator.target?.goal { csv.cell(text) } else { csv.emptyCell() }
    },
  ]

  private static let columnsOfValues: [Column] = [
    Column(name: "dimensions", type: "string", summary: "The part of the whole that the value is of, as Sex=female; empty for the whole") { $1.cell($0.dimensions) },
    Column(name: "period", type: "string", summary: "The period of the value: 2021, 2021-06, 2021 Q3 or 2021/22") { $1.cell($0.observation?.period) },
    Column(name: "value", type: "number", summary: "The value; empty where it is known to be missing") { $1.cell($0.observation?.value) },
    Column(name: "state", type: "string", summary: "A milestone's state: planned, started or done") { $1.cell($0.observation?.state?.rawValue) },
    Column(name: "source", type: "string", summary: "Where the value comes from") { $1.cell($0.observation?.source) },
    Column(name: "note", type: "string", summary: "A remark on the value") { $1.cell($0.observation?.note) },
    Column(name: "attributes", type: "string", summary: "What else its source file says of the value, as OBS_STATUS=E") { row, csv in
      guard let attributes = row.observation?.attributes, !attributes.isEmpty else { return csv.emptyCell() }
      csv.cell(attributes.map { "\($0.name)=\($0.value)" }.joined(separator: "; "))
    },
  ]

  /// The same in each row of an indicator.
  private static let columnsAfter: [Column] = [
    Column(name: "time_progress", type: "number", summary: "Share of the time that had passed at the latest value") { $1.cell($0.assessment.timeProgress) },
    Column(name: "progress", type: "number", summary: "Share of the way to the target at the latest value") { $1.cell($0.assessment.progress) },
    Column(name: "status", type: "string", summary: "The status at the latest value") { $1.cell($0.assessment.status.rawValue) },
    Column(name: "reason", type: "string", summary: "Why there is no judgement") { $1.cell($0.assessment.reason?.rawValue) },
    Column(name: "required_change_per_year", type: "number", summary: "Change per year from the latest value to the target") { $1.cell($0.assessment.requiredChangePerYear) },
    Column(name: "projection", type: "number", summary: "The value in the target's period on the straight line so far") { $1.cell($0.assessment.projection) },
    Column(name: "url", type: "string", summary: "The address of the indicator's page") { $1.cell($0.facts.url) },
  ]

  /// In pieces, since there may be many: the names of the columns, then so many indicators at a time.
  static func all(_ site: ResolvedSite, at route: Route) -> [@Sendable () -> [UInt8]] {
    var pieces: [@Sendable () -> [UInt8]] = [{ heading.bytes }]
    for piece in site.indicators.pieces {
      pieces.append {
        var csv = CSVWriter()
        write(site.indicators[piece], site, at: route, to: &csv)
        return csv.bytes
      }
    }
    return pieces
  }

  static func one(_ indicator: ResolvedIndicator, _ site: ResolvedSite, at route: Route) -> [UInt8] {
    var csv = heading
    write([indicator], site, at: route, to: &csv)
    return csv.bytes
  }

  private static var heading: CSVWriter {
    var csv = CSVWriter(byteOrderMark: true)
    csv.row(columns.map(\.name))
    return csv
  }

  /// The cells that are the same in each row of an indicator are written once for it.
  private static func write(
    _ indicators: ArraySlice<ResolvedIndicator>, _ site: ResolvedSite, at route: Route, to csv: inout CSVWriter
  ) {
    for indicator in indicators {
      let facts = IndicatorFacts(indicator, in: site, from: route)
      let shared = Row(facts: facts, observation: nil, dimensions: nil)
      let first = CSVWriter.cells { csv in for column in columnsBefore { column.write(shared, &csv) } }
      let last = CSVWriter.cells { csv in for column in columnsAfter { column.write(shared, &csv) } }
      func write(_ observation: Observation?, of dimensions: String?) {
        csv.cells(first)
        let row = Row(facts: facts, observation: observation, dimensions: dimensions)
        for column in columnsOfValues { column.write(row, &csv) }
        csv.cells(last)
        csv.endRow()
      }
      for observation in facts.indicator.observations { write(observation, of: nil) }
      for series in facts.indicator.series {
        let name = series.dimensions.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
        for observation in series.observations { write(observation, of: name) }
      }
      let hasRows = !facts.indicator.observations.isEmpty || facts.indicator.series.contains { !$0.observations.isEmpty }
      if !hasRows { write(nil, of: nil) }
    }
  }
}

extension CSVWriter {
  fileprivate mutating func cell(_ period: Period?) {
    if case .year(let year) = period { cell { $0.append(decimal: year) } } else { cell(period?.description) }
  }

  /// With the decimals that were written.
  fileprivate mutating func cell(_ number: DecimalNumber?) {
    guard let number else { return emptyCell() }
    cell { $0.append(data: number) }
  }

  /// The shortest text that reads back as the same number, as in the JSON.
  fileprivate mutating func cell(_ number: Double?) {
    guard let number else { return emptyCell() }
    cell { $0.append(jsonNumber: number) }
  }
}
