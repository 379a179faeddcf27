import DataFormats
import Diagnostics
import Indicators
import Testing

@Suite("Status and range of a figure")
struct ObservationQualityTests {
  private func decode(_ csv: String) throws -> (indicator: Indicator, findings: String) {
    let file = ObservationRows.decode(SourceText(path: "a.csv", text: csv))
    let (indicator, findings) = try resolved("- {name: n, unit: 人}\n", file: file.value)
    return (indicator, printed(file.diagnostics) + findings)
  }

  @Test("English and Chinese columns and words mean the same")
  func columns() throws {
    for csv in [
      "Year,Status,Low,High,Value\n2021,provisional,4,6,5\n2022,Suppressed,,,\n2023,,,,7\n2024,revised,,,8\n",
      "Year,状态,下限,上限,Value\n2021,暂定,4,6,5\n2022,保密,,,\n2023,,,,7\n2024,修订,,,8\n",
    ] {
      let (indicator, findings) = try decode(csv)
      #expect(findings == "")
      #expect(indicator.observations.map(\.status) == [.provisional, .suppressed, nil, .revised])
      #expect(indicator.observations.map { $0.range?.low.value } == [4, nil, nil, nil])
      #expect(indicator.observations.map { $0.range?.high.value } == [6, nil, nil, nil])
      #expect(indicator.observations.map { $0.value?.value } == [5, nil, 7, 8])
      #expect(indicator.series.isEmpty)
    }
  }

  @Test("Registers write them beside the value")
  func register() throws {
    let read = try indicator(
      "values: {2021: 5, 2022: {value: 5, status: 估计, low: 4.5, high: 6}, 2023: {status: suppressed}}")
    #expect(read.observations.map(\.status) == [nil, .estimated, .suppressed])
    #expect(read.observations[1].range?.low.decimals == 1)
  }

