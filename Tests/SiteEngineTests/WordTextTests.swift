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

  @Test("A paragraph with a formula, a simple field or a smart tag appears once")
  func fields() async throws {
    let (findings, page) = try await word(
      "<w:p><w:r><w:t xml:space='preserve'>表 </w:t></w:r><w:fldSimple w:instr=' SEQ 表 '><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space='preserve'> 主要指标</w:t></w:r></w:p>"
        + "<w:p><w:smartTag w:element='x'><w:r><w:t>武汉</w:t></w:r></w:smartTag><w:r><w:t>都市圈。</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t xml:space='preserve'>增速 </w:t></w:r><m:oMath><m:r><m:t>r=x/y</m:t></m:r></m:oMath><w:r><w:t xml:space='preserve'> 达到九成。</w:t></w:r></w:p>"
    )
    #expect(findings == "")
    #expect(page == "---\ntitle: 总则\n---\n\n表 1 主要指标\n\n武汉都市圈。\n\n增速 `r = x/y` 达到九成。\n", "\(page)")
  }

  @Test("A part that pandoc leaves out of a paragraph is put back, and no text appears twice")
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
        规划.docx:2:1: warning: pandoc leaves out a part of this paragraph, and Word's own text replaces it: '（示范段）' [import.text-box]
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

  @Test("Text that a style hides is left out and named: of a paragraph, of characters, by inheritance and by default")
  func hiddenByStyle() async throws {
    func style(_ kind: String, _ id: String, _ above: String, _ run: String) -> String {
      "<w:style w:type='\(kind)' w:styleId='\(id)'><w:name w:val='\(id)'/>"
        + (above.isEmpty ? "" : "<w:basedOn w:val='\(above)'/>") + "<w:rPr>\(run)</w:rPr></w:style>"
    }
    var document = Made(
      body: Made.paragraph("第一章 总则", style: "1") + Made.paragraph("内部段落。", style: "Inner")
        + Made.paragraph("承袭的段落。", style: "Below") + Made.paragraph("又显示。", style: "Shown")
        + "<w:p><w:r><w:t>公开，</w:t></w:r><w:r><w:rPr><w:rStyle w:val='Note'/></w:rPr><w:t>批注，</w:t></w:r>"
        + "<w:r><w:rPr><w:rStyle w:val='Note'/><w:vanish w:val='0'/></w:rPr><w:t>再公开。</w:t></w:r></w:p>")
    document.add(
      "styles", "styles",
      "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/></w:style>"
        + style("paragraph", "Inner", "", "<w:vanish/>") + style("paragraph", "Below", "Inner", "<w:b/>")
        + style("paragraph", "Shown", "Below", "<w:vanish w:val='false'/>")
        + style("character", "Note", "", "<w:vanish/>"))
    let (findings, page) = try await run(document.bytes, as: "规划.docx")
    #expect(
      findings == """
        规划.docx: note: a hidden text is left out: '内部段落。' [import.left-out]
        规划.docx: note: a hidden text is left out: '批注，' [import.left-out]
        规划.docx: note: a hidden text is left out: '承袭的段落。' [import.left-out]

        """)
    #expect(page == "---\ntitle: 总则\n---\n\n又显示。\n\n公开，再公开。\n", "\(page)")

    document.add(
      "styles", "styles", "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>")
    folder.write(Data(document.bytes), to: "全.docx")
    var options = ManuscriptOptions()
    options.years = 2021...2025
    let all = try await importTexts(folder, ["全.docx"], options).findings
    #expect(all.contains("a hidden text is left out: '第一章 总则'"), "\(all)")
  }

  @Test("A heading is known by its style, by a style below that or by its outline level, numbered or not")
  func headings() async throws {
    let number = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    func paragraph(_ text: String, _ properties: String) -> String {
      "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    let (findings, _) = try await word(
      paragraph("节甲", "<w:pStyle w:val='2'/>\(number)") + Made.paragraph("甲文。")
        + paragraph("节乙", "<w:outlineLvl w:val='1'/>\(number)") + Made.paragraph("乙文。"))
    #expect(folder.text("site/Content/1-总则/1-节甲.md")?.hasSuffix("---\n\n甲文。\n") == true, "\(findings)")
    #expect(folder.text("site/Content/1-总则/2-节乙.md")?.hasSuffix("---\n\n乙文。\n") == true, "\(findings)")
  }

  @Test("Lists keep the levels that their styles name, and a list of one item is not a heading")
  func listLevels() async throws {
    func item(_ text: String, _ style: String) -> String { Made.paragraph(text, style: style) }
    var document = Made(
      body: Made.paragraph("第一章 总则", style: "1") + item("甲", "B1") + item("乙", "B2") + item("丙", "B1")
        + Made.paragraph("正文。") + Made.paragraph("只有一项", list: 3) + Made.paragraph("后文。"))
    let styles = [("B1", "List Bullet", 2), ("B2", "List Bullet 2", 2)].map {
      "<w:style w:type='paragraph' w:styleId='\($0.0)'><w:name w:val='\($0.1)'/><w:pPr><w:numPr><w:numId w:val='\($0.2)'/></w:numPr></w:pPr></w:style>"
    }.joined()
    document.add(
      "styles", "styles", "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/></w:style>" + styles)
    document.add(
      "numbering", "numbering",
      "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='•'/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>"
        + "<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num><w:num w:numId='3'><w:abstractNumId w:val='2'/></w:num>"
    )
    let (findings, page) = try await run(document.bytes, as: "规划.docx")
    #expect(findings == "")
    #expect(page == "---\ntitle: 总则\n---\n\n- 甲\n\n  - 乙\n\n- 丙\n\n正文。\n\n1. 只有一项\n\n后文。\n", "\(page)")
  }

  @Test("Symbols of fonts, inserted text, equations and headings without text are kept or named")
  func others() async throws {
    let (findings, page) = try await word(
      "<w:p><w:r><w:t>达标</w:t><w:sym w:font='Wingdings' w:char='F0FC'/><w:sym w:font='Webdings' w:char='F061'/></w:r></w:p>"
        + "<w:p><w:ins w:id='1' w:author='a'><w:r><w:t>补充的话。</w:t></w:r></w:ins></w:p>"
        + "<w:p><w:pPr><w:pStyle w:val='2'/></w:pPr></w:p>")
    #expect(
      findings == """
        规划.docx: note: a heading without text is left out, after: '补充的话。' [import.left-out]
        规划.docx: note: a symbol of a font is left out: 'Webdings F061' [import.left-out]
        规划.docx: note: a text that was inserted while changes were tracked is taken over: '补充的话。' [import.left-out]

        """)
    #expect(page == "---\ntitle: 总则\n---\n\n达标✓\n\n补充的话。\n", "\(page)")
  }

  @Test("An OpenDocument text keeps tables in lists, lists in cells and their levels, and hidden parts are named")
  func nestedOpenDocument() async throws {
    func p(_ text: String, _ style: String = "") -> String {
      "<text:p" + (style.isEmpty ? "" : " text:style-name=\"\(style)\"") + ">\(text)</text:p>"
    }
    func list(_ items: String...) -> String {
      "<text:list>" + items.map { "<text:list-item>\($0)</text:list-item>" }.joined() + "</text:list>"
    }
    func table(_ rows: [[String]]) -> String {
      "<table:table><table:table-column table:number-columns-repeated=\"2\"/>"
        + rows.map { row in
          "<table:table-row>" + row.map { "<table:table-cell>\($0)</table:table-cell>" }.joined() + "</table:table-row>"
        }.joined() + "</table:table>"
    }
    let body =
      "<text:h text:outline-level=\"1\">第一章 总则</text:h>"
      + list(p("甲") + list(p("甲一") + list(p("甲一子"))), p("乙") + table([[p("格一"), p("格二")]]))
      + table([[p("头"), p("内容")], [p("左"), p("前文") + list(p("项一") + list(p("项一子")), p("项二")) + p("后文")]])
      + p("公开<text:span text:style-name=\"T1\">不公开</text:span>的话。") + p("全段隐藏。", "P1")
    var document = Made.openDocument(body: body, header: "")
    document.parts["content.xml"] = document.parts["content.xml"]?.replacingOccurrences(
      of: "<office:automatic-styles/>",
      with: "<office:automatic-styles>"
        + [("T1", "text"), ("P1", "paragraph")].map {
          "<style:style style:name=\"\($0.0)\" style:family=\"\($0.1)\"><style:text-properties text:display=\"none\"/></style:style>"
        }.joined() + "</office:automatic-styles>")
    let (findings, page) = try await run(document.bytes, as: "规划.odt")
    #expect(
      findings == """
        规划.odt: note: a hidden text is left out: '不公开' [import.left-out]
        规划.odt: note: a hidden text is left out: '全段隐藏。' [import.left-out]
        规划.odt:6:1: warning: the table has merged cells, or tables in its cells; each text appears once [import.table]
            6 | 格一
              | ^~~~
        hint: compare it with the original

        """)
    #expect(
      page == """
        ---
        title: 总则
        ---

        1. 甲

           1. 甲一

              1. 甲一子

        2. 乙

           格一

           格二

        | 头 | 内容 |
        |---|---|
        | 左 | 前文<br>• 项一<br>◦ 项一子<br>• 项二<br>后文 |

        公开的话。

        """, "\(page)")
  }

  @Test("A table of an OpenDocument text keeps its heading rows")
  func openDocument() async throws {
    func row(_ cells: [String]) -> String {
      "<table:table-row>"
        + cells.map { "<table:table-cell><text:p>\($0)</text:p></table:table-cell>" }.joined() + "</table:table-row>"
    }
    let body =
      "<text:h text:outline-level=\"1\">第一章 总则</text:h><table:table><table:table-column/><table:table-column/>"
      + "<table:table-header-rows>\(row(["指标", "目标"]))</table:table-header-rows>\(row(["绿地", "15"]))</table:table>"
    let (findings, page) = try await run(Made.openDocument(body: body, header: "").bytes, as: "规划.odt")
    #expect(findings.hasPrefix("规划.odt:2:1: note: this table names indicators (1), and stays a table of its page"))
    #expect(page.hasSuffix("| 指标 | 目标 |\n|---|---|\n| 绿地 | 15 |\n"), "\(page)")
  }

  @Test("The heading that repeats the title of a web page is not a chapter, and an initial is not a number")
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

  @Test("A layout table of a web page is not a box, and the text may name the plan")
  func layoutTables() async throws {
    let html = """
      <html><head><title>规划</title></head><body><table><tr><td><a href="/">首页</a></td></tr><tr><td><table><tr><td>
      <b>某市水利规划</b></td></tr><tr><td><p>一、总体要求</p><p>坚持节水优先。</p><p>二、主要任务</p><p>建设水库。</p>
      <p>专栏1 重点工程</p><table><tr><td><p>水库工程。</p></td></tr></table></td></tr></table></td></tr></table></body></html>
      """
    folder.write(html, to: "p.html")
    var options = ManuscriptOptions()
    options.years = 2021...2025
    _ = try await importTexts(folder, ["p.html"], options)
    let pages = ["index.md", "1-总体要求.md", "2-主要任务.md"].map { folder.text("site/Content/\($0)") ?? "" }
    #expect(pages[0].contains("title: 某市水利规划\n"), "\(pages[0])")
    #expect(pages[1].hasSuffix("---\n\n坚持节水优先。\n"), "\(pages[1])")
    #expect(pages[2].contains(":::box{title=\"专栏1 重点工程\"}"), "\(pages[2])")
  }

  @Test("Many texts of one kind that are left out are one note")
  func manyLeftOut() async throws {
    let deleted = (1...7).map { "<w:p><w:del><w:r><w:delText>旧\($0)</w:delText></w:r></w:del></w:p>" }.joined()
    let (findings, _) = try await run(
      Made(body: Made.paragraph("第一章 总则", style: "1") + Made.paragraph("正文。") + deleted).bytes, as: "规划.docx")
    #expect(
      findings == """
        规划.docx: note: 7 texts that were deleted while changes were tracked are left out: '旧1', '旧2', '旧3', '旧4', '旧5', '旧6', '旧7' [import.left-out]

        """)
  }

  @Test("Larger paragraphs of an OpenDocument text without headings are headings")
  func openDocumentLook() async throws {
    func p(_ text: String, _ style: String) -> String { "<text:p text:style-name=\"\(style)\">\(text)</text:p>" }
    let parts = ["要求", "任务"].map { title in
      p(title, "L") + p("正文说明要求。", "B") + p("<text:span text:style-name=\"S\">情况</text:span>", "B")
        + p("正文说明情况。", "B")
    }
    var document = Made.openDocument(body: p("某县规划", "T") + parts.joined(), header: "")
    let styles = [("T", "paragraph", 22), ("L", "paragraph", 16), ("B", "paragraph", 12)].map {
      "<style:style style:name=\"\($0.0)\" style:family=\"\($0.1)\"><style:text-properties fo:font-size=\"\($0.2)pt\"/></style:style>"
    }.joined()
    let bold =
      "<style:style style:name=\"S\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
    document.parts["content.xml"] = document.parts["content.xml"]?.replacingOccurrences(
      of: "<office:automatic-styles/>", with: "<office:automatic-styles>\(styles)\(bold)</office:automatic-styles>"
    ).replacingOccurrences(
      of: "<office:document-content ",
      with: "<office:document-content xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" ")
    let (findings, _) = try await run(document.bytes, as: "规划.odt")
    #expect(findings == "")
    #expect(folder.text("site/Content/index.md")?.contains("title: 某县规划\n") == true)
    #expect(folder.text("site/Content/1-要求/1-情况.md") == "---\ntitle: 情况\n---\n\n正文说明情况。\n")
    #expect(folder.text("site/Content/2-任务/index.md") == "---\ntitle: 任务\n---\n\n正文说明要求。\n")
  }
}
