import Diagnostics
import TestSupport
import Testing

@testable import Markdown

@Suite("Markdown: the plain reader makes libcmark's tree, or leaves the text to libcmark")
struct PlainMarkdownTests {
  /// Texts that the plain reader reads.
  static let plain = [
    "", "\n\n", "text", "text\n", "two\nlines  \nthree\\\nfour\n", "# A\n## B ##\n### ###\n#\n####### no\n#no\n",
    "- a\n- b\n\n1. c\n2. d\n", "- a\n\n  b\n- c\n", "- a\n  - b\n    - c\n\n      d\n- e\n", "* a\n+ b\n- c\n",
    "10) a\n11) b\n9. c\n",
    "-\n- a\n-\n", "- a\nlazy\n", "> a\nlazy\n> b\n\n> c\n>\n> - d\n> - e\n", "> - a\n>\n>   b\n", "-   a\n\n    b\n",
    "para\n- item\n1. one\n2. two\n",
    "para\n2. no list\n", "a\n***\nb\n\n---\n\n\n_ _ _\n", "```swift\nlet a = 1\n\n  b\n```\nafter\n",
    "- ~~~\n  code\n  ~~~\n- b\n", "```\nopen\n", "```\n\ta\n```\n", " ::a\n\n   :::b\nx\n  :::\n",
    "> ```\n> a\nb\n", "*a* **b** ***c*** _d_ __e__ a_b_c *a **b** c*\n", "**重点**，*强调*。**“引”**后\n", "*a\nb*\n",
    "a * b ** c\n", "`a` ``b`c`` ` d ` `` ` ``\n",
    "[a](b.md) [c](no\n", "[a](b \"t\") [c](d 't') [e](f (g)) ![h](i.png)\n", "[*a*](b) [![c](d)](e) [a [b](c) d](e)\n",
    "[a] [b][c] ![d] [e](f g)\n", "\\*a\\* \\[b](c) \\a \\\\\n",
    "a & b &c AT&T x < 3 > 2\n", "| a | b |\n| --- | :-: |\n| *c* | `d` |\n| [e](f.md) | g\\|h |\n",
    "text\n| a |\n| - |\n| b |\n", "> | a |\n> | - |\n> | b |\n",
    "::: box\n\ntext\n\n:::\n", "::indicator{#a}\n", "a :term[b]{#c} d\n", "- ::: box\n  a\n  :::\n",
    "[ ] a\n- [x] b\n- [ ] c\n", "http://a.org *b* ~~c~~\n",
    "a\r\nb\r\n\r\n- c\r\n", "a  \n", "中文\n换行\n", "![a](b \"c\")\n", "- a\n\n\n- b\n", "- a\n- b\n\ntext\n",
    "1. a\n\n   > b\n\n   ```\n   c\n   ```\n",
    "这是**“重点”**工程。实施**“5111人才工程”。**力争实现**目标（一）**的任务。\n", "增长**50%**以上，*（甲）*乙\n",
    "| a |\n| - |\n| 是**“b”**的 |\n| c |\n", "> 是**“a”**的\n\n`是**“b”**的` [c](d**“e”**f.md)\n",
  ]

  /// Texts that the plain reader leaves to libcmark.
  static let left = [
    "    code\n", "\ttab\n", "a\tb\n", "- a\n\n      code\n", "a\n===\n", "a\n---\n", "<div>\n</div>\n", "a <b>c</b>\n",
    "<https://a.org>\n", "&amp;\n", "&#38;\n",
    "[a]: b\n", "[a](<b>)\n", "[a](b\\)c)\n", "[a](b \"c\\\"\")\n", "[a](b\n\"c\")\n", "`a\nb`\n", "*a**b*\n",
    "- a\n\n  ***\n", "- a\n  ---\n", "\u{1}\n", "\u{FEFF}a\n",
    "[^a]\n\n[^a]: b\n", "```\r\na\r\n```\r\n", "  ```\n\ta\n  ```\n", "> ```\n>\ta\n", "```\n\u{0}\n```\n",
    "a*\u{2E52}b*\n", "*a*\u{61D}\n", "::a\r",
    "| a |\n| - |\n| \u{0} |\n",
  ]

