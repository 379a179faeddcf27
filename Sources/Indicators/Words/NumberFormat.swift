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
    let decimals = min(max(0, decimals), 12)
    let scale = powerOfTen(decimals)
    let scaled = roundedHalfUp(abs(value) * scale)
    guard scaled < 9e18 else { return value < 0 ? "\u{2212}\(abs(value))" : String(value) }
    var digits = String(Int(scaled))
    if digits.utf8.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    let whole = String(digits.dropLast(decimals))
    let fraction = String(digits.suffix(decimals))
    let sign = value < 0 && scaled > 0 ? "\u{2212}" : ""
    return sign + grouped(whole) + (decimals > 0 ? ".\(fraction)" : "")
  }

  /// A share as a whole per cent. It says 100 % only of what is reached, and 0 % only of nothing.
  package static func percent(_ share: Double) -> String {
    if isNear(share, 0) { return "0%" }
    var rounded = (share * 100).rounded(.toNearestOrAwayFromZero)
    if share < 1, rounded >= 100, !isNear(share, 1) { rounded = 99 }
    if rounded == 0 { return share > 0 ? "<1%" : ">\u{2212}1%" }
    return "\(text(rounded, decimals: 0))%"
  }

  /// 1.005 is a little less in binary, and its hundredfold 100.49999999999999: halves count from two steps below.
  private static func roundedHalfUp(_ number: Double) -> Double {
    let whole = number.rounded(.down)
    return number - whole >= 0.5 - min(2 * number.ulp, 0.1) ? whole + 1 : whole
  }

  private static func grouped(_ digits: String) -> String {
    guard digits.utf8.count > 4 else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return result
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }
}
