/// Pieces of Markdown that say what a text says, whatever is in it.
///
/// Copies are for any reader of Markdown, so every character that some reader gives a meaning is escaped.
/// `MarkdownEscaping` has another job: it writes what authors go on editing, and escapes only what planpress itself would
/// take for Markdown at that place.
enum MarkdownText {
  /// A text in a line.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { "\\`*_[]<|".utf8.contains($0) }) else { return text }
    return text.reduce(into: "") { $0 += escaped($1) }
  }

  static func escaped(_ character: Character) -> String {
    "\\`*_[]<|".contains(character) ? "\\\(character)" : String(character)
  }

  /// A paragraph, given as Markdown of a line: with a backslash where its first sign would begin a heading, a quotation
  /// or a list.
  static func paragraph(_ line: String) -> String {
    guard let first = line.utf8.first else { return line }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "~"): return "\\" + line
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="):
      let rest = line.utf8.drop { $0 == first }
      let isAlone = rest.count == line.utf8.count - 1
      return rest.isEmpty || rest.first == UInt8(ascii: " ") && (isAlone || first == UInt8(ascii: "-"))
        ? "\\" + line : line
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = line.prefix { ("0"..."9").contains($0) }
      let rest = line[digits.endIndex...]
      guard digits.utf8.count < 10, let mark = rest.first, mark == "." || mark == ")",
        rest.dropFirst().first.map({ $0 == " " }) ?? true
      else { return line }
      return String(digits) + "\\" + rest
    default: return line
    }
  }

  /// A heading, given as Markdown of a line. Number signs at its end are part of it.
  static func heading(_ line: String, level: Int) -> String {
    let marks = String(repeating: "#", count: level) + " "
    guard line.utf8.last == UInt8(ascii: "#") else { return marks + line }
    return marks + line.dropLast() + "\\#"
  }

  /// The text in the round brackets of a link.
  static func destination(_ url: String) -> String {
    url.utf8.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") || $0 <= 0x20 } || url.isEmpty
      ? "<\(url)>" : url
  }

  /// A code span. In a table, a stroke has a backslash even in code.
  static func code(_ text: String, isInTable: Bool) -> String {
    var text = text.split { $0 == "\n" || $0 == "\r" }.joined(separator: " ")
    guard !text.isEmpty else { return "" }
    if isInTable { text = text.replacing("|", with: "\\|") }
    let fence = String(repeating: "`", count: longestRun(in: text) + 1)
    let space = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + space + text + space + fence
  }

  /// A block of code between lines of backticks.
  static func codeBlock(_ text: String) -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
    return fence + "\n" + text + (text.hasSuffix("\n") ? "" : "\n") + fence
  }

  /// The length of the longest run of backticks.
  private static func longestRun(in text: String) -> Int {
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
