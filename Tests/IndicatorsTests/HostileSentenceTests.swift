import Indicators
import TestSupport
import Testing

@Suite("Sentences that nobody writes")
struct HostileSentenceTests {
  private static let parts = [
    "\"", "“", "”", "《", "》", "。", "，", "、", "；", "（", "）", ".", ",", " ", "\n", "%", "百分之", "分之", "成", "万", "亿", "万亿",
    "倍",
    "翻一番", "到2025年", "五年", "年均", "累计", "比2020年", "达到", "提高", "降低", "控制在", "以上", "以内", "左右", "突破", "不低于", "由", "从",
    "零", "一", "三点五", "十", "百", "千", "两", "半", "0", "9", "99999999999999999999", "1e400", "1.5", "-", "−", "~", "至",
    "森林覆盖率",
    "工程", "人才安居工程", "实施", "of", "by 2025", "to", "reach", "hundred", "thousand", "trillion", "percent", "third", "a",
    "Programme",
    "increase", "reduce", "no more than", "from 1 to 2", "\u{200B}", "\u{0301}", "😀", "٣", "１",
  ]

  @Test("Any words in any order are read without an end of the program", .randomInput)
  func randomSentences() {
    let input = RandomInput(seed: 2_025, rounds: 3_000)
    var generator = input.generator
    for _ in 0..<input.rounds {
      let words = (0..<Int.random(in: 1...14, using: &generator)).map { _ in
        Self.parts[Int.random(in: 0..<Self.parts.count, using: &generator)]
      }
      let separator = Bool.random(using: &generator) ? "" : " "
      _ = rows(of: words.joined(separator: separator), PlanPeriod(start: 2021, end: 2025))
    }
  }

  @Test(
    "Quotation marks alone, and numbers beyond all figures",
    arguments: [
      "\"。到2025年，\"达到5万人。", "“", "”。", "\"", "第二章 \(String(repeating: "9", count: 400))达到5万人。",
      "达到\(String(repeating: "9", count: 400))亿元。", "增长百分之\(String(repeating: "9", count: 30))。",
      "By 2025, \(String(repeating: "9", count: 400)) thousand trees.",
      "By 2025, reach \(String(repeating: "9", count: 30)).",
    ])
  func ends(sentence: String) {
    for row in rows(of: sentence, PlanPeriod(start: 2021, end: 2025)) { #expect(!row.isEmpty) }
  }
}
