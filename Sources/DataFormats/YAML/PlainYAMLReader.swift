import Bytes
import Diagnostics

/// YAML as nearly all front matter and registers are written, read from the bytes in one pass: keys and values on one
/// line, lists with `-`, texts without escapes, `[a, b]` and `{a: b}`. Anything else it gives up, and libyaml reads the
/// whole text: a comment between words, an anchor, a text over several lines, a repeated key, whatever might be a
/// mistake. So it makes no finding, and never reads a text in another way than libyaml would; a test compares the two.
///
/// A page's front matter of four indicators takes a sixth of the instructions that libyaml and its events take.
struct PlainYAMLReader {
  // Of the caller, who keeps them alive: a reader lives no longer than the closure that gave it the bytes.
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the bytes begin in the file.
  private let base: Int
  /// The next byte to read.
  private var place = 0
  private var lineStart = 0
  /// Of the line at `place`, in spaces; less than any where the text is over.
  private var indent = 0

  /// Left to libyaml.
  private struct Unknown: Error {}

  /// Less than `YAMLParser.deepestNesting`: who nests deeper may be told so.
  private static let deepestNesting = 32
  /// libyaml takes keys of 1024 characters.
  private static let longestKey = 1000
  /// Keys are compared with each other.
  private static let mostKeys = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    self.bytes = bytes
    self.base = base
  }

  /// Nil for a text that libyaml has to read.
  mutating func document() -> YAMLNode? {
    guard holdsPlainYAMLCharacters(bytes) else { return nil }
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
      lineStart = place
      skipSpaces()
      guard place < bytes.count else {
        indent = -1
        return
      }
      switch bytes[place] {
      case newline: place += 1
      case carriageReturn: place += 2
      case UInt8(ascii: "#"): skipLine()
      default:
        indent = place - lineStart
        return
      }
    }
  }

  /// From behind a value over the rest of its line, which may be a comment.
  private mutating func endLine() throws(Unknown) {
    guard try isAtLineEnd() else { throw Unknown() }
    skipLine()
    findLine()
  }

  /// Past spaces: whether there is nothing more on the line. A comment has a space before it.
  private mutating func isAtLineEnd() throws(Unknown) -> Bool {
    skipSpaces()
    guard place < bytes.count else { return true }
    switch bytes[place] {
    case newline, carriageReturn: return true
    case UInt8(ascii: "#"):
      guard bytes[place - 1] == space else { throw Unknown() }
      return true
    default: return false
    }
  }

  private mutating func skipSpaces() {
    while place < bytes.count, bytes[place] == space { place += 1 }
  }

  private mutating func skipLine() {
    while place < bytes.count {
      place += 1
      if bytes[place - 1] == newline { return }
    }
  }

  /// Whether a byte is there that is neither space nor line break.
  private func isVisible(at place: Int) -> Bool {
    // The other controls were refused.
    place < bytes.count && bytes[place] > space
  }

  private var isAtDash: Bool { bytes[place] == UInt8(ascii: "-") && !isVisible(at: place + 1) }
}

// MARK: - Blocks

extension PlainYAMLReader {
  /// A mapping or a list whose first line begins at `place`.
  private mutating func block(at column: Int, depth: Int) throws(Unknown) -> YAMLNode {
    guard depth <= Self.deepestNesting else { throw Unknown() }
    if isAtDash { return try list(at: column, sharesColumn: false, depth: depth) }
    return try mapping(at: column, from: try keyAtLineStart(), depth: depth)
  }

  /// `---` and `...` can begin a line and are no text.
  private mutating func keyAtLineStart() throws(Unknown) -> Scalar {
    guard bytes[place] != UInt8(ascii: "-"), bytes[place] != UInt8(ascii: ".") else { throw Unknown() }
    return try scalar()
  }

