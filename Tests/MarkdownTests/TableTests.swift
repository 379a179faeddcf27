import Diagnostics
import Testing

@testable import Markdown

@Suite("Pipe tables")
struct TableTests {
  /// The HTML of a table.
  private static func table(_ head: [String], _ rows: [[String]] = []) -> String {
    var html = "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table\">\n<table>\n<thead>\n"
    html += "<tr>\n" + head.map { "<th scope=\"col\">\($0)</th>" }.joined(separator: "\n") + "\n</tr>\n</thead>\n"
    if !rows.isEmpty {
      html += "<tbody>\n"
      for row in rows { html += "<tr>\n" + row.map { "<td>\($0)</td>" }.joined(separator: "\n") + "\n</tr>\n" }
      html += "</tbody>\n"
    }
    return html + "</table>\n</div>\n"
  }

  @Test("A rule with another number of columns makes no table, and a warning")
  func otherColumns() {
    let page = Page("| a | b |\n|---|\n")
    #expect(page.html() == "<p>| a | b |\n|---|</p>\n")
    #expect(page.diagnostics.map(\.code.rawValue) == ["markdown.table"])
  }

  private static let cases = [
    Case("a head and a row", "| a | b |\n|---|---|\n| 1 | 2 |\n", table(["a", "b"], [["1", "2"]])),
    Case("no outer pipes", "a | b\n--|--\n1 | 2\n", table(["a", "b"], [["1", "2"]])),
    Case("a head alone", "| a |\n|---|\n", table(["a"])),
    Case("too few cells are empty ones", "| a | b |\n|---|---|\n| 1 |\n", table(["a", "b"], [["1", ""]])),
    Case(
      "escaped pipes, in code as well", "| a |\n|---|\n| x \\| `y\\|z` |\n",
      table(["a"], [["x | <code>y|z</code>"]])),
    Case(
      "inline markup and links", "| a |\n|---|\n| **b** [c](d) ~~e~~ &amp; |\n",
      table(["a"], [["<strong>b</strong> <a href=\"d\">c</a> <del>e</del> &amp;"]])),
    Case(
      "a reference link, defined elsewhere", "| a |\n|---|\n| [b][r] |\n\n[r]: /url \"t\"\n",
      table(["a"], [["<a href=\"/url\" title=\"t\">b</a>"]])),
    Case("text above in the same paragraph", "intro\n| a |\n|---|\n| 1 |\n", "<p>intro</p>\n" + table(["a"], [["1"]])),
    Case(
      "a definition above in the same paragraph", "[r]: /u\n| a |\n|---|\n| [r] |\n",
      table(["a"], [["<a href=\"/u\">r</a>"]])),
    Case("a rule under it", "| a |\n|---|\n| 1 |\n---\ntext\n", table(["a"], [["1"]]) + "<hr />\n<p>text</p>\n"),
    Case(
      "in a quotation", "> | a |\n> |---|\n> | 1 |\n", "<blockquote>\n" + table(["a"], [["1"]]) + "</blockquote>\n"),
    Case(
      "in a list", "- | a |\n  |---|\n  | 1 |\n", "<ul>\n<li>\n" + table(["a"], [["1"]]) + "</li>\n</ul>\n"),
    Case("code is code", "    | a |\n    |---|\n", "<pre><code>| a |\n|---|\n</code></pre>\n"),
    Case(
      "a line break in a cell", "| a |\n|---|\n| b<br>*c<BR />d* |\n", table(["a"], [["b<br />\n<em>c<br />\nd</em>"]])),
    Case(
      "one column without a pipe", "b\n:-\nc\n",
      """
      <div class="table-scroll" role="region" tabindex="0" aria-label="Table">
      <table>
      <thead>
      <tr>
      <th scope="col" class="align-left">b</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td class="align-left">c</td>
      </tr>
      </tbody>
      </table>
      </div>

      """),
    Case("a colon alone is text", "b\n:\n", "<p>b\n:</p>\n"),
    Case(
      "an empty cell of the head names no column", "|  | a |\n|---|---|\n| b | c |\n",
      table(["", "a"], [["b", "c"]]).replacing("<th scope=\"col\"></th>", with: "<td></td>")),
    Case(
      "a row behind a tab ends it", "| a |\n|---|\n| 1 |\n\t| b |\n",
      table(["a"], [["1"]]) + "<pre><code>| b |\n</code></pre>\n"),
    Case(
      "text after such a row", "| a |\n|---|\n    \\: b\n*c*\n",
      table(["a"]) + "<pre><code>\\: b\n</code></pre>\n<p><em>c</em></p>\n"),
    Case(
      "in a list, deeper rows are rows", "- | a |\n  |---|\n    | 1 |\n",
      "<ul>\n<li>\n" + table(["a"], [["1"]]) + "</li>\n</ul>\n"),
    Case("Chinese cells", "| 指标 | 目标 |\n| --- | --- |\n| 人才 | 1.5万人 |\n", table(["指标", "目标"], [["人才", "1.5万人"]])),
  ]

