import Bytes
import Indicators
import Markup

/// The share of indicators with each status, as one bar. Hidden from screen readers, because the counts are beside it.
package enum StatusBar {
  package static func html(_ counts: [(status: IndicatorStatus, count: Int)]) -> HTML {
    let total = counts.reduce(0) { $0 + $1.count }
    guard total > 0 else { return HTML() }
    var bytes = ByteBuffer()
    bytes.append(
      markup:
        "<svg class=\"status-bar\" viewBox=\"0 0 1000 20\" width=\"1000\" height=\"20\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    )
    var left = 0.0
    for (status, count) in counts {
      let width = Double(count) / Double(total) * 1000
      bytes.append(markup: "<rect class=\"status-")
      bytes.append(verbatim: status.rawValue)
      bytes.append(UInt8(ascii: "\""))
      bytes.append(attribute: "x", tenths(left))
      // A gap of two units separates neighbours of the same colour.
      bytes.append(attribute: "width", tenths(max(1, width - 2)))
      bytes.append(markup: " height=\"20\"/>")
      left += width
    }
    bytes.append(markup: "</svg>")
    return HTML(bytes: bytes.array)
  }
}