  private mutating func mapping(at column: Int, from first: Scalar, depth: Int) throws(Unknown) -> YAMLNode {
    var entries: [YAMLEntry] = []
    entries.reserveCapacity(8)
    var key = first
    while true {
      guard key.isKey else { throw Unknown() }
      place += 1
      let colonEnd = place
      let value: YAMLNode
      if try isAtLineEnd() {
        skipLine()
        findLine()
        if indent > column {
          value = try block(at: indent, depth: depth + 1)
        } else if indent == column, isAtDash {
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
      .mapping(entries), at: SourceRange(start: base + first.start, end: Int(entries[entries.count - 1].value.range.end)))
  }

  /// `sharesColumn`: its dashes stand under the key that it belongs to, and the next key ends it.
  private mutating func list(at column: Int, sharesColumn: Bool, depth: Int) throws(Unknown) -> YAMLNode {
    guard depth <= Self.deepestNesting else { throw Unknown() }
    let start = place
    var items: [YAMLNode] = []
    items.reserveCapacity(4)
    while true {
      place += 1
      let dashEnd = place
      if try isAtLineEnd() {
        skipLine()
        findLine()
        items.append(indent > column ? try block(at: indent, depth: depth + 1) : nothing(at: dashEnd))
      } else {
        guard !isAtDash else { throw Unknown() }
        items.append(try item(depth: depth + 1))
      }
      guard indent >= column else { break }
      guard indent == column else { throw Unknown() }
      if isAtDash { continue }
      guard sharesColumn else { throw Unknown() }
      break
    }
    return YAMLNode(
      .sequence(items), at: SourceRange(start: base + start, end: Int(items[items.count - 1].range.end)))
  }

  /// Behind a dash: a value, or the first key of a mapping whose other keys stand below it.
  private mutating func item(depth: Int) throws(Unknown) -> YAMLNode {
    if isAtBracket {
      let value = try flow(depth: depth)
      try endLine()
      return value
    }
    let column = place - lineStart
    let text = try scalar()
    if text.isKey {
      guard depth <= Self.deepestNesting else { throw Unknown() }
      return try mapping(at: column, from: text, depth: depth)
    }
    try endLine()
    return node(text)
  }

  private mutating func valueOnLine(depth: Int) throws(Unknown) -> YAMLNode {
    if isAtBracket { return try flow(depth: depth) }
    let text = try scalar()
    guard !text.isKey else { throw Unknown() }
    return node(text)
  }

  /// What stands where no value does, directly behind its mark.
  private func nothing(at place: Int) -> YAMLNode {
    YAMLNode(.scalar("", isPlain: true), at: SourceRange(start: base + place, end: base + place))
  }

  private func add(_ key: Scalar, _ value: consuming YAMLNode, to entries: inout [YAMLEntry]) throws(Unknown) {
    guard key.end - key.start <= Self.longestKey, entries.count < Self.mostKeys else { throw Unknown() }
    let code = FieldKey.code(of: key.text(in: bytes))
    // `<<` merges.
    if key.isPlain, key.end - key.start == 2, bytes[key.start] == UInt8(ascii: "<"), bytes[key.start + 1] == UInt8(ascii: "<") {
      throw Unknown()
    }
    for place in entries.indices {
      let other = entries[place].code
      guard code != 0 && other != 0 ? code != other : entries[place].key.value != string(key) else { throw Unknown() }
    }
    entries.append(
      YAMLEntry(
        code: code, string(key), at: SourceRange(start: base + key.start, end: base + key.end), value: consume value))
  }
}

// MARK: - Texts

extension PlainYAMLReader {
  /// A text on one line, by its bytes.
  private struct Scalar {
    /// With its quotes.
    let start: Int
    let end: Int
    let isPlain: Bool
    /// Whether a `:` follows that makes it a key; `place` is there.
    var isKey = false

    /// Without its quotes.
    func text(in bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
      let quote = isPlain ? 0 : 1
      return UnsafeBufferPointer(rebasing: bytes[(start + quote)..<(end - quote)])
    }
  }

  /// All of the text was found to be UTF-8, and a scalar begins and ends beside ASCII.
  private func string(_ scalar: Scalar) -> String { String(wellFormed: scalar.text(in: bytes)) }

  private func node(_ scalar: Scalar) -> YAMLNode {
    YAMLNode(
      .scalar(string(scalar), isPlain: scalar.isPlain),
      at: SourceRange(start: base + scalar.start, end: base + scalar.end))
  }

  /// Outside brackets.
  private mutating func scalar() throws(Unknown) -> Scalar {
    if var quoted = try quoted() {
      quoted.isKey = place < bytes.count && bytes[place] == colon && !isVisible(at: place + 1)
      return quoted
    }
    try checkFirst()
    let start = place
    var end = start
    var isKey = false
    search: while end < bytes.count {
      switch bytes[end] {
      case newline, carriageReturn: break search
      case colon where !isVisible(at: end + 1):
        isKey = true
        break search
      // YAML 1.2 §6.6: a comment has a space before it.
      case UInt8(ascii: "#") where bytes[end - 1] == space: break search
      default: end += 1
      }
    }
    place = end
    return try plain(from: start, isKey: isKey)
  }

  /// Inside brackets.
  private mutating func scalarInFlow() throws(Unknown) -> Scalar {
    if var quoted = try quoted() {
      quoted.isKey = place < bytes.count && bytes[place] == colon && !isVisible(at: place + 1)
      return quoted
    }
    try checkFirst()
    let start = place
    if bytes[place] == UInt8(ascii: "-") {
      guard isVisible(at: place + 1), (UInt8(ascii: ".")...UInt8(ascii: "9")).contains(bytes[place + 1]) else { throw Unknown() }
    }
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
        place = end
        return try plain(from: start, isKey: false)
      case colon:
        guard !isVisible(at: end + 1) else { throw Unknown() }
        place = end
        return try plain(from: start, isKey: true)
      // Marks of YAML that are rare in a text: libyaml knows where they are none.
      case newline, carriageReturn, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        throw Unknown()
      default: end += 1
      }
    }
    throw Unknown()
  }

