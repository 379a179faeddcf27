import Bytes

extension ByteBuffer {
  /// A JSON string with its quotes. RFC 8259 §7; characters outside ASCII are not escaped.
  mutating func append(jsonString text: String, isForHTML: Bool) {
    text.withBytes { append(jsonUTF8: $0, isForHTML: isForHTML) }
  }

  /// A JSON string from UTF-8.
  mutating func append(jsonUTF8 utf8: UnsafeBufferPointer<UInt8>, isForHTML: Bool) {
    guard !isForHTML, isPlain(utf8), let start = utf8.baseAddress else {
      return appendEscaped(jsonString: utf8, isForHTML: isForHTML)
    }
    // The common case: nothing to escape.
    append(reserving: utf8.count + 2) { target in
      target[0] = UInt8(ascii: "\"")
      (target + 1).update(from: start, count: utf8.count)
      target[utf8.count + 1] = UInt8(ascii: "\"")
      return utf8.count + 2
    }
  }

  private mutating func appendEscaped(jsonString utf8: UnsafeBufferPointer<UInt8>, isForHTML: Bool) {
    append(UInt8(ascii: "\""))
    var start = 0
    var index = 0
    while index < utf8.count {
      guard !isPlain(utf8[index], isForHTML: isForHTML),
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

/// Whether there is no control character, quote or backslash.
@inline(__always)
private func isPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
  UnsafeRawBufferPointer(utf8).allWords(
    { !$0.containsByte(below: 0x20) && !$0.contains(UInt8(ascii: "\"")) && !$0.contains(UInt8(ascii: "\\")) },
    orEachByte: { isPlain($0, isForHTML: false) })
}

/// True for a byte that is not escaped. Most bytes for which it is false are not escaped either; `escape` decides.
@inline(__always)
private func isPlain(_ byte: UInt8, isForHTML: Bool) -> Bool {
  if byte >= 0x3F { return byte != UInt8(ascii: "\\") && (byte != 0xE2 || !isForHTML) }
  return byte >= 0x20 && byte != UInt8(ascii: "\"") && !isForHTML
}

/// The escape of the character at `index`, and the number of its bytes; nil if it is not escaped.
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
  case 0xE2:  // U+2028 and U+2029 are line breaks in older JavaScript.
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

/// The shortest JSON number that reads back as the same double. It is Swift's `description`, `5e-05` included, except for
/// the `.0` of whole numbers.
package func jsonText(_ number: Double) -> String {
  ByteBuffer.text { $0.append(jsonNumber: number) }
}

extension ByteBuffer {
  /// Appends the text of `jsonText`, for most numbers without creating a String.
  package mutating func append(jsonNumber number: Double) {
    precondition(number.isFinite, "JSON has no infinity and no NaN")
    // Below 2^53 every whole number is exact. `-0.0` becomes `0`.
    if abs(number) < 9_007_199_254_740_992, wholePart(number) == number { return append(decimal: Int(number)) }
    // Up to 15 digits always read back as the same double, so this is the shortest text.
    if abs(number) < 1e10, appendShort(number, decimals: 4) { return }
    if let shortest = ShortestDecimal(abs(number)) {
      return append(digits: shortest.digits, decimals: shortest.decimals, isNegative: number < 0)
    }
    append(text: number.description)
  }

  /// Appends the text of `jsonText` for the value of a number, which is faster if its decimals are known. A long number
  /// is written as its author wrote it.
  package mutating func append(jsonNumber number: DecimalNumber) {
    if let text = number.longText { return append(text: text) }
    guard number.decimals <= 4, abs(number.value) < 1e10, appendShort(number.value, decimals: number.decimals)
    else { return append(jsonNumber: number.value) }
  }

  /// Appends a number that has at most `decimals` decimals, without trailing zeros. Appends nothing and returns false if
  /// it has more. The number must have at most 15 digits, decimals included.
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

/// The integer part. Converts by way of an integer where it fits, because the functions of the standard library call the
/// C library on most machines.
@inlinable
public func wholePart(_ number: Double) -> Double {
  abs(number) < 0x1p52 ? Double(Int(number)) : number
}

/// Like `rounded()`: rounds halves away from zero.
@inlinable
public func nearestWhole(_ number: Double) -> Double {
  let whole = wholePart(number)
  let rest = number - whole
  return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
}