  @Test("Chinese characters classified by their bytes are punctuation in Unicode's tables")
  func chineseMarks() {
    for value in Array(0x3000...0x30FF) + Array(0xFF00...0xFFEF) as [UInt32] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let known = Array(String(scalar).utf8).withUnsafeBufferPointer { CharacterClass(ofChineseMark: $0) }
      guard let known else { continue }
      let categories: Set<Unicode.GeneralCategory> = [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation,
        .otherPunctuation,
      ]
      #expect(
        known == .widePunctuation && categories.contains(scalar.properties.generalCategory),
        "U+\(String(value, radix: 16))"
      )
    }
  }

  @Test("Plain texts give libcmark's tree, locations included", arguments: plain)
  func known(_ text: String) {
    #expect(isReadPlainly(Array(text.utf8)))
  }

  @Test("Other texts are left to libcmark", arguments: left)
  func unknown(_ text: String) {
    #expect(!isReadPlainly(Array(text.utf8)))
  }

  @Test("The examples of CommonMark are read in one way", .needs(.commonMark))
  func specification() throws {
    let plainOnes = try SpecExample.all().count { isReadPlainly(Array($0.markdown.utf8)) }
    #expect(plainOnes > 300)
  }

  @Test("Random texts, whole and broken, are read in one way", .randomInput, arguments: 0..<4)
  func random(_ seed: Int) {
    let input = RandomInput(seed: seed + 5, rounds: 1_500)
    var texts = RandomMarkdown(generator: input.generator)
    var plainOnes = (blocks: 0, inlines: 0, broken: 0)
    for _ in 0..<input.rounds {
      let blocks = texts.blocks()
      if isReadPlainly(blocks) { plainOnes.blocks += 1 }
      if isReadPlainly(texts.inlines()) { plainOnes.inlines += 1 }
      if isReadPlainly(texts.broken(blocks)) { plainOnes.broken += 1 }
    }
    // Otherwise the comparison would say little.
    guard input.isLong else { return }
    #expect(plainOnes.blocks > input.rounds * 7 / 15)
    #expect(plainOnes.inlines > input.rounds * 7 / 15)
    #expect(plainOnes.broken > input.rounds * 4 / 15)
  }

  /// Whether the plain reader reads a text. If so, checks that libcmark makes the same tree with the same findings.
  private func isReadPlainly(_ bytes: [UInt8]) -> Bool {
    let source = SourceText(path: "a.md", bytes: bytes)
    var plain = DocumentReader(source, from: 0, firstLine: 1, options: MarkdownOptions())
    guard plain.readPlainly() else { return false }
    var whole = DocumentReader(source, from: 0, firstLine: 1, options: MarkdownOptions())
    whole.readByLibrary()
    let (one, other) = (plain.tree.description, whole.tree.description)
    if one != other || plain.diagnostics != whole.diagnostics {
      Issue.record(
        "the trees differ: \(String(reflecting: String(decoding: bytes, as: UTF8.self)))\n\(firstDifference(one, other))"
      )
    }
    return true
  }
}

private func firstDifference(_ one: String, _ other: String) -> String {
  let lines = (one.split(separator: "\n"), other.split(separator: "\n"))
  let index = zip(lines.0, lines.1).prefix { $0 == $1 }.count
  return "plainly: \(lines.0.dropFirst(index).first ?? "-")\nlibcmark: \(lines.1.dropFirst(index).first ?? "-")"
}

extension SyntaxTree {
  /// One line for each node, indented by its depth. Empty texts are skipped.
  fileprivate var description: String {
    var lines = ""
    var index = self[SyntaxTree.root].firstChild
    while index >= 0 {
      let node = self[index]
      if node.kind != .text || !node.text.isEmpty {
        var parent = node.parent
        while parent > 0 {
          lines += "  "
          parent = self[parent].parent
        }
        lines += "\(node.kind) \(node.flags.rawValue) \(node.level) \(node.kind == .list ? node.number : 0)"
        lines += " \(node.line)-\(node.endLine):\(node.column)"
        if node.kind == .tableCell {
          lines += " \(node.text.bounds)\n"
        } else {
          lines += " \(String(reflecting: string(node.text))) \(String(reflecting: string(node.detail)))\n"
        }
      }
      index = following(index, in: SyntaxTree.root)
    }
    return lines
  }
}

/// Random texts made of the markup that the plain reader has to distinguish.
struct RandomMarkdown {
  var generator: SplitMix

  private static let starts = [
    "", "", "", "", "", "- ", "* ", "+ ", "1. ", "2. ", "1) ", "-  ", "-     ", "> ", ">", "  ", "   ", "    ", "# ",
    "### ", "12. ",
  ]
  private static let contents = [
    "a", "中文", "two words", "a  ", "b\\", "", "", "*a*", "**b**", "`c`", "[d](e)", "# f", "- g", "1. h", "***", "---",
    "```", "~~~", "```x", "===", "::: box",
    ":::", "::leaf", "| a | b |", "| - | - |", "| --- |", "| *c* |", "![i](j)", "-", "1.", "[ ] k", "- - l", "> m",
    "> - n", "a # #", "| [d](e) | x\\|y |", "    p",
  ]
  private static let marks = [
    "*", "**", "***", "_", "__", "`", "``", "[", "]", "(", ")", "![", "](b)", "](b \"c\")", "\\", "\\*", " ", " ", "  ",
    "a", "b", "中", "文", "，", "“", "”", "。", "!", "（", "》", "한", "%", "🈚",
    "&", "<", "\n", "\n", "\u{2E43}", "\u{1F389}", "→", "\u{A0}", "é", "~~", "¥", ".", "\u{3000}", "http://a.b",
    ":x[y]",
  ]

  private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &generator) }
  private mutating func draw(_ texts: [String]) -> String { texts[roll(texts.count)] }

  mutating func blocks() -> [UInt8] {
    var text = ""
    for _ in 0...roll(9) {
      let indent = roll(4) == 0 ? String(repeating: " ", count: roll(5)) : ""
      text +=
        indent + draw(Self.starts) + (roll(4) == 0 ? draw(Self.starts) : "") + draw(Self.contents)
        + (roll(12) == 0 ? "" : "\n")
      if roll(4) == 0 { text += "\n" }
    }
    return Array(text.utf8)
  }

  mutating func inlines() -> [UInt8] {
    var text = ""
    for _ in 0...roll(14) { text += draw(Self.marks) }
    return Array(text.utf8)
  }

  mutating func broken(_ whole: [UInt8]) -> [UInt8] {
    var bytes = whole
    for _ in 0...roll(3) {
      let index = roll(max(1, bytes.count))
      let piece = roll(2) == 0 ? draw(Self.marks) : draw(Self.starts)
      switch roll(3) {
      case 0 where index < bytes.count && bytes[index] < 0x80: bytes.remove(at: index)
      default:
        if index < bytes.count, bytes[index] < 0x80 { bytes.insert(contentsOf: Array(piece.utf8), at: index) }
      }
    }
    return bytes
  }
}
