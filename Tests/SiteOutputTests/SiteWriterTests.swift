import Foundation
import TestSupport
import Testing

@testable import SiteOutput

/// Writes files made by the tests, without a site.
struct SiteWriterTests {
  private let folder = TemporaryFolder()

  private func write(_ texts: [String: String]) async throws -> FileChanges {
    let files = texts.sorted { $0.key < $1.key }.map { path, text in
      OutputFile(path: path, content: .rendered { $0.append(text: text) })
    }
    return try await SiteWriter(directory: "\(folder.path)/out", shownAs: "out", jobs: 2).write(files).changes
  }

  @Test("A second write creates, replaces and deletes only files that differ")
  func changes() async throws {
    #expect(try await write(["a/index.html": "a", "b.css": "b", "c.css": "c"]).created.count == 3)
    let changes = try await write(["a/index.html": "A", "b.css": "b", "d.css": "d"])
    #expect(changes.created == ["d.css"])
    #expect(changes.changed == ["a/index.html"])
    #expect(changes.deleted == ["c.css"])
    #expect(changes.unchanged == 1)
    #expect(folder.text("out/a/index.html") == "A")
    #expect(!folder.exists("out/c.css"))
  }

  @Test("A manifest reads back as written, without paths that lead out of the folder")
  func manifest() throws {
    let manifest = Manifest(paths: ["b", "a/index.html"], isUnfinished: true)
    let text = String(decoding: manifest.bytes, as: UTF8.self)
    #expect(Manifest(text: text) == manifest)
    #expect(Manifest(text: text + "../c\n/d\n")?.paths == ["a/index.html", "b"])
    #expect(Manifest(text: "a/index.html\n") == nil)
  }

  /// Writes files, the last of which cannot be copied.
  private func writeInVain(_ texts: [String: String]) async throws {
    let files =
      texts.sorted { $0.key < $1.key }.map { path, text in
        OutputFile(path: path, content: .rendered { $0.append(text: text) })
      } + [OutputFile(path: "zzz", content: .copied(from: "\(folder.path)/nowhere"))]
    await #expect(throws: (any Error).self) {
      try await SiteWriter(directory: "\(folder.path)/out", shownAs: "out", jobs: 1).write(files)
    }
  }

  @Test(
    "A page's folder becomes a file, and a file a folder; if the build fails, each is as it was",
    arguments: [
      (["plan/t/index.html": "page", "a": "1"], ["plan/t": "file", "a": "1"]),
      (["plan/t": "file", "a": "1"], ["plan/t/index.html": "page", "plan/t/u/v.html": "more", "a": "2"]),
      (["t/u/index.html": "page", "t/v": "file"], ["t": "file"]),
      (["t/u": "file", "u/v": "file"], ["t/u/index.html": "page", "u": "file"]),
    ])
  func turned(_ first: [String: String], _ second: [String: String]) async throws {
    _ = try await write(first)
    let before = folder.files(in: "out")
    try await writeInVain(second)
    #expect(folder.files(in: "out") == before)
    let changes = try await write(second)
    #expect(changes.created == second.keys.filter { first[$0] == nil }.sorted())
    #expect(changes.deleted == first.keys.filter { second[$0] == nil }.sorted())
    let texts = folder.files(in: "out").filter { $0.key != ".planpress-manifest" }
    #expect(texts == second.mapValues { Data($0.utf8) })
    _ = try await write(first)
    #expect(folder.files(in: "out") == before)
  }

  @Test("A path of the manifest that leads through a link, or to a folder, is not deleted")
  func foreign() async throws {
    let outside = TemporaryFolder(["file.txt": "theirs"])
    _ = try await write(["a": "a"])
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/out/ext", withDestinationPath: outside.path)
    folder.write("mine", to: "out/mine/file.txt")
    folder.write(
      (folder.text("out/.planpress-manifest") ?? "") + "ext/file.txt\nmine\n./mine/file.txt\nmine//file.txt\n",
      to: "out/.planpress-manifest")
    _ = try await write(["a": "a"])
    #expect(outside.text("file.txt") == "theirs" && folder.text("out/mine/file.txt") == "mine")
    let writer = SiteWriter(directory: "\(folder.path)/out", shownAs: "out", jobs: 1)
    let found = try writer.check([OutputFile(path: "ext/b", content: .rendered { _ in })])
    #expect(
      found.map(\.message) == ["'ext' is a symbolic link where a folder must be; planpress replaces only its own files"]
    )
  }

  @Test("A failed write gives the manifest back as it was, with its time")
  func manifestStays() async throws {
    _ = try await write(["a": "a"])
    let before = folder.times(in: "out")
    try await writeInVain(["a": "b", "c/d": "d"])
    #expect(folder.times(in: "out") == before)
  }
}
