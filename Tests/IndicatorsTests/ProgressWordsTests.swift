import Indicators
import Testing

/// Words for progress that is no share of a way. Plan 2021–2025.
struct ProgressWordsTests {
  private func words(
    _ fields: String, _ text: (Indicator, Assessment) -> String?
  ) throws -> String? {
    let example = try indicator(fields)
    return text(example, assess(example, by: AssessmentRules()))
  }

  @Test("A limit is used up, in the headline and in every progress")
  func limits() throws {
    let fields = "unit: million, kind: increase, target: {value: 40, comparator: '<='}, values: {2022: 19}"
    #expect(
      try words(fields) { IndicatorWords.message(of: $0, $1, .english) }
        == "19 million in 2022, 48% of the 2025 limit of 40 million used")
    #expect(try words(fields) { IndicatorWords.progress(of: $0, $1, .english) } == "48% of the limit used")
    #expect(
      try words(fields) { IndicatorWords.message(of: $0, $1, .chinese) } == "2022年为19 million，已用去2025年限额40 million的48%"
    )
    #expect(
      try words(fields) { IndicatorWords.standing(of: $0, $1, .english) } == "48% of the limit used, 40% expected")
  }

  @Test("Two years of growth do not pass a target of five")
  func growth() throws {
    let fields = "unit: '%', kind: rate, target: 5, values: [6, 5]"
    #expect(try words(fields) { IndicatorWords.progress(of: $0, $1, .english) } == "110% of the growth required so far")
    #expect(try words(fields) { IndicatorWords.standing(of: $0, $1, .english) } == "110% of the growth required so far")
    #expect(try words(fields) { IndicatorWords.progress(of: $0, $1, .chinese) } == "为迄今所需增幅的110%")
  }

  @Test("What is wrong names a figure for another length of time")
  func fault() throws {
    let text = try words("baseline: 40, target: 20, values: {2022 H1: 42}") {
      IndicatorWords.fault(of: $0, $1, .english)
    }
    #expect(
      text?.contains("further from the target") == true && text?.contains("another length") == true, "\(text ?? "")")
    // 83.4 − 83.1 in two years is 0.15 a year, and not 0.2.
    let direction = try words("baseline: {year: 2020, value: 83.1}, target: {direction: up}, values: {2022: 83.4}") {
      IndicatorWords.arithmetic(of: $0, $1, .english)
    }
    #expect(direction?.hasPrefix("(83.4 − 83.1) ÷ 2 = 0.15; 0.15 ÷ 83.1 = +0.18%") == true, "\(direction ?? "")")
  }

  @Test("A missed interim target is told with its number, and a difference is not rounded away")
  func interim() throws {
    let fields = "unit: km, baseline: 10, targets: [{year: 2022, value: 12}], target: 30"
    // 1.9 of 20 are 9.5 %, and 2 of 20 are 10 %.
    let missed = "\(fields), values: {2022: 11.9}"
    #expect(
      try words(missed) { IndicatorWords.explanation(of: $1, $0, .english) }
        == "interim target missed: 11.9 in 2022 instead of 12 km")
    #expect(
      try words(missed) { IndicatorWords.explanation(of: $1, $0, .chinese) } == "2022年阶段目标未达到：实际11.9 km，应为12 km")
    #expect(try words(missed) { IndicatorWords.standing(of: $0, $1, .english) } == "9.5% of the way, 10.0% expected")
    #expect(try words(missed) { IndicatorWords.progress(of: $0, $1, .english) } == "9.5%")
    #expect(try words("\(fields), values: {2022: 12}") { IndicatorWords.explanation(of: $1, $0, .english) } == nil)
    #expect(
      try words("\(fields), values: {2022: 12}") { IndicatorWords.standing(of: $0, $1, .english) }
        == "10% of the way, 10% expected")
    // It stays missed whatever comes, and downwards too.
    #expect(
      try words("\(fields), values: {2022: 11, 2023: 20}") { IndicatorWords.explanation(of: $1, $0, .english) }
        == "interim target missed: 11 in 2022 instead of 12 km")
    #expect(
      try words("baseline: 30, targets: [{year: 2022, value: 20}], target: 10, values: {2022: 21}") {
        IndicatorWords.explanation(of: $1, $0, .english)
      } == "interim target missed: 21 in 2022 instead of 20")
    #expect(
      try words(
        "kind: increase, measure: annual, targets: [{year: 2022, value: 40}], target: 100, values: {2021: 19, 2022: 20}"
      ) {
        IndicatorWords.explanation(of: $1, $0, .english)
      } == "interim target missed: 39 in 2022 instead of 40")
    // A later one that is met does not hide it.
    #expect(
      try words(
        "unit: km, baseline: 10, targets: [{year: 2022, value: 12}, {year: 2023, value: 15}], target: 30, values: {2022: 11, 2023: 15}"
      ) {
        IndicatorWords.explanation(of: $1, $0, .english)
      } == "interim target missed: 11 in 2022 instead of 12 km")
    // A figure whose range includes the target is not called missed.
    #expect(
      try words("\(fields), values: {2022: {value: 11.9, low: 11.5, high: 12.3}}") {
        IndicatorWords.explanation(of: $1, $0, .english)
      } == nil)
  }

  @Test("The change a year of a direction has its sign and its calculation")
  func directions() throws {
    let fields = "unit: nights, target: {direction: down}, values: {2021: 11, 2022: 14, 2023: 9, 2024: 17}"
    #expect(
      try words(fields) { example, result in result.trend.map { IndicatorWords.trend($0, of: example, .english) } }
        == "+18% of the first value")
    #expect(try words(fields) { IndicatorWords.arithmetic(of: $0, $1, .english) } == "(17 − 11) ÷ 3 = 2; 2 ÷ 11 = +18%")
    // Across zero a share says nothing.
    let crossing = "baseline: 2, target: {direction: down}, values: {2021: 1, 2022: -1}"
    #expect(try words(crossing) { IndicatorWords.arithmetic(of: $0, $1, .english) } == "((−1) − 2) ÷ 2 = (−1.5)")
    let limit = "baseline: 90, limit: 100, target: {direction: up}, values: {2022: 92}"
    #expect(
      try words(limit) { IndicatorWords.arithmetic(of: $0, $1, .english) } == "(92 − 90) ÷ 2 = 1; 1 ÷ |100 − 90| = +10%"
    )
  }
}
