import Bytes
import DataFormats
import SiteModel
import SiteOutput

/// `/data/indicators.csv` and `/indicators/<id>.csv`: one row per observation, with the facts of its indicator. UTF-8
/// with a byte order mark, without which Excel misreads Chinese.
enum IndicatorCSV {
  /// The file in pieces, since it may be large: the header, then 512 indicators at a time.
  static func all(_ site: ResolvedSite, _ context: FactContext) -> [OutputFile.Piece] {
    var pieces: [OutputFile.Piece] = [
      { buffer in
        var csv = CSVWriter(byteOrderMark: true, appendingTo: buffer)
        csv.row(IndicatorFacts.columns.map(\.name))
        buffer = csv.finish()
      }
    ]
    let indicators = site.indicators
    for piece in indicators.pieces {
      pieces.append { buffer in
        var csv = CSVWriter(appendingTo: buffer)
        IndicatorFacts.writeRows(piece, of: indicators, context, to: &csv)
        buffer = csv.finish()
      }
    }
    return pieces
  }

  static func one(_ ref: IndicatorRef, _ site: ResolvedSite, _ context: FactContext) -> [UInt8] {
    var csv = CSVWriter(byteOrderMark: true)
    csv.row(IndicatorFacts.columns.map(\.name))
    IndicatorFacts.writeRows(ref..<ref.advanced(by: 1), of: site.indicators, context, to: &csv)
    return csv.bytes
  }
}
