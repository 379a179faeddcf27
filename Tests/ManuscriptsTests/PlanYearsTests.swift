import Manuscripts
import Testing

/// The years that a plan covers, read off its title and text.
@Suite struct PlanYearsTests {
  @Test(
    "A title says both years in the ways that plans write them",
    arguments: [
      ("某市2021—2025年规划", 2021...2025), ("“十五五”规划", 2026...2030), ("City plan 2026-2030", 2026...2030),
      ("Town plan 2025 to 2030", 2025...2030), ("Five-Year Plan, 2026 through 2030", 2026...2030),
      ("Plan 2025/30", 2025...2030), ("Plan 2025–30", 2025...2030), ("FY2025 to FY2029 plan", 2025...2029),
      ("FY25-FY29", 2025...2029), ("Budget strategy 2025/26 to 2029/30", 2025...2030),
      ("TOWN PLAN 2025 TO 2030", 2025...2030),
      ("Plan for 1 April 2026 to 31 March 2031", 2026...2031), ("Stadtplan 2026 bis 2030", 2026...2030),
      ("2026年至2030年行动方案", 2026...2030), ("2026年1月1日到2030年12月31日", 2026...2030), ("（2026－2030 年）", 2026...2030),
      ("From 2026 until the end of 2030", 2026...2030), ("Between 2026 and 2030", 2026...2030),
    ])
  func titles(title: String, years: ClosedRange<Int>) throws {
    let found = try #require(PlanYears.find(title: title, text: ["到2025年引进千名。", "展望到2035年。"]))
    #expect(found.years == years && !found.isGuess)
    #expect(title.hasPrefix("“") || PlanYears.answered(title) == years)
  }

  @Test(
    "Without years in the title, those that the text says to be the plan's hold, and are only a guess",
    arguments: [
      ("The plan runs from 2026 to 2031.", 2026...2031), ("Plan period: 1 April 2026 to 31 March 2031", 2026...2031),
      ("（2026—2030年）", 2026...2030), ("规划期限为2026年至2030年。", 2026...2030), ("“十五五”时期是关键时期。", 2026...2030),
    ])
  func text(text: String, years: ClosedRange<Int>) throws {
    let found = try #require(PlanYears.find(title: "Harbour plan", text: [text, "We will plant trees by 2029."]))
    #expect(found.years == years && found.isGuess)
  }

  @Test(
    "Nothing is guessed from a last year, a date, one budget year, the years of something else, or two periods",
    arguments: [
      ["到2025年引进千名。", "到2025年建成。"], ["By 2030 we will plant trees."], ["Adopted on 2025-12-31."],
      ["The budget of 2025/26."],
      ["Between 2015 and 2020 the population grew."], ["The previous plan, 2021 to 2025, was met."],
      ["The plan covers 2026 to 2030.", "The programme covers 2027 to 2032."],
    ])
  func open(text: [String]) {
    #expect(PlanYears.find(title: "规划", text: text) == nil)
    #expect(PlanYears.find(title: "Our town to 2035: strategy", text: text) == nil)
  }
}
