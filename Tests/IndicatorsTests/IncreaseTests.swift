import Indicators
import Testing

/// Plan 2021–2025: baseline time 2021.0, target time 2026.0; a year is 0.2 of the time.
@Suite("Increases")
struct IncreaseTests {
  @Test(
    "The total so far as a share of the target",
    arguments: [
      // 0.7/1.5 = 0.4667, τ = 0.4: 0.35 to 0.45 is on track
      Case("kind: increase, target: 1.5, values: [0.3, 0.7]", .ahead, time: 0.4, progress: 0.7 / 1.5),
      Case("kind: increase, target: 1.5, values: [0.3, 0.6]", .onTrack, time: 0.4, progress: 0.4),
      // exactly at the edges: 9/20 and 7/20
      Case("kind: increase, target: 20, values: {2022: 9}", .ahead, time: 0.4, progress: 0.45),
      Case("kind: increase, target: 20, values: {2022: 7}", .behind, time: 0.4, progress: 0.35),
      Case("kind: increase, baseline: 0, target: 1.5, values: {2025: 1.5}", .achieved, time: 1, progress: 1),
      Case("kind: increase, target: 5, values: {2023: 5}", .achievedEarly, time: 0.6, progress: 1),
      Case("kind: increase, target: 5, values: {2025: 4}", .missed, time: 1, progress: 0.8),
      Case("kind: increase, target: 5, values: {2022: -1}", .reversing, time: 0.4, progress: -0.2),
      Case("kind: increase, target: 5, values: {2021: 0}", .behind, time: 0.2, progress: 0),
      // a baseline with a year moves the time, and the total stays what it is: τ = 3/6
      Case(
        "kind: increase, baseline: {year: 2019, value: 40}, target: 10, values: {2022: 5}", .onTrack, time: 0.5,
        progress: 0.5),
      // a reduction written as a negative total: −8 of −10
      Case("kind: increase, values: {2023: 1}", .notAssessable, because: .noTarget),
      Case("kind: increase, target: {text: 大幅增加}, values: {2023: 1}", .notAssessable, because: .phrase, time: 0.6),
      Case(
        "kind: increase, target: 5, breaks: [2022], values: {2023: 1}", .notAssessable, because: .breakInSeries,
        time: 0.6),
      Case("kind: increase, target: {value: 5, comparator: '>'}, values: {2025: 5}", .missed, time: 1, progress: 1),
      // about 5: 4.75 is met, 4.7 is not
      Case(
        "kind: increase, target: {value: 5, approx: true}, values: {2025: 4.75}", .achieved, time: 1, progress: 0.95),
      Case("kind: increase, target: {value: 5, approx: true}, values: {2025: 4.7}", .missed, time: 1, progress: 0.94),
    ])
  func cumulative(_ example: Case) throws { try example.check() }

  @Test(
    "A limit of a total is used up: less is better, beyond it is breached for good, and it is met only at the end",
    arguments: [
      // 4 of 5 after three of five years: 0.8 ≥ 0.6 + 0.05
      Case(
        "kind: increase, target: {value: 5, comparator: '<='}, values: {2023: 4}", .behind, time: 0.6, progress: 0.8),
      // 0.65 and 0.55 are on the edges
      Case(
        "kind: increase, target: {value: 20, comparator: '<='}, values: {2023: 13}", .behind, time: 0.6, progress: 0.65),
      Case(
        "kind: increase, target: {value: 20, comparator: '<='}, values: {2023: 12}", .onTrack, time: 0.6, progress: 0.6),
      Case(
        "kind: increase, target: {value: 20, comparator: '<='}, values: {2023: 11}", .ahead, time: 0.6, progress: 0.55),
      // 25 of at most 20
      Case(
        "kind: increase, target: {value: 20, comparator: '<='}, values: {2021: 12, 2022: 25}", .breached, time: 0.4,
        progress: 1.25, margin: -5),
      Case(
        "kind: increase, target: {value: 20, comparator: '<'}, values: {2022: 20}", .breached, time: 0.4, progress: 1,
        margin: 0),
      // 12 + 25 and 12 + 15
      Case(
        "kind: increase, measure: annual, direction: down, target: 20, values: {2021: 12, 2022: 25}", .breached,
        time: 0.4, progress: 1.85, margin: -17),
      Case(
        "kind: increase, measure: annual, direction: down, target: 20, values: {2021: 12, 2022: 15}", .breached,
        time: 0.4, progress: 1.35, margin: -7),
      Case(
        "kind: increase, target: {value: 20, comparator: '<='}, values: {2025: 20}", .achieved, time: 1, progress: 1),
      Case(
        "kind: increase, target: {value: 20, comparator: '<='}, values: {2025: 21}", .missed, time: 1, progress: 1.05),
    ])
  func limit(_ example: Case) throws { try example.check() }

