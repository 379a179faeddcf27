import Bytes

// Escapes `&`, `<`, `>`, `"` and `'`, which makes a text safe in HTML, XML and SVG, also inside a quoted attribute.

extension [UInt8] {
  package mutating func appendEscaped(_ text: String) {
    text.withBytes { appendEscaped($0, escapesApostrophe: true) }
  }

  package mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>, escapesApostrophe: Bool) {
    var rest = utf8
    while let (plain, entity) = nextEntity(in: &rest, escapesApostrophe: escapesApostrophe) {
      append(contentsOf: plain)
      entity.withUTF8Buffer { append(contentsOf: $0) }
    }
    append(contentsOf: rest)
  }
}

/// Removes the text up to and including the next character to escape from `rest`. Returns the text before it and its
/// entity; nil if nothing is left to escape.
@inline(__always)
func nextEntity(
  in rest: inout UnsafeBufferPointer<UInt8>, escapesApostrophe: Bool
) -> (plain: UnsafeBufferPointer<UInt8>, entity: StaticString)? {
  guard let base = rest.baseAddress else { return nil }
  var end = endOfPlainText(rest, from: 0)
  while !escapesApostrophe, end < rest.count, rest[end] == UInt8(ascii: "'") {
    end = endOfPlainText(rest, from: end + 1)
  }
  guard end < rest.count else { return nil }
  let plain = UnsafeBufferPointer(start: base, count: end)
  let entity: StaticString =
    switch rest[end] {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: "&#39;"
    }
  rest = UnsafeBufferPointer(start: base + end + 1, count: rest.count - end - 1)
  return (plain, entity)
}

/// The offset of the next `&`, `<`, `>`, `"` or `'` from `start` on, or the end.
private func endOfPlainText(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  let raw = UnsafeRawBufferPointer(bytes)
  var index = start
  while index + 16 <= raw.count {
    let first = escapedBytes(in: raw.vector(at: index)).firstTrue
    index += first
    if first < 16 { return index }
  }
  while index + 8 <= raw.count, isPlain(raw.word(at: index)) { index += 8 }
  while index < raw.count, !isEscaped(raw[index]) { index += 1 }
  return index
}

/// Whether there is nothing to escape.
@inline(__always)
func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let raw = UnsafeRawBufferPointer(bytes)
  guard raw.count >= 16 else { return raw.allWords(isPlain, orEachByte: { !isEscaped($0) }) }
  var index = 0
  while index + 16 < raw.count {
    if escapedBytes(in: raw.vector(at: index)).anyTrue { return false }
    index += 16
  }
  // May overlap the vector before it.
  return !escapedBytes(in: raw.vector(at: raw.count - 16)).anyTrue
}

/// `&` and `'` differ in their lowest bit, `<` and `>` in the second.
@inline(__always)
private func escapedBytes(in bytes: ByteVector) -> SIMDMask<SIMD16<Int8>> {
  bytes .== ByteVector(repeating: UInt8(ascii: "\""))
    .| ((bytes | ByteVector(repeating: 1)) .== ByteVector(repeating: UInt8(ascii: "'")))
    .| ((bytes | ByteVector(repeating: 2)) .== ByteVector(repeating: UInt8(ascii: ">")))
}

@inline(__always)
private func isPlain(_ word: ByteWord) -> Bool {
  // Chinese text and letters have no byte below 0x40, and all five characters are below it.
  if !word.containsByte(below: 0x40) { return true }
  return !word.contains(UInt8(ascii: "\"")) && !word.setting(1).contains(UInt8(ascii: "'"))
    && !word.setting(2).contains(UInt8(ascii: ">"))
}

@inline(__always)
private func isEscaped(_ byte: UInt8) -> Bool {
  // One bit for each of `"`, `&`, `'`, `<` and `>`.
  byte < 64 && (0x5000_00C4_0000_0000 as UInt64) >> UInt64(byte) & 1 == 1
}
