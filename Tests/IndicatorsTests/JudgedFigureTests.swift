import Indicators
import Testing

/// Figures that look like a verdict and are not one. Every number was computed by hand.
@Suite("A status is of the figures that the target is about")
struct JudgedFigureTests {
  @Test(
    "What comes after the target's time neither meets nor misses it",
    arguments: [
      // 48 of 50 in 2022: 51 in 2023 is too late, and 45 takes nothing from 52.
      Case(
        "baseline: 0, target: {year: 2022, value: 50}, values: {2022: 48, 2023: 51}", .missed, time: 1, progress: 0.96),
      Case(
        "baseline: 0, target: {year: 2022, value: 50}, values: {2022: 52, 2023: 45}", .achieved, time: 1, progress: 1.04
      ),
      // 20 + 20 of 50; the 20 of 2023 do not count.
      Case(
        "kind: increase, measure: annual, target: {year: 2022, value: 50}, values: {2021: 20, 2022: 20, 2023: 20}",
        .missed, time: 1, progress: 0.8),
      // 1.02² − 1 = 4.04 % of 1.05² − 1 = 10.25 %.
      Case(
        "kind: rate, target: {year: 2022, value: 5}, values: {2021: 2, 2022: 2, 2023: 20}", .missed, time: 1,
        progress: 0.0404 / 0.1025),
      Case("kind: floor, target: {year: 2022, value: 18}, values: {2022: 19, 2023: 17}", .held, time: 1),
      Case("target: {every: 18, year: 2022}, values: {2021: 18, 2022: 19, 2023: 17}", .held, time: 1),
      // If 2022 is left out, no later figure shows the status of that time: 40 of 50, half of the time, and then
      // nothing.
      Case(
        "baseline: 0, target: {year: 2022, value: 50}, values: {2021: 40, 2023: 51, 2025: 60}", .noData,
        because: .overdue, time: 0.5, progress: 0.8),
      Case(
        "baseline: 0, target: {year: 2022, value: 50}, values: {2021: 40, 2022: ~, 2023: 49}", .noData,
        because: .overdue, time: 0.5, progress: 0.8),
      Case("target: {year: 2022, value: 50}, values: {2023: 51}", .noData, because: .overdue),
      Case(
        "kind: floor, target: {year: 2022, value: 18}, values: {2021: 19, 2023: 20}", .noData, because: .overdue,
        time: 0.5),
      // A total that had reached its target before needs no figure for its year.
      Case(
        "kind: increase, target: {year: 2022, value: 50}, values: {2021: 52, 2023: 60}", .achievedEarly, time: 0.5,
        progress: 1.04),
      // A budget year that begins within the target's time is one for it, and the next is not.
      Case(
        "baseline: 0, target: {year: 2022, value: 50}, values: {2021/22: 40, 2022/23: 49, 2023/24: 60}", .missed,
        time: 1.125, progress: 0.98),
      // Three months of 2022 are not the time of the target, and a milestone that is done late is done.
      Case(
        "baseline: 0, target: {year: 2022, value: 50}, values: {2022 Q3: 49, 2023: 60}", .noData, because: .overdue,
        time: 0.875, progress: 0.98),
      Case("kind: milestone, due: 2022, values: {2021: started, 2024: done}", .achieved, because: .doneLate, time: 2),
      // A direction that names a year: 3 of 100 in 2 years, whatever comes after.
      Case("baseline: 100, target: {direction: up, year: 2022}, values: {2022: 103, 2023: 90}", .improving),
      // Without a year there is no end.
      Case("baseline: 100, target: {direction: up}, values: {2025: 103, 2026: 90}", .worsening),
    ])
  func late(_ example: Case) throws { try example.check() }

  @Test("Left-out figures are reported, and no finding contradicts the status")
  func leftOut() throws {
    let passed = try indicator("baseline: 4, target: {year: 2022, value: 10}, values: {2021: 5, 2025: 11}")
    #expect(audit(passed) == [.late(.year(2025), missing: .year(2022))])
    // (5 − 4) ÷ (10 − 4) = 17 % at 50 % of the time.
    let result = assess(passed, by: AssessmentRules())
    #expect(result.status == .noData && result.reason == .overdue && result.lastStatus == .behind)
    // A date for the next figure does not put off what later figures have passed over.
    let put = try indicator(
      "baseline: 4, next-update: 2030-01-01, target: {year: 2022, value: 10}, values: {2021: 5, 2025: 11}")
    #expect(assess(put, by: AssessmentRules(knownUntil: 2026)).reason == .overdue)
    let own = try indicator("baseline: 4, target: {year: 2022, value: 10}, values: {2022: 9, 2023: 11}")
    #expect(audit(own) == [.late(.year(2023), missing: nil)])
    #expect(audit(try indicator("baseline: 4, target: {year: 2022, value: 10}, values: {2022/23: 9}")).isEmpty)
    #expect(audit(try indicator("kind: milestone, due: 2022, values: {2024: done}")).isEmpty)
    // Due far beyond the rhythm of two years after the target's time, or of six.
    let late = "baseline: 4, target: 10, values: {2022: 5}"
    #expect(audit(try indicator("next-update: 2028-01-15, \(late)")).count == 1)
    #expect(audit(try indicator("next-update: 2027-12-31, \(late)")).isEmpty)
    #expect(audit(try indicator("next-update: 2028-01-15, frequency: every 5 years, \(late)")).isEmpty)
  }

