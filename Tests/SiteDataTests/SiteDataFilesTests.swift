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

  @Test("All indicators share five files, and each with an id has three of its own")
  func files() async throws {
    let site = try await site("- {id: dust, name: Dust, target: 5}\n- {name: Nameless, target: 5}\n")
    #expect(
      paths(site).sorted() == [
        "data/datapackage.json", "data/indicators.csv", "data/indicators.csv-metadata.json", "data/indicators.json",
        "data/indicators.xlsx",
        "indicators/dust.csv", "indicators/dust.csv-metadata.json", "indicators/dust.json",
      ])
  }

  /// The text of one data file.
  private func text(_ path: String, _ indicators: String) async throws -> String {
    let site = try await site(indicators)
    let files = SiteDataFiles(site)
    let found = site.routes.addresses.compactMap { address in
      if case .data(let data) = address { files.file(at: data) } else { nil }
    }
    let bytes = try #require(try found.first { $0.path == path }?.bytes())
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("A number that is longer than a double is written as its author wrote it")
  func longNumbers() async throws {
    let register =
      "- {id: a, name: A, baseline: 0.12345678901234567, target: -1.5e308, values: {2021: 9007199254740993, 2022: 1E+300}}\n"
    let csv = try await text("indicators/a.csv", register)
    for number in ["0.12345678901234567", "-1.5e308", "9007199254740993", "1e300"] {
      #expect(csv.contains(",\(number),"), "\(number): \(csv)")
    }
    let json = try await text("indicators/a.json", register)
    for number in ["0.12345678901234567", "-1.5e308", "9007199254740993", "1e300"] {
      #expect(json.contains("\"value\": \(number)"), "\(number): \(json)")
    }
    #expect(json.contains("\"reason\": \"out-of-range\""))
    #expect(!json.contains("projection") && !json.contains("\"progress\""))
  }

  @Test("A text that a spreadsheet would run is text in CSV and unchanged in JSON; numbers are numbers")
  func formulas() async throws {
    let register =
      "- {id: a, name: '=1+1', unit: '@x', target: -5, baseline: 1, values: {2021: {value: -3, note: '-2+3', source: '+x'}}}\n"
    let csv = try await text("indicators/a.csv", register)
    #expect(csv.contains(",'=1+1,'@x,"))
    #expect(csv.contains(",-3,,,,,,'+x,'-2+3,"))
    #expect(csv.contains(",-5,"))
    #expect(try await text("indicators/a.json", register).contains("\"name\": \"=1+1\""))
  }

  @Test("A site without indicators has no data files")
  func none() async throws {
    #expect(paths(try await site("[]\n")).isEmpty)
  }
}
