import Bytes
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
  }

  /// In the order in which `writeFirst`, `write` and `writeLast` put their cells; the address comes last.
  static let columns: [Column] = [
    Column(name: "id", type: "string", summary: "The indicator's id; empty for one without a page of its own"),
    Column(name: "plan", type: "string", summary: "The path of its plan"),
    Column(name: "name", type: "string", summary: "Its name"),
    Column(name: "unit", type: "string", summary: "Its unit"),
    Column(name: "kind", type: "string", summary: "level, increase, floor, ceiling, rate or milestone"),
    Column(name: "nature", type: "string", summary: "binding or anticipatory"),
    Column(name: "category", type: "string", summary: "Its category"),
    Column(name: "programme", type: "string", summary: "The id of its programme"),
    Column(name: "department", type: "string", summary: "The id of the department that answers for it"),
    Column(name: "baseline_period", type: "string", summary: "The period of the baseline"),
    Column(name: "baseline_value", type: "number", summary: "The baseline"),
    Column(name: "target_period", type: "string", summary: "The period of the target"),
    Column(name: "target_value", type: "number", summary: "The target; a change is added to its baseline"),
    Column(name: "comparator", type: "string", summary: "How the target is met: >=, >, <= or <"),
    Column(name: "approximate", type: "boolean", summary: "Whether within 5 % counts as met"),
    Column(name: "target_text", type: "string", summary: "A target in words"),
    Column(
      name: "dimensions", type: "string",
      summary: "The part of the whole that the value is of, as Sex=female; empty for the whole"),
    Column(name: "period", type: "string", summary: "The period of the value: 2021, 2021-06, 2021 Q3 or 2021/22"),
    Column(name: "value", type: "number", summary: "The value; empty where it is known to be missing"),
    Column(name: "state", type: "string", summary: "A milestone's state: planned, started or done"),
    Column(name: "source", type: "string", summary: "Where the value comes from"),
    Column(name: "note", type: "string", summary: "A remark on the value"),
    Column(name: "attributes", type: "string", summary: "What else its source file says of the value, as OBS_STATUS=E"),
    Column(name: "time_progress", type: "number", summary: "Share of the time that had passed at the latest value"),
    Column(name: "progress", type: "number", summary: "Share of the way to the target at the latest value"),
    Column(name: "status", type: "string", summary: "The status at the latest value"),
    Column(name: "reason", type: "string", summary: "Why there is no judgement"),
    Column(
      name: "required_change_per_year", type: "number", summary: "Change per year from the latest value to the target"),
    Column(name: "projection", type: "number", summary: "The value in the target's period on the straight line so far"),
    Column(name: "url", type: "string", summary: "The address of the indicator's page"),
  ]

  /// In pieces, since there may be many: the names of the columns, then so many indicators at a time.
  static func all(_ site: ResolvedSite, _ registers: RegisterNames, at route: Route) -> [OutputFile.Piece] {
    var pieces: [OutputFile.Piece] = [
      { buffer in
        var csv = CSVWriter(byteOrderMark: true, behind: buffer)
        csv.row(columns.map(\.name))
        buffer = csv.finish()
      }
    ]
    let (indicators, links) = (site.indicators, site.links)
    for piece in indicators.pieces {
      pieces.append { buffer in
        var csv = CSVWriter(behind: buffer)
        write(indicators[piece], registers, links, at: route, to: &csv)
        buffer = csv.finish()
      }
    }
    return pieces
  }

  static func one(
    _ indicator: ResolvedIndicator, _ registers: RegisterNames, _ links: LinkStyle, at route: Route
  ) -> [UInt8] {
    var csv = CSVWriter(byteOrderMark: true)
    csv.row(columns.map(\.name))
    write([indicator], registers, links, at: route, to: &csv)
    return csv.bytes
  }

  /// The cells that are the same in each row of an indicator are written once for it.
  private static func write(
    _ indicators: some Sequence<ResolvedIndicator>, _ registers: RegisterNames, _ links: LinkStyle, at route: Route,
    to csv: inout CSVWriter
  ) {
    var first = CSVWriter()
    var last = CSVWriter()
    for indicator in indicators {
      first.removeAll()
      last.removeAll()
      writeFirst(indicator, registers, to: &first)
      writeLast(indicator.assessment, to: &last)
      last.cell(indicator.url(links, from: route))
      var hasRows = false
      func write(_ observations: [Observation], of dimensions: String?) {
        for place in observations.indices {
          csv.cells(of: first)
          csv.cell(dimensions)
          Self.write(observations[place], to: &csv)
          csv.cells(of: last)
          csv.endRow()
          hasRows = true
        }
      }
      write(indicator.indicator.observations, of: nil)
      for series in indicator.indicator.series {
        write(series.observations, of: series.dimensions.map { "\($0.name)=\($0.value)" }.joined(separator: "; "))
      }
      if !hasRows {
        csv.cells(of: first)
        csv.emptyCells(cellsOfValues)
        csv.cells(of: last)
        csv.endRow()
      }
    }
  }
}

