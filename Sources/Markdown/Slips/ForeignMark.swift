import Diagnostics

/// A line that other programs read as markup, or that has Chinese signs in place of Markdown's: `[TOC]`, `》引用`, `···`.
enum ForeignMark {
  /// The place of a list of the headings.
  case contents
  /// `》` or `＞` in place of `>`.
  case quotation
  /// `···` or `｀｀｀` in place of three backticks.
  case fence
  /// `[!NOTE]` and `!!! note`, which begin a framed remark.
  case remark
  /// `$$` alone, which begins or ends a formula.
  case formula

  private static let contentsMarks: Set<String> = [
    "[toc]", "[[toc]]", "[[_toc_]]", "{{toc}}", "{:toc}", "{{>toc}}", "@[toc]", "${toc}", "[目录]", "[[目录]]",
    "@[toc](目录)",
  ]

  private static let remarks: Set<String> = [
    "note", "tip", "info", "important", "warning", "caution", "danger", "question", "quote", "example", "abstract",
    "summary", "success", "failure", "bug", "todo",
  ]

  /// Whether a line may be one, by its first byte.
  static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), 0xE3, 0xEF, 0xC2:
      true
    default: false
    }
  }

  init?(_ line: UnsafeBufferPointer<UInt8>) {
    var end = line.count
    while end > 0, line[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    guard end > 1 else { return nil }
    func text(_ length: Int = 40) -> String { String(decoding: line[..<min(end, length)], as: UTF8.self) }
    func starts(with text: StaticString) -> Bool { text.withUTF8Buffer { line[..<end].starts(with: $0) } }
    switch line[0] {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "@"), UInt8(ascii: "$"):
      if end == 2, starts(with: "$$") {
        self = .formula
      } else if end <= 16, ForeignMark.contentsMarks.contains(text().lowercased()) {
        self = .contents
      } else if starts(with: "[!"), ForeignMark.remarks.contains(ForeignMark.word(text().dropFirst(2))) {
        self = .remark
      } else {
        return nil
      }
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      guard starts(with: "!!! ") || starts(with: "??? "),
        ForeignMark.remarks.contains(ForeignMark.word(text().dropFirst(4)))
      else { return nil }
      self = .remark
    case 0xE3, 0xEF:
      if starts(with: "》") || starts(with: "＞") {
        self = .quotation
      } else if starts(with: "｀｀｀"), text().allSatisfy({ $0.isASCII || $0 == "｀" }) {
        self = .fence
      } else {
        return nil
      }
    case 0xC2:
      guard starts(with: "···"), text().allSatisfy({ $0.isASCII || $0 == "·" }) else { return nil }
      self = .fence
    default: return nil
    }
  }

  private static func word(_ text: some StringProtocol) -> String {
    text.prefix { $0.isASCII && $0.isLetter }.lowercased()
  }
}

extension DocumentReader {
  func findForeign(_ numbers: [Int], in paragraph: Paragraph, _ slips: inout Slips) {
    var fences: [(line: Range<Int>, mark: Int)] = []
    var formulas: [Int] = []
    for number in numbers {
      let line = content(ofLine: number)
      let text = written(line)
      let isFirst = number == paragraph.lines.lowerBound
      switch source.bytes[line].withUnsafeBufferPointer({ ForeignMark($0) }) {
      case .contents:
        slips.lines.insert(number)
        slips.findings.append(
          slip(
            .contentsMark, "'\(text)' is printed as text: a page lists its headings by itself", hint: "delete the line",
            at: line, fix: paragraph.lines.count == 1 && isTopLevel(paragraph) ? .removeLine : nil))
      case .quotation where isFirst:
        slips.lines.insert(number)
        let mark = line.lowerBound..<line.lowerBound + 3
        let rest = shown(text.dropFirst().drop { $0 == " " || $0 == "　" })
        slips.findings.append(
          slip(
            .fullWidthMark, "'\(text.prefix(1))' is full-width, so '\(rest)' is shown as text, not as a quotation",
            hint: "write '> \(rest)'", at: mark,
            fix: .edits([edit(mark, "> ")], description: "'\(rest)' is now a quotation")))
      case .remark where isFirst:
        slips.lines.insert(number)
        slips.findings.append(
          slip(
            .remarkMark, "'\(shown(text))' is printed as text: other programs make a frame of it",
            hint: "write ':::box{title=\"…\"}' before the text and ':::' after it, for a frame", at: line))
      case .fence: fences.append((line, text.prefix { "·｀".contains($0) }.utf8.count))
      case .formula: formulas.append(number)
      case .quotation, .remark, nil: break
      }
    }
    if formulas.count > 1 {
      slips.lines.formUnion(paragraph.lines)
      slips.formulas.append(content(ofLine: formulas[0] + (formulas[1] > formulas[0] + 1 ? 1 : 0)))
    }
    guard let first = fences.first else { return }
    slips.lines.formUnion(paragraph.lines)
    slips.findings.append(
      slip(
        .fullWidthMark, "'\(written(first.line))' is text, and begins no code",
        hint: "write '```' on a line before the code and on a line after it; for a rule, write '---'", at: first.line,
        fix: fences.count.isMultiple(of: 2)
          ? .edits(
            fences.map { edit($0.line.lowerBound..<$0.line.lowerBound + $0.mark, "```") },
            description: "the lines around the code are '```'") : nil))
  }

  private func isTopLevel(_ paragraph: Paragraph) -> Bool { tree[paragraph.node].parent == SyntaxTree.root }
}
