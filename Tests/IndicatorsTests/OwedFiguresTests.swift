import Testing

@testable import Indicators

/// Which figures are missing.
struct OwedFiguresTests {
  @Test(
    "A year has its figure where the budget year that ends in it has one, or its last month or quarter",
    arguments: [
      ("values: {2023/24: 1}", 2024, false), ("values: {2023/24: 1}", 2025, true), ("values: {2022: 1}", 2023, true),
      ("values: {2023-11: 1, 2023-12: 2}", 2023, false), ("values: {2023-10: 1, 2023-11: 1}", 2023, true),
      ("values: {2022-11: 1, 2023-11: 1}", 2023, false), ("values: {2022-11: 1, 2023-11: 1}", 2024, true),
      ("values: {2023-11: 1}", 2023, false), ("values: {2023-11: 1}, frequency: monthly", 2023, true),
      ("values: {2020-2022: 1, 2021-2023: 2}", 2023, false), ("values: {2020-2022: 1, 2021-2023: 2}", 2024, true),
      ("values: {2023 Q4: 1}", 2023, false), ("values: {2023 Q3: 1}", 2023, true), ("values: {2023: 1}", 2023, false),
    ])
  func owed(_ values: String, _ year: Int, _ isOwed: Bool) throws {
    #expect(try indicator("baseline: 0, target: 9, \(values)").owesFigure(for: .year(year)) == isOwed)
  }

  @Test(
    "At the end of a part of a year the newest figure in its own rhythm is missing, or none",
    arguments: [
      ("values: {2023: 1}", "2024 H1", nil), ("values: {2022: 1}", "2024 H1", "2023"), ("", "2024 H1", "2023"),
      ("values: {2022: 1}", "2024 H2", "2024"), ("values: {2023 H2: 1}", "2024 H1", "2024 H1"),
      ("values: {2023 Q3: 1}", "2024-03", "2024 Q1"), ("values: {2023 H1: 1}", "2024 Q1", "2023 H2"),
      ("values: {2023/24: 1}", "2024 H1", nil), ("values: {2022/23: 1}", "2024 H1", "2023/24"),
      ("values: {2022-11: 1, 2023-11: 1}", "2024 H1", nil), ("values: {2021-2023: 1}", "2024 H2", "2022-2024"),
      ("values: {2023: 1}, frequency: monthly", "2024 H1", "2024 H1"),
    ])
  func lacked(_ values: String, _ period: String, _ missing: String?) throws {
    let found = try indicator("baseline: {year: 2020, value: 0}, target: 9" + (values.isEmpty ? "" : ", \(values)"))
      .missingPeriod(atEndOf: try #require(Period(period)))
    #expect(found?.description == missing)
  }

  @Test(
    "An indicator that is judged by words owes figures as soon as it has one, or a baseline",
    arguments: [
      ("target: {text: accredited}, judgement: {status: on-track}", false), ("target: {text: accredited}", false),
      ("target: {text: accredited}, values: {2022: 5}", true), ("target: {text: higher}, baseline: 4", true),
      ("target: 9", true),
    ])
  func inWords(_ fields: String, _ isOwed: Bool) throws {
    #expect(try indicator(fields).owesFigure(for: .year(2024)) == isOwed)
  }

  @Test("Of a series of budget years the budget year is owed that ends in the year, however it is spelled")
  func budgetYears() throws {
    func owed(_ values: String) throws -> String {
      try indicator("baseline: 0, target: 9, values: {\(values)}").owedPeriod(for: .year(2025)).description
    }
    #expect(try owed("2022/23: 1, 2023/24: 2") == "2024/25")
    #expect(try owed("FY2024: 1") == "FY2025")
    #expect(try owed("2023: 1") == "2025")
  }

  @Test(
    "For a year the figures are asked for that the indicator has: months, quarters, a month of each year, several years",
    arguments: [
      ("values: {2025 Q4: 1, 2026 Q1: 1, 2026 Q2: 1}", "2026 Q3, 2026 Q4"),
      ("values: {2025 Q4: 1}, frequency: yearly", "2026 Q4"),
      ("values: {2026-08: 1, 2026-09: 1}", "2026-10, 2026-11, 2026-12"),
      ("frequency: quarterly", "2026 Q1, 2026 Q2, 2026 Q3, 2026 Q4"),
      ("values: {2024-11: 1, 2025-11: 1}", "2026-11"), ("values: {2021-2023: 1, 2022-2024: 2}", "2023-2025"),
      ("values: {2024/25: 1}", "2025/26"), ("values: {2025: 1}", "2026"),
      ("values: {FY2026 Q1: 1, FY2026 Q2: 1}", "FY2026 Q4, FY2027 Q1, FY2027 Q2, FY2027 Q3"),
    ])
  func ownPeriods(_ values: String, _ owed: String) throws {
    let indicator = try indicator("baseline: {year: 2020, value: 0}, target: 9" + (values.isEmpty ? "" : ", \(values)"))
    #expect(indicator.owedPeriods(for: .year(2026)).map(\.description).joined(separator: ", ") == owed)
  }
}
