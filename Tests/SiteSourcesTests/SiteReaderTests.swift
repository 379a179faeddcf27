import TestSupport
import Testing

@testable import SiteSources

struct SiteReaderTests {
  @Test("Files are sorted by the bytes of their paths, across folders", arguments: [1, 3])
  func order(jobs: Int) async throws {
    let paths = [
      "a-b.md", "a.md", "a/b.md", "a/b/c.md", "a/b-c.md", "a0.md", "a/b/c/d.md", "b/x.md", "index.md", "site.yaml",
      "人/a.md", "人-a.md",
    ]
    let folder = TemporaryFolder(
      Dictionary(uniqueKeysWithValues: paths.map { ("Content/\($0)", "---\ntitle: \($0)\n---\n") }))
    let tree = try #require(try await SiteReader(siteDirectory: folder.path, jobs: jobs).sourceTree().value)
    #expect(tree.files.map(\.path) == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for (file, stamp) in zip(tree.files, tree.stamps) {
      #expect(file.size == stamp.size && stamp.size == "---\ntitle: \(file.path)\n---\n".utf8.count)
    }
  }
}
