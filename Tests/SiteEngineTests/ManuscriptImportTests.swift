import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// Imports files of a folder into the folder `site` in it, and returns the findings and the report.
func importTexts(
  _ folder: TemporaryFolder, _ files: [String], _ options: ManuscriptOptions = ManuscriptOptions(),
  convert: @escaping DocumentConversion = runPandoc
) async throws -> (findings: String, report: [String]) {
  let site = "\(folder.path)/site"
  let author = folder.exists("site/Content") ? try await Author.open(site).value : nil
  let result = try ManuscriptImport.prepare(
    files.map { "\(folder.path)/\($0)" }, into: site, author: author, options: options, convert: convert)
  try result.value?.commit()
  let findings = result.diagnostics + (result.value?.diagnostics ?? [])
  return (DiagnosticPrinter(format: .text).print(findings), (result.value?.report ?? []).map(\.english))
}

/// Imports an Office document into `site/` as a plan for 2021 to 2025. Returns the findings.
func importDocument(_ document: MadeDocument, as name: String, in folder: TemporaryFolder) async throws -> String {
  folder.write(Data(document.bytes), to: name)
  var options = ManuscriptOptions()
  options.years = 2021...2025
  return try await importTexts(folder, [name], options).findings
}

/// Texts as the sections of a plan.
@Suite struct ManuscriptImportTests {
  private let text = """
    某市科技创新规划（2021—2025年）
    坚持创新引领。
    第一章 平台
    建设平台。
    第一节 区域
    提升能力。
    一、园区
    建设园区。
    第二节 体系
    完善体系。
    第二章 人才
    引进青年人才千名。
    """

