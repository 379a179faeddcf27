import Bytes

/// Cuts the HTML of a page into tags and texts, in order, without copying any of it. What authors wrote themselves
/// (`raw-html`) is cut as browsers do: a `>` in a quoted attribute ends no tag, and a script ends with its end tag only.
struct HTMLPieces {
  enum Kind {
    case open, close, text
    /// A comment or `<!doctype html>`.
    case remark
  }

  struct Piece {
    let kind: Kind
    /// The whole piece, a tag with its angle brackets.
    let range: Range<Int>
    /// The name of a tag; empty for the others.
    let name: Range<Int>
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  /// The name of the open element whose content is not HTML.
  private var rawElement: Range<Int>?

  /// `bytes` must stay where it is as long as the pieces are read.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func next() -> Piece? {
    let start = index
    guard start < bytes.count else { return nil }
    if let name = rawElement {
      rawElement = nil
      skipText(of: name)
      if index > start { return Piece(kind: .text, range: start..<index, name: start..<start) }
    }
    guard bytes[start] == UInt8(ascii: "<") else {
      index = first(UInt8(ascii: "<"), from: start)
      return Piece(kind: .text, range: start..<index, name: start..<start)
    }
    let mark = start + 1 < bytes.count ? bytes[start + 1] : 0
    if mark == UInt8(ascii: "!"), has("<!--", at: start) {
      index += 4
      while index < bytes.count, !has("-->", at: index) { index += 1 }
      index = min(bytes.count, index + 3)
      return Piece(kind: .remark, range: start..<index, name: start..<start)
    }
    let isEnd = mark == UInt8(ascii: "/")
    let name = nameOfTag(at: start + (isEnd ? 2 : 1))
    skipTag(from: name.upperBound)
    if mark == UInt8(ascii: "!") { return Piece(kind: .remark, range: start..<index, name: start..<start) }
    if !isEnd, equals(name, "script") || equals(name, "style") { rawElement = name }
    return Piece(kind: isEnd ? .close : .open, range: start..<index, name: name)
  }

  /// Whether a piece of text is `text`, in which all letters are small ones.
  func equals(_ range: Range<Int>, _ text: StaticString) -> Bool {
    range.count == text.utf8CodeUnitCount
      && text.withUTF8Buffer { text in zip(bytes[range], text).allSatisfy { $0 | 0x20 == $1 } }
  }

  /// Whether an element never has an end tag.
  func isVoid(_ tag: Piece) -> Bool {
    // `a`, `p`, `td`, `tr`, `span` and `div` are most of a page.
    guard tag.name.count > 1, !"tsd".utf8.contains(bytes[tag.name.lowerBound] | 0x20) else { return false }
    return equals(tag.name, "br") || equals(tag.name, "hr") || equals(tag.name, "img") || equals(tag.name, "input")
      || equals(tag.name, "link") || equals(tag.name, "meta") || equals(tag.name, "wbr")
  }

  func equal(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
    bytes[range].elementsEqual(bytes[other])
  }

  private func has(_ text: StaticString, at offset: Int) -> Bool {
    text.withUTF8Buffer { text in
      offset + text.count <= bytes.count && zip(bytes[offset..<offset + text.count], text).allSatisfy { $0 == $1 }
    }
  }

  private func nameOfTag(at start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "/") {
      end += 1
    }
    return start..<end
  }

  /// Advances past the tag.
  private mutating func skipTag(from start: Int) {
    index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: ">") { return }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { index = first(byte, from: index) + 1 }
    }
    index = bytes.count
  }

  /// The index of the next such byte; the count if there is none.
  private func first(_ byte: UInt8, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = start
    while offset + 16 <= bytes.count {
      let found = raw.vector(at: offset) .== ByteVector(repeating: byte)
      if found.anyTrue { return offset + found.firstTrue }
      offset += 16
    }
    while offset < bytes.count, bytes[offset] != byte { offset += 1 }
    return offset
  }

  /// Moves to the end tag of a script or a style sheet.
  private mutating func skipText(of name: Range<Int>) {
    while index < bytes.count {
      index = first(UInt8(ascii: "<"), from: index)
      let end = index + 2 + name.count
      if has("</", at: index), end <= bytes.count, equal(index + 2..<end, name) { return }
      index = min(bytes.count, index + 1)
    }
  }
}
