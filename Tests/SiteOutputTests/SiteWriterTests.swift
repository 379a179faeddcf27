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

  @Test("A second write creates, replaces and deletes only what differs")
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
}
