import DataFormats
import Diagnostics
import Indicators
import Testing

@Suite("Goals that a kind of indicator cannot have")
struct ImpossibleGoalTests {
  @Test(
    "An earlier target, an earlier baseline and an earlier path are held to what the target is held to",
    arguments: [
      (
        "kind: rate, target: {value: 5, earlier: [{value: -100, until: 2024-03}]}",
        "a rate must be above -100 %, and this one is -100"
      ),
      (
        "kind: rate, target: {value: 5, earlier: [{every: -120, until: 2024-03}]}",
        "a rate must be above -100 %, and this one is -120"
      ),
      (
        "kind: rate, baseline: -60, target: {value: 5, earlier: [{change: -40, until: 2024-03}]}",
        "a rate must be above -100 %, and this one is -100"
      ),
      (
        "kind: rate, baseline: 3, target: {value: 5, earlier: [{baseline: -150, until: 2024-03}]}",
        "a rate must be above -100 %, and this one is -150"
      ),
      (
        "kind: rate, target: {value: 5, earlier: [{targets: [{year: 2023, value: -101}], until: 2024-03}]}",
        "a rate must be above -100 %, and this one is -101"
      ),
      (
        "kind: increase, target: {value: 5, earlier: [{value: 0, until: 2024-03}]}",
        "the target of an increase must be above 0, and this one is 0"
      ),
      (
        "kind: increase, target: {value: 5, earlier: [{change: -3, until: 2024-03}]}",
        "the target of an increase must be above 0, and this one is -3"
      ),
      (
        "kind: increase, measure: annual, target: {value: 5, earlier: [{every: 0, until: 2024-03}]}",
        "the target of an increase must be above 0, and this one is 0"
      ),
      (
        "kind: increase, target: {value: 5, earlier: [{targets: [{year: 2023, value: 0}], until: 2024-03}]}",
        "the target of an increase must be above 0, and this one is 0"
      ),
      (
        "kind: increase, baseline: 3, target: {value: 5, earlier: [{change: \"50%\", until: 2024-03}]}",
        "a change in per cent needs a level that it starts from, and this is 'kind: increase'"
      ),
      (
        "target: {value: -5, earlier: [{kind: increase, until: 2024-03}]}",
        "the target of an increase must be above 0, and this one is -5"
      ),
      (
        "baseline: 0, target: {value: 5, earlier: [{change: \"50%\", until: 2024-03}]}",
        "a change in per cent needs a baseline other than 0"
      ),
      (
        "kind: floor, target: {value: 5, earlier: [{between: [1, 2], until: 2024-03}]}",
        "a range is the target of a level, and this is 'kind: floor'"
      ),
    ])
  func earlier(fields: String, message: String) throws {
    let findings = try resolved("- {name: n, \(fields)}\n").findings
    #expect(findings.split(separator: "\n").count { $0.contains(": error: ") } == 1, "\(findings)")
    #expect(findings.contains(": error: \(message) ["))
  }

  @Test("The finding is at the entry, with the kind to use")
  func place() throws {
    let yaml = "- name: n\n  kind: rate\n  target: {value: 5, earlier: [{value: -200, until: 2024-03}]}\n"
    #expect(
      try resolved(yaml).findings == """
        a.yaml:3:32: error: a rate must be above -100 %, and this one is -200 [indicator.kind]
            3 |   target: {value: 5, earlier: [{value: -200, until: 2024-03}]}
              |                                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        hint: use 'kind: level' if the figures are amounts and not yearly growth in per cent

        """)
  }

  @Test(
    "What the target itself already says wrong is not said again of its history, and what is possible is no finding",
    arguments: [
      ("kind: rate, target: {value: -150, earlier: [{why: x, phrase: y, until: 2024-03}]}", 1),
      ("kind: rate, target: {value: 5, earlier: [{value: -99.9, until: 2024-03}]}", 0),
      ("kind: increase, target: {value: 5, earlier: [{value: 0.1, until: 2024-03}]}", 0),
      ("target: {value: 5, earlier: [{value: -500, until: 2024-03}]}", 0),
      ("kind: increase, measure: annual, target: {every: 0}", 1),
      ("kind: increase, measure: annual, target: {every: 0, comparator: \"<=\"}", 0),
      ("kind: rate, values: {2021: {value: 5, low: -99, high: 7}}", 0),
    ])
  func once(fields: String, count: Int) throws {
    let findings = try resolved("- {name: n, \(fields)}\n").findings
    #expect(findings.split(separator: "\n").count { $0.contains(": error: ") } == count, "\(findings)")
  }

  @Test("The range of a rate begins above -100 %, in registers and in CSV files")
  func range() throws {
    let yaml = "- name: n\n  kind: rate\n  values: {2021: {value: 5, low: -100, high: 7}}\n"
    #expect(
      try resolved(yaml).findings == """
        a.yaml:3:34: error: a rate must be above -100 %, and its range begins at -100 [indicator.kind]
            3 |   values: {2021: {value: 5, low: -100, high: 7}}
              |                                  ^~~~
        hint: use 'kind: level' if the figures are amounts and not yearly growth in per cent

        """)
    let file = ObservationRows.decode(SourceText(path: "a.csv", text: "Year,Low,High,Value\n2021,-300,7,5\n"))
    #expect(
      try resolved("- {name: n, kind: rate}\n", file: file.value).findings == """
        a.csv:2:13: error: a rate must be above -100 %, and its range begins at -300 [indicator.kind]
            2 | 2021,-300,7,5
              |             ^
        hint: use 'kind: level' if the figures are amounts and not yearly growth in per cent

        """)
  }
}
