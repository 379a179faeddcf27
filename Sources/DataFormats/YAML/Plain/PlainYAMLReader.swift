import Bytes
import Diagnostics

/// A second, faster reader for YAML as nearly all front matter and registers are written: keys and values on one line,
/// lists with `-`, texts without escapes, `[a, b]` and `{a: b}`.
///
/// The rule of this folder: the plain reader never makes a finding. At anything else (an anchor, a text over several
/// lines, a repeated key, whatever may be a mistake) it gives up, and libyaml parses the whole text. So it never reads
/// a text differently from libyaml; `PlainYAMLTests` compares the two on random texts.
///
/// The front matter of a page with four indicators takes a sixth of the instructions that libyaml and its events take.
struct PlainYAMLReader {
  private typealias NotPlain = PlainYAMLScanner.NotPlain
  private typealias Scalar = PlainYAMLScanner.Scalar

  private var scanner: PlainYAMLScanner
  /// The offset of the bytes in the file.
  private let base: Int
  private var lineStart = 0
  /// The indentation of the current line in spaces; -1 at the end of the text.
  private var indent = 0

  /// Less than `YAMLParser.deepestNesting`, because only libyaml reports deeper nesting.
  private static let deepestNesting = 32
  /// In bytes; libyaml accepts keys of 1024 characters.
  private static let longestKey = 1000
  /// The most keys of a mapping that are compared with each other; more, such as those of a file of words, are kept in
  /// a set.
  private static let mostKeys = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    scanner = PlainYAMLScanner(bytes)
    self.base = base
  }

  /// Nil for a text that libyaml must read.
  mutating func document() -> YAMLNode? {
    guard hasOnlyPlainYAMLCharacters(scanner.bytes) else { return nil }
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
  /// Advances from the start of a line to the first line that is neither blank nor a comment.
  private mutating func findLine() {
    while true {
      lineStart = scanner.index
      scanner.skipSpaces()
      guard !scanner.isAtEnd else {
        indent = -1
        return
      }
      switch scanner.byte {
      case UInt8(ascii: "\n"): scanner.index += 1
      case UInt8(ascii: "\r"): scanner.index += 2
      case UInt8(ascii: "#"): scanner.skipLine()
      default:
        indent = scanner.index - lineStart
        return
      }
    }
  }

  /// Advances from the end of a value over the rest of its line, which may be a comment.
  private mutating func endLine() throws(NotPlain) {
    guard try scanner.isAtLineEnd() else { throw NotPlain() }
    scanner.skipLine()
    findLine()
  }
}

// MARK: - Blocks

extension PlainYAMLReader {
  /// Reads a mapping or a list whose first line begins at the next byte.
  private mutating func block(at column: Int, depth: Int) throws(NotPlain) -> YAMLNode {
    guard depth <= Self.deepestNesting else { throw NotPlain() }
    if scanner.isAtDash { return try list(at: column, sharesColumn: false, depth: depth) }
    return try mapping(at: column, from: try keyAtLineStart(), depth: depth)
  }

  /// Rejects `---` and `...`, which may begin a line and are not text.
  private mutating func keyAtLineStart() throws(NotPlain) -> Scalar {
    guard scanner.byte != UInt8(ascii: "-"), scanner.byte != UInt8(ascii: ".") else { throw NotPlain() }
    return try scanner.scalar()
  }

  private mutating func mapping(at column: Int, from first: Scalar, depth: Int) throws(NotPlain) -> YAMLNode {
    var entries: [YAMLEntry] = []
    var known: Set<String> = []
    entries.reserveCapacity(8)
    var key = first
    while true {
      guard key.isKey else { throw NotPlain() }
      scanner.index += 1
      let colonEnd = scanner.index
      let value: YAMLNode
      if try scanner.isAtLineEnd() {
        scanner.skipLine()
        findLine()
        if indent > column {
          value = try block(at: indent, depth: depth + 1)
        } else if indent == column, scanner.isAtDash {
          value = try list(at: column, sharesColumn: true, depth: depth + 1)
        } else {
          value = missingValue(at: colonEnd)
        }
      } else {
        value = try valueOnLine(depth: depth + 1)
        try endLine()
      }
      try add(key, value, to: &entries, &known)
      guard indent >= column else { break }
      // A deeper line continues the text above, or is a mistake.
      guard indent == column else { throw NotPlain() }
      key = try keyAtLineStart()
    }
    return YAMLNode(
      .mapping(entries),
      at: SourceRange(start: base + first.start, end: Int(entries[entries.count - 1].value.range.end)))
  }

