import Bytes
import DataFormats

/// The language of words and formats.
package enum WordLanguage: Hashable, CaseIterable, Sendable {
  case chinese, english
}

/// Numbers as readers see them: a minus sign (U+2212), digits grouped by three with commas from 10,000 on (2021 might be a
/// year), and no digit that the figure does not have.
package enum NumberFormat {
  /// A number with at most `precision` decimals; nil shows all written decimals.
  package static func text(_ number: DecimalNumber, precision: Int? = nil) -> String {
    text(number.value, decimals: precision.map { min($0, number.decimals) } ?? number.decimals)
  }

  /// A number rounded to `decimals`, 0 to 12; halves are rounded away from zero.
  package static func text(_ value: Double, decimals: Int) -> String {
    ByteBuffer.text { $0.append(figure: value, decimals: decimals) }
  }

  /// A number for data files: a point, an ASCII minus and no grouping.
  package static func data(_ value: Double, decimals: Int) -> String {
    ByteBuffer.text { $0.append(data: DecimalNumber(value: value, decimals: decimals)) }
  }

  /// The digits without sign and point, and how many of them are decimals; nil for 9·10¹⁸ or more.
  fileprivate static func scaled(_ value: Double, _ decimals: Int) -> (UInt, Int)? {
    let decimals = min(max(0, decimals), 12)
    let scaled = roundedHalfUp(abs(value) * powerOfTen(decimals))
    return scaled < 9e18 ? (UInt(scaled), decimals) : nil
  }

  /// A fraction in whole per cent. Only 1 or more is 100 %, and only 0 is 0 %: 0.996 is 99 % and 0.004 is <1 %.
  package static func percent(_ share: Double) -> String { ByteBuffer.text { $0.append(percent: share) } }

  /// The nearest whole number; halves are rounded away from zero, as `rounded()` does.
  package static func nearest(_ number: Double) -> Double { nearestWhole(number) }

  /// 1.005 is slightly less in binary, and a hundred times that is 100.49999999999999. So a half begins two units in the
  /// last place below 0.5.
  private static func roundedHalfUp(_ number: Double) -> Double {
    let whole = wholePart(number)
    let rest = number - whole
    // The allowance is at most 0.1, so that less than 0.4 never rounds up.
    return rest >= 0.4 && rest >= 0.5 - min(2 * number.ulp, 0.1) ? whole + 1 : whole
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}

extension ByteBuffer {
  /// Appends what `NumberFormat.text` returns.
  package mutating func append(figure number: DecimalNumber, precision: Int? = nil) {
    append(figure: number.value, decimals: precision.map { Swift.min($0, number.decimals) } ?? number.decimals)
  }

  package mutating func append(figure value: Double, decimals: Int) {
    guard let (scaled, decimals) = NumberFormat.scaled(value, decimals) else {
      if value < 0 { append(literal: "\u{2212}") }
      return append(text: String(abs(value)))
    }
    if value < 0, scaled > 0 { append(literal: "\u{2212}") }
    append(digits: scaled, decimals: decimals, isNegative: false, isGrouped: true)
  }

  /// Appends what `NumberFormat.percent` returns.
  package mutating func append(percent share: Double) {
    if isNear(share, 0) { return append(literal: "0%") }
    var rounded = nearestWhole(share * 100)
    if share < 1, rounded >= 100, !isNear(share, 1) { rounded = 99 }
    if rounded == 0 { return append(literal: share > 0 ? "<1%" : ">\u{2212}1%") }
    append(figure: rounded, decimals: 0)
    append(UInt8(ascii: "%"))
  }

  /// Appends what `NumberFormat.data` returns.
  package mutating func append(data number: DecimalNumber) {
    guard let (scaled, decimals) = NumberFormat.scaled(number.value, number.decimals) else {
      return append(text: String(number.value))
    }
    append(digits: scaled, decimals: decimals, isNegative: number.value < 0)
  }
}
