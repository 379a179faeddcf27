import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteEngine

/// A small site with data as offices have it; all figures are invented.
struct DataRepositoryTests {
  private let files = [
    "Content/site.yaml": "title: Site\nlanguages: [en]\ncolumns: {attributes: Multiplier}\n",
    "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2019-2025\n---\n",
    "Content/labels/en.yaml": "KZAKM: Akmola region\nRegion: Where\n",
    "Content/indicators.yaml": """
    - id: 1-1
      name: Employment
      unit: "%"
      code: 1.1
      definition: "Share of people *with work*."
      purpose: |
        Work carries a city.

        # No heading
      sources: [{organisation: Office, title: Survey, url: "https://example.org/", date: "2024"}]
      more: {Data provider: Unit 5}
      parts: [{where: {Units: Persons}, precision: 0, target: 500}]
    - {id: 2-1, name: Shelter law, non-statistical: true}
    - {id: 3-1, name: Volcanoes, reporting: not-applicable, target: 5}

    """,
    "Content/indicators/1-1.csv": """
    Year,Units,Region,GeoCode,Multiplier,Note,Value
    2021/22,%,,,Units,,70.5
    2022/23 [1],%,,,Units,early,71.5
    2022/23,%,KZAKM,K1,Units,,60.5
    2022/23,Persons,,,Units,,400

    """,
  ]

  @Test("Every figure is on the page, in CSV and in JSON with its own unit, period and part")
  func figures() async throws {
    let folder = TemporaryFolder(files)
    let built = try await build(folder)
    #expect(built.findings == "" && built.built)
    let page = try #require(folder.text("Output/indicators/1-1/index.html"))
    #expect(page.contains("<th scope=\"row\">2022/23</th><td class=\"num\">71.5%</td>"))
    #expect(page.contains("<summary>Where (1)</summary>"))
    #expect(page.contains("<th scope=\"row\">Akmola region</th><td>60.5</td>"))
    #expect(page.contains("<h3 id=\"-facet-1\">Persons</h3>") && page.contains("400 Persons"))
    #expect(page.contains("early 1</td>"))
    let csv = try #require(folder.text("Output/indicators/1-1.csv"))
    #expect(csv.contains("1-1,2022/23,2022,2023,71.5,,,,%,,,,early 1,,,Units,\r\n"))
    #expect(csv.contains("1-1,2022/23,2022,2023,60.5,,,,%,,KZAKM,,,,,Units,K1\r\n"))
    #expect(csv.contains("1-1,2022/23,2022,2023,400,,,,Persons,,,,,,,Units,\r\n"))
    #expect(folder.text("Output/indicators/1-1.source.csv") == files["Content/indicators/1-1.csv"])
    let json = try #require(folder.text("Output/indicators/1-1.json"))
    #expect(json.contains("\"Units\": \"Persons\"") && json.contains("{\"period\":\"2022/23\",\"value\":400,"))
    // Attributes of all values of a part are listed once, beside its dimensions.
    #expect(
      json.contains(
        """
              "attributes": {
                "GeoCode": "K1",
                "Multiplier": "Units"
              },
              "values": [
                {"period":"2022/23","value":60.5}
              ]
        """))
  }

  @Test("An author's texts are on the page, and an indicator that is not reported has no status")
  func metadata() async throws {
    let folder = TemporaryFolder(files)
    #expect(try await build(folder).built)
    let page = try #require(folder.text("Output/indicators/1-1/index.html"))
    #expect(page.contains("<p>Share of people <em>with work</em>.</p>"))
    #expect(page.contains("<dt>Why it counts</dt><dd><p>Work carries a city.</p>\n<p><strong>No heading</strong></p>"))
    #expect(page.contains("<li>Office: <a href=\"https://example.org/\">Survey</a>, 2024</li>"))
    #expect(page.contains("<dt>Data provider</dt><dd><p>Unit 5</p>"))
    for (id, words) in [("2-1", "not a statistical indicator"), ("3-1", "not applicable")] {
      let page = try #require(folder.text("Output/indicators/\(id)/index.html"))
      #expect(page.contains("<span class=\"reason\">\(words)</span>"))
      #expect(!page.contains("class=\"badge"))
    }
    let list = try #require(folder.text("Output/indicators/index.html"))
    #expect(list.contains("not applicable") && list.contains("2 without a verdict"))
    let data = try #require(folder.text("Output/data/indicators.csv"))
    #expect(data.contains(",Data provider=Unit 5,"))
  }

  @Test("An address that no page may link to is an error")
  func addresses() async throws {
    var files = self.files
    files["Content/indicators.yaml"] = "- {id: a, name: A, links: [{title: B, url: \"javascript:x\"}]}\n"
    files["Content/indicators/1-1.csv"] = nil
    let built = try await build(TemporaryFolder(files))
    #expect(!built.built && built.findings.contains("'url' cannot be 'javascript:x'"))
  }
}
