import Indicators
import Testing

/// Plan 2021–2025, baseline time 2021.0, target time 2026.0.
@Suite("Planned paths")
struct PathTests {
  @Test("A status compares with the path of the interim targets, not with the straight line")
  func path() throws {
    // The plan expects little at first: 0 → 10 by the end of 2023, then 100 by the end of 2025. At the end of 2023
    // e = 0.1, where the straight line would expect 0.6.
    let fields = "baseline: 0, targets: [{year: 2023, value: 10}], target: 100"
    let onPath = try assessed("\(fields), values: {2023: 12}")
    #expect(onPath.status == .onTrack && near(onPath.expectedProgress, 0.1) && near(onPath.timeProgress, 0.6))
    #expect(try assessed("\(fields), values: {2023: 15}").status == .ahead)
    #expect(try assessed("\(fields), values: {2023: 5}").status == .behind)
    // Half-way from 10 to 100 at the end of 2024: e = 0.55.
    let later = try assessed("\(fields), values: {2024: 50}")
    #expect(later.status == .behind && near(later.expectedProgress, 0.55))
    // A year and a half after the start, half-way between 2021.0 and 2024.0: e = 0.05.
    #expect(near(try assessed("\(fields), values: {2022-06: 5}").expectedProgress, 0.05))
  }

  @Test("A path may go down first, and the target decides at the end")
  func detour() throws {
    // From 20 to 15 by 2022 and to 40 by 2025: at the end of 2022 e = (15 − 20) / 20 = −0.25.
    let fields = "baseline: 20, targets: [{year: 2022, value: 15}], target: 40"
    #expect(near(try assessed("\(fields), values: {2022: 15}").expectedProgress, -0.25))
    let done = try assessed("\(fields), values: {2025: 39}")
    #expect(done.status == .missed && near(done.expectedProgress, 1))
  }

  @Test("Without a baseline the path begins at the first interim target")
  func noBaseline() throws {
    // From 10 at the end of 2022 to 40 at the end of 2025. At the end of 2024: p = (28 − 10)/30 = 0.6, e = 2/3.
    let fields = "targets: [{year: 2022, value: 10}], target: 40"
    let behind = try assessed("\(fields), values: {2024: 28}")
    #expect(behind.status == .behind && near(behind.progress, 0.6) && near(behind.expectedProgress, 2.0 / 3))
    #expect(try assessed("\(fields), values: {2022: 12}").reason == .noBaseline)
  }

  @Test("An increase follows the path of its sums")
  func sums() throws {
    // 10 in all by the end of 2022 and 100 by the end of 2025; 4 + 6 is on the path.
    let fields = "kind: increase, measure: annual, targets: [{year: 2022, value: 10}], target: 100"
    let sum = try assessed("\(fields), values: {2021: 4, 2022: 6}")
    #expect(sum.status == .onTrack && near(sum.progress, 0.1) && near(sum.expectedProgress, 0.1))
  }

  @Test("The arithmetic of a rate has the growth that each period requires")
  func rateArithmetic() throws {
    // 1.032 × 1.031 × 1.048 − 1 = 11.51 %; 1.03² × 1.05 − 1 = 11.39 %: 101 %.
    let growth = try indicator(
      "unit: '%', kind: rate, targets: [{year: 2022, value: 3}], target: 5, values: {2021: 3.2, 2022: 3.1, 2023: 4.8}")
    let result = assess(growth, by: AssessmentRules())
    #expect(near(result.progress, (1.032 * 1.031 * 1.048 - 1) / (1.03 * 1.03 * 1.05 - 1)))
    #expect(
      IndicatorWords.arithmetic(of: growth, result, .english)
        == "[(1 + 3.2%) × (1 + 3.1%) × (1 + 4.8%) − 1] ÷ [(1 + 3%)^2 × (1 + 5%) − 1] = 101%")
  }

  @Test("A rate with interim targets needs the growth of each period")
  func rates() throws {
    // Needed: 1.06 × 1.06 × 1.04. Achieved: 1.06 × 1.06 × 1.04.
    let rate = try assessed(
      "kind: rate, targets: [{year: 2022, value: 6}], target: 4, values: {2021: 6, 2022: 6, 2023: 4}")
    #expect(rate.status == .onTrack && near(rate.progress, 1))
  }
}

