import Bytes
import DataFormats

/// The language of words and formats.
package enum WordLanguage: Hashable, CaseIterable, Sendable {
  case chinese, english
}

/// Numbers as a reader sees them: digits grouped by three with a comma from 10,000 on (a year-like 2021 stays
/// whole), a true minus, and never a digit that the figure does not have.
package enum NumberFormat {
  /// `precision` is the number of decimals to show; without it, those that were written.
  package static func text(_ number: DecimalNumber, precision: Int? = nil) -> String {
    text(number.value, decimals: precision.map { min($0, number.decimals) } ?? number.decimals)
  }

  /// Rounds half away from zero, as people do.
  package static func text(_ value: Double, decimals: Int) -> String {
    ByteBuffer.text { $0.append(figure: value, decimals: decimals) }
  }

  /// With a point, the minus of the keyboard and no groups: what any program reads.
  package static func data(_ value: Double, decimals: Int) -> String {
    ByteBuffer.text { $0.append(data: DecimalNumber(value: value, decimals: decimals)) }
  }

  /// The digits without their sign and point; nil where there are too many.
  fileprivate static func scaled(_ value: Double, _ decimals: Int) -> (UInt, Int)? {
    let decimals = min(max(0, decimals), 12)
    let scaled = roundedHalfUp(abs(value) * powerOfTen(decimals))
    return scaled < 9e18 ? (UInt(scaled), decimals) : nil
  }

  /// A share as a whole per cent. It says 100 % only of what is reached, and 0 % only of nothing.
  package static func percent(_ share: Double) -> String { ByteBuffer.text { $0.append(percent: share) } }

  /// As `rounded()`.
  package static func nearest(_ number: Double) -> Double { nearestWhole(number) }

  /// 1.005 is a little less in binary, and its hundredfold 100.49999999999999: halves count from two steps below.
  private static func roundedHalfUp(_ number: Double) -> Double {
    let whole = wholePart(number)
    let rest = number - whole
    // Two steps are never more than a tenth.
    return rest >= 0.4 && rest >= 0.5 - min(2 * number.ulp, 0.1) ? whole + 1 : whole
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}

extension ByteBuffer {
  /// As `NumberFormat.text`, without a String.
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

  /// As `NumberFormat.percent`.
  package mutating func append(percent share: Double) {
    if isNear(share, 0) { return append(literal: "0%") }
    var rounded = nearestWhole(share * 100)
    if share < 1, rounded >= 100, !isNear(share, 1) { rounded = 99 }
    if rounded == 0 { return append(literal: share > 0 ? "<1%" : ">\u{2212}1%") }
    if rounded >= 10, rounded < 100 {
      // Nearly all are of two digits.
      let (tens, ones) = UInt8(rounded).quotientAndRemainder(dividingBy: 10)
      append(UInt8(ascii: "0") + tens)
      append(UInt8(ascii: "0") + ones)
    } else {
      append(figure: rounded, decimals: 0)
    }
    append(UInt8(ascii: "%"))
  }

  /// As `NumberFormat.data`, without a String.
  package mutating func append(data number: DecimalNumber) {
    guard let (scaled, decimals) = NumberFormat.scaled(number.value, number.decimals) else {
      return append(text: String(number.value))
    }
    append(digits: scaled, decimals: decimals, isNegative: number.value < 0)
  }
}