  @Test("An unknown word, a suppressed figure with a value, and four invalid ranges are errors")
  func findings() throws {
    let (_, findings) = try decode(
      """
      Year,Status,Low,High,Value
      2021,provisonal,,,5
      2022,suppressed,,,5
      2023,,6,4,5
      2024,,4,,5
      2025,,4,6,7
      2026,,4,6,
      2027,,four,6,5

      """)
    #expect(
      findings == """
        a.csv:2:6: error: 'provisonal' is not the status of a figure [observation.status]
            2 | 2021,provisonal,,,5
              |      ^~~~~~~~~~
        hint: did you mean 'provisional'?
        a.csv:3:19: error: the figure for 2022 is suppressed, but has the value 5 [observation.status]
            3 | 2022,suppressed,,,5
              |                   ^
        hint: remove the value, so that it is not published, or remove 'suppressed'
        a.csv:4:7: error: the range for 2023 begins above its end: 6 to 4 [observation.range]
            4 | 2023,,6,4,5
              |       ^
        hint: exchange 'low' and 'high'
        a.csv:5:7: error: the range for 2024 has only one end [observation.range]
            5 | 2024,,4,,5
              |       ^
        hint: give both 'low' and 'high', or neither
        a.csv:6:11: error: the value for 2025, 7, is outside its range, 4 to 6 [observation.range]
            6 | 2025,,4,6,7
              |           ^
        hint: check the value and the two ends
        a.csv:7:7: error: there is a range for 2026, but no value [observation.range]
            7 | 2026,,4,6,
              |       ^
        hint: add the value, or remove the range
        a.csv:8:7: error: 'four' is not a number [csv.invalid-number]
            8 | 2027,,four,6,5
              |       ^~~~
        hint: leave the cell empty if there is no range
        a.csv:8:12: error: the range for 2027 has only one end [observation.range]
            8 | 2027,,four,6,5
              |            ^
        hint: give both 'low' and 'high', or neither

        """)
  }

  @Test("For a word that is not a status of the data, the hint says what to do with the column")
  func otherColumn() throws {
    #expect(
      try decode("Year,Status,Value\n2021,employed,5\n").findings == """
        a.csv:2:6: error: 'employed' is not the status of a figure [observation.status]
            2 | 2021,employed,5
              |      ^~~~~~~~
        hint: write provisional, estimated, revised or suppressed; rename the column if it divides the total

        """)
  }

  /// From 0 (2020) to 50 (2025) the straight line expects 20 in 2022, and the tolerance of 5 % is 2.5: behind up to
  /// 17.5, ahead from 22.5.
  @Test(
    "No verdict hangs on a difference within the range",
    arguments: [
      ("{value: 15, low: 13, high: 17}", IndicatorStatus.behind, StatusReason?.none),
      ("{value: 15, low: 13, high: 18}", .onTrack, .withinRange),
      ("{value: 25, low: 23, high: 27}", .ahead, nil),
      ("{value: 25, low: 22, high: 28}", .onTrack, .withinRange),
      ("{value: 25, low: 15, high: 35}", .onTrack, .withinRange),
      ("{value: 20, low: 10, high: 30}", .onTrack, nil),
      // 40 of 50 are 80 %, ahead; 50 is reached: ahead is certain, and early is not.
      ("{value: 50, low: 40, high: 60}", .ahead, .withinRange),
      ("{value: 55, low: 51, high: 60}", .achievedEarly, nil),
      ("{value: 24, low: 23, high: 51}", .ahead, nil),
      // −1 moves away from the target and 3 is behind: behind is certain.
      ("{value: -1, low: -2, high: 3}", .behind, .withinRange),
      ("{value: -1, low: -2, high: 30}", .onTrack, .withinRange),
    ])
  func verdict(_ value: String, _ status: IndicatorStatus, _ reason: StatusReason?) throws {
    let read = try indicator(
      "baseline: {year: 2020, value: 0}, target: {year: 2025, value: 50}, values: {2022: \(value)}")
    let result = assess(read, by: AssessmentRules())
    #expect(result.status == status)
    #expect(result.reason == reason)
    #expect(result.latest?.value?.value == read.observations[0].value?.value)
  }

  @Test(
    "Where no status lies between two, a difference within the range cannot be judged",
    arguments: [
      // The target's year: 9 is missed, 11 achieved.
      ("baseline: 0, target: {year: 2022, value: 10}, values: {2022: {value: 10.2, low: 9, high: 11}}", nil),
      ("baseline: 0, target: {year: 2022, value: 10}, values: {2022: {value: 10.2, low: 10, high: 11}}", .achieved),
      ("baseline: 0, target: {year: 2022, value: 10}, values: {2022: {value: 9, low: 8, high: 9.9}}", .missed),
      // A limit of 25.
      ("kind: ceiling, target: 25, values: {2022: {value: 26, low: 24, high: 28}}", nil),
      ("kind: ceiling, target: 25, values: {2022: {value: 24, low: 23, high: 26}}", nil),
      ("kind: ceiling, target: 25, values: {2022: {value: 27, low: 26, high: 28}}", .breached),
      ("kind: ceiling, target: 25, values: {2021: {value: 26, low: 24, high: 28}, 2022: 23}", .held),
      ("kind: ceiling, target: 25, values: {2021: {value: 27, low: 26, high: 28}, 2022: 23}", .backWithin),
      // A direction, from 100 in 2020; 0.5 % a year are 1.5 in three years.
      ("baseline: 100, target: {direction: up}, values: {2023: {value: 106, low: 101, high: 111}}", nil),
      ("baseline: 100, target: {direction: up}, values: {2023: {value: 106, low: 102, high: 110}}", .improving),
      ("baseline: 100, target: {direction: up}, values: {2023: {value: 94, low: 90, high: 98}}", .worsening),
      ("baseline: 100, target: {direction: up}, values: {2023: {value: 100, low: 95, high: 105}}", nil),
      ("baseline: 100, target: {direction: up}, values: {2023: {value: 100, low: 99, high: 101}}", .littleChange),
      // Growth of 5 % a year is required; over the whole time 4 % is missed and 5.5 % achieved.
      (
        "kind: rate, baseline: {year: 2021, value: 5}, target: {year: 2022, value: 5}, values: {2022: {value: 5.2, low: 4, high: 5.5}}",
        nil
      ),
    ] as [(String, IndicatorStatus?)])
  func unclear(_ fields: String, _ status: IndicatorStatus?) throws {
    let result = try assessed(fields)
    #expect(result.status == status ?? .notAssessable)
    #expect(result.reason == (status == nil ? .withinRange : nil))
  }

  @Test("The status of a snapshot replaces status and reason alone")
  func statusOfSnapshot() throws {
    let today = try assessed("baseline: 0, target: 50, values: {2021: 30, 2022: 25, 2023: 20}")
    let then = today.withRecordedStatus("on-track", reason: nil)
    #expect(today.status == .behind && then.status == .onTrack)
    #expect(today.hasTurned && then.hasTurned)
    #expect(then.latest?.value?.value == 20 && then.progress == today.progress && then.projection == today.projection)
    #expect(today.withRecordedStatus("unheard-of", reason: nil).status == .behind)
  }

  @Test("Three figures have not turned where their ranges overlap")
  func turned() throws {
    func hasTurned(_ second: String) throws -> Bool {
      try assessed("baseline: 0, target: 50, values: {2021: 30, 2022: \(second), 2023: 20}").hasTurned
    }
    #expect(try hasTurned("25"))
    #expect(try hasTurned("{value: 25, low: 23, high: 27}"))
    #expect(!(try hasTurned("{value: 25, low: 19, high: 27}")))
  }

  @Test("The latest figure shows its status and range")
  func words() throws {
    let read = try indicator("unit: '%', values: {2022: {value: 5, status: provisional, low: 4, high: 6}}")
    #expect(IndicatorWords.latest(of: read, .english) == "5% (2022), provisional, 4%–6%")
    #expect(IndicatorWords.latest(of: read, .chinese) == "5%（2022年），初步，4%–6%")
  }

  @Test("Revisions are with the figure that replaced them")
  func revisions() throws {
    let read = try indicator(
      "values: {2021: 8, 2022: 9}, revisions: [{period: 2021, value: 7, source: A}, {period: 2021, value: 7.5}]"
    )
    #expect(read.observations.map { $0.revisions.map(\.value.value) } == [[7, 7.5], []])
  }
}
