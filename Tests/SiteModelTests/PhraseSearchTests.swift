import TestSupport
import Testing

@testable import SiteModel

@Suite("Phrases in a text")
struct PhraseSearchTests {
  @Test("Whether a quotation is found does not depend on the other quotations", .randomInput)
  func randomTexts() {
    let input = RandomInput(seed: 23, rounds: 2_000)
    var generator = input.generator
    func text(_ length: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: length, using: &generator)).map { _ in "aab字".randomElement(using: &generator) ?? "a" })
    }
    for _ in 0..<input.rounds {
      let whole = text(0...30)
      let quotations = (0..<6).map { _ in text(0...5) }
      var search = PhraseSearch(quotations)
      let expected = quotations.map { $0.isEmpty || whole.contains($0) }
      #expect(search.isContained(in: whole) == expected, "\(whole): \(quotations)")
    }
  }

  @Test("The cost grows as the text and the quotations do, not as their product", arguments: [500, 1_000, 2_000])
  func steps(_ count: Int) {
    let text = String(repeating: "a", count: count * 90)
    let quotations = (0..<count).map { String(repeating: "a", count: 90) + "b\($0)" }
    var search = PhraseSearch(quotations)
    #expect(search.isContained(in: text).allSatisfy { !$0 })
    #expect(search.steps < 40 * (text.utf8.count + quotations.reduce(0) { $0 + $1.utf8.count }))
  }
}
