import Testing
import Words

@testable import Indicators

/// Plan 2021–2025, baseline time 2021.0, target time 2026.0. All worked by hand.
@Suite("Relative targets, ranges, and targets for every period")
struct TargetFormTests {
  @Test(
    "The number that a change in per cent comes to is whole where the figures are, unless two would look equal",
    arguments: [
      ("baseline: 212, target: {change: '-40%'}, values: {2021: 219, 2022: 203}", "127"),
      ("baseline: 3, target: {change: '-50%'}", "1.5"), ("baseline: 8.5, target: {change: '-50%'}", "4.25"),
      ("baseline: 212, target: {change: '-40%'}, values: {2021: 127}", "127.2"),
    ])
  func digitsOfRelative(_ fields: String, _ number: String) throws {
    let target = IndicatorWords.target(of: try indicator(fields), .english)
    #expect(target.hasSuffix(", to \(number) (2025)"), "\(target)")
  }

  @Test("A change in per cent of the baseline: 1200 less 50 % is 600, of which 250 at 40 % of the time are 41.7 %")
  func relative() throws {
    let fields = "unit: kt, baseline: {year: 2020, value: 1200}, target: {change: -50%}"
    let result = try assessed("\(fields), values: {2022: 950}")
    #expect(result.targetValue == 600 && near(result.progress, 250.0 / 600) && near(result.timeProgress, 0.4))
    #expect(result.status == .onTrack)
    #expect(try assessed("\(fields), values: {2022: 600}").status == .achievedEarly)
    #expect(try assessed("\(fields), values: {2025: 601}").status == .missed)
    // About −50 %: 5 % of the change of 600 are 30.
    let about = "baseline: {year: 2020, value: 1200}, target: {change: -50%, approx: true}"
    #expect(try assessed("\(about), values: {2025: 630}").status == .achieved)
    #expect(try assessed("\(about), values: {2025: 631}").status == .missed)
    // Half as much again of −10 is −5: a share of the baseline's size.
    #expect(try assessed("baseline: -10, target: {change: +50%}, values: {2022: -8}").targetValue == -5)
  }

  @Test("The page shows both the change and the resulting value")
  func relativeWords() throws {
    let emissions = try indicator("unit: kt, baseline: {year: 2020, value: 1200}, target: {change: -50%, year: 2025}")
    #expect(IndicatorWords.target(of: emissions, .english) == "−50% against 2020, to 600 kt (2025)")
    #expect(IndicatorWords.target(of: emissions, .chinese) == "比2020年降低50%，至600 kt（2025年）")
    // One decimal more than the baseline's: 4.25, not 4.3 and not 4.250.
    let share = try indicator("baseline: 8.5, target: {change: -50%}")
    #expect(IndicatorWords.targetNumber(of: share, .english) == "4.25")
  }

