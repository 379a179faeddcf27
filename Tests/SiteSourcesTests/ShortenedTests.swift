import TestSupport
import Testing

@testable import SiteSources

struct ShortenedTests {
  /// The reference implementation, by arrays of scalars.
  private func expected(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 160 else { return text }
    let first = scalars[..<160]
    if let end = first.lastIndex(where: { "。！？.!?".unicodeScalars.contains($0) }), end > 60 {
      return wholeClusters(of: text, first[...end])
    }
    if let end = first.lastIndex(of: " "), end > 100 { return wholeClusters(of: text, first[..<end]) + "…" }
    return wholeClusters(of: text, first) + "…"
  }

  private func wholeClusters(of text: String, _ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var result = ""
    for character in text {
      guard (result + String(character)).unicodeScalars.count <= scalars.count else { break }
      result.append(character)
    }
    return result
  }

  @Test("A text is cut between grapheme clusters, whatever their scalars", .randomInput, arguments: 1...3)
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