  @Test("A stated precision gives way where it would hide on which side of the target a figure is")
  func precision() throws {
    func message(_ fields: String) throws -> (String?, String?) {
      let example = try indicator(fields)
      let result = assess(example, by: AssessmentRules())
      return (
        IndicatorWords.message(of: example, result, .english), IndicatorWords.arithmetic(of: example, result, .english)
      )
    }
    let fields = "precision: 0, baseline: 50, target: {year: 2023, value: 100}"
    // 49.6 of 50 are 99.2 %: missed, by 0.4.
    let short = try message("\(fields), values: {2021: 71.26, 2023: 99.6}")
    #expect(short.0 == "99.6 in 2023, 0.4 short of the 2023 target of 100.0")
    #expect(short.1 == "(99.6 − 50.0) ÷ (100.0 − 50.0) = 99%; 100% of the time had passed")
    // 48.6 of 50: the stated precision says enough.
    let clear = try message("\(fields), values: {2021: 71.26, 2023: 98.6}")
    #expect(clear.0 == "99 in 2023, 1 short of the 2023 target of 100")
    #expect(clear.1 == "(99 − 50) ÷ (100 − 50) = 97%; 100% of the time had passed")
    let floor = try indicator("precision: 0, kind: floor, target: 18, values: {2021: 17.96, 2022: 19.2}")
    #expect(floor.precision == 2 && IndicatorWords.latest(of: floor, .english) == "19.20 (2022)")
  }

