import DataFormats
import Indicators
import TestSupport
import Testing
import Words

/// Figures from 10^15 on are shown, and nothing is computed with them.
@Suite("The range of figures")
struct FigureRangeTests {
  @Test(
    "A figure from 10^15 on is not assessed",
    arguments: [
      Case(
        "target: 5, baseline: 1, values: {2021: -1e308, 2022: 1e308}", .notAssessable, because: .outOfRange, time: 0.4),
      Case("target: 1.5e308, baseline: 0, values: {2021: 0}", .notAssessable, because: .outOfRange, time: 0.2),
      Case(
        "target: {change: 1e308}, baseline: 1.7e308, values: {2021: 0}", .notAssessable, because: .outOfRange, time: 0.2
      ),
      // 9 × 10^14 and 10^12 times as much: the chart of such a target had no scale, and the build ended.
      Case(
        "target: {change: 100000000000000%}, baseline: 900000000000000, values: {2021: 3}", .notAssessable,
        because: .outOfRange, time: 0.2),
      Case("target: 5, baseline: -1e15, values: {2021: 0}", .notAssessable, because: .outOfRange, time: 0.2),
      Case(
        "targets: [{year: 2023, value: 1e300}, {year: 2025, value: 5}], baseline: 1, values: [3]", .notAssessable,
        because: .outOfRange, time: 0.2),
      Case("kind: rate, target: 1e300, values: {2021: 5}", .notAssessable, because: .outOfRange, time: 0.2),
      Case("kind: floor, target: 1e15, values: {2021: 5}", .notAssessable, because: .outOfRange, time: 0.2),
      Case(
        "kind: increase, measure: annual, target: 9007199254740993, values: [5]", .notAssessable, because: .outOfRange,
        time: 0.2),
      Case("target: 999999999999999, baseline: -999999999999999, values: {2021: 0}", .ahead, time: 0.2, progress: 0.5),
      Case("target: 5e-324, values: {2021: 0}", .achievedEarly, time: 0.2),
      Case("target: 5e-324, baseline: 0, values: {2021: 0}", .notAssessable, because: .noDistance, time: 0.2),
    ])
  func status(_ example: Case) throws { try example.check() }

  @Test("Growth that multiplies beyond a double is not assessed")
  func growth() throws {
    let months = (1...12).flatMap { month in (2021...2024).map { "\($0)-\(month < 10 ? "0" : "")\(month): 9e14" } }
    let result = try assessed("kind: rate, target: 5, values: {\(months.joined(separator: ", "))}")
    #expect(result.status == .notAssessable)
    #expect(result.reason == .outOfRange)
  }

  @Test("It is shown as written, and the audit names it and nothing else")
  func shown() throws {
    let example = try indicator("unit: '%', target: 1e300, baseline: 5, values: {2021: 9007199254740993}")
    #expect(IndicatorWords.target(of: example, .english) == "1e300% (2025)")
    #expect(IndicatorWords.numbers(of: example, .english) == "9,007,199,254,740,993")
    #expect(audit(example) == [.tooLarge(try #require(DecimalNumber("1e300")))])
  }

  @Test("Random extreme figures are assessed without a number that is not finite", .randomInput)
  func randomExtremes() throws {
    let input = RandomInput(seed: 25, rounds: 3_000)
    var random = input.generator
    func figure() -> String {
      let exponents = [-324, -300, -20, -15, -12, -9, -1, 0, 1, 9, 14, 15, 16, 300, 308]
      let sign = Bool.random(using: &random) ? "-" : ""
      return Int.random(in: 0..<6, using: &random) == 0
        ? "0" : "\(sign)\(Int.random(in: 1...9, using: &random))e\(exponents.randomElement(using: &random) ?? 0)"
    }
    for _ in 0..<input.rounds {
      let kind = ["level", "increase", "floor", "ceiling", "rate"].randomElement(using: &random) ?? "level"
      let values = (0..<Int.random(in: 1...5, using: &random)).map { "\(2021 + $0): \(figure())" }
      var fields = "kind: \(kind), target: \(figure()), values: {\(values.joined(separator: ", "))}"
      if Bool.random(using: &random) { fields += ", baseline: \(figure())" }
      if kind == "increase", Bool.random(using: &random) { fields += ", measure: annual" }
      // Figures that a kind refuses are findings; the assessment holds out all the same.
      let example = try resolved("- {name: n, \(fields)}\n").indicator
      let result = assess(example, by: AssessmentRules())
      for language in [WordLanguage.chinese, .english] {
        let words = [
          IndicatorWords.target(of: example, language), IndicatorWords.numbers(of: example, language),
          IndicatorWords.arithmetic(of: example, result, language) ?? "",
          result.projection.map { IndicatorWords.computed($0, of: example, language) } ?? "",
        ]
        #expect(!words.contains { $0.contains("inf") || $0.contains("nan") }, "\(fields): \(words)")
      }
      _ = audit(example)
    }
  }
}