  @Test("A limit whose time is over without a figure is overdue, one that is broken stays so")
  func overdueLimit() throws {
    func status(_ value: Int) throws -> Assessment {
      let fields = "kind: increase, target: {year: 2023, value: 5, comparator: '<='}, values: {2022: \(value)}"
      return assess(try indicator(fields), by: AssessmentRules(knownUntil: 2024.25))
    }
    #expect(try status(4).reason == .overdue)
    #expect(try status(6).status == .breached)
  }

  @Test(
    "A change with a baseline is observed as a level; without a baseline it is the amount to add",
    arguments: [
      // (77.9 − 77.3)/1
      Case(
        "kind: increase, baseline: 77.3, target: {change: 1}, values: {2023: 77.9}", .onTrack, time: 0.6, progress: 0.6),
      Case(
        "kind: increase, baseline: 77.3, target: {change: 1}, values: {2025: 78.3}", .achieved, time: 1, progress: 1),
      Case("kind: increase, target: {change: 2}, values: {2023: 1}", .behind, time: 0.6, progress: 0.5),
    ])
  func change(_ example: Case) throws { try example.check() }

  @Test(
    "Amounts of single years are added up",
    arguments: [
      // 0.1 + 0.2 = 0.3, although not in binary; 0.3/0.75 = 0.4
      Case("kind: increase, measure: annual, target: 0.75, values: [0.1, 0.2]", .onTrack, time: 0.4, progress: 0.4),
      Case(
        "kind: increase, measure: annual, target: 0.6, values: [0.1, 0.2, 0.1, 0.1, 0.1]", .achieved, time: 1,
        progress: 1),
      // the baseline's year and those before are not part of it: 3 + 4
      Case(
        "kind: increase, measure: annual, target: 10, values: {2020: 9, 2021: 3, 2022: 4}", .ahead, time: 0.4,
        progress: 0.7),
      // half a year: τ = 1.5/5; 3 + 1 + 1
      Case(
        "kind: increase, measure: annual, target: 10, values: {2021: 3, 2022 Q1: 1, 2022 Q2: 1}", .ahead, time: 0.3,
        progress: 0.5),
      // fiscal years of a plan for 2021 begin with 2021/22; τ = 2.25/5
      Case(
        "kind: increase, measure: annual, target: 10, values: {2021/22: 2, 2022/23: 2}", .behind, time: 0.45,
        progress: 0.4),
    ])
  func annual(_ example: Case) throws { try example.check() }

  @Test(
    "A missing year leaves the total unknown, even if the rest is enough",
    arguments: [
      Case(
        "kind: increase, measure: annual, target: 5, values: {2021: 3, 2023: 4}", .notAssessable,
        because: .missingPeriod, time: 0.6),
      Case(
        "kind: increase, measure: annual, target: 5, values: {2022: 3}", .notAssessable, because: .missingPeriod,
        time: 0.4),
      Case(
        "kind: increase, measure: annual, target: 5, values: {2021: 3, 2022: ~, 2023: 4}", .notAssessable,
        because: .missingPeriod, time: 0.6),
      // the gap counts whatever the newest period is: 2.5/5, and 3.25/5
      Case(
        "kind: increase, measure: annual, target: 5, values: {2021: 3, 2023-06: 4}", .notAssessable,
        because: .missingPeriod, time: 0.5),
      Case(
        "kind: increase, measure: annual, target: 5, values: {2021/22: 3, 2023/24: 4}", .notAssessable,
        because: .missingPeriod, time: 0.65),
    ])
  func missingYears(_ example: Case) throws { try example.check() }

