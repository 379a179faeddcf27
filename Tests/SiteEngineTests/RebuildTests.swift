import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// A build that remembers leaves the same files, byte for byte, and says the same as one that begins from nothing.
struct RebuildTests {
  private func result(
    _ folder: TemporaryFolder, to output: String = "Output", _ change: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> (report: BuildReport?, diagnostics: [Diagnostic]) {
    var options = BuildOptions(siteDirectory: folder.path, outputDirectory: "\(folder.path)/\(output)", jobs: 2)
    change(&options)
    return try await SiteBuild(options).build()
  }

  /// Makes every young file of the site a few seconds older than any build, and no two edits of the same age.
  private func age(_ folder: TemporaryFolder, _ step: Int) {
    for part in ["Content", "Templates"] {
      for (file, time) in folder.times(in: part) where time.timeIntervalSinceNow > -1800 {
        folder.setAge(of: "\(part)/\(file)", hours: 2 - Double(step) / 1000)
      }
    }
  }

  @Test(
    "After any edit, the files and the findings are those of a build from nothing",
    arguments: ["digital-decade", "numbering", "markdown"], [UInt64(3), 4])
  func randomEdits(_ site: String, _ seed: UInt64) async throws {
    let folder = TemporaryFolder()
    for (path, data) in filesBelow("\(packageRoot)/Tests/GoldenSites/\(site)/Content") {
      folder.write(data, to: "Content/\(path)")
    }
    var editor = RandomEditor(folder, seed: seed)
    var (textOnly, broken) = (0, 0)
    for step in 0..<50 {
      let edit = step == 0 ? "nothing" : editor.edit()
      age(folder, step)
      let rebuilt = try await result(folder)
      let clean = try await result(folder, to: "clean") { $0.usesMemory = false }
      #expect(rebuilt.diagnostics.sorted() == clean.diagnostics.sorted(), "\(edit)")
      #expect((rebuilt.report == nil) == (clean.report == nil), "\(edit)")
      let (files, expected) = (folder.files(in: "Output"), folder.files(in: "clean"))
      #expect(files.keys.sorted() == expected.keys.sorted(), "\(edit)")
      for (path, bytes) in expected { #expect(files[path] == bytes, "\(edit): \(path)") }
      if let report = rebuilt.report {
        #expect(report.pages == clean.report?.pages && report.indicators == clean.report?.indicators, "\(edit)")
        textOnly += report.isTextOnly ? 1 : 0
        // At once again, there is nothing to do.
        if step.isMultiple(of: 7) {
          let again = try await result(folder)
          #expect(
            again.report?.isRemembered == true && again.diagnostics.sorted() == clean.diagnostics.sorted(), "\(edit)")
        }
      }
      // Broken for two edits, then mended at once.
      broken = rebuilt.report == nil ? broken + 1 : 0
      if broken > 1 { editor.mend() }
    }
    #expect(textOnly > 3)
  }

  private func aged(_ files: [String: String]) -> TemporaryFolder {
    let folder = TemporaryFolder(files)
    age(folder, 0)
    return folder
  }

  private func edit(_ folder: TemporaryFolder, _ path: String, _ step: Int, _ change: (String) -> String) {
    folder.write(change(folder.text(path) ?? ""), to: path)
    age(folder, step)
  }

  @Test("A new text is put into the pages that hold it; the explanation says so of each page")
  func text() async throws {
    let folder = aged(smallSite)
    _ = try await result(folder)
    edit(folder, "Content/1-first.md", 1) { $0 + "\n再加一段。\n" }
    let report = try #require(try await result(folder) { $0.explains = true }.report)
    #expect(report.isTextOnly && report.files.changed == ["first/index.html", "full/index.html"])
    #expect(folder.text("Output/first/index.html")?.contains("再加一段。") == true)
    let built = report.explanation.filter(\.isBuilt)
    #expect(built.map(\.path) == ["first/index.html", "full/index.html"])
    #expect(Set(built.map(\.reason)) == ["the text of Content/1-first.md changed"])
    #expect(report.explanation.count == report.pages)
    // Once more, at places that have moved meanwhile.
    edit(folder, "Content/2-second.md", 2) { $0 + "\n又一段。\n" }
    #expect(try await result(folder).report?.isTextOnly == true)
    #expect(try await SiteBuild(BuildOptions(siteDirectory: folder.path)).verify() == [])
    #expect(try await result(folder) { $0.explains = true }.report?.explanation.allSatisfy { !$0.isBuilt } == true)
  }

  @Test(
    "More than a text is a whole build",
    arguments: [
      "title", "heading", "link", "empty", "finding", "raw", "new file", "output", "program", "texts damaged",
      "texts of another build",
    ])
  func more(_ what: String) async throws {
    let folder = aged(smallSite)
    _ = try await result(folder)
    let path = "Content/1-first.md"
    let memory = try #require(folder.files(in: ".planpress").keys.first { $0.hasPrefix("texts-") })
    let old = try #require(folder.files(in: ".planpress")[memory])
    var program = version
    switch what {
    case "title": edit(folder, path, 1) { $0.replacing("第一部分", with: "甲") }
    case "heading": edit(folder, path, 1) { $0 + "\n## 又一个\n" }
    case "link": edit(folder, path, 1) { $0 + "\n[x](2-second.md)\n" }
    case "empty": edit(folder, "Content/index.md", 1) { $0.replacing("正文。\n", with: "") }
    case "finding": edit(folder, path, 1) { $0 + "\n<b>x</b>\n" }
    case "raw":
      edit(folder, path, 1) { $0 + "\nx\n" }
      folder.write("title: 测试站\nlanguages: [zh-CN]\nraw-html: true\n", to: "Content/site.yaml")
    case "new file":
      edit(folder, path, 1) { $0 + "\nx\n" }
      folder.write("x", to: "Content/x.txt")
    case "output":
      edit(folder, path, 1) { $0 + "\nx\n" }
      folder.write("x", to: "Output/second/index.html")
    case "program":
      edit(folder, path, 1) { $0 + "\nx\n" }
      program = "another"
    case "texts damaged":
      edit(folder, path, 1) { $0 + "\nx\n" }
      var damaged = old
      damaged[damaged.count / 2] ^= 1
      folder.write(damaged, to: ".planpress/\(memory)")
    default:
      edit(folder, path, 1) { $0 + "\nx\n" }
      _ = try await result(folder)
      edit(folder, path, 2) { $0 + "\ny\n" }
      folder.write(old, to: ".planpress/\(memory)")
    }
    age(folder, 3)
    let report = try await result(folder) { $0.program = program }.report
    #expect(report?.isTextOnly == false && report?.isRemembered == false)
    #expect(try await SiteBuild(BuildOptions(siteDirectory: folder.path)).verify() == [])
  }

  @Test("Files saved a moment ago are trusted: the build after is remembered, and a new text is put into its pages")
  func youngFiles() async throws {
    let folder = TemporaryFolder(smallSite)
    let first = try await result(folder)
    let second = try await result(folder)
    #expect(first.report?.isRemembered == false && second.report?.isRemembered == true)
    for text in ["再加一段。", "又一段。"] {
      folder.write((folder.text("Content/1-first.md") ?? "") + "\n\(text)\n", to: "Content/1-first.md")
      #expect(try await result(folder).report?.isTextOnly == true)
      #expect(folder.text("Output/first/index.html")?.contains(text) == true)
      #expect(try await result(folder).report?.isRemembered == true)
      #expect(try await SiteBuild(BuildOptions(siteDirectory: folder.path)).verify() == [])
    }
  }

  @Test("A warning in the front matter is said again with a new text, and is no reason for a whole build")
  func warningAbove() async throws {
    var site = smallSite
    site["Content/1-first.md"] = """
      ---
      title: 第一部分
      indicators:
        - {id: same, name: 甲项, unit: 个, baseline: 20, target: 20, values: {2021: 20}}
      ---
      ## 小标题

      文字。

      """
    let folder = TemporaryFolder(site)
    let first = try await result(folder)
    let warning = """
      Content/1-first.md:4:10: warning: baseline and target of '甲项' are the same, so no progress can be measured \
      [audit.no-distance]
          4 |   - {id: same, name: 甲项, unit: 个, baseline: 20, target: 20, values: {2021: 20}}
            |          ^~~~
      hint: use 'kind: floor' or 'kind: ceiling' for a value that is to be kept

      """
    #expect(DiagnosticPrinter(format: .text).print(first.diagnostics) == warning)
    folder.write((folder.text("Content/1-first.md") ?? "") + "\n再加一段。\n", to: "Content/1-first.md")
    let rebuilt = try await result(folder)
    #expect(rebuilt.report?.isTextOnly == true)
    #expect(folder.text("Output/first/index.html")?.contains("再加一段。") == true)
    #expect(DiagnosticPrinter(format: .text).print(rebuilt.diagnostics) == warning)
    #expect(try await SiteBuild(BuildOptions(siteDirectory: folder.path)).verify() == [])
  }

  @Test("The beginning of a text is put into the descriptions and the feed that show it")
  func beginning() async throws {
    var site = smallSite
    site["Content/1-first.md"] = "---\ntitle: 第一部分\ndate: 2024-01-01\n---\n原来的开头。\n\n## 小标题\n"
    let folder = aged(site)
    _ = try await result(folder)
    edit(folder, "Content/1-first.md", 1) { $0.replacing("原来的开头", with: "新的 <开头> & \"引号\"") }
    let report = try #require(try await result(folder).report)
    #expect(report.isTextOnly && report.files.changed == ["feed.xml", "first/index.html", "full/index.html"])
    let page = try #require(folder.text("Output/first/index.html"))
    #expect(page.contains("<meta name=\"description\" content=\"新的 &lt;开头&gt; &amp; &quot;引号&quot;。\">"))
    #expect(folder.text("Output/feed.xml")?.contains("<summary>新的 &lt;开头&gt; &amp; &quot;引号&quot;。</summary>") == true)
    #expect(try await SiteBuild(BuildOptions(siteDirectory: folder.path)).verify() == [])
    // A page that loses its beginning may be made in another way.
    edit(folder, "Content/1-first.md", 2) { $0.replacing(/新的.*\n/, with: "") }
    #expect(try await result(folder).report?.isTextOnly == false)
    #expect(try await SiteBuild(BuildOptions(siteDirectory: folder.path)).verify() == [])
  }

  @Test("verify names every file that is not what a build from nothing makes")
  func verify() async throws {
    let folder = aged(smallSite)
    _ = try await result(folder)
    let build = SiteBuild(BuildOptions(siteDirectory: folder.path))
    #expect(try await build.verify() == [])
    folder.write("x", to: "Output/first/index.html")
    folder.delete("Output/feed.xml")
    #expect(try await build.verify() == ["feed.xml", "first/index.html"])
  }

  @Test("One new value: the pages that show it are written, and no others")
  func observation() async throws {
    var site = smallSite
    site["Content/indicators.yaml"] = """
      - {id: a, name: 甲项, unit: 个, baseline: {year: 2020, value: 1}, target: {year: 2025, value: 9}, from: {section: first}}
      - {id: b, name: 乙项, unit: 个, baseline: {year: 2020, value: 1}, target: {year: 2025, value: 9}, from: {section: second}}

      """
    site["Content/indicators/a.csv"] = "Year,Value\n2021,2\n"
    site["Content/1-first.md"] = "---\ntitle: 第一部分\n---\n## 小标题\n\n::indicators{ids=a}\n"
    let folder = aged(site)
    _ = try await result(folder)
    edit(folder, "Content/indicators/a.csv", 1) { $0 + "2022,4\n" }
    let report = try #require(try await result(folder) { $0.explains = true }.report)
    let pages = report.files.changed.filter { $0.hasSuffix(".html") }
    #expect(
      pages == [
        "first/index.html", "full/index.html", "index.html", "indicators/a/index.html", "indicators/index.html",
        "progress-summary/index.html",
      ])
    let reason = report.explanation.first { $0.path == "first/index.html" }?.reason
    #expect(reason == "Content/indicators/a.csv changed, more than a text; changed")
  }
}
