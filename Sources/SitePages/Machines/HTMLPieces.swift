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
  /// The name of the element that is open and whose content is no HTML.
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
      index = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      return Piece(kind: .text, range: start..<index, name: start..<start)
    }
    if has("<!--", at: start) {
      index += 4
      while index < bytes.count, !has("-->", at: index) { index += 1 }
      index = min(bytes.count, index + 3)
      return Piece(kind: .remark, range: start..<index, name: start..<start)
    }
    let isEnd = has("</", at: start)
    let name = nameOfTag(at: start + (isEnd ? 2 : 1))
    skipTag(from: name.upperBound)
    if has("<!", at: start) { return Piece(kind: .remark, range: start..<index, name: start..<start) }
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
    return ["br", "hr", "img", "input", "link", "meta", "wbr"].contains { equals(tag.name, $0) }
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

  /// Moves behind the end of the tag.
  private mutating func skipTag(from start: Int) {
    index = start
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return
      }
    }
  }

  /// Moves to the end tag of a script or a style sheet.
  private mutating func skipText(of name: Range<Int>) {
    while let next = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = next
      let end = next + 2 + name.count
      if has("</", at: next), end <= bytes.count, equal(next + 2..<end, name) { return }
      index = next + 1
    }
    index = bytes.count
  }
}
