/// Each chart is drawn twice, and the style sheet shows the one that fits: text in a picture that is scaled down to a
/// phone could not be read.
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

  /// Of all text, in CSS pixels.
  static let textSize = 13.0

  /// About how wide a text is drawn at most: a Han character is as wide as high, others are two thirds in a wide, bold
  /// font.
  static func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 1 : $1 == "." || $1 == "," || $1 == " " ? 0.36 : 0.68) }
      * textSize
  }

  /// As much of a text as a width holds.
  static func shortened(_ text: String, to width: Double) -> String {
    guard ChartSize.width(of: text) > width else { return text }
    var kept = text
    while !kept.isEmpty, ChartSize.width(of: kept) + textSize > width { kept.removeLast() }
    return kept + "…"
  }
}

/// A rectangle of the drawing, y downwards.
struct ChartBox: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  func overlaps(_ other: ChartBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func holds(_ other: ChartBox) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }
}
