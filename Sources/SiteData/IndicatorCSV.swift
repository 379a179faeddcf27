import Bytes
import DataFormats
import SiteModel
import SiteOutput

/// The CSV files: `/data/indicators.csv` has a row for each indicator, `/data/values.csv` and `/indicators/<id>.csv`
/// have one for each observation. UTF-8 with a byte order mark, without which Excel misreads Chinese.
enum IndicatorCSV {
  /// The rows of all indicators in pieces, since the file may be large: the header, then 512 indicators at a time.
  static func indicators(_ site: ResolvedSite, _ context: FactContext) -> [OutputFile.Piece] {
    let indicators = site.indicators
    return pieces(of: indicators) { csv in
      csv.row(IndicatorFacts.columns.map(\.name))
    } rows: { range, csv in
      IndicatorFacts.writeRows(range, of: indicators, context, to: &csv)
    }
  }

  /// The rows of all values, in pieces of 512 indicators.
  static func values(_ site: ResolvedSite, _ table: ObservationCSV) -> [OutputFile.Piece] {
    let indicators = site.indicators
    return pieces(of: indicators) { csv in
      table.writeHead(to: &csv)
    } rows: { range, csv in
      table.write(range, of: indicators, to: &csv)
    }
  }

  /// The observations of one indicator.
  static func one(_ resolved: ResolvedIndicator) -> [UInt8] {
    let table = ObservationCSV(resolved)
    var csv = CSVWriter(byteOrderMark: true)
    table.writeHead(to: &csv)
    table.write(resolved, to: &csv)
    return csv.bytes
  }

  private static func pieces(
    of indicators: Table<IndicatorTag, ResolvedIndicator>, head: @escaping @Sendable (inout CSVWriter) -> Void,
    rows: @escaping @Sendable (Range<IndicatorRef>, inout CSVWriter) -> Void
  ) -> [OutputFile.Piece] {
    let first: OutputFile.Piece = { buffer in
      var csv = CSVWriter(byteOrderMark: true, appendingTo: buffer)
      head(&csv)
      buffer = csv.finish()
    }
    let rest = indicators.pieces.map { range -> OutputFile.Piece in
      { @Sendable buffer in
        var csv = CSVWriter(appendingTo: buffer)
        rows(range, &csv)
        buffer = csv.finish()
      }
    }
    return [first] + rest
  }
}
