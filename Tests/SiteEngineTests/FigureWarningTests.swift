import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// Warnings of figures that were probably typed wrong or put in the wrong place.
struct FigureWarningTests {
  @Test("A milestone is out of date only if it has no newer update [audit.stale]")
  func milestone() async throws {
    func found(_ more: String) async throws -> String {
      try await SiteEngineTests.findings(changing: [
        "Content/indicators.yaml":
          "- {id: a, name: A, from: first, baseline: 1, target: 9, values: {2024: 5, 2025: 6}}\n- {id: m, name: M, from: first, kind: milestone, due: 2026, started: 2021-02\(more)}\n"
      ])
    }
    let without = try await found("")
    #expect(without.contains("nothing newer than 2021-02 is reported of 'M' [audit.stale]"), "\(without)")
    #expect(without.contains("hint: report its progress: 'updates: [{date: 2026-03-01, text: …}]'"))
    let with = try await found(", updates: [{date: 2025-02-10, text: Half of it stands.}]")
    #expect(!with.contains("[audit.stale]"), "\(with)")
  }

  @Test("Each warning names the figure and its period, and what to type")
  func findings() async throws {
    let found = try await SiteEngineTests.findings(changing: [
      "Content/indicators.yaml": """
      - {id: a, name: A, unit: 天, from: first,
         baseline: 270, target: 320, values: {2021: 281, 2022: 2900, 2023: 295}}
      - {id: b, name: B, unit: '%', from: first,
         baseline: 31, target: 40, values: {2021: 0.31, 2022: 32}}
      - {id: c, name: C, from: first, target: 5, values: {2020: 3}, frequency: every 2 years}
      - {id: d, name: D, from: first, baseline: 1, target: 5,
         values: {2022: 3}, revisions: [{period: 2021, value: 2}]}
      - {id: e, name: E, from: first, target: 5, values: {2021: 9, 2022: 8}}
      - {id: f, name: F, from: first, kind: increase, measure: annual, target: 500, values: {2021: 9, 2021 Q4: 3, 2022: 8}}

      """
    ])
    #expect(
      found == """
        Content/indicators.yaml:1:8: warning: 'A' is 2900 in 2022, about 10 times the figures beside it [audit.outlier]
            1 | - {id: a, name: A, unit: 天, from: first,
              |        ^
        hint: check the digits and the decimal point; if the series was redefined, add 'breaks: [2022]'
        Content/indicators.yaml:3:8: warning: 'B' is 0.31 in 2021, a fraction beside figures in per cent [audit.outlier]
            3 | - {id: b, name: B, unit: '%', from: first,
              |        ^
        hint: write the share in per cent, as 31
        Content/indicators.yaml:5:8: warning: 'C' has no baseline, but one value before the plan, for 2020 [audit.lone-value]
            5 | - {id: c, name: C, from: first, target: 5, values: {2020: 3}, frequency: every 2 years}
              |        ^
        hint: if it is the baseline, write 'baseline: {year: 2020, value: 3}'
        Content/indicators.yaml:6:8: warning: 'D' has a revision for 2021, but no figure that replaced it [audit.revision]
            6 | - {id: d, name: D, from: first, baseline: 1, target: 5,
              |        ^
        hint: add the figure for 2021, or remove the revision
        Content/indicators.yaml:8:8: warning: 'E' is above its target of 5 from the first value on, and nothing says which side is better, so it is not assessed [audit.unclear-side]
            8 | - {id: e, name: E, from: first, target: 5, values: {2021: 9, 2022: 8}}
              |        ^
        hint: add 'direction: up' or 'direction: down', or a baseline
        Content/indicators.yaml:9:8: warning: 'F' has amounts for 2021 Q4 and for 2021, which share some time [audit.overlap]
            9 | - {id: f, name: F, from: first, kind: increase, measure: annual, target: 500, values: {2021: 9, …
              |        ^
        hint: keep one of them: amounts are added up, and what is in both would count twice

        """)
  }

  @Test("Figures that cannot be compared with what the target counts from are named")
  func comparisons() async throws {
    let found = try await SiteEngineTests.findings(changing: [
      "Content/indicators.yaml": """
      - {id: a, name: A, from: first, baseline: {year: 2020, value: 10}, target: 20, values: {2020: 14, 2021: 15}}
      - {id: b, name: B, from: first, baseline: {year: 2020, value: -10}, target: {change: "-50%"}, values: {2021: -11}}
      - {id: c, name: C, from: first, baseline: {year: 2020, value: 25}, target: 28, values: {2021-05: 26}}
      - {id: d, name: D, from: first, baseline: {year: 2020, value: 25}, target: 28, values: {2021: 26, 2022 Q1: 29}}

      """
    ])
    for text in [
      "the baseline of 'A' is 10, but its value for 2020 is 14 [audit.baseline]",
      "the change of -50% is one of a baseline below zero: from -10, 'B' should fall to -15 [audit.negative-baseline]",
      "'C' is judged by its value for 2021-05, but its baseline is for a whole year, so the value neither meets nor misses the target [audit.period-length]",
      "'D' has values for periods of different lengths; it is judged by those of 12 months, and not by that for 2022 Q1 [audit.period-length]",
    ] { #expect(found.contains(text), "\(found)") }
  }
}
