import Indicators
import Testing

/// Unless stated otherwise: plan 2021–2025, baseline time 2021.0, target time 2026.0; a year is 0.2 of the time.
@Suite("Levels")
struct LevelTests {
  @Test(
    "Progress beside time progress, δ = 0.05, both boundaries inclusive",
    arguments: [
      // baseline 0, target 100, two of five years: τ = 0.4
      Case("baseline: 0, target: 100, values: {2022: 45}", .ahead, time: 0.4, progress: 0.45),
      Case("baseline: 0, target: 100, values: {2022: 44.9}", .onTrack, time: 0.4, progress: 0.449),
      Case("baseline: 0, target: 100, values: {2022: 40}", .onTrack, time: 0.4, progress: 0.4),
      Case("baseline: 0, target: 100, values: {2022: 35.1}", .onTrack, time: 0.4, progress: 0.351),
      Case("baseline: 0, target: 100, values: {2022: 35}", .behind, time: 0.4, progress: 0.35),
      // 0.6 + 0.05 and 0.2 − 0.05 are not exact in binary
      Case("baseline: 0, target: 1, values: {2023: 0.65}", .ahead, time: 0.6, progress: 0.65),
      Case("baseline: 0, target: 1, values: {2021: 0.15}", .behind, time: 0.2, progress: 0.15),
      Case("baseline: 6.3, target: 7.3, values: {2023: 6.95}", .ahead, time: 0.6, progress: 0.65),
    ])
  func tolerance(_ example: Case) throws { try example.check() }

  @Test("Computed numbers have no binary rounding errors")
  func noNoise() throws {
    // 0.7 − 0.3 is 0.39999999999999997, and 33.17 + 13.11 is 46.28 only in decimals.
    let level = try assessed("baseline: 0.1, target: 0.7, values: {2023: 0.3}")
    #expect(level.requiredChangePerYear == 0.2)
    // 0.00005 a year from 0.00005 on: three of five years lead from 0.0001 to 0.00015 and 0.0002, and to 0.0003.
    let small = try assessed("baseline: 0.00005, target: 0.0004, values: {2021: 0.0001, 2022: 0.00015, 2023: 0.0002}")
    #expect(small.projection == 0.0003)
    let change = try indicator("baseline: 33.17, target: {change: 13.11}")
    #expect(change.targetValue == 46.28)
    // A third stays one, with twelve digits.
    #expect(try assessed("baseline: 0, target: 7, values: {2022: 6}").requiredChangePerYear == 0.333333333333)
    #expect(try assessed("baseline: 0, target: 7e13, values: {2022: 6e13}").requiredChangePerYear == 1e13 / 3)
  }

  @Test("An assessment as of a time leaves out later figures and judgements by hand")
  func asOf() throws {
    let level = try indicator("baseline: 0, target: 100, values: {2021: 10, 2022: 45, 2023: ~}")
    let past = assess(level, by: AssessmentRules(), asOf: Period.year(2022).end)
    #expect(past.status == .ahead && past.latest?.period == .year(2022))
    #expect(past.timeProgress == 0.4 && past.progress == 0.45)
    let midyear = assess(level, by: AssessmentRules(), asOf: 2022.75)
    #expect(midyear.latest?.period == .year(2021))
    #expect(assess(level, by: AssessmentRules(), asOf: 2021.5).status == .noData)
    let judged = try indicator("target: {text: better}, judgement: {status: on-track}, values: {2021: 1}")
    #expect(assess(judged, by: AssessmentRules()).isJudged)
    #expect(assess(judged, by: AssessmentRules(), asOf: 2030).reason == .phrase)
  }

