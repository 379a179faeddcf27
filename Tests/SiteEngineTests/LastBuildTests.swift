import Foundation
import SiteEngine
import SiteSources
import TestSupport
import Testing

/// The build record in `.planpress/`: a build is skipped only if it has nothing to do.
struct LastBuildTests {
  /// A site whose files are old enough to be trusted, built once.
  private func builtSite(_ files: [String: String] = smallSite) async throws -> TemporaryFolder {
    let folder = TemporaryFolder(files)
    for file in folder.files(in: "Content").keys { folder.setAge(of: "Content/\(file)", hours: 2) }
    _ = try await report(folder)
    return folder
  }

  private func report(_ folder: TemporaryFolder, _ change: (inout BuildOptions) -> Void = { _ in }) async throws -> (
    report: BuildReport?, findings: [String]
  ) {
    var options = BuildOptions(siteDirectory: folder.path)
    change(&options)
    let result = try await SiteBuild(options).build()
    return (result.report, result.diagnostics.map(\.message))
  }

  @Test("If nothing changed, the build is skipped and reports the recorded counts")
  func nothingChanged() async throws {
    let folder = TemporaryFolder(smallSite)
    for file in folder.files(in: "Content").keys { folder.setAge(of: "Content/\(file)", hours: 2) }
    let first = try #require(try await report(folder).report)
    let second = try #require(try await report(folder).report)
    #expect(!first.isSkipped && second.isSkipped)
    #expect(second.pages == first.pages && second.files.unchanged == first.files.created.count)
  }

  @Test("A deleted output folder is created again after an edit")
  func outputGone() async throws {
    let folder = try await builtSite()
    folder.delete("Output")
    let text = try #require(folder.text("Content/2-second.md"))
    folder.write(text + "\n又一段。\n", to: "Content/2-second.md")
    let rebuilt = try #require(try await report(folder).report)
    #expect(rebuilt.files.created.count == folder.files(in: "Output").count - 1)
  }

  @Test("An edit is noticed even if the file keeps its length and its modification time")
  func timePutBack() async throws {
    let folder = TemporaryFolder(smallSite)
    func putTimeBack() throws {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)],
        ofItemAtPath: "\(folder.path)/Content/2-second.md")
    }
    try putTimeBack()
    _ = try await report(folder)
    let text = try #require(folder.text("Content/2-second.md"))
    folder.write(text.replacingOccurrences(of: "见", with: "看"), to: "Content/2-second.md")
    try putTimeBack()
    #expect(try await report(folder).report?.isSkipped == false)
    #expect(folder.text("Output/second/index.html")?.contains("看") == true)
  }

  @Test("A source with a time in the future prevents skipping")
  func tooYoung() async throws {
    let folder = TemporaryFolder(smallSite)
    folder.setAge(of: "Content/1-first.md", hours: -1)
    _ = try await report(folder)
    #expect(try await report(folder).report?.isSkipped == false)
  }

  @Test(
    "Any change to a source or to a file of the website causes a full build",
    arguments: [
      "edited", "touched", "added", "deleted", "renamed", "output deleted", "output edited", "manifest deleted",
    ])
  func changed(_ change: String) async throws {
    let folder = try await builtSite()
    #expect(try await report(folder).report?.isSkipped == true)
    switch change {
    case "edited": folder.write("---\ntitle: Another\n---\n## 小标题\n\n文字。\n", to: "Content/1-first.md")
    case "touched": folder.setAge(of: "Content/1-first.md", hours: 1)
    case "added": folder.write("x", to: "Content/more.txt")
    case "deleted": folder.delete("Content/2-second.md")
    case "renamed":
      let text = try #require(folder.text("Content/2-second.md"))
      folder.delete("Content/2-second.md")
      folder.write(text, to: "Content/3-third.md")
    case "output deleted": folder.delete("Output/first/index.html")
    case "output edited": folder.write("mine", to: "Output/first/index.html")
    case "manifest deleted": folder.delete("Output/.planpress-manifest")
    default: Issue.record("no such change")
    }
    // Without the manifest, planpress no longer recognises the old files as its own.
    guard change != "manifest deleted" else {
      #expect(try await report(folder).report == nil)
      return
    }
    #expect(try await report(folder).report?.isSkipped == false)
    let clean = TemporaryFolder()
    _ = try await SiteBuild(
      BuildOptions(siteDirectory: folder.path, outputDirectory: "\(clean.path)/Output", usesMemory: false)
    ).build()
    #expect(folder.files(in: "Output") == clean.files(in: "Output"))
  }

  @Test("Another program version, base URL or drafts setting causes a full build")
  func otherSettings() async throws {
    let folder = try await builtSite()
    #expect(try await report(folder) { $0.program = "another" }.report?.isSkipped == false)
    #expect(try await report(folder) { $0.baseURL = BaseURL("https://example.org/a/") }.report?.isSkipped == false)
    #expect(try await report(folder) { $0.includesDrafts = true }.report?.isSkipped == false)
    #expect(try await report(folder) { $0.jobs = 3 }.report?.isSkipped == false)
    #expect(try await report(folder) { $0.jobs = 5 }.report?.isSkipped == true)
  }

  @Test("A skipped build reports its warnings again")
  func warnings() async throws {
    var files = smallSite
    files["Templates/alone.mustache"] = "x"
    let folder = TemporaryFolder(files)
    for file in folder.files(in: "Content").keys { folder.setAge(of: "Content/\(file)", hours: 2) }
    folder.setAge(of: "Templates/alone.mustache", hours: 2)
    let first = try await report(folder)
    let second = try await report(folder)
    #expect(second.report?.isSkipped == true)
    #expect(!first.findings.isEmpty && second.findings == first.findings)
  }

  @Test(
    "A damaged record is ignored", arguments: ["empty", "text", "another format", "cut short", "longer", "one bit"])
  func damaged(_ damage: String) async throws {
    let folder = try await builtSite()
    let record = try #require(folder.files(in: ".planpress").keys.first { $0.hasPrefix("build-") })
    var bytes = try #require(folder.files(in: ".planpress")[record])
    switch damage {
    case "empty": bytes = Data()
    case "text": bytes = Data("null".utf8)
    case "another format": bytes[bytes.startIndex] ^= 1
    case "cut short": bytes.removeLast()
    case "longer": bytes.append(0)
    case "one bit": bytes[bytes.count / 2] ^= 1
    default: Issue.record("no such damage")
    }
    folder.write(bytes, to: ".planpress/\(record)")
    #expect(try await report(folder).report?.isSkipped == false)
    #expect(try await report(folder).report?.isSkipped == true)
  }
}
