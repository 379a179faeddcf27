import Bytes
import Indicators
import Markup

/// The share of indicators in each of the four classes, as one bar that can be read without colour: a full block, a
/// narrower one, two stripes, dots. Hidden from screen readers, because the counts are beside it.
package enum ClassBar {
  package static func html(_ counts: [(statusClass: StatusClass, count: Int)]) -> HTML {
    let total = counts.reduce(0) { $0 + $1.count }
    guard total > 0 else { return HTML() }
    var bytes = ByteBuffer()
    bytes.append(
      markup:
        "<svg class=\"class-bar\" viewBox=\"0 0 1000 20\" width=\"1000\" height=\"20\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    )
    var left = 0.0
    for (statusClass, count) in counts where count > 0 {
      let width = Double(count) / Double(total) * 1000
      // A gap separates neighbours.
      append(statusClass, from: left, width: max(2, width - 4), to: &bytes)
      left += width
    }
    bytes.append(markup: "</svg>")
    return HTML(bytes: bytes.array)
  }

  /// A piece of the bar, for the key.
  package static func swatch(_ statusClass: StatusClass) -> HTML {
    var bytes = ByteBuffer()
    bytes.append(
      markup:
        "<svg class=\"class-swatch\" viewBox=\"0 0 40 20\" width=\"40\" height=\"20\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    )
    append(statusClass, from: 0, width: 40, to: &bytes)
    bytes.append(markup: "</svg>")
    return HTML(bytes: bytes.array)
  }

  private static func append(
    _ statusClass: StatusClass, from left: Double, width: Double, to bytes: inout ByteBuffer
  ) {
    bytes.append(markup: "<path class=\"class-")
    bytes.append(verbatim: statusClass.rawValue)
    bytes.append(markup: "\" d=\"")
    func appendBlock(_ top: StaticString, _ height: StaticString) {
      bytes.append(UInt8(ascii: "M"))
      bytes.append(tenths: left)
      bytes.append(markup: " ")
      bytes.append(markup: top)
      bytes.append(markup: "h")
      bytes.append(tenths: width)
      bytes.append(markup: "v")
      bytes.append(markup: height)
      bytes.append(markup: "h-")
      bytes.append(tenths: width)
      bytes.append(UInt8(ascii: "z"))
    }
    switch statusClass {
    case .met: appendBlock("0", "20")
    case .onCourse: appendBlock("4", "12")
    case .atRisk:
      appendBlock("0", "8")
      appendBlock("12", "8")
    case .cannotSay:
      // A line, which the style sheet turns into dots.
      bytes.append(UInt8(ascii: "M"))
      // The first dot keeps clear of the block before it, also where the whole bar is narrow.
      bytes.append(tenths: left + min(20, width / 2))
      bytes.append(markup: " 10h")
      bytes.append(tenths: max(0.1, width - 28))
    }
    bytes.append(markup: "\"/>")
  }
}