  @Test("The newest figure is still shown, and the arithmetic has the figures that were judged")
  func shown() throws {
    let example = try indicator(
      "kind: increase, measure: annual, target: {year: 2022, value: 50}, values: {2021: 20, 2022: 20, 2023: 25}")
    let result = assess(example, by: AssessmentRules())
    #expect(IndicatorWords.latest(of: example, .english) == "25 (2023)")
    #expect(result.latest?.period == .year(2022))
    #expect(
      IndicatorWords.arithmetic(of: example, result, .english) == "(20 + 20) ÷ 50 = 80%; 100% of the time had passed")
    let floor = try indicator("kind: floor, target: {year: 2022, value: 18}, values: {2021: 17, 2022: 19, 2023: 17}")
    #expect(floor.brokenPeriods == [.year(2021)])
  }

  @Test(
    "Amounts are added up if their periods follow one another",
    arguments: [
      Case(
        "kind: increase, measure: annual, target: 500, values: {2021: 100, 2022 Q1: 25, 2022 Q2: 25}", .onTrack,
        time: 0.3, progress: 0.3),
      // 3 quarters of 2021 are not known
      Case(
        "kind: increase, measure: annual, target: 500, values: {2021 Q1: 100, 2022 Q1: 100}", .notAssessable,
        because: .missingPeriod, time: 0.25),
      // the fourth quarter would count twice
      Case(
        "kind: increase, measure: annual, target: 500, values: {2021: 100, 2021 Q4: 30, 2022: 100}", .notAssessable,
        because: .overlap, time: 0.4),
      // budget years begin in April: 2 of 5 and a quarter years
      Case(
        "kind: increase, measure: annual, target: {value: 500, year: 2025/26}, values: {2021/22: 100, 2022/23: 100}",
        .onTrack, time: 2.25 / 5.25, progress: 0.4),
    ])
  func coverage(_ example: Case) throws { try example.check() }

  @Test("An amount that each year has to reach is not compared with that of a quarter")
  func partsOfPeriods() throws {
    let fields = "kind: increase, measure: annual, target: {every: 50}"
    let year = try assessed("\(fields), values: {2021: 60, 2022 Q1: 15}")
    #expect(year.status == .held && year.latest?.period == .year(2021))
    // Where all values are for quarters, each of them is a period.
    #expect(try assessed("\(fields), values: {2021 Q4: 60, 2022 Q1: 15}").status == .breached)
  }

  @Test("Who is on a path that leads away first does not reverse")
  func detour() throws {
    // From 100 to 110 in 2022 and to 50 in 2025. In 2022: p = (109 − 100) / (50 − 100) = −0.18, e = −0.2.
    let fields = "baseline: 100, targets: [{year: 2022, value: 110}], target: 50"
    let onPath = try assessed("\(fields), values: {2022: 109}")
    #expect(onPath.status == .onTrack && near(onPath.progress, -0.18) && near(onPath.expectedProgress, -0.2))
    // 113: p = −0.26 is 6 points short.
    #expect(try assessed("\(fields), values: {2022: 113}").status == .reversing)
    // 107: p = −0.14 is 6 points better.
    #expect(try assessed("\(fields), values: {2022: 107}").status == .ahead)
  }

  @Test("Past the far end of a range nothing is ahead")
  func pastRange() throws {
    // From 40 to 25 to 30: at 24 the distance is 1 of 10, so p = 0.9, but the figures moved back.
    let fields = "baseline: 40, target: {between: [25, 30]}, values: {2022: 24}"
    let past = try assessed(fields)
    #expect(past.status == .behind && past.reason == .pastRange && near(past.progress, 0.9))
    #expect(IndicatorWords.explanation(of: past, try indicator(fields), .english) == "the value is past the range")
    #expect(IndicatorWords.explanation(of: past, try indicator(fields), .chinese) == "已越过目标区间")
    // From 10 upwards: 32 is past 30.
    #expect(try assessed("baseline: 10, target: {between: [25, 30]}, values: {2022: 32}").reason == .pastRange)
    #expect(try assessed("baseline: 10, target: {between: [25, 30]}, values: {2025: 32}").status == .missed)
  }

  @Test(
    "Where nothing says which side of a target is good, a figure beyond it from the start on is not judged",
    arguments: [
      Case("target: 5, values: {2021: 9, 2022: 8}", .notAssessable, because: .noBaseline, time: 0.4),
      Case("target: 5, values: {2021: 9, 2025: 4}", .notAssessable, because: .noBaseline, time: 1),
      // the target itself is good, whatever was meant
      Case("target: 5, values: {2021: 9, 2022: 5}", .achievedEarly, time: 0.4),
      Case("target: 5, direction: up, values: {2021: 9, 2022: 8}", .achievedEarly, time: 0.4),
      Case("target: {value: 5, comparator: '>='}, values: {2021: 9, 2022: 8}", .achievedEarly, time: 0.4),
      Case("target: 5, direction: down, values: {2021: 9, 2022: 8}", .notAssessable, because: .noBaseline, time: 0.4),
      // from below it is a number to reach
      Case("target: 5, values: {2021: 4, 2022: 6}", .achievedEarly, time: 0.4),
    ])
  func unclearSide(_ example: Case) throws { try example.check() }

  @Test("Without a baseline the path has a wrong side too")
  func wrongSideOfPath() throws {
    let fields = "direction: down, targets: [{year: 2021, value: 50}], target: 60"
    #expect(try assessed("\(fields), values: {2022: 40}").reason == .wrongSide)
    #expect(audit(try indicator("\(fields), values: {2022: 40}")) == [.wrongSide(wantsMore: false)])
  }

  @Test("An approximate target is not met by the baseline that it leads away from")
  func approximate() throws {
    // 5 % of 50 are 2.5, and the way from 48 is 2: so 5 % of 2, which is 49.9.
    let fields = "baseline: 48, target: {value: 50, approx: true}"
    #expect(try assessed("\(fields), values: {2021: 47.6}").status == .reversing)
    #expect(try assessed("\(fields), values: {2025: 49.8}").status == .missed)
    #expect(try assessed("\(fields), values: {2025: 49.9}").status == .achieved)
    let range = "baseline: 48, target: {between: [50, 60], approx: true}"
    #expect(try assessed("\(range), values: {2021: 47.6}").status == .reversing)
    #expect(try assessed("\(range), values: {2025: 62.9}").status == .achieved)
  }

  @Test("A judgement by hand of how a target is getting on ends with its time")
  func judgement() throws {
    let after = AssessmentRules(knownUntil: 2024.5)
    func judged(_ status: String, _ day: String = ", on: 2021-06-01") throws -> Assessment {
      let fields = "target: {text: better, year: 2022}, judgement: {status: \(status), by: X\(day)}"
      return assess(try indicator(fields), by: after)
    }
    let old = try judged("on-track")
    #expect(old.status == .noData && old.reason == .overdue && old.lastStatus == .onTrack)
    #expect(try judged("on-track", "").reason == .overdue)
    // A judgement after the end stays, as does one that it was met or missed.
    #expect(try judged("behind", ", on: 2023-03-01").status == .behind)
    #expect(try judged("achieved").status == .achieved)
    #expect(try judged("missed").status == .missed)
  }

  @Test("The second opinion by growth does not call a target met that the first does not")
  func growth() throws {
    func outcome(_ fields: String) throws -> String {
      switch GrowthAssessment.of(try indicator(fields)) {
      case .success(let result): result.outcome.rawValue
      case .failure(let failure): failure.reason.rawValue
      }
    }
    #expect(try outcome("direction: up, baseline: 70, target: 55, values: {2022: 60}") == "wrong-side")
    // (55 ÷ 40)^(1/2) − 1 = 17.3 % of (55 ÷ 40)^(1/5) − 1 = 6.6 %, but 55 is not more than 55.
    #expect(
      try outcome("baseline: 40, target: {value: 55, comparator: '>'}, values: {2022: 55}") == "substantial")
    #expect(try outcome("baseline: 40, target: 55, values: {2022: {value: 50, low: 30, high: 60}}") == "within-range")
    #expect(try outcome("baseline: 40, target: 55, values: {2022: {value: 50, low: 49, high: 51}}") == "substantial")
    // 2022 is judged, not 2023.
    #expect(try outcome("baseline: 40, target: {year: 2022, value: 55}, values: {2022: 56, 2023: 41}") == "achieved")
  }

  @Test("A sentence names the bound of the figure's own period, and rounds nothing to the other side of a target")
  func sentences() throws {
    // 45 a year until 2024, and 50 only in 2025.
    let path = try indicator(
      "targets: [{year: 2024, every: 45}], target: {every: 50}, values: {2021: 50, 2022: 49, 2023: 46}")
    let result = assess(path, by: AssessmentRules())
    #expect(result.status == .held && result.margin == 1)
    #expect(IndicatorWords.message(of: path, result, .english) == "46 in 2023, kept above the floor of 45")
    // 1.05 × 1.049 × 1.051 = 1.157624 is a little less than 1.05³ = 1.157625; the average is 4.99997.
    let rate = try indicator("kind: rate, target: {value: 5, approx: true}, values: {2021: 5, 2022: 4.9, 2023: 5.1}")
    let growth = assess(rate, by: AssessmentRules())
    #expect(
      IndicatorWords.message(of: rate, growth, .english)
        == "5.1 in 2023, 5.0 a year on average, equal to the target of about 5")
    #expect(IndicatorWords.arithmetic(of: rate, growth, .english)?.hasSuffix("[(1 + 5%)^3 − 1] = 99.99%") == true)
  }

  @Test("A floor that is a target for every period is not called a limit that was exceeded")
  func breachInWords() throws {
    let fields = "unit: km, kind: increase, measure: annual, target: {every: 50}, values: {2021: 60, 2022: 45}"
    let example = try indicator(fields)
    let result = assess(example, by: AssessmentRules())
    #expect(result.status == .breached)
    #expect(IndicatorWords.shortfall(of: example, result, .english) == "5 km below the floor")
    #expect(IndicatorWords.shortfall(of: example, result, .chinese) == "低于下限5 km")
  }

  @Test("Shares have enough digits to show how the status was reached")
  func digits() throws {
    func text(_ value: String) throws -> String? {
      let example = try indicator("baseline: 0, target: 100, values: {2022: \(value)}")
      return IndicatorWords.arithmetic(of: example, assess(example, by: AssessmentRules()), .english)
    }
    #expect(try text("44") == "(44 − 0) ÷ (100 − 0) = 44%; 40% of the time had passed")
    // On track: less than 5 points apart, and 45 % would be 5.
    #expect(try text("44.7") == "(44.7 − 0) ÷ (100 − 0) = 44.7%; 40.0% of the time had passed")
    #expect(try text("44.97") == "(44.97 − 0) ÷ (100 − 0) = 44.97%; 40.00% of the time had passed")
    #expect(try text("45") == "(45 − 0) ÷ (100 − 0) = 45%; 40% of the time had passed")
    #expect(try text("-0.3") == "((−0.3) − 0) ÷ (100 − 0) = −0.3%; 40.0% of the time had passed")
    #expect(try text("99.6") == "(99.6 − 0) ÷ (100 − 0) = 99.6%; 40.0% of the time had passed")
    let trend = try indicator("baseline: 98, limit: 100, target: {direction: up}, values: {2022: 98.01}")
    #expect(IndicatorWords.trend(0.0025, of: trend, .english) == "+0.25% of the distance to the limit")
    let plain = try indicator("baseline: 100, target: {direction: up}, values: {2022: 101}")
    #expect(IndicatorWords.trend(0.00498, of: plain, .english) == "+0.498% of the first value")
    #expect(IndicatorWords.trend(0.02, of: plain, .chinese) == "起始值的+2.0%")
    #expect(IndicatorWords.trend(-0.181818, of: plain, .english) == "−18% of the first value")
  }
}