  @Test("Amounts from before the plan do not count")
  func beforePlan() throws {
    try Case("kind: increase, measure: annual, target: 5, values: {2020: 3}", .noData, because: .baselineOnly).check()
    try Case("kind: increase, measure: annual, target: 5, values: {2019: 3}", .noData, because: .baselineOnly).check()
  }

  @Test("The required change per year and the projection are totals")
  func outlook() throws {
    // 3 + 4 of 20 after two years: 13 more in three years; 7/2 a year leads to 17.5
    let annual = try assessed("kind: increase, measure: annual, target: 20, values: [3, 4]")
    #expect(near(annual.requiredChangePerYear, 13.0 / 3))
    #expect(near(annual.projection, 17.5))
    // 77.9 − 77.3 of 1, three years on: 0.4 in two years
    let levels = try assessed("kind: increase, baseline: 77.3, target: {change: 1}, values: {2023: 77.9}")
    #expect(near(levels.targetValue, 1))
    #expect(near(levels.requiredChangePerYear, 0.2))
    // one figure after the baseline draws no line; two do: 0.2 a year leads to 1
    #expect(levels.projection == nil)
    let two = try assessed("kind: increase, baseline: 77.3, target: {change: 1}, values: {2022: 77.5, 2023: 77.9}")
    #expect(near(two.projection, 1))
    // totals of 7.3 in 2022, 9 in 2023, 11.9 in 2024: 2.975 a year from nothing on, 14.875 at the end of 2025; 1.6 are
    // needed in one year
    let totals = try assessed("kind: increase, target: 13.5, values: {2022: 7.3, 2023: 9, 2024: 11.9}")
    #expect(near(totals.requiredChangePerYear, 1.6))
    #expect(near(totals.projection, 14.875))
    // the yearly amounts of the same totals lead to the same, with two values too
    for values in ["3, 7", "90, 160, 300"] {
      let numbers = values.split(separator: ", ").compactMap { Int($0) }
      let amounts = zip([0] + numbers, numbers).map { $1 - $0 }
      let sums = try assessed("kind: increase, target: 500, values: [\(values)]")
      let yearly = try assessed("kind: increase, measure: annual, target: 500, values: \(amounts)")
      #expect(sums.projection != nil && sums.projection == yearly.projection)
    }
    // a total of 100 at the end of 2020 that goes on: 20 a year
    let begun = try assessed("kind: increase, target: 500, values: {2020: 100, 2021: 120, 2022: 140}")
    #expect(near(begun.projection, 200))
    // and 40 of the 400 that it lacked then, though 140 is more than a quarter of 500
    #expect(near(begun.progress, 0.1) && begun.status == .behind)
    // one observation draws no line
    let one = try assessed("kind: increase, target: 18, values: {2021: 3.8}")
    #expect(near(one.requiredChangePerYear, 14.2 / 4))
    #expect(one.projection == nil)
    // met
    let met = try assessed("kind: increase, target: 5, values: {2021: 1, 2022: 4, 2023: 6}")
    #expect(met.requiredChangePerYear == nil)
    #expect(near(met.projection, 10))
  }

  @Test("A running total that was begun before the plan is judged by what the plan adds")
  func begun() throws {
    let fields = "kind: increase, measure: cumulative, baseline: {year: 2020, value: 310}, target: 700"
    let paths = try assessed("\(fields), values: {2021: 355, 2022: 402}")
    #expect(near(paths.progress, 92.0 / 390) && paths.status == .behind)
    #expect(near(paths.projection, 540))
    let example = try indicator("unit: km, \(fields), values: {2021: 355, 2022: 402}")
    #expect(
      IndicatorWords.arithmetic(of: example, paths, .english)
        == "(402 − 310) ÷ (700 − 310) = 24%; 40% of the time had passed")
    // The interim targets are on the same way.
    let path = try assessed("\(fields), targets: [{year: 2022, value: 400}], values: {2021: 355, 2022: 402}")
    #expect(near(path.expectedProgress, 90.0 / 390) && path.status == .onTrack)
    // A baseline that is more than a later total is of another time: what the plan before it came to.
    let other = try assessed("\(fields), values: {2021: 100, 2022: 300}")
    #expect(near(other.progress, 300.0 / 700))
  }
}
