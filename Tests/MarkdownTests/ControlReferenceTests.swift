import Testing

@testable import Markdown

@Suite("References to control characters")
struct ControlReferenceTests {
  @Test(
    "They are errors and reach no output",
    arguments: [
      ("x&#8;y\n", "1:2"), ("# x&#x1B;y\n", "1:4"), ("[a](b \"c&#11;\")\n", "1:9"), ("![a&#xC;](b)\n", "1:4"),
      ("| a&#xFFFE; |\n|---|\n", "1:4"), ("```a&#7;\nb\n```\n\n`c` d&#65535;\n", "5:6"),
      ("a[^1]\n\n[^1]: b `&#8;` c&#8;\n", "3:17"),
      (":term[a&#x7F;]\n", "1:8"), ("a &#X9F; `&#8;`\n", "1:3"),
    ])
  func found(_ text: String, _ place: String) {
    let page = Page(text)
    let found = page.diagnostics.filter { $0.code == .controlCharacter }
    #expect(found.map { "\($0.location.line):\($0.location.column)" } == [place])
    #expect(found.first?.fix == .replace(with: ""))
    let labels = page.document.directives.compactMap(\.label).joined()
    for scalar in (page.html() + page.document.plainText() + labels).unicodeScalars {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F ~= scalar.value) && scalar.value < 0xFFFE || scalar == "\n")
    }
  }

  @Test("Code between them is recognized in one pass, and a hundred are reported")
  func many() {
    let page = Page(String(repeating: "x `&#8;` &#8;\n", count: 500))
    #expect(page.diagnostics.map(\.location.column) == [Int](repeating: 10, count: 100))
  }

  @Test(
    "Code, escapes and other references are none",
    arguments: [
      "`&#8;`\n", "```\n&#8;\n```\n", "\\&#8;\n", "a&#9;b&#10;c&#13;\n", "&#8\n", "&#;\n", "&#x;\n", "&#160;\n",
      "    &#8;\n", "&#0;\n",
    ])
  func others(_ text: String) {
    #expect(Page(text).report == "")
  }
}
