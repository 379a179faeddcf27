import Diagnostics
import Foundation
import Indicators
import SiteEngine
import TestSupport
import Testing
import Workbooks

/// A planner's own table as a register.
@Suite struct TableImportTests {
  private let folder = TemporaryFolder([
    "Content/site.yaml": "title: 示例\nlanguages: [zh-CN]\n",
    "Content/index.md": "---\ntype: plan\ntitle: 规划\nperiod: {start: 2021, end: 2025}\n---\n正文。\n\n::indicators\n",
  ])

  private func run(
    _ table: String, as name: String = "table.csv", _ answers: ImportAnswers = ImportAnswers()
  ) async throws -> String {
    folder.write(table, to: name)
    let author = try #require(try await Author.open(folder.path).value)
    let imported = try author.importTable("\(folder.path)/\(name)", answers: answers, isDryRun: false)
    return DiagnosticPrinter(format: .text).print((imported.value?.diagnostics ?? []) + imported.diagnostics)
  }

  @Test("A number in Chinese numerals is a number, and a grade is words")
  func numerals() async throws {
    let findings = try await run("指标,单位,2020年,2025年\n企业,家,120,五百家\n覆盖率,%,20,三成\n水质,级,三,二级\n")
    let register = folder.text("Content/indicators.yaml") ?? ""
    #expect(register.contains("target: {year: 2025, value: 500}"), "\(register)\(findings)")
    #expect(register.contains("target: {year: 2025, value: 30}"), "\(register)")
    #expect(register.contains("二级") && !register.contains("value: 2}"), "\(register)")
  }

