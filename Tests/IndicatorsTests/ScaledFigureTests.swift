import Indicators
import TestSupport
import Testing
import Words

private let french = BuiltInWords.file("fr").language()

/// Large and small figures that are not in a table: with all the digits that the data have, and no more.
@Suite("Figures in thousand, million, billion, 万 and 亿")
struct ScaledFigureTests {
  private func words(_ fields: String, _ language: WordLanguage) throws -> [String] {
    let indicator = try indicator(fields)
    return [
      IndicatorWords.baseline(of: indicator, language), IndicatorWords.latest(of: indicator, language),
      IndicatorWords.target(of: indicator, language),
    ].compactMap(\.self)
  }

  @Test(
    "Baseline, latest figure and target of one indicator have one scale",
    arguments: [
      // 1,412,000,000 ÷ 10⁸ = 14.12; ÷ 10⁶ = 1,412
      (
        "unit: 人, baseline: 1410000000, target: 1450000000, values: {2022: 1412000000}", .chinese,
        ["14.1亿人（2020年）", "14.12亿人（2022年）", "14.5亿人（2025年）"]
      ),
      (
        "unit: people, baseline: 1410000000, target: 1450000000, values: {2022: 1412000000}", .english,
        ["1,410 million people (2020)", "1,412 million people (2022)", "1,450 million people (2025)"]
      ),
      // 亿 would need five decimals, more digits than a reader compares: 万 needs none.
      (
        "unit: 人, baseline: 1411780000, target: 1450000000, values: {2022: 1412605000}", .chinese,
        ["141,178万人（2020年）", "141,260.5万人（2022年）", "145,000万人（2025年）"]
      ),
      // Six digits are shown as they are, in both languages.
      ("unit: 件, target: 500000, values: {2022: 424778}", .chinese, ["424,778件（2022年）", "500,000件（2025年）"]),
      (
        "unit: registrations, target: 500000.0, values: {2022: 424778.0}", .english,
        ["424,778 registrations (2022)", "500,000 registrations (2025)"]
      ),
      // No scale holds the digits, so none is used.
      (
        "unit: 元, target: 400000000, values: {2022: 362666666.7}", .chinese,
        ["362,666,666.7元（2022年）", "400,000,000元（2025年）"]
      ),
      ("unit: t, target: 0.0005, values: {2022: 0.00034}", .english, ["0.00034 t (2022)", "0.0005 t (2025)"]),
      (
        "unit: 元, target: 300000000000.0, values: {2022: 125000000000.0}", .chinese,
        ["1250亿元（2022年）", "3000亿元（2025年）"]
      ),
      (
        "unit: CNY, target: 300000000000, values: {2022: 125000000000}", .english,
        ["125 billion CNY (2022)", "300 billion CNY (2025)"]
      ),
      // French says 1,5 million and 2 millions, and puts *de* or *d’* before a word.
      (
        "unit: tonnes, baseline: 1500000, target: 20000000, values: {2022: 125000000}", french,
        ["1,5 million de tonnes (2020)", "125 millions de tonnes (2022)", "20 millions de tonnes (2025)"]
      ),
      (
        "unit: habitants, target: 300000000, values: {2022: 125000000}", french,
        ["125 millions d’habitants (2022)", "300 millions d’habitants (2025)"]
      ),
      (
        "unit: €, target: 300000000, values: {2022: 125000000}", french,
        ["125 millions € (2022)", "300 millions € (2025)"]
      ),
      // Units that are words follow the number: 1, but not 1.5 or 0.
      (
        "unit: years, baseline: 0, target: 1, values: {2022: 1.5}", .english,
        ["0 years (2020)", "1.5 years (2022)", "1 year (2025)"]
      ),
      ("unit: ans, target: 2, values: {2022: 1.5}", french, ["1,5 an (2022)", "2 ans (2025)"]),
      // Units that name a multiple, and shares, have no scale.
      (
        "unit: 万元, target: 300000000, values: {2022: 125000000}", .chinese,
        ["125,000,000万元（2022年）", "300,000,000万元（2025年）"]
      ),
      // Without a unit, only the word of the scale is shown.
      ("target: 2000000000, values: {2022: 1500000000}", .english, ["1,500 million (2022)", "2,000 million (2025)"]),
      ("target: 2000000000, values: {2022: 1500000000}", .chinese, ["15亿（2022年）", "20亿（2025年）"]),
      // A stated precision wins: two decimals of the unit, which a scale cannot show.
      (
        "unit: CNY, precision: 2, target: 2000000000, values: {2022: 1500000000}", .english,
        ["1,500,000,000.00 CNY (2022)", "2,000,000,000.00 CNY (2025)"]
      ),
      (
        "unit: 天, target: 366, values: {2021: 365.0, 2022: 364.0, 2023: 363.0}", .chinese,
        ["363天（2023年）", "366天（2025年）"]
      ),
    ] as [(String, WordLanguage, [String])])
  func figures(_ fields: String, _ language: WordLanguage, _ expected: [String]) throws {
    #expect(try words(fields, language) == expected)
  }