@Suite("Directions")
struct DirectionTests {
  @Test(
    "A target on the worse side of its baseline is not assessed",
    arguments: [
      Case(
        "direction: up, baseline: 70, target: 55, values: {2023: 60}", .notAssessable, because: .wrongSide, time: 0.6),
      Case(
        "direction: down, baseline: 5, target: 8, values: {2023: 6}", .notAssessable, because: .wrongSide, time: 0.6),
      Case(
        "baseline: 68.6, target: {value: 55, comparator: '>='}, values: {2023: 46.7}", .notAssessable,
        because: .wrongSide, time: 0.6),
      // The right side: the comparator follows the direction.
      Case("direction: down, baseline: 8, target: 5, values: {2023: 4}", .achievedEarly, time: 0.6, progress: 4.0 / 3),
      Case("direction: down, target: 5, values: {2025: 6}", .missed, time: 1),
    ])
  func wrongSide(_ example: Case) throws { try example.check() }

  @Test("A comparator or a kind against the direction is an error")
  func conflict() throws {
    for fields in [
      "direction: down, baseline: 8, target: {value: 5, comparator: '>='}", "kind: floor, direction: down, target: 5",
      "baseline: 8, target: {value: 5, comparator: '>', direction: down}",
    ] {
      #expect(try resolved("- {name: n, \(fields)}\n").findings.contains("contradicts"), "\(fields)")
    }
  }

  @Test(
    "A direction without a number: the change a year as a share of the first value, against 0.5 %",
    arguments: [
      // From 100 in 2020: 106 in 2023 is 2 % a year, 101 is a third of a per cent, 98 is −2/3 %.
      ("target: {direction: up}, baseline: 100, values: {2023: 106}", IndicatorStatus.improving, 0.02),
      ("target: {direction: up}, baseline: 100, values: {2023: 101}", .littleChange, 0.01 / 3),
      ("target: {direction: up}, baseline: 100, values: {2023: 98}", .worsening, -0.02 / 3),
      ("target: {direction: down}, baseline: 100, values: {2023: 98}", .improving, -0.02 / 3),
      // Exactly 0.5 % a year is a change.
      ("target: {direction: up}, baseline: 100, values: {2022: 101}", .improving, 0.005),
      // Without a baseline, from the first figure.
      ("target: {text: 建立基线并提高, direction: up}, values: {2021: 50, 2022: 52}", .improving, 0.04),
      // A direction and no target.
      ("direction: down, values: {2021: 50, 2023: 45}", .improving, -0.05),
      // A share of the distance to the limit: (96 − 95) / (100 − 95) / 1 year.
      ("target: {direction: up}, limit: 100, values: {2021: 95, 2022: 96}", .improving, 0.2),
    ])
  func trends(_ fields: String, _ status: IndicatorStatus, _ trend: Double) throws {
    let result = try assessed(fields)
    #expect(result.status == status)
    #expect(near(result.trend, trend))
    #expect(result.timeProgress == nil && result.progress == nil)
  }

  @Test(
    "Across zero, and below it, a share of the first value is not said; the status is",
    arguments: [
      ("direction: up, values: {2021: -5, 2023: 5}", IndicatorStatus.improving),
      ("direction: up, values: {2021: -5, 2023: -4}", .improving),
      ("direction: up, values: {2021: 5, 2023: -5}", .worsening),
      ("direction: up, values: {2021: -1000, 2023: -1001}", .littleChange),
    ])
  func belowZero(_ fields: String, _ status: IndicatorStatus) throws {
    let result = try assessed(fields)
    #expect(result.status == status)
    #expect(result.trend == nil)
  }

