/// The power of ten in which one column or axis states all its numbers, named in its head: 万, 亿; thousand, million.
package struct NumberScale: Hashable, Sendable {
  /// The exponent: 6 for million.
  package let exponent: Int
  private let word: String

  /// 10 to the power of `exponent`.
  package var factor: Double { (0..<exponent).reduce(1.0) { power, _ in power * 10 } }

  private static func steps(_ language: WordLanguage) -> [NumberScale] {
    switch language {
    case .chinese:
      [
        NumberScale(exponent: 12, word: "万亿"), NumberScale(exponent: 8, word: "亿"), NumberScale(exponent: 4, word: "万"),
      ]
    case .english:
      [
        NumberScale(exponent: 9, word: "billion"), NumberScale(exponent: 6, word: "million"),
        NumberScale(exponent: 3, word: "thousand"),
      ]
    }
  }

  /// The scale of an axis whose largest number is `largest`; nil below 100,000, and for a unit that is a share or that
  /// names a multiple itself, such as 万元 or `million t`.
  package static func axis(to largest: Double, unit: String?, _ language: WordLanguage) -> NumberScale? {
    guard largest >= 1e5, !isMultiple(unit) else { return nil }
    return steps(language).first { largest >= $0.factor }
  }

  /// The scale of a column whose largest number is `largest`. Numbers of up to eight digits are shown as they are; nil then,
  /// and for the units for which an axis has none. The largest number keeps at least two digits before the point.
  package static func column(to largest: Double, unit: String?, _ language: WordLanguage) -> NumberScale? {
    guard largest >= 1e8, !isMultiple(unit) else { return nil }
    return steps(language).first { largest >= 10 * $0.factor }
  }

  /// `万吨`, `million t`; the word alone without a unit.
  package func head(unit: String?, _ language: WordLanguage) -> String {
    guard let unit, !unit.isEmpty else { return word }
    return language == .chinese ? word + unit : "\(word) \(unit)"
  }

  /// The fewest decimals with which every number shows at least three significant digits in this scale, or all it has.
  /// At most `exponent` and the decimals as written.
  package func decimals(of values: [Double]) -> Int {
    var most = 0
    for value in values where value != 0 {
      let scaled = abs(value) / factor
      var decimals = scaled >= 10 ? 1 : scaled >= 1 ? 2 : 3
      while decimals > 0, NumberFormat.isSame(scaled, decimals: decimals, decimals - 1) { decimals -= 1 }
      most = max(most, decimals)
    }
    return min(most, exponent)
  }

  private static func isMultiple(_ unit: String?) -> Bool {
    guard let unit, let first = unit.first else { return false }
    if "十百千万亿%％‰0123456789'’".contains(first) { return true }
    let lowercased = unit.lowercased()
    return ["hundred", "thousand", "million", "billion", "trillion"].contains { lowercased.contains($0) }
  }
}

extension NumberScale {
  /// The fewest decimals that tell the numbers of an axis apart in this scale.
  package func exactDecimals(of ticks: [Double]) -> Int {
    var decimals = 0
    while decimals < exponent,
      !ticks.allSatisfy({ NumberFormat.isSame($0 / factor, decimals: decimals, min(exponent, 12)) })
    { decimals += 1 }
    return decimals
  }
}
