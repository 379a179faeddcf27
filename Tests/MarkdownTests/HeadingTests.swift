import Testing

@testable import Markdown

@Suite("Headings")
struct HeadingTests {
  private static let cases = [
    Case("Chinese stays", "# 第一章 目标\n", "<h1 id=\"第一章-目标\">第一章 目标</h1>\n"),
    Case(
      "repeated ones count", "# a\n# a\n# a\n", "<h1 id=\"a\">a</h1>\n<h1 id=\"a-2\">a</h1>\n<h1 id=\"a-3\">a</h1>\n"),
    Case("explicit ones win", "# a\n# b {#a}\n", "<h1 id=\"a-2\">a</h1>\n<h1 id=\"a\">b</h1>\n"),
    Case("classes", "## a {.b #c .d}\n", "<h2 id=\"c\" class=\"b d\">a</h2>\n"),
    Case("no letters", "# ——\n", "<h1 id=\"section\">——</h1>\n"),
    Case("other braces", "# a {1, 2}\n", "<h1 id=\"a-1-2\">a {1, 2}</h1>\n"),
    Case("escaped braces", "# a \\{#b}\n", "<h1 id=\"a-b\">a {#b}</h1>\n"),
    Case("underlined", "目标 {#goals}\n====\n", "<h1 id=\"goals\">目标</h1>\n"),
  ]

  @Test("Headings have anchors", arguments: cases)
  func anchors(_ example: Case) {
    let page = Page(example.markdown)
    #expect(page.html() == example.html)
    #expect(page.reportBeyondOutline == "")
  }

  @Test("A heading has its text with and without markup")
  func contents() throws {
    let page = Page("x\n\n> # *a* [b](c) `d`[^1] {#e}\n\n[^1]: n\n")
    let heading = try #require(page.document.headings.first)
    #expect(heading.text == "a b d")
    #expect(String(decoding: heading.html.bytes, as: UTF8.self) == "<em>a</em> b <code>d</code>")
    #expect(heading.level == 1 && heading.line == 3 && !heading.isTopLevel && heading.anchor == "e")
    #expect(page.document.headings.map(\.anchor) == ["e"])
    #expect(Page("# a & b\n# ![](c)\n# d\n").document.headings.map(\.text) == ["a & b", "", "d"])
  }

  @Test("Wrong attributes and duplicate ids are reported at their locations")
  func findings() {
    #expect(
      Page("# 目标 {#a b=c}\n# x {#d}\n# y {#d}\n# z {#}\n").reportBeyondOutline == """
        page.md:1:10: error: a heading has no attribute 'b' [markdown.heading-attributes]
            1 | # 目标 {#a b=c}
              |            ^
        hint: a heading takes one #id and any number of .classes
        page.md:3:5: error: two headings of this page have the id 'd' [markdown.duplicate-anchor]
            3 | # y {#d}
              |     ^~~~
          page.md:2:5: the first one
        hint: give one of them another id
        page.md:4:6: error: a name must follow '#' [markdown.heading-attributes]
            4 | # z {#}
              |      ^
        hint: write for example '#goals'

        """)
  }
}
