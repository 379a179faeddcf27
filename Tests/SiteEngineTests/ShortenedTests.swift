import Testing

@testable import SiteEngine

struct ShortenedTests {
  /// By Characters alone, as the rule is meant.
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

  @Test("A beginning is cut as its characters say, whatever they are made of", arguments: [UInt64(1), 2, 3])
  func cut(_ seed: UInt64) {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "甲", "乙", "，", "。", "！", "a", "Words", " ", ".", "é", "e\u{301}", "👩‍👧", "\r\n", "“", "（", "\u{302A}", "가",
    ]
    for round in 0..<400 {
      // Every third text is of plain characters only.
      let kinds = round % 3 == 0 ? 9 : pieces.count
      let text = (0..<next(260)).map { _ in pieces[next(round % 5 == 0 ? 3 : kinds)] }.joined()
      #expect(shortened(text) == expected(text), "\(text)")
    }
  }
}
