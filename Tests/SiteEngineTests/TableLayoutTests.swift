import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing
import Workbooks

/// Tables of planners with several rows of heads, sums, changes in words, groups, and tasks.
@Suite struct TableLayoutTests {
  private let folder = TemporaryFolder([
    "Content/site.yaml": "title: 示例\nlanguages: [zh-CN]\n",
    "Content/index.md": "---\ntype: plan\ntitle: 规划\nperiod: {start: 2021, end: 2025}\n---\n正文。\n\n::indicators\n",
  ])

  private func run(_ table: String) async throws -> String {
    folder.write(table, to: "table.csv")
    return try await importTable("table.csv")
  }

  /// A sheet whose empty cells have no value, as those have that are merged with the one before.
  private func run(sheet: [String]) async throws -> String {
    var writer = SheetWriter(SheetLayout(name: "指标", widths: []))
    for row in sheet {
      for cell in row.split(separator: ",", omittingEmptySubsequences: false) {
        if cell.isEmpty { writer.skip() } else { writer.text(String(cell)) }
      }
      writer.endRow()
    }
    folder.write(Data(WorkbookWriter.file([writer.finish()])), to: "table.xlsx")
    return try await importTable("table.xlsx")
  }

  private func importTable(_ name: String) async throws -> String {
    let author = try #require(try await Author.open(folder.path).value)
    let imported = try author.importTable("\(folder.path)/\(name)", answers: ImportAnswers(), isDryRun: false)
    return DiagnosticPrinter(format: .text).print((imported.value?.diagnostics ?? []) + imported.diagnostics)
  }

  private var register: String { folder.text("Content/indicators.yaml") ?? "" }

