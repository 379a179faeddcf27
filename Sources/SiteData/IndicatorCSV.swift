import Bytes
import DataFormats
import Indicators
import SiteModel
import SiteOutput

/// `/data/indicators.csv` and `/indicators/<id>.csv`: a row for each observation, with the facts of its indicator; an
/// indicator without observations has one row. UTF-8 with a byte order mark, so that Excel reads Chinese.
enum IndicatorCSV {
  /// In pieces, since there may be many: the header, then 512 indicators at a time.
  static func all(_ site: ResolvedSite, _ context: FactContext) -> [OutputFile.Piece] {
    var pieces: [OutputFile.Piece] = [
      { buffer in
        var csv = CSVWriter(byteOrderMark: true, appendingTo: buffer)
        csv.row(IndicatorFact.columns.map(\.name))
        buffer = csv.finish()
      }
    ]
    let indicators = site.indicators
    for piece in indicators.pieces {
      pieces.append { buffer in
        var csv = CSVWriter(appendingTo: buffer)
        write(indicators[piece], context, to: &csv)
        buffer = csv.finish()
      }
    }
    return pieces
  }

  static func one(_ indicator: ResolvedIndicator, _ context: FactContext) -> [UInt8] {
    var csv = CSVWriter(byteOrderMark: true)
    csv.row(IndicatorFact.columns.map(\.name))
    write([indicator], context, to: &csv)
    return csv.bytes
  }

  private static let before = IndicatorFact.declared.filter { $0.column != nil }
  private static let behind = (IndicatorFact.assessed + IndicatorFact.provenance).filter { $0.column != nil }

  /// The cells that all rows of an indicator share are written once and copied.
  private static func write(
    _ indicators: some Sequence<ResolvedIndicator>, _ context: FactContext, to csv: inout CSVWriter
  ) {
    var first = CSVWriter()
    var last = CSVWriter()
    for indicator in indicators {
      first.removeAll()
      last.removeAll()
      before.forEachInPlace { first.cell($0.pointee.value(indicator, context)) }
      behind.forEachInPlace { last.cell($0.pointee.value(indicator, context)) }
      var hasRows = false
      func write(_ observations: [Observation], of dimensions: String?) {
        for index in observations.indices {
          csv.cells(of: first)
          csv.cell(dimensions)
          Self.write(observations[index], to: &csv)
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
        csv.emptyCells(ObservationFact.columns.count)
        csv.cells(of: last)
        csv.endRow()
      }
    }
  }

  private static func write(_ observation: Observation, to csv: inout CSVWriter) {
    ObservationFact.main.forEachInPlace { csv.cell($0.pointee.value(observation)) }
    guard observation.hasRemarks else { return csv.emptyCells(ObservationFact.remarks.count) }
    ObservationFact.remarks.forEachInPlace { csv.cell($0.pointee.value(observation)) }
  }
}

extension CSVWriter {
  fileprivate mutating func cell(_ value: FactValue) {
    switch value {
    case .absent: emptyCells()
    case .string(let text): cell(text)
    case .decimal(let number): cell { $0.append(data: number) }
    case .number(let number): cell { $0.append(jsonNumber: number) }
    case .flag(let flag): cell { $0.append(literal: flag ? "true" : "false") }
    case .period(let period), .year(let period): cell { $0.append(data: period) }
    case .path(let route): cell(route.bare)
    case .list(let texts): cell(texts.joined(separator: "; "))
    case .pairs(let pairs): cell(pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "; "))
    }
  }
}
