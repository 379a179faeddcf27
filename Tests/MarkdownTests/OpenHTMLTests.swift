import Testing

@testable import Markdown

@Suite("HTML without an end")
struct OpenHTMLTests {
  private static let openings: [(text: String, opening: String, line: Int, column: Int)] = [
    ("<!-- todo\n\n# rest\n", "<!--", 1, 1),
    ("a\n<!-- todo\n\n# rest\n", "<!--", 2, 1),
    ("  <script>\n\n# rest\n", "<script>", 1, 3),
    ("<STYLE type=\"a\">\n\n# rest\n", "<style>", 1, 1),
    ("<pre>\n\n# rest\n", "<pre>", 1, 1),
    ("<textarea\n\n# rest\n", "<textarea>", 1, 1),
    ("<![CDATA[ a\n\n# rest\n", "<![CDATA[", 1, 1),
    ("<? php\n\n# rest\n", "<?", 1, 1),
    ("<!DOCTYPE a\n\n# rest\n", "<!", 1, 1),
    ("> <!-- todo\n\n# rest\n", "<!--", 1, 3),
    ("- <!-- todo\n\n  b -->\n\n# rest\n- c -->\n", "", 0, 0),
    ("- <!-- todo\n\nb -->\n\n# rest\n", "<!--", 1, 3),
    ("a <!-- todo\n\nb --> c\n\n# rest\n", "<!--", 1, 3),
    ("| a |\n|---|\n| <!-- todo |\n\n# rest\n", "<!--", 3, 3),
    ("<!-- a\n\n<!-- b\n\n# rest\n\n<!-- c\n", "<!--", 1, 1),
    ("- a\n\n  <!-- todo\n  ::: box\n\n# rest\n", "<!--", 3, 3),
  ]

  @Test("It is an error, and the rest of the page stays", arguments: openings)
  func stays(_ text: String, _ opening: String, _ line: Int, _ column: Int) {
    for allowsRawHTML in [false, true] {
      let page = Page(text, options: MarkdownOptions(allowsRawHTML: allowsRawHTML))
      let found = page.diagnostics.filter { $0.code == .openHTML }
      #expect(
        found.map(\.message)
          == (opening.isEmpty ? [] : ["'\(opening)' has no end, so it would take the rest of the text with it"]))
      #expect(found.map { [$0.location.line, $0.location.column] } == (opening.isEmpty ? [] : [[line, column]]))
      #expect(page.html().contains("rest</h1>"))
      #expect(page.document.headings.map(\.text) == ["rest"])
    }
  }

  @Test(
    "HTML with an end, and signs that are text, are no finding",
    arguments: [
      "<!-- a -->\n", "<!-->\n", "<!-- a\n\nb -->\n", "<? a ?>\n", "<!A>\n", "<![CDATA[ a ]]>\n", "a <!-- b\nc --> d\n",
      "<script>\n\n</SCRIPT>\n", "`<!--`\n", "    <!-- a\n", "```\n<!-- a\n```\n", "\\<!-- a\n", "&lt;!-- a\n",
      "a &lt;!-- b\n",
      "a \\<!-- b\n", "<scripts\n", "<prefix>\n", "a <? b\n",
    ])
  func closed(_ text: String) {
    #expect(Page(text).diagnostics.allSatisfy { $0.code != .openHTML })
  }

  @Test("The whole finding")
  func report() {
    #expect(
      Page("甲\n\n<!-- 待补\n\n乙\n").report == """
        page.md:3:1: error: '<!--' has no end, so it would take the rest of the text with it [markdown.open-html]
            3 | <!-- 待补
              | ^~~~
        hint: write '-->' where it ends, or '\\<' for the character

        """)
  }

  @Test("Many of them take one finding for each kind")
  func many() {
    let page = Page(String(repeating: "<!-- a\n\n<script>\n\n<?\n\n", count: 2_000))
    #expect(page.diagnostics.count == 3)
  }

  private static let raw: [(text: String, opening: String, column: Int)] = [
    ("<div>\n<!-- a\n\nb\n</div>\n", "<!--", 1), ("a <script>b\n\nc\n", "<script>", 3), ("a <b id=\"c\n", "", 0),
    ("<div class=\"a\n\nb\n", "<div", 1), ("<div><textarea>\n\nb\n", "<textarea>", 6),
    ("a <title>b</title> c\n", "", 0),
    ("<div><script>\n\na\n\n</script></div>\n", "", 0), ("<iframe>\n\na</iframe>\n", "", 0),
    ("<p title=\"<!--\">a</p>\n", "", 0), ("<script>\"<!--\"</script>\n", "", 0), ("<div\nid=\"a\">\n", "", 0),
  ]

  @Test("Where HTML is allowed, no element hides the text after its block", arguments: raw)
  func allowed(_ text: String, _ opening: String, _ column: Int) {
    let found = Page(text, options: MarkdownOptions(allowsRawHTML: true)).diagnostics.filter { $0.code == .openHTML }
    #expect(found.map { $0.message.split(separator: "'").first.map(String.init) } == (opening.isEmpty ? [] : [opening]))
    #expect(found.map(\.location.column) == (opening.isEmpty ? [] : [column]))
  }
}
