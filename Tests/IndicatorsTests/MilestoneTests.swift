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
      // late is done
      Case("kind: milestone, due: 2022, values: {2023: done}", .achieved, time: 1.5),
      Case("kind: milestone, values: {2023: started}", .notAssessable, because: .noTarget),
    ])
  func status(_ example: Case) throws { try example.check() }

  @Test("A milestone has no progress, and keeps its words")
  func words() throws {
    let example = try indicator("kind: milestone, target: {year: 2025, text: 建成投用}, values: {2022: started}")
    #expect(example.target?.goal == .done)
    #expect(example.target?.phrase == "建成投用")
    #expect(assess(example, by: AssessmentRules()).progress == nil)
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
