/// The tags of an XML text or a web page, one after the other.
struct TagScanner {
  struct Tag {
    let range: Range<Int>
    let nameRange: Range<Int>
    /// The name without its prefix; in a web page in lower case.
    let name: String
    let isEnd: Bool
    let isEmpty: Bool
    /// Counted from 0. An empty element has the next number, too, as if its end were written.
    let number: Int
  }

  private let bytes: [UInt8]
  private let isHTML: Bool
  private var index = 0
  private var count = 0

  init(_ bytes: [UInt8], isHTML: Bool = false) {
    self.bytes = bytes
    self.isHTML = isHTML
  }

  mutating func next() -> Tag? {
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      guard index < bytes.count else { return nil }
      if bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "?") {
        skipDeclaration()
        continue
      }
      let isEnd = bytes[index] == UInt8(ascii: "/")
      if isEnd { index += 1 }
      let first = index
      var name = first
      while index < bytes.count, isNameByte(bytes[index]) {
        if bytes[index] == UInt8(ascii: ":") { name = index + 1 }
        index += 1
      }
      guard index > first else { continue }
      let nameRange = name..<index
      guard let end = tagEnd() else { return nil }
      index = end + 1
      let text = String(decoding: bytes[nameRange], as: UTF8.self)
      let tag = Tag(
        range: start..<index, nameRange: nameRange, name: isHTML ? text.lowercased() : text, isEnd: isEnd,
        isEmpty: bytes[end - 1] == UInt8(ascii: "/"), number: count)
      count += tag.isEmpty ? 2 : 1
      if isHTML, !isEnd, tag.name == "script" || tag.name == "style" { skip(past: "</") }
      return tag
    }
    return nil
  }

  /// The prefix of a tag's name with its colon, such as `w:`.
  func prefix(of tag: Tag) -> String {
    let start = tag.range.lowerBound + (tag.isEnd ? 2 : 1)
    return String(decoding: bytes[start..<tag.nameRange.lowerBound], as: UTF8.self)
  }

  /// The value of an attribute as written, by its name without its prefix.
  func attribute(_ wanted: String, of tag: Tag) -> String? {
    value(of: wanted, of: tag).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// The place of an attribute's value between its quotation marks.
  func value(of wanted: String, of tag: Tag) -> Range<Int>? {
    let rest = bytes[tag.nameRange.upperBound..<tag.range.upperBound]
    var words = rest.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }[...]
    while let word = words.popFirst() {
      guard let equals = word.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = String(decoding: word[..<equals], as: UTF8.self)
      guard name == wanted || name.hasSuffix(":" + wanted), equals + 1 < rest.endIndex else { continue }
      let quote = bytes[equals + 1]
      guard let end = rest[(equals + 2)...].firstIndex(of: quote) else { return nil }
      return equals + 2..<end
    }
    return nil
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "/") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "<")
  }

  /// The place of the `>` that ends the tag: not one in the value of an attribute.
  private func tagEnd() -> Int? {
    var quote: UInt8?
    var place = index
    while place < bytes.count {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return place
      }
      place += 1
    }
    return nil
  }

  private mutating func skipDeclaration() {
    let rest = bytes[index...]
    if rest.starts(with: "!--".utf8) {
      skip(past: "-->")
    } else if rest.starts(with: "![CDATA[".utf8) {
      skip(past: "]]>")
    } else {
      skip(past: ">")
    }
  }

  private mutating func skip(past word: String) {
    let word = Array(word.utf8)
    // The end tag of a script is read as a tag.
    let keeps = word[0] == UInt8(ascii: "<")
    while index < bytes.count {
      if bytes[index...].starts(with: word) {
        if !keeps { index += word.count }
        return
      }
      index += 1
    }
  }
}