  @Test(
    "Every form of target",
    arguments: [
      ("baseline: 1400000000, target: {change: 50000000}", "up by 50 million people (2025)"),
      ("baseline: 1400000000, target: {change: '-50%'}", "−50% against 2020, to 700 million people (2025)"),
      ("target: {between: [1400000000, 1500000000]}", "1,400 to 1,500 million people (2025)"),
      ("kind: floor, target: 1400000000", "at least 1,400 million people (2021–2025)"),
      ("target: {every: 120000000}", "at least 120 million people every year (2021–2025)"),
      ("target: {value: 1400000000, approx: true}", "about 1,400 million people (2025)"),
    ])
  func forms(_ fields: String, _ expected: String) throws {
    #expect(IndicatorWords.target(of: try indicator("unit: people, \(fields)"), .english) == expected)
  }

  @Test("Computed figures are in the scale of the data, with no more digits than these have")
  func computed() throws {
    let population = try indicator(
      "unit: 人, baseline: 1410000000, target: 1450000000, values: {2021: 1411000000, 2022: 1412000000}")
    let result = assess(population, by: AssessmentRules())
    // (1,450 − 1,412) million ÷ 3 years = 12.67 million: 0.13亿, two decimals as in 14.12.
    #expect(result.requiredChangePerYear.map { IndicatorWords.difference($0, of: population, .chinese) } == "0.13亿人")
    // 1,410 + 2 ÷ 2 × 5 = 1,415 million
    #expect(result.projection.map { IndicatorWords.computed($0, of: population, .chinese) } == "14.15亿人")
    // (14.12 − 14.1) ÷ (14.5 − 14.1) = 5 %
    #expect(
      IndicatorWords.arithmetic(of: population, result, .chinese)
        == "(14.12 − 14.1) ÷ (14.5 − 14.1) = 5%；时序进度为40%")
    #expect(IndicatorWords.numbers(of: population, .chinese) == "14.11 → 14.12")
    #expect(population.shownUnit(.chinese) == "亿人" && population.shownUnit(.english) == "million 人")
  }

  @Test("A range and an earlier figure have the scale too, and their digits count")
  func ranges() throws {
    let example = try indicator(
      "unit: t, target: 2000000000, values: {2022: {value: 1500000000, low: 1450000000, high: 1550000000}}")
    #expect(
      IndicatorWords.latest(of: example, .english)
        == "1,500 million t (2022), 1,450–1,550 million t")
    let fine = try indicator(
      "unit: t, target: 2000000000, values: {2022: {value: 1500000000, low: 1450000001, high: 1550000000}}")
    #expect(IndicatorWords.latest(of: fine, .english)?.hasPrefix("1,500,000,000 t (2022)") == true)
  }

  @Test("Random figures keep every digit in the scale that is chosen", .randomInput)
  func random() throws {
    let input = RandomInput(seed: 1_412, rounds: 2_000)
    var generator = input.generator
    for _ in 0..<input.rounds {
      let digits = Int.random(in: 1...9_999, using: &generator)
      let zeros = Int.random(in: 0...10, using: &generator)
      let decimals = Int.random(in: 0...2, using: &generator)
      let written =
        "\(digits)" + String(repeating: "0", count: zeros) + (decimals == 0 ? "" : ".")
        + String(repeating: "5", count: decimals)
      let example = try indicator("unit: 人, target: \(written)")
      for language in [WordLanguage.chinese, .english] {
        let shown = IndicatorWords.targetNumber(of: example, language).replacing(",", with: "")
        let exponent =
          ["亿人": 8, "万亿人": 12, "万人": 4, "billion 人": 9, "million 人": 6, "thousand 人": 3][
            example.shownUnit(language) ?? ""] ?? 0
        #expect(moved(shown, by: exponent) == moved(written, by: 0), "\(written) \(shown) \(exponent)")
      }
    }
  }

  /// A decimal number multiplied by a power of ten as text, without zeros at the ends.
  private func moved(_ text: String, by exponent: Int) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let filled = fraction + String(repeating: "0", count: max(0, exponent - fraction.count))
    let whole = (parts[0] + filled.prefix(exponent)).drop { $0 == "0" }
    var rest = filled.dropFirst(exponent)
    while rest.last == "0" { rest.removeLast() }
    return "\(whole).\(rest)"
  }
}
