import TestSupport
import Testing

@testable import SiteEngine

struct OverlappingTextsTests {
  @Test(
    "Texts are found that are a part of a text, or that it is a part of",
    arguments: [
      ("到2025年达到5万人", [0, 4]), ("达到5万人", [0, 1, 4]), ("5", [0, 1, 2]), ("", []), ("没有", []), ("森林覆盖率70", [3]),
      ("万人", [0, 1]), ("覆盖", [2, 3]),
    ])
  func overlapping(text: String, numbers: [Int]) {
    let texts = OverlappingTexts(["达到5万人", "城镇新增就业达到5万人", "森林覆盖率达到75", "森林覆盖率", "到", ""])
    #expect(texts.overlapping(text) == numbers, "\(text)")
  }

  @Test("Random texts are found as by comparing every pair", .randomInput)
  func random() {
    let input = RandomInput(seed: 71, rounds: 200)
    var generator = input.generator
    func draw() -> String {
      (0..<Int.random(in: 0...9, using: &generator)).map { _ in ["a", "b", "字", "c"].randomElement(using: &generator)! }
        .joined()
    }
    for _ in 0..<input.rounds {
      let texts = (0..<8).map { _ in draw() }
      let text = draw()
      let expected = texts.indices.filter {
        !texts[$0].isEmpty && !text.isEmpty && (text.contains(texts[$0]) || texts[$0].contains(text))
      }
      #expect(OverlappingTexts(texts).overlapping(text) == expected, "\(texts) \(text)")
    }
  }
}
