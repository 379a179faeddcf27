/// A number as the author wrote it: `1.50` keeps its two decimals, and `9007199254740993` its last digit.
public struct DecimalNumber: Hashable, Sendable {
  /// 16 bytes, also for an optional number.
  private enum Storage: Hashable, Sendable {
    case short(value: Double, decimals: Int16)
    case long(LongNumber)
  }

  private let storage: Storage

  /// The nearest double; finite.
  package var value: Double {
    switch storage {
    case .short(let value, _): value
    case .long(let number): number.value
    }
  }

  /// The number of digits after the decimal point, once an exponent is written out: 2 for `1.50`, 1 for `15e-1`, 0 for
  /// `1.5e3`.
  package var decimals: Int {
    switch storage {
    case .short(_, let decimals): Int(decimals)
    case .long(let number): number.decimals
    }
  }

  /// The text of a number that a double does not hold as it was written: one with more than 15 digits or 12 decimals, and
  /// one from 10^15 on. It is a JSON number. Nil for all others.
  package var longText: String? {
    switch storage {
    case .short: nil
    case .long(let number): number.text
    }
  }

  /// Numbers are computed with below this size, which keeps every sum, quotient and product of them finite. A larger
  /// number is only shown.
  package static let limit = 1e15

  /// Whether the number is small enough to compute with.
  package var isInRange: Bool { abs(value) < DecimalNumber.limit }

  package init(value: Double, decimals: Int) {
    precondition(value.isFinite && decimals >= 0, "a decimal number is finite")
    storage = .short(value: value, decimals: Int16(clamping: decimals))
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
      self.init(LongNumber(value: value, decimals: written.decimals, text: written.text))
    }
  }

  /// The amount without its sign.
  package var magnitude: DecimalNumber {
    guard value < 0 else { return self }
    switch storage {
    case .short(let value, let decimals): return DecimalNumber(value: -value, decimals: Int(decimals))
    case .long(let number):
      return DecimalNumber(
        LongNumber(value: -number.value, decimals: number.decimals, text: String(number.text.dropFirst())))
    }
  }

  private init(_ number: LongNumber) {
    storage = .long(number)
  }
}

/// A number with its text, for the few that a double does not hold as they were written.
private final class LongNumber: Hashable, Sendable {
  let value: Double
  let decimals: Int
  let text: String

  init(value: Double, decimals: Int, text: String) {
    self.value = value
    self.decimals = decimals
    self.text = text
  }

  static func == (a: LongNumber, b: LongNumber) -> Bool { a.text == b.text }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
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
  let decimals = point.map { count - $0 } ?? 0
  guard (1...15).contains(count), decimals <= WrittenNumber.mostDecimals else { return nil }
  let value = Double(digits) / power
  return DecimalNumber(value: isNegative ? -value : value, decimals: decimals)
}
