/// A number as the author wrote it: `1.50` keeps its two decimals.
public struct DecimalNumber: Hashable, Sendable {
  /// The nearest double; finite.
  package let value: Double
  /// The number of digits after the decimal point, once an exponent is written out: 2 for `1.50`, 1 for `15e-1`, 0 for
  /// `1.5e3`.
  package var decimals: Int { Int(decimals16) }
  /// 16 bits, so that an optional number takes 16 bytes.
  private let decimals16: Int16

  package init(value: Double, decimals: Int) {
    precondition(value.isFinite && decimals >= 0, "a decimal number is finite")
    self.value = value
    decimals16 = Int16(clamping: decimals)
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
    guard let decimals = text.withUTF8(writtenDecimals), let value = Double(text), value.isFinite else { return nil }
    self.value = value
    decimals16 = Int16(clamping: decimals)
  }

  /// What to write instead of a text that is not a number; nil if it cannot be guessed.
  package static func hint(for text: String) -> String? {
    if text.hasSuffix("%") || text.hasSuffix("％") {
      return "write the number without '%', which belongs in the unit"
    }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case ",", "，", "_", " ", "\u{A0}", "\u{2009}", "\u{202F}", "'": continue
      case "０"..."９", "．", "－", "＋": plain.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case "\u{2212}": plain.append("-")
      default: plain.append(scalar)
      }
    }
    let repaired = String(plain)
    return repaired != text && DecimalNumber(repaired) != nil ? "write \(repaired)" : nil
  }
}

/// Parses a number of at most 15 digits without an exponent, as nearly all are; nil for any other. The digits and the power
/// of ten are exact doubles, so their quotient is the double nearest to the number.
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
  guard (1...15).contains(count) else { return nil }
  let value = Double(digits) / power
  return DecimalNumber(value: isNegative ? -value : value, decimals: point.map { count - $0 } ?? 0)
}

/// The number of digits after the decimal point, if the bytes are `[-+]? ( . [0-9]+ | [0-9]+ ( . [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`.
private func writtenDecimals(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  var index = 0
  func skipSign() {
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") { index += 1 }
  }
  func skipDigits() -> Int {
    let start = index
    while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
    return index - start
  }
  skipSign()
  let whole = skipDigits()
  var decimals = 0
  if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
    index += 1
    decimals = skipDigits()
  }
  guard whole + decimals > 0 else { return nil }
  if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
    index += 1
    let start = index
    skipSign()
    guard skipDigits() > 0,
      let exponent = Int(String(decoding: bytes[start..<index], as: UTF8.self)), abs(exponent) < 1_000
    else { return nil }
    decimals = max(0, decimals - exponent)
  }
  return index == bytes.count ? decimals : nil
}
