import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// Rows and heads of planners' tables that need care.
@Suite struct TableRowTests {
  private let folder = TemporaryFolder([
    "Content/site.yaml": "title: Example\nlanguages: [en]\n",
    "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: {start: 2026, end: 2030}\n---\nText.\n\n::indicators\n",
  ])

  private func run(_ table: String) async throws -> String {
    folder.write(table, to: "table.csv")
    let author = try #require(try await Author.open(folder.path).value)
    let imported = try author.importTable("\(folder.path)/table.csv", answers: ImportAnswers(), isDryRun: false)
    return DiagnosticPrinter(format: .text).print((imported.value?.diagnostics ?? []) + imported.diagnostics)
  }

  @Test("A half-year beside its year is a column of its own")
  func halfYear() async throws {
    let findings = try await run(
      "Indicator,Unit,Baseline,Actuals,,,Target 2030\n,,2024,2025,2026 H1,2026,\nAir days,days,270,281,120,290,320\n")
    #expect(!findings.contains("csv.unknown-column"), "\(findings)")
    let values = folder.text("Content/values.csv") ?? ""
    #expect(values.contains("air-days,2026,290") && values.contains("air-days,2026 H1,120"), "\(values)")
  }

  @Test("Budget years and UoM are known")
  func budgetYears() async throws {
    let findings = try await run("KPI,UoM,FY24/25 Actual,FY25/26 Actual,FY30/31 Target\nPunctuality,%,81,83,92\n")
    #expect(findings == "", "\(findings)")
    let register = folder.text("Content/indicators.yaml") ?? ""
    #expect(
      register.contains("unit: \"%\"") && register.contains("target: {year: \"2030/31\", value: 92}"), "\(register)")
    #expect((folder.text("Content/values.csv") ?? "").contains("punctuality,2025/26,83"))
  }

  @Test("Rows with the same name: each target and baseline that is left out is reported, with a hint that fits")
  func equalRows() async throws {
    let findings = try await run(
      "Indicator,Unit,2024,2025,2026,Target 2030\nAir days,days,270,281,290,320\nAir days,days,271,285,291,330\n")
    #expect(
      findings.contains("'Air days' has another target already, and '330' is not imported [import.table]"),
      "\(findings)")
    #expect(
      findings.contains("'Air days' has another baseline already, and '285' is not imported [import.table]"),
      "\(findings)")
    #expect(
      findings.contains("hint: if two rows are two indicators, give each a name of its own; else correct the number"))
  }

  @Test("A share beside a target in per cent is a warning")
  func shares() async throws {
    let findings = try await run("Indicator,Unit,2025,Target 2030\nShare,%,0.149,18%\nFee,%,0.5,5%\n")
    #expect(findings.contains("'Share' goes from 0.149 to 18, and its unit is per cent [import.table]"), "\(findings)")
    #expect(!findings.contains("'Fee'"))
  }

  @Test("A total below another column than that of names is a sum, and no missing name")
  func totals() async throws {
    let findings = try await run("Theme,Indicator,2025,Target 2030\nGreen,Trees,1,5\nTotal,,1,5\n")
    #expect(findings.contains("'Total' is a sum of other rows, and is not imported [import.table]"), "\(findings)")
    #expect(!findings.contains("no name"))
  }

  @Test("The mark of a figure becomes its status, or is told, and is no note")
  func marks() async throws {
    let findings = try await run("Indicator,2025,2026,2027,2028,Target 2030\nJobs,1,113.0*,114e,about 115,120\n")
    #expect(findings.contains("the mark '*' of this figure is not imported [import.table]"), "\(findings)")
    let values = folder.text("Content/values.csv") ?? ""
    #expect(!values.contains("*") && !values.contains(",e,"), "\(values)")
    #expect(values.contains("estimated"), "\(values)")
  }
}