  @Test(
    "p = 1 and τ = 1",
    arguments: [
      // met in time, met before, not met at the time; after it nobody knows the value of that time
      Case("baseline: 0, target: 10, values: {2025: 10}", .achieved, time: 1, progress: 1),
      Case("baseline: 0, target: 10, values: {2024: 10}", .achievedEarly, time: 0.8, progress: 1),
      Case("baseline: 0, target: 10, values: {2025: 9.99}", .missed, time: 1, progress: 0.999),
      Case("baseline: 0, target: 10, values: {2026: 9}", .noData, because: .overdue),
      Case("baseline: 0, target: 10, values: {2026: 11}", .noData, because: .overdue),
      // at τ = 0.8 not quite met, although p ≥ τ + δ
      Case("baseline: 0, target: 10, values: {2024: 9.99}", .ahead, time: 0.8, progress: 0.999),
      // a month before the end: τ = (2025 + 11/12 − 2021)/5 = 59/60
      Case(
        "baseline: {year: 2020-12, value: 0}, target: 10, values: {2025-11: 10}", .achievedEarly, time: 59.0 / 60,
        progress: 1),
      Case("baseline: {year: 2020-12, value: 0}, target: 10, values: {2025-12: 10}", .achieved, time: 1, progress: 1),
      Case("baseline: {year: 2020 Q4, value: 0}, target: 10, values: {2025 Q4: 9}", .missed, time: 1, progress: 0.9),
      // 2024/25 ends on 31 March 2025: τ = 4.25/5
      Case("baseline: 0, target: 10, values: {2024/25: 9.5}", .ahead, time: 0.85, progress: 0.95),
      // a target by the middle of 2024: τ = 2/3.5
      Case(
        "baseline: 0, target: {year: 2024-06, value: 7}, values: {2022: 4}", .onTrack, time: 2 / 3.5, progress: 4.0 / 7),
    ])
  func ends(_ example: Case) throws { try example.check() }

  @Test(
    "Each comparator at its number and beside it",
    arguments: [
      Case("baseline: 0, target: {value: 10, comparator: '>='}, values: {2025: 10}", .achieved, time: 1, progress: 1),
      Case("baseline: 0, target: {value: 10, comparator: '>'}, values: {2025: 10}", .missed, time: 1, progress: 1),
      Case(
        "baseline: 0, target: {value: 10, comparator: '>'}, values: {2025: 10.01}", .achieved, time: 1, progress: 1.001),
      Case("baseline: 20, target: {value: 10, comparator: '<='}, values: {2025: 10}", .achieved, time: 1, progress: 1),
      Case("baseline: 20, target: {value: 10, comparator: '<'}, values: {2025: 10}", .missed, time: 1, progress: 1),
      Case(
        "baseline: 20, target: {value: 10, comparator: '<'}, values: {2025: 9.99}", .achieved, time: 1, progress: 1.001),
      Case("baseline: 0, target: {value: 10, comparator: ≥}, values: {2025: 10}", .achieved, time: 1, progress: 1),
      Case("baseline: 20, target: {value: 10, comparator: ≤}, values: {2025: 10}", .achieved, time: 1, progress: 1),
      Case("baseline: 0, target: {value: 10, comparator: ＞}, values: {2025: 10}", .missed, time: 1, progress: 1),
      Case("baseline: 20, target: {value: 10, comparator: ＜}, values: {2025: 10}", .missed, time: 1, progress: 1),
      // p = 1 is not met by '>', so before the time it is ahead: 1 ≥ 0.6 + 0.05
      Case("baseline: 0, target: {value: 10, comparator: '>'}, values: {2023: 10}", .ahead, time: 0.6, progress: 1),
      // 0.1 + 0.2 > 0.3 in binary; written as 0.3 it is not more than 0.3
      Case("baseline: 0.1, target: {change: 0.2, comparator: '>'}, values: {2025: 0.3}", .missed, time: 1, progress: 1),
    ])
  func comparators(_ example: Case) throws { try example.check() }

