/// A number as the author wrote it: `1.50` keeps its two decimals, and `9007199254740993` its last digit.
///
/// 16 bytes without a reference, also for an optional number: numbers are copied more often than anything else of a
/// site.
public struct DecimalNumber: Sendable {
  /// The nearest double; finite.
  package let value: Double
  /// Its index among the long numbers, if `isLong`.
  private let longIndex: UInt32
  private let shortDecimals: UInt16
  private let isLong: Bool

  /// The number of digits after the decimal point, once an exponent is written out: 2 for `1.50`, 1 for `15e-1`, 0 for
  /// `1.5e3`.
  package var decimals: Int { Int(shortDecimals) }

  /// The text of a number that a double cannot hold as it was written: one with more than 15 digits or 12 decimals, or
  /// from 10^15 on. It is a JSON number. Nil for all others.
  package var longText: String? { isLong ? LongNumbers.text(at: longIndex) : nil }

  /// Numbers are computed with below this size, which keeps every sum, quotient and product of them finite. A larger
  /// number is only shown.
  package static let limit = 1e15

  /// Whether the number is small enough to compute with.
  package var isInRange: Bool { abs(value) < DecimalNumber.limit }

  package init(value: Double, decimals: Int) {
    precondition(value.isFinite && decimals >= 0, "a decimal number is finite")
    self.value = value
    (shortDecimals, longIndex, isLong) = (UInt16(clamping: decimals), 0, false)
  }

  private init(value: Double, decimals: Int, longText: String) {
    self.value = value
    (shortDecimals, longIndex, isLong) = (UInt16(clamping: decimals), LongNumbers.index(of: longText), true)
  }

  /// Parses the decimal integers and floats of YAML 1.2 §10.3.2, such as `-1.5`, `+3`, `.5`, `2e3`. Nil for any other
  /// text: digit groups, `.inf`, `.nan`, hexadecimal numbers, a number too large for a double.
  package init?(_ text: String) {
    let short = text.utf8.withContiguousStorageIfAvailable(shortNumber) ?? nil
    if let short {
      self = short
      return
    }
    var text = text
    guard let written = text.withUTF8(WrittenNumber.init), let value = Double(text), value.isFinite else { return nil }
    if written.isShort, abs(value) < DecimalNumber.limit {
      self.init(value: value, decimals: written.decimals)
    } else {
      self.init(value: value, decimals: written.decimals, longText: written.text)
    }
  }

  /// The amount without its sign.
  package var magnitude: DecimalNumber {
    guard value < 0 else { return self }
    guard let longText else { return DecimalNumber(value: -value, decimals: decimals) }
    return DecimalNumber(value: -value, decimals: decimals, longText: String(longText.dropFirst()))
  }
}

extension DecimalNumber: Hashable {
  /// Whether both were written alike.
  public static func == (a: DecimalNumber, b: DecimalNumber) -> Bool {
    a.value == b.value && a.shortDecimals == b.shortDecimals && a.isLong == b.isLong && a.longIndex == b.longIndex
  }

  /// Numbers that were written alike have the same hash; the text of a long one is left out.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(value)
    hasher.combine(shortDecimals)
  }
}

/// The texts of the few numbers that a double does not hold as they were written.
private enum LongNumbers {
  private static let texts = InternedTexts(limit: Int(UInt32.max))

  static func index(of text: String) -> UInt32 {
    guard let index = texts.index(of: text) else { preconditionFailure("memory ends before numbers do") }
    return index
  }

  static func text(at index: UInt32) -> String { texts.text(at: index) }
}

/// Parses a number of at most 15 digits without an exponent, as nearly all are; nil for any other. The digits and the
/// power of ten are exact doubles, so their quotient is the double nearest to the number.
private func shortNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> DecimalNumber? {
  var index = 0
  var isNegative = false
  if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
    isNegative = first == UInt8(ascii: "-")
    index = 1
  }
  guard bytes.count - index <= 16 else { return nil }
  var digits = 0
  var count = 0
  var point: Int?
  var power = 1.0
  while index < bytes.count {
    let byte = bytes[index]
    if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      digits = digits &* 10 &+ Int(byte &- UInt8(ascii: "0"))
      count += 1
      if point != nil { power *= 10 }
    } else {
      guard byte == UInt8(ascii: "."), point == nil else { return nil }
      point = count
    }
    index += 1
  }
  let decimals = point.map { count - $0 } ?? 0
  guard (1...15).contains(count), decimals <= WrittenNumber.mostDecimals else { return nil }
  let value = Double(digits) / power
  return DecimalNumber(value: isNegative ? -value : value, decimals: decimals)
}
