import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing
import Workbooks

/// Columns, rows and sheets of a planner's table that are not the plan's own figures.
@Suite struct TableLeftOverTests {
  private let folder = TemporaryFolder([
    "Content/site.yaml": "title: 示例\nlanguages: [zh-CN]\n",
    "Content/index.md": "---\ntype: plan\ntitle: 规划\nperiod: {start: 2026, end: 2030}\n---\n正文。\n\n::indicators\n",
  ])

  private func run(_ table: String, sheet: String? = nil) async throws -> (register: String, findings: String) {
    folder.write(table, to: "table.csv")
    return try await run(file: "table.csv", sheet: sheet)
  }

  private func run(file: String, sheet: String? = nil) async throws -> (register: String, findings: String) {
    let author = try #require(try await Author.open(folder.path).value)
    var answers = ImportAnswers()
    answers.sheet = sheet
    let imported = try author.importTable("\(folder.path)/\(file)", answers: answers, isDryRun: false)
    return (
      folder.text("Content/indicators.yaml") ?? "",
      DiagnosticPrinter(format: .text).print((imported.value?.diagnostics ?? []) + imported.diagnostics)
    )
  }

  @Test("The column of another place is named, and its figures are not the plan's own")
  func otherPlace() async throws {
    let (register, findings) = try await run("指标,单位,2025年实际,,2030年目标\n,,本县,全省,\n城镇化率,%,65.2,70,68\n")
    #expect(register.contains("baseline: {year: 2025, value: 65.2}"), "\(register)")
    #expect(folder.text("Content/values.csv") == nil)
    #expect(findings.contains("column '2025年实际 全省' is not imported [csv.unknown-column]"), "\(findings)")
  }

  @Test(
    "A head with the name of another place holds no figures of the plan",
    arguments: [
      ("指标,单位,2025年,全国2030年目标,2030年目标\n城镇化率,%,65.2,75,68\n甲,个,1,9,\n", ["value: 68}"], ["75", "value: 9}"]),
      (
        "Indicator,Unit,2025 (national),2025,Target 2030\nJobs,n,9,5,7\nHomes,n,4,,6\n", ["value: 5}", "value: 6}"],
        ["9", "4"]
      ),
      ("指标,单位,2025年实际（开发区）,2025年实际,2030年目标\n甲,个,3,4,5\n", ["baseline: {year: 2025, value: 4}"], ["value: 3"]),
      ("指标,单位,2025年全市,2025年全国实际,2025年全省实际,2030年目标\n甲,个,3,4,8,5\n", ["baseline: {year: 2025, value: 8}"], ["value: 4"]),
    ])
  func heads(table: String, expected: [String], others: [String]) async throws {
    let (register, findings) = try await run(table)
    let values = folder.text("Content/values.csv") ?? ""
    for text in expected { #expect(register.contains(text), "\(register)\(findings)") }
    for text in others {
      #expect(!register.contains(text) && !values.contains(text), "\(register)\(values)\(findings)")
    }
    #expect(findings.contains("is not imported"))
  }

  @Test("An estimate as the baseline and the word 约 stay as a note")
  func estimates() async throws {
    let (register, _) = try await run("指标,单位,2025年（预计）,2030年\n甲,个,1,2\n")
    #expect(register.contains("note: \"2025年（预计）：1\""), "\(register)")
    let (second, _) = try await run("指标,单位,2025年,2030年\n乙,个,约30,40\n")
    #expect(second.contains("note: \"2025年：约30\""), "\(second)")
  }

  @Test("A row that only names a group is its category, also with its number in a column of its own")
  func groups() async throws {
    let (register, findings) = try await run(
      "序号,指标,单位,2025年,2030年目标\n一,经济发展,,,\n1,甲,个,1,2\n二,生态环境,,,\n2,乙,个,1,2\n")
    #expect(!register.contains("name: 经济发展"), "\(register)\(findings)")
    #expect(register.contains("category: 经济发展") && register.contains("category: 生态环境"), "\(register)")
  }

  @Test("Hidden rows and columns are named and not imported; a hidden sheet is where it is asked for")
  func hidden() async throws {
    let rows = [["指标", "单位", "2024年", "2030年目标"], ["甲", "个", "1", "2"], ["乙（已撤销）", "个", "3", "4"]]
    let old = [["指标", "单位", "2030年目标"], ["丙", "个", "5"]]
    folder.write(workbookWithHiddenCells(rows, hiddenRow: 3, hiddenColumn: 3, hiddenSheet: old), to: "table.xlsx")
    let (register, findings) = try await run(file: "table.xlsx")
    #expect(
      register == "- id: 甲\n  name: 甲\n  unit: 个\n  target: {year: 2030, value: 2}\n", "\(register)")
    #expect(folder.text("Content/values.csv") == nil)
    #expect(
      findings.contains("sheet 表, cell A3: warning: the hidden row of '乙（已撤销）' is not imported [import.table]"),
      "\(findings)")
    #expect(findings.contains("sheet 表, cell C1: warning: the hidden column '2024年' is not imported"), "\(findings)")
    #expect(findings.contains("import it with '--sheet 旧'"), "\(findings)")
    let (second, _) = try await run(file: "table.xlsx", sheet: "旧")
    #expect(second.contains("name: 丙"), "\(second)")
  }
}