  @Test(
    "Decreasing targets, negative values and a baseline of zero",
    arguments: [
      // from 20 down to 10: 12 is (12 − 20)/(10 − 20) = 0.8 of the way; 10 and less is met though nobody wrote '<='
      Case("baseline: 20, target: 10, values: {2023: 12}", .ahead, time: 0.6, progress: 0.8),
      Case("baseline: 20, target: 10, values: {2023: 10}", .achievedEarly, time: 0.6, progress: 1),
      Case("baseline: 20, target: 10, values: {2025: 9}", .achieved, time: 1, progress: 1.1),
      Case("baseline: 20, target: 10, values: {2025: 11}", .missed, time: 1, progress: 0.9),
      Case("baseline: 20, target: 10, values: {2023: 21}", .reversing, time: 0.6, progress: -0.1),
      // from −10 up to −5: −7 is 3/5
      Case("baseline: -10, target: -5, values: {2023: -7}", .onTrack, time: 0.6, progress: 0.6),
      // from −5 down to −10: −6 is 1/5
      Case("baseline: -5, target: -10, values: {2023: -6}", .behind, time: 0.6, progress: 0.2),
      Case("baseline: -5, target: 5, values: {2023: 0}", .behind, time: 0.6, progress: 0.5),
      Case("baseline: 0, target: -10, values: {2025: -10}", .achieved, time: 1, progress: 1),
      Case("baseline: 10, target: 0, values: {2023: 3.5}", .ahead, time: 0.6, progress: 0.65),
      // 0 of the way is behind or on track, but not backwards
      Case("baseline: 0, target: 10, values: {2023: 0}", .behind, time: 0.6, progress: 0),
      Case("baseline: 0.3, target: 10, values: {2023: 0.3}", .behind, time: 0.6, progress: 0),
      Case("baseline: {year: 2020, value: 3}, target: 10, values: {2020: 3}", .noData, because: .baselineOnly),
      // reversing comes before behind, missed before reversing
      Case("baseline: 5, target: 10, values: {2021: 4.9}", .reversing, time: 0.2, progress: -0.02),
      Case("baseline: 5, target: 10, values: {2025: 4}", .missed, time: 1, progress: -0.2),
    ])
  func directions(_ example: Case) throws { try example.check() }

  @Test(
    "Not assessable, each with its reason",
    arguments: [
      Case("baseline: 5, target: 5, values: {2023: 5}", .notAssessable, because: .noDistance, time: 0.6),
      Case("baseline: 5, target: 5.0, values: {2025: 7}", .notAssessable, because: .noDistance, time: 1),
      Case("baseline: 0, target: 0, values: {2025: 0}", .notAssessable, because: .noDistance, time: 1),
      Case("baseline: 5, target: {change: 0}, values: {2023: 5}", .notAssessable, because: .noDistance, time: 0.6),
      Case("baseline: 5, values: {2023: 5}", .notAssessable, because: .noTarget),
      Case("baseline: 5, target: {text: 大幅提高}, values: {2023: 6}", .notAssessable, because: .phrase, time: 0.6),
      // a break between; even if the number is met
      Case(
        "baseline: 5, target: 10, breaks: [2022], values: {2021: 6, 2023: 11}", .notAssessable, because: .breakInSeries,
        time: 0.6),
      Case(
        "baseline: 5, target: 10, breaks: 2021-07, values: {2022: 6}", .notAssessable, because: .breakInSeries,
        time: 0.4),
      Case(
        "baseline: 5, target: 10, breaks: [2023], values: {2023: 6}", .notAssessable, because: .breakInSeries, time: 0.6
      ),
    ])
  func reasons(_ example: Case) throws { try example.check() }

  @Test(
    "A break at the baseline, before it or after the latest value does not matter",
    arguments: [
      Case("baseline: 5, target: 10, breaks: [2019], values: {2023: 8}", .onTrack, time: 0.6, progress: 0.6),
      Case("baseline: 5, target: 10, breaks: [2020], values: {2023: 8}", .onTrack, time: 0.6, progress: 0.6),
      Case("baseline: 5, target: 10, breaks: [2024], values: {2023: 8}", .onTrack, time: 0.6, progress: 0.6),
    ])
  func harmlessBreaks(_ example: Case) throws { try example.check() }

