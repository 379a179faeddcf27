import Indicators
import Testing

/// The fields of one row, and everything that is printed about them.
struct Finding: CustomTestStringConvertible, Sendable {
  let fields: String
  let findings: String

  init(_ fields: String, _ findings: String = "") {
    self.fields = fields
    self.findings = findings
  }

  var testDescription: String { fields }
}

@Suite("Registers: findings")
struct RegisterFindingTests {
  @Test(
    "Each finding names its location and what to type",
    arguments: [
      Finding(
        "nmae: b",
        """
        a.yaml:2:3: error: unknown key 'nmae' in an indicator [field.unknown-key]
            2 |   nmae: b
              |   ^~~~
        hint: did you mean 'name'?

        """),
      Finding(
        "id: bad id!",
        """
        a.yaml:2:7: error: 'bad id!' is not a valid id [register.invalid-id]
            2 |   id: bad id!
              |       ^~~~~~~
        hint: use letters, digits and '-', such as skilled-workers; the id becomes part of an address

        """),
      Finding(
        "kind: increse\n  measure: annual",
        """
        a.yaml:2:9: error: 'kind' must be 'level', 'increase', 'floor', 'ceiling', 'rate' or 'milestone', not 'increse' \
        [field.invalid-value]
            2 |   kind: increse
              |         ^~~~~~~
        hint: did you mean 'increase'?
        a.yaml:3:12: error: 'measure' only applies to 'kind: increase', and this is 'kind: level' \
        [indicator.kind]
            3 |   measure: annual
              |            ^~~~~~
        hint: set 'kind: increase', or remove 'measure'

        """),
      Finding(
        "kind: floor\n  measure: annual",
        """
        a.yaml:3:12: error: 'measure' only applies to 'kind: increase', and this is 'kind: floor' \
        [indicator.kind]
            3 |   measure: annual
              |            ^~~~~~
        hint: set 'kind: increase', or remove 'measure'

        """),
      Finding(
        "target: 5名左右",
        """
        a.yaml:2:11: error: 'target' must be a number or a mapping, not '5名左右' [field.wrong-type]
            2 |   target: 5名左右
              |           ^~~~~~~
        hint: for a target in words write 'target: {text: …}'

        """),
      Finding(
        "target: 1,500",
        """
        a.yaml:2:11: error: 'target' must be a number or a mapping, not '1,500' [field.wrong-type]
            2 |   target: 1,500
              |           ^~~~~
        hint: write 1500

        """),
      Finding(
        "target: 大幅提高",
        """
        a.yaml:2:11: error: 'target' must be a number or a mapping, not '大幅提高' [field.wrong-type]
            2 |   target: 大幅提高
              |           ^~~~~~~~
        hint: for a target in words write 'target: {text: …}'

        """),
      Finding(
        "target: [1]",
        """
        a.yaml:2:11: error: a target must be a mapping, not a list [field.wrong-type]
            2 |   target: [1]
              |           ^~~
        hint: write lines of 'key: value'

        """),
      Finding(
        "target: {year: 2025年, value: 3}",
        """
        a.yaml:2:18: error: '2025年' is not a period [indicator.period]
            2 |   target: {year: 2025年, value: 3}
              |                  ^~~~~~
        hint: write a year such as 2021, or 2021-06, 2021 Q3, 2021/22

        """),
      Finding(
        "target: {year: 2025}",
        """
        a.yaml:2:11: error: a target needs 'value', 'change' or 'text' [field.missing-key]
            2 |   target: {year: 2025}
              |           ^~~~~~~~~~~~
        hint: add 'value: …'

        """),
      Finding(
        "target: {value: 3, text: 提高}",
        """
        a.yaml:2:11: error: a target takes one of 'value', 'change' and 'text', and this one has 2 \
        [field.conflicting-keys]
            2 |   target: {value: 3, text: 提高}
              |           ^~~~~~~~~~~~~~~~~~~~~~

        """),
      Finding(
        "target: {value: 约3}",
        """
        a.yaml:2:19: error: 'value' must be a number, not '约3' [field.wrong-type]
            2 |   target: {value: 约3}
              |                   ^~~

        """),
      Finding(
        "target: {value: 3, comparator: =>}",
        """
        a.yaml:2:34: error: '=>' is not a comparator [field.invalid-value]
            2 |   target: {value: 3, comparator: =>}
              |                                  ^~
        hint: write ">=", ">", "<=" or "<", in quotes

        """),
      Finding(
        "target: {value: 3, aprox: true}",
        """
        a.yaml:2:22: error: unknown key 'aprox' in a target [field.unknown-key]
            2 |   target: {value: 3, aprox: true}
              |                      ^~~~~
        hint: did you mean 'approx'?

        """),
      Finding(
        "targets: {2023: 1}",
        """
        a.yaml:2:12: error: 'targets' must be a list [field.wrong-type]
            2 |   targets: {2023: 1}
              |            ^~~~~~~~~
        hint: write 'targets: [{year: 2023, value: …}, …]'

        """),
      Finding(
        "target: {change: 1}",
        """
        a.yaml:2:11: error: a target that is a change needs a baseline [indicator.target]
            2 |   target: {change: 1}
              |           ^~~~~~~~~~~
        hint: add 'baseline: {year: …, value: …}', or set 'kind: increase'

        """),
      Finding(
        "kind: milestone\n  target: 二〇二五",
        """
        a.yaml:3:11: error: '二〇二五' is not a period [indicator.period]
            3 |   target: 二〇二五
              |           ^~~~~~~~
        hint: write a year such as 2021, or 2021-06, 2021 Q3, 2021/22

        """),
      Finding(
        "kind: milestone\n  target: {year: 2025, value: 1}",
        """
        a.yaml:3:11: error: a milestone is done or not done; remove 'value' [indicator.kind]
            3 |   target: {year: 2025, value: 1}
              |           ^~~~~~~~~~~~~~~~~~~~~~

        """),
      Finding(
        "kind: milestone\n  values: {2022: startd, 2023: halfway}",
        """
        a.yaml:3:18: error: 'startd' is not a milestone state [field.invalid-value]
            3 |   values: {2022: startd, 2023: halfway}
              |                  ^~~~~~
        hint: did you mean 'started'?
        a.yaml:3:32: error: 'halfway' is not a milestone state [field.invalid-value]
            3 |   values: {2022: startd, 2023: halfway}
              |                                ^~~~~~~
        hint: the states are planned, started and done

        """),
      Finding(
        "kind: milestone\n  values: [started]",
        """
        a.yaml:3:11: error: 'values' must be a mapping from periods to values, not a list [field.wrong-type]
            3 |   values: [started]
              |           ^~~~~~~~~
        hint: write 'values: {2022: started, 2023: done}'

        """),
      Finding(
        "due: 2025",
        """
        a.yaml:2:8: error: 'due' only applies to 'kind: milestone', and this is 'kind: level' [indicator.kind]
            2 |   due: 2025
              |        ^~~~
        hint: write the year in 'target: {year: …, value: …}', or set 'kind: milestone'

        """),
      Finding(
        "kind: milestone\n  baseline: 0\n  due: 明年",
        """
        a.yaml:3:13: error: a milestone has no baseline [indicator.kind]
            3 |   baseline: 0
              |             ^
        hint: remove 'baseline'
        a.yaml:4:8: error: '明年' is not a period [indicator.period]
            4 |   due: 明年
              |        ^~~~
        hint: write a year such as 2021, or 2021-06, 2021 Q3, 2021/22

        """),
      Finding(
        "values: 3",
        """
        a.yaml:2:11: error: 'values' must be a mapping from periods to values, not a text [field.wrong-type]
            2 |   values: 3
              |           ^
        hint: write 'values: {2021: …}'

        """),
      Finding(
        "values: {2021: 约3, 2021年: 4, 2023: {value: 2, soruce: x}, 2024: [1]}",
        """
        a.yaml:2:18: error: a value must be a number, not '约3' [field.wrong-type]
            2 |   values: {2021: 约3, 2021年: 4, 2023: {value: 2, soruce: x}, 2024: [1]}
              |                  ^~~
        a.yaml:2:22: error: '2021年' is not a period [indicator.period]
            2 |   values: {2021: 约3, 2021年: 4, 2023: {value: 2, soruce: x}, 2024: [1]}
              |                       ^~~~~~
        hint: write a year such as 2021, or 2021-06, 2021 Q3, 2021/22
        a.yaml:2:49: error: unknown key 'soruce' in a value [field.unknown-key]
            2 |   values: {2021: 约3, 2021年: 4, 2023: {value: 2, soruce: x}, 2024: [1]}
              |                                                   ^~~~~~
        hint: did you mean 'source'?
        a.yaml:2:67: error: a value must be a number, not a list [field.wrong-type]
            2 |   values: {2021: 约3, 2021年: 4, 2023: {value: 2, soruce: x}, 2024: [1]}
              |                                                                     ^~~

        """),
      Finding(
        "values: [1, 二]",
        """
        a.yaml:2:15: error: a value must be a number, not '二' [field.wrong-type]
            2 |   values: [1, 二]
              |               ^~

        """),
      Finding(
        "baseline: {year: 2020}",
        """
        a.yaml:2:13: error: a baseline needs 'value' [field.missing-key]
            2 |   baseline: {year: 2020}
              |             ^~~~~~~~~~~~
        hint: add 'value: …'

        """),
      Finding(
        "baseline: {year: 2020, value: }",
        """
        a.yaml:2:13: error: a baseline needs 'value' [field.missing-key]
            2 |   baseline: {year: 2020, value: }
              |             ^~~~~~~~~~~~~~~~~~~~~
        hint: add 'value: …'

        """),
      Finding(
        "target: {year: 2025, value: }",
        """
        a.yaml:2:11: error: a target needs 'value', 'change' or 'text' [field.missing-key]
            2 |   target: {year: 2025, value: }
              |           ^~~~~~~~~~~~~~~~~~~~~
        hint: add 'value: …'

        """),
      Finding(
        "judgement: {status: }",
        """
        a.yaml:2:14: error: a judgement needs 'status' [field.missing-key]
            2 |   judgement: {status: }
              |              ^~~~~~~~~~
        hint: add a status, such as 'status: on-track'

        """),
      Finding(
        "colour: red",
        """
        a.yaml:2:3: error: unknown key 'colour' in an indicator [field.unknown-key]
            2 |   colour: red
              |   ^~~~~~
        hint: the keys of an indicator are name, id, unit, kind, measure, baseline, targets, target, due, values, \
        short-name, definition, nature, category, group, source, precision, breaks, revisions, note, judgement, attributes, \
        headline, programme, plan, department, from, notes

        """),
      Finding(
        "baseline: 约3",
        """
        a.yaml:2:13: error: 'baseline' must be a number, not '约3' [field.wrong-type]
            2 |   baseline: 约3
              |             ^~~

        """),
      Finding(
        "precision: 12",
        """
        a.yaml:2:14: error: 'precision' must be between 0 and 9, not 12 [field.invalid-value]
            2 |   precision: 12
              |              ^~

        """),
      Finding(
        "target: 3\n  judgement: {status: missed, by: me}",
        """
        a.yaml:3:14: error: 'judgement' only applies to a target without a number [indicator.target]
            3 |   judgement: {status: missed, by: me}
              |              ^~~~~~~~~~~~~~~~~~~~~~~~
        hint: remove 'judgement': the status follows from the figures

        """),
      Finding(
        "judgement: {status: ontrack}",
        """
        a.yaml:2:23: error: 'status' must be 'no-data', 'held', 'breached', 'not-assessable', 'achieved-early', 'achieved', \
        'missed', 'reversing', 'ahead', 'on-track', 'behind', 'planned' or 'started', not 'ontrack' \
        [field.invalid-value]
            2 |   judgement: {status: ontrack}
              |                       ^~~~~~~
        hint: did you mean 'on-track'?

        """),
      Finding(
        "judgement: {by: me}",
        """
        a.yaml:2:14: error: a judgement needs 'status' [field.missing-key]
            2 |   judgement: {by: me}
              |              ^~~~~~~~
        hint: add a status, such as 'status: on-track'

        """),
      Finding(
        "notes: [a]\n  revisions: 5\n  breaks: 当年",
        """
        a.yaml:2:10: error: 'notes' needs the period of each note [field.wrong-type]
            2 |   notes: [a]
              |          ^~~
        hint: write 'notes: {2020: …}', or 'note: …' for a note on the whole indicator
        a.yaml:3:14: error: 'revisions' must be a list of mappings, not a text [field.wrong-type]
            3 |   revisions: 5
              |              ^
        a.yaml:4:11: error: '当年' is not a period [indicator.period]
            4 |   breaks: 当年
              |           ^~~~
        hint: write a year such as 2021, or 2021-06, 2021 Q3, 2021/22

        """),
      Finding(
        "from: {sektion: talent}",
        """
        a.yaml:2:10: error: unknown key 'sektion' in 'from' [field.unknown-key]
            2 |   from: {sektion: talent}
              |          ^~~~~~~
        hint: did you mean 'section'?

        """),
      Finding(
        "values: {2021: 1, 2021: 2}",
        """
        a.yaml:2:21: error: the key '2021' is already used in this mapping [yaml.duplicate-key]
            2 |   values: {2021: 1, 2021: 2}
              |                     ^~~~
          a.yaml:2:12: '2021' is first used here
        hint: keep one of the two

        """),
      Finding(
        "values: {2021/22: 1, 2021/2022: 2}",
        """
        a.yaml:2:24: error: there are two values for 2021/22 [indicator.period]
            2 |   values: {2021/22: 1, 2021/2022: 2}
              |                        ^~~~~~~~~
          a.yaml:2:12: the other value is here
        hint: remove one of them; a value that was published earlier belongs under 'revisions'

        """),
    ])
  func decoding(_ finding: Finding) throws {
    #expect(try rows("- name: n\n  \(finding.fields)\n").findings == finding.findings)
  }

