import SiteSources
import TestSupport
import Testing

@testable import SiteModel

/// Resolves sites without a theme and without rendering.
struct SiteResolverTests {
  private func resolved(_ files: [String: String]) async throws -> ResolvedSite? {
    let folder = TemporaryFolder(files)
    let tree = try #require(try await SiteReader(siteDirectory: folder.path, jobs: 2).sourceTree().value)
    var cache = SourceCache(isKept: false)
    let parsed = try #require(try await SiteParser(tree: tree, jobs: 2).parse(&cache).value)
    return try await SiteResolver(parsed, includesDrafts: false, jobs: 2).resolve().value
  }

  @Test("A plan has numbered sections in reading order, each with its neighbours")
  func plan() async throws {
    let site = try #require(
      try await resolved([
        "Content/site.yaml": "title: Site\nlanguages: [en]\n",
        "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\nnumbering: decimal\n---\n",
        "Content/1-air/index.md": "---\ntitle: Air\n---\n",
        "Content/1-air/1-dust.md": "---\ntitle: Dust\n---\n",
        "Content/2-water.md": "---\ntitle: Water\n---\n[Dust](1-air/1-dust.md)\n",
      ]))
    let order = try #require(site.plans.first).readingOrder
    #expect(order.map { site.pages[$0].route.path } == ["/", "/air/", "/air/dust/", "/water/"])
    #expect(order.map { site.pages[$0].number } == [nil, "1", "1.1", "2"])
    #expect(site.pages[order[2]].previous == order[1])
    #expect(site.pages[order[2]].next == order[3])
    guard case .page(let target, _)? = site.pages[order[3]].links.first else {
      Issue.record("the link leads to no page")
      return
    }
    #expect(target == order[2])
  }

  @Test("An indicator is judged and belongs to the section that declares it")
  func indicator() async throws {
    let site = try #require(
      try await resolved([
        "Content/site.yaml": "title: Site\nlanguages: [en]\n",
        "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\n",
        "Content/1-air.md": """
        ---
        title: Air
        indicators:
          - {id: dust, name: Dust, unit: μg, baseline: 40, target: 30, values: {2021: 38, 2025: 29}}
        ---

        """,
      ]))
    let indicator = try #require(site.indicators.first)
    #expect(indicator.section.map { site.pages[$0].title } == "Air")
    #expect(indicator.route == Route(page: "indicators/dust"))
    #expect(indicator.assessment.status == .achieved)
    #expect(Array(site.statuses) == [.achieved])
  }
}
