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
    case 0xE2, 0xEF, UInt8(ascii: "-"): self.init(dashes: source, from: start)
    case UInt8(ascii: "t"), UInt8(ascii: "T"), 0xE6: self.init(keys: source, from: start)
    default: return nil
    }
  }

  private init?(dashes source: SourceText, from start: Int) {
    let (first, second) = FrontMatterFault.twoLines(source, from: start)
    guard FrontMatterFault.isFence(first), FrontMatterFault.startsWithKey(second) else { return nil }
    var edits: [Diagnostic.Edit] = []
    var line = 1
    let lines = String(decoding: source.bytes[start...], as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for text in lines {
      if FrontMatterFault.isFence(text), edits.count < 2 {
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

  private static func startsWithKey(_ line: Substring) -> Bool {
    line.prefixMatch(of: /[A-Za-z-]{2,20}[:：]|\p{Han}{1,4}[:：]/) != nil
  }
}
