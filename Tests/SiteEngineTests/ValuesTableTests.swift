import CZip
import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing
import Workbooks

/// Tables with the values of many indicators, `values.csv` and `values.xlsx`.
@Suite struct ValuesTableTests {
  private static let register = """
    - id: air
      name: 优良天数
      unit: "%"
      target: {value: 90}
      baseline: {year: 2020, value: 80}
    - id: jobs
      name: 新增就业
      unit: 万人
      target: {value: 20}
      baseline: {year: 2020, value: 10}

    """

  private func site(_ files: [String: String]) -> TemporaryFolder {
    TemporaryFolder(
      smallSite.merging([
        "Content/indicators.yaml": Self.register, "Content/1-first.md": "---\ntitle: 一\n---\n文字。\n\n::indicators\n",
      ]) { $1 }
      .merging(["Content/2-second.md": "---\ntitle: 二\n---\n文字。\n"]) { $1 }.merging(files) { $1 })
  }

  /// The findings of `check`, and the values of `/data/values.csv` as `id period value source`.
  private func values(_ folder: TemporaryFolder) async throws -> (findings: String, values: [String]) {
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    let built = try await build(folder)
    let findings = DiagnosticPrinter(format: .text).print(report.diagnostics)
    guard built.built else { return (findings, []) }
    let lines = try #require(folder.text("Output/data/values.csv")).split(whereSeparator: \.isNewline)
    let names = lines[0].dropFirst().split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    func index(_ name: String) throws -> Int { try #require(names.firstIndex(of: name)) }
    let (period, value, source) = (try index("period"), try index("value"), try index("source"))
    let rows = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    return (findings, rows.map { "\($0[0]) \($0[period]) \($0[value]) \($0[source])" })
  }

  @Test("One row for each value, with heads in English or Chinese", arguments: ["id,Year,Value,Source", "编号,年份,数值,来源"])
  func longTable(head: String) async throws {
    let folder = site(["Content/values.csv": "\(head)\njobs,2022,11.5,统计局\nair,2021,81,\nair,2022年,82.50,年报\n"])
    let result = try await values(folder)
    #expect(result.findings == "")
    #expect(result.values == ["air 2021 81 ", "air 2022年 82.50 年报", "jobs 2022 11.5 统计局"])
  }

  @Test("One row for each indicator, with a column for each year, by name")
  func wideTable() async throws {
    let folder = site([
      "Content/values.csv": "指标,单位,基期,2021年,2022,目标\n优良天数,%,80,81%,82,90\n新增就业,万人,10,,11,20\n,,,,,\n"
    ])
    let result = try await values(folder)
    #expect(result.findings.contains("the row has only empty cells"))
    #expect(result.values == ["air 2021年 81 ", "air 2022 82 ", "jobs 2022 11 "])
  }

  @Test("A workbook is read: a title above the head, several sheets, dates, percentages and merged cells")
  func workbook() async throws {
    var first = SheetWriter(SheetLayout(name: "环境", widths: []))
    first.text("附件一")
    first.endRow()
    for head in ["编号", "年份", "数值", "备注"] { first.text(head) }
    first.endRow()
    first.text("air")
    first.number { $0.append(text: "2021") }
    first.number { $0.append(text: "81.299999999999997") }
    first.text("初步")
    first.endRow()
    var second = SheetWriter(SheetLayout(name: "就业", widths: []))
    for head in ["id", "2021", "2022"] { second.text(head) }
    second.endRow()
    second.text("jobs")
    second.number { $0.append(text: "10.5") }
    second.endRow()
    var third = SheetWriter(SheetLayout(name: "说明", widths: []))
    third.text("怎样填写")
    third.endRow()
    let folder = site([:])
    folder.write(
      Data(WorkbookWriter.file([first.finish(), second.finish(), third.finish()])), to: "Content/values.xlsx")
    let result = try await values(folder)
    #expect(
      result.findings == """
        Content/values.xlsx: note: sheet '说明' is not read: it has no headings of a table of values [workbook.sheet]
        hint: name its columns in one row

        """)
    #expect(result.values == ["air 2021 81.3 ", "jobs 2021 10.5 "])
  }