  private func plain(from start: Int, isKey: Bool) throws(Unknown) -> Scalar {
    var end = place
    while bytes[end - 1] == space { end -= 1 }
    guard !isKey || end == place else { throw Unknown() }
    return Scalar(start: start, end: end, isPlain: true, isKey: isKey)
  }

  /// YAML 1.2 §5.3: characters with which no text without quotes begins. `?`, `:` and `-` may where no
  /// space follows; the first two are rare, and left to libyaml.
  private func checkFirst() throws(Unknown) {
    guard place < bytes.count else { throw Unknown() }
    switch bytes[place] {
    case UInt8(ascii: "-"):
      guard isVisible(at: place + 1) else { throw Unknown() }
    case space, newline, carriageReturn, colon, UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"),
      UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"):
      throw Unknown()
    default: break
    }
  }

  /// A text in quotes that is as it is written; nil where no quote stands.
  private mutating func quoted() throws(Unknown) -> Scalar? {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else { return nil }
    let quote = bytes[place]
    let start = place
    var end = start + 1
    while end < bytes.count, bytes[end] != quote {
      guard bytes[end] >= space, bytes[end] != UInt8(ascii: "\\") || quote == UInt8(ascii: "'") else { throw Unknown() }
      end += 1
    }
    place = end + 1
    guard place <= bytes.count, place == bytes.count || bytes[place] != quote else { throw Unknown() }
    return Scalar(start: start, end: place, isPlain: false)
  }
}

// MARK: - Brackets

extension PlainYAMLReader {
  private var isAtBracket: Bool { bytes[place] == UInt8(ascii: "[") || bytes[place] == UInt8(ascii: "{") }

  private mutating func flow(depth: Int) throws(Unknown) -> YAMLNode {
    guard depth <= Self.deepestNesting else { throw Unknown() }
    let start = place
    let isList = bytes[place] == UInt8(ascii: "[")
    place += 1
    skipSpaces()
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    if isList { items.reserveCapacity(8) }
    let end = isList ? UInt8(ascii: "]") : UInt8(ascii: "}")
    var isFirst = true
    while true {
      guard place < bytes.count else { throw Unknown() }
      if isFirst, bytes[place] == end { break }
      isFirst = false
      if isList {
        items.append(try valueInFlow(depth: depth + 1))
      } else {
        let key = try scalarInFlow()
        guard key.isKey else { throw Unknown() }
        place += 1
        skipSpaces()
        guard place < bytes.count else { throw Unknown() }
        try add(key, try valueInFlow(depth: depth + 1), to: &entries)
      }
      skipSpaces()
      guard place < bytes.count else { throw Unknown() }
      if bytes[place] == end { break }
      guard bytes[place] == UInt8(ascii: ",") else { throw Unknown() }
      place += 1
      skipSpaces()
    }
    place += 1
    return YAMLNode(
      isList ? .sequence(items) : .mapping(entries), at: SourceRange(start: base + start, end: base + place))
  }

  private mutating func valueInFlow(depth: Int) throws(Unknown) -> YAMLNode {
    if isAtBracket { return try flow(depth: depth) }
    let text = try scalarInFlow()
    guard !text.isKey else { throw Unknown() }
    return node(text)
  }
}

private let space = UInt8(ascii: " ")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let colon = UInt8(ascii: ":")