  @Test(
    "Without a baseline a level is met or not; before its time, not met is not assessable",
    arguments: [
      Case("target: 10, values: {2023: 10}", .achievedEarly, time: 0.6),
      Case("target: 10, values: {2025: 10}", .achieved, time: 1),
      Case("target: 10, values: {2025: 9}", .missed, time: 1),
      Case("target: 10, values: {2023: 9}", .notAssessable, because: .noBaseline, time: 0.6),
      Case("target: {value: 10, comparator: '<='}, values: {2023: 9}", .achievedEarly, time: 0.6),
      Case("target: {value: 10, comparator: '<'}, values: {2025: 10}", .missed, time: 1),
    ])
  func withoutBaseline(_ example: Case) throws { try example.check() }

  @Test(
    "No observation is no data, also where the target could not be assessed",
    arguments: [
      Case("baseline: 5, target: 10", .noData, because: .noFigures),
      Case("baseline: 5, target: 5", .noData, because: .noFigures), Case("baseline: 5", .noData, because: .noFigures),
      Case("target: {text: 提高}", .noData, because: .noFigures),
      Case("baseline: 5, target: 10, values: {2021: , 2022: ~}", .noData, because: .noFigures),
      Case("kind: floor, target: 3", .noData, because: .noFigures),
      Case("kind: ceiling, target: 3", .noData, because: .noFigures),
      Case("kind: increase, target: 3", .noData, because: .noFigures),
      Case("kind: rate, target: 3", .noData, because: .noFigures),
      Case("kind: milestone, due: 2025", .noData, because: .noFigures),
    ])
  func noData(_ example: Case) throws { try example.check() }

  @Test(
    "A value from before the baseline says nothing about the way from it",
    arguments: [
      // τ = −1/5 and p = 0.8 would be 'ahead', 10 'achieved early'
      Case("baseline: 5, target: 10, values: {2019: 9}", .noData, because: .baselineOnly),
      Case("baseline: 5, target: 10, values: {2019: 10}", .noData, because: .baselineOnly),
      Case("kind: increase, target: 10, values: {2018: 9}", .noData, because: .baselineOnly),
      // Without a baseline the way begins with the plan: 12 of 2018 is not "achieved early" at −40 % of the time.
      Case("direction: up, target: {year: 2025, value: 10}, values: {2018: 12}", .noData, because: .baselineOnly),
      Case("target: {between: [5, 15]}, values: {2018: 12}", .noData, because: .baselineOnly),
      Case("target: {value: 15, comparator: '<='}, values: {2020: 12}", .noData, because: .baselineOnly),
      Case("target: {value: 10, comparator: '>='}, values: {2015: 3}", .noData, because: .baselineOnly),
    ])
  func beforeBaseline(_ example: Case) throws {
    try example.check()
    #expect(try assessed(example.fields).latest != nil)
  }

  @Test(
    "The baseline's own year counts; without one the year before the plan",
    arguments: [
      // 2019 to 2025 is six years; the end of 2022 is half of it
      Case("baseline: {year: 2019, value: 0}, target: 10, values: {2022: 5}", .onTrack, time: 0.5, progress: 0.5),
      Case("baseline: {value: 0}, target: 10, values: {2022: 4}", .onTrack, time: 0.4, progress: 0.4),
      // a baseline in mid-plan: 2023.5 to 2026, the end of 2024 is 1.5/2.5
      Case("baseline: {year: 2023-06, value: 0}, target: 10, values: {2024: 6}", .onTrack, time: 0.6, progress: 0.6),
      // the latest period with a value, in whatever order they are written, and missing ones skipped
      Case("baseline: 0, target: 10, values: {2023: 6, 2021: 1, 2024: ~}", .onTrack, time: 0.6, progress: 0.6),
      Case("baseline: 0, target: 10, values: [1, ~, 6, ~]", .onTrack, time: 0.6, progress: 0.6),
    ])
  func times(_ example: Case) throws { try example.check() }

