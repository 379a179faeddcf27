import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Charts as files")
struct ChartFileTests {
  /// Each kind of drawing, with everything that drawings show.
  private static let indicators = """
    - {id: level, name: "A < B & C", unit: "%", baseline: 5, source: Yearbook,
       targets: [{year: 2023, value: 8}, {year: 2025, value: 10}],
       revisions: [{period: 2021, value: 4.5}], compare: [{name: Nation, values: {2021: 4, 2022: 5}}],
       values: {2021: 5, 2022: {value: 6, status: provisional, low: 4, high: 7}}}
    - {id: between, name: Between, unit: "%", target: {between: [3, 5]}, values: {2021: 2, 2023: 4}}
    - {id: floor, name: Floor, kind: floor, unit: ha, target: 10, values: {2021: 9, 2022: 11}}
    - {id: yearly, name: Yearly, kind: increase, measure: annual, unit: km, target: 100, values: {2021: 10, 2022: 20}}
    - {id: growth, name: Growth, kind: rate, unit: "%", target: 6, baseline: 5, values: {2021: -2, 2022: 6.4}}
    - {id: event, name: Event, kind: milestone, due: 2024, values: {2021: started, 2022: done}}
    - {id: empty, name: Empty, unit: km, target: 3}

    """

  private static func site(_ settings: String) -> TemporaryFolder {
    TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [en]\nsearch: false\n\(settings)",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\n::indicators{}\n",
      "Content/indicators.yaml": indicators,
    ])
  }

  @Test("A chart's file has the site's own accent colour")
  func accent() async throws {
    let folder = Self.site("downloads: {charts: true}\ntheme: {accent: \"#8a1538\"}\n")
    #expect(try await build(folder).built)
    let svg = try #require(folder.text("Output/indicators/level.svg"))
    #expect(svg.contains("#8a1538") && !svg.contains("#1d3f75"))
  }

  @Test("Each chart is an SVG file with presentation attributes alone, and its page shows the size")
  func files() async throws {
    let folder = Self.site("downloads: {charts: true}\n")
    let result = try await build(folder)
    #expect(result.built, "\(result.findings)")
    for id in ["level", "between", "floor", "yearly", "growth", "event"] {
      let svg = try #require(folder.text("Output/indicators/\(id).svg"), "\(id)")
      #expect(XMLParser(data: Data(svg.utf8)).parse(), "\(id)")
      #expect(!svg.contains("class=") && !svg.contains("style=") && !svg.contains("%\""), "\(id)")
      let page = try #require(folder.text("Output/indicators/\(id)/index.html"))
      let size = max(1, (svg.utf8.count + 512) / 1024)
      #expect(page.contains("href=\"../../indicators/\(id).svg\" download>Chart (SVG, \(size) KB)</a>"), "\(id)")
      #expect(page.contains("data-chart-png=\"\(id).png\"") && !page.contains("iframe"), "\(id)")
    }
    let level = try #require(folder.text("Output/indicators/level.svg"))
    #expect(level.contains("A &lt; B &amp; C") && level.contains("Source: Yearbook · Site"))
    #expect(folder.text("Output/indicators/empty.svg") == nil)
    #expect(folder.text("Output/indicators/empty/index.html")?.contains("chart-image") == false)
  }

  @Test("The page to embed has the chart and a link to the indicator, no script, and is in no list")
  func embedded() async throws {
    let folder = Self.site("base-url: https://example.org/a/\ndownloads: {charts: true}\n")
    #expect(try await build(folder).built)
    let page = try #require(folder.text("Output/indicators/floor/embed/index.html"))
    #expect(page.contains("<figure class=\"chart\">") && !page.contains("<script") && !page.contains("<nav"))
    #expect(page.contains("href=\"https://example.org/a/indicators/floor/\" target=\"_top\""))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(folder.text("Output/sitemap.xml")?.contains("embed") == false)
    let code =
      "&lt;iframe width=&quot;480&quot; height=&quot;400&quot; loading=&quot;lazy&quot; "
      + "src=&quot;https://example.org/a/indicators/floor/embed/&quot; title=&quot;Floor&quot;&gt;&lt;/iframe&gt;"
    #expect(folder.text("Output/indicators/floor/index.html")?.replacing("\"", with: "&quot;").contains(code) == true)
  }

  @Test("Without the setting there are no such files, and the page does not offer them")
  func withoutSetting() async throws {
    let folder = Self.site("")
    #expect(try await build(folder).built)
    #expect(folder.text("Output/indicators/level.svg") == nil)
    #expect(folder.text("Output/indicators/level/embed/index.html") == nil)
    #expect(folder.text("Output/indicators/level/index.html")?.contains("svg\" download") == false)
  }

  @Test("A definition with markup is plain text in descriptions")
  func description() async throws {
    let folder = Self.site("")
    folder.write(
      "- {id: level, name: Level, unit: km, target: 3, values: {2021: 1}, definition: 'Length of **new** [tracks](https://a.org/)'}\n",
      to: "Content/indicators.yaml")
    #expect(try await build(folder).built)
    let page = try #require(folder.text("Output/indicators/level/index.html"))
    #expect(page.contains("<meta name=\"description\" content=\"Length of new tracks\">"))
    #expect(page.contains("\"description\":\"Length of new tracks\""))
  }
}
