/// One entry of a list in YAML with a key on each line, such as those of a register, to which facts are added.
struct EntryLines {
  /// All lines of the file, without their line feeds.
  private(set) var lines: [String]
  private let first: Int
  /// The index after the last line of the entry.
  private var end: Int
  private let indentation: String
  /// `\r` in a file from Windows.
  private let lineEnd: String

  /// Nil for an entry in braces, `- {id: a, name: b}`. `line`: 1-based, of the entry's first key.
  init?(_ lines: [String], at line: Int) {
    guard lines.indices.contains(line - 1),
      let first = lines[..<line].lastIndex(where: { $0.drop { $0 == " " }.hasPrefix("-") }), line - first <= 2
    else { return nil }
    let spaces = lines[first].prefix { $0 == " " }.count
    let rest = lines[first].dropFirst(spaces + 1)
    let gap = rest.prefix { $0 == " " }.count
    guard gap > 0, EntryLines.key(of: rest.dropFirst(gap)) != nil else { return nil }
    let width = spaces + 1 + gap
    indentation = String(repeating: " ", count: width)
    var end = first + 1
    while end < lines.count {
      let text = lines[end].drop { $0 == " " }
      let isEmpty = text.isEmpty || text == "\r"
      guard isEmpty || lines[end].count - text.count >= width else { break }
      end += 1
    }
    while end > first + 1, lines[end - 1].allSatisfy({ $0.isWhitespace }) { end -= 1 }
    self.lines = lines
    self.first = first
    self.end = end
    lineEnd = lines[first].hasSuffix("\r") ? "\r" : ""
  }

  /// The key of `name: …`; nil for a line that begins with none.
  private static func key(of text: Substring) -> Substring? {
    guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return nil }
    let key = text[..<colon]
    let behind = text[text.index(after: colon)...].first
    return key.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") } && (behind?.isWhitespace ?? true) ? key : nil
  }

  /// The lines of the entry with a key of its own, without indentation.
  private var keyed: [(index: Int, key: Substring, text: Substring)] {
    (first..<end).compactMap { index in
      let text = lines[index].dropFirst(indentation.count)
      let isOwn = index == first || lines[index].hasPrefix(indentation) && text.first != " "
      return isOwn ? EntryLines.key(of: text).map { (index, $0, text) } : nil
    }
  }

  func has(_ key: String) -> Bool { keyed.contains { $0.key == key } }

  /// The value of a key, as it is written; nil without the key, and for a value that goes on in the next line.
  func value(of key: String) -> String? {
    let keyed = keyed
    guard let place = keyed.firstIndex(where: { $0.key == key }) else { return nil }
    let next = place + 1 < keyed.count ? keyed[place + 1].index : end
    let value = String(keyed[place].text.dropFirst(key.count + 1)).trimmingSpaces
    return next == keyed[place].index + 1 && !value.isEmpty ? value : nil
  }

  /// Adds `key: value` at the end of the entry.
  mutating func add(_ line: String) {
    lines.insert(indentation + line + lineEnd, at: end)
    end += 1
  }

  /// Writes `key: value` in place of the line with another key.
  mutating func replace(_ key: String, by line: String) {
    guard let found = keyed.first(where: { $0.key == key }) else { return }
    let lead = found.index == first ? String(lines[first].prefix(indentation.count)) : indentation
    lines[found.index] = lead + line + lineEnd
  }
}
