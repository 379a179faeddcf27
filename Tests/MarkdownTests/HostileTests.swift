import Bytes
import Diagnostics
import Testing

@testable import Markdown

@Suite("Hostile texts")
struct HostileTests {
  private static let texts: [(label: String, text: String)] = [
    ("quotations", String(repeating: "> ", count: 20_000) + "a"),
    ("brackets", String(repeating: "[", count: 50_000)),
    ("emphasis", String(repeating: "*a **a ", count: 10_000)),
    ("nested emphasis", String(repeating: "*a ", count: 5_000) + String(repeating: " b*", count: 5_000)),
    ("open labels", String(repeating: ":a[", count: 5_000)),
    ("boxes", String(repeating: ":::box\n", count: 1_000)),
    ("closing lines", String(repeating: ":::\n", count: 1_000)),
    ("lists", (0..<400).map { String(repeating: " ", count: $0 * 2) + "- a\n" }.joined()),
    ("bare links", String(repeating: "www.", count: 20_000) + String(repeating: "http://_", count: 5_000)),
    ("a link of links", String(repeating: "http://a.b/", count: 5_000)),
    ("findings on one line", String(repeating: ":ref[a]{", count: 1_500) + String(repeating: "<b>", count: 1_500)),
    ("parentheses", "http://a.b/" + String(repeating: ")", count: 50_000)),
    ("wide table", String(repeating: "|a", count: 1_000) + "\n" + String(repeating: "|-", count: 1_000)),
    ("tildes", String(repeating: "~~a ", count: 10_000)),
    ("references", String(repeating: "[^1] ", count: 2_000) + "\n\n[^1]: [^1]\n"),
    ("directives in many lists", String(repeating: "- ::a\n\n1. ::b\n\n", count: 2_000)),
    (
      "definitions in notes",
      (0..<300).map { String(repeating: "    ", count: $0) + "[^\($0)]: a[^\($0 + 1)]\n" }.joined()
    ),
    ("definitions that are none", String(repeating: "a\n     [^1]: b\n", count: 2_000)),
    ("comments", String(repeating: "<!-- ", count: 10_000) + String(repeating: "\n<!--\n", count: 2_000)),
    ("notes in a table", "|a|\n|-|\n" + String(repeating: "|[^1]|\n", count: 2_000) + "\n[^1]: b\n"),
    ("stand-ins", "\u{700}\u{701}\u{70A}\u{70B}\u{70C} &#x70A;1 <?\u{70B}0?> &#x70C;\n\n<?\u{70B}9?>\n"),
  ]

  // The arguments are labels, because a test runner prints them.
  @Test("Nothing hangs, overflows or traps", arguments: texts.map(\.0))
  func survives(_ label: String) throws {
    let text = try #require(HostileTests.texts.first { $0.0 == label }).1
    let checked = MarkdownDocument.parse(
      SourceText(path: "h.md", text: text), from: 0, firstLine: 1, options: .site)
    var output = ByteBuffer()
    checked.value?.body.render(into: &output, MarkdownRendering())
    #expect(checked.value != nil)
  }

  @Test("Invalid UTF-8 does no harm")
  func invalidBytes() {
    let bytes: [UInt8] = [
      0xFF, 0xC2, 0x0A, 0xDC, 0x5B, 0x5E, 0xE4, 0xB8, 0x5D, 0x0A, 0x7C, 0xC2, 0x7C, 0x0A, 0x7C, 0x2D, 0x7C,
    ]
    for count in 0...bytes.count {
      let source = SourceText(path: "h.md", bytes: Array(bytes[..<count]))
      #expect(MarkdownDocument.parse(source, from: 0, firstLine: 1, options: .site).value != nil)
    }
  }

  @Test("Nesting that is too deep is an error at its line")
  func tooDeep() {
    let page = Page("a\n\n" + String(repeating: "> ", count: 300) + "b\n")
    #expect(page.diagnostics.map(\.code) == [.tooDeeplyNested])
    #expect(page.diagnostics.map(\.location.line) == [3])
    #expect(page.diagnostics.map(\.message) == ["blocks and markup are nested more than 200 deep"])
  }

  @Test("A text that would take libcmark too long is refused")
  func imageBrackets() {
    let checked = MarkdownDocument.parse(
      SourceText(path: "h.md", text: "a " + String(repeating: "![[", count: 6_000)), from: 0, firstLine: 1,
      options: .site)
    #expect(checked.value == nil)
    #expect(checked.diagnostics.map(\.code) == [.tooDeeplyNested])
    #expect(checked.diagnostics.map(\.location.column) == [3])
  }

  @Test("A text of more than 16 MB is refused")
  func size() {
    let source = SourceText(path: "h.md", bytes: [UInt8](repeating: 0x20, count: (16 << 20) + 2))
    #expect(
      MarkdownDocument.parse(source, from: 1, firstLine: 1, options: .site).diagnostics.map(\.code) == [.fileTooLarge])
  }
}
