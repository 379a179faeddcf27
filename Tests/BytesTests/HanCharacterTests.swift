import Bytes
import Testing

struct HanCharacterTests {
  @Test("A text contains Han if one of its characters is an ideograph", arguments: ["约25%", "a㐀", "豈", "𠀀", "予定"])
  func han(_ text: String) {
    #expect(text.containsHan)
  }

  @Test(
    "Letters, emoji, kana, Hangul and full-width signs are not Han",
    arguments: ["", "Trees 🌳", "かな", "목표", "：（）％", "é", "\u{E0100}"])
  func other(_ text: String) {
    #expect(!text.containsHan)
  }
}
