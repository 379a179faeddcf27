/// The alphabet in ranges. A term belongs to the bucket of its first character, and the buckets are in the order of
/// code points, which is also the order of UTF-8, so that several threads can sort and encode them separately.
enum TermBucket {
  /// One for each character of ASCII, one for each 256 characters, and one for all characters above U+FFFF.
  static let count = 128 + 48 + 208 + 1

  private static let firstHigh: UInt32 = 0x3000

  @inline(__always)
  static func number(of scalar: UInt32) -> Int {
    if scalar < 0x80 { return Int(scalar) }
    if scalar < firstHigh { return 128 + Int(scalar >> 8) }
    if scalar <= 0xFFFF { return 176 + Int((scalar - firstHigh) >> 8) }
    return count - 1
  }

  /// Whether a term of the bucket can be a pair: no paired character is below U+3000.
  static func hasPairs(_ number: Int) -> Bool { number >= 176 && number < count - 1 }

  /// The first of the characters of a bucket that has pairs.
  static func firstScalar(of number: Int) -> UInt32 { firstHigh + UInt32(number - 176) << 8 }

  /// The first character of a text.
  static func scalar(_ utf8: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let lead = UInt32(utf8[0])
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard length > 1, length <= utf8.count else { return lead & 0x7F }
    return utf8[1..<length].reduce(lead & (0x7F >> UInt32(length))) { $0 << 6 | UInt32($1 & 0x3F) }
  }
}
