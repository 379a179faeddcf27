import Diagnostics
import Testing

@Suite("Invisible characters")
struct InvisibleCharacterTests {
  private func hint(_ code: DiagnosticCode, _ line: String, _ marked: Range<Int>) -> String? {
    let location = SourceLocation(
      path: "a", line: 1, column: marked.lowerBound + 1, length: marked.count, excerpt: line)
    return Diagnostic(.error, code, "x", hint: "another hint", at: location).hint
  }

  @Test(
    "Each is named, with its column and what to do",
    arguments: [
      ("\u{A0}", "a no-break space (U+00A0): replace it with an ordinary space"),
      ("\u{202F}", "a narrow no-break space (U+202F): replace it with an ordinary space"),
      ("\u{2003}", "a special space (U+2003): replace it with an ordinary space"),
      ("\u{3000}", "a full-width space (U+3000): replace it with an ordinary space"),
      ("\u{200B}", "a zero-width space (U+200B): delete it"),
      ("\u{AD}", "a soft hyphen (U+00AD): delete it"),
      ("\u{FEFF}", "a byte order mark (U+FEFF): delete it"),
      ("\u{200E}", "a mark of the writing direction (U+200E): delete it"),
      ("\u{2060}", "a character without width (U+2060): delete it"),
      ("\u{2028}", "a line separator (U+2028): replace it with a line break"),
      ("\u{2029}", "a paragraph separator (U+2029): replace it with a line break"),
    ])
  func names(_ character: String, _ expected: String) {
    #expect(
      hint(.unknownKey, "x: tit\(character)le", 3..<9) == "there is an invisible character at column 7, \(expected)")
  }

  @Test("Outside the marked text, one is named only where it breaks the syntax of the line")
  func places() {
    let named =
      "there is an invisible character at column 7, a no-break space (U+00A0): replace it with an ordinary space"
    #expect(hint(.yamlSyntax, "title:\u{A0}x", 0..<1) == named)
    #expect(hint(.yamlSyntax, "title: a\u{A0}b", 0..<1) == "another hint")
    #expect(hint(.yamlSyntax, "\u{3000}title: a", 1..<2)?.contains("at column 1, a full-width space") == true)
    #expect(hint(.yamlSyntax, "title: a\u{200B}b", 0..<1)?.contains("at column 9, a zero-width space") == true)
    #expect(hint(.unknownKey, "titel: a\u{200B}b", 0..<5) == "another hint")
    #expect(hint(.csvMissingColumn, "Year,\u{A0}Value", 0..<4)?.contains("at column 6, a no-break space") == true)
  }

  @Test("Characters that join letters and emoji are part of a word")
  func joiners() {
    #expect(hint(.unknownTerm, "👩\u{200D}🔬", 0..<3) == "another hint")
    #expect(hint(.unknownTerm, "❤\u{FE0F}", 0..<2) == "another hint")
  }
}
