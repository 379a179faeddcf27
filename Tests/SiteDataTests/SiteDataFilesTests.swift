import SiteModel
import SiteSources
import TestSupport
import Testing

@testable import SiteData

/// Makes data files of sites without a theme and without rendering.
struct SiteDataFilesTests {
  private func site(_ indicators: String) async throws -> ResolvedSite {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [en]\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\n",
      "Content/indicators.yaml": indicators,
    ])
    let tree = try #require(try await SiteReader(siteDirectory: folder.path, jobs: 1).sourceTree().value)
    var cache = SourceCache(isKept: false)
    let parsed = try #require(try await SiteParser(tree: tree, jobs: 1).parse(&cache).value)
    return try #require(try await SiteResolver(parsed, includesDrafts: false, jobs: 1).resolve().value)
  }

  private func paths(_ site: ResolvedSite) -> [String] {
    let files = SiteDataFiles(site)
    return site.routes.addresses.compactMap { address in
      if case .data(let data) = address { files.file(at: data).path } else { nil }
    }
  }

  @Test("All indicators share four files, and each with an id has three of its own")
  func files() async throws {
    let site = try await site("- {id: dust, name: Dust, target: 5}\n- {name: Nameless, target: 5}\n")
    #expect(
      paths(site).sorted() == [
        "data/datapackage.json", "data/indicators.csv", "data/indicators.csv-metadata.json", "data/indicators.json",
        "indicators/dust.csv", "indicators/dust.csv-metadata.json", "indicators/dust.json",
      ])
  }

  @Test("A site without indicators has no data files")
  func none() async throws {
    #expect(paths(try await site("[]\n")).isEmpty)
  }
}
