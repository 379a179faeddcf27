import Bytes
import DataFormats
import SiteModel
import SiteOutput

/// `/data/indicators.json` and `/indicators/<id>.json`.
enum IndicatorJSON {
  /// All indicators in pieces, since the file may be large: one indicator per line, by plan, then in register order.
  static func all(_ site: ResolvedSite, _ context: FactContext) -> [OutputFile.Piece] {
    let indicators = site.indicators
    let pieces = indicators.pieces
    return pieces.indices.map { number in
      { buffer in
        var json = JSONWriter(.lines, appendingTo: buffer)
        json.chunk(isFirst: number == 0, isLast: number == pieces.count - 1) { json in
          for ref in pieces[number] {
            json.object { IndicatorFacts.write(indicators[ref], context, to: &$0) }
          }
        }
        buffer = json.finish()
      }
    }
  }

  static func one(_ indicator: ResolvedIndicator, _ context: FactContext) -> [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      IndicatorFacts.write(indicator, context, to: &json)
      IndicatorFacts.writeParts(indicator, context, to: &json)
    }
    return json.bytes
  }
}