  @Test("A text becomes a new site, which builds without findings; numbers are the plan's")
  func newSite() async throws {
    let folder = TemporaryFolder(["规划.txt": text])
    let run = try await importTexts(folder, ["规划.txt"])
    #expect(run.findings == "")
    #expect(
      run.report == [
        "+ Content/site.yaml", #"numbering: ["第{一}章", "第{一}节"]"#, "+ Content/index.md",
        "+ Content/1-平台/index.md  第一章 平台",
        "+ Content/1-平台/1-区域.md  第一节 区域", "+ Content/1-平台/2-体系.md  第二节 体系", "+ Content/2-人才.md  第二章 人才",
      ])
    #expect(
      folder.text("site/Content/index.md") == """
        ---
        type: plan
        title: "某市科技创新规划（2021—2025年）"
        period: {start: 2021, end: 2025}
        numbering: ["第{一}章", "第{一}节"]
        ---

        坚持创新引领。

        """)
    #expect(folder.text("site/Content/1-平台/1-区域.md") == "---\ntitle: 区域\n---\n\n提升能力。\n\n## 一、园区\n\n建设园区。\n")
    let built = try await SiteBuild(BuildOptions(siteDirectory: "\(folder.path)/site")).build()
    #expect(built.diagnostics.map(\.message) == [])
    #expect(built.report != nil)
  }

  @Test(
    "Numbers that 'numbering' cannot write stay in the titles",
    arguments: [
      (
        "Chapter 1 Housing\n1.1 Homes\nText.\n1.2 Rents\nText.\nChapter 2 Water\n2.1 Supply\nText.\n",
        ["1.1 Homes", "2.1 Supply"]
      ),
      ("第1章 现状\n1.1 基础\n文。\n1.2 问题\n文。\n第2章 目标\n2.1 总体目标\n文。\n", ["1.1 基础", "2.1 总体目标"]),
      (
        "Part I Housing\nSection 1.1 Homes\nText.\nSection 1.2 Rents\nText.\nPart II Water\nSection 2.1 Supply\nText.\n",
        ["Section 1.1 Homes", "Section 2.1 Supply"]
      ),
    ])
  func decimalsBelowWords(text: String, titles: [String]) async throws {
    let folder = TemporaryFolder(["plan.txt": "Plan 2026-2030\n" + text])
    let run = try await importTexts(folder, ["plan.txt"])
    #expect(run.findings.contains("repeats the number of the level above"), "\(run.findings)")
    for title in titles {
      #expect(run.report.contains { $0.hasSuffix(title) }, "\(run.report)")
      let pages = folder.files(in: "site/Content").values.map { String(decoding: $0, as: UTF8.self) }
      #expect(pages.contains { $0.contains("title: \(title)\n") || $0.contains("title: \"\(title)\"\n") }, "\(pages)")
    }
  }

  @Test("A second import takes over changes of the source, keeps the author's edits, and shows both")
  func secondImport() async throws {
    let folder = TemporaryFolder(["规划.txt": text])
    _ = try await importTexts(folder, ["规划.txt"])
    folder.write("---\ntitle: 人才\nsummary: 我写的\n---\n\n引进青年人才两千名。\n\n我加的。\n", to: "site/Content/2-人才.md")
    let changed = text.replacingOccurrences(of: "引进青年人才千名。", with: "引进青年人才三千名。")
      .replacingOccurrences(of: "第二节 体系", with: "第二节 网络\n织网。\n第三节 体系")
      .replacingOccurrences(of: "建设平台。", with: "建设好平台。")
    folder.write(changed, to: "规划.txt")
    let run = try await importTexts(folder, ["规划.txt"])
    #expect(
      run.report.filter { !$0.hasPrefix("numbering") } == [
        "~ Content/1-平台/index.md", "    - 建设平台。", "    + 建设好平台。", "+ Content/1-平台/2-网络.md  第二节 网络",
        "> Content/1-平台/3-体系.md  moved from Content/1-平台/2-体系.md",
      ])
    #expect(
      run.findings == """
        Content/2-人才.md:6:1: warning: the source has changed these lines, and so have you; yours are kept. The source says: 引进青年人才三千名。 [import.conflict]
            6 | 引进青年人才两千名。
              | ^~~~~~~~~~~~~~~~~~~~
        hint: take over what you need by hand

        """)
    #expect(folder.text("site/Content/2-人才.md") == "---\ntitle: 人才\nsummary: 我写的\n---\n\n引进青年人才两千名。\n\n我加的。\n")
    #expect(folder.text("site/Content/1-平台/index.md") == "---\ntitle: 平台\n---\n\n建设好平台。\n")
    #expect(!folder.exists("site/Content/1-平台/2-体系.md"))
    #expect(folder.text("site/Content/1-平台/3-体系.md") == "---\ntitle: 体系\n---\n\n完善体系。\n")
    let again = try await importTexts(folder, ["规划.txt"])
    #expect(again.findings == "")
    #expect(again.report.count == 1)
  }

  @Test("A section that the source gives up stays, with a warning; so does one whose file is gone")
  func goneSections() async throws {
    let folder = TemporaryFolder(["规划.txt": text])
    _ = try await importTexts(folder, ["规划.txt"])
    folder.write(text.replacingOccurrences(of: "第二章 人才\n引进青年人才千名。", with: ""), to: "规划.txt")
    folder.delete("site/Content/1-平台/1-区域.md")
    let run = try await importTexts(folder, ["规划.txt"])
    #expect(
      run.findings == """
        Content/1-平台/1-区域.md: warning: the section '第一节 区域' was imported before, and its file is gone or renamed [import.gone]
        hint: it is not written again; to have it again, delete imports/ and import into a new folder
        Content/2-人才.md: warning: '第二章 人才' is no longer in 规划.txt; its section is still there [import.gone]
        hint: delete the file if the section is given up

        """)
    #expect(folder.exists("site/Content/2-人才.md"))
  }

  @Test("A plan that is there keeps its files: sections follow its own, and its numbering counts them")
  func existingPlan() async throws {
    let folder = TemporaryFolder([
      "site/Content/site.yaml": "title: 示例\nlanguages: [zh-CN]\n",
      "site/Content/index.md":
        "---\ntype: plan\ntitle: 规划\nperiod: {start: 2021, end: 2025}\nnumbering: [\"第{一}章\"]\n---\n",
      "site/Content/1-总则.md": "---\ntitle: 总则\n---\n正文。\n",
      "续.txt": "第二章 任务\n任务如下。\n第三章 保障\n加强领导。\n", "b.txt": "第九章 任务\n任务如下。\n第十章 保障\n加强领导。\n",
    ])
    let run = try await importTexts(folder, ["续.txt"])
    #expect(run.report == ["+ Content/2-任务.md  第二章 任务", "+ Content/3-保障.md  第三章 保障"])
    #expect(folder.text("site/Content/2-任务.md") == "---\ntitle: 任务\n---\n\n任务如下。\n")
    _ = try await importTexts(folder, ["b.txt"])
    #expect(folder.text("site/Content/4-任务-2.md") == "---\ntitle: 第九章 任务\nnumber: none\n---\n\n任务如下。\n")
  }

  @Test("A plan without sections gets the numbering of the first text")
  func emptyPlan() async throws {
    let folder = TemporaryFolder([
      "site/Content/site.yaml": "title: 示例\nlanguages: [zh-CN]\n",
      "site/Content/index.md": "---\ntype: plan\ntitle: 规划\nperiod: {start: 2021, end: 2025}\n---\n我的话。\n",
      "规划.txt": text,
    ])
    let run = try await importTexts(folder, ["规划.txt"])
    #expect(run.findings == "")
    #expect(
      folder.text("site/Content/index.md")
        == "---\ntype: plan\ntitle: 规划\nperiod: {start: 2021, end: 2025}\nnumbering: [\"第{一}章\", \"第{一}节\"]\n---\n我的话。\n"
    )
    #expect(folder.text("site/Content/1-某市科技创新规划-2021-2025年.md")?.hasSuffix("number: none\n---\n\n坚持创新引领。\n") == true)
  }

  @Test("Nothing is written if a file is in the way, or cannot be read")
  func allOrNone() async throws {
    let folder = TemporaryFolder(["规划.txt": text, "坏.docx": "no archive", "空.txt": " \n"])
    let run = try await importTexts(folder, ["规划.txt", "坏.docx", "空.txt", "无.txt", "旧.doc", "x.pdf", "y.zip"])
    #expect(
      run.findings == """
        x.pdf: error: 'x.pdf' is not read [import.unsupported]
        hint: ask for the document it was made from and save that as .docx; a PDF has no paragraphs
        y.zip: error: 'y.zip' is not a kind of file that is imported [import.unsupported]
        hint: save it as .docx, .odt, .html, .md or .txt; a table of indicators as .xlsx or .csv
        坏.docx: error: the file is no .docx document [import.unreadable]
        hint: open it in Word and save it as .docx
        无.txt: error: there is no file '\(folder.path)/无.txt' [import.unreadable]
        hint: check its name and folder
        旧.doc: error: '旧.doc' is not read [import.unsupported]
        hint: open it in Word or WPS and save it as 'Word Document (.docx)'
        空.txt: error: the file is empty [import.unreadable]
        hint: choose the file with the text of the plan

        """)
    #expect(!folder.exists("site"))
    folder.write("mine", to: "site/Content/2-平台")
    folder.write("title: 示例\nlanguages: [zh-CN]\n", to: "site/Content/site.yaml")
    folder.write("---\ntype: plan\ntitle: 规划\nperiod: 2021-2025\n---\n", to: "site/Content/index.md")
    let files = folder.files(in: "site")
    await #expect(throws: (any Error).self) { try await importTexts(folder, ["规划.txt"]) }
    #expect(folder.files(in: "site") == files)
  }

  @Test("Pictures below the text's folder are copied beside their section under safe names; no other file is opened")
  func pictures() async throws {
    let folder = TemporaryFolder(["secret.png": "secret", "in/img/我的 图.PNG": "picture"])
    folder.write("# 绿色\n文。\n\n![图](img/我的%20图.PNG) ![秘](../secret.png)\n\n![好](img/a.png)\n", to: "in/plan.md")
    folder.write("picture", to: "in/img/a.png")
    var options = ManuscriptOptions()
    options.years = 2021...2025
    let run = try await importTexts(folder, ["in/plan.md"], options)
    #expect(folder.text("site/Content/a.png") == "picture")
    #expect(folder.text("site/Content/1-绿色.md")?.contains("![好](a.png)") == true)
    #expect(
      run.findings.hasPrefix(
        """
        plan.md:4:1: warning: the picture '../secret.png' is not there, or not below the folder of the text [import.picture]
            4 | ![图](img/我的%20图.PNG) ![秘](../secret.png)
        """))
    #expect(!folder.files(in: "site").values.contains(Data("secret".utf8)))
  }

  @Test("Without years the import asks; years that only the text says are a warning")
  func years() async throws {
    let folder = TemporaryFolder([
      "a.txt": "第一章 甲\n到2030年达到一百。\n", "b.txt": "第一章 甲\n规划期为2026年至2030年。\n",
    ])
    await #expect(throws: ManuscriptImport.MissingYears.self) { try await importTexts(folder, ["a.txt"]) }
    #expect(
      try await importTexts(folder, ["b.txt"]).findings == """
        b.txt:1:1: warning: no title says which years the plan covers; from its text they are taken to be 2026–2030 [import.period]
            1 | 第一章 甲
              | ^~~~~~~~~
        hint: correct 'period' in the plan's index.md, or import with '--period 2026-2030'

        """)
  }
}
