import DataFormats
import Diagnostics
import Indicators
import Testing

@testable import Actions

@Suite("Dates that an action had before")
struct EarlierDatesTests {
  @Test("Each change with the dates before and after it, the oldest first; a date that it did not touch stays")
  func changes() throws {
    let read = actions(
      """
      - {id: a, name: A, start: 2024, due: 2027, earlier: [{due: 2026, until: 2025-06, why: x}, {start: none, due: 2025, until: 2024-03}]}
      """)
    #expect(read.findings == [])
    let facts = try #require(read.actions.first).facts
    #expect(
      facts.dateChanges.map { [$0.old.start, $0.old.due, $0.new.start, $0.new.due].map { $0?.description ?? "none" } }
        == [
          ["none", "2025", "2024", "2026"], ["2024", "2026", "2024", "2027"],
        ])
    #expect(facts.originalDue?.description == "2025")
    #expect(ActionWords.originalDue(of: read.actions[0], .english) == "was due 2025")
    #expect(ActionWords.originalDue(of: read.actions[0], .chinese) == "原定2025年")
    #expect(
      ActionWords.changes(of: read.actions[0], .english) == [
        "Due: 2026 → 2027, changed in June 2025, because x",
        "Start: none → 2024; due: 2025 → 2026, changed in March 2024, no reason given",
      ])
  }

  @Test("An entry with the dates that follow it is an error, and no change")
  func nothingChanged() throws {
    for entry in [
      "due: 2026, earlier: [{due: 2026, until: 2025-01}]",
      "due: 2026, earlier: [{due: 2025, until: 2025-03}, {due: 2025, until: 2025-01}]",
      "steps: [{name: One, due: 2025-03, earlier: [{due: 2025-03, until: 2025-01}]}]",
    ] {
      let read = actions("- {id: a, name: A, \(entry)}\n")
      #expect(
        read.findings == [
          "1:3: the entry of 'earlier' until 2025-01 has the dates that follow it [field.invalid-value] (write the date before the change, or remove the entry)"
        ])
      #expect(
        read.actions.first?.facts.allDateChanges.count
          == (entry.contains("2025-03}") && !entry.contains("steps") ? 1 : 0))
    }
  }

  @Test("Steps have a history of their due dates, listed with that of the action in order of time")
  func steps() throws {
    let read = actions(
      """
      - {id: a, name: A, due: 2027, earlier: [{due: 2026, until: 2025-06, why: x}], steps: [{name: One, due: 2025-03}, {name: Two, due: 2026-03, earlier: [{due: 2025, until: 2025-09}, {due: 2024, until: 2024-02, by: B}]}]}
      """)
    #expect(read.findings == [])
    let action = try #require(read.actions.first)
    #expect(
      ActionWords.changes(of: action, .english) == [
        "Two: 2025 → March 2026, changed in September 2025, no reason given",
        "Due: 2026 → 2027, changed in June 2025, because x",
        "Two: 2024 → 2025, changed in February 2024 by B, no reason given",
      ])
    #expect(action.facts.steps.map { ActionWords.originalDue(of: $0, .english) } == [nil, "was due 2024"])
    #expect(
      actions("- {id: a, name: A, steps: [{name: One, due: 2025, earlier: [{start: 2024, until: 2025-03}]}]}\n")
        .findings
        .contains { $0.contains("earlier dates must say what was different [field.missing-key]") })
  }

  @Test(
    "Entries that say too little",
    arguments: [
      ("{due: 2024}", "earlier dates need 'until', the month in which they were changed [field.missing-key]"),
      ("{until: 2024-03, why: x}", "earlier dates must say what was different [field.missing-key]"),
      (
        "{due: 2024, until: 2024-03}, {due: 2025, until: 2024-03}",
        "two entries of 'earlier' end in 2024-03 [field.conflicting-keys]"
      ),
      ("{due: soon, until: 2024-03}", "'soon' is not a period [indicator.period]"),
    ])
  func findings(entries: String, message: String) {
    let read = actions("- {id: a, name: A, due: 2026, earlier: [\(entries)]}\n")
    #expect(read.findings.contains { $0.contains(message) }, "\(read.findings)")
  }
}
