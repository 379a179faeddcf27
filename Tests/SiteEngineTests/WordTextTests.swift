import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// Runs of Word documents and tables of other formats that pandoc alone would lose, double or show.
@Suite(.enabled(if: hasPandoc, "pandoc is not installed")) struct WordTextTests {
  private typealias Made = MadeDocument
  private let folder = TemporaryFolder()

  private func run(_ bytes: [UInt8], as name: String) async throws -> (findings: String, page: String) {
    folder.write(Data(bytes), to: name)
    var options = ManuscriptOptions()
    options.years = 2021...2025
    let findings = try await importTexts(folder, [name], options).findings
    return (findings, folder.text("site/Content/1-总则.md") ?? "")
  }

  private func word(_ paragraphs: String) async throws -> (findings: String, page: String) {
    try await run(Made(body: Made.paragraph("第一章 总则", style: "1") + paragraphs).bytes, as: "规划.docx")
  }

  private func paragraph(_ runs: [(String, String)]) -> String {
    "<w:p>"
      + runs.map { "<w:r><w:rPr>\($0.1)</w:rPr><w:t xml:space='preserve'>\($0.0)</w:t></w:r>" }.joined() + "</w:p>"
  }

  @Test(
    "Bold and italic text beside each other and beside punctuation",
    arguments: [
      ([("粗", "<w:b/>"), ("斜", "<w:i/>"), ("后", "")], "**粗***斜*后"),
      ([("斜", "<w:i/>"), ("粗", "<w:b/>"), ("后", "")], "*斜***粗**后"),
      ([("一", "<w:b/>"), ("二", "<w:b/><w:color w:val='FF0000'/>"), ("后", "")], "**一二**后"),
      ([("（一）实力增强。", "<w:b/>"), ("投资增长。", "")], "**（一）实力增强。**投资增长。"),
      ([("加强", ""), ("“十四五”", "<w:b/>"), ("规划", "")], "加强**“十四五”**规划"),
      ([("Note.", "<w:b/>"), ("More", "")], "**Note**.More"),
      ([("“a”", "<w:b/>"), ("b", "")], "**“a**”b"),
    ] as [([(String, String)], String)])
  func emphasis(runs: [(String, String)], markdown: String) async throws {
    let (findings, page) = try await word(paragraph(runs))
    #expect(findings == "")
    #expect(page == "---\ntitle: 总则\n---\n\n\(markdown)\n")
  }

  @Test("A paragraph with a formula, a simple field or a smart tag stands once")
  func fields() async throws {
    let (findings, page) = try await word(
      "<w:p><w:r><w:t xml:space='preserve'>表 </w:t></w:r><w:fldSimple w:instr=' SEQ 表 '><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space='preserve'> 主要指标</w:t></w:r></w:p>"
        + "<w:p><w:smartTag w:element='x'><w:r><w:t>武汉</w:t></w:r></w:smartTag><w:r><w:t>都市圈。</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t xml:space='preserve'>增速 </w:t></w:r><m:oMath><m:r><m:t>r=x/y</m:t></m:r></m:oMath><w:r><w:t xml:space='preserve'> 达到九成。</w:t></w:r></w:p>"
    )
    #expect(findings == "")
    #expect(page == "---\ntitle: 总则\n---\n\n表 1 主要指标\n\n武汉都市圈。\n\n增速 `r = x/y` 达到九成。\n", "\(page)")
  }

  @Test("A part that pandoc leaves out of a paragraph is put back, and nothing stands twice")
  func lostPart() async throws {
    let json = """
      {"pandoc-api-version":[1,22],"meta":{},"blocks":[{"t":"Header","c":[1,["",[],[]],[{"t":"Str","c":"第一章"},{"t":"Space"},\
      {"t":"Str","c":"总则"}]]},{"t":"Para","c":[{"t":"Str","c":"加强汉江生态廊道建设，推进流域治理。"}]}]}
      """
    folder.write(
      Data(
        Made(
          body: Made.paragraph("第一章 总则", style: "1") + Made.paragraph("加强汉江生态廊道（示范段）建设，推进流域治理。")
        ).bytes), to: "规划.docx")
    var options = ManuscriptOptions()
    options.years = 2021...2025
    let findings = try await importTexts(folder, ["规划.docx"], options) { _, _ in Array(json.utf8) }.findings
    #expect(
      findings == """
        规划.docx:2:1: warning: pandoc leaves out a part of this paragraph, and Word's own text stands in its place: '（示范段）' [import.text-box]
            2 | 加强汉江生态廊道建设，推进流域治理。
              | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        hint: compare it with the original: bold text and links are lost

        """)
    #expect(
      folder.text("site/Content/1-总则.md") == "---\ntitle: 总则\n---\n\n加强汉江生态廊道（示范段）建设，推进流域治理。\n")
  }

  @Test("Hidden text is left out and named")
  func hidden() async throws {
    let (findings, page) = try await word(
      paragraph([
        ("公开。", ""), ("内部掌握，", "<w:vanish/>"), ("不公开。", "<w:b/><w:vanish/>"), ("再公开。", "<w:vanish w:val='0'/>"),
      ])
        + paragraph([("全段隐藏。", "<w:vanish/>")]))
    #expect(
      findings == """
        规划.docx: note: a hidden text is left out: '全段隐藏。' [import.left-out]
        规划.docx: note: a hidden text is left out: '内部掌握，不公开。' [import.left-out]

        """)
    #expect(page == "---\ntitle: 总则\n---\n\n公开。再公开。\n")
  }

  @Test("A table of an OpenDocument text keeps its rows of heads")
  func openDocument() async throws {
    func row(_ cells: [String]) -> String {
      "<table:table-row>"
        + cells.map { "<table:table-cell><text:p>\($0)</text:p></table:table-cell>" }.joined() + "</table:table-row>"
    }
    let body =
      "<text:h text:outline-level=\"1\">第一章 总则</text:h><table:table><table:table-column/><table:table-column/>"
      + "<table:table-header-rows>\(row(["指标", "目标"]))</table:table-header-rows>\(row(["绿地", "15"]))</table:table>"
    let (findings, page) = try await run(Made.openDocument(body: body, header: "").bytes, as: "规划.odt")
    #expect(findings == "")
    #expect(page.hasSuffix("| 指标 | 目标 |\n|---|---|\n| 绿地 | 15 |\n"), "\(page)")
  }

  @Test("The heading of a web page that says its title is no chapter, and an initial no number")
  func title() async throws {
    let html = """
      <html><head><title>Lake Plan 2021-2025</title></head><body><h1>Lake Plan 2021-2025</h1><p>A. Person</p>\
      <h2>Chapter 1 Energy</h2><p>Text.</p><h2>Chapter 2 Water</h2><p>More.</p></body></html>
      """
    folder.write(html, to: "p.html")
    let findings = try await importTexts(folder, ["p.html"], ManuscriptOptions()).findings
    #expect(findings == "")
    let index = folder.text("site/Content/index.md") ?? ""
    #expect(index.contains("title: Lake Plan 2021-2025\n"), "\(index)")
    #expect(index.contains("numbering: [\"Chapter {1}\"]\n") && index.contains("A. Person"), "\(index)")
    #expect(folder.text("site/Content/2-water.md") != nil)
  }

  @Test("A cell of a web page that reaches over several rows keeps the columns")
  func rowSpans() async throws {
    let html = """
      <html><body><h1>第一章 总则</h1><table><tr><th rowspan=2>Measure</th><th colspan="2">Target</th></tr>\
      <tr><th>2027</th><th>2030</th></tr><tr><td>Roofs</td><td>100</td><td>300</td></tr></table>
      <script>if (1 < 2) document.write("<th>")</script></body></html>
      """
    let (findings, page) = try await run(Array(html.utf8), as: "p.html")
    #expect(findings.contains("[import.table]"))
    #expect(
      page.hasSuffix("| Measure | Target |  |\n|---|---|---|\n|  | 2027 | 2030 |\n| Roofs | 100 | 300 |\n"), "\(page)")
  }
}