  @Test("A range is met inside; outside, progress is measured by the distance from the baseline to the range")
  func range() throws {
    // 40 → 25 to 30: the distance is 10. At 33 it is 3, so p = 0.7; at 20, past the range, it is 5, so p = 0.5.
    let fields = "baseline: 40, target: {between: [25, 30]}"
    let onWay = try assessed("\(fields), values: {2023: 33}")
    #expect(onWay.status == .ahead && near(onWay.progress, 0.7) && onWay.targetValue == 30)
    #expect(try assessed("\(fields), values: {2023: 27}").status == .achievedEarly)
    #expect(try assessed("\(fields), values: {2025: 30}").status == .achieved)
    let past = try assessed("\(fields), values: {2023: 20}")
    #expect(past.status == .behind && near(past.progress, 0.5) && past.targetValue == 25)
    #expect(near(past.requiredChangePerYear, 2.5))
    #expect(try assessed("\(fields), values: {2025: 24}").status == .missed)
    #expect(try assessed("\(fields), values: {2023: 45}").status == .reversing)
    // From inside the range there is no way to go: until the end 29 shows nothing, and 31 has left it.
    let within = "baseline: 28, target: {between: [25, 30]}"
    let inside = try assessed("\(within), values: {2023: 29}")
    #expect(inside.status == .notAssessable && inside.reason == .noDistance)
    #expect(try assessed("\(within), values: {2023: 31}").status == .reversing)
    #expect(try assessed("\(within), values: {2025: 29}").status == .achieved)
    #expect(try assessed("\(within), values: {2025: 31}").status == .missed)
    #expect(audit(try indicator("\(within), values: {2023: 29}")) == [.noDistance])
    #expect(try assessed("target: {between: [25, 30]}, values: {2023: 31}").reason == .noBaseline)
    // About: 5 % of 30 are 1.5.
    #expect(
      try assessed("baseline: 40, target: {between: [25, 30], approx: true}, values: {2025: 31.5}").status == .achieved)
  }

  @Test("A range in words, and its arithmetic")
  func rangeWords() throws {
    let days = try indicator("unit: days, baseline: 40, target: {between: [25, 30], year: 2025}, values: {2023: 33}")
    #expect(IndicatorWords.target(of: days, .english) == "25 to 30 days (2025)")
    #expect(IndicatorWords.target(of: days, .chinese) == "25至30 days（2025年）")
    #expect(IndicatorWords.targetNumber(of: days, .english) == "25 to 30")
    #expect(
      IndicatorWords.arithmetic(of: days, assess(days, by: AssessmentRules()), .english)
        == "1 − |33 − 30| ÷ |40 − 30| = 70%; 60% of the time had passed")
  }

  @Test(
    "A period without a figure may not have kept its bound; one that is broken is told all the same",
    arguments: [
      Case("target: {every: 50}, values: {2021: 60, 2024: 55}", .notAssessable, because: .missingPeriod, time: 0.8),
      Case("target: {every: 50}, values: {2022: 60}", .notAssessable, because: .missingPeriod, time: 0.4),
      Case("target: {every: 50}, values: {2021: 60, 2024: 45}", .breached, time: 0.8),
      Case("target: {every: 50}, values: {2021: 40, 2024: 55}", .breached, time: 0.8),
      // A quarter after a year leaves no year out: τ = 1.75/5.
      Case("target: {every: 50}, values: {2021: 60, 2022 Q3: 55}", .held, time: 0.2),
      Case("frequency: every 2 years, target: {every: 50}, values: {2022: 60, 2024: 55}", .held, time: 0.8),
    ])
  func missingPeriods(_ example: Case) throws { try example.check() }

  @Test("A breach takes the whole range of a figure")
  func breachWithinRange() throws {
    // 50 lies between 40 and 56, and is above 40 to 48.
    let within = try indicator("kind: floor, target: 50, values: {2021: {value: 48, low: 40, high: 56}, 2022: 60}")
    #expect(assess(within, by: AssessmentRules()).status == .held)
    #expect(within.brokenPeriods.isEmpty)
    let below = try indicator("kind: floor, target: 50, values: {2021: {value: 44, low: 40, high: 48}, 2022: 60}")
    #expect(assess(below, by: AssessmentRules()).status == .backWithin)
    #expect(below.brokenPeriods == [.year(2021)])
  }

  @Test("A target for every period is a floor of each, and the periods that broke it are named")
  func every() throws {
    let fields = "kind: increase, measure: annual, target: {every: 50}"
    #expect(try assessed("\(fields), values: {2021: 60, 2022: 50}").status == .held)
    #expect(try assessed("\(fields), values: {2021: 60, 2022: 40}").status == .breached)
    let back = try indicator("\(fields), values: {2021: 40, 2022: 60, 2023: 45, 2024: 55}")
    let result = assess(back, by: AssessmentRules())
    // A broken promise stays broken, even if the newest figure keeps the bound.
    #expect(result.status == .breached && result.margin == 5 && result.progress == nil)
    #expect(IndicatorWords.standing(of: back, result, .english) == nil)
    #expect(IndicatorWords.brokenPeriods(of: back, .english) == "2021, 2023")
    let months = (1...7).map { "2022-0\($0): \($0 == 3 ? 60 : 40)" }.joined(separator: ", ")
    let many = try indicator("kind: floor, target: 50, values: {\(months)}")
    #expect(IndicatorWords.brokenPeriods(of: many, .english) == "6 of 7 months, the last in July 2022")
    #expect(IndicatorWords.keptPeriods(of: many, .english) == "met in 1 of 7 months")
    #expect(IndicatorWords.keptPeriods(of: back, .english) == "met in 2 of 4 years")
    let french = BuiltInWords.file("fr").language()
    #expect(IndicatorWords.keptPeriods(of: back, french) == "respecté 2 années sur 4")
    for (count, word) in [(1, "année"), (2, "années"), (5, "années"), (11, "années"), (21, "années"), (100, "années")] {
      let text = french.text(.keptYears, count: count, [.count: String(count), .total: "120"])
      #expect(text == "respecté \(count) \(word) sur 120")
    }
    #expect(IndicatorWords.explanation(of: result, back, .chinese) == "4年中守住2年")
    #expect(IndicatorWords.shortfall(of: back, result, .english) == "met in 2 of 4 years")
    #expect(IndicatorWords.brokenPeriods(of: many, .chinese) == "7个月中有6个月，最近一次为2022年7月")
    let floor = try indicator("kind: floor, target: 50, values: {2021: 40, 2022: 55}")
    let restored = assess(floor, by: AssessmentRules())
    #expect(restored.status == .backWithin && restored.status.statusClass == .onCourse)
    #expect(IndicatorWords.word(for: Verdict(restored, of: floor), .english) == "Back above the floor")
    #expect(IndicatorWords.goal(of: back, .chinese) == "每年不低于50")
    // A ceiling with `<=`.
    let ceiling = try indicator("target: {every: 50, comparator: \"<=\"}, values: {2021: 60, 2022: 49}")
    let within = assess(ceiling, by: AssessmentRules())
    #expect(within.status == .breached && within.margin == 1)
    #expect(IndicatorWords.goal(of: ceiling, .english) == "at most 50 every year")
    // 50 until 2022, 60 from 2023 on: 55 keeps the first and breaks the second.
    let rising = "targets: [{year: 2022, every: 50}], target: {every: 60}"
    #expect(try assessed("\(rising), values: {2021: 60, 2022: 55}").status == .held)
    #expect(try assessed("\(rising), values: {2022: 55, 2023: 55}").status == .breached)
  }
}

