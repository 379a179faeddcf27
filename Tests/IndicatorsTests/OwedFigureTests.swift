import Testing

@testable import Indicators

/// Which figures are missing.
struct OwedFigureTests {
  @Test(
    "A year has its figure where the budget year that ends in it has one, or its last month or quarter",
    arguments: [
      ("values: {2023/24: 1}", 2024, false), ("values: {2023/24: 1}", 2025, true), ("values: {2022: 1}", 2023, true),
      ("values: {2023-11: 1, 2023-12: 2}", 2023, false), ("values: {2023-11: 1}", 2023, true),
      ("values: {2023 Q4: 1}", 2023, false), ("values: {2023 Q3: 1}", 2023, true), ("values: {2023: 1}", 2023, false),
    ])
  func owed(_ values: String, _ year: Int, _ isOwed: Bool) throws {
    #expect(try indicator("baseline: 0, target: 9, \(values)").owesFigure(for: .year(year)) == isOwed)
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
}
