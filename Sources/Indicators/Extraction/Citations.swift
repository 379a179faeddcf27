extension TargetFinder {
  private static let openings = WordList("引自 摘自 摘录自 出自 转引自 选自 来源 资料来源 原文 据《 根据《 按照《")
  private static let englishOpenings = [
    "source:", "quoted from", "from the ", "extract from", "excerpt from", "according to",
  ]
  private static let sayings = WordList("提出 指出 要求 规定 明确 强调 明确提出 明确要求 部署")

  /// Whether a paragraph of a quotation says whose words it quotes: `引自《国家纲要》：…`, `《国家纲要》提出：…`, a last line
  /// `——国家纲要`, `— Paris Agreement, article 2`.
  package static func isCitation(_ paragraph: String) -> Bool {
    let text = PlainScalars.of(paragraph.trimmed)
    guard !text.isEmpty else { return false }
    if openings.isPrefix(of: text[...]) { return true }
    if text[0] == "《", let close = text.firstIndex(of: "》"), sayings.isPrefix(of: text[(close + 1)...]) { return true }
    let plain = text[...].string.lowercased()
    if englishOpenings.contains(where: plain.hasPrefix) { return true }
    return signature(of: text)
  }

  private static let dashes = Set("—–―".unicodeScalars)
  private static let longestSignature = 60

  /// Whether a text ends with a dash and a name.
  private static func signature(of text: [Unicode.Scalar]) -> Bool {
    guard let dash = text.lastIndex(where: dashes.contains) else { return false }
    let name = text[(dash + 1)...]
    guard (2...longestSignature).contains(name.count), !name.contains("。"),
      name.contains(where: \.isLetter), name.filter(\.isASCIIDigit).count * 2 < name.count
    else { return false }
    // After a sentence, or alone: a dash within a sentence is not one.
    var start = dash
    while start > 0, dashes.contains(text[start - 1]) || text[start - 1].isSpace { start -= 1 }
    return start == 0 || "。！？.!?”\"’）)".unicodeScalars.contains(text[start - 1])
  }
}
