import DataFormats
import Diagnostics
import Foundation
import Manuscripts
import SiteEngine
import TestSupport
import Testing

/// Parts of a Word or OpenDocument file that are outside of its text, or in it twice.
@Suite(.enabled(if: hasPandoc, "pandoc is not installed")) struct WordPlaceTests {
  private typealias Made = MadeDocument
  private let folder = TemporaryFolder()

  private func run(_ document: MadeDocument, as name: String = "规划.docx") async throws -> String {
    try await importDocument(document, as: name, in: folder)
  }

  private func page(_ path: String) -> String { folder.text("site/Content/\(path)") ?? "" }

  private func chapter(_ title: String) -> String { Made.paragraph(title, style: "1") }

  @Test("Text boxes stay in their chapters where notes are not referred to, and such notes are named")
  func notes() async throws {
    let box =
      "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>\(Made.paragraph("格内文。"))</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    var document = Made(
      body: chapter("第一章 甲") + "<w:p><w:r><w:t>首段。</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
        + Made.paragraph("甲末段。") + chapter("第二章 乙") + "<w:p><w:r><w:t>乙段。</w:t></w:r>\(box)</w:p>"
        + Made.paragraph("乙末段。"))
    document.add(
      "footnotes", "footnotes",
      (1...3).map { "<w:footnote w:id='\($0)'>\(Made.paragraph("注释\($0)"))</w:footnote>" }.joined())
    let findings = try await run(document)
    #expect(page("1-甲.md") == "---\ntitle: 甲\n---\n\n首段。[^1]\n\n甲末段。\n\n[^1]: 注释1\n")
    #expect(page("2-乙.md") == "---\ntitle: 乙\n---\n\n乙段。\n\n:::box\n\n格内文。\n\n:::\n\n乙末段。\n")
    for number in 2...3 {
      #expect(findings.contains("a footnote that nothing refers to is left out: '注释\(number)'"), "\(findings)")
    }
  }

  @Test("Paragraphs with the styles of a table of contents become no chapters")
  func contents() async throws {
    var document = Made(
      body: Made.paragraph("本规划内容", style: "TOC1") + Made.paragraph("第一章 环境 1", style: "TOC1")
        + Made.paragraph("第二章 目标 12", style: "TOC1") + chapter("第一章 环境") + Made.paragraph("正文。") + chapter("第二章 目标")
        + Made.paragraph("目标文。"))
    document.parts["word/styles.xml"] = document.parts["word/styles.xml"]?.replacing(
      "</w:styles>", with: "<w:style w:type='paragraph' w:styleId='TOC1'><w:name w:val='toc 1'/></w:style></w:styles>")
    let findings = try await run(document)
    #expect(findings.contains("the table of contents is left out: the site makes its own"), "\(findings)")
    #expect(page("index.md").contains("numbering: [\"第{一}章\"]"), "\(page("index.md"))")
    #expect(page("1-环境.md").hasSuffix("---\n\n正文。\n"))
    #expect(page("2-目标.md").hasSuffix("---\n\n目标文。\n"))
  }

  @Test("The table of contents of an OpenDocument text is left out")
  func openDocumentContents() async throws {
    func heading(_ text: String) -> String { "<text:h text:outline-level=\"1\">\(text)</text:h>" }
    let entries = ["目录", "第一章 环境1", "第二章 目标12"].map { "<text:p>\($0)</text:p>" }.joined()
    let findings = try await run(
      Made.openDocument(
        body:
          "<text:table-of-content text:name=\"a\"><text:index-body>\(entries)</text:index-body></text:table-of-content>"
          + heading("第一章 环境") + "<text:p>正文。</text:p>" + heading("第二章 目标") + "<text:p>目标文。</text:p>", header: ""),
      as: "规划.odt")
    #expect(findings.contains("the table of contents is left out: the site makes its own"), "\(findings)")
    #expect(page("index.md").contains("numbering: [\"第{一}章\"]"), "\(page("index.md"))")
    #expect(page("1-环境.md").hasSuffix("---\n\n正文。\n"))
    #expect(page("2-目标.md").hasSuffix("---\n\n目标文。\n"))
  }

  @Test("The lines of a paragraph that was pasted from a web page are headings and text")
  func lines() async throws {
    func lines(_ lines: [String]) -> String {
      "<w:p>" + lines.map { "<w:r><w:t>\($0)</w:t></w:r>" }.joined(separator: "<w:r><w:br/></w:r>") + "</w:p>"
    }
    _ = try await run(
      Made(
        body: lines(["第一章 总体", "第一节 基础", "我县区位优越，人口30万。", "第二节 挑战", "资源紧张。"])
          + lines(["第二章 目标", "到2025年，初步建成。"])))
    #expect(page("1-总体/1-基础.md").hasSuffix("---\n\n我县区位优越，人口30万。\n"))
    #expect(page("1-总体/2-挑战.md").hasSuffix("---\n\n资源紧张。\n"))
    #expect(page("2-目标.md").hasSuffix("---\n\n到2025年，初步建成。\n"))
  }

  @Test("A picture that the file only links to is named, and nothing is fetched")
  func linkedPicture() async throws {
    var document = Made(
      body: chapter("第一章 甲")
        + "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link='r9'/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        + Made.paragraph("图1 现状"))
    document.parts["word/_rels/document.xml.rels"] = document.parts["word/_rels/document.xml.rels"]?.replacing(
      "</Relationships>",
      with:
        "<Relationship Id='r9' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/image' Target='http://example.org/map.png' TargetMode='External'/></Relationships>"
    )
    let findings = try await run(document)
    #expect(
      findings.contains("the picture 'http://example.org/map.png' is not in the file, and nothing is fetched"),
      "\(findings)")
  }

  @Test("The caption of a table in pandoc's own style appears once")
  func caption() async throws {
    var document = Made(
      body: chapter("第一章 甲") + Made.paragraph("表一 学校", style: "TableCaption")
        + Made.table([[Made.paragraph("a"), Made.paragraph("b")], [Made.paragraph("1"), Made.paragraph("2")]]))
    document.parts["word/styles.xml"] = document.parts["word/styles.xml"]?.replacing(
      "</w:styles>",
      with: "<w:style w:type='paragraph' w:styleId='TableCaption'><w:name w:val='Table Caption'/></w:style></w:styles>")
    _ = try await run(document)
    #expect(page("1-甲.md").split(separator: "\n").filter { $0.contains("表一 学校") }.count == 1, "\(page("1-甲.md"))")
  }

  @Test("A formula is found in a folder with a slash after its name")
  func formula() async throws {
    var document = Made.openDocument(
      body:
        "<text:p>公式<draw:frame><draw:object xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"Formula-0/\"/></draw:frame>。</text:p>",
      header: "")
    document.parts["Formula-0/content.xml"] =
      "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi><mo>+</mo><mi>y</mi></math>"
    let findings = try await run(document, as: "规划.odt")
    #expect(page("index.md").contains("x + y"), "\(page("index.md"))\(findings)")
  }
}
