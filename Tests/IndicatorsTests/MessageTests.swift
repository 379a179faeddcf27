import Testing
import Words

@testable import Indicators

/// The titles of charts.
@Suite("Messages of charts")
struct MessageTests {
  private func message(_ entry: String, _ language: WordLanguage) throws -> String? {
    let indicator = try indicator(entry)
    return IndicatorWords.message(of: indicator, assess(indicator, by: AssessmentRules()), language)
  }

  @Test(
    "The newest amount of a sum has its unit where that belongs to the number",
    arguments: [
      ("亿元", WordLanguage.chinese, "累计3.5亿元，其中2022年1.5亿元"),
      ("£ million", .english, "£3.5\u{A0}million so far, of which £1.5\u{A0}million in 2022"),
      ("homes", .english, "3.5 homes so far, of which 1.5 in 2022"),
    ])
  func sum(unit: String, language: WordLanguage, expected: String) throws {
    let example = try indicator(
      "kind: increase, measure: annual, unit: \(unit), target: 25, values: {2021: 2, 2022: 1.5}")
    let assessment = assess(example, by: AssessmentRules())
    #expect(IndicatorWords.latest(of: example, assessment, language) == expected)
  }

  @Test(
    "A message has the newest figure and how it stands to the target",
    arguments: [
      (
        "unit: 岁, precision: 1, baseline: 77.9, target: 78.3, values: {2024: 79}", "2024年为79.0岁，已高于2025年目标78.3岁",
        "79.0岁 in 2024, above the 2025 target of 78.3岁"
      ),
      (
        "unit: \"%\", baseline: 60.6, target: 65, values: {2021: 61.2}", "2021年为61.2%，距2025年目标65%还差3.8个百分点",
        "61.2% in 2021, 3.8 percentage points short of the 2025 target of 65%"
      ),
      (
        "unit: km, baseline: 9, target: 5, values: {2023: 6}", "2023年为6 km，比2025年目标5 km高1 km",
        "6 km in 2023, 1 above the 2025 target of 5"
      ),
      (
        "unit: 万人, baseline: 12, target: 15, values: {2023: 13.2}", "2023年为13.2万人，距2025年目标15万人还差1.8万人",
        "13.2万人 in 2023, 1.8万人 short of the 2025 target of 15万人"
      ),
      (
        "unit: £ million, baseline: -62.3, target: 12.5, values: {2023: -28}",
        "2023年为−£28\u{A0}million，距2025年目标£12.5\u{A0}million还差£40.5\u{A0}million",
        "−£28\u{A0}million in 2023, £40.5\u{A0}million short of the 2025 target of £12.5\u{A0}million"
      ),
      (
        "unit: £, baseline: 900, target: 650, values: {2023: 712}", "2023年为£712，比2025年目标£650高£62",
        "£712 in 2023, £62 above the 2025 target of £650"
      ),
      (
        "unit: \"%\", baseline: 23.1, target: {direction: down}, values: {2021: 23.1}", "2021年为23.1%，与2020年相同",
        "23.1% in 2021, as in 2020"
      ),
      (
        "unit: \"%\", baseline: 23.1, target: {direction: down}, values: {2021: 24}", "2021年为24%，高于2020年的23.1%",
        "24% in 2021, up from 23.1% in 2020"
      ),
      (
        "kind: increase, measure: annual, unit: trees, target: 9, values: {2021: 1, 2023: 2}",
        "2023年为2 trees，中间年份缺数据", "2 trees in 2023, a year in between is missing"
      ),
      (
        "kind: ceiling, target: 0.85, values: {2021: 0.92}", "2021年为0.92，超过上限0.85",
        "0.92 in 2021, above the ceiling of 0.85"
      ),
      (
        "kind: floor, target: 50, values: {2021: 60}", "2021年为60，守住下限50", "60 in 2021, kept above the floor of 50"
      ),
      (
        "kind: increase, unit: 套, target: 200, values: {2022: 50}", "2022年为50套，达2025年目标200套的25%",
        "50套 in 2022, 25% of the 2025 target of 200套"
      ),
      (
        "baseline: 40, target: {between: [25, 30]}, values: {2022: 27}", "2022年为27，在2025年目标25至30之内",
        "27 in 2022, within the 2025 target of 25 to 30"
      ),
      ("kind: milestone, due: 2025, started: 2022", "2022年进行中，期限2025年", "Started in 2022, due 2025"),
      ("target: {text: more}, values: {2022: 5}", "2022年为5", "5 in 2022"),
      // A figure that cannot be judged is not compared.
      (
        "baseline: 60, target: 65, values: {2022: 67}, breaks: [2022]", "2022年为67，统计口径有变化",
        "67 in 2022, the series was redefined in between"
      ),
    ])
  func messages(_ entry: String, _ chinese: String, _ english: String) throws {
    #expect(try message(entry, .chinese) == chinese)
    #expect(try message(entry, .english) == english)
  }

