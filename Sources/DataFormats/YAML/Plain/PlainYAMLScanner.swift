/// Scans the bytes of plain YAML: spaces, line breaks, and scalars on one line. `PlainYAMLReader` builds the tree.
struct PlainYAMLScanner {
  // The caller keeps them alive: a scanner is used only inside the closure that provides the bytes.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The index of the next byte.
  var index = 0

  /// Thrown where the text is not plain YAML and libyaml must read it.
  struct NotPlain: Error {}

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index >= bytes.count }

  /// The byte at `index`, which must not be the end.
  var byte: UInt8 { bytes[index] }

  /// Skips spaces. Returns whether nothing but a comment, which needs a space before it, remains on the line.
  mutating func isAtLineEnd() throws(NotPlain) -> Bool {
    skipSpaces()
    guard !isAtEnd else { return true }
    switch byte {
    case newline, carriageReturn: return true
    case UInt8(ascii: "#"):
      guard bytes[index - 1] == space else { throw NotPlain() }
      return true
    default: return false
    }
  }

  mutating func skipSpaces() {
    while index < bytes.count, bytes[index] == space { index += 1 }
  }

  mutating func skipLine() {
    while index < bytes.count {
      index += 1
      if bytes[index - 1] == newline { return }
    }
  }

  /// Whether there is a byte that is neither space nor line break.
  private func isVisible(at index: Int) -> Bool {
    // Other control characters were rejected before.
    index < bytes.count && bytes[index] > space
  }

  var isAtDash: Bool { byte == UInt8(ascii: "-") && !isVisible(at: index + 1) }

  var isAtBracket: Bool { byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") }
}

// MARK: - Scalars

extension PlainYAMLScanner {
  /// The byte range of a scalar on one line.
  struct Scalar {
    /// The range includes the quotes.
    let start: Int
    let end: Int
    let isPlain: Bool
    /// Whether a `:` follows that makes it a key; then `index` is at the `:`.
    var isKey = false

    /// The text without its quotes.
    func text(in bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
      let quote = isPlain ? 0 : 1
      return UnsafeBufferPointer(rebasing: bytes[(start + quote)..<(end - quote)])
    }
  }

  // The whole text was validated as UTF-8, and a scalar begins and ends next to ASCII.
  func string(_ scalar: Scalar) -> String { String(wellFormed: scalar.text(in: bytes)) }

  /// Reads a scalar outside brackets.
  mutating func scalar() throws(NotPlain) -> Scalar {
    if var quoted = try quoted() {
      quoted.isKey = index < bytes.count && bytes[index] == colon && !isVisible(at: index + 1)
      return quoted
    }
    try checkFirst()
    let start = index
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
    index = end
    return try plain(from: start, isKey: isKey)
  }

  /// Reads a scalar inside brackets.
  mutating func scalarInFlow() throws(NotPlain) -> Scalar {
    if var quoted = try quoted() {
      quoted.isKey = index < bytes.count && bytes[index] == colon && !isVisible(at: index + 1)
      return quoted
    }
    try checkFirst()
    let start = index
    if bytes[index] == UInt8(ascii: "-") {
      guard isVisible(at: index + 1), (UInt8(ascii: ".")...UInt8(ascii: "9")).contains(bytes[index + 1]) else {
        throw NotPlain()
      }
    }
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
        index = end
        return try plain(from: start, isKey: false)
      case colon:
        guard !isVisible(at: end + 1) else { throw NotPlain() }
        index = end
        return try plain(from: start, isKey: true)
      // Rare in a text; libyaml decides whether they are part of it.
      case newline, carriageReturn, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        throw NotPlain()
      default: end += 1
      }
    }
    throw NotPlain()
  }

  private func plain(from start: Int, isKey: Bool) throws(NotPlain) -> Scalar {
    var end = index
    while bytes[end - 1] == space { end -= 1 }
    guard !isKey || end == index else { throw NotPlain() }
    return Scalar(start: start, end: end, isPlain: true, isKey: isKey)
  }

  /// Rejects characters with which an unquoted scalar cannot begin (YAML 1.2 §5.3). `?`, `:` and `-` may begin one if no
  /// space follows; the first two are rare and left to libyaml.
  private func checkFirst() throws(NotPlain) {
    guard index < bytes.count else { throw NotPlain() }
    switch bytes[index] {
    case UInt8(ascii: "-"):
      guard isVisible(at: index + 1) else { throw NotPlain() }
    case space, newline, carriageReturn, colon, UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: "["),
      UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"),
      UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"):
      throw NotPlain()
    default: break
    }
  }

  /// Reads a quoted scalar without escapes; nil if there is no quote.
  private mutating func quoted() throws(NotPlain) -> Scalar? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
      return nil
    }
    let quote = bytes[index]
    let start = index
    var end = start + 1
    while end < bytes.count, bytes[end] != quote {
      guard bytes[end] >= space, bytes[end] != UInt8(ascii: "\\") || quote == UInt8(ascii: "'") else {
        throw NotPlain()
      }
      end += 1
    }
    index = end + 1
    guard index <= bytes.count, index == bytes.count || bytes[index] != quote else { throw NotPlain() }
    return Scalar(start: start, end: index, isPlain: false)
  }
}

private let space = UInt8(ascii: " ")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let colon = UInt8(ascii: ":")
