import Indicators
import Testing

@Suite("The words of an answer")
struct AnswerWordsTests {
  @Test(
    "What is wrong is said with the numbers that the status compares",
    arguments: [
      (
        "kind: level, baseline: 10, target: 20, values: {2023: 11}", "10% of the way, 60% expected", "完成10%，应到60%"
      ),
      // A path, not the time: 40 % of the way is expected in 2023.
      (
        "kind: level, baseline: 10, targets: [{year: 2023, value: 14}], target: 20, values: {2023: 12}",
        "20% of the way, 40% expected",
        "完成20%，应到40%"
      ),
      // A rate is compared with the growth that was required up to now, not with the time.
      (
        "kind: rate, unit: '%', target: 4, values: {2021: 2, 2022: 2}", "50% of the growth required so far",
        "为迄今所需增幅的50%"
      ),
      // With a limit, less is better.
      (
        "kind: increase, target: {value: 20, comparator: '<='}, values: {2023: 13}",
        "65% of the limit used, 60% expected", "已用去限额的65%，应为60%"
      ),
      (
        "kind: increase, target: {value: 20, comparator: '<='}, values: {2025: 21}",
        "deadline passed at 105% of the limit",
        "期满达限额的105%"
      ),
      (
        "kind: rate, unit: '%', target: {value: 2, comparator: '<='}, values: [3]", "150% of the growth allowed so far",
        "为迄今允许增幅的150%"
      ),
      ("kind: level, baseline: 10, target: 20, values: {2025: 15}", "deadline passed at 50% of the way", "期满完成50%"),
      ("kind: ceiling, unit: dB, target: 55, values: {2023: 57.5}", "2.5 dB over the limit", "超过上限2.5 dB"),
      (
        "kind: floor, unit: '%', target: 40, values: {2023: 37.5}", "2.5 percentage points below the floor",
        "低于下限2.5个百分点"
      ),
    ])
  func shortfall(fields: String, english: String, chinese: String) throws {
    let example = try indicator(fields)
    let assessment = assess(example, by: AssessmentRules(tolerance: 0.05))
    #expect(assessment.status.statusClass == .atRisk)
    #expect(IndicatorWords.shortfall(of: example, assessment, .english) == english)
    #expect(IndicatorWords.shortfall(of: example, assessment, .chinese) == chinese)
  }

  @Test("The newest amount is part of a sum, unless an amount is below zero")
  func sums() throws {
    for (values, text) in [
      ("2021: 120, 2022: 85", "205 so far, of which 85 in 2022"), ("2021: -120, 2022: 310", "190 so far, 310 in 2022"),
    ] {
      let example = try indicator("kind: increase, measure: annual, target: 1200, values: {\(values)}")
      let assessment = assess(example, by: AssessmentRules(tolerance: 0.05))
      #expect(IndicatorWords.judged(of: example, assessment, .english) == text)
    }
  }

  @Test("Indicators on course are not listed as a problem, and those that cannot be judged are not mentioned")
  func noShortfall() throws {
    for fields in [
      "kind: level, baseline: 10, target: 20, values: {2023: 16}", "kind: level, baseline: 10, target: 20",
      "kind: ceiling, target: 55, values: {2023: 50}",
    ] {
      let example = try indicator(fields)
      let assessment = assess(example, by: AssessmentRules(tolerance: 0.05))
      #expect(IndicatorWords.shortfall(of: example, assessment, .english) == nil)
    }
  }

  @Test("The rule is the one that the status follows")
  func rules() throws {
    func rule(_ fields: String) throws -> String? {
      IndicatorWords.rule(AssessmentRules(), of: try indicator(fields), .english)
    }
    let limit = try indicator("kind: increase, measure: annual, direction: down, target: 20, values: {2021: 4}")
    #expect(IndicatorWords.target(of: limit, .english) == "at most 20 (2025)")
    #expect(
      IndicatorWords.rule(AssessmentRules(), of: limit, .english)?.contains(
        "ahead if the share used is at least 5 percentage points below the share of time elapsed") == true)
    #expect(try rule("kind: ceiling, target: 20")?.hasPrefix("Every figure since the baseline is compared") == true)
    #expect(try rule("target: {every: 20}")?.hasPrefix("Every figure since the baseline is compared") == true)
    #expect(try rule("kind: milestone, due: 2023")?.hasPrefix("A milestone is achieved once it is done") == true)
    #expect(try rule("kind: increase, target: 20") == nil)
    #expect(try rule("baseline: 1, target: {value: 0.5, comparator: '<='}") == nil)
  }

  @Test("The phrase of each class reads after its count")
  func phrases() {
    let english = StatusClass.allCases.map { "2" + IndicatorWords.phrase(for: $0, count: 2, .english) }
    #expect(english == ["2 met or held", "2 on course", "2 at risk", "2 cannot be judged"])
    let chinese = StatusClass.allCases.map { "2" + IndicatorWords.phrase(for: $0, count: 2, .chinese) }
    #expect(chinese == ["2项已实现或守住", "2项进展正常", "2项有风险", "2项暂难判断"])
  }
}
