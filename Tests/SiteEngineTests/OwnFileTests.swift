import Diagnostics
import Files
import Foundation
import SiteEngine
import TestSupport
import Testing

@Suite("Links, pipes and folders in place of planpress's own files")
struct OwnFileTests {
  private let folder = TemporaryFolder(smallSite.merging(["Content/2-second.md": "---\ntitle: 第二部分\n---\n"]) { $1 })

  private func link(_ path: String, to target: String) throws {
    try? FileManager.default.removeItem(atPath: "\(folder.path)/\(path)")
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(path)", withDestinationPath: target)
  }

  private func pipe(_ path: String) {
    try? FileManager.default.removeItem(atPath: "\(folder.path)/\(path)")
    #expect(mkfifo("\(folder.path)/\(path)", 0o600) == 0)
  }

  @Test("A page's folder becomes a file of the site: the folder held planpress's own files only")
  func folderBecomesFile() async throws {
    #expect(try await build(folder).built)
    folder.delete("Content/1-first.md")
    folder.write("a file", to: "Content/first")
    folder.write("mine", to: "Output/first/notes.txt")
    #expect(
      try await build(folder).findings == """
        Output/first/notes.txt: error: 'first/notes.txt' was not created by planpress; planpress replaces only its own files [output.occupied]
        hint: move it elsewhere, or delete it

        """)
    folder.delete("Output/first/notes.txt")
    #expect(try await build(folder).built)
    #expect(folder.text("Output/first") == "a file")
    folder.delete("Content/first")
    folder.write(smallSite["Content/1-first.md"] ?? "", to: "Content/1-first.md")
    #expect(try await build(folder).built)
    #expect(folder.exists("Output/first/index.html"))
  }

  @Test("A pipe or a link in place of a page is an error, at once")
  func pages() async throws {
    #expect(try await build(folder).built)
    pipe("Output/first/index.html")
    #expect(
      try await build(folder).findings == """
        Output/first/index.html: error: 'first/index.html' is a pipe or a device where a file must be; planpress replaces only its own files [output.occupied]
        hint: move it elsewhere, or delete it

        """)
    folder.write("theirs", to: "theirs.html")
    try link("Output/first/index.html", to: "\(folder.path)/theirs.html")
    #expect(try await build(folder).findings.contains("'first/index.html' is a symbolic link where a file must be"))
    #expect(folder.text("theirs.html") == "theirs")
  }

  @Test("A link in place of a folder of pages is an error, and its target does not change")
  func folders() async throws {
    let outside = TemporaryFolder(["index.html": "theirs"])
    #expect(try await build(folder).built)
    try link("Output/first", to: outside.path)
    #expect(
      try await build(folder).findings == """
        Output/first: error: 'first' is a symbolic link where a folder must be; planpress replaces only its own files [output.occupied]
        hint: move it elsewhere, or delete it

        """)
    folder.delete("Content/1-first.md")
    #expect(try await build(folder).built)
    #expect(outside.files() == ["index.html": Data("theirs".utf8)])
  }

  @Test("The output folder itself may be a link")
  func output() async throws {
    let outside = TemporaryFolder()
    try link("Output", to: outside.path)
    #expect(try await build(folder).built)
    #expect(outside.exists("first/index.html"))
  }

  @Test("A pipe in place of the manifest or of the record of the last build ends the build with a message")
  func records() async throws {
    #expect(try await build(folder).built)
    let records = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/.planpress")
    let record = try #require(records.first { $0.hasPrefix("build-") })
    for path in ["Output/.planpress-manifest", ".planpress/\(record)"] {
      let kept = folder.text(path)
      pipe(path)
      let error = await #expect(throws: MachineError.self) { try await build(folder) }
      #expect(error?.reason == "it is not an ordinary file; remove it", "\(path)")
      folder.delete(path)
      folder.write(kept ?? "", to: path)
    }
    pipe(".planpress/.gitignore")
    #expect(try await build(folder).built)
  }

  @Test("Nothing is written through a link in place of .planpress")
  func cache() async throws {
    let outside = TemporaryFolder()
    try link(".planpress", to: outside.path)
    #expect(try await build(folder).built)
    #expect(outside.files().isEmpty)
  }

  @Test("Content and Templates may be links; one that leads nowhere is an error")
  func input() async throws {
    #expect(try await build(folder).built)
    let before = folder.files(in: "Output")
    let outside = TemporaryFolder(["Templates/site.css": "p { color: red }"])
    try FileManager.default.moveItem(atPath: "\(folder.path)/Content", toPath: "\(outside.path)/Content")
    try link("Content", to: "\(outside.path)/Content")
    #expect(try await build(folder).built)
    #expect(folder.files(in: "Output") == before)
    try link("Templates", to: "\(outside.path)/Templates")
    #expect(try await build(folder).built)
    #expect(folder.files(in: "Output") != before)
    let inside = BuildOptions(siteDirectory: folder.path, outputDirectory: "\(outside.path)/Content/site")
    #expect(try await SiteBuild(inside).check().diagnostics.contains { $0.code == .outputInsideInput })

    try link("Templates", to: "nowhere")
    #expect(
      try await build(folder).findings == """
        Templates: error: 'Templates' is a symbolic link that does not lead to a folder [file.symbolic-link]
        hint: delete the link and put the folder itself there

        """)
    try link("Templates", to: "Templates")
    #expect(try await !build(folder).built)
    folder.delete("Templates")
    try link("Content", to: "Content/site.yaml")
    #expect(try await build(folder).findings.contains("'Content' is a symbolic link that does not lead to a folder"))
  }

  @Test("Snapshots are in a folder of the site itself: a link is not written through, and nothing else is passed over")
  func snapshots() async throws {
    let outside = TemporaryFolder()
    folder.write("title: 测试站\nlanguages: [zh-CN]\nas-of: 2023-03\n", to: "Content/site.yaml")
    #expect(try await build(folder).built)
    try link("snapshots", to: outside.path)
    let refused = """
      snapshots: error: 'snapshots' is a symbolic link, and planpress writes through none [file.symbolic-link]
      hint: delete the link and put the folder itself there

      """
    #expect(try await build(folder).findings == refused)
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    #expect(report.path == nil && DiagnosticPrinter(format: .text).print(report.diagnostics) == refused)
    #expect(outside.files().isEmpty)

    folder.delete("snapshots")
    for (name, isPipe) in [("snapshots", true), ("snapshots", false), ("Templates", true), ("Templates", false)] {
      if isPipe { pipe(name) } else { folder.write("", to: name) }
      #expect(
        try await build(folder).findings == """
          \(name): error: '\(name)' is not a folder [file.symbolic-link]
          hint: give it another name, or move it elsewhere

          """)
      folder.delete(name)
    }
  }

  @Test("A pipe or a link in the place of a snapshot is refused, or reported and replaced")
  func snapshotFile() async throws {
    folder.write("title: 测试站\nlanguages: [zh-CN]\nas-of: 2023-03\n", to: "Content/site.yaml")
    folder.write("{}", to: "elsewhere.json")
    let path = "snapshots/2023-03.json"
    folder.write("", to: "snapshots/note.txt")
    try link(path, to: "../elsewhere.json")
    #expect(
      try await build(folder).findings == """
        snapshots/2023-03.json: warning: '2023-03.json' is a symbolic link or a special file, and is ignored [file.symbolic-link]
        hint: copy the file itself into the folder

        """)
    #expect(try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot().path == path)
    #expect(folder.text("elsewhere.json") == "{}")
    pipe(path)
    await #expect(throws: MachineError.self) {
      _ = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    }
  }
}