  @Test(
    "A change is added to the baseline",
    arguments: [
      // 77.3 + 1 = 78.3, although in binary it is 78.299…
      Case("baseline: 77.3, target: {change: 1}, values: {2025: 78.3}", .achieved, time: 1, progress: 1),
      Case("baseline: 77.3, target: {change: 1}, values: {2023: 77.9}", .onTrack, time: 0.6, progress: 0.6),
      // down by 2
      Case("baseline: 10, target: {change: -2}, values: {2025: 8}", .achieved, time: 1, progress: 1),
      Case("baseline: 10, target: {change: -2}, values: {2025: 8.1}", .missed, time: 1, progress: 0.95),
    ])
  func change(_ example: Case) throws { try example.check() }

  @Test(
    "About 100 is met from 95 on, and about 10 from above until 10.5",
    arguments: [
      Case("baseline: 0, target: {value: 100, approx: true}, values: {2025: 95}", .achieved, time: 1, progress: 0.95),
      Case(
        "baseline: 0, target: {value: 100, approx: true}, values: {2024: 95}", .achievedEarly, time: 0.8, progress: 0.95
      ),
      Case("baseline: 0, target: {value: 100, approx: true}, values: {2025: 94.9}", .missed, time: 1, progress: 0.949),
      Case("baseline: 0, target: {value: 100, approx: true}, values: {2025: 120}", .achieved, time: 1, progress: 1.2),
      Case("baseline: 0, target: {value: 100, approx: false}, values: {2025: 95}", .missed, time: 1, progress: 0.95),
      Case("baseline: 20, target: {value: 10, approx: true}, values: {2025: 10.5}", .achieved, time: 1, progress: 0.95),
      Case("baseline: 20, target: {value: 10, approx: true}, values: {2025: 10.51}", .missed, time: 1, progress: 0.949),
      // the 5 % of a negative target are on its near side: −9.5 on the way down to −10
      Case("baseline: 0, target: {value: -10, approx: true}, values: {2025: -9.5}", .achieved, time: 1, progress: 0.95),
      Case(
        "baseline: -20, target: {value: -10, approx: true}, values: {2025: -10.5}", .achieved, time: 1, progress: 0.95),
      // of a change it is 5 % of the change: 77.3 + 0.95; 78.2 is within 5 % of 78.3, and so is 77.3 itself
      Case(
        "baseline: 77.3, target: {change: 1, approx: true}, values: {2025: 78.25}", .achieved, time: 1, progress: 0.95),
      Case("baseline: 77.3, target: {change: 1, approx: true}, values: {2025: 78.2}", .missed, time: 1, progress: 0.9),
      Case("baseline: 77.3, target: {change: 1, approx: true}, values: {2021: 77.3}", .behind, time: 0.2, progress: 0),
    ])
  func approximate(_ example: Case) throws { try example.check() }

  @Test("The site's own δ, inclusive as well")
  func ownTolerance() throws {
    // p − τ = 0.1
    let fields = "baseline: 0, target: 100, values: {2022: 50}"
    #expect(try assessed(fields, tolerance: 0.1).status == .ahead)
    #expect(try assessed(fields, tolerance: 0.11).status == .onTrack)
    #expect(try assessed(fields, tolerance: 0).status == .ahead)
  }

  @Test("Interim targets are not judged; the last one is")
  func interim() throws {
    let example = try indicator(
      "baseline: 0, target: 10, targets: [{year: 2023, value: 6}, {year: 2022, value: 4}], values: {2022: 4}")
    #expect(example.interimTargets.map(\.period) == [.year(2022), .year(2023)])
    #expect(example.target?.period == .year(2025))
    #expect(assess(example, by: AssessmentRules()).progress == 0.4)
    // Without 'target', the last entry of the list is the target: τ = 2/4.
    try Case(
      "baseline: 0, targets: [{year: 2024, value: 8}, {year: 2022, value: 4}], values: {2022: 4}", .onTrack, time: 0.5,
      progress: 0.5
    ).check()
  }
}

