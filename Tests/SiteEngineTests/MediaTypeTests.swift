import SiteModel
import SiteSources
import TestSupport
import Testing

@testable import SiteEngine

/// The types that the preview gives files by their names.
struct MediaTypeTests {
  @Test("Each file that planpress generates beside the pages has a media type")
  func routes() {
    let page = Route(page: "indicators/dust")
    let routes =
      SiteFile.allCases.map(\.route) + DataFile.allCases.map(\.route) + ActionFile.allCases.map(\.route)
      + IndicatorFile.allCases.map { $0.route(beside: page) }
    for route in routes {
      #expect(MediaType.of(route.outputPath) != MediaType.unknown, "\(route.outputPath)")
    }
    #expect(MediaType.of("data/actions.ics") == "text/calendar; charset=utf-8")
  }

  @Test("Each file of a site with Markdown copies, charts and actions has a media type")
  func files() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: County\nlanguages: [en]\nbase-url: https://county.example/\nmarkdown-copies: true\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\nText.\n",
      "Content/1-air.md": "---\ntitle: Air\n---\nText.\n",
      "Content/indicators.yaml": "- {id: dust, name: Dust, unit: µg, target: 5, values: [20, 18]}\n",
      "Content/actions.yaml": "- {id: tram, name: Tram, due: 2024}\n",
    ])
    var session = SiteSession(BuildOptions(siteDirectory: folder.path))
    let paths = try #require(try await session.refresh().site).paths
    #expect(paths.contains("air/index.md") && paths.contains("data/actions.ics"), "\(paths)")
    #expect(paths.filter { MediaType.of($0) == MediaType.unknown } == [])
  }

  @Test(
    "A name without an extension, and an extension in capitals",
    arguments: [
      ("a.b/readme", "application/octet-stream"), ("map.PDF", "application/pdf"),
      ("a.tar.xz", "application/octet-stream"),
    ])
  func names(_ path: String, _ type: String) {
    #expect(MediaType.of(path) == type)
  }
}
