import Indicators
import Testing

@Suite("Milestones")
struct MilestoneTests {
  @Test(
    "Planned, started and done, before and after the due date",
    arguments: [
      Case("kind: milestone, due: 2025, values: {2022: planned}", .planned, time: 0.4),
      Case("kind: milestone, due: 2025, values: {2021: planned, 2022: started}", .started, time: 0.4),
      Case("kind: milestone, due: 2025, values: {2022: started, 2023: done}", .achievedEarly, time: 0.6),
      Case("kind: milestone, due: 2025, values: {2025: done}", .achieved, time: 1),
      Case("kind: milestone, target: {year: 2025}, done: 2023-06", .achievedEarly, time: 0.5),
      Case("kind: milestone, target: 2025, started: 2022", .started, time: 0.4),
      Case("kind: milestone, due: 2025, started: 2022, done: 2022", .achievedEarly, time: 0.4),
      Case("kind: milestone, due: 2025, values: {2023: {state: started, note: 奠基}}", .started, time: 0.6),
      Case("kind: milestone, due: 2025, values: {2025: started}", .missed, time: 1),
      Case("kind: milestone, due: 2025, values: {2025: planned}", .missed, time: 1),
      // half of 2023 is (2023.5 − 2021)/(2024 − 2021)
      Case("kind: milestone, due: 2023, values: {2023-06: started}", .started, time: 2.5 / 3),
      // due by the middle of 2023, done in its month and a month before: τ = (29/12)/(30/12)
      Case("kind: milestone, due: 2023-06, done: 2023-06", .achieved, time: 1),
      Case("kind: milestone, due: 2023-06, done: 2023-05", .achievedEarly, time: 29.0 / 30),
      // days: half of June is over on its 15th; τ = (29.5/12)/(30/12)
      Case("kind: milestone, due: 2023-06-30, done: 2023-06-30", .achieved, time: 1),
      Case("kind: milestone, due: 2023-06-30, done: 2023-06-15", .achievedEarly, time: 29.5 / 30),
      Case("kind: milestone, due: 2023-06-30, values: {2023-07-01: started}", .missed, time: (30 + 1.0 / 31) / 30),
      Case("kind: milestone, target: {year: 2023-06-30}, started: 2023-06", .missed, time: 1),
      // late is done
      Case("kind: milestone, due: 2022, values: {2023: done}", .achieved, because: .doneLate, time: 1.5),
      // On time is any day of the period in which it is due; early is before it.
      Case("kind: milestone, due: 2023, done: 2023-08-14", .achieved, time: (31 + 14.0 / 31) / 36),
      Case("kind: milestone, due: 2023, done: 2022-12-31", .achievedEarly, time: 2.0 / 3),
      Case(
        "kind: milestone, due: 2023-06, done: 2023-07-01", .achieved, because: .doneLate, time: (30 + 1.0 / 31) / 30),
      // The target describes the milestone in words; `due` gives its date.
      Case(
        "kind: milestone, due: 2023-06, done: 2024-11, target: {text: opened}", .achieved, because: .doneLate,
        time: 47.0 / 30),
      Case("kind: milestone, due: 2023-06, values: {2023-06: started}, target: {text: opened}", .missed, time: 1),
      Case("kind: milestone, values: {2023: started}", .notAssessable, because: .noTarget),
    ])
  func status(_ example: Case) throws { try example.check() }

