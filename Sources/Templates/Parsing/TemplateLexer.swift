import Bytes
import Diagnostics

/// Finds the tags of one template.
struct TemplateLexer {
  private let source: SourceText
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)
  private var position: Int
  private(set) var tokens: [TemplateToken] = []
  private(set) var diagnostics = FindingList()

  init(_ source: SourceText) {
    self.source = source
    self.position = source.contentStart
  }

  mutating func run() {
    while let start = find(open, from: position) {
      position = start + open.count
      readTag(from: start)
    }
  }
}

extension SourceText {
  /// The offset of the text after a byte order mark.
  var contentStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}

// MARK: - One tag

extension TemplateLexer {
  private mutating func readTag(from start: Int) {
    var cursor = skipSpace(position)
    let sigil = cursor < source.bytes.count ? source.bytes[cursor] : 0
    if sigil == UInt8(ascii: "=") { return readDelimiters(from: start, at: cursor + 1) }
    if sigil == UInt8(ascii: "!") {
      guard let end = find(close, from: cursor) else {
        reportUnclosed(start)
        // No later tag ends either.
        position = source.bytes.count
        return
      }
      return append(.silent, start..<(end + close.count), name: end..<end)
    }

    let kind = kind(of: sigil)
    if kind != .variable { cursor += 1 }
    let ending = sigil == UInt8(ascii: "{") ? [UInt8(ascii: "}")] + close : close
    // A tag ends before the next one begins. If both delimiters are the same, the next one is its end.
    let next = find(open, from: cursor) ?? source.bytes.count
    guard let end = find(ending, from: cursor, to: next + ending.count) else { return reportUnclosed(start) }

    cursor = skipSpace(cursor)
    let mayBeDynamic = kind == .partial || kind == .parent || kind == .close
    let isDynamic = mayBeDynamic && cursor < end && source.bytes[cursor] == UInt8(ascii: "*")
    if isDynamic { cursor = skipSpace(cursor + 1) }
    append(kind, start..<(end + ending.count), name: trimmed(min(cursor, end)..<end), isDynamic: isDynamic)
  }

  private func kind(of sigil: UInt8) -> TemplateToken.Kind {
    switch sigil {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): .unescapedVariable
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .invertedSection
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "/"): .close
    default: .variable
    }
  }

  private mutating func append(
    _ kind: TemplateToken.Kind, _ range: Range<Int>, name: Range<Int>, isDynamic: Bool = false
  ) {
    position = range.upperBound
    let text = String(decoding: source.bytes[name], as: UTF8.self)
    if kind != .silent, let problem = problem(with: text, of: kind, isDynamic: isDynamic) {
      return report(problem.message, hint: problem.hint, at: name.isEmpty ? range : name)
    }
    tokens.append(
      TemplateToken(kind: kind, range: range, name: text, nameRange: name, isDynamic: isDynamic))
  }

  private func problem(
    with name: String, of kind: TemplateToken.Kind, isDynamic: Bool
  ) -> (message: Message, hint: Message?)? {
    if name.isEmpty { return ("a tag needs a name", nil) }
    if name.utf8.contains(where: isSpace) {
      let word = name.split { $0.isWhitespace }.first ?? ""
      let logic: Set<Substring> = ["if", "unless", "each", "with", "for", "else"]
      return (
        "'\(name)' is not a name: a name has no spaces",
        logic.contains(word)
          ? "write {{#name}}…{{/name}} for 'if' and 'each', {{^name}}…{{/name}} for 'else'" : nil
      )
    }
    let namesData = isDynamic || [.variable, .unescapedVariable, .section, .invertedSection].contains(kind)
    if namesData, name != ".",
      name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .contains(where: \.isEmpty)
    {
      return ("'\(name)' is not a name: a dot needs a name on both sides", nil)
    }
    return nil
  }
}

// MARK: - Delimiters

extension TemplateLexer {
  /// Reads `{{=<% %>=}}`; `first` is the offset after the first `=`.
  private mutating func readDelimiters(from start: Int, at first: Int) {
    let limit = first + longestMessage
    guard let end = find([UInt8(ascii: "=")] + close, from: first, to: limit) else {
      let tagEnd = find(close, from: first, to: limit).map { $0 + close.count } ?? endOfLine(first)
      position = tagEnd
      return report(
        "a change of delimiters must end with '='", hint: "write it like {{=<% %>=}}", at: start..<tagEnd)
    }
    let range = start..<(end + 1 + close.count)
    let words = source.bytes[first..<end].split(whereSeparator: isSpace)
    position = range.upperBound
    guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
      return report(
        "a change of delimiters needs two delimiters without '='", hint: "write it like {{=<% %>=}}", at: range)
    }
    (open, close) = (Array(words[0]), Array(words[1]))
    tokens.append(
      TemplateToken(kind: .silent, range: range, name: "", nameRange: range, isDynamic: false))
  }
}

// MARK: - Findings

extension TemplateLexer {
  private mutating func reportUnclosed(_ start: Int) {
    let ending = String(decoding: close, as: UTF8.self)
    report("this tag is not closed", hint: "end it with \(ending)", at: start..<endOfLine(start))
    position = start + open.count
  }

  private mutating func report(_ message: Message, hint: Message? = nil, at range: Range<Int>) {
    diagnostics.append(
      Diagnostic(.error, .templateSyntax, message, hint: hint, at: source.location(of: SourceRange(range))))
  }
}

// MARK: - Bytes

extension TemplateLexer {
  private func find(_ needle: [UInt8], from start: Int, to limit: Int = .max) -> Int? {
    source.bytes.firstOccurrence(of: needle, from: start, to: limit)
  }

  private func skipSpace(_ start: Int) -> Int {
    source.bytes[start...].firstIndex { !isSpace($0) } ?? source.bytes.count
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, isSpace(source.bytes[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }

  private func endOfLine(_ start: Int) -> Int {
    let limit = min(source.bytes.count, start + longestMessage)
    var end = source.bytes[start..<limit].firstIndex(of: UInt8(ascii: "\n")) ?? limit
    while end > start + 1, isSpace(source.bytes[end - 1]) { end -= 1 }
    return end
  }
}

/// In bytes. A message marks at most this much of a line, and a change of delimiters is not longer.
private let longestMessage = 400

func isSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains(byte)
}
