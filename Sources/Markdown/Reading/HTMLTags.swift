import Bytes

/// A start or end tag in raw HTML. Offsets are indices of the bytes it was read from.
struct HTMLTag {
  /// In lower case.
  let name: String
  let isEnd: Bool
  /// The value of `id`, and of `name` in `<a name="…">`.
  var ids: [Range<Int>] = []
  /// The offset of the `<`.
  let start: Int
}

/// Reads the tags of raw HTML, one piece after the other. HTML Standard §13.2.5, as far as it decides where tags,
/// comments and raw text end.
struct HTMLTags {
  /// The construct that has begun and not ended.
  enum Open: Equatable {
    case comment, tag
    /// An element whose content is text up to its end tag.
    case element(String)
  }

  private(set) var open: (what: Open, start: Int)?

  /// Elements whose content is not markup.
  private static let rawText: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
  ]

  /// Reads the bytes of `range`, and calls `visit` for each tag. A construct that is open at the end stays open for the
  /// next call; a comment or a tag ends with its piece.
  mutating func read(_ bytes: [UInt8], _ range: Range<Int>, _ visit: (HTMLTag) -> Void) {
    var index = range.lowerBound
    while index < range.upperBound {
      if case .element(let name) = open?.what {
        guard let end = HTMLTags.endTag(name, bytes, index..<range.upperBound) else { return }
        open = nil
        index = end
      }
      guard let start = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "<")) else { return }
      let rest = bytes[start..<range.upperBound]
      if rest.starts(with: "<!--".utf8) {
        guard let end = HTMLTags.end(of: "-->", bytes, start + 2..<range.upperBound) else {
          open = (.comment, start)
          return
        }
        index = end
        continue
      }
      let isEnd = start + 1 < range.upperBound && bytes[start + 1] == UInt8(ascii: "/")
      let nameStart = start + (isEnd ? 2 : 1)
      guard nameStart < range.upperBound, bytes[nameStart].isASCIILetter else {
        index = start + 1
        continue
      }
      var nameEnd = nameStart
      while nameEnd < range.upperBound, bytes[nameEnd] > 0x20, bytes[nameEnd] != UInt8(ascii: ">"),
        bytes[nameEnd] != UInt8(ascii: "/")
      { nameEnd += 1 }
      let name = String(decoding: bytes[nameStart..<nameEnd].map(lowered), as: UTF8.self)
      var tag = HTMLTag(name: name, isEnd: isEnd, start: start)
      guard let end = HTMLTags.readAttributes(bytes, nameEnd..<range.upperBound, of: &tag) else {
        open = (.tag, start)
        return
      }
      visit(tag)
      index = end
      if !isEnd, HTMLTags.rawText.contains(name) { open = (.element(name), start) }
    }
  }

  /// The index after the tag's `>`; nil if it has none.
  private static func readAttributes(_ bytes: [UInt8], _ range: Range<Int>, of tag: inout HTMLTag) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") { return index + 1 }
      if byte <= 0x20 || byte == UInt8(ascii: "/") {
        index += 1
        continue
      }
      let name = index
      index += 1
      while index < range.upperBound, bytes[index] > 0x20, !endsName(bytes[index]) { index += 1 }
      let nameEnd = index
      while index < range.upperBound, bytes[index] <= 0x20 { index += 1 }
      guard index < range.upperBound, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < range.upperBound, bytes[index] <= 0x20 { index += 1 }
      guard index < range.upperBound else { return nil }
      var value = index..<index
      if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
        guard let close = bytes[index + 1..<range.upperBound].firstIndex(of: bytes[index]) else { return nil }
        value = index + 1..<close
        index = close + 1
      } else {
        while index < range.upperBound, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ">") { index += 1 }
        value = value.lowerBound..<index
      }
      let attribute = bytes[name..<nameEnd].map(lowered)
      if attribute.elementsEqual("id".utf8) || tag.name == "a" && attribute.elementsEqual("name".utf8) {
        if !value.isEmpty, !tag.isEnd { tag.ids.append(value) }
      }
    }
    return nil
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private static func endTag(_ name: String, _ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let wanted = Array("</\(name)".utf8)
    var index = range.lowerBound
    while index + wanted.count <= range.upperBound {
      if bytes[index] == UInt8(ascii: "<"), bytes[index..<index + wanted.count].lazy.map(lowered).elementsEqual(wanted)
      {
        return index
      }
      index += 1
    }
    return nil
  }

  private static func end(of mark: StaticString, _ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    mark.withUTF8Buffer { mark in
      var index = range.lowerBound
      while index + mark.count <= range.upperBound {
        if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) { return index + mark.count }
        index += 1
      }
      return nil
    }
  }
}
