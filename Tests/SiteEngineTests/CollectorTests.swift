import DataFormats
import Diagnostics
import Files
import Foundation
import Indicators
import SiteEngine
import TestSupport
import Testing
import Workbooks

/// A round of asking departments for their figures.
@Suite struct CollectorTests {
  let folder = TemporaryFolder([
    "Content/site.yaml": "title: 示例市\nlanguages: [zh-CN]\n",
    "Content/index.md": "---\ntype: plan\ntitle: 规划\nperiod: {start: 2021, end: 2026}\n---\n正文。\n\n::indicators\n",
    "Content/departments.yaml": "- id: epb\n  name: 生态环境局\n- id: hr\n  name: 人社局\n",
    "Content/indicators.yaml": """
    - id: air
      name: 优良天数比率
      unit: "%"
      baseline: {year: 2020, value: 80}
      target: {value: 90}
      department: epb
    - id: pm25
      name: PM2.5浓度
      unit: 微克/立方米
      kind: ceiling
      target: {value: 30}
      department: epb
      values: {2024: 32.5, 2025: 31}
    - id: jobs
      name: 新增就业
      unit: 万人
      kind: increase
      measure: cumulative
      target: {value: 60}
      values: {2025: 48}
      department: hr

    """,
    "Content/indicators/air.csv": "Year,Sex,Value\r\n2025,,82.5\r\n2025,f,83\r\n",
  ])

  func collector() async throws -> Collector {
    let opened = try await Collector.open(BuildOptions(siteDirectory: folder.path))
    #expect(!opened.diagnostics.hasErrors)
    return try #require(opened.value)
  }

  /// Asks for 2026 into the folder `asked`.
  func ask() async throws -> [Collector.Request] {
    try await collector().ask(for: .year(2026), departments: [], into: "\(folder.path)/asked")
  }

  /// The workbook of a department with cells changed, by their names, in the folder `back`.
  func fill(_ department: String, _ changes: [String: CellValue]) throws {
    let bytes = try #require(FileManager.default.contents(atPath: "\(folder.path)/asked/\(department).xlsx"))
    let workbook = try Workbook.read(Array(bytes))
    let sheets = workbook.sheets.map { sheet -> WrittenSheet in
      var cells: [CellPosition: CellValue] = [:]
      for row in sheet.rows {
        for cell in row.cells { cells[CellPosition(row: row.number, column: cell.column)] = cell.value }
      }
      if !sheet.isHidden {
        for row in 1...20 {
          for column in 0..<11 {
            let name = SheetCell(sheet: "", row: row, column: column).name
            if let change = changes[name] { cells[CellPosition(row: row, column: column)] = change }
          }
        }
      }
      var writer = SheetWriter(SheetLayout(name: sheet.name, widths: [], isHidden: sheet.isHidden))
      for row in 1...20 {
        for column in 0..<11 {
          switch cells[CellPosition(row: row, column: column)] {
          case .text(let text): writer.text(text)
          case .number(let number): writer.number { $0.append(text: String(number)) }
          default: writer.skip()
          }
        }
        writer.endRow()
      }
      return writer.finish()
    }
    folder.write(Data(WorkbookWriter.file(sheets)), to: "back/\(department).xlsx")
  }

  func read(accepting accepted: Set<String> = [], isDryRun: Bool = false) async throws -> Collector.Answers {
    try await collector().read("\(folder.path)/back", accepting: accepted, isDryRun: isDryRun)
  }

  /// Without those on who filled in a workbook, which `CollectorAnswerTests` are about.
  func findings(_ answers: Collector.Answers) -> String {
    DiagnosticPrinter(format: .text).print(answers.diagnostics.filter { $0.code != .collectReporter })
  }