@Suite("Levels: the change needed a year, and the projection of the straight line")
struct LevelOutlookTests {
  @Test("From the baseline through the latest value")
  func outlook() throws {
    // 6.3 → 12; 9.4 after two years: (12 − 9.4)/3; 6.3 + 5 × 3.1/2
    let patents = try assessed("baseline: 6.3, target: 12, values: {2021: 7.5, 2022: 9.4}")
    #expect(near(patents.requiredChangePerYear, 2.6 / 3))
    #expect(near(patents.projection, 14.05))
    // down from 20 to 10; 17 after two years: −7 in 3 years; 20 − 5 × 3/2. A quarter beside whole years is not judged.
    let down = try assessed("baseline: 20, target: 10, values: {2021: 18, 2022: 17, 2023 Q2: 11}")
    #expect(near(down.requiredChangePerYear, -7.0 / 3))
    #expect(near(down.projection, 12.5))
  }

  @Test("Met: nothing more is needed, but the line continues")
  func met() throws {
    let met = try assessed("baseline: 0, target: 10, values: {2021: 5, 2022: 12}")
    #expect(met.requiredChangePerYear == nil)
    #expect(near(met.projection, 30))
  }

  @Test("Neither once the time is over, nor across a break, nor at the baseline itself")
  func neither() throws {
    let due = try assessed("baseline: 0, target: 10, values: {2025: 9}")
    #expect(due.requiredChangePerYear == nil && due.projection == nil)
    let broken = try assessed("baseline: 0, target: 10, breaks: [2022], values: {2021: 1, 2023: 6}")
    #expect(broken.requiredChangePerYear == nil && broken.projection == nil)
    let start = try assessed("baseline: 0, target: 10, values: {2020: 0}")
    #expect(start.requiredChangePerYear == nil && start.projection == nil)
  }

  @Test("Without a baseline from the first value, if there are three and no break between")
  func withoutBaseline() throws {
    // 4 in 2021, 5 in 2022, 6 in 2023: 1 a year, 8 in 2025; 4 more are needed in two years
    let free = try assessed("target: 10, values: {2021: 4, 2022: 5, 2023: 6}")
    #expect(near(free.requiredChangePerYear, 2))
    #expect(near(free.projection, 8))
    #expect(try assessed("target: 10, values: {2021: 4, 2023: 6}").projection == nil)
    #expect(try assessed("target: 10, values: {2023: 6}").projection == nil)
    #expect(try assessed("target: 10, breaks: [2022], values: {2021: 4, 2023: 6}").projection == nil)
  }

  @Test(
    "Never from two figures, nor past what is possible",
    arguments: [
      // 60, 80, 90: 15 a year leads to 135 % in 2025
      ("unit: '%', baseline: 60, target: 95, values: {2021: 80, 2022: 90}", nil),
      // an index in per cent is above 100 already: 102, 104, 106 → 112
      ("unit: '%', baseline: 102, target: 115, values: {2021: 104, 2022: 106}", 112),
      // 355, 358, 361: 3 a year leads to 370 days
      ("unit: 天, baseline: 355, target: 363, values: {2021: 358, 2022: 361}", nil),
      ("unit: 件, baseline: 355, target: 363, values: {2021: 358, 2022: 361}", 370),
      // 10, 6, 2: −4 a year leads to −10
      ("unit: 件, baseline: 10, target: 1, values: {2021: 6, 2022: 2}", nil),
      ("unit: 度, baseline: 10, target: -9, values: {2021: 5, 2022: 0, 2023: -2}", -10),
      ("baseline: 1, target: 9, values: {2022: 5}", nil),
    ] as [(String, Double?)])
  func possible(_ fields: String, _ expected: Double?) throws {
    let projection = try assessed(fields).projection
    if let expected { #expect(near(projection, expected)) } else { #expect(projection == nil) }
  }
}
