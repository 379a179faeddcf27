import Foundation
import SiteEngine
import TestSupport
import Testing

/// Pages of parts that an indicator's page has no room for.
struct PartsPageTests {
  private static let places = 4000

  /// An indicator with a light dimension, a heavy one, and many series, of which each has a heavy dimension.
  private static let files: [String: String] = {
    var rows = ["Year,Series,Place,Sex,Note,Value", "2021,A,,,,1", "2021,A,,F,,2"]
    rows += (1...places).flatMap { ["2021,A,P\($0),,,\($0)", "2022,A,P\($0),,late,\($0 + 1)"] }
    for series in 1...60 {
      rows += (1...15).map { "\(2005 + $0),S\(series),,,,\($0)" }
      rows += (1...20).map { "2021,S\(series),Place number \($0),,,\($0)" }
    }
    return [
      "Content/site.yaml": "title: Site\nlanguages: [en, fr]\nsearch: false\ndownloads: {excel: false}\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\n",
      "Content/indicators.yaml": "- {id: a, name: Heavy, headline: {Series: A}}\n",
      "Content/labels/en.yaml": "Place: District\n",
      "Content/indicators/a.csv": rows.joined(separator: "\n") + "\n",
    ]
  }()

  @Test(
    "Every part stands on one page, no page is heavier than 300 KB, a full one is heavy, and each is in the sitemap and in each language"
  )
  func pages() async throws {
    let folder = TemporaryFolder(PartsPageTests.files)
    let built = try await build(folder)
    #expect(built.built)
    let paths = folder.files(in: "Output").keys.filter { $0.hasPrefix("indicators/a/") && $0.hasSuffix(".html") }
    let places = paths.filter { $0.hasPrefix("indicators/a/by-place/") }
    #expect(places.count > 1 && places.contains("indicators/a/by-place/2/index.html"))
    var found: [Substring] = []
    for path in paths {
      let page = try #require(folder.text("Output/\(path)"))
      #expect(page.utf8.count < 300_000, "\(path)")
      // The estimate of its weight is not far too high: the next page was begun because this one is full.
      if path == "indicators/a/by-place/2/index.html" { #expect(page.utf8.count > 100_000, "\(page.utf8.count)") }
      found += page.matches(of: /<th scope="row">(P\d+)</).map(\.output.1)
      #expect(page.contains(".source.csv\" download>"))
    }
    #expect(found.count == PartsPageTests.places && Set(found).count == found.count)

    let page = try #require(folder.text("Output/indicators/a/index.html"))
    #expect(page.contains("<a href=\"../../indicators/a/by-place/index.html\">District</a> (4000)"))
    #expect(page.contains("<a href=\"#-parts-1\">Sex</a> (1)"))
    #expect(page.contains("<a href=\"#-facet-1\">S1</a>"))
    #expect(page.contains("<a href=\"../../indicators/a/s60/index.html\">S60</a>"))
    let series = try #require(folder.text("Output/indicators/a/s60/index.html"))
    #expect(series.contains("Place number 20</th>") && series.contains(">Heavy</a>: S60</h1>"))

    let second = try #require(folder.text("Output/indicators/a/by-place/2/index.html"))
    #expect(second.contains("<title>Heavy: District (2/"))
    #expect(second.contains("<a href=\"../../../../indicators/a/by-place/2/index.html\" aria-current=\"page\">2</a>"))
    #expect(second.contains("<th scope=\"col\">2021</th><th scope=\"col\">2022</th>"))
    let sitemap = try #require(folder.text("Output/sitemap.xml"))
    #expect(sitemap.contains("indicators/a/by-place/2/"))
    #expect(folder.text("Output/fr/indicators/a/by-place/2/index.html")?.contains("Place (2/") == true)
  }

  @Test("Figures that have no room beside their chart have pages of their own, and each is on one page")
  func manyFigures() async throws {
    var rows = ["Year,Series,Value"]
    for day in 0..<4000 {
      let date = String(format: "%04d-%02d-%02d", 2010 + day / 336, day % 336 / 28 + 1, day % 28 + 1)
      rows += ["\(date),A,\(10_000 + day)", "\(date),B,\(20_000 + day)"]
    }
    var files = PartsPageTests.files
    files["Content/site.yaml"] = "title: Site\nlanguages: [en]\nsearch: false\ndownloads: {excel: false}\n"
    files["Content/labels/en.yaml"] = nil
    files["Content/indicators.yaml"] = "- {id: a, name: Daily, unit: t, headline: {Series: A}}\n"
    files["Content/indicators/a.csv"] = rows.joined(separator: "\n") + "\n"
    let folder = TemporaryFolder(files)
    #expect(try await build(folder).built)
    var found: [Substring] = []
    for path in folder.files(in: "Output").keys where path.hasPrefix("indicators/a/") && path.hasSuffix(".html") {
      let page = try #require(folder.text("Output/\(path)"))
      #expect(page.utf8.count < 300_000, "\(path)")
      // The estimate of its weight is not far too high: the next page was begun because this one is full.
      if path == "indicators/a/by-place/2/index.html" { #expect(page.utf8.count > 100_000, "\(page.utf8.count)") }
      found += page.matches(of: /<td class="num">([12]\d,\d{3})</).map(\.output.1)
    }
    #expect(found.count == 8000 && Set(found).count == 8000)
    let page = try #require(folder.text("Output/indicators/a/index.html"))
    #expect(page.contains("<li><a href=\"../../indicators/a/figures/index.html\">1 January 2010 – "))
    #expect(page.contains("13,999</td>") && !page.contains("<td class=\"num\">10,000<"))
    let first = try #require(folder.text("Output/indicators/a/figures/index.html"))
    #expect(first.contains("<th scope=\"row\">1 January 2010</th><td class=\"num\">10,000</td>"))
    #expect(first.contains(">Daily</a>: 1 January 2010 – "))
    #expect(folder.text("Output/indicators/a/b/figures/index.html")?.contains(">20,000<") == true)
  }

  @Test("Dimensions of one address get numbers, and long names a short one")
  func addresses() async throws {
    let long = String(repeating: "Long name ", count: 20)
    let places = (1...3000).flatMap { ["2021,,p\($0),,,1", "2021,,,,p\($0),1", "2021,,,p\($0),,1"] }
    var files = PartsPageTests.files
    files["Content/site.yaml"] = "title: Site\nlanguages: [en]\n"
    files["Content/indicators.yaml"] = "- {id: a, name: Heavy}\n"
    files["Content/indicators/a.csv"] =
      "Year,Sex,Place A,Place-A,\(long),Value\n2021,,,,,1\n" + places.joined(separator: "\n")
    let folder = TemporaryFolder(files)
    #expect(try await build(folder).built)
    #expect(folder.text("Output/indicators/a/by-place-a/index.html") != nil)
    #expect(folder.text("Output/indicators/a/by-place-a-2/index.html") != nil)
    let names = folder.files(in: "Output").keys.filter { $0.hasPrefix("indicators/a/by-long-name-") }
    #expect(!names.isEmpty && names.allSatisfy { $0.utf8.count < 160 })
  }

  @Test("A long list of a site that is a plan itself is on the page of all indicators")
  func ownPlan() async throws {
    let rows = (1...160).map { "- {id: i\($0), name: Indicator \($0), target: 5}\n" }
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [en]\nsearch: false\ndownloads: {excel: false}\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\n",
      "Content/indicators.yaml": rows.joined(),
    ])
    #expect(try await build(folder).findings == "")
    let pages = ["", "2/"].map { folder.text("Output/indicators/\($0)index.html") ?? "" }
    #expect(pages.map { $0.matches(of: /<th scope="row"/).count } == [150, 10])
    #expect(pages[0].contains("<a href=\"../indicators/2/index.html\">2</a>"))
    #expect(pages[1].contains("<a href=\"../../indicators/index.html\">1</a>"))
  }
}