  /// `sharesColumn`: the dashes are indented like the key of the list, and the next key ends it.
  private mutating func list(at column: Int, sharesColumn: Bool, depth: Int) throws(NotPlain) -> YAMLNode {
    guard depth <= Self.deepestNesting else { throw NotPlain() }
    let start = scanner.index
    var items: [YAMLNode] = []
    items.reserveCapacity(4)
    while true {
      scanner.index += 1
      let dashEnd = scanner.index
      if try scanner.isAtLineEnd() {
        scanner.skipLine()
        findLine()
        items.append(indent > column ? try block(at: indent, depth: depth + 1) : missingValue(at: dashEnd))
      } else {
        guard !scanner.isAtDash else { throw NotPlain() }
        items.append(try item(depth: depth + 1))
      }
      guard indent >= column else { break }
      guard indent == column else { throw NotPlain() }
      if scanner.isAtDash { continue }
      guard sharesColumn else { throw NotPlain() }
      break
    }
    return YAMLNode(
      .sequence(items), at: SourceRange(start: base + start, end: Int(items[items.count - 1].range.end)))
  }

  /// Reads the text after a dash: a value, or the first key of a mapping whose other keys are below it.
  private mutating func item(depth: Int) throws(NotPlain) -> YAMLNode {
    if scanner.isAtBracket {
      let value = try flow(depth: depth)
      try endLine()
      return value
    }
    let column = scanner.index - lineStart
    let text = try scanner.scalar()
    if text.isKey {
      guard depth <= Self.deepestNesting else { throw NotPlain() }
      return try mapping(at: column, from: text, depth: depth)
    }
    try endLine()
    return node(text)
  }

  private mutating func valueOnLine(depth: Int) throws(NotPlain) -> YAMLNode {
    if scanner.isAtBracket { return try flow(depth: depth) }
    let text = try scanner.scalar()
    guard !text.isKey else { throw NotPlain() }
    return node(text)
  }

  /// A missing value, located directly after its colon or dash.
  private func missingValue(at offset: Int) -> YAMLNode {
    YAMLNode(.scalar("", isPlain: true), at: SourceRange(start: base + offset, end: base + offset))
  }

  private func node(_ scalar: Scalar) -> YAMLNode {
    YAMLNode(
      .scalar(scanner.string(scalar), isPlain: scalar.isPlain),
      at: SourceRange(start: base + scalar.start, end: base + scalar.end))
  }

  /// `known`: the keys of the entries, once there are many.
  private func add(
    _ key: Scalar, _ value: consuming YAMLNode, to entries: inout [YAMLEntry], _ known: inout Set<String>
  ) throws(NotPlain) {
    guard key.end - key.start <= Self.longestKey else { throw NotPlain() }
    // `<<` merges.
    if key.isPlain, key.end - key.start == 2, scanner.bytes[key.start] == UInt8(ascii: "<"),
      scanner.bytes[key.start + 1] == UInt8(ascii: "<")
    {
      throw NotPlain()
    }
    let code = FieldKey.code(of: key.text(in: scanner.bytes))
    let text = scanner.string(key)
    if entries.count < Self.mostKeys {
      for index in entries.indices {
        let other = entries[index].code
        let differs = code != 0 && other != 0 ? code != other : entries[index].key.value != text
        guard differs else { throw NotPlain() }
      }
    } else {
      if known.isEmpty { known = Set(entries.map(\.key.value)) }
      guard known.insert(text).inserted else { throw NotPlain() }
    }
    let range = SourceRange(start: base + key.start, end: base + key.end)
    entries.append(YAMLEntry(code: code, key: Located(text, at: range), value: consume value))
  }
}

// MARK: - Brackets

extension PlainYAMLReader {
  private mutating func flow(depth: Int) throws(NotPlain) -> YAMLNode {
    guard depth <= Self.deepestNesting else { throw NotPlain() }
    let start = scanner.index
    let isList = scanner.byte == UInt8(ascii: "[")
    scanner.index += 1
    scanner.skipSpaces()
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    var known: Set<String> = []
    if isList { items.reserveCapacity(8) }
    let end = isList ? UInt8(ascii: "]") : UInt8(ascii: "}")
    var isFirst = true
    while true {
      guard !scanner.isAtEnd else { throw NotPlain() }
      if isFirst, scanner.byte == end { break }
      isFirst = false
      if isList {
        items.append(try valueInFlow(depth: depth + 1))
      } else {
        let key = try scanner.scalarInFlow()
        guard key.isKey else { throw NotPlain() }
        scanner.index += 1
        scanner.skipSpaces()
        guard !scanner.isAtEnd else { throw NotPlain() }
        try add(key, try valueInFlow(depth: depth + 1), to: &entries, &known)
      }
      scanner.skipSpaces()
      guard !scanner.isAtEnd else { throw NotPlain() }
      if scanner.byte == end { break }
      guard scanner.byte == UInt8(ascii: ",") else { throw NotPlain() }
      scanner.index += 1
      scanner.skipSpaces()
    }
    scanner.index += 1
    return YAMLNode(
      isList ? .sequence(items) : .mapping(entries), at: SourceRange(start: base + start, end: base + scanner.index))
  }

  private mutating func valueInFlow(depth: Int) throws(NotPlain) -> YAMLNode {
    if scanner.isAtBracket { return try flow(depth: depth) }
    let text = try scanner.scalarInFlow()
    guard !text.isKey else { throw NotPlain() }
    return node(text)
  }
}