  @Test("Each department gets a workbook with its indicators, last values and the expected ones")
  func asking() async throws {
    let requests = try await ask()
    #expect(requests.map(\.department) == ["生态环境局", "人社局"])
    #expect(requests.map(\.count) == [2, 1])
    let bytes = try #require(FileManager.default.contents(atPath: "\(folder.path)/asked/epb.xlsx"))
    let sheet = try Workbook.read(Array(bytes)).sheets[0]
    let rows = sheet.rows.map { $0.cells.map { $0.value.text ?? "" }.joined(separator: "|") }
    #expect(
      rows == [
        "示例市 · 2026年数据填报 · 生态环境局", "请填写黄色单元格，其他单元格已锁定。没有数据的，请在备注中说明原因。填好后保存并发回。", "填报人", "填报日期",
        "编号|指标|单位|上期|上期数值|目标年份|目标|填报要求|2026年数值|来源|备注",
        "air|优良天数比率|%|2025|82.5|2026|90%|百分数，如65.3",
        "pm25|PM2.5浓度|微克/立方米|2025|31|2026|不高于30微克/立方米|期末数，单位：微克/立方米",
      ])
    await #expect(throws: Author.Refusal.self) { _ = try await ask() }
  }

  @Test("Returned values are written into the CSV files, with name and day, and not a second time")
  func roundTrip() async throws {
    _ = try await ask()
    try fill(
      "epb",
      [
        "B3": .text("张三"), "B4": .text("2027-01-10"), "I7": .text("83.5%"), "J7": .text("年报"), "K7": .text("初步,数"),
        "I8": .number(30.5),
      ])
    let dry = try await read(isDryRun: true)
    #expect(dry.written == ["优良天数比率 2026: 83.5 %", "PM2.5浓度 2026: 30.5 微克/立方米"])
    #expect(folder.text("Content/values.csv") == nil)
    let answers = try await read()
    #expect(findings(answers) == "")
    #expect(answers.files == ["Content/indicators/air.csv", "Content/values.csv"])
    #expect(answers.silent == ["人社局"])
    #expect(
      folder.text("Content/indicators/air.csv") == """
        Year,Sex,Value,Source,Note,Reported by,Reported on\r
        2025,,82.5,,,,\r
        2025,f,83,,,,\r
        2026,,83.5,年报,"初步,数",张三,2027-01-10\r

        """)
    #expect(
      folder.text("Content/values.csv") == """
        \u{FEFF}编号,年份,数值,来源,备注,填报人,填报日期
        pm25,2026,30.5,,,张三,2027-01-10

        """)
    let again = try await read()
    #expect(findings(again) == "")
    #expect(again.written == [])
    // Who reported a value is not published.
    #expect(try await build(folder).built)
    #expect(!folder.files(in: "Output").values.contains { String(decoding: $0, as: UTF8.self).contains("张三") })
  }

  @Test("A row for a missing value is replaced by the value")
  func emptyRow() async throws {
    folder.write("Year,Sex,Value,Note\n2026,,,not yet\n2026,f,,\n2025,,82.5,\n", to: "Content/indicators/air.csv")
    _ = try await ask()
    try fill("epb", ["I7": .number(83)])
    #expect(findings(try await read()) == "")
    #expect(folder.text("Content/indicators/air.csv") == "Year,Sex,Value,Note\n2026,f,,\n2025,,82.5,\n2026,,83,\n")
  }

  @Test("A cell with spaces is empty; a link or a pipe in place of the file to write is neither read nor written")
  func hostile() async throws {
    _ = try await ask()
    try fill("epb", ["I7": .text(" \u{A0}"), "I8": .number(30.5)])
    #expect(try await read(isDryRun: true).written == ["PM2.5浓度 2026: 30.5 微克/立方米"])
    let path = "\(folder.path)/Content/values.csv"
    #expect(mkfifo(path, 0o644) == 0)
    await #expect(throws: MachineError.self) { _ = try await read() }
    try FileManager.default.removeItem(atPath: path)
    folder.write("id,Year,Value\npm25,2020,1\n", to: "elsewhere.csv")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "../elsewhere.csv")
    await #expect(throws: MachineError.self) { _ = try await read() }
    #expect(folder.text("elsewhere.csv") == "id,Year,Value\npm25,2020,1\n")
  }

  @Test("A doubtful value is an error and is not written, unless it is accepted")
  func doubts() async throws {
    _ = try await ask()
    try fill("epb", ["I7": .number(835), "I8": .number(3.05)])
    try fill("hr", ["I7": .number(12)])
    let answers = try await read()
    #expect(
      findings(answers) == """
        epb.xlsx, sheet 填报, cell I7: error: '优良天数比率' would be 835 for 2026: a share that was between 0 and 100 % so far [collect.doubtful]
        hint: ask the department; if the value is right, repeat with '--accept air'
        epb.xlsx, sheet 填报, cell I8: error: 'PM2.5浓度' would be 3.05 for 2026: 10.2 times less than it was in 2025, 31 [collect.doubtful]
        hint: ask the department; if the value is right, repeat with '--accept pm25'
        hr.xlsx, sheet 填报, cell I7: error: '新增就业' would be 12 for 2026: a total that was 48 in 2025 cannot fall [collect.doubtful]
        hint: ask the department; if the value is right, repeat with '--accept jobs'

        """)
    #expect(answers.files == [])
    #expect(try await read(accepting: ["pm25"]).written == ["PM2.5浓度 2026: 3.05 微克/立方米"])
  }

  @Test("A 0 where a large value stood is doubtful")
  func zero() async throws {
    _ = try await ask()
    try fill("epb", ["I7": .number(0), "I8": .number(30)])
    let answers = try await read()
    #expect(
      findings(answers) == """
        epb.xlsx, sheet 填报, cell I7: error: '优良天数比率' would be 0 for 2026: it was 82.5 in 2025, and 0 often means a missing figure [collect.doubtful]
        hint: ask the department; if the value is right, repeat with '--accept air'

        """)
    #expect(try await read(accepting: ["air"]).written == ["优良天数比率 2026: 0 %"])
  }

  @Test(
    "A value in a row with the id of another, or in another unit, is not written; figures beside the form are named")
  func misplaced() async throws {
    _ = try await ask()
    try fill("epb", ["A7": .text("pm25"), "A8": .text("air"), "I7": .number(83), "I8": .number(30)])
    try fill("hr", ["C7": .text("人"), "I7": .number(50)])
    let answers = try await read()
    #expect(answers.written == [])
    #expect(
      findings(answers) == """
        epb.xlsx, sheet 填报, cell A7: error: this row has the id 'pm25' and the name of '优良天数比率', and is not read [collect.locked-cell]
        hint: ask the department which indicator its value is of
        epb.xlsx, sheet 填报, cell A8: error: this row has the id 'air' and the name of 'PM2.5浓度', and is not read [collect.locked-cell]
        hint: ask the department which indicator its value is of
        hr.xlsx, sheet 填报, cell C7: error: the unit of 'jobs' was '万人' and is '人' now, and the value is not read [collect.locked-cell]
        hint: ask the department for the value in the unit of the workbook

        """)
  }

  @Test("An empty folder of answers is named")
  func emptyFolder() async throws {
    try FileManager.default.createDirectory(atPath: "\(folder.path)/back", withIntermediateDirectories: true)
    #expect(findings(try await read()).contains("warning: the folder has no workbook [collect.unknown-workbook]"))
  }

  @Test("A number beside the yellow cells is named")
  func beside() async throws {
    _ = try await ask()
    try fill("epb", ["K7": .text("83"), "I8": .number(30), "K8": .text("12 座站")])
    #expect(
      findings(try await read()) == """
        epb.xlsx, sheet 填报, cell K7: warning: this cell holds a number outside the cells to fill, and it is not read [collect.locked-cell]
        hint: if it is the value, write it into the yellow cell of its row

        """)
  }

  @Test("No figure is owed for a period that its frequency does not have")
  func frequency() async throws {
    folder.write(
      """
      - {id: a, name: 甲, unit: 套, frequency: yearly, target: {value: 9}, values: {2025: 1}}
      - {id: b, name: 乙, unit: "%", frequency: every 5 years, target: {value: 90}, values: {2025: 80}}
      - {id: c, name: 丙, unit: "%", frequency: quarterly, target: {value: 90}, values: {2025 Q4: 80}}
      """, to: "Content/indicators.yaml")
    try FileManager.default.removeItem(atPath: "\(folder.path)/Content/indicators")
    let yearly = try await collector().ask(for: .year(2026), departments: [], into: "\(folder.path)/yearly")
    // One for the year, and one for each quarter.
    #expect(yearly.map(\.count) == [5])
    let quarter = try await collector().ask(
      for: .quarter(2026, quarter: 1), departments: [], into: "\(folder.path)/quarter")
    #expect(quarter.map(\.count) == [1])
  }

  @Test("Full-width digits, the unit of the row, 约 and a sum below the rows do not keep a value out")
  func careless() async throws {
    _ = try await ask()
    try fill(
      "epb", ["I7": .text("８３．１%"), "I8": .text("约30 微克/立方米"), "B9": .text("合计"), "I9": .number(113)])
    let answers = try await read()
    #expect(answers.written == ["优良天数比率 2026: 83.1 %", "PM2.5浓度 2026: 30 微克/立方米"])
    #expect(folder.text("Content/values.csv")?.contains("pm25,2026,30,") == true)
    #expect(folder.text("Content/values.csv")?.contains("estimated") == true)
    #expect(!answers.diagnostics.hasErrors, "\(findings(answers))")
    // Only a sender without a workbook is silent.
    #expect(answers.silent == ["人社局"])
  }

  @Test("Of two values for one period in two workbooks neither is written, and other files are named")
  func disputed() async throws {
    _ = try await ask()
    try fill("epb", ["I8": .number(30)])
    let first = try #require(FileManager.default.contents(atPath: "\(folder.path)/back/epb.xlsx"))
    folder.write(first, to: "back/first.xlsx")
    try fill("epb", ["I8": .number(29)])
    folder.write("x", to: "back/answer.doc")
    let answers = try await read()
    #expect(answers.written == [])
    #expect(answers.files == [])
    #expect(findings(answers).contains("answer.doc: warning: 'answer.doc' is no .xlsx file, and is not read"))
  }

  @Test("Values that are not numbers, changed locked cells, and missing values are reported")
  func mistakes() async throws {
    _ = try await ask()
    try fill("epb", ["G8": .text("35"), "I7": .text("见附件"), "K8": .text("数据未出")])
    try fill("hr", ["I7": .text("5 吨")])
    let answers = try await read()
    #expect(
      findings(answers) == """
        epb.xlsx, sheet 填报, cell I7: error: '见附件' is not a number [csv.invalid-number]
        hint: ask for a number in %, without its unit
        epb.xlsx, sheet 填报, cell G8: warning: this cell was locked and said '不高于30微克/立方米'; it says '35' now, which is not read [collect.locked-cell]
        hint: ask the department what it means, and change the register yourself
        hr.xlsx, sheet 填报, cell I7: error: '5 吨' is not a number [csv.invalid-number]
        hint: ask for a number in 万人, without its unit

        """)
    #expect(answers.missing.map(\.department) == ["生态环境局"])
    #expect(answers.missing.map(\.indicators) == [["PM2.5浓度 (数据未出)"]])
  }

  @Test("A workbook whose heading names another period is refused; one with additional words is not")
  func heads() async throws {
    _ = try await ask()
    try fill("epb", ["I6": .text("2025年数值"), "I7": .number(81)])
    try fill("hr", ["I6": .text("2026年数值（万人）"), "I7": .number(55)])
    let answers = try await read()
    #expect(
      findings(answers) == """
        epb.xlsx, sheet 填报, cell I6: error: this cell was locked and said '2026年数值'; it says '2025年数值' now [collect.locked-cell]
        hint: ask the department which period its figures are of, and send it a new workbook
        hr.xlsx, sheet 填报, cell I6: warning: this cell was locked and said '2026年数值'; it says '2026年数值（万人）' now [collect.locked-cell]
        hint: ask the department what it means, and change the register yourself

        """)
    #expect(answers.written.count == 1 && answers.written.first?.contains("新增就业") == true)
  }

  @Test("Invisible characters in Excel do not reach the CSV files")
  func controlCharacters() async throws {
    _ = try await ask()
    try fill(
      "hr", ["B3": .text("王\u{8}芳"), "I7": .number(55), "J7": .text("a\u{1B}[31m"), "K7": .text("=1+1\u{FFFE}")])
    #expect(findings(try await read()) == "")
    let values = folder.text("Content/values.csv") ?? ""
    #expect(values.contains("a[31m") && values.contains("王芳"))
    #expect(!values.unicodeScalars.contains { ControlCharacter.contains($0) && $0 != "\r" && $0 != "\n" })
  }

  @Test(
    "Workbooks in folders below are read, those of Excel's own are not, and one that was sent out beside its answer tells nothing"
  )
  func foldersOfAnswers() async throws {
    _ = try await ask()
    try fill("epb", ["I7": .number(84)])
    let all = try #require(FileManager.default.contents(atPath: "\(folder.path)/back/epb.xlsx"))
    try FileManager.default.removeItem(atPath: "\(folder.path)/back/epb.xlsx")
    folder.write(all, to: "back/环境局/答复.XLSX")
    folder.write("x", to: "back/环境局/~$答复.xlsx")
    folder.write("x", to: "back/.~lock.答复.xlsx#")
    let sent = try #require(FileManager.default.contents(atPath: "\(folder.path)/asked/epb.xlsx"))
    folder.write(sent, to: "back/epb.xlsx")
    let answers = try await read()
    #expect(findings(answers) == "")
    #expect(answers.written.count == 1)
    #expect(answers.missing.flatMap(\.indicators).filter { $0.contains("优良天数") } == [])
  }

  @Test("The target of the sheet is the next one: an interim target of the period")
  func interimTarget() async throws {
    folder.write(
      "- {id: air, name: 优良天数比率, unit: \"%\", baseline: {year: 2020, value: 80}, targets: [{year: 2025, value: 84}, {year: 2026, value: 86}, {year: 2030, value: 90}], department: epb}\n",
      to: "Content/indicators.yaml")
    folder.write("---\ntype: plan\ntitle: 规划\nperiod: {start: 2021, end: 2030}\n---\n正文。\n", to: "Content/index.md")
    _ = try await ask()
    let bytes = try #require(FileManager.default.contents(atPath: "\(folder.path)/asked/epb.xlsx"))
    let row = try #require(try Workbook.read(Array(bytes)).sheets[0].rows.first { $0.cells.first?.value.text == "air" })
    #expect(row.cells.first { $0.column == 5 }?.value.text == "2026")
    #expect(row.cells.first { $0.column == 6 }?.value.text == "86%")
  }

  @Test("A workbook of another kind is named and passed over; a file that only claims to be one is an error")
  func strangers() async throws {
    var sheet = SheetWriter(SheetLayout(name: "A", widths: []))
    sheet.text("x")
    sheet.endRow()
    folder.write(Data(WorkbookWriter.file([sheet.finish()])), to: "back/other.xlsx")
    folder.write("x", to: "back/broken.xlsx")
    #expect(
      findings(try await read()) == """
        broken.xlsx: error: the workbook is not an Excel workbook [workbook.unreadable]
        hint: in Excel, save it as 'Excel Workbook (.xlsx)'
        other.xlsx: warning: this workbook was not made by 'planpress collect', and is not read [collect.unknown-workbook]
        hint: if it is an answer, ask for the file that was sent out, filled in

        """)
  }
}