  @Test("A direction needs two figures, and names no year that the plan does not name")
  func noFigures() throws {
    #expect(try assessed("target: {direction: up}, values: {2021: 5}").reason == .baselineOnly)
    #expect(try assessed("target: {direction: up}").reason == .noFigures)
    #expect(
      try assessed("target: {direction: up}, breaks: [2022], values: {2021: 5, 2022: 6}").reason == .breakInSeries)
    let open = try indicator("target: {direction: up}")
    #expect(IndicatorWords.target(of: open, .chinese) == "上升")
    #expect(IndicatorWords.target(of: open, .english) == "increase")
    #expect(
      IndicatorWords.target(of: try indicator("target: {direction: down, year: 2024}"), .english) == "decrease (2024)")
  }

  @Test("The last three figures against the whole are a turn")
  func turns() throws {
    let fields = "baseline: 10, target: 20"
    #expect(try assessed("\(fields), values: {2021: 16, 2022: 15, 2023: 14}").hasTurned)
    #expect(!(try assessed("\(fields), values: {2021: 16, 2022: 15, 2023: 15.5}").hasTurned))
    #expect(!(try assessed("\(fields), values: {2022: 16, 2023: 15}").hasTurned))
  }
}

@Suite("Facts known at a time")
struct AsOfTests {
  private func assessed(_ fields: String, until asOf: String) throws -> Assessment {
    let time = try #require(AsOf(asOf)).time
    return assess(try indicator(fields), by: AssessmentRules(knownUntil: time))
  }

  @Test("A target whose time is over without its figure is overdue, and keeps the last status")
  func overdue() throws {
    let fields = "baseline: 0, target: {year: 2022, value: 10}, values: {2021: 1}"
    let late = try assessed(fields, until: "2022-12")
    #expect(late.status == .noData && late.reason == .overdue && late.lastStatus == .behind)
    #expect(late.projection == nil && late.requiredChangePerYear == nil)
    #expect(try assessed(fields, until: "2022-11").status == .behind)
    #expect(try assessed(fields, until: "2022-12-30").status == .behind)
    #expect(try assessed(fields, until: "2022-12-31").reason == .overdue)
    let silent = try assessed("target: {year: 2022, value: 10}", until: "2023-01")
    #expect(silent.reason == .overdue && silent.lastStatus == nil)
    let known = try assessed("baseline: 0, target: {year: 2022, value: 10}, values: {2022: 1}", until: "2024-01")
    #expect(known.status == .missed)
  }

  @Test("A finished milestone stays finished, and an open direction is never overdue")
  func done() throws {
    #expect(try assessed("kind: milestone, due: 2022, values: {2021: done}", until: "2024-01").status == .achievedEarly)
    #expect(try assessed("kind: milestone, due: 2022, values: {2021: started}", until: "2024-01").reason == .overdue)
    #expect(
      try assessed("kind: increase, target: {year: 2022, value: 5}, values: {2021: 6}", until: "2024-01").status
        == .achievedEarly)
    #expect(
      try assessed("target: {direction: up}, values: {2020: 1, 2021: 2}", until: "2030-01").status == .improving)
  }

  @Test("The end of a day, of a month; nothing else")
  func reading() {
    #expect(near(AsOf("2026-11")?.time, 2026 + 11.0 / 12))
    #expect(near(AsOf("2026-11-30")?.time, 2026 + 11.0 / 12))
    #expect(near(AsOf("2026-11-15")?.time, 2026 + 10.5 / 12))
    #expect(near(AsOf("2024-02-29")?.time, 2024 + 2.0 / 12))
    for text in ["2026", "2026-13", "2026-11-31", "2026 Q1", "now", ""] { #expect(AsOf(text) == nil, "\(text)") }
    #expect(AsOf("2026-11")?.text(.chinese) == "截至2026年11月")
    #expect(AsOf("2026-11-28")?.text(.english) == "As of 28 November 2026")
  }
}