  @Test("An emoji in a heading does not make a table Chinese, whose commas group; a heading in Korean does the latter")
  func emoji() async throws {
    await #expect(throws: ImportQuestion.self) {
      try await run("Indicator 🌳,Unit,2020,2025\nTrees,trees,\"1,200\",\"1,500\"\n")
    }
    let findings = try await run("Name,Unit,2020,2025,비고\nHomes,homes,\"1,200\",\"1,500\",\n")
    let register = folder.text("Content/indicators.yaml") ?? ""
    #expect(register.contains("value: 1500"), "\(register)\(findings)")
  }

  @Test("The table of main indicators of a Chinese plan becomes entries as a person would write them")
  func mainIndicators() async throws {
    let findings = try await run(
      """
      类别,指标,2020年,2025年,年均增速,属性,责任单位
      一、经济,,,,,,
      经济,地区生产总值增长（%）,,6.5,—,预期性,发展改革委
      经济,常住人口城镇化率（%）,62.5,≥68,—,预期性,发展改革委、公安局
      民生,城镇新增就业（万人）,,[50],,预期性,人社局
      环境,PM2.5浓度（微克/立方米）,38,35以下,,约束性,生态环境局
      环境,单位能耗,—,完成上级下达目标,,约束性,
      民生,人均预期寿命（岁）,78.9,约80,,预期性,

      """)
    #expect(findings == "")
    #expect(
      folder.text("Content/indicators.yaml") == """
        - id: 地区生产总值增长
          name: 地区生产总值增长
          unit: "%"
          kind: rate
          nature: anticipatory
          category: 经济
          department: 发展改革委
          target: {year: 2025, value: 6.5}
        - id: 常住人口城镇化率
          name: 常住人口城镇化率
          unit: "%"
          nature: anticipatory
          category: 经济
          department: {lead: 发展改革委, support: [公安局]}
          baseline: {year: 2020, value: 62.5}
          target: {year: 2025, value: 68, comparator: ">="}
        - id: 城镇新增就业
          name: 城镇新增就业
          unit: 万人
          kind: increase
          measure: cumulative
          nature: anticipatory
          category: 民生
          department: 人社局
          target: {year: 2025, value: 50}
        - id: pm2-5浓度
          name: PM2.5浓度
          unit: 微克/立方米
          nature: binding
          category: 环境
          department: 生态环境局
          baseline: {year: 2020, value: 38}
          target: {year: 2025, value: 35, comparator: "<="}
        - id: 单位能耗
          name: 单位能耗
          nature: binding
          category: 环境
          target: {year: 2025, text: 完成上级下达目标}
        - id: 人均预期寿命
          name: 人均预期寿命
          unit: 岁
          nature: anticipatory
          category: 民生
          baseline: {year: 2020, value: 78.9}
          target: {year: 2025, value: 80, approx: true}

        """)
    #expect(try await build(folder).findings == "")
  }

  @Test("One row for each value: entries once, values into the table of values, and nothing twice")
  func longTable() async throws {
    let table = """
      编号,指标,单位,基期,目标,年份,数值,来源,备注
      x-1,某指标,%,10,20,2021,11,年报,
      x-1,某指标,%,10,20,2022,12.5,年报,初步
      x-2,某物,个,1,100,2021,"1,234",,

      """
    #expect(try await run(table) == "")
    let register = """
      - id: x-1
        name: 某指标
        unit: "%"
        baseline: {value: 10}
        target: {value: 20}
      - id: x-2
        name: 某物
        unit: 个
        baseline: {value: 1}
        target: {value: 100}

      """
    let values = "\u{FEFF}编号,年份,数值,来源,备注\nx-1,2021,11,年报,\nx-1,2022,12.5,年报,初步\nx-2,2021,1234,,\n"
    for _ in 0..<2 {
      #expect(folder.text("Content/indicators.yaml") == register)
      #expect(folder.text("Content/values.csv") == values)
      #expect(try await run(table) == "")
    }
    #expect(try await build(folder).findings == "")
  }

  @Test("A number is read as written, in the unit of its indicator, or it is an error with its place")
  func numbers() async throws {
    #expect(
      try await run(
        "指标,单位,2020年,2025年\n常住人口,人,\"1,200\",１２.５万\n就业,万人,3 ,12000人\n企业,家,\"12,345\",≥１５０个\n") == "")
    let register = try #require(folder.text("Content/indicators.yaml"))
    #expect(
      register.split(separator: "\n").filter { $0.contains("value") } == [
        "  baseline: {year: 2020, value: 1200}", "  target: {year: 2025, value: 125000}",
        "  baseline: {year: 2020, value: 3}", "  target: {year: 2025, value: 1.2}",
        "  baseline: {year: 2020, value: 12345}", "  target: {year: 2025, value: 150, comparator: \">=\"}",
      ], "\(register)")
    // Nothing in this table shows what the comma means.
    let table = "Indicator,Unit,Baseline,Target\nTrees,trees,\"1,200\",\"4,000\"\n"
    let question = try await #require(throws: ImportQuestion.self) { try await run(table, as: "en.csv") }
    #expect(question.text.description == "does the comma in '1,200' group thousands, or begin the decimals?")
    #expect(question.option == "--comma")
    #expect(folder.text("Content/indicators.yaml") == register)
    var answers = ImportAnswers()
    answers.comma = .thousands
    #expect(try await run(table, as: "en.csv", answers) == "")
    #expect(folder.text("Content/indicators.yaml")?.contains("target: {value: 4000}") == true)
    // One unreadable cell does not stop the import of others.
    #expect(
      try await run("指标,单位,2025年\n造林,公顷,30吨\n植树,万株,5\n", as: "unit.csv").contains(
        "unit.csv:2:7: warning: '30吨' is in another unit than '造林', whose unit is '公顷', and is imported as words [import.table]"
      ))
    #expect(folder.text("Content/indicators.yaml")?.contains("target: {year: 2025, text: \"30吨\"}") == true)
    #expect(folder.text("Content/indicators.yaml")?.contains("target: {year: 2025, value: 5}") == true)
  }

  @Test("Rows across the table are categories, brackets are totals, signs are changes, and a second target is reported")
  func plannersForms() async throws {
    let findings = try await run(
      """
      主要指标,计算单位,2020年,2025年目标,指标性质
      一、经济发展,,,,
      1.城镇新增就业,万人,27.8,[30],预期性
      碳排放,万吨,520,-18%,约束性
      其他,个,1,2,预期性
      其他,个,1,3,预期性
      注：[ ]内为五年累计数。,,,,

      """)
    #expect(
      findings.contains("'注：[ ]内为五年累计数。' is outside the table and is not imported [import.table]"), "\(findings)")
    #expect(
      findings.contains("'其他' has another target already, and '3' is not imported [import.table]"),
      "\(findings)")
    #expect(
      folder.text("Content/indicators.yaml") == """
        - id: 城镇新增就业
          name: 城镇新增就业
          unit: 万人
          kind: increase
          measure: cumulative
          nature: anticipatory
          category: 经济发展
          target: {year: 2025, value: 30}
          note: "基期2020：27.8万人"
        - id: 碳排放
          name: 碳排放
          unit: 万吨
          nature: binding
          category: 经济发展
          baseline: {year: 2020, value: 520}
          target: {year: 2025, change: "-18%"}
        - id: 其他
          name: 其他
          unit: 个
          nature: anticipatory
          category: 经济发展
          baseline: {year: 2020, value: 1}
          target: {year: 2025, value: 2}

        """)
  }

  @Test("A second value for a period is not imported, and a table with an error not at all")
  func conflicts() async throws {
    #expect(
      try await run("指标,2021,2021年\n床位,1,2\n床位,1,3\n") == """
        table.csv:2:6: warning: '床位' has two values for 2021: 1 is imported, and this one is not [csv.conflicting-values]
            2 | 床位,1,2
              |        ^
        hint: if two rows are two indicators, give each a name of its own; else correct the number
        table.csv:3:6: warning: '床位' has two values for 2021: 1 is imported, and this one is not [csv.conflicting-values]
            3 | 床位,1,3
              |        ^
        hint: if two rows are two indicators, give each a name of its own; else correct the number

        """)
    let register = folder.text("Content/indicators.yaml")
    #expect(try await !build(folder).findings.contains("error: "))
    for (table, code) in [
      ("指标,2021\n道\u{1}路,1\n", "[file.control-character]"), ("指标,2021\n道路,1,2\n桥梁,3\n", "[csv.ragged-row]"),
    ] {
      #expect(try await run(table).contains(code))
      #expect(folder.text("Content/indicators.yaml") == register)
    }
  }

  @Test("Facts that the table lacks are asked for, and answered by an option")
  func questions() async throws {
    let years = "指标,2021,2022,2025\n新增床位,10,20,100\n"
    let first = try await #require(throws: ImportQuestion.self) { try await run(years) }
    #expect(first.text.description == "does column '2025' hold targets or values?")
    #expect(first.option == "--end-year")
    #expect(first.choices == ["target", "value"])
    var answers = ImportAnswers()
    answers.end = .target
    let second = try await #require(throws: ImportQuestion.self) { try await run(years, as: "table.csv", answers) }
    #expect(second.text.description == "do the values of '新增床位' count all since the beginning, or each year alone?")
    #expect(second.option == "--measure")
    answers.measure = .annual
    #expect(try await run(years, as: "table.csv", answers) == "")
    #expect(
      folder.text("Content/indicators.yaml")
        == "- id: 新增床位\n  name: 新增床位\n  kind: increase\n  measure: annual\n  target: {year: 2025, value: 100}\n")
  }

  @Test("A workbook with several tables asks which; merged cells are read in each row")
  func workbook() async throws {
    var first = SheetWriter(SheetLayout(name: "一", widths: []))
    for text in ["指标", "单位", "目标"] { first.text(text) }
    first.endRow()
    first.text("甲")
    first.text("个")
    first.number { $0.append(text: "7") }
    first.endRow()
    var second = SheetWriter(SheetLayout(name: "二", widths: []))
    for text in ["指标", "目标"] { second.text(text) }
    second.endRow()
    folder.write(Data(WorkbookWriter.file([first.finish(), second.finish()])), to: "table.xlsx")
    let author = try #require(try await Author.open(folder.path).value)
    var answers = ImportAnswers()
    let question = #expect(throws: ImportQuestion.self) {
      try author.importTable("\(folder.path)/table.xlsx", answers: answers, isDryRun: false)
    }
    #expect(question?.choices == ["一", "二"])
    answers.sheet = "一"
    let imported = try author.importTable("\(folder.path)/table.xlsx", answers: answers, isDryRun: true)
    #expect(imported.value?.entries == ["- id: 甲", "  name: 甲", "  unit: 个", "  target: {value: 7}"])
    #expect(folder.text("Content/indicators.yaml") == nil)
  }

  @Test("A dash in place of a department means no department, in tables of indicators and of actions")
  func dashes() async throws {
    _ = try await run("指标,2025年,责任单位\n森林覆盖率,70,—\n优良天数,80,/\n就业,5,\"人社局、-\"\n")
    let register = try #require(folder.text("Content/indicators.yaml"))
    #expect(register.split(separator: "\n").filter { $0.contains("department") } == ["  department: 人社局"])
    folder.write("任务,牵头单位,责任单位,完成时限\n种树,—,——,2024\n修路,\"\"\"\",交通局,2024\n", to: "tasks.csv")
    let author = try #require(try await Author.open(folder.path).value)
    _ = try author.importActions("\(folder.path)/tasks.csv", answers: ImportAnswers(), isDryRun: false)
    let actions = try #require(folder.text("Content/actions.yaml"))
    #expect(actions.split(separator: "\n").filter { $0.contains("department") } == ["  department: 交通局"], "\(actions)")
    #expect(try await build(folder).findings.contains("departments.yaml") == false)
  }
}
