import Bytes

extension ByteBuffer {
  /// A JSON string with its quotes. RFC 8259 §7; UTF-8 stays as it is.
  mutating func append(jsonString text: String, isForHTML: Bool) {
    text.withBytes { append(jsonUTF8: $0, isForHTML: isForHTML) }
  }

  /// The same of a text in UTF-8.
  mutating func append(jsonUTF8 utf8: UnsafeBufferPointer<UInt8>, isForHTML: Bool) {
    guard !isForHTML, standsForItself(utf8), let start = utf8.baseAddress else {
      return appendEscaped(jsonString: utf8, isForHTML: isForHTML)
    }
    // Nearly every text, in one piece with its quotes.
    append(room: utf8.count + 2) { room in
      room[0] = UInt8(ascii: "\"")
      (room + 1).update(from: start, count: utf8.count)
      room[utf8.count + 1] = UInt8(ascii: "\"")
      return utf8.count + 2
    }
  }

  private mutating func appendEscaped(jsonString utf8: UnsafeBufferPointer<UInt8>, isForHTML: Bool) {
    append(UInt8(ascii: "\""))
    var start = 0
    var index = 0
    while index < utf8.count {
      guard !standsForItself(utf8[index], isForHTML: isForHTML),
        let escape = escape(at: index, in: utf8, isForHTML: isForHTML)
      else {
        index += 1
        continue
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
      append(text: escape.text)
      index += escape.length
      start = index
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    append(UInt8(ascii: "\""))
  }
}

/// Whether no byte is a control character, a quote or a backslash; eight at a time.
@inline(__always)
private func standsForItself(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
  let raw = UnsafeRawBufferPointer(utf8)
  var index = 0
  while index + 8 <= raw.count {
    guard standForThemselves(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) else { return false }
    index += 8
  }
  // The last eight bytes once more, where they hold the rest.
  if index > 0 { return standForThemselves(raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)) }
  while index < raw.count {
    guard standsForItself(raw[index], isForHTML: false) else { return false }
    index += 1
  }
  return true
}

/// Whether a byte needs no second look; false does not mean that it is escaped.
@inline(__always)
private func standsForItself(_ byte: UInt8, isForHTML: Bool) -> Bool {
  if byte >= 0x3F { return byte != UInt8(ascii: "\\") && (byte != 0xE2 || !isForHTML) }
  return byte >= 0x20 && byte != UInt8(ascii: "\"") && !isForHTML
}

/// Eight bytes at once; false where one only might be such a character.
@inline(__always)
private func standForThemselves(_ word: UInt64) -> Bool {
  let (low, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
  // A byte that is zero, or below 0x20, borrows from its high bit; a false alarm only takes the slow way.
  let (quote, backslash) = (word ^ 0x2222_2222_2222_2222, word ^ 0x5C5C_5C5C_5C5C_5C5C)
  let control = (word &- 0x2020_2020_2020_2020) & ~word
  return (control | (quote &- low) & ~quote | (backslash &- low) & ~backslash) & high == 0
}

/// What stands for the character at an index, if it cannot stand for itself, and how many bytes it has.
private func escape(
  at index: Int, in utf8: UnsafeBufferPointer<UInt8>, isForHTML: Bool
) -> (text: String, length: Int)? {
  switch utf8[index] {
  case UInt8(ascii: "\""): return ("\\\"", 1)
  case UInt8(ascii: "\\"): return ("\\\\", 1)
  case UInt8(ascii: "\n"): return ("\\n", 1)
  case UInt8(ascii: "\r"): return ("\\r", 1)
  case UInt8(ascii: "\t"): return ("\\t", 1)
  case 0..<0x20: return (unicodeEscape(utf8[index]), 1)
  case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
    return isForHTML ? (unicodeEscape(utf8[index]), 1) : nil
  case 0xE2:  // U+2028 and U+2029 end a line in older JavaScript.
    guard isForHTML, index + 2 < utf8.count, utf8[index + 1] == 0x80 else { return nil }
    if utf8[index + 2] == 0xA8 { return ("\\u2028", 3) }
    return utf8[index + 2] == 0xA9 ? ("\\u2029", 3) : nil
  default: return nil
  }
}

private func unicodeEscape(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16)
  return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
}

/// Swift's shortest round-trip description is JSON as it stands (`5e-05` too), but for the `.0` of whole numbers.
package func jsonText(_ number: Double) -> String {
  ByteBuffer.text { $0.append(jsonNumber: number) }
}

extension ByteBuffer {
  /// The same, without a String for what most numbers are: a few digits with up to four decimals.
  package mutating func append(jsonNumber number: Double) {
    precondition(number.isFinite, "JSON has no infinity and no NaN")
    // Below 2^53 every whole number is exact. `-0.0` becomes `0`.
    if abs(number) < 9_007_199_254_740_992, wholePart(number) == number { return append(decimal: Int(number)) }
    // Fifteen digits always read back as they were written: no shorter text can be another's.
    if abs(number) < 1e10, appendShort(number, decimals: 4) { return }
    if let shortest = ShortestDecimal(abs(number)) {
      return append(digits: shortest.digits, decimals: shortest.decimals, isNegative: number < 0)
    }
    append(text: number.description)
  }

  /// The same of a number as it was written.
  package mutating func append(jsonNumber number: DecimalNumber) {
    guard number.decimals <= 4, abs(number.value) < 1e10, appendShort(number.value, decimals: number.decimals)
    else { return append(jsonNumber: number.value) }
  }

  /// A number that has so many decimals at most, without zeros at their end; false, and nothing, for any other. Its digits
  /// with the decimals must be fewer than fifteen.
  private mutating func appendShort(_ number: Double, decimals: Int) -> Bool {
    var decimals = decimals
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = nearestWhole(number * scale)
    guard scaled / scale == number else { return false }
    var digits = UInt(abs(scaled))
    while decimals > 0, digits.isMultiple(of: 10) {
      digits /= 10
      decimals -= 1
    }
    append(digits: digits, decimals: decimals, isNegative: number < 0)
    return true
  }
}

// MARK: - Whole numbers

/// Without what stands behind the point. By way of an integer, wherever one is large enough: the functions of the
/// standard library are calls of the C library on most machines.
@inlinable
public func wholePart(_ number: Double) -> Double {
  abs(number) < 0x1p52 ? Double(Int(number)) : number
}

/// As `rounded()`: halves away from zero.
@inlinable
public func nearestWhole(_ number: Double) -> Double {
  let whole = wholePart(number)
  let rest = number - whole
  return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
}
