import Indicators
import Testing

/// Plan 2021–2025: a list of values begins with 2021; a year is 0.2 of the time.
@Suite("Rates")
struct RateTests {
  @Test(
    "Before the time is over, achieved growth over required growth is compared with 1 ± δ",
    arguments: [
      // 1.1 × 1.1 − 1 = 0.21 on both sides: q = 1
      Case("kind: rate, target: 10, values: [10, 10]", .onTrack, time: 0.4, progress: 1),
      // one year: q = r/rT. 10.5/10 = 1 + δ and 9.5/10 = 1 − δ, inclusive
      Case("kind: rate, target: 10, values: [10.5]", .ahead, time: 0.2, progress: 1.05),
      Case("kind: rate, target: 10, values: [10.4]", .onTrack, time: 0.2, progress: 1.04),
      Case("kind: rate, target: 10, values: [9.6]", .onTrack, time: 0.2, progress: 0.96),
      Case("kind: rate, target: 10, values: [9.5]", .behind, time: 0.2, progress: 0.95),
      Case("kind: rate, target: 10, values: [0]", .behind, time: 0.2, progress: 0),
      Case("kind: rate, target: 10, values: [-1]", .reversing, time: 0.2, progress: -0.1),
      // never achieved early, however fast: the years to come can still undo it
      Case("kind: rate, target: 10, values: [30, 30, 30, 30]", .ahead, time: 0.8, progress: 1.8561 / 0.4641),
      // the baseline's own year and those before do not count
      Case(
        "kind: rate, baseline: {year: 2020, value: 50}, target: 10, values: {2020: 50, 2021: 10}", .onTrack, time: 0.2,
        progress: 1),
      Case("kind: rate, target: 10, values: {2019: 50, 2020: 50, 2021: 10}", .onTrack, time: 0.2, progress: 1),
    ])
  func beforeTime(_ example: Case) throws { try example.check() }

  @Test(
    "Met or missed once the time is over",
    arguments: [
      // exactly 10 a year is '>= 10' and not '> 10'
      Case("kind: rate, target: 10, values: [10, 10, 10, 10, 10]", .achieved, time: 1, progress: 1),
      Case(
        "kind: rate, target: {value: 10, comparator: '>'}, values: [10, 10, 10, 10, 10]", .missed, time: 1, progress: 1),
      // no growth, and even a fall, is missed then and not reversing
      Case(
        "kind: rate, target: {value: 10, year: 2021}, values: {2021: -1}", .missed, time: 1, progress: -0.1),
      // 1.2 × 1.0 − 1 = 0.2 of 0.21
      Case(
        "kind: rate, target: {value: 10, year: 2022}, values: [20, 0]", .missed, time: 1, progress: 0.2 / 0.21),
      // q = 0.9524 is within 5 % of 1
      Case(
        "kind: rate, target: {value: 10, approx: true, year: 2022}, values: [20, 0]", .achieved, time: 1,
        progress: 0.2 / 0.21),
      // 1.2 × 0.99 − 1 = 0.188 of 0.21 is 0.895
      Case(
        "kind: rate, target: {value: 10, approx: true, year: 2022}, values: [20, -1]", .missed, time: 1,
        progress: 0.188 / 0.21),
    ])
  func afterTime(_ example: Case) throws { try example.check() }

