import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// An incremental build leaves the same files, byte for byte, and reports the same findings as a clean build.
struct RebuildTests {
  private func result(
    _ folder: TemporaryFolder, to output: String = "Output", _ change: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> (report: BuildReport?, diagnostics: [Diagnostic]) {
    var options = BuildOptions(siteDirectory: folder.path, outputDirectory: "\(folder.path)/\(output)", jobs: 2)
    change(&options)
    return try await SiteBuild(options).build()
  }

  /// Backdates every recently changed file, so that it is older than any build and no two edits have the same age.
  private func age(_ folder: TemporaryFolder, _ step: Int) {
    for part in ["Content", "Templates"] {
      for (file, time) in folder.times(in: part) where time.timeIntervalSinceNow > -1800 {
        folder.setAge(of: "\(part)/\(file)", hours: 2 - Double(step) / 1000)
      }
    }
  }

  @Test(
    "After any edit, the files and findings equal those of a clean build", .randomInput,
    arguments: ["digital-decade", "numbering", "markdown"], [UInt64(3), 4])
  func randomEdits(_ site: String, _ seed: UInt64) async throws {
    let folder = TemporaryFolder()
    for (path, data) in filesBelow("\(packageRoot)/Tests/GoldenSites/\(site)/Content") {
      folder.write(data, to: "Content/\(path)")
    }
    let input = RandomInput(seed: seed, rounds: 16, cost: 50)
    var editor = RandomEditor(folder, input)
    var broken = 0
    for step in 0..<input.rounds {
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
        // A second build has nothing to do.
        if step.isMultiple(of: 7) {
          let again = try await result(folder)
          #expect(
            again.report?.isSkipped == true && again.diagnostics.sorted() == clean.diagnostics.sorted(), "\(edit)")
        }
      }
      // Leave the site broken for two edits, then repair it.
      broken = rebuilt.report == nil ? broken + 1 : 0
      if broken > 1 { editor.restoreAll() }
    }
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

  @Test("Editing a text writes the pages that show it, and the report names the source")
  func text() async throws {
    let folder = aged(smallSite)
    _ = try await result(folder)
    edit(folder, "Content/1-first.md", 1) { $0 + "\n再加一段。\n" }
    let report = try #require(try await result(folder) { $0.explains = true }.report)
    let changed = report.files.changed.filter { !$0.hasPrefix("assets/search/") }
    #expect(!report.isSkipped && changed == ["first/index.html", "full/index.html"])
    // The words of the text, and the version that names them.
    #expect(report.files.changed.count == changed.count + 2)
    #expect(folder.text("Output/first/index.html")?.contains("再加一段。") == true)
    #expect(report.cause == .sources([SourceChange(path: "Content/1-first.md", kind: .edited)]))
    #expect(try await SiteBuild(BuildOptions(siteDirectory: folder.path)).verify() == [])
    #expect(try await result(folder) { $0.explains = true }.report?.cause == .nothingChanged)
  }

  @Test("The report names added, edited and removed sources, sorted by path")
  func sourceChanges() async throws {
    let folder = aged(smallSite)
    _ = try await result(folder)
    edit(folder, "Content/1-first.md", 1) { $0 + "\nx\n" }
    folder.write("---\ntitle: 第三部分\n---\n", to: "Content/3-third.md")
    folder.write("p {}", to: "Templates/site.css")
    folder.delete("Content/2-second.md")
    age(folder, 2)
    let report = try #require(try await result(folder) { $0.explains = true }.report)
    #expect(
      report.cause
        == .sources([
          SourceChange(path: "Content/1-first.md", kind: .edited),
          SourceChange(path: "Content/2-second.md", kind: .removed),
          SourceChange(path: "Content/3-third.md", kind: .added),
          SourceChange(path: "Templates/site.css", kind: .added),
        ]))
  }

  @Test("The report names other causes: first build, other settings, a changed website, a damaged record")
  func otherCauses() async throws {
    let folder = aged(smallSite)
    func cause(_ change: (inout BuildOptions) -> Void = { _ in }) async throws -> BuildCause? {
      try await result(folder) {
        $0.explains = true
        change(&$0)
      }.report?.cause
    }
    #expect(try await cause() == .firstBuild)
    #expect(try await cause { $0.program = "another" } == .otherSettings)
    #expect(try await cause { $0.program = "another" } == .nothingChanged)
    folder.write("x", to: "Output/second/index.html")
    #expect(try await cause { $0.program = "another" } == .output)
    let record = try #require(folder.files(in: ".planpress").keys.first { $0.hasPrefix("sources-") })
    folder.write("damaged", to: ".planpress/\(record)")
    folder.write("y", to: "Output/second/index.html")
    #expect(try await cause { $0.program = "another" } == .firstBuild)
  }

  @Test("A build right after files were saved is recorded: the next build is skipped")
  func youngFiles() async throws {
    let folder = TemporaryFolder(smallSite)
    let first = try await result(folder)
    let second = try await result(folder)
    #expect(first.report?.isSkipped == false && second.report?.isSkipped == true)
    for text in ["再加一段。", "又一段。"] {
      folder.write((folder.text("Content/1-first.md") ?? "") + "\n\(text)\n", to: "Content/1-first.md")
      #expect(try await result(folder).report?.isSkipped == false)
      #expect(folder.text("Output/first/index.html")?.contains(text) == true)
      #expect(try await result(folder).report?.isSkipped == true)
      #expect(try await SiteBuild(BuildOptions(siteDirectory: folder.path)).verify() == [])
    }
  }

  @Test("verify names every file that differs from a clean build")
  func verify() async throws {
    let folder = aged(smallSite)
    _ = try await result(folder)
    let build = SiteBuild(BuildOptions(siteDirectory: folder.path))
    #expect(try await build.verify() == [])
    folder.write("x", to: "Output/first/index.html")
    folder.delete("Output/feed.xml")
    #expect(try await build.verify() == ["feed.xml", "first/index.html"])
  }

  @Test("A new value writes only the pages that show it")
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
        "progress-summary/index.html", "search/index.html",
      ])
    #expect(report.cause == .sources([SourceChange(path: "Content/indicators/a.csv", kind: .edited)]))
  }
}
