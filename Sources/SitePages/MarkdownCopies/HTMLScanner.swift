import Markup

/// Reads the HTML of a page into tags and texts, with their attributes and characters decoded.
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

  private let bytes: UnsafeBufferPointer<UInt8>
  private var pieces: HTMLPieces

  /// `bytes` must stay where it is as long as tokens are read.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    pieces = HTMLPieces(bytes)
  }

  mutating func next() -> Token? {
    guard let piece = pieces.next() else { return nil }
    switch piece.kind {
    case .text: return .text(decoded(piece.range))
    case .remark: return .text("")
    case .close: return .close(name(of: piece))
    case .open:
      return .open(
        Tag(
          name: name(of: piece), attributes: attributes(in: piece.name.upperBound..<piece.range.upperBound),
          isVoid: pieces.isVoid(piece)))
    }
  }

  private func name(of piece: HTMLPieces.Piece) -> String { text(piece.name).lowercased() }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Reads to the end of the tag.
  private func attributes(in range: Range<Int>) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    var index = range.lowerBound
    func word() -> String {
      let start = index
      while index < range.upperBound, !" \n\t/>=".utf8.contains(bytes[index]) { index += 1 }
      return text(start..<index)
    }
    while index < range.upperBound, bytes[index] != UInt8(ascii: ">") {
      let name = word()
      guard !name.isEmpty else {
        index += 1
        continue
      }
      var value = ""
      if index < range.upperBound, bytes[index] == UInt8(ascii: "=") {
        index += 1
        if index < range.upperBound, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
          let quote = bytes[index]
          let start = index + 1
          index = start
          while index < range.upperBound, bytes[index] != quote { index += 1 }
          value = decoded(start..<index)
          index += 1
        } else {
          value = word()
        }
      }
      attributes.append((name, value))
    }
    return attributes
  }

  /// The text with its character references replaced: the ones that planpress writes.
  private func decoded(_ range: Range<Int>) -> String {
    let text = text(range)
    guard bytes[range].contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let (name, character) = HTMLScanner.references.first(where: { rest.hasPrefix($0.name) }) else {
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
