import Diagnostics
import Foundation
import Indicators
import TestSupport
import Testing
import Workbooks

@testable import SiteEngine

extension CollectorTests {
  @Test("'check --period' lists what each department owes")
  func missing() async throws {
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check(for: .year(2026))
    #expect(
      DiagnosticPrinter(format: .text).print(report.diagnostics) == """
        Content/departments.yaml: warning: '人社局' owes 1 value for 2026: '新增就业' [collect.missing]
        hint: 'planpress collect --period 2026' makes a workbook to ask for them
        Content/departments.yaml: warning: '生态环境局' owes 2 values for 2026: '优良天数比率', 'PM2.5浓度' [collect.missing]
        hint: 'planpress collect --period 2026' makes a workbook to ask for them

        """)
  }

  /// A site with one indicator, of which a year is asked for.
  private func asked(_ fields: String) async throws -> (folder: TemporaryFolder, collector: Collector, rows: [String]) {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: County\nlanguages: [en]\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2026\n---\n::indicators\n",
      "Content/indicators.yaml": "- {id: a, name: Exports, target: {every: 250}, \(fields)}\n",
    ])
    let collector = try #require(try await Collector.open(BuildOptions(siteDirectory: folder.path)).value)
    _ = try collector.ask(for: .year(2026), departments: [], into: "\(folder.path)/asked")
    let bytes = try #require(FileManager.default.contents(atPath: "\(folder.path)/asked/no-department.xlsx"))
    let rows = try Workbook.read(Array(bytes)).sheets[0].rows.dropFirst(5).map { row in
      row.cells.prefix(2).map { $0.value.text ?? "" }.joined(separator: "|")
    }
    return (folder, collector, rows)
  }

  @Test(
    "For a year the workbook asks for the periods that the figures are for",
    arguments: [
      ("values: {2026 Q1: 262, 2026 Q2: 248}", ["a 2026 Q3|Exports (Q3 2026)", "a 2026 Q4|Exports (Q4 2026)"]),
      ("values: {2021-2023: 262, 2022-2024: 248}", ["a 2023-2025|Exports (2023-2025)"]),
      ("values: {2024-11: 262, 2025-11: 248}", ["a 2026-11|Exports (November 2026)"]),
      ("values: {2024/25: 262}", ["a 2025/26|Exports (2025/26)"]), ("values: {2025: 262}", ["a|Exports"]),
    ])
  func ownPeriods(_ values: String, _ rows: [String]) async throws {
    #expect(try await asked(values).rows == rows)
  }

  @Test("An answer for another period is refused, and a year's value of a quarterly figure is doubtful")
  func otherPeriods() async throws {
    func findings(_ values: String, of period: Period, _ cell: CellValue, note: String = "") async throws -> [String] {
      let folder = TemporaryFolder([
        "Content/site.yaml": "title: County\nlanguages: [en]\n",
        "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2026\n---\n::indicators\n",
        "Content/indicators.yaml": "- {id: a, name: Life, target: 80, \(values)}\n",
      ])
      let collector = try #require(try await Collector.open(BuildOptions(siteDirectory: folder.path)).value)
      let indicator = try #require(collector.site.indicators.first?.indicator)
      return ReturnedValue(indicator: indicator, period: period, place: SourceLocation(file: "a.xlsx"))
        .answer(cell, note: note, isAccepted: false).diagnostics.map { "\($0.message) [\($0.code.rawValue)]" }
    }
    let means = "values: {2021-2023: 63, 2022-2024: 63.2}"
    let range = try #require(Period("2023-2025"))
    #expect(
      try await findings(means, of: .year(2026), .text("63.5 (2023-25)"))
        == ["the value of 'Life' is for 2023-25, and 2026 was asked for [collect.doubtful]"])
    #expect(try await findings(means, of: range, .text("63.5 (2023-25)")) == [])
    #expect(
      try await findings(means, of: range, .number(63.5), note: "2022-2024")
        == ["the value of 'Life' is for 2022-2024, and 2023-2025 was asked for [collect.doubtful]"])
    #expect(try await findings(means, of: range, .number(63.5), note: "Revised in 2026.") == [])
    #expect(
      try await findings("values: {2026 Q1: 262, 2026 Q2: 248}", of: .year(2026), .number(1040))
        == ["'Life' would be 1040 for 2026: its figures are for shorter periods, such as 2026 Q2 [collect.doubtful]"])
  }
}
