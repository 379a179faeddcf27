import Bytes
import DataFormats
import Words

/// Numbers as readers see them: a minus sign (U+2212), the separators of the language, digits grouped by three from 1,000 or
/// from 10,000 on, and no digit that the figure does not have.
package enum NumberFormat {
  /// A number with `precision` decimals; nil shows the written ones. A number that is too large to compute with is shown as
  /// it is written.
  package static func text(_ number: DecimalNumber, precision: Int? = nil, _ language: WordLanguage) -> String {
    ByteBuffer.text { $0.append(figure: number, precision: precision, language) }
  }

  /// A number rounded to `decimals`, 0 to 12; halves are rounded away from zero.
  package static func text(_ value: Double, decimals: Int, _ language: WordLanguage) -> String {
    ByteBuffer.text { $0.append(figure: value, decimals: decimals, language) }
  }

  /// Whether a number reads the same with either number of decimals, apart from zeros at the end.
  static func isSame(_ value: Double, decimals a: Int, _ b: Int) -> Bool {
    guard let a = scaled(value, a), let b = scaled(value, b) else { return true }
    return Double(a.0) / powerOfTen(a.1) == Double(b.0) / powerOfTen(b.1)
  }

  /// Whether two numbers read the same with a number of decimals.
  package static func isSame(_ a: Double, _ b: Double, decimals: Int) -> Bool {
    guard let first = scaled(a, decimals), let second = scaled(b, decimals) else { return false }
    return first == second && (first.0 == 0 || (a < 0) == (b < 0))
  }

  /// A number in a scale, with all its digits, and with zeros up to `least` decimals.
  package static func text(
    _ value: Double, decimals: Int, in scale: NumberScale, least: Int = 0, _ language: WordLanguage
  ) -> String {
    ByteBuffer.text { $0.append(figure: value, decimals: decimals, in: scale, least: least, language) }
  }

  /// A number for data files: a point, an ASCII minus and no grouping.
  package static func data(_ value: Double, decimals: Int) -> String {
    data(DecimalNumber(value: value, decimals: decimals))
  }

  package static func data(_ number: DecimalNumber) -> String { ByteBuffer.text { $0.append(data: number) } }

  /// The digits without sign and point, and how many of them are decimals: fewer than asked for if they would not fit.
  /// Nil for 9·10¹⁸ or more.
  static func scaled(_ value: Double, _ decimals: Int) -> (UInt, Int)? {
    let decimals = min(max(0, decimals), 12)
    let scaled = roundedHalfUp(abs(value) * powerOfTen(decimals))
    // Up to 2^53 the product has no digits that the value does not have.
    if scaled < 0x1p53 || decimals == 0 { return scaled < 9e18 ? (UInt(scaled), decimals) : nil }
    return scaledInParts(abs(value), decimals)
  }

  /// A number without the zeros at the end of its decimals.
  static func withoutZeros(_ digits: UInt, decimals: Int) -> (digits: UInt, decimals: Int) {
    var (digits, decimals) = (digits, decimals)
    while decimals > 0, digits.isMultiple(of: 10) {
      digits /= 10
      decimals -= 1
    }
    return (digits, decimals)
  }

  /// `scaled` for many digits, which are exact if the decimals are scaled on their own.
  private static func scaledInParts(_ value: Double, _ decimals: Int) -> (UInt, Int)? {
    let power = powerOfTen(decimals)
    let whole = wholePart(value)
    guard whole * power < 1.8e19 else { return decimals > 0 ? scaledInParts(value, decimals - 1) : nil }
    return (UInt(whole) * UInt(power) + UInt(roundedHalfUp((value - whole) * power)), decimals)
  }

  /// A fraction in whole per cent. Only 1 or more is 100 %, and only 0 is 0 %: 0.996 is 99 % and 0.004 is <1 %.
  package static func percent(_ share: Double, _ language: WordLanguage) -> String {
    ByteBuffer.text { $0.append(percent: share, language) }
  }

  /// The nearest whole number; halves are rounded away from zero, as `rounded()` does.
  package static func nearest(_ number: Double) -> Double { nearestWhole(number) }

  /// A share in whole per cent. A quotient that should be 37.5 % is often 37.49999999999998 %.
  package static func nearestPercent(_ share: Double) -> Double {
    nearestWhole(share * 100 + (share < 0 ? -1e-9 : 1e-9))
  }

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
  /// Appends a figure with its unit so that nothing comes between them where the text around runs from right to left:
  /// within U+2067 and U+2069 if the unit is in such a language, too, or the sign of a currency, else within U+2068 and
  /// U+2069. The minus sign of such a language begins with U+200E, which alone would make the figure one that runs from
  /// left to right.
  mutating func isolate(_ language: WordLanguage, _ figure: (inout ByteBuffer) -> Void) {
    guard language.direction == .rightToLeft else { return figure(&self) }
    let text = ByteBuffer.text(figure)
    let runsLeft =
      [WritingSystem.arabic, .hebrew].contains { $0.occurs(in: text) }
      || text.unicodeScalars.last?.properties.generalCategory == .currencySymbol
    append(text: runsLeft ? "\u{2067}" : "\u{2068}")
    append(text: text)
    append(text: "\u{2069}")
  }

  /// Appends what `NumberFormat.text` returns.
  package mutating func append(figure number: DecimalNumber, precision: Int? = nil, _ language: WordLanguage) {
    if let text = number.longText {
      guard let precision, number.isInRange else {
        return append(longFigure: text, language)
      }
      if precision == number.decimals { return append(longFigure: text, language) }
    }
    append(figure: number.value, decimals: precision ?? number.decimals, language)
  }

  /// Appends a number as it is written, with a minus sign, and grouped unless it has an exponent.
  private mutating func append(longFigure text: String, _ language: WordLanguage) {
    let digits = text.drop { $0 == "-" }
    if digits.count < text.count { append(text: language.numbers.minus) }
    guard !digits.contains("e") else { return append(text: String(digits.replacing("-", with: "\u{2212}"))) }
    let whole = digits.prefix { $0 != "." }
    let style = language.numbers
    for (index, digit) in whole.enumerated() {
      if index > 0, whole.count >= style.grouping.rawValue, (whole.count - index).isMultiple(of: 3) {
        append(text: style.group)
      }
      append(text: String(digit))
    }
    let decimals = digits.dropFirst(whole.count)
    append(text: style.isPlain ? String(decimals) : String(decimals.replacing(".", with: style.decimal)))
  }

  package mutating func append(figure value: Double, decimals: Int, _ language: WordLanguage) {
    append(figure: value, decimals: decimals, language.numbers)
  }

  private mutating func append(figure value: Double, decimals: Int, _ style: NumberStyle) {
    guard let (scaled, decimals) = NumberFormat.scaled(value, decimals) else {
      if value < 0 { append(text: style.minus) }
      return append(text: String(abs(value)))
    }
    if value < 0, scaled > 0 { append(text: style.minus) }
    append(digits: scaled, decimals: decimals, style)
  }

  /// Appends a number in a scale, with all its digits and without zeros at the end, except those of `least` decimals.
  mutating func append(
    figure value: Double, decimals: Int, in scale: NumberScale, least: Int = 0, _ language: WordLanguage
  ) {
    guard let (digits, decimals) = NumberFormat.scaled(value, decimals) else {
      return append(figure: value, decimals: decimals, language)
    }
    var (shown, places) = NumberFormat.withoutZeros(digits, decimals: decimals + scale.exponent)
    while places < least {
      shown *= 10
      places += 1
    }
    if value < 0, shown > 0 { append(text: language.numbers.minus) }
    append(digits: shown, decimals: places, language.numbers)
  }

  /// Appends what `NumberFormat.percent` returns.
  package mutating func append(percent share: Double, _ language: WordLanguage) {
    var rounded = isNear(share, 0) ? 0 : NumberFormat.nearestPercent(share)
    if share < 1, rounded >= 100, !isNear(share, 1) { rounded = 99 }
    if rounded == 0, !isNear(share, 0) {
      append(UInt8(ascii: share > 0 ? "<" : ">"))
      if share < 0 { append(text: language.numbers.minus) }
      append(UInt8(ascii: "1"))
    } else {
      append(figure: rounded, decimals: 0, language.numbers.groupedFromTenThousand)
    }
    append(text: language.numbers.percent)
  }

  /// Appends what `NumberFormat.data` returns.
  package mutating func append(data number: DecimalNumber) {
    if let text = number.longText { return append(text: text) }
    guard let (scaled, decimals) = NumberFormat.scaled(number.value, number.decimals) else {
      return append(text: String(number.value))
    }
    append(digits: scaled, decimals: decimals, isNegative: number.value < 0)
  }
}
