import Indicators
import Testing

@Suite("A second opinion by growth a year")
struct GrowthTests {
  private func outcome(_ fields: String) throws -> String {
    switch GrowthAssessment.of(try indicator(fields)) {
    case .success(let result):
      "\(result.outcome.rawValue) \(NumberFormat.text(result.value, decimals: 3, .chinese)) \(NumberFormat.text(result.score, decimals: 2, .chinese))"
    case .failure(let failure): failure.reason.rawValue
    }
  }

  @Test(
    "With a target: the ratio of growth to growth needed",
    arguments: [
      // (121 ÷ 100)^(1/2) − 1 = 10 %; (161.051 ÷ 100)^(1/5) − 1 = 10 %: ratio 1, 7.1429 − 4.2857 = 2.86
      ("baseline: 100, target: 161.051, values: {2022: 121}", "substantial 1.000 2.86"),
      // 110.25: 5 % of 10 %: 0.5; 4.1667 × 0.5 − 2.5 = −0.42
      ("baseline: 100, target: 161.051, values: {2022: 110.25}", "limited 0.500 −0.42"),
      // 7 %: 0.7; 7.1429 × 0.7 − 4.2857 = 0.71
      ("baseline: 100, target: 161.051, values: {2022: 114.49}", "moderate 0.700 0.71"),
      // −10 %: −1; −4.1667 − 2.5 = −6.67, at least −5
      ("baseline: 100, target: 161.051, values: {2022: 81}", "deterioration −1.000 −5.00"),
      // down: (81 ÷ 100)^(1/2) − 1 = −10 %; (59.049 ÷ 100)^(1/5) − 1 = −10 %
      ("baseline: 100, target: 59.049, values: {2022: 81}", "substantial 1.000 2.86"),
      // met
      ("baseline: 100, target: 110, values: {2022: 121}", "achieved 5.196 5.00"),
      // a negative base: −100 → −81 grows by −10 % a year of its size, which is up
      ("baseline: -100, target: -59.049, values: {2022: -81}", "substantial 1.000 2.86"),
      // zero counts as 0.001: (0.001 ÷ 1)^(1/5) − 1 = −74.881 %; (0.25)^(1/2) − 1 = −50 %: 0.668
      ("baseline: 1, target: 0, values: {2022: 0.25}", "moderate 0.668 0.48"),
    ])
  func target(_ fields: String, _ expected: String) throws { #expect(try outcome(fields) == expected) }

  @Test(
    "Without a target: growth against thresholds, which a limit lowers",
    arguments: [
      // 2 %: 500 × 0.02 − 5 = 5
      ("baseline: 100, target: {direction: up}, values: {2022: 104.04}", "substantial 0.020 5.00"),
      // 1 %: 250 × 0.01 − 1.25 = 1.25
      ("baseline: 100, target: {direction: up}, values: {2022: 102.01}", "moderate 0.010 1.25"),
      // 0.4 %: 500 × 0.004 − 2.5 = −0.5
      ("baseline: 100, target: {direction: up}, values: {2021: 100.4}", "limited 0.004 −0.50"),
      // −1 %: −1.25 − 2.5 = −3.75
      ("baseline: 100, target: {direction: up}, values: {2021: 99}", "deterioration −0.010 −3.75"),
      ("baseline: 100, target: {direction: down}, values: {2021: 99}", "moderate 0.010 1.25"),
      // 80 of 100: c = 1 − 0.8^4.44 = 0.62870; 250 × 0.005 ÷ 0.62870 − 1.25 = 0.74
      ("baseline: 80, limit: 100, target: {direction: up}, values: {2021: 80.4}", "moderate 0.005 0.74"),
      // 120 of 100 is as near
      ("baseline: 120, limit: 100, target: {direction: down}, values: {2021: 119.4}", "moderate 0.005 0.74"),
    ])
  func direction(_ fields: String, _ expected: String) throws { #expect(try outcome(fields) == expected) }

  @Test(
    "Where there is no verdict there is a reason",
    arguments: [
      ("target: 10, values: {2022: 5}", "no-baseline"), ("baseline: 1, target: 10", "none"),
      ("baseline: 1, target: 10, values: {2020: 1}", "too-short"),
      ("baseline: -1, target: 10, values: {2022: 5}", "sign-change"),
      ("baseline: 1, target: -10, values: {2022: 5}", "sign-change"),
      ("baseline: 5, target: 5, values: {2022: 5}", "no-distance"),
      ("baseline: 100, limit: 100, target: {direction: up}, values: {2021: 99}", "no-distance"),
      ("baseline: 1, target: 10, breaks: [2021], values: {2022: 5}", "break-in-series"),
      ("kind: floor, baseline: 1, target: 10, values: {2022: 5}", "kind"),
      ("baseline: 1, target: {between: [8, 10]}, values: {2022: 5}", "kind"),
    ])
  func reasons(_ fields: String, _ expected: String) throws { #expect(try outcome(fields) == expected) }

  @Test("The page shows the formula with its numbers, if the indicator asks for it")
  func words() throws {
    let fields = "baseline: 6.3, target: 12, values: {2021: 7.5, 2022: 9.4}"
    #expect(IndicatorWords.growth(of: try indicator(fields), .english) == nil)
    let example = try indicator(fields + ", assess-by: [time, growth]")
    #expect(
      IndicatorWords.growth(of: example, .english)
        == "By growth a year, as a second opinion: substantial progress (score 5.0 of 5). Growth a year: (9.4 ÷ 6.3)^(1/2) − 1 = 22.2%; needed: (12 ÷ 6.3)^(1/5) − 1 = 13.8%; ratio 1.61, where 0.95 or more is substantial, 0.6 or more moderate, 0 or more limited, below a deterioration."
    )
    let none = try indicator("target: 12, values: {2022: 9}, assess-by: growth")
    #expect(IndicatorWords.growth(of: none, .chinese) == "另按年均增速判断：无法判断，缺基期值。")
  }
}
