import DataFormats
import Testing

@testable import Indicators

@Suite("Periods and ids")
struct PeriodTests {
  @Test(
    "Periods are read in several spellings and written in one",
    arguments: [
      ("2021", "2021", 2022.0), ("2021-06", "2021-06", 2021.5), ("2021-12", "2021-12", 2022),
      ("2021 Q3", "2021 Q3", 2021.75), ("2021-Q3", "2021 Q3", 2021.75), ("2021Q3", "2021 Q3", 2021.75),
      ("2021 q1", "2021 Q1", 2021.25), ("2021/22", "2021/22", 2022.25), ("2021/2022", "2021/22", 2022.25),
      ("1999/00", "1999/00", 2000.25), ("1999/2000", "1999/00", 2000.25),
      ("FY2026 Q2", "FY2026 Q2", 2025.75), ("2025/26 Q4", "2025/26 Q4", 2026.25), ("FY2026 H1", "FY2026 H1", 2025.75),
    ])
  func reads(_ text: String, _ canonical: String, _ end: Double) throws {
    let period = try #require(Period(text))
    #expect(period.description == canonical)
    #expect(period.end == end)
    #expect(Period(canonical) == period)
  }

  @Test(
    "Anything else is not a period",
    arguments: [
      "", "21", "202", "20211", "2021年", "2021-6", "2021-13", "2021-00", "2021-06-15", "2021Q0", "2021Q5", "2021 Q",
      "2021/23", "2021/21", "2021/", "2021/0022", "2021-22-", "FY21", " 2021", "2021 ", "2021 06", "-2021", "２０２１",
    ])
  func refuses(_ text: String) {
    #expect(Period(text) == nil)
  }

  @Test("Periods are sorted by their end, the shorter first")
  func order() {
    let written = [
      "2021 Q1", "2021-06", "2021 Q2", "2021-12", "2021 Q4", "2021", "2022-03", "2022 Q1", "2021/22", "2022",
      "FY2023 H2", "FY2023",
    ]
    #expect(written.reversed().compactMap { Period($0) }.sorted().map(\.description) == written)
  }

  @Test("Quarters of budget years begin by the site's rule, follow each other, and are kept in six bytes")
  func fiscalQuarters() throws {
    let quarters = try ["FY2026 Q1", "FY2026 Q2", "FY2026 Q3", "FY2026 Q4"].map { text in
      try #require(Period(text)).placed(by: FiscalYearRule(starts: 10, named: .end))
    }
    #expect(quarters.map(\.end) == [2026, 2026.25, 2026.5, 2026.75])
    #expect(quarters.map(\.year) == [2025, 2026, 2026, 2026])
    #expect(zip(quarters, quarters.dropFirst()).allSatisfy { $0.isFollowed(by: $1) })
    #expect(quarters.map { PackedPeriod($0).period } == quarters)
    #expect(quarters.map { PackedPeriod($0).period.description } == quarters.map(\.description))
  }

  @Test(
    "Periods in words",
    arguments: [
      ("2021", "2021年", "2021"), ("2021-06", "2021年6月", "June 2021"), ("2021-12", "2021年12月", "December 2021"),
      ("2021 Q1", "2021年一季度", "Q1 2021"), ("2021 Q4", "2021年四季度", "Q4 2021"),
      ("2021/22", "2021/22年度", "2021/22"), ("2021/22 Q3", "2021/22年度三季度", "Q3 2021/22"),
      ("FY2022 H1", "2022财年上半年", "H1 FY2022"),
    ])
  func words(_ text: String, _ chinese: String, _ english: String) throws {
    let period = try #require(Period(text))
    #expect(period.text(.chinese) == chinese)
    #expect(period.text(.english) == english)
  }

  @Test("Ids are letters and digits of any script", arguments: ["skilled-workers", "1.a_B", "技能人才", "..."])
  func ids(_ text: String) {
    #expect(IndicatorID(text)?.text == text)
  }

  @Test(
    "A text that cannot be part of a path is not an id",
    arguments: [
      "", ".", "..", "a b", "a/b", "新增 人才!", "a%20", "a\u{202E}b", "a\u{0}", String(repeating: "a", count: 101),
    ])
  func noIDs(_ text: String) {
    #expect(IndicatorID(text) == nil)
  }
}

struct ObservationTests {
  @Test(
    "A figure keeps its period, its number with its decimals, and its state",
    arguments: [
      Period.year(2021), .month(2021, month: 1), .month(2021, month: 12), .quarter(2021, quarter: 1),
      .quarter(2021, quarter: 4), .fiscalYear(FiscalYear(2021)), .year(-44),
    ])
  func parts(period: Period) throws {
    let number = try #require(DecimalNumber("-67.00"))
    let figure = Observation(period: period, value: number, note: "estimated")
    #expect(figure.period == period)
    #expect(figure.value == number && figure.value?.decimals == 2)
    #expect(figure.state == nil && figure.note == "estimated")
    let missing = Observation(period: period, value: nil, state: .done)
    #expect(missing.period == period && missing.value == nil && missing.state == .done)
  }
}

struct DateWordsTests {
  @Test("A date is written as is usual in its language", arguments: [(true, "2024年3月5日"), (false, "5 March 2024")])
  func day(isChinese: Bool, expected: String) throws {
    #expect(try #require(CalendarDate(year: 2024, month: 3, day: 5)).text(isChinese ? .chinese : .english) == expected)
  }
}
