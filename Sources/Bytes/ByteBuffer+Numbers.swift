// Numbers are written directly into the buffer, from the last digit to the first: tables and data files consist of
// them.
/// Where numbers begin to have commas between groups of three digits. The raw value is the least number of digits.
public enum DigitGrouping: Int, Sendable {
  case fromThousand = 4
  case fromTenThousand = 5
  case none = 1000
}

extension ByteBuffer {
  /// Appends a whole number in ASCII digits, with `-` if it is negative.
  public mutating func append(decimal number: Int) {
    // A year: half of the numbers of data files.
    if number >= 1000, number < 10_000 {
      return append(reserving: 4) { target in
        let (first, last) = number.quotientAndRemainder(dividingBy: 100)
        let (source, target) = (UnsafeRawPointer(pairs.utf8Start), UnsafeMutableRawPointer(target))
        target.storeBytes(of: source.loadUnaligned(fromByteOffset: first &* 2, as: UInt16.self), as: UInt16.self)
        target.storeBytes(
          of: source.loadUnaligned(fromByteOffset: last &* 2, as: UInt16.self), toByteOffset: 2, as: UInt16.self)
        return 4
      }
    }
    append(digits: number.magnitude, decimals: 0, isNegative: number < 0)
  }

  /// `12345` with two decimals is `123.45`; `decimals` is at most 24. Zero has no minus sign. `grouping` puts commas
  /// into long integer parts.
  public mutating func append(digits: UInt, decimals: Int, isNegative: Bool, grouping: DigitGrouping = .none) {
    precondition(decimals >= 0 && decimals <= 24, "a number has at most 24 decimals")
    let hasMinus = isNegative && digits > 0
    let whole = max(digitCount(digits) &- decimals, 1)
    let hasGroups = whole >= grouping.rawValue
    var length = hasGroups ? whole &+ (whole &- 1) / 3 : whole
    if decimals > 0 { length = length &+ decimals &+ 1 }
    if hasMinus { length = length &+ 1 }
    append(reserving: length) { target in
      var end = UnsafeMutableRawPointer(target) + length
      var rest = digits
      // Two digits by one division and one copy.
      func putPair() {
        let (next, pair) = rest.quotientAndRemainder(dividingBy: 100)
        rest = next
        end -= 2
        let source = UnsafeRawPointer(pairs.utf8Start) + Int(truncatingIfNeeded: pair &* 2)
        end.storeBytes(of: source.loadUnaligned(as: UInt16.self), as: UInt16.self)
      }
      func putDigit() {
        let (next, digit) = rest.quotientAndRemainder(dividingBy: 10)
        rest = next
        put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit))
      }
      func put(_ byte: UInt8) {
        end -= 1
        end.storeBytes(of: byte, as: UInt8.self)
      }
      if decimals > 0 {
        for _ in 0..<(decimals / 2) { putPair() }
        if decimals % 2 == 1 { putDigit() }
        put(UInt8(ascii: "."))
      }
      while hasGroups, rest >= 1000 {
        putPair()
        putDigit()
        put(UInt8(ascii: ","))
      }
      while rest >= 100 { putPair() }
      if rest >= 10 { putPair() } else { putDigit() }
      if hasMinus { put(UInt8(ascii: "-")) }
      return length
    }
  }
}

/// The numbers 00 to 99.
private let pairs: StaticString = """
  0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
  5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899
  """

/// The number of decimal digits; 1 for 0.
@inline(__always)
private func digitCount(_ number: UInt) -> Int {
  var count = 1
  var rest = number
  while rest >= 10_000 {
    rest /= 10_000
    count &+= 4
  }
  return count &+ (rest >= 10 ? 1 : 0) &+ (rest >= 100 ? 1 : 0) &+ (rest >= 1000 ? 1 : 0)
}