// MARK: - Cells

extension IndicatorCSV {
  private static func writeFirst(_ resolved: ResolvedIndicator, _ registers: RegisterNames, to csv: inout CSVWriter) {
    let indicator = resolved.indicator
    csv.cell(indicator.id?.text)
    csv.cell(resolved.planPath(registers))
    csv.cell(indicator.name)
    csv.cell(indicator.unit)
    csv.cell(indicator.kind.rawValue)
    csv.cell(indicator.nature?.rawValue)
    csv.cell(indicator.category)
    csv.cell(resolved.programmeID(registers))
    csv.cell(resolved.departmentID(registers))
    csv.cell(indicator.baseline?.period)
    csv.cell(indicator.baseline?.value)
    if let target = indicator.target { write(target, of: indicator, to: &csv) } else { csv.emptyCells(cellsOfTarget) }
  }

  /// What `write` puts of a target.
  private static let cellsOfTarget = 5

  private static func write(_ target: IndicatorTarget, of indicator: Indicator, to csv: inout CSVWriter) {
    csv.cell(target.period)
    switch target.goal {
    case .value(let number):
      csv.cell(number)
      writeComparison(of: target, to: &csv)
      csv.emptyCells()
    case .change:
      csv.cell(indicator.value(of: target))
      writeComparison(of: target, to: &csv)
      csv.emptyCells()
    case .phrase(let text):
      csv.emptyCells(3)
      csv.cell(text)
    case .done: csv.emptyCells(4)
    }
  }

  private static func writeComparison(of target: IndicatorTarget, to csv: inout CSVWriter) {
    csv.cell(target.comparator.rawValue)
    csv.cell { $0.append(literal: target.isApproximate ? "true" : "false") }
  }

  /// `dimensions` and what `write` puts.
  private static let cellsOfValues = 7

  private static func write(_ observation: Observation, to csv: inout CSVWriter) {
    csv.cell(observation.period)
    csv.cell(observation.value)
    csv.cell(observation.state?.rawValue)
    guard observation.hasRemarks else { return csv.emptyCells(3) }
    csv.cell(observation.source)
    csv.cell(observation.note)
    if observation.attributes.isEmpty {
      csv.emptyCells()
    } else {
      csv.cell(observation.attributes.map { "\($0.name)=\($0.value)" }.joined(separator: "; "))
    }
  }

  private static func writeLast(_ assessment: Assessment, to csv: inout CSVWriter) {
    csv.cell(assessment.timeProgress)
    csv.cell(assessment.progress)
    csv.cell(assessment.status.rawValue)
    csv.cell(assessment.reason?.rawValue)
    csv.cell(assessment.requiredChangePerYear)
    csv.cell(assessment.projection)
  }
}

extension CSVWriter {
  @inline(__always)
  fileprivate mutating func cell(_ period: Period?) {
    guard let period else { return emptyCells() }
    cell { $0.append(data: period) }
  }

  /// With the decimals that were written.
  @inline(__always)
  fileprivate mutating func cell(_ number: DecimalNumber?) {
    guard let number else { return emptyCells() }
    cell { $0.append(data: number) }
  }

  /// The shortest text that reads back as the same number, as in the JSON.
  @inline(__always)
  fileprivate mutating func cell(_ number: Double?) {
    guard let number else { return emptyCells() }
    cell { $0.append(jsonNumber: number) }
  }
}