  @Test("Headings in two rows are joined, both over several columns and when merged downwards")
  func twoRows() async throws {
    #expect(
      try await run(sheet: [
        "指标名称,单位,基期,,目标,,牵头单位", ",,年份,数值,年份,数值,", "GDP,亿元,2020,100,2025,150,统计局",
      ]) == "")
    #expect(
      register == """
        - id: gdp
          name: GDP
          unit: 亿元
          department: 统计局
          baseline: {year: 2020, value: 100}
          target: {year: 2025, value: 150}

        """)
    #expect(try await build(folder).findings.contains("error") == false)
  }

  @Test("One heading over the years of targets, and the cells of the first row repeated in the second")
  func yearsBelow() async throws {
    #expect(
      try await run(sheet: [
        "指标,单位,2020年基期值,目标值,,属性", "指标,单位,2020年基期值,2023,2025,属性", "粮食产量,万吨,100,110,150,预期性",
      ]) == "")
    #expect(
      register == """
        - id: 粮食产量
          name: 粮食产量
          unit: 万吨
          nature: anticipatory
          baseline: {year: 2020, value: 100}
          targets: [{year: 2023, value: 110}, {year: 2025, value: 150}]

        """)
  }

  @Test("Heads that cannot be joined are refused")
  func refused() async throws {
    await #expect(throws: Author.Refusal.self) { try await run("指标,单位,目标\n指标,单位,2025\nGDP,亿元,100\n") }
    #expect(register == "")
  }

  @Test("The column 年均增速/累计 is the target if there is no other, and otherwise a remark")
  func growth() async throws {
    let findings = try await run(
      """
      指标,单位,2020年,2025年,年均增长[累计]
      地区生产总值,亿元,3150,4500,7.5%
      全员劳动生产率,万元/人,12.3,,>6.5%
      研发经费投入增长,%,,,>8
      单位能耗降低,%,—,—,[14.5]
      受教育年限,年,10.6,,[0.7]
      人口,万人,100,,

      """)
    #expect(findings.contains("table.csv:7:1: warning: '人口' has no target in the table [import.table]"), "\(findings)")
    #expect(
      register == """
        - id: 地区生产总值
          name: 地区生产总值
          unit: 亿元
          baseline: {year: 2020, value: 3150}
          target: {year: 2025, value: 4500}
          note: "年均增长[累计]：7.5%"
        - id: 全员劳动生产率年均增长
          name: 全员劳动生产率年均增长
          unit: "%"
          kind: rate
          target: {value: 6.5, comparator: ">"}
          note: "基期 2020：12.3 万元/人"
        - id: 研发经费投入增长
          name: 研发经费投入增长
          unit: "%"
          kind: rate
          target: {value: 8, comparator: ">"}
        - id: 单位能耗降低
          name: 单位能耗降低
          unit: "%"
          kind: increase
          measure: cumulative
          target: {value: 14.5}
        - id: 受教育年限
          name: 受教育年限
          unit: 年
          baseline: {year: 2020, value: 10.6}
          target: {change: 0.7}
        - id: 人口
          name: 人口
          unit: 万人
          baseline: {year: 2020, value: 100}

        """)
  }

  @Test("Separators inside of brackets belong to the name of a department")
  func brackets() async throws {
    _ = try await run("指标,2025年目标,责任单位\n绿化率,45,各县（市、区）人民政府、市林业局/市住建局\n")
    #expect(register.contains("department: {lead: 各县（市、区）人民政府, support: [市林业局, 市住建局]}"), "\(register)")
    folder.write("任务,牵头单位,完成时限\n种树,各县（市、区）人民政府、市林业局,2024\n", to: "tasks.csv")
    let author = try #require(try await Author.open(folder.path).value)
    _ = try author.importActions("\(folder.path)/tasks.csv", answers: ImportAnswers(), isDryRun: false)
    #expect(
      folder.text("Content/actions.yaml")?.contains("department: {lead: 各县（市、区）人民政府, support: [市林业局]}") == true)
  }

  @Test("English headings, and numbers whose commas can only group thousands")
  func english() async throws {
    let findings = try await run(
      "Performance measure,Unit,Owner,Baseline (2020),2025 target\nHomes,homes,Housing,\"3,200.5\",\"1,234,567\"\nTrees,trees,Parks,,\"≥3,300\"\n"
    )
    #expect(findings == "")
    #expect(
      register == """
        - id: homes
          name: Homes
          unit: homes
          department: Housing
          baseline: {year: 2020, value: 3200.5}
          target: {year: 2025, value: 1234567}
        - id: trees
          name: Trees
          unit: trees
          department: Parks
          target: {year: 2025, value: 3300, comparator: ">="}

        """)
  }

  @Test(
    "Words beside a figure are kept with its status, a range is between, and a bound that is kept already is a limit")
  func careless() async throws {
    let findings = try await run(
      """
      指标,计算单位,2020年,2023年,2025年目标,配合单位
      空气优良率,%,85.2,88.1（预计）,90,生态环境局
      粮食产量,万吨,120,约125,120～130,农业农村局
      失业率,%,4.1,4.0,<5.5,
      造林面积,万亩,10,11公顷,15,

      """)
    #expect(
      findings.contains(
        "table.csv:5:12: warning: '11公顷' is in another unit than '造林面积', whose unit is '万亩', and is not imported"),
      "\(findings)")
    #expect(
      register == """
        - id: 空气优良率
          name: 空气优良率
          unit: "%"
          department: 生态环境局
          baseline: {year: 2020, value: 85.2}
          target: {year: 2025, value: 90}
        - id: 粮食产量
          name: 粮食产量
          unit: 万吨
          department: 农业农村局
          baseline: {year: 2020, value: 120}
          target: {year: 2025, between: [120, 130]}
        - id: 失业率
          name: 失业率
          unit: "%"
          kind: ceiling
          baseline: {year: 2020, value: 4.1}
          target: {year: 2025, value: 5.5, comparator: "<"}
        - id: 造林面积
          name: 造林面积
          unit: 万亩
          baseline: {year: 2020, value: 10}
          target: {year: 2025, value: 15}

        """)
    #expect(
      folder.text("Content/values.csv")
        == "\u{FEFF}编号,年份,数值,来源,备注,状态\n空气优良率,2023,88.1,,预计,estimated\n粮食产量,2023,125,,约,estimated\n失业率,2023,4.0,,,\n")
    #expect(try await build(folder).findings.contains("error") == false)
  }

  @Test("Two names are a group and its indicator, a sum is not an indicator, and a second base year is a figure")
  func groups() async throws {
    let findings = try await run(
      "一级指标,二级指标,2015年基数,2020年基数,2025年规划,牵头单位,责任单位\n民生,床位,80,90,100,卫健委,财政局\n,学位,1,2,3,教育局,\n合计,,81,92,103,,\n")
    #expect(
      register == """
        - id: 床位
          name: 床位
          category: 民生
          department: {lead: 卫健委, support: [财政局]}
          baseline: {year: 2015, value: 80}
          target: {year: 2025, value: 100}
        - id: 学位
          name: 学位
          category: 民生
          department: 教育局
          baseline: {year: 2015, value: 1}
          target: {year: 2025, value: 3}

        """, "\(findings)")
    #expect(folder.text("Content/values.csv")?.contains("床位,2020,90") == true)
    #expect(findings.contains("'合计' is a sum of other rows, and is not imported"), "\(findings)")
  }

  @Test("The targets of each year below 年度目标, and a title above the table")
  func yearly() async throws {
    let findings = try await run(
      "主要指标表,,,,\n单位：个,,,,\n指标,“十三五”末,年度目标,,责任部门\n,实际值,2023年,2025年,\n公园,5,8,12,园林局\n")
    #expect(findings.contains("note: '主要指标表' is outside the table"), "\(findings)")
    #expect(
      register == """
        - id: 公园
          name: 公园
          unit: 个
          department: 园林局
          baseline: {year: 2020, value: 5}
          targets: [{year: 2023, value: 8}, {year: 2025, value: 12}]

        """)
  }

  @Test("Columns that semicolons divide, words for changes, and a table of tasks without its option")
  func separators() async throws {
    #expect(try await run("Indicator;Unit;Baseline (2020);2025 target\nWaste;t;100,5;halve\nWater;l;120;-10%\n") == "")
    #expect(
      register == """
        - id: waste
          name: Waste
          unit: t
          baseline: {year: 2020, value: 100.5}
          target: {year: 2025, change: "-50%"}
        - id: water
          name: Water
          unit: l
          baseline: {year: 2020, value: 120}
          target: {year: 2025, change: "-10%"}

        """)
    let refusal = try await #require(throws: Author.Refusal.self) { try await run("任务,牵头单位,完成时限\n种树,林业局,2024\n") }
    #expect(refusal.hint?.description == "add '--actions', to make actions of its rows")
  }

  @Test("Tasks: the unit in the heading of an amount, progress in words, and several tasks of one group")
  func tasks() async throws {
    folder.write(
      "重点任务,具体举措,牵头单位,投资（万元）,进展,完成时限\n提升教育,建学校,教育局,1200,45%,2024\n,引进教师,人社局,,\"已开工，完成30%\",2025\n", to: "tasks.csv")
    let author = try #require(try await Author.open(folder.path).value)
    _ = try author.importActions("\(folder.path)/tasks.csv", answers: ImportAnswers(), isDryRun: false)
    #expect(
      folder.text("Content/actions.yaml") == """
        - id: 建学校
          name: 建学校
          budget: "1200 万元"
          progress: 45%
          due: 2024
          department: 教育局
          note: "重点任务：提升教育"
        - id: 引进教师
          name: 引进教师
          state: started
          progress: 30%
          due: 2025
          department: 人社局
          note: ["重点任务：提升教育", "进展：已开工，完成30%"]

        """)
  }

  @Test("Tasks of English plans: an amount with its currency first, and a year of budgets")
  func englishTasks() async throws {
    folder.write("Action,Lead,Timescale,Budget,Status\nLibrary,Culture,2025-26,£2m,On track\n", to: "tasks.csv")
    let author = try #require(try await Author.open(folder.path).value)
    let imported = try author.importActions("\(folder.path)/tasks.csv", answers: ImportAnswers(), isDryRun: false)
    #expect(DiagnosticPrinter(format: .text).print(imported.value?.diagnostics ?? []) == "")
    let register = folder.text("Content/actions.yaml") ?? ""
    #expect(register.contains("  due: 2025/26\n"), "\(register)")
    #expect(register.contains("£2m"), "\(register)")
    #expect(register.contains("  state: started\n"), "\(register)")
  }
}