  @Test("A milestone of which nothing newer is reported is overdue from its due date on, and at risk")
  func overdue() throws {
    let rules = AssessmentRules(knownUntil: try #require(AsOf("2024-03")).time)
    for values in ["values: {2022: started}", "note: nothing"] {
      let example = try indicator("kind: milestone, due: 2023, \(values)")
      let assessment = assess(example, by: rules)
      #expect(assessment.status == .missed && assessment.reason == .overdue, "\(values)")
      #expect(assessment.status.statusClass == .atRisk)
      #expect(IndicatorWords.word(for: Verdict(assessment, of: example), .english) == "Overdue")
      #expect(IndicatorWords.word(for: Verdict(assessment, of: example), .chinese) == "逾期")
      #expect(IndicatorWords.shortfall(of: example, assessment, .english) == "deadline passed, not reported as done")
    }
    let example = try indicator("kind: milestone, due: 2023, values: {2022: started}")
    #expect(assess(example, by: AssessmentRules()).status == .started)
    // It was overdue in January as well, and not in the year before.
    #expect(assess(example, by: rules, asOf: 2024.1).reason == .overdue)
    #expect(assess(example, by: rules, asOf: 2023.5).status == .started)
    // A milestone that was reported unfinished on its due date is missed, not overdue; a finished one is neither.
    #expect(assess(try indicator("kind: milestone, due: 2023, values: {2023: started}"), by: rules).reason == nil)
    #expect(assess(try indicator("kind: milestone, due: 2023, done: 2022"), by: rules).status == .achievedEarly)
  }

  @Test("A milestone has no progress, and keeps its words")
  func words() throws {
    let example = try indicator("kind: milestone, target: {year: 2025, text: 建成投用}, values: {2022: started}")
    #expect(example.target?.goal == .done("建成投用"))
    #expect(example.target?.phrase == nil)
    #expect(IndicatorWords.target(of: example, .chinese) == "建成投用（2025年）")
    let due = try indicator("kind: milestone, target: {year: 2025, phrase: 5年内}")
    #expect(due.target?.goal == .done(nil))
    #expect(IndicatorWords.target(of: due, .english) == "done (2025)")
    #expect(due.target?.phrase == "5年内")
    #expect(assess(example, by: AssessmentRules()).progress == nil)
  }
}

@Suite("Days of milestones")
struct MilestoneDayTests {
  @Test("A day is printed in words and in data files, and sorts before its month")
  func words() throws {
    let example = try indicator(
      "kind: milestone, due: 2024-02-29, values: {2024-02: done, 2024-02-29: started}, notes: {2024-02-29: leap day}")
    #expect(IndicatorWords.target(of: example, .chinese) == "完成（2024年2月29日）")
    #expect(IndicatorWords.target(of: example, .english) == "done (29 February 2024)")
    #expect(example.observations.map(\.period.description) == ["2024-02-29", "2024-02"])
    #expect(example.observations.map(\.note) == ["leap day", nil])
  }

  @Test("A day that does not exist is an error, and other indicators have no days")
  func findings() throws {
    let (_, findings) = try rows(
      "- {name: a, kind: milestone, due: 2023-02-29}\n- {name: b, values: {2023-02-28: 5}}\n")
    #expect(
      findings == """
        a.yaml:1:35: error: '2023-02-29' is a day that does not exist [indicator.period]
            1 | - {name: a, kind: milestone, due: 2023-02-29}
              |                                   ^~~~~~~~~~
        a.yaml:2:22: error: '2023-02-28' is not a period [indicator.period]
            2 | - {name: b, values: {2023-02-28: 5}}
              |                      ^~~~~~~~~~
        hint: write a year such as 2021, or 2021-06, 2021 Q3, 2021 H1, 2021/22, 2009-2011

        """)
  }
}

@Suite("Judgements by hand")
struct JudgementTests {
  @Test("A judgement sets the status of a target without a number, and is marked")
  func judgements() throws {
    let fields = "target: {text: 高于GDP增长}, judgement: {status: on-track, by: 发展改革委, on: 2023-12-26}"
    let judged = try assessed("\(fields), values: {2023: 5}")
    #expect(judged.status == .onTrack && judged.isJudged && judged.reason == nil && judged.progress == nil)
    #expect(near(judged.timeProgress, 0.6))
    #expect(judged.latest?.value?.value == 5)
    let silent = try assessed(fields)
    #expect(silent.status == .onTrack && silent.isJudged && silent.latest == nil && silent.timeProgress == nil)
    #expect(try !assessed("target: {text: 提高}, values: {2023: 5}").isJudged)
  }

  @Test("Who and when")
  func provenance() throws {
    let judgement = try #require(
      try indicator("target: {text: 提高}, judgement: {status: behind, by: 发展改革委, on: 2023-12-26}").judgement)
    #expect(judgement.status == .behind)
    #expect(judgement.by == "发展改革委")
    #expect([judgement.on?.year, judgement.on?.month, judgement.on?.day] == [2023, 12, 26])
  }
}