  @Test("A projection of seven digits or more has four that count, or as many as tell it from the target")
  func longProjection() throws {
    let large = try indicator("unit: £, baseline: 1234567890123, target: 1500000000001")
    #expect(IndicatorWords.projection(1_355_720_183_126, of: large, .english) == "about £1,356,000,000,000")
    #expect(IndicatorWords.projection(1_500_000_030_001, of: large, .english) == "about £1,500,000,030,000")
    #expect(IndicatorWords.projection(-1_355_720_183_126, of: large, .english) == "about −£1,356,000,000,000")
    let small = try indicator("baseline: 123456, target: 200001")
    #expect(IndicatorWords.projection(123_457, of: small, .english) == "123,457")
  }

  @Test(
    "A distance has the digits of the figure and the target, a projection those of the figure",
    arguments: [
      (
        "unit: households, baseline: 38.4, target: 20, values: [36.1, 31.25, 27]",
        "27 households in 2023, 7 above the 2025 target of 20", "19"
      ),
      (
        "unit: \"%\", baseline: 68, target: 80, values: [69, 70.5, 72]",
        "72% in 2023, 8 percentage points short of the 2025 target of 80%", "75%"
      ),
      // as many more as it takes to tell it from the target
      (
        "unit: \"%\", baseline: 60.4, target: 70, values: [62, 64.5, 66]",
        "66% in 2023, 4 percentage points short of the 2025 target of 70%", "69.7%"
      ),
    ])
  func digits(_ entry: String, _ expected: String, _ projection: String) throws {
    let example = try indicator(entry)
    #expect(try message(entry, .english) == expected)
    let value = try #require(assess(example, by: AssessmentRules()).projection)
    #expect(IndicatorWords.projection(value, of: example, .english).split(separator: " ")[0] == projection)
  }

  @Test("For yearly amounts the message gives their sum, to which the target applies")
  func sum() throws {
    let entry = "unit: homes, kind: increase, measure: annual, target: 500, values: {2021: 90, 2022: 80}"
    #expect(try message(entry, .english) == "170 homes up to 2022, 34% of the 2025 target of 500")
    let one = "unit: homes, kind: increase, measure: annual, target: 500, values: {2021: 90}"
    #expect(try message(one, .english) == "90 homes in 2021, 18% of the 2025 target of 500")
  }

  @Test("A unit that names its time is not followed by another, and its first word has the form for one")
  func unitsOfTime() throws {
    #expect(
      try message("unit: '% a year', kind: rate, target: 2, values: {2021: 3}", .english)
        == "3% a year in 2021, 3% a year on average, above the target of 2%")
    let heat = try indicator("unit: days per year, kind: ceiling, target: 20, values: {2021: 21}")
    #expect(
      IndicatorWords.shortfall(of: heat, assess(heat, by: AssessmentRules()), .english)
        == "1 day per year over the limit")
  }

  @Test("Without a figure there is no message")
  func none() throws { #expect(try message("baseline: 1, target: 5", .english) == nil) }
}
