import SiteModel
import SiteOutput
import SiteSources
import TestSupport
import Testing

@testable import SiteData

/// Makes data files of sites without a theme and without rendering.
struct SiteDataFilesTests {
  private func site(_ indicators: String, _ more: [String: String] = [:]) async throws -> ResolvedSite {
    let folder = TemporaryFolder(
      more.merging([

        "Content/site.yaml": "title: Site\nlanguages: [en]\n",
        "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\n",
        "Content/indicators.yaml": indicators,
      ]) { $1 })
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

  @Test("All indicators share seven files, and each with an id has three of its own")
  func files() async throws {
    let site = try await site("- {id: dust, name: Dust, target: 5}\n- {name: Nameless, target: 5}\n")
    #expect(
      paths(site).sorted() == [
        "data/datapackage.json", "data/indicators.csv", "data/indicators.csv-metadata.json", "data/indicators.json",
        "data/indicators.xlsx", "data/values.csv", "data/values.csv-metadata.json",
        "indicators/dust.csv", "indicators/dust.csv-metadata.json", "indicators/dust.json",
      ])
  }

  /// The text of one data file.
  private func text(_ path: String, _ indicators: String) async throws -> String {
    try text(path, try await site(indicators))
  }

  private func text(_ path: String, _ site: ResolvedSite) throws -> String {
    let files = SiteDataFiles(site)
    let found = site.routes.addresses.compactMap { address -> OutputFile? in
      switch address {
      case .data(.indicator(_, .source)): nil
      case .data(let data): files.file(at: data)
      default: nil
      }
    }
    let bytes = try #require(try found.first { $0.path == path }?.bytes())
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("A number that is longer than a double is written as its author wrote it")
  func longNumbers() async throws {
    let register =
      "- {id: a, name: A, baseline: 0.12345678901234567, target: -1.5e308, values: {2021: 9007199254740993, 2022: 1E+300}}\n"
    let csv = try await text("data/indicators.csv", register) + text("data/values.csv", register)
    for number in ["0.12345678901234567", "-1.5e308", "9007199254740993", "1e300"] {
      #expect(csv.contains(",\(number),"), "\(number): \(csv)")
    }
    let json = try await text("indicators/a.json", register)
    for number in ["0.12345678901234567", "-1.5e308", "9007199254740993", "1e300"] {
      #expect(json.contains("\"value\": \(number)") || json.contains("\"value\":\(number)"), "\(number): \(json)")
    }
    #expect(json.contains("\"reason\": \"out-of-range\""))
    #expect(!json.contains("projection") && !json.contains("\"progress\""))
  }

  @Test("A text that a spreadsheet would run is text in CSV and unchanged in JSON; numbers are numbers")
  func formulas() async throws {
    let register =
      "- {id: a, name: '=1+1', unit: '@x', target: -5, baseline: 1, values: {2021: {value: -3, note: '-2+3', source: '+x'}}}\n"
    let csv = try await text("data/indicators.csv", register)
    #expect(csv.contains(",'=1+1,,'@x,"))
    #expect(csv.contains(",-5,"))
    let values = try await text("indicators/a.csv", register)
    #expect(values.contains("\r\na,2021,2021-01-01,2021-12-31,-3,,,,'@x,,'+x,'-2+3,,\r\n"))
    #expect(try await text("indicators/a.json", register).contains("\"name\": \"=1+1\""))
  }

  @Test("A row of values has its own period, unit, series and parts, and the author's file is published unchanged")
  func values() async throws {
    let data =
      "Year,Units,Series,Sex,Note,Value\n2021/22,%,A,,,1\n2021,%,A,F,late,2\n2021 Q3,Persons,A,,,30\n2020-2022,%,B,,,4\n"
    let site = try await site(
      "- {id: a, name: A, unit: '%', fiscal-year: {starts: 7}, headline: {Series: A}}\n- {name: B, values: {2021: 5}}\n",
      ["Content/indicators/a.csv": data])
    #expect(
      try self.text("data/values.csv", site) == """
        \u{FEFF}id,period,start,end,value,status,low,high,unit,series,Sex,source,note,state,revised_from\r
        a,2021/22,2021-07-01,2022-06-30,1,,,,%,A,,,,,\r
        a,2021,2021-01-01,2021-12-31,2,,,,%,A,F,,late,,\r
        a,2021 Q3,2021-07-01,2021-09-30,30,,,,Persons,A,,,,,\r
        a,2020-2022,2020-01-01,2022-12-31,4,,,,%,B,,,,,\r
        #2,2021,2021-01-01,2021-12-31,5,,,,,,,,,,\r

        """)
    // The name of the series and the list of parts have different keys.
    let json = try self.text("indicators/a.json", site)
    #expect(json.contains("\"seriesName\": \"A\"") && json.split(separator: "\"series\": [").count == 2)
    #expect(!json.contains("\"series\": \""))
    #expect(site.routes.addresses.contains { if case .data(.indicator(_, .source)) = $0 { true } else { false } })
  }

  @Test("A column that describes values has a column of its own, under another name if that is taken")
  func describedValues() async throws {
    let site = try await site(
      "- {id: a, name: A, columns: {attributes: [State, Basis], dimensions: [note_]}}\n",
      ["Content/indicators/a.csv": "Year,State,Basis,note_,Value\n2021,x,B,,1\n2022,,,,2\n"])
    #expect(
      try text("indicators/a.csv", site) == """
        \u{FEFF}id,period,start,end,value,status,low,high,unit,series,source,note,state,revised_from,attribute_State,Basis\r
        a,2021,2021-01-01,2021-12-31,1,,,,,,,,,,x,B\r
        a,2022,2022-01-01,2022-12-31,2,,,,,,,,,,,\r

        """)
  }

  @Test("A site without indicators has no data files")
  func none() async throws {
    #expect(paths(try await site("[]\n")).isEmpty)
  }
}
