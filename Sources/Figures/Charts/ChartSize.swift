/// Each chart is drawn in two sizes and the style sheet shows the one that fits, because the text of a picture that is
/// scaled down to a phone is unreadable.
package enum ChartSize: CaseIterable, Sendable {
  case wide, narrow

  var name: StaticString {
    switch self {
    case .wide: "chart-wide"
    case .narrow: "chart-narrow"
    }
  }

  /// In CSS pixels.
  var width: Double {
    switch self {
    case .wide: 640
    case .narrow: 300
    }
  }

  var height: Double {
    switch self {
    case .wide: 300
    case .narrow: 240
    }
  }

  /// The size of all text, in CSS pixels.
  static let textSize = 13.0

  /// An upper estimate of the width of a text, in CSS pixels: a Han character is as wide as it is high, others are about
  /// two thirds as wide in a wide, bold font.
  static func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 1 : $1 == "." || $1 == "," || $1 == " " ? 0.36 : 0.68) }
      * textSize
  }

  /// A text that is truncated to a width in CSS pixels, with an ellipsis.
  static func shortened(_ text: String, to width: Double) -> String {
    guard ChartSize.width(of: text) > width else { return text }
    var kept = text
    while !kept.isEmpty, ChartSize.width(of: kept) + textSize > width { kept.removeLast() }
    return kept + "…"
  }
}

/// A rectangle in a drawing, in CSS pixels; y grows downwards.
struct ChartBox: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double
}

extension ChartBox {
  init(_ point: (x: Double, y: Double)) {
    self.init(left: point.x, top: point.y, right: point.x, bottom: point.y)
  }

  func overlaps(_ other: ChartBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func holds(_ other: ChartBox) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }

  /// Whether one is above the other, at least in part.
  func isInLine(with other: ChartBox) -> Bool { left < other.right && other.left < right }

  /// The gap between two rectangles; 0 if they touch or overlap.
  func distance(to other: ChartBox) -> Double {
    let across = max(0, other.left - right, left - other.right)
    let down = max(0, other.top - bottom, top - other.bottom)
    return (across * across + down * down).squareRoot()
  }
}
