import Testing

@testable import Markdown

@Suite("Ids of a page")
struct PageIDTests {
  private static let doubled: [(text: String, messages: [String])] = [
    ("# a {#x}\n\n:::box{title=b id=x}\n:::\n", ["two parts of this page have the id 'x'"]),
    (":::box{title=b #x}\n:::\n\n:::box{title=c #x}\n:::\n", ["two parts of this page have the id 'x'"]),
    ("<a id=\"x\"></a> b\n\n# a {#x}\n", ["two parts of this page have the id 'x'"]),
    ("<p id=x>\n\n<p ID='x'>\n", ["two parts of this page have the id 'x'"]),
    ("<a name=\"x\"></a> <i id=\"x\">b</i>\n", ["two parts of this page have the id 'x'"]),
    ("# a {#fn-1}\n\nb[^1]\n\n[^1]: c\n", ["footnote 1 of this page has the id 'fn-1', too"]),
    (
      "# a {#fnref-1-2}\n\nb[^1] c[^1]\n\n[^1]: c\n",
      ["a reference to footnote 1 of this page has the id 'fnref-1-2', too"]
    ),
    ("# a {#box-1}\n\n:::box{title=b}\n:::\n", ["a box of this page has the id 'box-1', too"]),
    (
      "<i id=\"table-1-note-1\">a</i>\n\n::indicators\n",
      ["a note of a table of this page has the id 'table-1-note-1', too"]
    ),
    ("# a {#chart-1-1-wide-title}\n\n::chart{id=x}\n", ["a chart of this page has the id 'chart-1-1-wide-title', too"]),
    ("# a {#-main}\n", ["the id '-main' begins with '-', as those of the theme do"]),
    ("# a {#cafe\u{301}}\n# b {#caf\u{E9}}\n", ["two headings of this page have the id 'caf\u{E9}'"]),
    ("# a {#fn-1}\n\n# b {#fn-01}\n\n# c {#box-1}\n\n:::box\n:::\n", []),
    ("# a {#fn-2}\n\nb[^1]\n\n[^1]: c\n", []),
    ("<!-- <a id=\"x\"> -->\n\n<a id=\"x\"></a>\n\n`<a id=\"x\">`\n", []),
  ]

  @Test("One id twice is a finding, whoever made it", arguments: doubled)
  func findings(_ text: String, _ messages: [String]) {
    let page = Page(text, options: MarkdownOptions(allowsRawHTML: true))
    #expect(page.diagnostics.filter { $0.code == .duplicateAnchor }.map(\.message) == messages)
  }

  private static let derived: [(text: String, anchors: [String])] = [
    ("# fn 1\n\na[^1]\n\n[^1]: b\n", ["fn-1-2"]), ("# Box 1\n\n:::box{title=b}\n:::\n", ["box-1-2"]),
    ("# x\n\n:::box{title=b #x}\n:::\n", ["x-2"]), ("# fn 1\n", ["fn-1"]),
    ("# fn 1\n# fn 1\n\na[^1]\n\n[^1]: b\n", ["fn-1-2", "fn-1-3"]),
    ("# cafe\u{301}\n# caf\u{E9}\n", ["caf\u{E9}", "caf\u{E9}-2"]),
  ]

  @Test("An anchor that is made from a heading's text gives way", arguments: derived)
  func anchors(_ text: String, _ anchors: [String]) {
    let page = Page(text)
    #expect(page.document.headings.map { Array($0.anchor.utf8) } == anchors.map { Array($0.utf8) })
    #expect(page.reportBeyondOutline == "")
  }

  @Test("The finding names both places")
  func report() {
    #expect(
      Page("# 甲 {#x}\n\n:::box{title=乙 id=x}\n:::\n").report == """
        page.md:3:19: error: two parts of this page have the id 'x' [markdown.duplicate-anchor]
            3 | :::box{title=乙 id=x}
              |                    ^
          page.md:1:5: the first one
        hint: give one of them another id

        """)
  }

  @Test("Headings of one text beside a footnote take linear time")
  func many() {
    let text = String(repeating: "# fn 1\n", count: 3_000) + "\na[^1]\n\n[^1]: b\n"
    #expect(Page(text).document.headings.last?.anchor == "fn-1-3001")
  }

  @Test("Paths and anchors of this site are composed, addresses of other sites stay")
  func links() {
    let page = Page("[a](#cafe\u{301}) [b](e\u{301}.md) [c](https://e.org/e\u{301}) [d](//e.org/e\u{301})\n")
    #expect(
      page.document.links.map { Array($0.destination.utf8) }
        == ["#caf\u{E9}", "\u{E9}.md", "https://e.org/e\u{301}", "//e.org/e\u{301}"].map { Array($0.utf8) })
    #expect(page.html().contains("href=\"#caf%C3%A9\""))
  }
}
