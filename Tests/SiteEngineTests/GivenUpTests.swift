import SiteEngine
import TestSupport
import Testing

/// A retired target is no longer a promise: neither its status nor its projection is shown.
@Suite("Targets that were given up")
struct GivenUpTests {
  private func site(_ retired: String) -> TemporaryFolder {
    TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [en]\nas-of: 2024-06\ndownloads: {charts: true}\n",
      "Content/index.md":
        "---\ntype: plan\ntitle: Plan\nperiod: 2021-2030\n---\n::indicators{}\n\nIt is :status[letters] at :value[letters].\n",
      "Content/indicators.yaml": """
      - id: letters
        name: Letters
        category: Post
        baseline: {year: 2020, value: 10}
        target: {year: 2030, value: 20, earlier: [{value: 30, until: 2022-03, why: costs}]}
        values: {2021: 12, 2022: 17}\(retired)
      - {id: parcels, name: Parcels, category: Post, baseline: 0, target: 100, values: {2021: 20, 2022: 21}}

      """,
    ])
  }

  @Test("It has a last value, a day and a reason, and neither a status nor a projection, on any page and in any file")
  func givenUp() async throws {
    let folder = site("\n  retired: {on: 2023-03, why: nobody writes any more}")
    _ = try await build(folder)
    let page = try #require(folder.text("Output/indicators/letters/index.html"))
    #expect(page.contains("given up in March 2023: nobody writes any more"))
    #expect(page.contains("<h2 id=\"-chart\">17 in 2022, given up in March 2023</h2>"))
    #expect(
      page.contains("content=\"given up in March 2023: nobody writes any more; Latest: 17 (2022); Target: 20 (2030)\""))
    for text in [
      "Ahead", "expected", "Projected", "Change needed", "class=\"projection", "Time elapsed", "How the status", "20%",
    ] {
      #expect(!page.contains(text), "\(text)")
    }
    // By its former target it was ahead, and no text says so.
    let files = [
      "index.html", "plan/index.html", "indicators/index.html", "feed.xml", "feed/index.html",
      "indicators/letters.json", "indicators/letters/embed/index.html", "data/indicators.csv",
      "indicators/parcels/index.html",
      "assets/search/en/r0.js",
    ]
    for file in files {
      guard let text = folder.text("Output/\(file)") else { continue }
      #expect(!text.contains(">Ahead<") && !text.contains("\"ahead\"") && !text.contains(",ahead,"), "\(file)")
    }
    let frame = try #require(folder.text("Output/indicators/letters/embed/index.html"))
    #expect(frame.contains("<p class=\"chart-message\">17 in 2022, given up in March 2023</p>"))
    #expect(!frame.contains("class=\"status "))
    let json = try #require(folder.text("Output/indicators/letters.json"))
    #expect(json.contains("\"reason\": \"given-up\"") && json.contains("\"retired\": \"2023-03\""))
    for key in ["projection", "progress", "originalStatus", "requiredChangePerYear"] {
      #expect(!json.contains("\"\(key)\""), "\(key)")
    }
    // The list of changes has how it stood a year before its newest figure.
    let changes = try #require(folder.text("Output/progress-summary/index.html"))
    #expect(changes.contains("<p class=\"late-update\">Given up in March 2023: nobody writes any more</p>"))
    #expect(changes.matches(of: />Ahead</).count == 1)
    let plan = try #require(folder.text("Output/index.html"))
    #expect(plan.contains("<td role=\"cell\" class=\"col-status\">given up in March 2023: nobody writes any more</td>"))
    #expect(plan.contains("It is <a") && plan.contains("given up</span>"))
    #expect(try #require(folder.text("Output/indicators/parcels/index.html")).contains("Given up</span>"))
  }

  @Test("Its parts have no status either")
  func parts() async throws {
    let folder = site(
      "\n  retired: {on: 2023-03}\n  parts: [{where: {Sex: female}, name: Of women, baseline: 0, target: 9}]")
    folder.write("Year,Sex,Value\n2022,,17\n2022,female,8\n", to: "Content/indicators/letters.csv")
    let text = try #require(folder.text("Content/indicators.yaml"))
    folder.write(text.replacing("  values: {2021: 12, 2022: 17}\n", with: ""), to: "Content/indicators.yaml")
    _ = try await build(folder)
    let page = try #require(folder.text("Output/indicators/letters/index.html"))
    #expect(page.contains("Of women") && page.contains("Given up</span>") && !page.contains("class=\"projection"))
  }

  @Test("A target that is followed has all of it")
  func followed() async throws {
    let folder = site("")
    _ = try await build(folder)
    let page = try #require(folder.text("Output/indicators/letters/index.html"))
    for text in ["Ahead", "Projected", "How the status", "By the target as first set"] {
      #expect(page.contains(text), "\(text)")
    }
  }
}
