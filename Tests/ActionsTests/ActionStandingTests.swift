import DataFormats
import Indicators
import Testing

@testable import Actions

@Suite("States of actions")
struct ActionStandingTests {
  /// The standing of one action, written as the fields of a flow mapping.
  private func standing(_ fields: String, asOf: String?) throws -> ActionStanding {
    let read = actions("- {id: a, name: A, \(fields)}\n")
    #expect(read.findings == [])
    return try #require(read.actions.first).standing(at: asOf.flatMap { AsOf($0)?.time })
  }

  @Test(
    "Without a report the dates alone decide: never under way, never done",
    arguments: [
      ("start: 2026-03-15", "2026-03-14", ActionState.planned), ("start: 2026-03-15", "2026-03-15", .shouldHaveStarted),
      ("start: 2026-03", "2026-03-30", .planned), ("start: 2026-03", "2026-03", .shouldHaveStarted),
      ("start: 2026", "2026-11", .planned), ("start: 2026", "2026-12", .shouldHaveStarted),
      ("due: 2026-02-28", "2026-02-27", .planned), ("due: 2026-02-28", "2026-02-28", .overdue),
      ("due: 2024-02", "2024-02-28", .planned), ("due: 2024-02", "2024-02-29", .overdue),
      ("due: 2026 Q1", "2026-03-30", .planned), ("due: 2026 Q1", "2026-03-31", .overdue),
      ("start: 2025, due: 2026", "2026-06", .shouldHaveStarted), ("start: 2025, due: 2026", "2027-01", .overdue),
    ])
  func unreported(fields: String, asOf: String, state: ActionState) throws {
    let standing = try standing(fields, asOf: asOf)
    #expect(standing.state == state)
    #expect(!standing.isReported && standing.reported == nil)
  }

  @Test("Without as-of no date is over")
  func timeless() throws {
    #expect(try standing("start: 2001, due: 2002", asOf: nil).state == .planned)
    #expect(try standing("start: 2001, due: 2002, state: started", asOf: nil).state == .started)
  }

  @Test(
    "Done and stopped are believed; the end of the time is not overruled by anything else",
    arguments: [
      ("due: 2025, state: done", ActionState.done, nil), ("due: 2025, done: 2025-12", .done, nil),
      ("due: 2025, state: stopped", .stopped, nil), ("due: 2025, state: started", .overdue, ReportedState.started),
      ("due: 2025, state: delayed", .overdue, .delayed), ("due: 2027, state: delayed", .delayed, nil),
      ("start: 2025, due: 2027, state: started", .started, nil),
      ("start: 2025, due: 2027, state: planned", .shouldHaveStarted, .planned),
      ("due: 2027, progress: 50%", .planned, nil),
      ("due: 2027, state: started, steps: [{name: x, due: 2026-03}]", .stepOverdue, .started),
      ("due: 2027, steps: [{name: x, due: 2026-03}]", .stepOverdue, nil),
      ("due: 2027, state: started, steps: [{name: x, due: 2026-03, done: 2026-04}]", .started, nil),
      ("due: 2027, state: delayed, steps: [{name: x, due: 2026-03}]", .delayed, nil),
      ("due: 2025, state: started, steps: [{name: x, due: 2025-03}]", .overdue, .started),
    ])
  func reported(fields: String, state: ActionState, reported: ReportedState?) throws {
    let standing = try standing(fields, asOf: "2026-06")
    #expect(standing.state == state)
    #expect(standing.reported == reported)
  }

  @Test("A day of completion in the future does not count yet")
  func later() throws {
    #expect(try standing("due: 2026-03, done: 2026-07", asOf: "2026-06").state == .overdue)
    #expect(try standing("due: 2026-03, done: 2026-06", asOf: "2026-06-15").state == .done)
    #expect(try standing("done: 2026-07-01", asOf: "2026-06-30").state == .planned)
    #expect(try standing("done: 2026-07-01", asOf: "2026-07-01").state == .done)
    let steps = try standing("steps: [{name: x, done: 2026-05}, {name: y, done: 2026-08}]", asOf: "2026-06")
    #expect(steps.progress == 0.5 && steps.steps?.done == 1)
  }

  @Test("Done after it was due")
  func late() throws {
    #expect(try standing("due: 2025, done: 2026-01", asOf: "2026-06").wasLate)
    #expect(try !standing("due: 2025, done: 2025-12-31", asOf: "2026-06").wasLate)
    #expect(try !standing("due: 2026-03-15, done: 2026-03", asOf: "2026-06").wasLate)
  }

  @Test("Starting and ending soon")
  func soon() throws {
    let time = try #require(AsOf("2026-03")?.time)
    func action(_ fields: String) throws -> Action {
      try #require(actions("- {id: a, name: A, \(fields)}\n").actions.first)
    }
    for (fields, starts) in [
      ("start: 2026-04", true), ("start: 2026-08", false), ("start: 2026", false), ("start: 2026-03", false),
      ("start: 2026 Q2", true),
    ] {
      let action = try action(fields)
      #expect(action.startsSoon(action.standing(at: time).state, at: time) == starts, "\(fields)")
    }
    for (fields, ends) in [
      ("due: 2026-06", true), ("due: 2026-07", false), ("due: 2026", false), ("due: 2026-03", false),
      ("due: 2026-05, state: done", false),
    ] {
      let action = try action(fields)
      #expect(action.endsSoon(action.standing(at: time).state, at: time) == ends, "\(fields)")
    }
  }

  @Test("Progress is the reported share, or else the share of finished steps")
  func progress() throws {
    #expect(try standing("progress: 45%", asOf: nil).progress == 0.45)
    #expect(try standing("progress: 0.45", asOf: nil).progress == 0.45)
    #expect(try standing("progress: 10%, steps: [{name: x, done: true}]", asOf: nil).progress == 0.1)
    #expect(
      try standing("steps: [{name: x, done: true}, {name: y}, {name: z, done: false}]", asOf: nil).steps?.all == 3)
    #expect(try standing("due: 2026", asOf: nil).progress == nil)
  }
}
