import Markup

/// Takes the text out of prepared HTML: tags go, the four entities that the renderer writes become their characters.
struct PlainTextReader {
  let bytes: [UInt8]
  let holes: [PreparedHTML.Hole]
  let directives: [MarkdownDirective]
  private var result: [UInt8] = []

  init(prepared: PreparedHTML, directives: [MarkdownDirective]) {
    bytes = prepared.bytes
    holes = prepared.holes
    self.directives = directives
  }

  mutating func text(limit: Int?) -> String {
    var index = 0
    var hole = 0
    while index < bytes.count {
      while hole < holes.count, Int(holes[hole].start) <= index {
        append(holes[hole])
        hole += 1
      }
      // A byte is at most a scalar, a scalar at most four bytes.
      if let limit, result.count > limit * 4 { break }
      switch bytes[index] {
      case UInt8(ascii: "<"): index = afterTag(from: index)
      case UInt8(ascii: "&"): index = afterEntity(from: index)
      case UInt8(ascii: "\n"):
        separate()
        index += 1
      case let byte:
        result.append(byte)
        index += 1
      }
    }
    while result.last == UInt8(ascii: " ") { result.removeLast() }
    let text = String(decoding: result, as: UTF8.self)
    guard let limit, text.unicodeScalars.count > limit else { return text }
    return String(text.unicodeScalars.prefix(limit))
  }

  /// An inline directive stands for its label.
  private mutating func append(_ hole: PreparedHTML.Hole) {
    guard hole.kind == .opening, directives[Int(hole.number)].form == .inline else { return }
    result.append(contentsOf: (directives[Int(hole.number)].label ?? "").utf8)
  }

  private mutating func afterTag(from start: Int) -> Int {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
    let inside = bytes[(start + 1)...].drop { $0 == UInt8(ascii: "/") }
    let name = inside.prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: " ") }
    if PlainTextReader.blocks.contains(Array(name)) { separate() }
    return end + 1
  }

  private mutating func afterEntity(from start: Int) -> Int {
    for (entity, character) in PlainTextReader.entities where bytes[start...].starts(with: entity) {
      result.append(character)
      return start + entity.count
    }
    result.append(UInt8(ascii: "&"))
    return start + 1
  }

  private mutating func separate() {
    if let last = result.last, last != UInt8(ascii: " ") { result.append(UInt8(ascii: " ")) }
  }

  private static let blocks: Set<[UInt8]> = Set(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "pre", "br", "blockquote"].map { Array($0.utf8) })

  private static let entities: [([UInt8], UInt8)] = [
    (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
    (Array("&gt;".utf8), UInt8(ascii: ">")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
  ]
}

extension MarkdownDocument {
  /// The text of the page without markup, blocks apart by one space, for search and comparison; at most `limit`
  /// Unicode scalars. Block directives' own lines are not in it.
  package func plainText(limit: Int? = nil) -> String {
    var reader = PlainTextReader(prepared: body.prepared, directives: directives)
    return reader.text(limit: limit)
  }
}
