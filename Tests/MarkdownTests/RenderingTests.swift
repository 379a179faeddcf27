import Markup
import Testing

@testable import Markdown

@Suite("Rendering")
struct RenderingTests {
  @Test("Headings are shifted, at most to h6, and every id has the prefix")
  func onOnePage() {
    let page = Page("# a\n##### b\n\n[c](#a) d[^1]\n\n[^1]: e\n")
    let html = page.html(
      MarkdownRendering(
        headingShift: 2, anchorPrefix: "p-",
        labels: MarkdownLabels(
          footnotes: "注释", backToText: "返回", table: "表", taskDone: "是", taskOpen: "否", permalink: "链接")))
    #expect(
      html == """
        <h3 id="p-a">a <a class="anchor" tabindex="-1" href="#p-a" aria-label="链接">#</a></h3>
        <h6 id="p-b">b <a class="anchor" tabindex="-1" href="#p-b" aria-label="链接">#</a></h6>
        <p><a href="#p-a">c</a> d<sup class="footnote-ref"><a href="#p-fn-1" id="p-fnref-1" role="doc-noteref">1</a></sup></p>
        <section class="footnotes" role="doc-endnotes">
        <h4>注释</h4>
        <ol>
        <li id="p-fn-1">
        <p>e <a href="#p-fnref-1" class="footnote-back" role="doc-backlink" aria-label="返回 1">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test(
    "A paragraph with a very long word has a class, by which it is not justified",
    arguments: [
      ("文字Donaudampfschifffahrtsgesellschaft", true), ("见 https://example.org/a/long/address 。", true),
      ("见[https://example.org/a/long/address](b)。", true), ("`averylongnameofafunction()`", true),
      ("twenty three letters in many words", false), ("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", false),
      ("文字Donaudampf文字schifffahrtsgesell", false),
    ])
  func longWords(text: String, isRagged: Bool) {
    let html = Page(text + "\n").html(MarkdownRendering())
    #expect(html.hasPrefix(isRagged ? "<p class=\"ragged\">" : "<p>"), "\(html)")
  }

  @Test("Given destinations replace the written ones")
  func destinations() {
    let page = Page("[a](1) ![d](4) [e](5)\n")
    let html = page.html(
      MarkdownRendering(destinations: [.url("x y&z"), .url("i.png"), .asWritten]))
    #expect(
      html == "<p><a href=\"x%20y&amp;z\">a</a> "
        + "<img src=\"i.png\" alt=\"d\" /> <a href=\"5\">e</a></p>\n")
  }

  @Test("Pictures have their size, and all but the first wait until they are near")
  func pictures() {
    let page = Page("![a](1) ![b](2 \"t\") ![c](3)\n")
    let html = page.html(
      MarkdownRendering(destinations: [
        .picture("a b.png", width: 640, height: 480), .picture("b.png", width: 3, height: 4), .url("c.png"),
      ]))
    #expect(
      html == "<p><img src=\"a%20b.png\" alt=\"a\" width=\"640\" height=\"480\" /> "
        + "<img src=\"b.png\" alt=\"b\" title=\"t\" width=\"3\" height=\"4\" loading=\"lazy\" /> "
        + "<img src=\"c.png\" alt=\"c\" loading=\"lazy\" /></p>\n")
  }

  @Test("Plain text has no markup")
  func plainText() {
    let page = Page("# 标 *题*\n\n规划\n**纲要** [a](b)\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n- c\n- d\n")
    #expect(page.document.plainText() == "标 题 规划纲要 a x y 1 2 c d")
    #expect(page.document.firstParagraph == "规划纲要 a")
    // Struck text is left out.
    #expect(Page("At most ~~40~~30 μg, ~~not~~ kept ~~here~~.\n").document.firstParagraph == "At most 30 μg, kept.")
    #expect(Page("~~All~~\n\ny\n").document.firstParagraph == "y")
    #expect(
      Page("a[^1]b ![c](d) :term[e]{#f}\n\n[^1]: g\n\n```\n<h>\n```\n").document.plainText() == "ab c e <h> g")
    #expect(
      Page("a\n\n<p>b <i>c</i></p>\n", options: MarkdownOptions(allowsRawHTML: true)).document.plainText() == "a b c")
    #expect(Page(":::a\nx\n:::\n\ny\n").document.firstParagraph == "y")
  }

  @Test("Only a text without content is empty")
  func empty() {
    #expect(Page(" \n").document.isEmpty)
    #expect(!Page("a\n").document.isEmpty)
  }
}
