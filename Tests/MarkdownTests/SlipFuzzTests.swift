import TestSupport
import Testing

@testable import Markdown

@Suite("Slips in texts that nobody writes")
struct SlipFuzzTests {
  private static let parts = [
    "第", "第二章", "一、", "（一）", "1、", "1.", "12)", "•", "·", "···", "｀｀｀", "》", "＞", "# ", "##", "＃", "：：", "：：：", ":::",
    "box", "{", "}",
    "【", "】", "[", "]", "[[", "]]", "[ ]", "[]", "[x]", "[1]", "[1] ", "(", ")", "（", "）", "**", "*", "==", "$", "$$",
    "\\", "x^2", "| ", "｜",
    "---", "|-|", "\t", "    ", "　　", "> ", "- ", "-", "\n", "\n\n", "。", "，", "字", "a", "`", "```\n", "<!--", "-->",
    "<b>", "&#x8;", "&lt;",
    "\u{200B}", "\u{202E}", "\u{FFFC}", "\u{2028}", "\u{E0041}", "א", "[toc]", "[!NOTE]", "!!! note", "https://a.cn",
    "^1]", "[^1]: ", ":target[",
  ]

  @Test("Any marks in any order are read, by both readers, and every edit fits its text", .randomInput)
  func randomMarks() {
    let input = RandomInput(seed: 2_022, rounds: 3_000)
    var generator = input.generator
    for _ in 0..<input.rounds {
      let text = (0..<Int.random(in: 1...16, using: &generator)).map { _ in
        Self.parts[Int.random(in: 0..<Self.parts.count, using: &generator)]
      }.joined()
      let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" }.map { Array($0.unicodeScalars) }
      for finding in Page(text).diagnostics {
        guard case .edits(let edits, _)? = finding.fix else { continue }
        for edit in edits {
          let line = lines[edit.line - 1].dropFirst(edit.column - 1)
          #expect(line.starts(with: edit.old.unicodeScalars), "\(text.debugDescription): \(finding.message)")
        }
      }
    }
  }

  @Test("A text that ends in the middle of a mark", arguments: parts)
  func ends(part: String) {
    for count in 1...part.unicodeScalars.count {
      let start = String(String.UnicodeScalarView(part.unicodeScalars.prefix(count)))
      for text in [start, "\(start)\n", "字\(start)", "\(start)\n\n\(start)", "> \(start)", "- \(start)"] {
        _ = Page(text).report
      }
    }
  }
}
