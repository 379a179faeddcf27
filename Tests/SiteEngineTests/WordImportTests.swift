import Diagnostics
import Foundation
import Manuscripts
import SiteEngine
import TestSupport
import Testing

/// Word and OpenDocument files, and web pages, through pandoc.
@Suite(.enabled(if: hasPandoc, "pandoc is not installed")) struct WordImportTests {
  private typealias Made = MadeDocument
  private let folder = TemporaryFolder()

  private func run(_ document: MadeDocument, as name: String = "规划.docx") async throws -> String {
    try await importDocument(document, as: name, in: folder)
  }

  private func page(_ path: String) -> String { folder.text("site/Content/\(path)") ?? "" }

  @Test("Headings by style and by form, a title, lists and bold text")
  func headings() async throws {
    let findings = try await run(
      Made(
        body: Made.paragraph("某市规划", style: "a3") + Made.paragraph("第一章 总则", style: "1") + Made.paragraph("正文。")
          + Made.paragraph("甲", list: 2) + Made.paragraph("乙", list: 2)
          + Made.paragraph("第二章 任务", style: "1")
          + Made.paragraph("自动编号", list: 1) + Made.paragraph("其一。", run: "<w:b/>")
          + Made.paragraph("又一条", list: 1) + Made.paragraph("其二。")))
    #expect(findings == "")
    #expect(
      page("index.md") == """
        ---
        type: plan
        title: 某市规划
        period: {start: 2021, end: 2025}
        numbering: ["第{一}章", "{一}、"]
        ---


        """)
    #expect(page("1-总则.md") == "---\ntitle: 总则\n---\n\n正文。\n\n- 甲\n- 乙\n")
    #expect(page("2-任务/1-自动编号.md").hasSuffix("---\n\n**其一。**\n"))
    #expect(page("2-任务/2-又一条.md").hasSuffix("---\n\n其二。\n"))
  }

  @Test("Several tables with merged cells are one finding with their places")
  func mergedTables() async throws {
    let across = "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
    let table = Made.table([[across + Made.paragraph("合并")], [Made.paragraph("一"), Made.paragraph("二")]])
    let findings = try await run(
      Made(body: Made.paragraph("第一章 总则", style: "1") + table + Made.paragraph("正文。") + table))
    #expect(
      findings == """
        规划.docx:2:1: warning: 2 tables have merged cells, or tables in their cells; each text appears once [import.table]
            2 | 合并
              | ^~~~
        hint: compare them with the original; they begin at lines 2, 6

        """)
  }

  @Test("Without styles and numbers, larger paragraphs are headings, and bold ones below them")
  func headingsByLook() async throws {
    func paragraph(_ text: String, _ size: Int, isBold: Bool = false) -> String {
      Made.paragraph(text, run: "<w:sz w:val='\(size)'/>" + (isBold ? "<w:b/>" : ""))
    }
    let parts = ["总体要求", "重点任务"].map { title in
      paragraph(title, 36) + paragraph("这一段是正文，说明要求。", 24) + paragraph("基本情况", 24, isBold: true)
        + paragraph("这一段也是正文。", 24)
    }
    let findings = try await run(Made(body: paragraph("某县交通规划", 44) + parts.joined()))
    #expect(findings == "")
    #expect(page("index.md").contains("title: 某县交通规划\n"))
    #expect(page("1-总体要求/index.md") == "---\ntitle: 总体要求\n---\n\n这一段是正文，说明要求。\n")
    #expect(page("1-总体要求/1-基本情况.md") == "---\ntitle: 基本情况\n---\n\n这一段也是正文。\n")
    #expect(page("2-重点任务/1-基本情况.md") == "---\ntitle: 基本情况\n---\n\n这一段也是正文。\n")
  }

  @Test("Large print in a document with numbered headings is not a heading")
  func numberedBesideLook() async throws {
    let title = Made.paragraph("某县交通规划", run: "<w:sz w:val='44'/>")
    let slogan = Made.paragraph("让出行更美好", run: "<w:sz w:val='36'/>")
    let text = ["第一章 总则", "正文。", "第二章 任务", "正文。"].map { Made.paragraph($0, run: "<w:sz w:val='32'/>") }.joined()
    #expect(try await run(Made(body: title + text + slogan)) == "")
    #expect(page("2-任务.md") == "---\ntitle: 任务\n---\n\n正文。\n\n让出行更美好\n")
  }

  @Test("The footnotes of a web page are below the text that refers to them, and lists keep their levels")
  func webFootnotes() async throws {
    let html = """
      <html><head><title>通知_某市人民政府</title></head><body><h1>某市环境规划</h1><h2>第一章 总则</h2>
      <p>浓度降低<sup><a href="#fn1" id="r1">[1]</a></sup>，天数增加<a href="#n2">②</a>。</p>
      <ul><li>一级<ul><li>二级<ol><li>三级</li></ol></li></ul></li></ul>
      <h2>第二章 任务</h2><p>正文<sup><a href="#gone">[3]</a></sup>。</p>
      <p id="fn1">[1] 年均浓度。<a href="#r1">↩</a></p><ol><li id="n2">按新标准。</li></ol></body></html>
      """
    folder.write(html, to: "p.html")
    var options = ManuscriptOptions()
    options.years = 2021...2025
    let findings = try await importTexts(folder, ["p.html"], options).findings
    #expect(findings.contains("the title of the web page is left out"), "\(findings)")
    #expect(page("index.md").contains("title: 某市环境规划\n"))
    #expect(
      page("1-总则.md") == """
        ---
        title: 总则
        ---

        浓度降低[^1]，天数增加[^2]。

        - 一级
          - 二级
            1. 三级

        [^1]: 年均浓度。

        [^2]: 按新标准。

        """)
    #expect(page("2-任务.md") == "---\ntitle: 任务\n---\n\n正文[3]。\n")
  }

  @Test("Tables with merged cells, frames, footnotes and pictures")
  func tables() async throws {
    let across = "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
    var document = Made(
      body: Made.paragraph("第一章 总则", style: "1")
        + Made.table([
          [across + Made.paragraph("合并")],
          [
            "<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" + Made.paragraph("绿色"),
            Made.paragraph("a|b") + Made.paragraph("二"),
          ], ["<w:tcPr><w:vMerge/></w:tcPr><w:p/>", Made.paragraph("40")],
        ]) + Made.paragraph("专栏1 重点工程") + Made.table([[Made.paragraph("河道整治。") + Made.paragraph("公园建设。")]])
        + "<w:p><w:r><w:t>有注</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t>的句子。</w:t></w:r></w:p>"
        + "<w:p>\(Made.picture)</w:p>")
    document.add("footnotes", "footnotes", "<w:footnote w:id='2'>\(Made.paragraph("脚注一。"))</w:footnote>")
    document.files["word/media/image1.png"] = Array("png".utf8)
    let findings = try await run(document)
    #expect(
      findings == """
        规划.docx:2:1: warning: the table has merged cells, or tables in its cells; each text appears once [import.table]
            2 | 合并
              | ^~~~
        hint: compare it with the original

        """)
    #expect(
      page("1-总则.md") == """
        ---
        title: 总则
        ---

        | 合并 |  |
        |---|---|
        | 绿色 | a\\|b<br>二 |
        |  | 40 |

        :::box{title="专栏1 重点工程"}

        河道整治。

        公园建设。

        :::

        有注[^1]的句子。

        ![地图](image1.png)

        [^1]: 脚注一。

        """)
    #expect(folder.text("site/Content/image1.png") == "png")
  }

  @Test("Text boxes are placed; comments, deleted text and headers are named; every character is accounted for")
  func leftOut() async throws {
    var document = Made(
      body: Made.paragraph("第一章 总则", style: "1")
        + "<w:p><w:r><w:t>有框的段落。</w:t></w:r>\(Made.textBox(Made.paragraph("专栏2 框") + Made.paragraph("框内文字。")))</w:p>"
        + "<w:p><w:ins w:id='1' w:author='a'><w:r><w:t>新增。</w:t></w:r></w:ins><w:del w:id='2' w:author='a'><w:r><w:delText>旧的。</w:delText></w:r></w:del></w:p>"
        + Made.paragraph("末段。"))
    document.add("comments", "comments", "<w:comment w:id='0' w:author='a'>\(Made.paragraph("请核实"))</w:comment>")
    document.add("header1", "hdr", Made.paragraph("内部资料"))
    let findings = try await run(document)
    #expect(
      findings == """
        规划.docx: note: a comment is left out: '请核实' [import.left-out]
        规划.docx: note: a header or footer is left out: '内部资料' [import.left-out]
        规划.docx: note: a text that was deleted while changes were tracked is left out: '旧的。' [import.left-out]
        规划.docx: note: a text that was inserted while changes were tracked is taken over: '新增。' [import.left-out]
        规划.docx:2:1: warning: a text box is placed after this paragraph: '专栏2 框' [import.text-box]
            2 | 有框的段落。
              | ^~~~~~~~~~~~
        hint: move it in the section if it belongs elsewhere

        """)
    #expect(
      page("1-总则.md") == """
        ---
        title: 总则
        ---

        有框的段落。

        :::box{title="专栏2 框"}

        框内文字。

        :::

        新增。

        末段。

        """)
  }

  @Test("Numbers that Word counts for its headings become the plan's numbering")
  func automaticNumbers() async throws {
    var document = Made(
      body: Made.paragraph("总则", style: "1") + Made.paragraph("文一。") + Made.paragraph("目标", style: "2")
        + Made.paragraph("文二。") + Made.paragraph("措施", style: "2") + Made.paragraph("文三。")
        + Made.paragraph("任务", style: "1") + Made.paragraph("文四。"))
    let levels = [("第%1章", "1"), ("%2、", "2")].enumerated().map { level, own in
      "<w:lvl w:ilvl='\(level)'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:pStyle w:val='\(own.1)'/><w:lvlText w:val='\(own.0)'/></w:lvl>"
    }.joined()
    document.add(
      "numbering", "numbering",
      "<w:abstractNum w:abstractNumId='0'>\(levels)</w:abstractNum><w:num w:numId='7'><w:abstractNumId w:val='0'/></w:num>"
    )
    let styles = ["1", "2"].map {
      "<w:style w:type='paragraph' w:styleId='\($0)'><w:name w:val='heading \($0)'/><w:pPr><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr></w:style>"
    }.joined()
    document.add("styles", "styles", styles)
    #expect(try await run(document) == "")
    #expect(page("index.md").contains("numbering: [\"第{一}章\", \"{一}、\"]\n"))
    #expect(page("1-总则/2-措施.md") == "---\ntitle: 措施\n---\n\n文三。\n")
  }

  @Test("An OpenDocument text, with a comment, a text box, a footnote and a deletion")
  func openDocument() async throws {
    let body = """
      <text:tracked-changes><text:changed-region><text:deletion><text:p>删掉的。</text:p></text:deletion>\
      </text:changed-region></text:tracked-changes><text:h text:outline-level="1">第一章 总则</text:h><text:p>正文\
      <office:annotation><dc:creator>甲</dc:creator><text:p>请核实</text:p></office:annotation>一。</text:p>\
      <text:p>有框。<draw:frame><draw:text-box><text:p>框内。</text:p></draw:text-box></draw:frame></text:p><text:p>有注\
      <text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>脚注。</text:p>\
      </text:note-body></text:note>。</text:p>
      """
    let findings = try await run(Made.openDocument(body: body, header: "<text:p>页眉字</text:p>"), as: "规划.odt")
    #expect(
      findings == """
        规划.odt: note: a comment is left out: '请核实' [import.left-out]
        规划.odt: note: a header or footer is left out: '页眉字' [import.left-out]
        规划.odt: note: a text that was deleted while changes were tracked is left out: '删掉的。' [import.left-out]
        规划.odt:3:1: warning: a text box is placed after this paragraph: '框内。' [import.text-box]
            3 | 有框。
              | ^~~~~~
        hint: move it in the section if it belongs elsewhere

        """)
    #expect(page("1-总则.md").hasSuffix("正文一。\n\n有框。\n\n:::box\n\n框内。\n\n:::\n\n有注[^1]。\n\n[^1]: 脚注。\n"))
  }

  @Test("Every text of random documents is in the pages or named", .randomInput)
  func randomDocuments() async throws {
    let input = RandomInput(seed: 24, rounds: 6, cost: 50)
    var random = input.generator
    for round in 0..<input.rounds {
      var texts: [String] = []
      func text() -> String {
        texts.append(
          ["文", "第一章 ", "（一）", "专栏", "a*b_c", "表1 ", "[x](y)"].randomElement(using: &random)!
            + "\(round)号\(texts.count)件")
        return texts[texts.count - 1]
      }
      let body = (0..<20).map { _ in
        switch Int.random(in: 0..<7, using: &random) {
        case 0: Made.paragraph(text(), style: "1")
        case 1: Made.paragraph(text(), list: Int.random(in: 1...2, using: &random))
        case 2: Made.table([[Made.paragraph(text())], [Made.paragraph(text()) + Made.paragraph(text())]])
        case 3: Made.table([[Made.paragraph(text()), Made.paragraph(text())], [Made.paragraph(text()), "<w:p/>"]])
        case 4: "<w:p><w:r><w:t>\(text())</w:t></w:r>\(Made.textBox(Made.paragraph(text())))</w:p>"
        case 5: Made.paragraph(text() + "。", run: "<w:b/>")
        default: Made.paragraph(text() + "。")
        }
      }.joined()
      let own = TemporaryFolder()
      own.write(Data(Made(body: body).bytes), to: "plan.docx")
      var options = ManuscriptOptions()
      options.years = 2021...2025
      let run = try await importTexts(own, ["plan.docx"], options)
      let written =
        own.files(in: "site/Content").filter { $0.key.hasSuffix(".md") }.values
        .map { String(decoding: $0, as: UTF8.self).replacingOccurrences(of: "\\", with: "") }.joined() + run.findings
      for text in texts {
        // A regular number is the plan's.
        let number = ["第一章 ", "（一）"].first(where: text.hasPrefix) ?? ""
        let bare = text.dropFirst(number.count)
        #expect(written.contains(bare), "\(text)")
      }
    }
  }

  @Test("A file that is not a document, has a password, or unpacks without end is refused before pandoc sees it")
  func refused() async throws {
    func fault(_ bytes: [UInt8], convert: @escaping DocumentConversion = { _, _ in [] }) async throws -> String {
      folder.write(Data(bytes), to: "x.docx")
      return try await importTexts(folder, ["x.docx"], convert: convert).findings
    }
    #expect(
      try await fault([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == """
        x.docx: error: the file is protected with a password, or is in the format of Word 97 (.doc) [import.unreadable]
        hint: open it in Word, remove the password, and save it as .docx

        """)
    let whole = Made(body: Made.paragraph("文。")).bytes
    #expect(
      try await fault(Array(whole.prefix(whole.count / 2))) == """
        x.docx: error: the file is damaged: it is not a whole zip archive [import.unreadable]
        hint: open it in Word and save it again as .docx

        """)
    var entity = Made(body: "")
    entity.parts["word/document.xml"] = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"
    #expect(try await fault(entity.bytes).hasPrefix("x.docx: error: the file declares XML entities"))
    #expect(
      try await fault(whole, convert: { _, _ in throw ConversionFailure.missing }) == """
        x.docx: error: 'x.docx' is read with pandoc, which is not installed [import.unreadable]
        hint: install it ('apt install pandoc', 'brew install pandoc', or from pandoc.org), or save the document as plain text (.txt, UTF-8) and import that

        """)
    #expect(!folder.exists("site"))
  }

  @Test("A web page is read with its lines")
  func webPage() async throws {
    folder.write(
      "<html><head><title>网页</title></head><body>\n<h1>第一章 总则</h1>\n<p>正文。</p>\n<p>来源：某网</p></body></html>",
      to: "p.html")
    var options = ManuscriptOptions()
    options.years = 2021...2025
    let run = try await importTexts(folder, ["p.html"], options)
    #expect(
      run.findings == """
        p.html:4:1: warning: this looks left over from the page the text was copied from; it is kept [import.left-over]
            4 | <p>来源：某网</p></body></html>
              | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        hint: delete it from the section if it is not part of the plan

        """)
    #expect(page("1-总则.md") == "---\ntitle: 总则\n---\n\n正文。\n\n来源：某网\n")
  }

  @Test("A part that unpacks to more than the limit is refused")
  func tooLarge() async throws {
    var document = Made(body: Made.paragraph("文。"))
    document.files["word/media/a.png"] = [1]
    // The size that the archive's directory claims: APPNOTE.TXT 4.3.12.
    var bytes = document.bytes
    let name = Array("word/media/a.png".utf8)
    let start = try #require((0..<bytes.count - name.count).last { bytes[$0...].starts(with: name) })
    bytes.replaceSubrange(start - 22..<start - 18, with: [0, 0, 0, 9])
    folder.write(Data(bytes), to: "x.docx")
    #expect(
      try await importTexts(folder, ["x.docx"]).findings == """
        x.docx: error: the file is too large: 'word/media/a.png' unpacks to more than 128 MB [import.too-large]
        hint: save it with smaller pictures, or in several parts

        """)
  }
}