@Suite("Changed targets")
struct ChangedTargetTests {
  @Test(
    "The status by the target in force and by the original; each key that an entry leaves out is as after the change")
  func original() throws {
    // 0 → 20, lowered to 14: at 8 and 40 % of the time p is 8/14 = 57 % and was 8/20 = 40 %.
    let lowered = try indicator(
      "baseline: 0, target: {value: 14, earlier: [{value: 20, until: 2022-03, by: the council, why: less money}]}, values: {2022: 8}"
    )
    #expect(assess(lowered, by: AssessmentRules()).status == .ahead)
    let original = try #require(lowered.original)
    #expect(original.targetValue == 20 && original.target?.period == .year(2025))
    #expect(assess(original, by: AssessmentRules()).status == .onTrack)
    #expect(
      IndicatorWords.changes(of: lowered, .english)
        == ["20 → 14, changed in March 2022 by the council, because less money"])
    #expect(IndicatorWords.changes(of: lowered, .chinese) == ["20 → 14，2022年3月由the council调整，原因：less money"])
  }

  @Test("Several changes are a chain, whatever their order in the file")
  func chain() throws {
    let changed = try indicator(
      "baseline: 0, target: {value: 10, year: 2025, earlier: [{value: 12, until: 2023-06-30}, {value: 20, year: 2024, until: 2022-03, why: x}]}"
    )
    #expect(
      IndicatorWords.changes(of: changed, .english) == [
        "12 → 10, changed on 30 June 2023, no reason given", "20 (2024) → 12 (2025), changed in March 2022, because x",
      ])
    #expect(changed.original?.targetValue == 20)
  }

  @Test(
    "An entry may hold the baseline, the kind, the path and the words of the promise; none says that there was none")
  func otherKeys() throws {
    let changed = try indicator(
      "unit: km, kind: floor, baseline: {year: 2020, value: 5}, target: {value: 9, comparator: \">\", earlier: [{kind: level, baseline: none, comparator: \">=\", approx: true, targets: [{year: 2023, value: 7}], until: 2024}]}, values: {2023: 8}"
    )
    let original = try #require(changed.original)
    #expect(original.kind == .level && original.baseline == nil && original.target?.isApproximate == true)
    #expect(original.interimTargets.map(\.period) == [.year(2023)])
    #expect(
      IndicatorWords.changes(of: changed, .english) == [
        "at least about 9 → more than 9 km; baseline none → 5 km (2020); kind Level → Floor; interim targets 7 km (2023) → none, changed in 2024, no reason given"
      ])
    // Another unit cannot be compared with the figures.
    #expect(
      try indicator("unit: km, target: {value: 9, earlier: [{value: 9000, unit: m, until: 2024}]}").original == nil)
  }

  @Test("Words that name a year of their own are not due at the end of the plan")
  func yearInWords() throws {
    let named = try indicator("target: {text: accredited by 2027}")
    #expect(named.target?.isPeriodKnown == false && named.targetPeriod == nil)
    #expect(try indicator("target: {text: 2027年前通过认证}").targetPeriod == nil)
    #expect(try indicator("target: {text: accredited by 2027, year: 2025}").targetPeriod == .year(2025))
    // Words without a year have no year on pages; a judgement by hand nevertheless ends with the plan.
    let open = try indicator("target: {text: faster than the economy of 12000 towns}")
    #expect(open.targetPeriod == nil && open.target?.isPeriodAssumed == true && open.target?.period == .year(2025))
    #expect(open.facts(quote: nil).contains(PromiseFact("year", .number("2025"))))
  }

  @Test("A direction alone was the whole target")
  func direction() throws {
    let changed = try indicator(
      "baseline: 5, target: {value: 9, earlier: [{direction: up, until: 2022-03, why: measured}]}, values: {2022: 6}")
    #expect(changed.original.map { assess($0, by: AssessmentRules()).status } == .improving)
  }
}