  @Test("Hidden rows of a workbook are published and named, and a hidden sheet is named")
  func hidden() async throws {
    let folder = site([:])
    folder.write(
      workbookWithHiddenCells(
        [["id", "Year", "Value"], ["air", "2021", "81"], ["jobs", "2021", "11"]], hiddenRow: 3,
        hiddenSheet: [["id", "Year", "Value"], ["air", "2022", "90"]]), to: "Content/values.xlsx")
    let result = try await values(folder)
    #expect(
      result.findings == """
        Content/values.xlsx: note: sheet '旧' is hidden, and is not read [workbook.sheet]
        hint: show it if it has values
        Content/values.xlsx, sheet 表, cell A3: warning: rows of sheet '表' are hidden, and are published: 3 [workbook.sheet]
        hint: show them, or delete them

        """)
    #expect(result.values == ["air 2021 81 ", "jobs 2021 11 "])
  }

  @Test("A figure that a cell does not hold is an error with the cell's place")
  func badCells() async throws {
    var sheet = SheetWriter(SheetLayout(name: "指标", widths: []))
    for head in ["id", "Year", "Value"] { sheet.text(head) }
    sheet.endRow()
    for (id, year, value) in [
      ("air", "2021", "八十"), ("jobs", "前年", "3"), ("air", "2022", "#DIV/0!"), ("aire", "2021", "3"),
    ] {
      sheet.text(id)
      sheet.text(year)
      sheet.text(value)
      sheet.endRow()
    }
    let folder = site([:])
    folder.write(Data(WorkbookWriter.file([sheet.finish()])), to: "Content/values.xlsx")
    let result = try await values(folder)
    #expect(
      result.findings == """
        Content/values.xlsx, sheet 指标, cell C2: error: '八十' is not a number [csv.invalid-number]
        hint: write 80
        Content/values.xlsx, sheet 指标, cell B3: error: '前年' is not a period [csv.invalid-period]
        hint: write a year such as 2021, or 2021-06, 2021 Q3, 2021 H1, 2021/22, 2009-2011
        Content/values.xlsx, sheet 指标, cell C4: error: '#DIV/0!' is not a number [csv.invalid-number]
        hint: leave the cell empty if there is no value
        Content/values.xlsx, sheet 指标, cell A5: error: indicator 'aire' does not exist [csv.unknown-indicator]
        hint: did you mean 'air'?

        """)
  }

  @Test("A file that is not a workbook is an error with its name")
  func badFile() async throws {
    let folder = site(["Content/values.xlsx": "id,Year,Value\n"])
    #expect(
      try await values(folder).findings == """
        Content/values.xlsx: error: the workbook is not an Excel workbook [workbook.unreadable]
        hint: in Excel, save it as 'Excel Workbook (.xlsx)'

        """)
    folder.write(Data(count: (16 << 20) + 1), to: "Content/values.xlsx")
    #expect(
      try await values(folder).findings == """
        Content/values.xlsx: error: the file has 16.1 MB; the limit is 16 MB [file.too-large]
        hint: split it into several files

        """)
  }

  @Test("A workbook beyond the limits, and a formula without a result, are errors")
  func limits() async throws {
    let folder = site([:])
    let sheets = (0...200).map { number in
      var sheet = SheetWriter(SheetLayout(name: "S\(number)", widths: []))
      sheet.text("id")
      sheet.endRow()
      return sheet.finish()
    }
    folder.write(Data(WorkbookWriter.file(sheets)), to: "Content/values.xlsx")
    #expect(
      try await values(folder).findings == """
        Content/values.xlsx: error: the workbook is too large: it has more than 200 sheets [workbook.too-large]
        hint: keep only the figures in it, or split it

        """)
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let parts = [
      "[Content_Types].xml": "<Types/>",
      "xl/workbook.xml": "<workbook><sheets><sheet name='指标' r:id='a' xmlns:r='r'/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels":
        "<Relationships><Relationship Id='a' Type='\(relations)/worksheet' Target='sheet.xml'/></Relationships>",
      "xl/sheet.xml": """
      <worksheet><sheetData><row><c t='str'><v>id</v></c><c t='str'><v>Year</v></c><c t='str'><v>Value</v></c></row>\
      <row><c t='str'><v>air</v></c><c><v>2021</v></c><c><f>1+1</f></c></row></sheetData></worksheet>
      """,
    ]
    let writer = try #require(zip_writer_open(1))
    defer { zip_writer_close(writer) }
    for (name, text) in parts {
      let bytes = Array(text.utf8)
      #expect(zip_writer_add(writer, name, bytes, bytes.count) == 0)
    }
    var count = 0
    let start = try #require(zip_writer_finish(writer, &count))
    folder.write(Data(bytes: start, count: count), to: "Content/values.xlsx")
    #expect(
      try await values(folder).findings == """
        Content/values.xlsx, sheet 指标, cell C2: error: the formula of this cell has no result in the file [workbook.cell]
        hint: open the workbook in Excel, which computes it, and save it

        """)
  }

  @Test("A control character in a cell is an error that names the cell")
  func controlCharacter() async throws {
    let folder = site([:])
    var sheet = SheetWriter(SheetLayout(name: "指标", widths: []))
    for text in ["id", "Year", "Value", "Note", "air", "2021", "80", "a\u{8}b"] {
      sheet.text(text)
      if text == "Note" { sheet.endRow() }
    }
    sheet.endRow()
    folder.write(Data(WorkbookWriter.file([sheet.finish()])), to: "Content/values.xlsx")
    #expect(
      try await values(folder).findings == """
        Content/values.xlsx, sheet 指标, cell D2: error: a control character (U+0008), which no page can show [file.control-character]
        hint: type the text of the cell again, or let Excel remove it with =CLEAN(…)

        """)
  }

  @Test("One period in two files is an error that names both, unless the values are equal")
  func conflicts() async throws {
    let folder = site([
      "Content/values.csv": "id,Year,Value\nair,2021,81.0\nair,2022,82\njobs,2021,10\njobs,2021,11\n",
      "Content/indicators/air.csv": "Year,Value\n2021,81\n2022,83\n",
    ])
    #expect(
      try await values(folder).findings == """
        Content/values.csv:3:10: error: '优良天数' has two values for 2022: 82 in Content/values.csv, and 83 in indicators/air.csv [csv.conflicting-values]
            3 | air,2022,82
              |          ^~
        hint: remove one of them; a value that was published earlier belongs under 'revisions'
        Content/values.csv:5:11: error: '新增就业' has two values for 2021: 11 in Content/values.csv, and 10 in the same file [csv.conflicting-values]
            5 | jobs,2021,11
              |           ^~
        hint: remove one of them; a value that was published earlier belongs under 'revisions'

        """)
    folder.write("id,Year,Value\nair,2021,81.0\nair,2023,84\n", to: "Content/values.csv")
    let result = try await values(folder)
    #expect(result.findings == "")
    #expect(result.values == ["air 2021 81 ", "air 2022 83 ", "air 2023 84 "])
  }

  @Test("An empty value is replaced by the one of another file, and text below a table is not an indicator")
  func emptyValues() async throws {
    let folder = site([
      "Content/values.csv": "id,Year,Value\nair,2021,81\njobs,2021,\n注：初步数,,\n",
      "Content/indicators/air.csv": "Year,Value\n2021,\n2022,\n",
    ])
    let result = try await values(folder)
    #expect(result.findings == "")
    #expect(result.values == ["air 2021 81 ", "air 2022  ", "jobs 2021  "])
  }

  @Test("A percentage for an indicator in another unit is an error")
  func percentage() async throws {
    #expect(
      try await values(site(["Content/values.csv": "id,Year,Value\njobs,2021,65.3%\n"])).findings == """
        Content/values.csv:2:11: error: the value is a percentage, but the unit of '新增就业' is '万人' [csv.invalid-number]
            2 | jobs,2021,65.3%
              |           ^~~~~
        hint: write 'unit: "%"' in the indicator's entry, or format the cell as a number

        """)
  }

  @Test("A value of a milestone is an error")
  func milestone() async throws {
    let register = Self.register + "- id: law\n  name: 立法\n  kind: milestone\n  due: 2023\n"
    let folder = site(["Content/indicators.yaml": register, "Content/values.csv": "id,Year,Value\nlaw,2021,1\n"])
    #expect(
      try await values(folder).findings == """
        Content/values.csv:2:10: error: '立法' is a milestone, which is done or not done and has no values [indicator.kind]
            2 | law,2021,1
              |          ^
        hint: remove the row, and write 'done: …' into its entry once it is done

        """)
  }

  @Test("A column that is not read is a warning, and a row without an indicator an error")
  func strangers() async throws {
    #expect(
      try await values(site(["Content/values.csv": "id,Year,Value,District\nair,2021,81,x\n,2021,7,\n"])).findings
        == """
        Content/values.csv:1:15: warning: column 'District' is not read [csv.unknown-column]
            1 | id,Year,Value,District
              |               ^~~~~~~~
        hint: a part of the total, such as one district, belongs in a file of its own: indicators/<id>.csv
        Content/values.csv:3:1: error: this line has a value, and no id of an indicator [csv.unknown-indicator]
            3 | ,2021,7,
              | ^
        hint: write the id of the indicator into column 'id'

        """)
  }

  @Test("A CSV file in GB18030 is read, with a note")
  func encoding() async throws {
    let folder = site([:])
    // 编号,年份,数值
    let head: [UInt8] = [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xC4, 0xEA, 0xB7, 0xDD, 0x2C, 0xCA, 0xFD, 0xD6, 0xB5, 0x0A]
    folder.write(Data(head + "air,2021,81\n".utf8), to: "Content/values.csv")
    let result = try await values(folder)
    #expect(
      result.findings == """
        Content/values.csv: note: the file is encoded in GB18030, and is read as that [file.other-encoding]
        hint: in Excel, save it as 'CSV UTF-8', so that every program reads it

        """)
    #expect(result.values == ["air 2021 81 "])
  }
}
