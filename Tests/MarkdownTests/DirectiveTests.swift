import Markup
import Testing

@testable import Markdown

@Suite("Directives")
struct DirectiveTests {
  /// Every directive as `<name>`, and `</name>` for a container.
  private static func html(_ page: Page) -> String {
    page.html(
      MarkdownRendering(
        directives: page.document.directives.map {
          DirectiveMarkup(
            opening: HTML(bytes: Array("<\($0.name)>".utf8)),
            closing: HTML(bytes: $0.form == .container ? Array("</\($0.name)>".utf8) : []))
        }))
  }

  private static let cases = [
    Case("a container", ":::box\na\n:::\n", "<box>\n<p>a</p>\n</box>\n"),
    Case("a leaf between paragraphs", "a\n::chart{id=x}\nb\n", "<p>a</p>\n<chart>\n<p>b</p>\n"),
    Case("nested by colons", "::::a\n:::b\nx\n:::\n::::\n", "<a>\n<b>\n<p>x</p>\n</b>\n</a>\n"),
    Case("nested with equal colons", ":::a\n:::b\nx\n:::\ny\n:::\n", "<a>\n<b>\n<p>x</p>\n</b>\n<p>y</p>\n</a>\n"),
    Case("in a list", "- :::a\n  x\n  :::\n- y\n", "<ul>\n<li>\n<a>\n<p>x</p>\n</a>\n</li>\n<li>y</li>\n</ul>\n"),
    Case("in a quotation", "> :::a\n> x\n> :::\n", "<blockquote>\n<a>\n<p>x</p>\n</a>\n</blockquote>\n"),
    Case("under a list item it ends the list", "- x\n::a\n", "<ul>\n<li>x</li>\n</ul>\n<a>\n"),
    Case("indented by up to three spaces", " ::a\n\n   :::b\nx\n  :::\n", "<a>\n<b>\n<p>x</p>\n</b>\n"),
    Case("inline", "达到:value[x]。:a[b]\n", "<p>达到<value>。<a></p>\n"),
    Case("in fenced code", "```\n:::a{b}\n:::\n```\n", "<pre><code>:::a{b}\n:::\n</code></pre>\n"),
    Case("in indented code", "    ::a\n", "<pre><code>::a\n</code></pre>\n"),
    Case("in a code span", "`:a[b]`\n", "<p><code>:a[b]</code></p>\n"),
    Case("in a comment", "<!--\n:::a\n-->\nx\n", "<p>x</p>\n"),
    Case("escaped", "\\:a[b] \\::c\n\n\\:::d\n", "<p>:a[b] ::c</p>\n<p>:::d</p>\n"),
    Case(
      "other colons", "std::vector fe80::1 10:30 x:a[b]\n::-webkit ::before is\n",
      "<p>std::vector fe80::1 10:30 x:a[b]\n::-webkit ::before is</p>\n"),
    Case("a deeply indented line goes on with the paragraph", "a\n      ::b\n", "<p>a\n::b</p>\n"),
  ]

  @Test("Directives render where they are written", arguments: cases)
  func rendering(_ example: Case) {
    let page = Page(example.markdown)
    #expect(Self.html(page) == example.html)
    #expect(page.report == "")
  }

  @Test("Without HTML, a directive renders as nothing but its content")
  func withoutMarkup() {
    #expect(Page(":::a\nx:b[c]\n:::\n").html() == "<p>x:b[c]</p>\n")
    #expect(Page(":::a\nx :b[c]\n:::\n").html() == "<p>x </p>\n")
  }

  @Test("Name, label and attributes are read, each with its location")
  func parts() throws {
    let page = Page("> 甲\n> :::box[标 题]{title=\"a b\" .wide #goals key='c' open}\n> :::\n")
    let box = try #require(page.document.directives.first)
    #expect(box.name == "box" && box.form == .container && box.label == "标 题")
    #expect(box.attributes.map(\.name) == ["title", "class", "id", "key", "open"])
    #expect(box.attributes.map(\.value) == ["a b", "wide", "goals", "c", ""])
    #expect(box.attributes.map(\.location.column) == [15, 27, 33, 40, 48])
    #expect(box.attributes.map(\.valueLocation.column) == [22, 28, 34, 45, 48])
    #expect(box.location.line == 2 && box.line == 2 && box.location.column == 3)
    #expect(box.labelLocation.column == 10 && box.nameLocation.column == 6)
  }

  @Test("Inline directives have a line and a column")
  func locations() {
    let page = Page("**甲** &amp; `:x[y]`\n乙 \\: :value[x] 和\n:ref[y]{a=\"b\"}\n")
    let locations = page.document.directives.map { "\($0.name) \($0.line) \($0.location.line):\($0.location.column)" }
    #expect(locations == ["value 2 2:6", "ref 3 3:1"])
    #expect(page.document.directives.last?.attributes.first?.valueLocation.column == 12)
  }

  @Test("Directives in a container have it as their parent")
  func parents() {
    let page = Page("::::a\n:::b\n:c[d]\n:::\n::::\n:e[f]\n")
    #expect(page.document.directives.map(\.parent) == [nil, 0, 1, nil])
  }

  @Test("Unclosed and unopened directives are reported")
  func nesting() {
    #expect(
      Page("::::a\n:::b\nx\n::::\n\n:::\n").report == """
        page.md:2:1: error: the directive ':::b' is not closed [directive.unclosed]
            2 | :::b
              | ^~~~
        hint: write ':::' on a line of its own after its content
        page.md:6:1: error: these 3 colons close no directive [directive.unopened]
            6 | :::
              | ^~~
        hint: remove the line, or open a directive above it, as in ':::box'

        """)
  }

  @Test("Malformed directives are reported at the mistake")
  func syntax() {
    #expect(
      Page("::chart {id=x}\n\n:::box{title=“专栏”}\n:::\n\n::chart{id=x\n\n值:value[x]{1}\n").report == """
        page.md:1:8: error: only '[label]' and '{attributes}' can follow '::chart' [directive.syntax]
            1 | ::chart {id=x}
              |        ^~~~~~~
        hint: write '{' without a space before it
        page.md:3:14: error: the value of 'title' has typographic quotation marks [directive.syntax]
            3 | :::box{title=“专栏”}
              |              ^
        hint: use straight ones: title="…"
        page.md:6:8: error: the attributes that start here have no closing '}' [directive.syntax]
            6 | ::chart{id=x
              |        ^
        hint: write '}' after the last attribute
        page.md:8:12: error: an attribute's name cannot start with '1' [directive.syntax]
            8 | 值:value[x]{1}
              |             ^
        hint: write attributes as {name=value other="two words"}

        """)
  }
}
