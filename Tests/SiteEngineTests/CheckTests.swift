import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// The findings of `check` that a build does not report, and its fixes.
struct CheckTests {
  private func codes(_ changes: [String: String]) async throws -> [String] {
    try await check(changes).diagnostics.sorted().map { "\($0.location.path) \($0.code.rawValue)" }
  }

  private func check(_ changes: [String: String]) async throws -> CheckReport {
    let folder = TemporaryFolder(smallSite.merging(changes) { _, new in new })
    return try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
  }

  @Test("Two pages with the same title and parent are reported")
  func duplicateTitle() async throws {
    #expect(
      try await codes(["Content/2-second.md": "---\ntitle: 第一部分\n---\n文字。\n"]) == [
        "Content/2-second.md page.duplicate-title"
      ])
    // The same title is allowed under another parent.
    let apart = [
      "Content/2-second/index.md": "---\ntitle: 乙\n---\n文字。\n",
      "Content/2-second/1-a.md": "---\ntitle: 第一部分\n---\n文字。\n",
      "Content/2-second.md": "---\ntitle: 丙\nslug: third\n---\n文字。\n",
    ]
    #expect(try await codes(apart) == [])
  }

  @Test("A page without text, indicators, summary and subpages is empty")
  func emptyPage() async throws {
    #expect(try await codes(["Content/3-third.md": "---\ntitle: 空\n---\n"]) == ["Content/3-third.md page.empty"])
    #expect(try await codes(["Content/3-third.md": "---\ntitle: 空\nsummary: 一句话。\n---\n"]) == [])
    let holder = [
      "Content/3-third/index.md": "---\ntitle: 篇\n---\n", "Content/3-third/1-a.md": "---\ntitle: 章\n---\n文字。\n",
    ]
    #expect(try await codes(holder) == [])
  }

  @Test("Missing and duplicate file numbers are reported; steps of ten, years and 'order' are not")
  func fileNumbers() async throws {
    func page(_ title: String) -> String { "---\ntitle: \(title)\n---\n文字。\n" }
    #expect(try await codes(["Content/4-fourth.md": page("丁")]) == ["Content/4-fourth.md page.file-numbers"])
    #expect(try await codes(["Content/2-other.md": page("丁")]) == ["Content/2-second.md page.file-numbers"])
    let folder = "Content/3-third"
    let index = ["\(folder)/index.md": page("丙")]
    #expect(
      try await codes(index.merging(["\(folder)/10-a.md": page("甲"), "\(folder)/20-b.md": page("乙")]) { $1 }) == [])
    #expect(
      try await codes(
        index.merging(["\(folder)/10-a.md": page("甲"), "\(folder)/20-b.md": page("乙"), "\(folder)/40-c.md": page("丙")])
        { $1 })
        == ["\(folder)/40-c.md page.file-numbers"])
    #expect(
      try await codes(index.merging(["\(folder)/2021-a.md": page("甲"), "\(folder)/2023-b.md": page("乙")]) { $1 }) == [])
    #expect(
      try await codes(
        index.merging(["\(folder)/1-a.md": page("甲"), "\(folder)/7-b.md": "---\ntitle: 乙\norder: 2\n---\n文字。\n"]) { $1 }
      ) == [])
  }

  @Test("Terms and images that no page uses are reported")
  func unused() async throws {
    let glossary = "- term: 甲词\n  definition: 解释。\n- term: 乙词\n  definition: 解释。\n"
    let pages = [
      "Content/glossary.yaml": glossary, "Content/a.png": smallPicture, "Content/b.png": smallPicture,
      "Content/c.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "Content/d.pdf": "x",
      "Content/1-first.md": "---\ntitle: 第一部分\n---\n## 小标题\n\n:term[甲词]![图](a.png)\n",
      "Templates/own.css": "main { background: url(c.svg) }\n",
    ]
    #expect(
      try await codes(pages) == ["Content/b.png file.unused-image", "Content/glossary.yaml register.unused-term"])
  }

  @Test("An alias equal to the page's own address is reported and ignored, in a build too")
  func alias() async throws {
    let page = "---\ntitle: 第一部分\naliases: [/first/, /old/, old]\n---\n## 小标题\n\n文字。\n"
    let folder = TemporaryFolder(smallSite.merging(["Content/1-first.md": page]) { $1 })
    let built = try await build(folder)
    #expect(built.built && folder.exists("Output/old/index.html"))
    #expect(built.findings.contains("alias '/first/' is the page's current address [page.outdated-alias]"))
    #expect(built.findings.contains("alias 'old' is listed twice [page.outdated-alias]"))
  }

  @Test("Each external address is listed once, without its fragment and with every location")
  func externalLinks() async throws {
    let text =
      "---\ntitle: 第一部分\n---\n## 小标题\n\n[a](https://example.org/x#1) <https://example.org/x> [b](http://example.org/中) [c](mailto:a@b.c)\n"
    let links = try await check(["Content/1-first.md": text]).externalLinks
    #expect(links.map(\.url) == ["http://example.org/%E4%B8%AD", "https://example.org/x"])
    #expect(links.map(\.locations.count) == [1, 2])
  }

  // MARK: Fixes

  private static let register = """
    - id: green-space
      name: 绿地
      unit: 公顷
      baseline: {year: 2020, value: 1}
      target: {year: 2025, value: 2}
      from: {section: first}
    - id: trees-1
      name: 树
      unit: 棵
      baseline: {year: 2020, value: 1}
      target: {year: 2025, value: 2}
      from: {section: frist}

    """

  private func fixed(_ changes: [String: String], _ path: String) async throws -> (text: String?, changes: [String]) {
    let folder = TemporaryFolder(smallSite.merging(changes) { _, new in new })
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    let done = try FixApplier(siteDirectory: folder.path).apply(report.diagnostics)
    return (folder.text(path), done.map { "\($0.location.path):\($0.location.line): \($0.description.english)" })
  }

  @Test("A misspelt id with one near match is corrected, quoted or not; an ambiguous one is left alone")
  func fixesIDs() async throws {
    let text =
      "---\ntitle: 第二部分\n---\n:target[gren-space]中文:value[greenspace] :target[trees-2] :ref[frist]\n\n::indicators{ids=\"green-spcae, green-space\"}\n"
    let result = try await fixed(
      ["Content/indicators.yaml": Self.register, "Content/2-second.md": text], "Content/2-second.md")
    #expect(
      result.text
        == "---\ntitle: 第二部分\n---\n:target[green-space]中文:value[green-space] :target[trees-2] :ref[first]\n\n::indicators{ids=\"green-space, green-space\"}\n"
    )
    #expect(result.changes.contains("Content/indicators.yaml:12: 'frist' is now 'first'"))
    let quoted = Self.register.replacing("section: frist", with: "section: \"frist\"")
    let register = try await fixed(["Content/indicators.yaml": quoted], "Content/indicators.yaml")
    #expect(register.text == quoted.replacing("frist", with: "first"))
  }

  @Test("Trailing spaces of data lines are removed except in quotes, and a final line break is added")
  func fixesEndings() async throws {
    let table = "Year,Value,Source \n2021,1.2,\"a \nb\"\t \r\n2022,1.4,x"
    let path = "Content/indicators/green-space.csv"
    let register = Self.register.replacing("frist", with: "first")
    let result = try await fixed(["Content/indicators.yaml": register, path: table], path)
    #expect(result.text == "Year,Value,Source\n2021,1.2,\"a \nb\"\r\n2022,1.4,x\r\n")
    #expect(result.changes.count == 3)
    let codes = try await codes(["Content/indicators.yaml": register, path: table]).filter { $0.hasPrefix(path) }
    #expect(codes == ["csv.trailing-space", "csv.trailing-space", "file.no-final-line-break"].map { "\(path) \($0)" })
  }

  @Test("Empty cells at the ends of rows and lines of commas are removed")
  func fixesEmptyCells() async throws {
    let table = "Year,Value,,\r\n2021,1.2,,\r\n,,,\r\n2022,\"1.4\", , \r\n,,,\r\n,,,"
    let path = "Content/indicators/green-space.csv"
    let register = Self.register.replacing("frist", with: "first")
    let result = try await fixed(["Content/indicators.yaml": register, path: table], path)
    #expect(result.text == "Year,Value\r\n2021,1.2\r\n2022,\"1.4\"\r\n")
    #expect(result.changes.contains("\(path):1: removed ',,'"))
    #expect(result.changes.contains("\(path):3: removed a line without text"))
    let codes = try await codes(["Content/indicators.yaml": register, path: table]).filter { $0.contains("empty") }
    #expect(codes == Array(repeating: "\(path) csv.empty-cells", count: 6))
  }

  @Test("A finding about text that is no longer there changes nothing")
  func fixesOnlyMatchingText() async throws {
    let text = "---\ntitle: 第二部分\n---\n:target[gren-space]\n"
    let register = Self.register.replacing("frist", with: "first")
    let folder = TemporaryFolder(
      smallSite.merging(["Content/indicators.yaml": register, "Content/2-second.md": text]) { $1 })
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    let newer = text.replacing("gren-space", with: "trees-1")
    folder.write(newer, to: "Content/2-second.md")
    #expect(try FixApplier(siteDirectory: folder.path).apply(report.diagnostics).isEmpty)
    #expect(folder.text("Content/2-second.md") == newer)
  }
}
