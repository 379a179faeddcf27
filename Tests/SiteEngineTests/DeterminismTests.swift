import TestSupport
import Testing

@testable import SiteEngine

struct DeterminismTests {
  @Test("Another folder and another number of threads give the same bytes", arguments: [1, 2, 7])
  func sameBytes(jobs: Int) async throws {
    let site = "\(packageRoot)/Tests/GoldenSites/digital-decade"
    let reference = TemporaryFolder()
    let other = TemporaryFolder(filesBelow(site).mapValues { String(decoding: $0, as: UTF8.self) })
    _ = try await SiteBuild(BuildOptions(siteDirectory: site, outputDirectory: "\(reference.path)/a", jobs: 1)).build()
    _ = try await SiteBuild(
      BuildOptions(siteDirectory: other.path, outputDirectory: "\(reference.path)/b", jobs: jobs)
    ).build()
    #expect(reference.files(in: "a").count > 20)
    #expect(reference.files(in: "a") == reference.files(in: "b"))
  }

  @Test("Files come in the order of the bytes of their paths, whatever folder they stand in", arguments: [1, 3])
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

  @Test("A file is read whole, whatever it was listed with", arguments: [0, 1, 4, 5, 6, 100])
  func listed(size: Int) throws {
    let folder = TemporaryFolder(["a": "hello", "empty": ""])
    #expect(try FileSystem.contents(of: "\(folder.path)/a", listedWith: size) == Array("hello".utf8))
    #expect(try FileSystem.contents(of: "\(folder.path)/empty", listedWith: size) == [])
    #expect(try FileSystem.contents(of: "\(folder.path)/none", listedWith: size) == nil)
  }
}