  @Test(
    "Growth that should stay low, or should be negative",
    arguments: [
      // at most 2 a year: 3 is too fast, 1 is well within, a fall more so
      Case("kind: rate, target: {value: 2, comparator: '<='}, values: [3]", .behind, time: 0.2, progress: 1.5),
      Case("kind: rate, target: {value: 2, comparator: '<='}, values: [2.1]", .behind, time: 0.2, progress: 1.05),
      Case("kind: rate, target: {value: 2, comparator: '<='}, values: [2]", .onTrack, time: 0.2, progress: 1),
      Case("kind: rate, target: {value: 2, comparator: '<='}, values: [1.9]", .ahead, time: 0.2, progress: 0.95),
      Case("kind: rate, target: {value: 2, comparator: '<'}, values: [-1]", .ahead, time: 0.2, progress: -0.5),
      Case(
        "kind: rate, target: {value: 2, comparator: '<=', year: 2021}, values: {2021: 2}", .achieved, time: 1,
        progress: 1),
      Case(
        "kind: rate, target: {value: 2, comparator: '<', year: 2021}, values: {2021: 2}", .missed, time: 1, progress: 1),
      Case(
        "kind: rate, target: {value: 2, comparator: '<=', year: 2021}, values: {2021: 3}", .missed, time: 1,
        progress: 1.5),
      // down 5 % a year: 0.9 × 1 − 1 = −0.1 of 0.95² − 1 = −0.0975
      Case("kind: rate, target: -5, values: [-10, 0]", .onTrack, time: 0.4, progress: 0.1 / 0.0975),
      Case("kind: rate, target: -5, values: [1]", .reversing, time: 0.2, progress: -0.2),
      Case("kind: rate, target: {value: -5, year: 2021}, values: {2021: -6}", .achieved, time: 1, progress: 1.2),
      Case(
        "kind: rate, target: {value: -5, comparator: '<=', year: 2021}, values: {2021: -4}", .missed, time: 1,
        progress: 0.8),
      // a fall of no more than 5 %: −2 is well within, −6 is not
      Case(
        "kind: rate, target: {value: -5, comparator: '>=', year: 2021}, values: {2021: -2}", .achieved, time: 1,
        progress: 0.4),
      Case(
        "kind: rate, target: {value: -5, comparator: '>=', year: 2021}, values: {2021: -6}", .missed, time: 1,
        progress: 1.2),
      Case("kind: rate, target: {value: -5, comparator: '>='}, values: [1]", .ahead, time: 0.2, progress: -0.2),
    ])
  func directions(_ example: Case) throws { try example.check() }

  @Test(
    "Not assessable or without data",
    arguments: [
      // nothing is required, so nothing can be a share of it
      Case("kind: rate, target: 0, values: [3]", .notAssessable, because: .zeroTarget, time: 0.2),
      Case("kind: rate, values: [3]", .notAssessable, because: .noTarget),
      Case("kind: rate, target: {text: 高于GDP增长}, values: [3]", .notAssessable, because: .phrase, time: 0.2),
      Case(
        "kind: rate, target: 5, breaks: [2022], values: [3, 4]", .notAssessable, because: .breakInSeries, time: 0.4),
      // only the year before the plan
      Case("kind: rate, target: 5, values: {2020: 6}", .noData, because: .baselineOnly),
      // a year that nobody has reported, the first or one in between, is not guessed
      Case("kind: rate, target: 5, values: {2022: 7}", .notAssessable, because: .missingPeriod, time: 0.4),
      Case("kind: rate, target: 5, values: {2021: 7, 2023: 7}", .notAssessable, because: .missingPeriod, time: 0.6),
      // the years between a baseline and the plan are no part of it
      Case(
        "kind: rate, baseline: {year: 2018, value: 4}, target: 10, values: [10, 10]", .onTrack, time: 4.0 / 7,
        progress: 1),
      // whole years where there are any: the first quarter of 2022 counts for none
      Case("kind: rate, target: 10, values: {2021: 10, 2022 Q1: 30}", .onTrack, time: 0.2, progress: 1),
      // four quarters of one year: 1.1⁴ − 1 on both sides
      Case(
        "kind: rate, target: 10, values: {2021 Q1: 10, 2021 Q2: 10, 2021 Q3: 10, 2021 Q4: 10}", .onTrack, time: 0.2,
        progress: 1),
    ])
  func unjudged(_ example: Case) throws { try example.check() }

  @Test("The average growth is the geometric mean of the observed years")
  func average() throws {
    // √(1.2 × 1.05) − 1 = √1.26 − 1 = 12.2497 %
    #expect(near(try assessed("kind: rate, target: 10, values: [20, 5]").achievedAverage, 12.24972, within: 1e-5))
    #expect(near(try assessed("kind: rate, target: 10, values: [20, 5]").targetValue, 10))
    // everything lost: there is no root to draw
    let lost = assess(
      try resolved("- {name: n, kind: rate, target: 10, values: [-100]}\n").indicator, by: AssessmentRules())
    #expect(lost.achievedAverage == nil)
    #expect(lost.status == .reversing)
    #expect(lost.requiredChangePerYear == nil && lost.projection == nil)
  }
}
