import TestSupport
import Testing

@testable import Markdown

/// No author can write a `Sentinel`, and no reader can see one.
@Suite("Inner marks")
struct SentinelTests {
  @Test(
    "A reference to a reserved character is that character in text, and stays as it is in code and HTML",
    arguments: [
      ("&#x700;a &#1792; &#X70d;\n", "<p>\u{700}a \u{700} \u{70D}</p>\n"),
      ("&#x70A;a% b\n", "<p>\u{70A}a% b</p>\n"),
      ("`&#x700;` \\&#x70A;\n", "<p><code>&amp;#x700;</code> &amp;#x70A;</p>\n"),
      ("[&#x701;](/&#x702; \"&#x703;\")\n", "<p><a href=\"/%DC%82\" title=\"\u{703}\">\u{701}</a></p>\n"),
      ("<http://e.org/&#x700;>\n", "<p><a href=\"http://e.org/%DC%80\">http://e.org/\u{700}</a></p>\n"),
      ("<b title=\"&#x700;\">\n", "<b title=\"&#x700;\">\n"),
      ("```&#x70C;\n&#x700;\n```\n", "<pre><code class=\"language-\u{70C}\">&amp;#x700;\n</code></pre>\n"),
      ("    &#x700;\n", "<pre><code>&amp;#x700;\n</code></pre>\n"),
      ("| &#x70C; a | `&#x700;` |\n|-|-|\n", "\u{70C} a"),
      ("&#x70B;0?>\n", "<p>\u{70B}0?&gt;</p>\n"),
      ("\u{700} &#x700; \\:a\n", "<p>\u{700} \u{700} :a</p>\n"),
    ])
  func references(_ text: String, _ html: String) {
    let page = Page(text, options: MarkdownOptions(allowsRawHTML: true))
    #expect(page.html().contains(html))
    if !html.hasSuffix("\n") { #expect(page.html().contains("<code>&amp;#x700;</code>")) }
  }

  @Test("Attributes in running text and of headings have the characters that were written")
  func attributes() {
    let page = Page(":term[a\\:b]{as=\"c\\|d&#x700;\"}\n\n## A {#e\\:f .g\\@h}\n")
    #expect(page.document.directives.first?.label == "a:b")
    #expect(page.document.directives.first?.attributes.map(\.value) == ["c|d\u{700}"])
    #expect(page.html().contains("id=\"e:f\"") && page.html().contains("class=\"g@h\""))
    #expect(Page(":term[a]{\\:b=c}\n\n## B {#a \\:=}\n").report.contains("cannot start with ':'"))
  }

  /// Fragments of which none has a reserved character, a `%`, a `^` or a `$` outside of a label.
  private static let fragments = [
    "\\:", "\\|", "\\~", "\\{", "\\[", "\\@", "\\.", "\\]", "\\}", "\\\\", "[^", "[^a]", "[^_b_]", "[^c d]", "[^a]: ",
    "]", "[", "(", ")",
    "*", "**", "_", "__", "~~", "`", "``", "<", ">", "<b>", "</b>", "<!--", "-->", "<?", "?>", "|", "|-|-|\n", "&amp;",
    "&#58;",
    ":term[", "{a=\"", "\"}", "::toc\n", ":::box\n", ":::\n", "http://e.org/", "www.e.org", "a@e.org", "\n", "\n\n",
    "    ", "\t",
    "# ", "- ", "1. ", "> ", "{#", "}", "a", "b c", "城市", " ", "!", "[x]: /y\n", "```\n",
  ]

  @Test("None of them is ever shown, whatever the text", .randomInput)
  func randomTexts() {
    let input = RandomInput(seed: 18, rounds: 1500)
    var random = input.generator
    for _ in 0..<input.rounds {
      let text = (0..<Int.random(in: 1...24, using: &random)).map { _ in
        Self.fragments.randomElement(using: &random) ?? ""
      }.joined()
      for allowsRawHTML in [false, true] {
        let page = Page(text, options: MarkdownOptions(allowsRawHTML: allowsRawHTML))
        var shown = page.html() + page.document.plainText() + page.report
        for directive in page.document.directives {
          shown += (directive.label ?? "") + directive.attributes.map(\.value).joined()
        }
        let marks = shown.unicodeScalars.filter {
          0x700...0x70D ~= $0.value || 0x80...0x9F ~= $0.value || $0 == "\u{FFFD}" || $0 == "$"
        }
        let stray = shown.split(separator: "%").dropFirst().filter { !$0.prefix(2).allSatisfy(\.isHexDigit) }
        #expect(marks.isEmpty && stray.isEmpty, "\(String(reflecting: text)) shows \(shown)")
      }
    }
  }
}
