import Indicators
import Testing

/// Figures from before the plan, for parts of a year, and of days that nobody knows yet. Plan 2021–2025.
@Suite("A status is of the time and the rhythm of its target")
struct ComparedPeriodTests {
  @Test(
    "Figures from before the plan say nothing of it, however old the baseline is",
    arguments: [
      Case("baseline: {year: 2010, value: 10}, target: 20, values: {2014: 19}", .noData, because: .baselineOnly),
      Case("baseline: {year: 2010, value: 10}, target: 20, values: {2020: 19}", .noData, because: .baselineOnly),
      // 11 of 15 years
      Case(
        "baseline: {year: 2010, value: 10}, target: 20, values: {2020: 17, 2021: 18}", .ahead, time: 11.0 / 15,
        progress: 0.8),
      Case(
        "kind: floor, baseline: {year: 2010, value: 19}, target: 18, values: {2020: 19}", .noData,
        because: .baselineOnly),
      Case(
        "kind: ceiling, baseline: {year: 2010, value: 9}, target: {every: 18}, values: {2020: 19}", .noData,
        because: .baselineOnly),
      Case(
        "kind: increase, baseline: {year: 2010, value: 0}, target: 18, values: {2020: 19}", .noData,
        because: .baselineOnly),
      Case(
        "kind: rate, baseline: {year: 2018, value: 5}, target: 5, values: {2019: 6, 2020: 6}", .noData,
        because: .baselineOnly),
      Case(
        "baseline: {year: 2010, value: 10}, target: {between: [15, 20]}, values: {2020: 16}", .noData,
        because: .baselineOnly),
      Case(
        "baseline: {year: 2010, value: 10}, target: {direction: up}, values: {2020: 16}", .noData,
        because: .baselineOnly),
      // without a target nothing is promised for the time of the plan
      Case("baseline: {year: 2010, value: 10}, direction: up, values: {2020: 16}", .improving),
      // a target of an earlier time is of that time
      Case(
        "baseline: {year: 2010, value: 10}, target: {value: 15, year: 2020}, values: {2020: 16}", .achieved, time: 1,
        progress: 1.2),
    ])
  func beforePlan(_ example: Case) throws { try example.check() }

  @Test("The page says why a baseline is all there is")
  func beforePlanInWords() throws {
    let example = try indicator("baseline: {year: 2010, value: 10}, target: 20, values: {2020: 19}")
    let result = assess(example, by: AssessmentRules())
    #expect(IndicatorWords.explanation(of: result, example, .english) == "no figure from the time of the plan yet")
    let only = try indicator("baseline: 10, target: 20, values: {2020: 10}")
    #expect(IndicatorWords.explanation(of: assess(only, by: AssessmentRules()), only, .english) == nil)
  }

  @Test(
    "A part of a year neither meets nor misses what is promised from a whole year",
    arguments: [
      Case(
        "baseline: 25, target: 28, values: {2023-01: 30}", .ahead, because: .periodLength, time: 25.0 / 60,
        progress: 5.0 / 3),
      Case(
        "baseline: 25, target: 28, values: {2023-01: 25.1}", .behind, because: .periodLength, time: 25.0 / 60,
        progress: 0.1 / 3),
      Case(
        "baseline: 25, target: 28, values: {2025-12: 30}", .notAssessable, because: .periodLength, time: 1,
        progress: 5.0 / 3),
      Case(
        "baseline: 25, target: 28, values: {2025 H2: 26}", .notAssessable, because: .periodLength, time: 1,
        progress: 1.0 / 3),
      // a stock at the end of a month is compared with one
      Case(
        "baseline: {year: 2020-12, value: 25}, target: 28, values: {2023-01: 30}", .achievedEarly, time: 25.0 / 60,
        progress: 5.0 / 3),
      // all figures are for months
      Case("target: 28, values: {2022-12: 26, 2023-01: 30}", .achievedEarly, time: 25.0 / 60),
      // whole years, where there are any
      Case("baseline: 25, target: 28, values: {2022: 26.2, 2023-01: 30}", .onTrack, time: 0.4, progress: 0.4),
      Case("target: 28, values: {2022: 26.2, 2023-01: 30}", .notAssessable, because: .noBaseline, time: 0.4),
    ])
  func partOfYear(_ example: Case) throws { try example.check() }

