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
        "section: homes",
        """
        a.yaml:2:3: error: unknown key 'section' in an indicator [field.unknown-key]
            2 |   section: homes
              |   ^~~~~~~
        hint: an indicator names its section with 'from'

        """),
      Finding(
        "id:\n  unit: ~\n  source: null\n  values: {2021: , 2022: {value: , note: none}}",
        """
        a.yaml:2:3: error: 'id' is empty [field.missing-key]
            2 |   id:
              |   ^~
        hint: write its value after 'id:', or remove the line
        a.yaml:3:3: error: 'unit' is empty [field.missing-key]
            3 |   unit: ~
              |   ^~~~
        hint: write its value after 'unit:', or remove the line
        a.yaml:4:3: error: 'source' is empty [field.missing-key]
            4 |   source: null
              |   ^~~~~~
        hint: write its value after 'source:', or remove the line

        """),
      Finding("values:"),
      Finding(
        "baseline: {year: , value: 5}\n  target: {value: }\n  notes: {2021: }\n  headline: {Sex: }",
        """
        a.yaml:2:14: error: 'year' is empty [field.missing-key]
            2 |   baseline: {year: , value: 5}
              |              ^~~~
        hint: write its value after 'year:', or remove the line
        a.yaml:3:12: error: 'value' is empty [field.missing-key]
            3 |   target: {value: }
              |            ^~~~~
        hint: write its value after 'value:', or remove the line
        a.yaml:4:11: error: '2021' is empty [field.missing-key]
            4 |   notes: {2021: }
              |           ^~~~
        hint: write its value after '2021:', or remove the line
        a.yaml:5:14: error: 'Sex' is empty [field.missing-key]
            5 |   headline: {Sex: }
              |              ^~~
        hint: write its value after 'Sex:', or remove the line

        """),
      Finding(
        "kind: rate\n  target: -100\n  values: [5, -120]",
        """
        a.yaml:3:11: error: a rate must be above -100 %, and this one is -100 [indicator.kind]
            3 |   target: -100
              |           ^~~~
        hint: use 'kind: level' if the figures are amounts and not yearly growth in per cent
        a.yaml:4:15: error: a rate must be above -100 %, and this one is -120 [indicator.kind]
            4 |   values: [5, -120]
              |               ^~~~
        hint: use 'kind: level' if the figures are amounts and not yearly growth in per cent

        """),
      Finding(
        "kind: rate\n  target: -99.9\n  values: {2021: -100.5, 2022: {value: -300}}",
        """
        a.yaml:4:18: error: a rate must be above -100 %, and this one is -100.5 [indicator.kind]
            4 |   values: {2021: -100.5, 2022: {value: -300}}
              |                  ^~~~~~
        hint: use 'kind: level' if the figures are amounts and not yearly growth in per cent
        a.yaml:4:40: error: a rate must be above -100 %, and this one is -300 [indicator.kind]
            4 |   values: {2021: -100.5, 2022: {value: -300}}
              |                                        ^~~~
        hint: use 'kind: level' if the figures are amounts and not yearly growth in per cent

        """),
      Finding(
        "kind: rate\n  baseline: {year: 2020, value: -30.5}\n  target: {change: -70}",
        """
        a.yaml:4:11: error: a rate must be above -100 %, and this one is -100.5 [indicator.kind]
            4 |   target: {change: -70}
              |           ^~~~~~~~~~~~~
        hint: use 'kind: level' if the figures are amounts and not yearly growth in per cent

        """),
      Finding(
        "kind: rate\n  baseline: -1e300\n  target: 5",
        """
        a.yaml:3:13: error: a rate must be above -100 %, and this one is -1e300 [indicator.kind]
            3 |   baseline: -1e300
              |             ^~~~~~
        hint: use 'kind: level' if the figures are amounts and not yearly growth in per cent

        """),
      Finding(
        "kind: increase\n  target: 0",
        """
        a.yaml:3:11: error: the target of an increase must be above 0, and this one is 0 [indicator.kind]
            3 |   target: 0
              |           ^
        hint: use 'kind: level' with a baseline if the figure should fall, or 'kind: ceiling' if it should stay below a limit

        """),
      Finding(
        "kind: increase\n  targets: [{year: 2023, change: -5}, {year: 2025, value: 8}]",
        """
        a.yaml:3:13: error: the target of an increase must be above 0, and this one is -5 [indicator.kind]
            3 |   targets: [{year: 2023, change: -5}, {year: 2025, value: 8}]
              |             ^~~~~~~~~~~~~~~~~~~~~~~~
        hint: use 'kind: level' with a baseline if the figure should fall, or 'kind: ceiling' if it should stay below a limit

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
        "kind: milestone\n  values: {2022: startd, 2023: halfway}",
        """
        a.yaml:3:18: error: 'startd' is not a milestone state [field.invalid-value]
            3 |   values: {2022: startd, 2023: halfway}
              |                  ^~~~~~
        hint: did you mean 'started'?
        a.yaml:3:32: error: 'halfway' is not a milestone state [field.invalid-value]
            3 |   values: {2022: startd, 2023: halfway}
              |                                ^~~~~~~
        hint: write planned, started or done

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
        "values: 3",
        """
        a.yaml:2:11: error: 'values' must be a mapping from periods to values, not text [field.wrong-type]
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
        hint: write 3, and '约3' as its note
        a.yaml:2:22: error: '2021年' is not a period [indicator.period]
            2 |   values: {2021: 约3, 2021年: 4, 2023: {value: 2, soruce: x}, 2024: [1]}
              |                       ^~~~~~
        hint: write '2021'
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
        hint: write 2

        """),
      Finding(
        "judgement: {status: }",
        """
        a.yaml:2:15: error: 'status' is empty [field.missing-key]
            2 |   judgement: {status: }
              |               ^~~~~~
        hint: write its value after 'status:', or remove the line

        """),
      Finding(
        "target: {text: more}\n  judgement: {by: us}",
        """
        a.yaml:3:14: error: a judgement needs 'status' [field.missing-key]
            3 |   judgement: {by: us}
              |              ^~~~~~~~
        hint: add a status, such as 'status: on-track'

        """),
      Finding(
        "compare: [{name: Nation}]",
        """
        a.yaml:2:13: error: a comparison needs 'values' [field.missing-key]
            2 |   compare: [{name: Nation}]
              |             ^~~~~~~~~~~~~~
        hint: add its figures, such as 'values: {2021: 78.2}'

        """),
      Finding(
        "colour: red",
        """
        a.yaml:2:3: error: unknown key 'colour' in an indicator [field.unknown-key]
            2 |   colour: red
              |   ^~~~~~
        hint: the keys of an indicator are name, id, unit, kind, measure, baseline, targets, target, due, periods, fiscal-year, values, \
        short-name, definition, nature, category, group, source, direction, limit, assess-by, precision, breaks, revisions, note, judgement, retired, frequency, next-update, compare, code, purpose, method, limitations, coverage, context, contact, sources, links, tags, reporting, non-statistical, attributes, \
        headline, columns, parts, programme, plan, department, from, notes, accept, updates, continues, aligns-with

        """),
      Finding(
        "precision: 12",
        """
        a.yaml:2:14: error: 'precision' must be between 0 and 9, not 12 [field.invalid-value]
            2 |   precision: 12
              |              ^~

        """),
      Finding(
        "judgement: {status: ontrack}",
        """
        a.yaml:2:23: error: 'status' must be 'achieved', 'achieved-early', 'held', 'ahead', 'on-track', \
        'started', 'improving', 'back-within', 'behind', 'reversing', 'missed', 'breached', 'worsening', 'little-change', 'no-data', \
        'not-assessable' or 'planned', not 'ontrack' \
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
        a.yaml:3:14: error: 'revisions' must be a list of mappings, not text [field.wrong-type]
            3 |   revisions: 5
              |              ^
        a.yaml:4:11: error: '当年' is not a period [indicator.period]
            4 |   breaks: 当年
              |           ^~~~
        hint: write a year such as 2021, or 2021-06, 2021 Q3, 2021 H1, 2021/22, 2009-2011

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

  @Test("A method of assessment that does not exist is an error")
  func assessBy() throws {
    #expect(
      try rows("- {name: n, assess-by: [time, grwth]}\n").findings == """
        a.yaml:1:31: error: 'assess-by' must be 'time' or 'growth', not 'grwth' [field.invalid-value]
            1 | - {name: n, assess-by: [time, grwth]}
              |                               ^~~~~
        hint: did you mean 'growth'?

        """)
    #expect(try rows("- {name: n, assess-by: speed}\n").findings.hasSuffix("hint: write 'assess-by: [time, growth]'\n"))
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
        a.yaml:2:3: error: an indicator must be lines of 'key: value', not text [field.wrong-type]
            2 | - 5
              |   ^
        hint: put ': ' between each key and its value

        """)
  }
}
