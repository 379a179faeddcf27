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
    Case("behind one space", "a[^1]\n\n [^1]: b\n", "<p>a\(reference(1))</p>\n" + notes("<p>b \(back(1))</p>\n")),
    Case(
      "behind three spaces, with a second paragraph", "a[^1]\n\n   [^1]: b\n\n    c\n\nd\n",
      "<p>a\(reference(1))</p>\n<p>d</p>\n" + notes("<p>b</p>\n<p>c \(back(1))</p>\n")),
    Case(
      "in an item of a list", "- a[^1]\n  [^1]: b\n- c\n",
      "<ul>\n<li>a\(reference(1))</li>\n<li>c</li>\n</ul>\n" + notes("<p>b \(back(1))</p>\n")),
    Case(
      "in an item, behind one space too many", "1. a[^1]\n\n    [^1]: b\n\n       c\n2. d\n",
      "<ol>\n<li>\n<p>a\(reference(1))</p>\n</li>\n<li>\n<p>d</p>\n</li>\n</ol>\n"
        + notes("<p>b</p>\n<p>c \(back(1))</p>\n")),
    Case(
      "in an item of a list in a list", "- a\n  + b[^1]\n\n    [^1]: c\n",
      "<ul>\n<li>a\n<ul>\n<li>\n<p>b\(reference(1))</p>\n</li>\n</ul>\n</li>\n</ul>\n"
        + notes("<p>c \(back(1))</p>\n")),
    Case(
      "as the only text of an item", "a[^1]\n\n- [^1]: b\n",
      "<p>a\(reference(1))</p>\n" + notes("<p>b \(back(1))</p>\n")),
    Case(
      "in a quotation", "> a[^1]\n>\n>  [^1]: b\n>\n>     c\n",
      "<blockquote>\n<p>a\(reference(1))</p>\n</blockquote>\n" + notes("<p>b</p>\n<p>c \(back(1))</p>\n")),
    Case(
      "in a note", "a[^1]\n\n[^1]: b[^2]\n\n    [^2]: c\n",
      "<p>a\(reference(1))</p>\n"
        + notes("<p>b\(reference(2)) \(back(1))</p>\n", "<p>c \(back(2))</p>\n")),
    Case(
      "in code next to its bullet", "```\na +   b\n  [^1]: c\n```\n", "<pre><code>a +   b\n  [^1]: c\n</code></pre>\n"),
    Case(
      "a label of several words", "a[^My note] b\n\n[^my note]: /c\n",
      "<p>a\(reference(1)) b</p>\n" + notes("<p>/c \(back(1))</p>\n")),
    Case(
      "a label between underscores", "a[^_b_] [^__c__]\n\n[^_b_]: d\n[^__c__]: e\n",
      "<p>a\(reference(1)) \(reference(2))</p>\n" + notes("<p>d \(back(1))</p>\n", "<p>e \(back(2))</p>\n")),
    Case(
      "behind a bare link", "https://e.org/a[^b c].\n\n[^b c]: d\n",
      "<p><a href=\"https://e.org/a\">https://e.org/a</a>\(reference(1)).</p>\n" + notes("<p>d \(back(1))</p>\n")),
    Case(
      "words in brackets that are no label", "[^ a] [^a  b] [^a ] [^a*b] [^a$b]\n",
      "<p>[^ a] [^a  b] [^a ] [^a*b] [^a$b]</p>\n"),
    Case("in indented code", "a\n\n    [^1]: b\n", "<p>a</p>\n<pre><code>[^1]: b\n</code></pre>\n"),
  ]

  @Test("Footnotes render with a link back", arguments: cases) func rendering(_ example: Case) { example.check() }

  @Test("Each reference has its own link back")
  func repeated() {
    let html = Page("a[^1] b[^1]\n\n[^1]: c\n").html()
    #expect(html.contains("id=\"fnref-1\"") && html.contains("id=\"fnref-1-2\""))
    #expect(html.contains("href=\"#fnref-1\"") && html.contains("href=\"#fnref-1-2\""))
  }

  @Test(
    "No mark of ours is shown, wherever a definition stands",
    arguments: [
      " [^1]:", "   [^1]:\n", "- [^1]:\n", "a\n     [^1]: b\n", "a\n     [^1]:\n", "`a\n     [^1]:\n`\n", "\t[^1]:\n",
      "> - [^1]:\n>\n>\t[^2]: c\n", "[a](b \"c\n     ::d\n\")\n", "`a\n     ::b\n`\n", "![a\n     ::b\n](c)\n",
      "- a\nb\n     [^1]: c\n", "[^1]: <!--\n     [^2]:\n    -->\n", "+ *\n  - [^1]:\n1)\n",
    ])
  func marks(_ text: String) {
    let page = Page(text)
    let shown = page.html() + page.document.plainText() + page.report
    #expect(!shown.unicodeScalars.contains { (0x700...0x70D).contains($0.value) || (0x80...0x9F).contains($0.value) })
    #expect(!shown.contains("<?") && !shown.contains("&lt;?"))
  }

  @Test("A line with four spaces more than its paragraph is text, and its label is not a definition")
  func continuation() {
    let page = Page("a[^1]\n     [^1]: b\n")
    #expect(page.html() == "<p>a[^1]\n[^1]: b</p>\n")
    #expect(page.diagnostics.map(\.code) == [.unknownFootnote, .unknownFootnote])
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
