import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

@testable import SiteSources

/// The names that files and folders of a site may have, and which of them may be links.
struct FileNameTests {
  @Test(
    "A line break or a control character in a name is an error, in both folders",
    arguments: [
      ("Content/a\nCNAME", "Content/a�CNAME: error: the name 'a�CNAME' contains a line break"),
      ("Content/a\rb.md", "Content/a�b.md: error: the name 'a�b.md' contains a line break"),
      ("Content/deep/b\nc/d.txt", "Content/deep/b�c: error: the name 'b�c' contains a line break"),
      ("Content/a\u{202E}gnp.exe", "Content/a�gnp.exe: error: the name 'a�gnp.exe' contains an invisible character"),
      ("Content/a\u{2028}b.png", "Content/a�b.png: error: the name 'a�b.png' contains a line break"),
      ("Content/a\u{85}b.png", "Content/a�b.png: error: the name 'a�b.png' contains a line break"),
      ("Content/a\u{1B}[31m.png", "Content/a�[31m.png: error: the name 'a�[31m.png' contains a control character"),
      ("Content/a\u{7F}", "Content/a�: error: the name 'a�' contains a control character"),
      ("Content/a\tb.csv", "Content/a�b.csv: error: the name 'a�b.csv' contains a control character"),
      ("Content/a\u{FFFF}", "Content/a�: error: the name 'a�' contains a control character"),
      ("Templates/a\nb.css", "Templates/a�b.css: error: the name 'a�b.css' contains a line break"),
    ])
  func controlCharacters(path: String, message: String) async throws {
    let result = try await build(TemporaryFolder(smallSite.merging([path: "a"]) { $1 }))
    #expect(!result.built)
    #expect(
      result.findings == "\(message) [file.invalid-name]\nhint: rename it: use letters, digits, '-' and '_'\n",
      "\(result.findings)")
  }

  #if os(Linux)
    @Test("A name that is not UTF-8 is an error that says so; the folder's contents are not read under another name")
    func notUTF8() async throws {
      let folder = TemporaryFolder(smallSite)
      #expect(
        try Shell.run(
          "printf a > Content/$'b\\xFF.txt'; mkdir -p Content/x/$'c\\xE4' && printf a > Content/x/$'c\\xE4'/d.txt",
          in: folder.path) == 0)
      for _ in 1...2 {
        let result = try await build(folder)
        #expect(!result.built)
        #expect(
          result.findings == """
            Content/b�.txt: error: the name 'b�.txt' is not encoded in UTF-8 [file.invalid-name]
            hint: rename it: use letters, digits, '-' and '_'
            Content/x/c�: error: the name 'c�' is not encoded in UTF-8 [file.invalid-name]
            hint: rename it: use letters, digits, '-' and '_'

            """)
      }
    }

    private enum Shell {
      static func run(_ commands: String, in folder: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", commands]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
      }
    }
  #endif

  @Test("Names of any script are allowed")
  func names() async throws {
    let names = ["表 1.png", "é.pdf", "a'b.txt", "😀.pdf", "a&b.pdf", "a%20b.txt"]
    let files = Dictionary(
      uniqueKeysWithValues: names.map { ("Content/\($0)", $0.hasSuffix("png") ? smallPicture : "a") })
    #expect(try await build(TemporaryFolder(smallSite.merging(files) { $1 })).findings == "")
  }

  @Test("Content and Templates may be links to folders; links below them are not followed")
  func links() async throws {
    let real = TemporaryFolder(smallSite.merging(["Templates/footer.mustache": "<p>own footer</p>\n"]) { $1 })
    let folder = TemporaryFolder()
    for name in ["Content", "Templates"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/\(name)", withDestinationPath: "\(real.path)/\(name)")
    }
    #expect(try await build(folder).findings == "")
    #expect(folder.text("Output/first/index.html")?.contains("own footer") == true)
    real.write("---\ntitle: 新的第一部分\n---\n## 小标题\n\n文字。\n", to: "Content/1-first.md")
    #expect(try await build(folder).findings == "")
    #expect(folder.text("Output/first/index.html")?.contains("新的第一部分") == true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(real.path)/Content/secret", withDestinationPath: real.path)
    #expect(try await build(folder).findings.contains("Content/secret: warning: 'secret' is a symbolic link"))
  }

  @Test("A link that is changed during a build does not mix two sites")
  func changedLink() throws {
    let folder = TemporaryFolder(["a/x.md": "", "b/x.md": ""])
    let link = "\(folder.path)/Content"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a")
    let folders = try SiteFolders(folder.path)
    try FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "b")
    #expect(folders.path(of: "Content/x.md").hasSuffix("/a/x.md"))
    #expect(folders.path(of: "Content").hasSuffix("/a"))
    #expect(folders.path(of: "Contents/x.md") == "\(folder.path)/Contents/x.md")
    #expect(folders.path(of: "Templates/site.css") == "\(folder.path)/Templates/site.css")
  }

  @Test("The output cannot be in the folder that Content is a link to")
  func outputBelowLink() async throws {
    let real = TemporaryFolder(smallSite)
    let folder = TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/Content", withDestinationPath: "\(real.path)/Content")
    let options = BuildOptions(siteDirectory: folder.path, outputDirectory: "\(real.path)/Content/out")
    let result = try await SiteBuild(options).build()
    #expect(result.report == nil && result.diagnostics.map(\.code) == [.outputInsideInput])
  }

  @Test("Content as a link that leads nowhere is an error that says so")
  func dangling() async throws {
    let folder = TemporaryFolder()
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/Content", withDestinationPath: "nowhere")
    #expect(
      try await build(folder).findings == """
        Content: error: 'Content' is a symbolic link that does not lead to a folder [file.no-content]
        hint: delete the link and put the folder itself there

        """)
  }

  @Test(
    "A file just over the limit is reported with its size, rounded up",
    arguments: [((16 << 20) + 1, "16.1"), (16_986_931, "16.2"), (17 << 20, "17")] as [(UInt64, String)])
  func size(bytes: UInt64, shown: String) throws {
    let folder = TemporaryFolder(["Content/a.csv": ""])
    let file = try #require(FileHandle(forWritingAtPath: "\(folder.path)/Content/a.csv"))
    try file.truncate(atOffset: bytes)
    try file.close()
    #expect(
      try SourceLoader(siteDirectory: folder.path).text(of: "Content/a.csv").diagnostics.map(\.message)
        == ["the file has \(shown) MB; the limit is 16 MB"])
  }
}
