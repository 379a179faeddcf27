import DataFormats
import Diagnostics
import Indicators
import Testing

@testable import Actions

@Suite("Reading actions")
struct ActionReadingTests {
  @Test("Every key of an entry")
  func whole() throws {
    let (read, findings) = actions(
      """
      - id: tram
        name: Tram
        code: 1.2.1
        summary: A line.
        section: transport
        programme: rail
        department: {lead: Transport, support: [Finance, Planning]}
        start: 2024-03
        due: 2027
        state: started
        progress: 30%
        steps:
          - {name: Survey, due: 2024-12, done: 2024-11}
          - {name: Tracks, done: true}
        budget: [{value: 420, unit: million, source: City, year: 2025}, 80 million]
        spent: {value: 12.5, unit: million}
        indicators: [riders, trips]
        place: Old town
        source: Council paper 7
        note: [One, Two]
        aliases: [Line 2]

      """)
    #expect(findings == [])
    let action = try #require(read.first)
    let facts = action.facts
    #expect(action.id.value == "tram" && action.name == "Tram" && facts.code == "1.2.1")
    #expect(facts.lead?.value == "Transport" && facts.support.map(\.value) == ["Finance", "Planning"])
    #expect(facts.start == Period("2024-03") && facts.due == .year(2027) && facts.reported?.value == .started)
    #expect(facts.steps.map(\.isDone) == [true, true] && facts.steps[0].doneOn == Period("2024-11"))
    #expect(ActionAmount.totals(facts.budget).map { "\($0.value.value) \($0.unit ?? "")" } == ["500.0 million"])
    #expect(facts.spent.first?.value.decimals == 1)
    #expect(facts.indicators.map(\.value) == ["riders", "trips"] && facts.notes == ["One", "Two"])
  }

  @Test("Dates of a register are read as those of a table")
  func dates() {
    let (read, findings) = actions(
      """
      - {id: a, name: A, due: FY27}
      - {id: b, name: B, due: Q3 2026}
      - {id: c, name: C, due: December 2026}
      - {id: d, name: D, due: end of 2027}
      - {id: e, name: E, due: ongoing}
      - {id: f, name: F, due: 2026年底前, steps: [{name: One, due: June 2026}]}

      """)
    #expect(findings == [])
    #expect(
      read.map(\.facts.due) == [
        Period("FY2027"), Period("2026 Q3"), Period("2026-12"), .year(2027), nil, .year(2026),
      ])
    #expect(read.last?.facts.steps.first?.due == Period("2026-06"))
    #expect(actions("- {id: a, name: A, due: soon}\n").findings.first?.contains("'soon' is not a period") == true)
  }

  @Test("The sums of amounts keep units apart")
  func totals() {
    let amounts = ["0.1 m", "0.2 m", "5 h"].compactMap(ActionShare.amount)
    #expect(ActionWords.total(amounts, .english) == "0.3 m + 5 h")
    #expect(ActionWords.total([], .english) == nil)
  }

  @Test("Mistakes are reported in their places")
  func wrong() {
    #expect(
      actions(
        """
        - name: Tram
        - {id: a, name: A, start: 2027, due: 2026}
        - {id: b, name: B, done: 2026, state: started}
        - {id: c, name: C, progress: 45}
        - {id: d d, name: D}
        - {id: e, name: E, done: true, state: finished}
        - {id: f, name: F, budget: much}

        """
      ).findings == [
        "1:3: an action in a register needs 'id' [field.missing-key] (add a line such as 'id: tram-line-2'; it becomes the address of the action's page)",
        "2:3: the action is due in 2026, before it starts in 2027 [field.invalid-value] (write the earlier time as 'start')",
        "3:39: 'done: 2026' and 'state: started' contradict each other [field.conflicting-keys] (remove one of them)",
        "4:30: 'progress' must be a share from 0% to 100%, not '45' [field.invalid-value] (write 'progress: 45%')",
        "5:8: 'd d' is not a valid id [register.invalid-id] (use letters, digits and '-', such as tram-line-2; the id becomes part of an address)",
        "6:26: 'done' must be the time at which the action was done [field.wrong-type] (write 'done: 2026-06', or 'state: done' where nobody knows when)",
        "6:39: 'state' must be 'planned', 'started', 'done', 'delayed' or 'stopped', not 'finished' [field.invalid-value] (write 'state: done')",
        "7:28: 'budget' does not begin with a number: 'much' [field.invalid-value] (write 'budget: {value: 1200, unit: million, source: …}')",
      ])
  }

  /// The actions of a text that begins with a line `:::actions`.
  private func table(_ text: String) -> (actions: [Action], findings: [String]) {
    let source = SourceText(path: "a.md", bytes: Array(text.utf8))
    let sink = DiagnosticSink()
    let range = SourceRange(start: 0, end: 10)
    let actions = ActionTableReader(source: source, directive: 0, reportingTo: sink).read(from: 10, openedAt: range)
    return (actions, sink.diagnostics.map(printed))
  }

  @Test("A division of labour in Chinese")
  func division() {
    let (read, findings) = table(
      """
      :::actions
      | 序号 | 重点任务 | 责任单位 | 完成时限 | 说明文字 |
      |---|:--|---|---|---|
      | 1 | 建设**两个**\\|公园 | 市园林局、市财政局 | 2026年6月底前 | 其他 |
      | 2 | [改造老旧小区](https://example.org) | 市住建局 | 长期 | |
      | | | | | |
      :::
      """)
    #expect(findings.count == 1 && findings[0].hasPrefix("2:29: column '说明文字' is not read: "))
    #expect(read.map(\.name) == ["建设两个|公园", "改造老旧小区"])
    #expect(read.map { $0.facts.lead?.value } == ["市园林局", "市住建局"])
    #expect(read[0].facts.support.map(\.value) == ["市财政局"] && read[0].facts.due == Period("2026-06"))
    #expect(read[1].facts.due == nil && read[1].row?.row == 1 && read[1].row?.column == 1)
  }

  @Test("Tables that cannot be read")
  func unreadable() {
    #expect(
      table(":::actions\nNo table.\n:::\n").findings == [
        "1:1: there is no table in ':::actions' [action.table] (begin it with a line such as '| Action | Lead | Due |' and a line '| --- | --- | --- |')"
      ])
    #expect(
      table(":::actions\n| Lead | Due |\n|---|---|\n| A | 2026 |\n:::\n").findings == [
        "2:3: the table has no column with the names of its actions [action.table] (call it Action, 任务, Acción, Мероприятие or الإجراء; the other headings of the table may stay as they are)"
      ])
    #expect(
      table(":::actions\n| Action | Due | State | Progress |\n|---|---|---|---|\n| A | Phase 2 | half | most |\n:::\n")
        .findings == [
          "4:7: 'Phase 2' is not a date [action.table] (write 2026, 2026-06, 2026-06-30 or 2026年6月底, or leave the cell empty)",
          "4:17: 'half' is not a state of an action [action.table] (write planned, started, done, delayed or stopped, or leave the cell empty)",
          "4:24: 'most' is not a percentage [action.table] (write it as 45%)",
        ])
  }
}
