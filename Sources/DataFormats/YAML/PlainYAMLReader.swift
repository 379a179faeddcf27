import Bytes
import Diagnostics

/// YAML as nearly all front matter and registers are written, read from the bytes in one pass: keys and values on one
/// line, lists with `-`, texts without escapes, `[a, b]` and `{a: b}`. Anything else it gives up, and libyaml reads the
/// whole text: a comment between words, an anchor, a text over several lines, a repeated key, whatever might be a
/// mistake. So it makes no finding, and never reads a text in another way than libyaml would; a test compares the two.
///
/// A page's front matter of four indicators takes a sixth of the instructions that libyaml and its events take.
struct PlainYAMLReader {
  private typealias Unknown = PlainYAMLScanner.Unknown
  private typealias Scalar = PlainYAMLScanner.Scalar

  private var scanner: PlainYAMLScanner
  /// Where the bytes begin in the file.
  private let base: Int
  private var lineStart = 0
  /// Of the line at hand, in spaces; less than any where the text is over.
  private var indent = 0

  /// Less than `YAMLParser.deepestNesting`: who nests deeper may be told so.
  private static let deepestNesting = 32
  /// libyaml takes keys of 1024 characters.
  private static let longestKey = 1000
  /// Keys are compared with each other.
  private static let mostKeys = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    scanner = PlainYAMLScanner(bytes)
    self.base = base
  }

  /// Nil for a text that libyaml has to read.
  mutating func document() -> YAMLNode? {
    guard holdsPlainYAMLCharacters(scanner.bytes) else { return nil }
    findLine()
    guard indent >= 0 else { return YAMLNode(.mapping([]), at: SourceRange(start: base, end: base)) }
    do {
      let root = try block(at: indent, depth: 1)
      return indent < 0 ? root : nil
    } catch {
      return nil
    }
  }
}

// MARK: - Lines

extension PlainYAMLReader {
  /// From the start of a line to the next one that is neither blank nor a comment.
  private mutating func findLine() {
    while true {
      lineStart = scanner.place
      scanner.skipSpaces()
      guard !scanner.isAtEnd else {
        indent = -1
        return
      }
      switch scanner.byte {
      case UInt8(ascii: "\n"): scanner.place += 1
      case UInt8(ascii: "\r"): scanner.place += 2
      case UInt8(ascii: "#"): scanner.skipLine()
      default:
        indent = scanner.place - lineStart
        return
      }
    }
  }

  /// From behind a value over the rest of its line, which may be a comment.
  private mutating func endLine() throws(Unknown) {
    guard try scanner.isAtLineEnd() else { throw Unknown() }
    scanner.skipLine()
    findLine()
  }

}

// MARK: - Blocks

extension PlainYAMLReader {
  /// A mapping or a list whose first line begins at the next byte.
  private mutating func block(at column: Int, depth: Int) throws(Unknown) -> YAMLNode {
    guard depth <= Self.deepestNesting else { throw Unknown() }
    if scanner.isAtDash { return try list(at: column, sharesColumn: false, depth: depth) }
    return try mapping(at: column, from: try keyAtLineStart(), depth: depth)
  }

  /// `---` and `...` can begin a line and are no text.
  private mutating func keyAtLineStart() throws(Unknown) -> Scalar {
    guard scanner.byte != UInt8(ascii: "-"), scanner.byte != UInt8(ascii: ".") else { throw Unknown() }
    return try scanner.scalar()
  }

  private mutating func mapping(at column: Int, from first: Scalar, depth: Int) throws(Unknown) -> YAMLNode {
    var entries: [YAMLEntry] = []
    entries.reserveCapacity(8)
    var key = first
    while true {
      guard key.isKey else { throw Unknown() }
      scanner.place += 1
      let colonEnd = scanner.place
      let value: YAMLNode
      if try scanner.isAtLineEnd() {
        scanner.skipLine()
        findLine()
        if indent > column {
          value = try block(at: indent, depth: depth + 1)
        } else if indent == column, scanner.isAtDash {
          value = try list(at: column, sharesColumn: true, depth: depth + 1)
        } else {
          value = nothing(at: colonEnd)
        }
      } else {
        value = try valueOnLine(depth: depth + 1)
        try endLine()
      }
      try add(key, value, to: &entries)
      guard indent >= column else { break }
      // Deeper, it goes on with a text from the line above, or is a mistake.
      guard indent == column else { throw Unknown() }
      key = try keyAtLineStart()
    }
    return YAMLNode(
      .mapping(entries),
      at: SourceRange(start: base + first.start, end: Int(entries[entries.count - 1].value.range.end)))
  }