  @Test("A row without a name is left out")
  func noName() throws {
    let (declarations, findings) = try rows("- unit: x\n- 5\n")
    #expect(declarations.isEmpty)
    #expect(
      findings == """
        a.yaml:1:3: error: an indicator needs 'name' [field.missing-key]
            1 | - unit: x
              |   ^~~~~~~
        hint: add a line 'name: …'
        a.yaml:2:3: error: an indicator must be a mapping, not a text [field.wrong-type]
            2 | - 5
              |   ^
        hint: write lines of 'key: value'

        """)
  }

  @Test(
    "Findings that need the plan's years",
    arguments: [
      Finding(
        "baseline: {year: 2025, value: 1}\n  target: {year: 2025, value: 3}",
        """
        a.yaml:3:11: error: the target of 'n' is for 2025, which is not after its baseline, 2025 [indicator.period]
            3 |   target: {year: 2025, value: 3}
              |           ^~~~~~~~~~~~~~~~~~~~~~
        hint: give the target a later year, or the baseline an earlier one

        """),
      Finding(
        "targets: [{year: 2019, value: 3}]\n  target: 5",
        """
        a.yaml:2:13: error: the target of 'n' is for 2019, which is not after its baseline, 2020 [indicator.period]
            2 |   targets: [{year: 2019, value: 3}]
              |             ^~~~~~~~~~~~~~~~~~~~~~
        hint: give the target a later year, or the baseline an earlier one

        """),
      Finding(
        "target: {year: 2025, value: 3}\n  targets: [{year: 2025, value: 4}]",
        """
        a.yaml:3:13: error: 'n' has two targets for 2025 [indicator.target]
            3 |   targets: [{year: 2025, value: 4}]
              |             ^~~~~~~~~~~~~~~~~~~~~~
          a.yaml:2:11: the other target is here
        hint: remove one of them

        """),
    ])
  func resolving(_ finding: Finding) throws {
    let yaml = "- name: n\n  \(finding.fields)\n"
    #expect(try rows(yaml).findings == "")
    #expect(try resolved(yaml).findings == finding.findings)
  }
}
