import DataFormats
import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing
import Workbooks

/// `/data/indicators.xlsx`, for readers.
@Suite struct IndicatorWorkbookTests {
  private func workbook(_ folder: TemporaryFolder) throws -> Workbook {
    try Workbook.read(
      Array(try #require(FileManager.default.contents(atPath: "\(folder.path)/Output/data/indicators.xlsx"))))
  }

  /// The texts of a sheet, with an empty text for each empty cell.
  private func rows(_ sheet: Workbook.Sheet) -> [[String]] {
    let width = sheet.rows[0].cells.count
    return sheet.rows.map { row in
      (0..<width).map { column in row.cells.first { $0.column == column }?.value.text ?? "" }
    }
  }

  @Test(
    "The sheet of values has the rows of the CSV file", arguments: ["digital-decade", "indicator-kinds", "markdown"])
  func values(site: String) async throws {
    let folder = TemporaryFolder()
    _ = try await SiteBuild(
      BuildOptions(
        siteDirectory: "\(packageRoot)/Tests/GoldenSites/\(site)", outputDirectory: "\(folder.path)/Output",
        usesMemory: false)
    ).build()
    let csv = try #require(folder.text("Output/data/values.csv"))
    let table = try #require(CSVTable.parse(SourceText(path: "data.csv", text: csv)).value)
    let columns = try [
      "id", "unit", "period", "value", "state", "status", "low", "high", "revised_from", "source", "note",
    ].map { try #require(table.column(named: $0)) }
    func plain(_ text: String) -> String {
      // A row of an indicator without an id leads to its place.
      let bare = text.hasPrefix("'") ? String(text.dropFirst()) : text.hasPrefix("#") ? "" : text
      return DecimalNumber(bare).map { String($0.value) } ?? bare
    }
    let expected = table.rows.map { row in columns.map { plain(row.cells[$0].value) } }
    let sheet = try workbook(folder).sheets[1]
    // The sheet has the name, the parts and what describes a value besides.
    let shown = rows(sheet).dropFirst().map { row in
      row.indices.dropLast().filter { $0 != 1 && $0 != 3 }.map { plain(row[$0]) }
    }
    #expect(shown == expected)
  }

  @Test("Heads are in the site's language, numbers are numbers, and texts stay texts")
  func cells() async throws {
    let folder = TemporaryFolder(
      smallSite.merging([
        "Content/indicators.yaml": """
        - id: air
          name: =1+1
          unit: 天
          baseline: {year: 2020, value: 80.50}
          target: {value: 9007199254740993}
          values: {2021: 81.5, 2022-06: 82}

        """
      ]) { $1 })
    #expect(try await build(folder).built)
    let sheets = try workbook(folder).sheets
    #expect(sheets.map(\.name) == ["指标", "数值"])
    let indicators = rows(sheets[0])
    let row = Dictionary(uniqueKeysWithValues: zip(indicators[0], indicators[1]))
    #expect(row["指标"] == "=1+1")
    #expect(row["基期年份"] == "2020")
    #expect(row["基期"] == "80.5")
    #expect(row["目标"] == "9007199254740993")
    #expect(
      sheets[1].rows[1].cells.map(\.value) == [
        .text("air"), .text("=1+1"), .text("天"), .number(2021), .number(81.5),
      ])
    #expect(
      sheets[1].rows[2].cells.map(\.value) == [
        .text("air"), .text("=1+1"), .text("天"), .text("2022-06"), .number(82),
      ])
  }

  @Test("'downloads' leaves the workbook and its link out")
  func off() async throws {
    let register = ["Content/indicators.yaml": "- {id: air, name: 空气, target: {value: 2}}\n"]
    let folder = TemporaryFolder(smallSite.merging(register) { $1 })
    #expect(try await build(folder).built)
    #expect(folder.text("Output/indicators/index.html")?.contains("../data/indicators.xlsx") == true)
    folder.write("title: 测试站\nlanguages: [zh-CN]\ndownloads: {excel: false}\n", to: "Content/site.yaml")
    #expect(try await build(folder).built)
    #expect(folder.text("Output/indicators/index.html")?.contains("indicators.xlsx") == false)
    #expect(!folder.exists("Output/data/indicators.xlsx"))
  }
}
