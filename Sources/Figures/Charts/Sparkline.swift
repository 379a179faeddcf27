import Bytes
import Indicators
import Markup

/// The observed values as a line the size of a word, for the column `trend`. Without an axis it shows direction, not
/// amount; the numbers are beside it.
enum Sparkline {
  static func append(_ indicator: Indicator, to bytes: inout ByteBuffer) {
    let points = indicator.observations.compactMap { observation in
      observation.value.map { (observation.period, $0.value) }
    }
    let values = points.map(\.1)
    let shown = values + indicator.margins(around: values)
    guard indicator.isInRange, points.count > 1, let low = shown.min(), let high = shown.max() else {
      bytes.append(markup: "<span class=\"empty\">—</span>")
      return
    }
    let (first, last) = (points[0].0.middle, points[points.count - 1].0.middle)
    func position(of point: (Period, Double)) -> (x: Double, y: Double) {
      let height = high > low ? (point.1 - low) / (high - low) : 0.5
      return ((point.0.middle - first) / max(last - first, 0.01), 21 - height * 18)
    }
    var canvas = SVGCanvas(height: 24, field: 3...77)
    var strokes: [[(x: Double, y: Double)]] = []
    var previous: Period?
    for point in points {
      let isBroken = previous.map { before in indicator.breaks.contains { before < $0 && $0 <= point.0 } } ?? true
      if let previous, previous.isFollowed(by: point.0), !isBroken {
        strokes[strokes.count - 1].append(position(of: point))
      } else {
        strokes.append([position(of: point)])
      }
      previous = point.0
    }
    canvas.path("series", strokes)
    for stroke in strokes where stroke.count == 1 { canvas.circle("point", at: stroke[0], radius: 1.5) }
    canvas.circle("point", at: position(of: points[points.count - 1]), radius: 2.5)
    bytes.append(markup: "<svg class=\"spark\" viewBox=\"0 0 80 24\" width=\"80\" height=\"24\" aria-hidden=\"true\">")
    bytes.append(contentsOf: canvas.bytes)
    bytes.append(markup: "</svg>")
  }
}
