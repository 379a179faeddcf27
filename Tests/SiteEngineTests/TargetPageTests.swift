import SiteEngine
import TestSupport
import Testing

/// Pages, CSV and JSON of targets that are not one number for one time, and of changed ones.
@Suite("Pages of targets")
struct TargetPageTests {
  private func site() async throws -> TemporaryFolder {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: Targets\nlanguages: [en]\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: {start: 2021, end: 2030}\n---\nText.\n",
      "Content/indicators.yaml": """
      - id: co2
        name: Emissions
        unit: kt
        baseline: {year: 2020, value: 1200}
        target: {change: "-50%"}
        values: {2025: 950}
      - id: water
        name: Water
        baseline: {year: 2020, value: 40}
        target: {between: [25, 30]}
        values: {2021: 38, 2025: 33}
      - id: trees
        name: Trees
        kind: increase
        measure: annual
        target: {every: 50}
        values: {2021: 60, 2022: 40, 2023: 55}
      - id: jobs
        name: Jobs
        baseline: {year: 2020, value: 100}
        target: {value: 150, earlier: [{value: 200, until: 2023-05, by: the council, why: the survey changed}]}
        values: {2021: 105, 2025: 125}

      """,
    ])
    #expect(try await build(folder).findings == "")
    return folder
  }

  private func page(_ id: String, in folder: TemporaryFolder) throws -> String {
    try #require(folder.text("Output/indicators/\(id)/index.html"))
  }

  @Test("The indicator's page has the target in words, the band of a range, and marks the periods that were not kept")
  func forms() async throws {
    let folder = try await site()
    #expect(try page("co2", in: folder).contains("<dd>−50% against 2020, to 600 kt (2030)</dd>"))
    let water = try page("water", in: folder)
    #expect(water.contains("<dd>25 to 30 (2030)</dd>") && water.contains("class=\"band\""))
    let trees = try page("trees", in: folder)
    #expect(trees.contains("<dt>Not kept in</dt><dd>2022</dd>") && trees.contains("<td>Not kept.</td>"))
    #expect(trees.contains("class=\"point broken\"") && trees.contains("Breached"))
    #expect(trees.contains("met in 2 of 3 years"))
  }

  @Test("A changed target is on the indicator's page, in its chart, in tables, on the plan's page and in the data")
  func changed() async throws {
    let folder = try await site()
    let sentence = "200 → 150, changed in May 2023 by the council, because the survey changed"
    let jobs = try page("jobs", in: folder)
    #expect(jobs.contains("<li>\(sentence)</li>") && jobs.contains("class=\"original\""))
    #expect(jobs.contains("By the target as first set: </span>200 (2030)"))
    let plan = try #require(folder.text("Output/index.html"))
    #expect(plan.contains("<li>\(sentence)</li>") && plan.contains("first set: 200 (2030)"))
    let json = try #require(folder.text("Output/indicators/jobs.json"))
    #expect(json.contains("\"originalStatus\": \"behind\"") && json.contains("\"until\": \"2023-05\""))
    let csv = try #require(folder.text("Output/data/indicators.csv"))
    #expect(csv.contains("200 (2030) until 2023-05") && csv.contains(",behind,"))
    let water = try #require(folder.text("Output/indicators/water.json"))
    #expect(water.contains("\"between\"") && !water.contains("comparator") && !water.contains("earlierTargets"))
    #expect(try !page("water", in: folder).contains("target-changes"))
  }
}
