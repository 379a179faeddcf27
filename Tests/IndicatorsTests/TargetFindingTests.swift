import Indicators
import Testing

@Suite("Registers: findings about baselines and targets")
struct TargetFindingTests {
  @Test(
    "Each finding names its location and what to type",
    arguments: [
      Finding(
        "target: 5名左右",
        """
        a.yaml:2:11: error: 'target' must be a number or a mapping, not '5名左右' [field.wrong-type]
            2 |   target: 5名左右
              |           ^~~~~~~
        hint: write 'target: {value: 5, approx: true}', and 'unit: 名'

        """),
      Finding(
        "target: 1,500",
        """
        a.yaml:2:11: error: 'target' must be a number or a mapping, not '1,500' [field.wrong-type]
            2 |   target: 1,500
              |           ^~~~~
        hint: write 1500 if the comma groups thousands, or 1.500 if it begins the decimals

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
        a.yaml:2:11: error: a target must be lines of 'key: value', not a list [field.wrong-type]
            2 |   target: [1]
              |           ^~~
        hint: put ': ' between each key and its value

        """),
      Finding(
        "target: {year: 2025年, value: 3}",
        """
        a.yaml:2:18: error: '2025年' is not a period [indicator.period]
            2 |   target: {year: 2025年, value: 3}
              |                  ^~~~~~
        hint: write '2025'

        """),
      Finding(
        "baseline: 0\n  target: {change: -50%}",
        """
        a.yaml:3:11: error: a change in per cent needs a baseline other than 0 [indicator.target]
            3 |   target: {change: -50%}
              |           ^~~~~~~~~~~~~~
        hint: write what the target should reach: 'value: …'

        """),
      Finding(
        "target: {change: -50 %}",
        """
        a.yaml:2:11: error: a target that is a change needs a baseline [indicator.target]
            2 |   target: {change: -50 %}
              |           ^~~~~~~~~~~~~~~
        hint: add 'baseline: {year: …, value: …}', or set 'kind: increase'

        """),
      Finding(
        "baseline: 3\n  target: {change: half%}",
        """
        a.yaml:3:20: error: 'change' must be a number or a number with %, not 'half%' [field.wrong-type]
            3 |   target: {change: half%}
              |                    ^~~~~
        hint: write 'change: "-50%"' for half of the baseline

        """),
      Finding(
        "kind: increase\n  target: {change: 20%}",
        """
        a.yaml:3:11: error: a change in per cent needs a level that it starts from, and this is 'kind: increase' [indicator.kind]
            3 |   target: {change: 20%}
              |           ^~~~~~~~~~~~~
        hint: use 'kind: level' with a baseline, or write what it should reach: 'value: …'

        """),
      Finding(
        "target: {between: 25}",
        """
        a.yaml:2:21: error: 'between' must be a list of two numbers [field.wrong-type]
            2 |   target: {between: 25}
              |                     ^~
        hint: write 'between: [25, 30]'

        """),
      Finding(
        "target: {between: [30, 25]}",
        """
        a.yaml:2:21: error: the range of 'between' must begin below its end [field.invalid-value]
            2 |   target: {between: [30, 25]}
              |                     ^~~~~~~~
        hint: write 'between: [25, 30]'

        """),
      Finding(
        "target: {between: [25, 30], comparator: \">=\"}",
        """
        a.yaml:2:11: error: a range needs no comparator, and this one has '>=' [field.conflicting-keys]
            2 |   target: {between: [25, 30], comparator: ">="}
              |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        hint: remove 'comparator'

        """),
      Finding(
        "kind: floor\n  target: {between: [25, 30]}",
        """
        a.yaml:3:11: error: a range is the target of a level, and this is 'kind: floor' [indicator.kind]
            3 |   target: {between: [25, 30]}
              |           ^~~~~~~~~~~~~~~~~~~
        hint: remove 'kind', or write one number: 'value: …'

        """),
      Finding(
        "kind: increase\n  target: {every: 50}",
        """
        a.yaml:3:11: error: a target for every period needs values that are each for their own period [indicator.target]
            3 |   target: {every: 50}
              |           ^~~~~~~~~~~
        hint: add 'measure: annual', and give each value for its own year

        """),
      Finding(
        "targets: [{year: 2023, value: 5}]\n  target: {every: 50}",
        """
        a.yaml:3:11: error: the targets are partly for every period and partly for their own time [field.conflicting-keys]
            3 |   target: {every: 50}
              |           ^~~~~~~~~~~
        hint: write 'every' in all of them, or in none

        """),
      Finding(
        "target: {value: 3, earlier: [{value: 4}]}",
        """
        a.yaml:2:32: error: an earlier target needs 'until', the month in which it was changed [field.missing-key]
            2 |   target: {value: 3, earlier: [{value: 4}]}
              |                                ^~~~~~~~~~
        hint: add 'until: 2026-03'

        """),
      Finding(
        "target: {value: 3, earlier: [{until: 2026-03, why: x}]}",
        """
        a.yaml:2:32: error: an earlier target must say what was different [field.missing-key]
            2 |   target: {value: 3, earlier: [{until: 2026-03, why: x}]}
              |                                ^~~~~~~~~~~~~~~~~~~~~~~~
        hint: add what the target was: 'value: …'

        """),
      Finding(
        "target: {value: 3, earlier: [{value: 4, until: 2026-03}, {value: 5, until: 2026-03}]}",
        """
        a.yaml:2:60: error: two entries of 'earlier' end in 2026-03 [indicator.target]
            2 |   target: {value: 3, earlier: [{value: 4, until: 2026-03}, {value: 5, until: 2026-03}]}
              |                                                            ^~~~~~~~~~~~~~~~~~~~~~~~~~
          a.yaml:2:32: the other entry is here
        hint: give each change its own time, such as 'until: 2026-03-15'

        """),
      Finding(
        "target: 3\n  retired: {why: x}",
        """
        a.yaml:3:12: error: 'retired' needs 'on' [field.missing-key]
            3 |   retired: {why: x}
              |            ^~~~~~~~
        hint: add the month: 'on: 2026-03'

        """),
      Finding(
        "target: {year: 2025}",
        """
        a.yaml:2:11: error: a target needs 'value', 'change', 'between', 'every', 'text' or 'direction' [field.missing-key]
            2 |   target: {year: 2025}
              |           ^~~~~~~~~~~~
        hint: add 'value: …'

        """),
      Finding(
        "target: {value: 3, text: 提高}",
        """
        a.yaml:2:11: error: a target has 'value' and 'text' [field.conflicting-keys]
            2 |   target: {value: 3, text: 提高}
              |           ^~~~~~~~~~~~~~~~~~~~~~
        hint: keep one of them

        """),
      Finding(
        "target: {value: 约3}",
        """
        a.yaml:2:19: error: 'value' must be a number, not '约3' [field.wrong-type]
            2 |   target: {value: 约3}
              |                   ^~~
        hint: write 'target: {value: 3, approx: true}'

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
        hint: write a year such as 2021, or 2021-06, 2021 Q3, 2021 H1, 2021/22, 2009-2011

        """),
      Finding(
        "kind: milestone\n  target: {year: 2025, value: 1}",
        """
        a.yaml:3:11: error: a milestone is done or not done; remove 'value' [indicator.kind]
            3 |   target: {year: 2025, value: 1}
              |           ^~~~~~~~~~~~~~~~~~~~~~

        """),
      Finding(
        "kind: milestone\n  target: {year: 2025, text: x}\n  due: 2024-06-30",
        """
        a.yaml:4:8: error: 'due' and 'target' both say when the milestone is due [field.conflicting-keys]
            4 |   due: 2024-06-30
              |        ^~~~~~~~~~
        hint: remove one of them; steps on the way belong in 'targets: [{year: …, text: …}]'

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
        hint: write a year such as 2021, or 2021-06, 2021 Q3, 2021 H1, 2021/22, 2009-2011

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
        "baseline: {year: 2020}",
        """
        a.yaml:2:13: error: a baseline needs 'value' [field.missing-key]
            2 |   baseline: {year: 2020}
              |             ^~~~~~~~~~~~
        hint: add 'value: …'

        """),
      Finding(
        "target: {year: 2025}",
        """
        a.yaml:2:11: error: a target needs 'value', 'change', 'between', 'every', 'text' or 'direction' [field.missing-key]
            2 |   target: {year: 2025}
              |           ^~~~~~~~~~~~
        hint: add 'value: …'

        """),
      Finding(
        "baseline: 约3",
        """
        a.yaml:2:13: error: 'baseline' must be a number, not '约3' [field.wrong-type]
            2 |   baseline: 约3
              |             ^~~
        hint: write 3, and '约3' as its note

        """),
      Finding(
        "target: 3\n  judgement: {status: missed, by: me}",
        """
        a.yaml:3:14: error: 'judgement' only applies to a target without a number [indicator.target]
            3 |   judgement: {status: missed, by: me}
              |              ^~~~~~~~~~~~~~~~~~~~~~~~
        hint: remove 'judgement': the status follows from the figures

        """),
    ])
  func decoding(_ finding: Finding) throws {
    #expect(try rows("- name: n\n  \(finding.fields)\n").findings == finding.findings)
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
        hint: remove one of them; if the first was changed, keep the new one and add what it was: 'earlier: [{value: 3, until: 2026-03, why: …}]'

        """),
      Finding(
        "target: {value: 3, earlier: [{value: 3.0, until: 2026-03}]}",
        """
        a.yaml:2:32: error: the target of 'n' until 2026-03 is the same as after it [indicator.target]
            2 |   target: {value: 3, earlier: [{value: 3.0, until: 2026-03}]}
              |                                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
        hint: write what it was, or remove the entry

        """),
      Finding(
        "targets: [{year: 2023, value: 2, earlier: [{value: 1, until: 2022-03}]}]\n  target: 3",
        """
        a.yaml:2:13: error: only the last target of 'n' may have 'earlier' [indicator.target]
            2 |   targets: [{year: 2023, value: 2, earlier: [{value: 1, until: 2022-03}]}]
              |             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        hint: write the earlier path into the last target: 'earlier: [{targets: [{year: …, value: …}], until: 2026-03, why: …}]'

        """),
    ])
  func resolving(_ finding: Finding) throws {
    let yaml = "- name: n\n  \(finding.fields)\n"
    #expect(try rows(yaml).findings == "")
    #expect(try resolved(yaml).findings == finding.findings)
  }
}
