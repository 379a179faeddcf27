import DataFormats
import Diagnostics
import Indicators
import Testing

@Suite("Registers: reading")
struct RegisterTests {
  private func register(_ yaml: String) -> (declarations: [IndicatorDeclaration]?, findings: String) {
    let checked = IndicatorRegister.decode(SourceText(path: "indicators.yaml", text: yaml))
    return (checked.value, printed(checked.diagnostics))
  }

  @Test("Every key of an indicator")
  func everything() throws {
    let yaml = """
      - id: skilled-workers
        name: 新增高技能人才
        short-name: 高技能人才
        unit: 万人
        kind: increase
        nature: anticipatory
        category: 人才
        group: 引才
        baseline: {year: 2020, value: 0}
        target: {year: 2025, value: 1.50, comparator: ">=", approx: false, phrase: 到2025年}
        targets: [{year: 2023, value: 0.9}]
        values: {2021: 0.3, 2022: {value: 0.70, source: 人社局, note: 初步}, 2023: ~}
        measure: cumulative
        programme: skills
        department: {lead: 人社局, support: [教育局, 财政局]}
        source: 统计公报
        from: {section: talent/gather, quote: "新增高技能人才1.5万人"}
        precision: 1
        breaks: [2019]
        revisions: [{period: 2021, value: 0.28, source: 快报}]
        notes: {2021: 口径说明, 2022: 二次}
        note: [总说明, 又一条]
        definition: 定义
        plan: city
      """
    let (declarations, findings) = register(yaml)
    #expect(findings == "")
    let declaration = try #require(declarations?.first)
    #expect(declaration.id?.value == "skilled-workers")
    #expect(declaration.plan?.value == "city")
    #expect(declaration.programme?.value == "skills")
    #expect(declaration.lead?.value == "人社局")
    #expect(declaration.support.map(\.value) == ["教育局", "财政局"])
    #expect(declaration.section?.value == "talent/gather")
    #expect(declaration.quote?.value == "新增高技能人才1.5万人")
    #expect(declaration.hasOwnValues)

    let indicator = try resolved(yaml).indicator
    #expect(indicator.id?.text == "skilled-workers")
    #expect([indicator.name, indicator.details?.shortName, indicator.unit] == ["新增高技能人才", "高技能人才", "万人"])
    #expect(
      [indicator.category, indicator.group, indicator.source, indicator.details?.definition] == [
        "人才", "引才", "统计公报", "定义",
      ])
    #expect(indicator.kind == .increase && indicator.nature == .anticipatory && indicator.measure == .cumulative)
    #expect(indicator.notes == ["总说明", "又一条"])
    #expect(indicator.precision == 1)
    #expect(indicator.target?.phrase == "到2025年")
    #expect(indicator.target?.goal == .value(DecimalNumber(value: 1.5, decimals: 2)))
    #expect(indicator.interimTargets.map(\.period) == [.year(2023)])
    #expect(indicator.observations.map(\.period.description) == ["2021", "2022", "2023"])
    #expect(indicator.observations.map { $0.value?.value } == [0.3, 0.7, nil])
    #expect(indicator.observations.map(\.note) == ["口径说明", "初步 二次", nil])
    #expect(indicator.observations.map(\.source) == [nil, "人社局", nil])
    #expect(indicator.breaks == [.year(2019)])
    #expect(
      indicator.revisions.map { "\($0.period) \(NumberFormat.text($0.value, .chinese)) \($0.source ?? "")" } == [
        "2021 0.28 快报"
      ])
  }

  @Test("Short forms take their years from the plan")
  func shortForms() throws {
    let example = try indicator("baseline: 0, target: 1.5, values: [0.3, ~, 0.7]")
    #expect(example.baseline?.period == .year(2020))
    #expect(example.target?.period == .year(2025))
    #expect(example.target?.comparator == .atLeast && example.target?.isComparatorWritten == false)
    #expect(example.observations.map(\.period) == [.year(2021), .year(2022), .year(2023)])
    #expect(example.observations.map { $0.value?.value } == [0.3, nil, 0.7])
    let other = try indicator(
      "kind: ceiling, baseline: {value: 3}, target: {value: 2}, department: 人社局, from: talent",
      plan: PlanPeriod(start: 2026, end: 2030))
    #expect(other.baseline?.period == .year(2025))
    #expect(other.target?.period == .year(2030))
    #expect(other.target?.comparator == .atMost)
    let declaration = try #require(try rows("- {name: n, department: 人社局, from: talent}\n").declarations.first)
    #expect(declaration.lead?.value == "人社局" && declaration.support.isEmpty)
    #expect(declaration.section?.value == "talent" && declaration.quote == nil)
    #expect(!declaration.hasOwnValues)
  }

  @Test("The kind defaults to level, and 'period' means the same as 'year'")
  func defaults() throws {
    let example = try indicator("baseline: {period: 2020 Q2, value: 0}, target: {period: 2025-06, value: 1}")
    #expect(example.kind == .level)
    #expect(example.baseline?.period == .quarter(2020, quarter: 2))
    #expect(example.target?.period == .month(2025, month: 6))
  }

  @Test("Values are sorted by period")
  func order() throws {
    let example = try indicator("breaks: [2023, 2021], values: {2022: 2, 2021 Q4: 1, 2021: 1.5, 2021/22: 1.7}")
    #expect(example.observations.map(\.period.description) == ["2021 Q4", "2021", "2021/22", "2022"])
    #expect(example.breaks == [.year(2021), .year(2023)])
    #expect(example.latest?.period == .year(2022))
  }

  @Test("Values of a data file and notes on periods are merged with the register's values")
  func dataFile() throws {
    let file = ObservationRows.decode(
      SourceText(path: "a.csv", text: "Year,Sex,Note,Value\n2022,,n,2\n2020,,,0\n2022,F,,1\n")
    ).value
    let (example, findings) = try resolved("- {name: A, values: {2021: 1}, notes: {2022: m}}\n", file: file)
    #expect(findings == "")
    #expect(example.observations.map(\.period.year) == [2020, 2021, 2022])
    #expect(example.observations.map(\.note) == [nil, nil, "n m"])
    #expect(example.series.map { $0.dimensions.map(\.value) } == [["F"]])
  }

  @Test("Only an indicator with uncommon fields has details, and it shares them with its declaration")
  func details() throws {
    #expect(try indicator("unit: 人, kind: increase, measure: annual, target: 3, values: [1]").details == nil)
    let yaml = "- {name: n, definition: d, target: 3}\n"
    let declaration = try #require(try rows(yaml).declarations.first)
    let sink = DiagnosticSink()
    let source = SourceText(path: "a.yaml", text: yaml)
    let first = declaration.resolved(in: fiveYears, table: nil, source: source, reportingTo: sink)
    let second = declaration.resolved(in: fiveYears, table: nil, source: source, reportingTo: sink)
    #expect(first.details?.definition == "d")
    #expect(first.details === second.details)
  }

  @Test("Only an id or a reference has to be found on the site")
  func references() throws {
    for (fields, isFound) in [
      ("unit: 人", false), ("definition: d", false), ("id: a", true), ("department: 人社局", true), ("from: talent", true),
    ] {
      let declaration = try #require(try rows("- {name: n, \(fields)}\n").declarations.first)
      #expect(declaration.hasIDOrReferences == isFound, "\(fields)")
    }
  }

  @Test("An empty register is valid; rows in front matter need no id, those of a register do")
  func ids() {
    #expect(register("").declarations?.count == 0)
    #expect(register("").findings == "")
    #expect(register("- {id: a, name: A}\n- {id: b, name: B}\n").declarations?.map(\.name) == ["A", "B"])
    #expect(
      register("- id: a\n  name: A\n- name: B\n").findings == """
        indicators.yaml:3:3: error: an indicator in a register needs 'id' [field.missing-key]
            3 | - name: B
              |   ^~~~~~~
        hint: add a line such as 'id: skilled-workers'; it becomes the address of the indicator's page

        """)
  }

  @Test("A register must be a list")
  func shapes() {
    #expect(
      register("id: a\nname: A\n").findings == """
        indicators.yaml:1:1: error: the file must be a list of mappings, not a mapping [field.wrong-type]
            1 | id: a
              | ^~~~~
        hint: begin each entry with '- '

        """)
    #expect(register("- {id: a\n").declarations == nil)
  }
}
