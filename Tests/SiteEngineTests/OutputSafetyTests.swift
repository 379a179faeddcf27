import Foundation
import SiteEngine
import SiteOutput
import Synchronization
import TestSupport
import Testing

struct OutputSafetyTests {
  @Test("A failing build leaves the previous site as it was")
  func failureLeavesOutput() async throws {
    let folder = TemporaryFolder(smallSite)
    #expect(try await build(folder).built)
    let before = folder.files(in: "Output")
    folder.write("---\ntitle: X\ntitel: Y\n---\n", to: "Content/1-first.md")
    let result = try await build(folder)
    #expect(!result.built)
    #expect(folder.files(in: "Output") == before)
  }

  @Test("A file with unchanged bytes is not written again")
  func unchangedIsNotWritten() async throws {
    let folder = TemporaryFolder(smallSite)
    _ = try await build(folder)
    let before = folder.times(in: "Output").filter { $0.key != ".planpress-manifest" }
    _ = try await build(folder)
    #expect(folder.times(in: "Output").filter { $0.key != ".planpress-manifest" } == before)
  }

  @Test("Deleted pages are removed with their empty folders; a person's file stays")
  func deletesOnlyItsOwn() async throws {
    let folder = TemporaryFolder(smallSite)
    _ = try await build(folder)
    folder.write("mine", to: "Output/second/notes.txt")
    folder.write("mine", to: "Output/CNAME")
    folder.delete("Content/2-second.md")
    folder.delete("Content/1-first.md")
    #expect(try await build(folder).built)
    #expect(!folder.exists("Output/second/index.html"))
    #expect(!folder.exists("Output/first"))
    #expect(folder.text("Output/second/notes.txt") == "mine")
    #expect(folder.text("Output/CNAME") == "mine")
  }

  @Test(
    "A build interrupted at any file changes nothing, and the next build finishes", arguments: [0, 1, 5, 10])
  func interrupted(afterFiles limit: Int) async throws {
    let folder = TemporaryFolder(smallSite)
    folder.write("mine", to: "Output/CNAME")
    #expect(try await build(folder).built)
    let before = folder.files(in: "Output")
    folder.write("---\ntitle: 另一个题目\n---\n## 小标题\n\n文字。\n", to: "Content/1-first.md")
    folder.write("---\ntitle: 新的\n---\n文字。\n", to: "Content/3-new/1-deep.md")
    folder.delete("Content/2-second.md")
    let polls = Atomic<Int>(0)
    var options = BuildOptions(siteDirectory: folder.path, jobs: 2)
    options.watch = BuildWatch(isInterrupted: { polls.wrappingAdd(1, ordering: .relaxed).newValue > limit })
    await #expect(throws: Interruption.self) { try await SiteBuild(options).build() }
    #expect(folder.files(in: "Output") == before)
    #expect(!folder.exists("Output/new"))
    #expect(try await build(folder).built)
    let clean = TemporaryFolder()
    _ = try await SiteBuild(BuildOptions(siteDirectory: folder.path, outputDirectory: "\(clean.path)/Output")).build()
    clean.write("mine", to: "Output/CNAME")
    #expect(folder.files(in: "Output") == clean.files(in: "Output"))
  }

  @Test("An interrupted first build leaves nothing but the folder")
  func interruptedAtFirst() async throws {
    let folder = TemporaryFolder(smallSite)
    let polls = Atomic<Int>(0)
    var options = BuildOptions(siteDirectory: folder.path)
    options.watch = BuildWatch(isInterrupted: { polls.wrappingAdd(1, ordering: .relaxed).newValue > 5 })
    await #expect(throws: Interruption.self) { try await SiteBuild(options).build() }
    #expect(folder.files(in: "Output").isEmpty)
  }

  @Test("A person's file at the path of a page is an error, and stays")
  func occupied() async throws {
    let folder = TemporaryFolder(smallSite)
    folder.write("mine", to: "Output/first/index.html")
    let result = try await build(folder)
    #expect(!result.built)
    #expect(
      result.findings == """
        Output/first/index.html: error: 'first/index.html' was not created by planpress; planpress replaces only its own files [output.occupied]
        hint: move it elsewhere, or delete it

        """)
    #expect(folder.files(in: "Output").count == 1)
  }

  @Test("A person's file at the path of a folder is an error, and stays")
  func occupiedFolder() async throws {
    let folder = TemporaryFolder(smallSite)
    folder.write("mine", to: "Output/first")
    let result = try await build(folder)
    #expect(!result.built)
    #expect(folder.text("Output/first") == "mine")
  }

  @Test("A folder at the path of a page's file is an error, and stays")
  func folderForFile() async throws {
    let folder = TemporaryFolder(smallSite)
    _ = try await build(folder)
    folder.delete("Output/first/index.html")
    folder.write("mine", to: "Output/first/index.html/notes.txt")
    let result = try await build(folder)
    #expect(
      result.findings == """
        Output/first/index.html: error: 'first/index.html' is a folder where a file must be; planpress replaces only its own files [output.occupied]
        hint: move it elsewhere, or delete it

        """)
    #expect(folder.text("Output/first/index.html/notes.txt") == "mine")
  }

  @Test("A file at the path of the output folder is an error, and stays")
  func outputIsFile() async throws {
    let folder = TemporaryFolder(smallSite)
    folder.write("mine", to: "Output")
    let result = try await build(folder)
    #expect(
      result.findings == """
        Output: error: output folder 'Output' is a file [output.occupied]
        hint: move the file, or choose another folder

        """)
    #expect(folder.text("Output") == "mine")
  }

  @Test("An edited manifest cannot make a build delete files outside the folder")
  func manifestStaysInside() async throws {
    let folder = TemporaryFolder(smallSite)
    _ = try await build(folder)
    folder.write("precious", to: "precious.txt")
    let manifest = try #require(folder.text("Output/.planpress-manifest"))
    folder.write(manifest + "../precious.txt\n/etc/hostname\n", to: "Output/.planpress-manifest")
    #expect(try await build(folder).built)
    #expect(folder.text("precious.txt") == "precious")
  }

  @Test("After a killed build, planpress recognises its own files and deletes its temporary files")
  func killedBuild() async throws {
    let folder = TemporaryFolder(smallSite)
    _ = try await build(folder)
    let clean = folder.files(in: "Output")
    let manifest = try #require(folder.text("Output/.planpress-manifest"))
    let lines = manifest.split(separator: "\n", omittingEmptySubsequences: false)
    // The state that a build leaves if it is killed while writing.
    folder.write(
      ([String(lines[0]), "unfinished"] + lines.dropFirst().map(String.init)).joined(separator: "\n"),
      to: "Output/.planpress-manifest")
    folder.write("half", to: "Output/first/index.html")
    folder.write("half", to: "Output/second/index.html.planpress-new")
    #expect(try await build(folder).built)
    #expect(folder.files(in: "Output") == clean)
  }

  @Test("The output folder must not be inside Content/ or contain it")
  func outputInsideInput() async throws {
    let folder = TemporaryFolder(smallSite)
    let inside = [
      "Content", "Content/site", ".", "Templates", "Templates/site", "Output/../Content/site", ".planpress/site",
      ".git",
    ]
    for output in inside.map({ "\(folder.path)/\($0)" }) + ["/"] {
      let options = BuildOptions(siteDirectory: folder.path, outputDirectory: output)
      // Checked without building: a bug here would write to the root of the file system.
      #expect(try await SiteBuild(options).check().diagnostics.map(\.code) == [.outputInsideInput])
    }
  }
}