  @Test("Each quarter has to reach what is promised of quarters, and a year no quarter's amount")
  func quarters() throws {
    let fields = "target: {every: 250}, frequency: quarterly"
    let short = try indicator("\(fields), values: {2021: 1040, 2021 Q1: 262, 2021 Q2: 248}")
    let result = assess(short, by: AssessmentRules())
    #expect(result.status == .breached && result.latest?.period == .quarter(2021, quarter: 2))
    #expect(short.brokenPeriods == [.quarter(2021, quarter: 2)])
    #expect(IndicatorWords.target(of: short, .english) == "at least 250 every quarter (2021–2025)")
    #expect(audit(short) == [.otherLength(.year(2021), judgedMonths: 3)])
    let years = try indicator("\(fields), values: {2021: 1040}")
    let unclear = assess(years, by: AssessmentRules())
    #expect(unclear.status == .notAssessable && unclear.reason == .periodLength)
    // Without a frequency the year is what has to reach it, and the words say so.
    let yearly = try indicator("target: {every: 250}, values: {2021: 1040, 2021 Q1: 262, 2021 Q2: 248}")
    #expect(assess(yearly, by: AssessmentRules()).latest?.period == .year(2021))
    #expect(IndicatorWords.target(of: yearly, .english) == "at least 250 every year (2021–2025)")
    #expect(audit(yearly) == [.otherLength(.quarter(2021, quarter: 1), judgedMonths: 12)])
    // A year that is not over yet is no doubt.
    #expect(audit(try indicator("target: {every: 250}, values: {2021: 1040, 2022 Q1: 262}")).isEmpty)
  }

  @Test("What cannot be compared is a warning")
  func warnings() throws {
    #expect(
      audit(try indicator("baseline: 25, target: 28, values: {2023-01: 27}")) == [
        .partOfYear(.month(2023, month: 1))
      ])
    #expect(
      audit(try indicator("baseline: 25, target: 28, values: {2022: 26.2, 2023-01: 27}")) == [
        .otherLength(.month(2023, month: 1), judgedMonths: 12)
      ])
    #expect(audit(try indicator("baseline: {year: 2020-12, value: 25}, target: 28, values: {2023-01: 27}")).isEmpty)
  }

  @Test("A judgement of a day after 'as-of' is left out, and one of the day itself is not")
  func judgements() throws {
    let example = try indicator("target: {text: better}, judgement: {status: achieved, on: 2023-04-01}")
    #expect(assess(example, by: AssessmentRules(knownUntil: 2023.25)).reason == .noFigures)
    #expect(assess(example, by: AssessmentRules(knownUntil: 2023.5)).status == .achieved)
    #expect(assess(example, by: AssessmentRules()).status == .achieved)
  }

  @Test("A milestone that is done stays done, and is not begun afterwards")
  func doneBeforeStarted() throws {
    let wrong = try resolved("- {name: n, kind: milestone, due: 2024, started: 2024-05, done: 2023-02}\n")
    #expect(
      wrong.findings.contains(
        "a milestone that is done in 2023-02 cannot be started in 2024-05 [indicator.period]"), "\(wrong.findings)")
    #expect(wrong.findings.contains("hint: correct one of the two dates"))
    // 2023-02 is within 2023.
    try Case(
      "kind: milestone, due: 2024, started: 2023, done: 2023-02", .achievedEarly, time: (2 + 2.0 / 12) / 4
    ).check()
  }

  @Test("The plan's baseline and the figure for its time are both told where they differ")
  func otherBaseline() throws {
    let other = try indicator("unit: km, baseline: 10, target: 20, values: {2020: 14, 2021: 15}")
    #expect(
      audit(other) == [
        .otherBaseline(
          .year(2020), baseline: try #require(other.baseline).value, value: try #require(other.observations[0].value))
      ])
    #expect(
      IndicatorWords.besideBaseline(of: other, .english)
        == "The plan counts from 10 km; the figure published for the time of the baseline, 2020, is 14 km.")
    for same in [
      "baseline: 10, target: 20, values: {2020: 10.3, 2021: 15}",
      "baseline: 10, target: 20, values: {2020: 14, 2021: 15}, revisions: [{period: 2020, value: 10}]",
      "kind: increase, measure: annual, baseline: 10, target: 200, values: {2020: 14, 2021: 15}",
    ] {
      #expect(audit(try indicator(same)).isEmpty)
      #expect(IndicatorWords.besideBaseline(of: try indicator(same), .english) == nil)
    }
  }

  @Test("With less than a year left the change that is needed is that until the end")
  func changeLeft() throws {
    let example = try indicator(
      "unit: minutes, baseline: {year: 2020-12, value: 187}, target: 120, values: {2025-08: 149, 2025-09: 151}")
    let result = assess(example, by: AssessmentRules())
    #expect(near(result.requiredChangePerYear, -124))
    #expect(IndicatorWords.requiredChange(of: example, result, .english) == nil)
    #expect(IndicatorWords.changeLeft(of: example, result, .english) == "−31 minutes by the end of 2025")
    let early = try indicator("unit: minutes, baseline: 187, target: 120, values: {2024: 149}")
    let left = assess(early, by: AssessmentRules())
    #expect(IndicatorWords.requiredChange(of: early, left, .english) == "−29 minutes")
    #expect(IndicatorWords.changeLeft(of: early, left, .english) == nil)
  }

  @Test("A change in per cent of a baseline below zero is told as the number that it comes to")
  func negativeBaseline() throws {
    let example = try indicator("baseline: -10, target: {change: '-50%'}, values: {2022: -7}")
    guard case .negativeBaseline(let share, let baseline)? = audit(example).first else {
      Issue.record("\(audit(example))")
      return
    }
    #expect(share.value == -50 && baseline.value == -10 && example.targetValue == -15)
  }
}
