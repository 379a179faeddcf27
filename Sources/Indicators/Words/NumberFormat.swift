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
    Indicators.text { $0.append(figure: value, decimals: decimals) }
  }

  /// With a point, the minus of the keyboard and no groups: what any program reads.
  package static func data(_ value: Double, decimals: Int) -> String {
    guard let (scaled, decimals) = scaled(value, decimals) else { return String(value) }
    return text(scaled, decimals: decimals, minus: value < 0 ? "-" : "", isGrouped: false)
  }

  /// The digits without their sign and point; nil where there are too many.
  fileprivate static func scaled(_ value: Double, _ decimals: Int) -> (UInt, Int)? {
    let decimals = min(max(0, decimals), 12)
    let scaled = roundedHalfUp(abs(value) * powerOfTen(decimals))
    return scaled < 9e18 ? (UInt(scaled), decimals) : nil
  }

  private static func text(_ digits: UInt, decimals: Int, minus: StaticString, isGrouped: Bool) -> String {
    withBytes(of: digits, decimals: decimals, minus: minus, isGrouped: isGrouped) { String(decoding: $0, as: UTF8.self) }
  }

  /// Digits from the last to the first, in bytes: every table and data file is full of numbers.
  @inline(__always)
  fileprivate static func withBytes<Result>(
    of digits: UInt, decimals: Int, minus: StaticString, isGrouped: Bool, _ use: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    // 20 digits, a point, 6 commas, a minus.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { buffer in
      var place = 40
      func put(_ byte: UInt8) {
        place -= 1
        buffer[place] = byte
      }
      var rest = digits
      for _ in 0..<decimals {
        put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      }
      if decimals > 0 { put(UInt8(ascii: ".")) }
      let hasGroups = isGrouped && rest >= 10_000
      var count = 0
      repeat {
        if hasGroups, count > 0, count.isMultiple(of: 3) { put(UInt8(ascii: ",")) }
        put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
        count += 1
      } while rest > 0
      if digits > 0 { for index in (0..<minus.utf8CodeUnitCount).reversed() { put(minus.utf8Start[index]) } }
      return use(UnsafeBufferPointer(rebasing: buffer[place...]))
    }
  }

  /// A share as a whole per cent. It says 100 % only of what is reached, and 0 % only of nothing.
  package static func percent(_ share: Double) -> String { Indicators.text { $0.append(percent: share) } }

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

extension [UInt8] {
  /// As `NumberFormat.text`, without a String.
  package mutating func append(figure number: DecimalNumber, precision: Int? = nil) {
    append(figure: number.value, decimals: precision.map { Swift.min($0, number.decimals) } ?? number.decimals)
  }

  package mutating func append(figure value: Double, decimals: Int) {
    guard let (scaled, decimals) = NumberFormat.scaled(value, decimals) else {
      if value < 0 { append(words: "\u{2212}") }
      return append(text: String(abs(value)))
    }
    NumberFormat.withBytes(of: scaled, decimals: decimals, minus: value < 0 ? "\u{2212}" : "", isGrouped: true) {
      append(contentsOf: $0)
    }
  }

  /// As `NumberFormat.percent`.
  package mutating func append(percent share: Double) {
    if isNear(share, 0) { return append(words: "0%") }
    var rounded = nearestWhole(share * 100)
    if share < 1, rounded >= 100, !isNear(share, 1) { rounded = 99 }
    if rounded == 0 { return append(words: share > 0 ? "<1%" : ">\u{2212}1%") }
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
      return append(contentsOf: String(number.value).utf8)
    }
    append(digits: scaled, decimals: decimals, isNegative: number.value < 0)
  }
}
