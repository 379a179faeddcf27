import TestSupport
import Testing

@testable import SiteSources

struct ShortenedTests {
  /// The reference implementation, by `Character` alone.
  private func expected(_ text: String) -> String {
    guard text.count > 160 else { return text }
    let head = text.prefix(160)
    if let end = head.lastIndex(where: { "。！？.!?".contains($0) }), head.distance(from: head.startIndex, to: end) > 60 {
      return String(head[...end])
    }
    if let end = head.lastIndex(of: " "), head.distance(from: head.startIndex, to: end) > 100 {
      return head[..<end] + "…"
    }
    return head + "…"
  }

  @Test("A text is shortened by whole characters, whatever their scalars", .randomInput, arguments: 1...3)
  func randomTexts(_ seed: Int) {
    let input = RandomInput(seed: seed, rounds: 400)
    var random = input.generator
    func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
    let pieces = [
      "甲", "乙", "，", "。", "！", "a", "Words", " ", ".", "é", "e\u{301}", "👩‍👧", "\r\n", "“", "（", "\u{302A}", "가",
    ]
    for round in 0..<input.rounds {
      // Every third text has plain characters only.
      let kinds = round % 3 == 0 ? 9 : pieces.count
      let text = (0..<next(260)).map { _ in pieces[next(round % 5 == 0 ? 3 : kinds)] }.joined()
      #expect(shortened(text) == expected(text), "\(text)")
    }
  }
}
