import TestSupport
import Testing

@testable import SiteSources

struct DatedNameTests {
  @Test("A date at the start of a name is the page's date, unless the page has another; it is not in the title")
  func dates() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [en]\n",
      "Content/index.md": "---\ntitle: Home\n---\n",
      "Content/2024-01-05-report.md": "Text.\n",
      "Content/2024-01-06-other.md": "---\ndate: 2023-12-31\n---\nText.\n",
      "Content/2024-02-07-visit/index.md": "Text.\n",
      "Content/2024-03-notes.md": "Text.\n",
    ])
    let tree = try #require(try await SiteReader(siteDirectory: folder.path, jobs: 1).sourceTree().value)
    var cache = SourceCache(isKept: false)
    let parsed = try #require(try await SiteParser(tree: tree, jobs: 1).parse(&cache).value)
    let pages = parsed.pages.map { "\($0.file.path): \($0.title), \($0.fields.date?.description ?? "no date")" }
    #expect(
      pages.sorted() == [
        "2024-01-05-report.md: report, 2024-01-05", "2024-01-06-other.md: other, 2023-12-31",
        "2024-02-07-visit/index.md: visit, 2024-02-07", "2024-03-notes.md: notes, no date", "index.md: Home, no date",
      ])
    #expect(parsed.headers.compactMap(\.slug) == ["2024-01-05-report", "2024-01-06-other", "2024-03-notes"])
  }
}
