import SiteEngine
import TestSupport
import Testing

/// The indicators that totals count, cannot judge, and leave out.
struct TotalsTests {
  private func site(_ language: String) -> [String: String] {
    [
      "Content/site.yaml": "title: Site\nlanguages: [\(language)]\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\n",
      "Content/indicators.yaml": """
      - {id: a, name: Met, category: One, target: 5, values: {2022: 5}}
      - {id: b, name: Ahead, category: One, baseline: 0, target: 10, values: {2022: 8}}
      - {id: c, name: Behind, category: Two, baseline: 0, target: 10, values: {2022: 3}}
      - {id: d, name: Unknown, baseline: 0, target: 10}
      - {id: e, name: Trend, category: Two, direction: up, values: {2021: 5, 2022: 6}}
      - {id: f, name: Gone, category: Two, target: 5, values: {2022: 1}, retired: {on: 2023, why: merged}}

      """,
    ]
  }

  private func text(_ page: String) -> String {
    page.replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ")
  }

  @Test("The matrix, like the totals, names uncounted indicators and those that cannot be judged")
  func notes() async throws {
    let folder = TemporaryFolder(site("en"))
    #expect(try await build(folder).findings == "")
    let progress = text(try #require(folder.text("Output/progress-summary/index.html")))
    // Two has three indicators, one of them counted.
    #expect(progress.contains("One 1 1 – – 2 Two – – 1 – 1 Other – – – 1 1"))
    let notes = [
      "1 of 4 cannot be judged: no figures yet, no number to reach, or nothing to compare.",
      "Not counted: 1 no longer followed, 1 with a direction and no target.",
    ]
    for page in ["progress-summary/index", "index", "indicators/index"] {
      let page = text(try #require(folder.text("Output/\(page).html")))
      for note in notes { #expect(page.contains(note), "\(page)") }
    }
    #expect(progress.contains("4 targets: 1 met or held , 1 on course , 1 at risk , 1 cannot be judged ."))
    // The trend is listed with its status.
    let list = try #require(folder.text("Output/indicators/index.html"))
    #expect(list.contains("data-status=\"improving\""))
  }

  @Test("In Chinese")
  func chinese() async throws {
    let folder = TemporaryFolder(site("zh-CN"))
    #expect(try await build(folder).findings == "")
    let progress = text(try #require(folder.text("Output/progress-summary/index.html")))
    #expect(progress.contains("4项中有1项暂难判断：尚无数据、未定量或无法计算。 未计入：1项已不再跟踪，1项只有方向、未设目标。"))
  }

  @Test("A second opinion is in the data beside the status, with its inputs")
  func assessments() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [en]\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\n",
      // (121 ÷ 100)^(1/2) − 1 = 10 %; (161.051 ÷ 100)^(1/5) − 1 = 10 %; 21 ÷ 61.051 = 34 % at 40 % of the time: behind.
      "Content/indicators.yaml": """
      - {id: a, name: A, baseline: 100, target: 161.051, values: {2022: 121}, assess-by: [time, growth]}
      - {id: b, name: B, target: 10, values: {2022: 5}, assess-by: [time, growth]}

      """,
    ])
    #expect(try await build(folder).findings == "")
    let a = try #require(folder.text("Output/indicators/a.json")).replacing(/\s+/, with: "")
    #expect(a.contains(#""assessments":{"time":{"status":"behind"},"growth":{"status":"substantial","growth":0.1"#))
    #expect(a.contains(/"neededGrowth":0\.(1|0999999)\d*,"value":(1|0\.99999999)\d*\.?\d*,"score":2\.857/))
    let b = try #require(folder.text("Output/indicators/b.json")).replacing(/\s+/, with: "")
    #expect(
      b.contains(
        #""assessments":{"time":{"status":"not-assessable","reason":"no-baseline"},"growth":{"status":"not-available","reason":"no-baseline"}}"#
      ))
  }

  @Test("Interim targets are on the page, in CSV and in JSON")
  func interimTargets() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [en]\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\n",
      "Content/indicators.yaml":
        "- {id: a, name: A, unit: km, baseline: 0, targets: [{year: 2022, value: 10}, {year: 2023, value: 30}], target: 100, values: {2022: 8}}\n",
    ])
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/indicators/a/index.html"))
    #expect(page.contains("<dt>Interim targets</dt><dd>10 km (2022), 30 km (2023)</dd>"))
    #expect(try #require(folder.text("Output/data/indicators.csv")).contains(",10 (2022); 30 (2023),"))
    let json = try #require(folder.text("Output/data/indicators.json"))
    #expect(json.contains("\"interimTargets\":[{\"year\":2022,\"value\":10"))
  }
}
