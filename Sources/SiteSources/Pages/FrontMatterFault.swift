import Diagnostics

/// Front matter that a page does not have, because the lines around it are missing or are not three `-`.
struct FrontMatterFault {
  let finding: Diagnostic

  /// Nil for a page that begins with something else, which nearly all do.
  init?(_ source: SourceText, from start: Int) {
    let bytes = source.bytes
    guard start < bytes.count else { return nil }
    switch bytes[start] {
    // The first bytes of ——, －－, ――, ──, and of `--`.
    // The first bytes of ===, ```yaml and ` ---`, too.
    case 0xE2, 0xEF, UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "`"), UInt8(ascii: " "):
      self.init(dashes: source, from: start)
    case UInt8(ascii: "t"), UInt8(ascii: "T"), 0xE6: self.init(keys: source, from: start)
    default: return nil
    }
  }

  private init?(dashes source: SourceText, from start: Int) {
    let (first, second) = FrontMatterFault.twoLines(source, from: start)
    guard FrontMatterFault.isFence(first) || FrontMatterFault.isOtherFence(first),
      FrontMatterFault.startsWithKey(second)
    else { return nil }
    // A page may begin with an example.
    if first.hasPrefix("`"), !FrontMatterFault.keys.contains(where: { second.lowercased().hasPrefix($0) }) {
      return nil
    }
    var edits: [Diagnostic.Edit] = []
    var line = 1
    let lines = String(decoding: source.bytes[start...], as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for text in lines {
      if FrontMatterFault.isFence(text) || FrontMatterFault.isOtherFence(text), edits.count < 2 {
        edits.append(Diagnostic.Edit(line: line, column: 1, old: String(text), new: "---"))
      }
      line += 1
    }
    finding = Diagnostic(
      .error, .yamlSyntax, "the line above the front matter must be three ordinary '-'", hint: "write '---'",
      at: source.location(of: SourceRange(start: start, end: start + first.utf8.count)),
      fix: edits.count == 2 ? .edits(edits, description: "the lines around the front matter are '---'") : nil)
  }

  private init?(keys source: SourceText, from start: Int) {
    let (first, second) = FrontMatterFault.twoLines(source, from: start)
    guard let key = FrontMatterFault.keys.first(where: { first.lowercased().hasPrefix($0) }),
      second.isEmpty && key.utf8.count == key.count || FrontMatterFault.startsWithKey(second)
        || FrontMatterFault.isFence(second) || second.hasPrefix("---")
    else { return nil }
    finding = Diagnostic(
      .error, .yamlSyntax, "a line '---' is missing above '\(first.prefix(key.count))'",
      hint: "write '---' on a line of its own above it, and another after the last key",
      at: source.location(of: SourceRange(start: start, end: start + first.utf8.count)))
  }

  /// How pages begin whose author has left out the line above.
  private static let keys = ["title:", "title：", "标题:", "标题：", "type:", "type："]

  private static func twoLines(_ source: SourceText, from start: Int) -> (Substring, Substring) {
    let head = String(decoding: source.bytes[start...].prefix(400), as: UTF8.self)
    let lines = head.split(maxSplits: 2, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return (lines.first ?? "", lines.dropFirst().first ?? "")
  }

  /// Dashes of any kind, but not three or more ordinary ones alone.
  private static func isFence(_ line: Substring) -> Bool {
    let marks = line.filter { $0 != " " }
    return (1...8).contains(marks.count) && marks.allSatisfy { "-—–－―─".contains($0) }
      && (marks.contains { $0 != "-" } || marks.count == 2)
  }

  /// `===`, `----`, ` ---` and the lines around a block of code in YAML.
  private static func isOtherFence(_ line: Substring) -> Bool {
    var marks = line
    while let last = marks.last, last == " " { marks.removeLast() }
    if marks == "```yaml" || marks == "```yml" || marks == "```" { return true }
    if marks.first == "=" { return marks.count > 2 && marks.allSatisfy { $0 == "=" } }
    let dashes = marks.drop { $0 == " " }
    return dashes.count > 2 && dashes.allSatisfy { $0 == "-" } && (dashes.count > 3 || dashes.count < marks.count)
  }

  /// The finding for a page whose front matter begins with `---` and has no such line at its end: one of other dashes, or
  /// none. `from` is the offset after the first line.
  static func unclosed(_ source: SourceText, from start: Int) -> Diagnostic? {
    var offset = start
    var line = 2
    for text in String(decoding: source.bytes[start...], as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
    {
      if isFence(text) || isOtherFence(text), text != "```" {
        return Diagnostic(
          .error, .yamlSyntax, "the line below the front matter must be three ordinary '-'", hint: "write '---'",
          at: source.location(of: SourceRange(start: offset, end: offset + text.utf8.count)),
          fix: .edits(
            [Diagnostic.Edit(line: line, column: 1, old: String(text), new: "---")],
            description: "the line below the front matter is '---'"))
      }
      // Front matter has no empty lines as a rule, and the text below has rules of its own.
      guard !text.isEmpty, line < 60 else { return nil }
      offset = (source.bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count - 1) + 1
      line += 1
    }
    return nil
  }

  /// A second block of keys directly below the first.
  static func second(_ source: SourceText, from start: Int) -> Diagnostic? {
    let bytes = source.bytes
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r") { index += 1 }
    guard index + 4 < bytes.count,
      bytes[index...].starts(with: "---\n".utf8) || bytes[index...].starts(with: "---\r".utf8)
    else { return nil }
    let (_, key) = twoLines(source, from: index)
    let lines = String(decoding: bytes[index...].prefix(4000), as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard startsWithKey(key), let end = lines.dropFirst().firstIndex(of: "---"),
      lines[1..<end].allSatisfy({ startsWithKey($0) || $0.hasPrefix(" ") || $0.hasPrefix("- ") })
    else { return nil }
    return Diagnostic(
      .error, .yamlSyntax, "a second front matter begins here, and would be printed",
      hint: "move its lines above the '---' before it, and delete both lines '---' here",
      at: source.location(of: SourceRange(start: index, end: index + 3)))
  }

  private static func startsWithKey(_ line: Substring) -> Bool {
    line.prefixMatch(of: /[A-Za-z-]{2,20}[:：]|\p{Han}{1,4}[:：]/) != nil
  }
}
