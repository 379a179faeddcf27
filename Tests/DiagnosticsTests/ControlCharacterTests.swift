import Diagnostics
import TestSupport
import Testing

@Suite("Control characters")
struct ControlCharacterTests {
  @Test("Each run is an error at its place, with a fix")
  func finding() {
    let source = SourceText(path: "a.md", text: "甲\u{B}\u{C}乙\n\tb\r\n\u{7F}\u{FFFE}\u{9F}c\n")
    #expect(source.encodingFaults.control == 3)
    let found = source.controlCharacters(from: 0)
    #expect(found.map { "\($0.location.line):\($0.location.column) \($0.location.length)" } == ["1:2 2", "3:1 3"])
    #expect(found.allSatisfy { $0.fix == .replace(with: "") })
    #expect(
      DiagnosticPrinter(format: .text).print(Array(found.prefix(1))) == """
        a.md:1:2: error: a control character (U+000B), which no page can show [file.control-character]
            1 | 甲  乙
              |   ^~
        hint: delete it; 'planpress check --fix' does so

        """)
  }

  @Test("A file full of them has a hundred findings")
  func many() {
    let source = SourceText(path: "a.md", text: String(repeating: "a\u{0}", count: 5_000))
    #expect(source.controlCharacters(from: 0).count == 100)
  }

  @Test("The check of UTF-8 finds the first one at any place", .randomInput, arguments: 1...2)
  func random(_ seed: Int) {
    let input = RandomInput(seed: seed, rounds: 3_000)
    var random = input.generator
    let texts = [
      "a", "some words", "\n", "\r\n", "\t", " ", "规", "划", "信保", "，", "\u{FFFD}", "\u{BFFF}", "é", "🎓", "\u{A0}", "~",
      "\u{FFBE}",
    ]
    let controls = ["\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{1F}", "\u{7F}", "\u{80}", "\u{9F}", "\u{FFFE}", "\u{FFFF}"]
    for _ in 0..<input.rounds {
      var text = ""
      for _ in 0..<Int.random(in: 0...30, using: &random) { text += texts.randomElement(using: &random) ?? "" }
      #expect(SourceText(path: "a", text: text).encodingFaults.control == nil, "\(text.debugDescription)")
      let clean = text.utf8.count
      text += controls.randomElement(using: &random) ?? ""
      for _ in 0..<Int.random(in: 0...30, using: &random) { text += texts.randomElement(using: &random) ?? "" }
      let faults = SourceText(path: "a", text: text).encodingFaults
      #expect(faults.control == clean && faults.invalid == nil, "\(text.debugDescription)")
    }
  }
}
