import Bytes
import Foundation
import TestSupport
import Testing

@Suite("Unicode normalization")
struct NormalizationTests {
  @Test(
    "Decomposed texts are composed",
    arguments: [
      ("cafe\u{301}", "caf\u{E9}"), ("Vie\u{323}\u{302}t", "Vi\u{1EC7}t"), ("Vie\u{302}\u{323}t", "Vi\u{1EC7}t"),
      ("\u{30AB}\u{3099}", "\u{30AC}"), ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}", "\u{D55C}\u{AE00}"),
      ("\u{418}\u{306}", "\u{419}"), ("x\u{301}", "x\u{301}"), ("q\u{323}\u{307}", "q\u{323}\u{307}"),
      ("\u{212B}", "\u{C5}"), ("\u{AC00}\u{11A8}", "\u{AC01}"), ("规划 2030", "规划 2030"), ("", ""),
      ("\u{301}", "\u{301}"),
      ("a\u{300}\u{301}", "\u{E0}\u{301}"),
    ])
  func composed(_ text: String, _ expected: String) {
    #expect(Array(normalized(text).utf8) == Array(expected.utf8))
  }

  @Test("Random letters with marks are composed as Foundation composes them", .randomInput, arguments: 1...2)
  func random(_ seed: Int) {
    let input = RandomInput(seed: seed, rounds: 3_000)
    var random = input.generator
    let scalars = Array("aeiouyncszdltAEIOUYNCSZ\u{3B1}\u{3B5}\u{43}\u{418}\u{433}\u{304B}\u{30CF}人 -".unicodeScalars)
    let marks = Array(
      "\u{300}\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{30A}\u{30C}\u{323}\u{327}\u{328}\u{3099}"
        .unicodeScalars)
    for _ in 0..<input.rounds {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        text.append(scalars.randomElement(using: &random) ?? "a")
        for _ in 0..<Int.random(in: 0...2, using: &random) {
          text.append(marks.randomElement(using: &random) ?? "\u{301}")
        }
      }
      let (found, expected) = (normalized(String(text)), String(text).precomposedStringWithCanonicalMapping)
      #expect(Array(found.unicodeScalars) == Array(expected.unicodeScalars), "\(Array(text))")
    }
  }
}