  /// `sharesColumn`: its dashes stand under the key that it belongs to, and the next key ends it.
  private mutating func list(at column: Int, sharesColumn: Bool, depth: Int) throws(Unknown) -> YAMLNode {
    guard depth <= Self.deepestNesting else { throw Unknown() }
    let start = scanner.place
    var items: [YAMLNode] = []
    items.reserveCapacity(4)
    while true {
      scanner.place += 1
      let dashEnd = scanner.place
      if try scanner.isAtLineEnd() {
        scanner.skipLine()
        findLine()
        items.append(indent > column ? try block(at: indent, depth: depth + 1) : nothing(at: dashEnd))
      } else {
        guard !scanner.isAtDash else { throw Unknown() }
        items.append(try item(depth: depth + 1))
      }
      guard indent >= column else { break }
      guard indent == column else { throw Unknown() }
      if scanner.isAtDash { continue }
      guard sharesColumn else { throw Unknown() }
      break
    }
    return YAMLNode(
      .sequence(items), at: SourceRange(start: base + start, end: Int(items[items.count - 1].range.end)))
  }

  /// Behind a dash: a value, or the first key of a mapping whose other keys stand below it.
  private mutating func item(depth: Int) throws(Unknown) -> YAMLNode {
    if scanner.isAtBracket {
      let value = try flow(depth: depth)
      try endLine()
      return value
    }
    let column = scanner.place - lineStart
    let text = try scanner.scalar()
    if text.isKey {
      guard depth <= Self.deepestNesting else { throw Unknown() }
      return try mapping(at: column, from: text, depth: depth)
    }
    try endLine()
    return node(text)
  }

  private mutating func valueOnLine(depth: Int) throws(Unknown) -> YAMLNode {
    if scanner.isAtBracket { return try flow(depth: depth) }
    let text = try scanner.scalar()
    guard !text.isKey else { throw Unknown() }
    return node(text)
  }

  /// What stands where no value does, directly behind its mark.
  private func nothing(at place: Int) -> YAMLNode {
    YAMLNode(.scalar("", isPlain: true), at: SourceRange(start: base + place, end: base + place))
  }

  private func node(_ scalar: Scalar) -> YAMLNode {
    YAMLNode(
      .scalar(scanner.string(scalar), isPlain: scalar.isPlain),
      at: SourceRange(start: base + scalar.start, end: base + scalar.end))
  }

  private func add(_ key: Scalar, _ value: consuming YAMLNode, to entries: inout [YAMLEntry]) throws(Unknown) {
    guard key.end - key.start <= Self.longestKey, entries.count < Self.mostKeys else { throw Unknown() }
    let code = FieldKey.code(of: key.text(in: scanner.bytes))
    // `<<` merges.
    if key.isPlain, key.end - key.start == 2, scanner.bytes[key.start] == UInt8(ascii: "<"),
      scanner.bytes[key.start + 1] == UInt8(ascii: "<")
    {
      throw Unknown()
    }
    for place in entries.indices {
      let other = entries[place].code
      guard code != 0 && other != 0 ? code != other : entries[place].key.value != scanner.string(key) else {
        throw Unknown()
      }
    }
    entries.append(
      YAMLEntry(
        code: code, scanner.string(key), at: SourceRange(start: base + key.start, end: base + key.end),
        value: consume value))
  }
}

// MARK: - Brackets

extension PlainYAMLReader {
  private mutating func flow(depth: Int) throws(Unknown) -> YAMLNode {
    guard depth <= Self.deepestNesting else { throw Unknown() }
    let start = scanner.place
    let isList = scanner.byte == UInt8(ascii: "[")
    scanner.place += 1
    scanner.skipSpaces()
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    if isList { items.reserveCapacity(8) }
    let end = isList ? UInt8(ascii: "]") : UInt8(ascii: "}")
    var isFirst = true
    while true {
      guard !scanner.isAtEnd else { throw Unknown() }
      if isFirst, scanner.byte == end { break }
      isFirst = false
      if isList {
        items.append(try valueInFlow(depth: depth + 1))
      } else {
        let key = try scanner.scalarInFlow()
        guard key.isKey else { throw Unknown() }
        scanner.place += 1
        scanner.skipSpaces()
        guard !scanner.isAtEnd else { throw Unknown() }
        try add(key, try valueInFlow(depth: depth + 1), to: &entries)
      }
      scanner.skipSpaces()
      guard !scanner.isAtEnd else { throw Unknown() }
      if scanner.byte == end { break }
      guard scanner.byte == UInt8(ascii: ",") else { throw Unknown() }
      scanner.place += 1
      scanner.skipSpaces()
    }
    scanner.place += 1
    return YAMLNode(
      isList ? .sequence(items) : .mapping(entries), at: SourceRange(start: base + start, end: base + scanner.place))
  }

  private mutating func valueInFlow(depth: Int) throws(Unknown) -> YAMLNode {
    if scanner.isAtBracket { return try flow(depth: depth) }
    let text = try scanner.scalarInFlow()
    guard !text.isKey else { throw Unknown() }
    return node(text)
  }
}
