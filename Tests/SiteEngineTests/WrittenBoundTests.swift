import DataFormats
import Diagnostics
import Indicators
import SiteEngine
import TestSupport
import Testing

/// Bounds, years and empty cells in the words of planners' tables.
@Suite struct WrittenBoundTests {
  private func targets(_ cells: [String]) async throws -> (register: String, findings: String) {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: City\nlanguages: [en]\n",
      "Content/index.md":
        "---\ntype: plan\ntitle: Plan\nperiod: {start: 2025, end: 2030}\n---\nText.\n\n::indicators\n",
      "t.csv": "Area,Indicator,Unit,Target 2030\n"
        + cells.enumerated().map { "Buses,Measure \($0),km,\($1)\n" }.joined(),
    ])
    let author = try #require(try await Author.open(folder.path).value)
    let imported = try author.importTable("\(folder.path)/t.csv", answers: ImportAnswers(), isDryRun: false)
    let findings = DiagnosticPrinter(format: .text).print((imported.value?.diagnostics ?? []) + imported.diagnostics)
    return (folder.text("Content/indicators.yaml") ?? "", findings)
  }

  @Test(
    "Bounds in words are bounds",
    arguments: [
      ("not below 80", "value: 80, comparator: \">=\""), ("no more than 10", "value: 10, comparator: \"<=\""),
      ("between 10 and 20", "between: [10, 20]"), ("max. 35", "value: 35, comparator: \"<=\""),
      ("min. 12", "value: 12, comparator: \">=\""), ("under 5", "value: 5, comparator: \"<\""),
      ("not less than 7", "value: 7, comparator: \">=\""), ("35 or below", "value: 35, comparator: \"<=\""),
      ("au moins 5", "value: 5, comparator: \">=\""), ("pas plus de 6", "value: 6, comparator: \"<=\""),
      ("entre 10 et 20", "between: [10, 20]"), ("al menos 5", "value: 5, comparator: \">=\""),
      ("no más de 6", "value: 6, comparator: \"<=\""), ("ca. 90", "value: 90, approx: true"),
      ("≥ 90", "value: 90, comparator: \">=\""),
    ])
  func bounds(cell: String, entry: String) async throws {
    let (register, findings) = try await targets([cell])
    #expect(register.contains("{year: 2030, \(entry)}"), "\(register)\(findings)")
    #expect(register.contains("category: Buses"))
  }

  @Test("The year of a cell is that of its target, and n/a is an empty cell")
  func years() async throws {
    let (register, findings) = try await targets(["120 by 2028", "at least 40 by the end of 2028", "tbd"])
    #expect(register.contains("{year: 2028, value: 120}"), "\(register)")
    #expect(register.contains("{year: 2028, value: 40, comparator: \">=\"}"), "\(register)")
    #expect(
      findings.contains(
        "warning: the column is for 2030, and the cell says 2028: the target is imported for 2028 [import.table]"),
      "\(findings)")
    #expect(findings.contains("note: 'tbd' is taken for an empty cell [import.table]"), "\(findings)")
  }
}
