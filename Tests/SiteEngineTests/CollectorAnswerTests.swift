import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing
import Workbooks

// Who answered and when, periods of other plans, a workbook without its hidden sheet, and statuses that changed.
extension CollectorTests {
  @Test("A workbook that does not say who filled it in, or on which day, is a warning; a Chinese date is understood")
  func reporter() async throws {
    _ = try await ask()
    func found(_ cells: [String: CellValue]) async throws -> String {
      try fill("hr", cells.merging(["I7": .number(50)]) { $1 })
      return DiagnosticPrinter(format: .text).print(try await read(isDryRun: true).diagnostics)
    }
    #expect(
      try await found([:]) == """
        hr.xlsx: warning: the workbook does not say who filled it in, and when [collect.reporter]
        hint: ask the department, and write both into the columns for them beside the values

        """)
    #expect(try await found(["B4": .text("2027-02-10")]).contains("does not say who filled it in [collect.reporter]"))
    #expect(try await found(["B3": .text("李四")]).contains("does not say when it was filled in [collect.reporter]"))
    #expect(
      try await found(["B3": .text("李四"), "B4": .text("10 Feb")]).contains(
        "'10 Feb' is no day with its year [collect.reporter]"))
    #expect(try await found(["B3": .text("李四"), "B4": .text("2027年2月10日")]) == "")
    _ = try await read()
    #expect(folder.text("Content/values.csv")?.contains("jobs,2026,50,,,李四,2027-02-10") == true)
  }

  @Test("A period that no plan covers is refused")
  func otherPeriod() async throws {
    do {
      _ = try await collector().ask(for: .year(2035), departments: [], into: "\(folder.path)/asked")
      Issue.record("2035 is after the plan")
    } catch let refusal as Author.Refusal {
      #expect(refusal.reason.description == "no plan covers 2035: the years are 2021–2026")
    }
    #expect(!folder.exists("asked"))
  }

  @Test("The statuses that new values have changed are known")
  func statuses() async throws {
    _ = try await ask()
    try fill("epb", ["B3": .text("张三"), "B4": .text("2027-01-10"), "I8": .number(29)])
    let before = try await collector()
    _ = try await read()
    let changes = try await collector().statusChanges(since: before)
    #expect(changes.map(\.name) == ["PM2.5浓度"])
    #expect(changes.allSatisfy { $0.before != $0.after && !$0.after.isEmpty })
  }

  @Test("The department whose workbook lost its hidden sheet has answered")
  func hiddenSheetGone() async throws {
    _ = try await ask()
    var writer = SheetWriter(SheetLayout(name: "填报", widths: []))
    for head in ["编号", "指标", "单位", "上期", "上期数值", "目标年份", "目标", "填报要求", "2026年数值", "来源", "备注"] { writer.text(head) }
    writer.endRow()
    for text in ["jobs", "新增就业", "万人", "", "", "", "", "", "50"] { writer.text(text) }
    writer.endRow()
    folder.write(Data(WorkbookWriter.file([writer.finish()])), to: "back/hr.xlsx")
    try fill("epb", ["B3": .text("张三"), "B4": .text("2027-01-10"), "I8": .number(29)])
    let answers = try await read(isDryRun: true)
    #expect(findings(answers).contains("the hidden sheet of this workbook, which says what was asked, is gone"))
    #expect(answers.silent == [])
  }
}
