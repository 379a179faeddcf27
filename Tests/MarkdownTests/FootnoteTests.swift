import Testing

@testable import Markdown

@Suite("Footnotes")
struct FootnoteTests {
  private static func reference(_ number: Int, _ suffix: String = "") -> String {
    "<sup class=\"footnote-ref\"><a href=\"#fn-\(number)\" id=\"fnref-\(number)\(suffix)\" role=\"doc-noteref\">"
      + "\(number)</a></sup>"
  }

  private static func back(_ number: Int) -> String {
    "<a href=\"#fnref-\(number)\" class=\"footnote-back\" role=\"doc-backlink\" "
      + "aria-label=\"Back to the text \(number)\">↩</a>"
  }

  private static func notes(_ contents: String...) -> String {
    var html = "<section class=\"footnotes\" role=\"doc-endnotes\">\n<h2>Notes</h2>\n<ol>\n"
    for (index, content) in contents.enumerated() { html += "<li id=\"fn-\(index + 1)\">\n\(content)</li>\n" }
    return html + "</ol>\n</section>\n"
  }

  private static let cases = [
    Case("one", "a[^1]\n\n[^1]: b *c*\n", "<p>a\(reference(1))</p>\n" + notes("<p>b <em>c</em> \(back(1))</p>\n")),
    Case(
      "numbered as referred to", "a[^x] b[^甲]\n\n[^甲]: c\n[^x]: d\n",
      "<p>a\(reference(1)) b\(reference(2))</p>\n" + notes("<p>d \(back(1))</p>\n", "<p>c \(back(2))</p>\n")),
    Case(
      "lazy and indented lines", "a[^1]\n\n[^1]: b\nc\n\n    d\n\ne\n",
      "<p>a\(reference(1))</p>\n<p>e</p>\n" + notes("<p>b\nc</p>\n<p>d \(back(1))</p>\n")),
    Case(
      "empty first line", "a[^1]\n\n[^1]:\n    b\n",
      "<p>a\(reference(1))</p>\n" + notes("<p>b \(back(1))</p>\n")),
    Case(
      "ending with a block", "a[^1]\n\n[^1]: - b\n",
      "<p>a\(reference(1))</p>\n" + notes("<ul>\n<li>b</li>\n</ul>\n<p>\(back(1))</p>\n")),
    Case(
      "in a link's text it is text", "[a[^1]](b)[^1]\n\n[^1]: c\n",
      "<p><a href=\"b\">a[^1]</a>\(reference(1))</p>\n" + notes("<p>c \(back(1))</p>\n")),
    Case(
      "after strong text that ends with punctuation", "**达到。**[^1]目标\n\n[^1]: b\n",
      "<p><strong>达到。</strong>\(reference(1))目标</p>\n" + notes("<p>b \(back(1))</p>\n")),
    Case(
      "beside a list", "- a[^1]\n[^1]: b\n- c\n",
      "<ul>\n<li>a\(reference(1))</li>\n</ul>\n<ul>\n<li>c</li>\n</ul>\n" + notes("<p>b \(back(1))</p>\n")),
    Case("in code", "`a[^1]`\n\n```\n[^1]: b\n```\n", "<p><code>a[^1]</code></p>\n<pre><code>[^1]: b\n</code></pre>\n"),
    Case("escaped", "a\\[^1]\n", "<p>a[^1]</p>\n"),
  ]

  @Test("Footnotes render with a link back", arguments: cases) func rendering(_ example: Case) { example.check() }

  @Test("Each reference has its own link back")
  func repeated() {
    let html = Page("a[^1] b[^1]\n\n[^1]: c\n").html()
    #expect(html.contains("id=\"fnref-1\"") && html.contains("id=\"fnref-1-2\""))
    #expect(html.contains("href=\"#fnref-1\"") && html.contains("href=\"#fnref-1-2\""))
  }

  @Test("Unknown, repeated and unused labels are reported at their locations")
  func findings() {
    #expect(
      Page("a[^souce] b[^source]\n\n[^source]: c\n[^source]: d\n[^rest]: e\n").report == """
        page.md:1:2: error: footnote 'souce' does not exist [markdown.unknown-footnote]
            1 | a[^souce] b[^source]
              |  ^~~~~~~~
        hint: did you mean 'source'?
        page.md:4:1: error: footnote 'source' is defined twice [markdown.duplicate-footnote]
            4 | [^source]: d
              | ^~~~~~~~~
          page.md:3:1: the first definition
        hint: give one of them another label
        page.md:5:1: warning: footnote 'rest' is not used [markdown.unused-footnote]
            5 | [^rest]: e
              | ^~~~~~~
        hint: refer to it with [^rest], or remove it

        """)
  }
}
