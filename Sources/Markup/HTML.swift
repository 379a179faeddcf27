import Bytes

/// Finished HTML: bytes that are put on a page as they stand.
///
/// Made by this program's renderers only; text from an author enters through the escaping functions below.
public struct HTML: Hashable, Sendable {
  package var bytes: [UInt8]

  package init(bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  /// Markup that we wrote.
  package init(_ markup: StaticString) {
    self.bytes = markup.withUTF8Buffer(Array.init)
  }

  /// Text, escaped.
  package init(text: String) {
    self.bytes = []
    bytes.appendEscaped(text)
  }

  package var isEmpty: Bool { bytes.isEmpty }
}

/// What is known of a piece of HTML or text that shall be found again on the page it is printed on.
package final class HTMLSlot: Hashable, Sendable {
  /// What the piece is made of, in the maker's own terms.
  package let source: Int
  package let recipe: [UInt8]

  package init(source: Int, recipe: [UInt8]) {
    self.source = source
    self.recipe = recipe
  }

  package static func == (a: HTMLSlot, b: HTMLSlot) -> Bool { a === b }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

// MARK: - Escaping

extension [UInt8] {
  /// As the functions of a buffer: for what is a small array, and stays one.
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

/// Takes from `rest` what stands before the next character that must be escaped, and that character, whose entity is
/// returned; nil where there is none.
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

/// The place of the next `&`, `<`, `>`, `"` or `'`, or the end; sixteen or eight bytes at a time while none of them is there.
private func endOfPlainText(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  let raw = UnsafeRawBufferPointer(bytes)
  var index = start
  while index + 16 <= raw.count {
    let first = markup(among: raw.sixteen(at: index)).first
    index += first
    if first < 16 { return index }
  }
  while index + 8 <= raw.count {
    guard isPlain(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) else { break }
    index += 8
  }
  while index < raw.count, !isMarkup(raw[index]) { index += 1 }
  return index
}

/// Whether none of the five is there; the last bytes are looked at together with some before them.
@inline(__always)
func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let raw = UnsafeRawBufferPointer(bytes)
  if raw.count >= 16 {
    var index = 0
    while index + 16 < raw.count {
      if markup(among: raw.sixteen(at: index)).isAnywhere { return false }
      index += 16
    }
    return !markup(among: raw.sixteen(at: raw.count - 16)).isAnywhere
  }
  if raw.count >= 8 {
    return isPlain(raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
      && isPlain(raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self))
  }
  if raw.count >= 4 {
    let first = UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
    return isPlain(first | UInt64(raw.loadUnaligned(fromByteOffset: raw.count - 4, as: UInt32.self)) << 32)
  }
  return !raw.contains(where: isMarkup)
}

/// Which of sixteen bytes are one of the five. `&` and `'` differ in their last bit, `<` and `>` in the one before it.
@inline(__always)
private func markup(among bytes: Sixteen) -> SIMDMask<SIMD16<Int8>> {
  bytes .== Sixteen(repeating: UInt8(ascii: "\""))
    .| ((bytes | Sixteen(repeating: 1)) .== Sixteen(repeating: UInt8(ascii: "'")))
    .| ((bytes | Sixteen(repeating: 2)) .== Sixteen(repeating: UInt8(ascii: ">")))
}

/// Whether none of eight bytes is one of the five.
@inline(__always)
private func isPlain(_ word: UInt64) -> Bool {
  let (low, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
  // A byte below 0x40 borrows from its high bit; there is none in Chinese text and within words.
  if (word &- 0x4040_4040_4040_4040) & ~word & high == 0 { return true }
  // A byte that is zero borrows too. `&` and `'` differ in their last bit, `<` and `>` in the one before it.
  let quote = word ^ 0x2222_2222_2222_2222
  let ampersand = (word | low) ^ 0x2727_2727_2727_2727
  let angle = (word | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E
  return ((quote &- low) & ~quote | (ampersand &- low) & ~ampersand | (angle &- low) & ~angle) & high == 0
}

@inline(__always)
private func isMarkup(_ byte: UInt8) -> Bool {
  // A bit for each of `"`, `&`, `'`, `<` and `>`.
  byte < 64 && (0x5000_00C4_0000_0000 as UInt64) >> UInt64(byte) & 1 == 1
}
