/// Goes over the bytes of plain YAML: spaces, the ends of lines, and texts on one line. What the texts are part of is
/// `PlainYAMLReader`'s to know.
struct PlainYAMLScanner {
  // Of the caller, who keeps them alive: a scanner lives no longer than the closure that gave it the bytes.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte to read.
  var place = 0

  /// Left to libyaml.
  struct Unknown: Error {}

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { place >= bytes.count }

  /// At `place`, which must not be the end.
  var byte: UInt8 { bytes[place] }

  /// Past spaces: whether there is nothing more on the line. A comment has a space before it.
  mutating func isAtLineEnd() throws(Unknown) -> Bool {
    skipSpaces()
    guard !isAtEnd else { return true }
    switch byte {
    case newline, carriageReturn: return true
    case UInt8(ascii: "#"):
      guard bytes[place - 1] == space else { throw Unknown() }
      return true
    default: return false
    }
  }

  mutating func skipSpaces() {
    while place < bytes.count, bytes[place] == space { place += 1 }
  }

  mutating func skipLine() {
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

  var isAtDash: Bool { byte == UInt8(ascii: "-") && !isVisible(at: place + 1) }

  var isAtBracket: Bool { byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") }
}

// MARK: - Texts

extension PlainYAMLScanner {
  /// A text on one line, by its bytes.
  struct Scalar {
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
  func string(_ scalar: Scalar) -> String { String(wellFormed: scalar.text(in: bytes)) }

  /// Outside brackets.
  mutating func scalar() throws(Unknown) -> Scalar {
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
  mutating func scalarInFlow() throws(Unknown) -> Scalar {
    if var quoted = try quoted() {
      quoted.isKey = place < bytes.count && bytes[place] == colon && !isVisible(at: place + 1)
      return quoted
    }
    try checkFirst()
    let start = place
    if bytes[place] == UInt8(ascii: "-") {
      guard isVisible(at: place + 1), (UInt8(ascii: ".")...UInt8(ascii: "9")).contains(bytes[place + 1]) else {
        throw Unknown()
      }
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
    case space, newline, carriageReturn, colon, UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: "["),
      UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"),
      UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"):
      throw Unknown()
    default: break
    }
  }

  /// A text in quotes that is as it is written; nil where no quote stands.
  private mutating func quoted() throws(Unknown) -> Scalar? {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else {
      return nil
    }
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

private let space = UInt8(ascii: " ")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let colon = UInt8(ascii: ":")