  @Test("Tables render as rows and cells", arguments: cases)
  func rendering(_ example: Case) { example.check() }

  @Test("Columns are aligned by class")
  func alignment() {
    let html = Page("| a | b | c |\n|:--|:-:|--:|\n").html()
    #expect(html.contains("<th scope=\"col\" class=\"align-left\">a</th>"))
    #expect(html.contains("<th scope=\"col\" class=\"align-center\">b</th>"))
    #expect(html.contains("<th scope=\"col\" class=\"align-right\">c</th>"))
  }

  @Test("The rows of a table of text with four columns are blocks on phones: each cell has the label of its column")
  func blocks() {
    let html = Page("| Action | Due | State | **Lead** |\n|---|---|---|---|\n| Open | June | | A & B |\n").html()
    #expect(
      html.contains(
        """
        <table class="by-row" role="table">
        <thead role="rowgroup">
        <tr role="row">
        <th scope="col" role="columnheader">Action</th>
        """))
    #expect(
      html.contains(
        """
        <tbody role="rowgroup">
        <tr role="row">
        <td role="rowheader">Open</td>
        <td role="cell" data-label="Due">June</td>
        <td role="cell" data-label="State"></td>
        <td role="cell" data-label="Lead">A &amp; B</td>
        """))
  }

  @Test(
    "Tables with a column of figures, without a head, or with a long head stay tables",
    arguments: [
      "| a | b | c | d |\n|---|---|---|--:|\n| 1 | 2 | 3 | 4 |\n",
      "| | b | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n",
      "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n",
      "| a | b | c | \(String(repeating: "d", count: 101)) |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n",
    ])
  func tables(_ text: String) { #expect(Page(text).html().contains("<table>\n<thead>\n<tr>\n")) }

  @Test("A table does not grow as the product of its heading and its rows")
  func size() {
    let text =
      String(repeating: "|a", count: 2_000) + "\n" + String(repeating: "|-", count: 2_000)
      + String(repeating: "\n|b", count: 2_000)
    let page = Page(text)
    #expect(page.html().utf8.count < 1_000_000)
    #expect(
      DiagnosticPrinter(format: .text).print(
        page.diagnostics.map { Diagnostic($0.severity, $0.code, $0.words, at: SourceLocation(file: "a.md")) })
        == "a.md: error: the rows of this page's tables lack more than 20000 cells [markdown.table-size]\n")
    #expect(page.diagnostics.map(\.code) == [.tableSize])
    #expect(page.diagnostics.map(\.location.line) == [13])
  }

  @Test("Cells beyond the heading are reported where they start")
  func excess() {
    #expect(
      Page("> | 甲 | b |\n> |---|---|\n> | 一 | 2 | 3 |\n").report == """
        page.md:3:13: warning: this row has 3 cells, but the table's header has 2; the rest is not shown \
        [markdown.table-columns]
            3 | > | 一 | 2 | 3 |
              |              ^
        hint: remove cells, add columns to the header, or write '\\|' for a '|' that belongs to the text

        """)
  }
}
