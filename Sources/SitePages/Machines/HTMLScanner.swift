import Markup

/// Reads HTML that planpress wrote itself into tags and texts.
struct HTMLScanner {
  enum Token {
    case open(Tag)
    case close(String)
    case text(String)
  }

  struct Tag {
    let name: String
    fileprivate let attributes: [(name: String, value: String)]
    let isVoid: Bool

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Token? {
    guard index < bytes.count else { return nil }
    guard bytes[index] == UInt8(ascii: "<") else {
      let start = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
      return .text(HTMLScanner.decoded(bytes[start..<index]))
    }
    if bytes[index...].starts(with: "<!".utf8) {
      skip(past: bytes[index...].starts(with: "<!--".utf8) ? "-->" : ">")
      return .text("")
    }
    index += 1
    let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let name = word().lowercased()
    guard !isEnd else {
      skip(past: ">")
      return .close(name)
    }
    let attributes = readAttributes()
    let isVoid = ["br", "hr", "img", "input", "meta", "link"].contains(name)
    return .open(Tag(name: name, attributes: attributes, isVoid: isVoid))
  }

  private mutating func skip(past end: String) {
    let end = Array(end.utf8)
    while index < bytes.count, !bytes[index...].starts(with: end) { index += 1 }
    index = min(bytes.count, index + end.count)
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count, !" \n\t/>=".utf8.contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Reads to the end of the tag.
  private mutating func readAttributes() -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      let name = word()
      guard !name.isEmpty else {
        index += 1
        continue
      }
      var value = ""
      if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
        index += 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
          let quote = bytes[index]
          let start = index + 1
          index = start
          while index < bytes.count, bytes[index] != quote { index += 1 }
          value = HTMLScanner.decoded(bytes[start..<index])
          index += 1
        } else {
          value = word()
        }
      }
      attributes.append((name, value))
    }
    index += 1
    return attributes
  }

  /// The text with its character references replaced: the ones that planpress writes.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let (name, character) = references.first(where: { rest.hasPrefix($0.name) }) else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result += character
      rest = rest.dropFirst(name.count)
    }
    return result + rest
  }

  private static let references: [(name: String, character: String)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{A0}"),
  ]
}
