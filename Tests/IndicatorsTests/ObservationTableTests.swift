import DataFormats
import Diagnostics
import Indicators
import Testing

@Suite("Observations in CSV")
struct ObservationTableTests {
  /// The observations of an indicator with its own CSV file.
  private func decode(_ csv: String, _ fields: String = "unit: 人") throws -> (indicator: Indicator, findings: String) {
    let file = ObservationRows.decode(SourceText(path: "a.csv", text: csv))
    let (indicator, findings) = try resolved("- {name: n, \(fields)}\n", file: file.value)
    return (indicator, printed(file.diagnostics) + findings)
  }

  /// `2021: 1.0, 2022: missing`.
  private func outline(_ observations: [Observation]) -> String {
    observations.map { "\($0.period): \($0.value.map { NumberFormat.text($0, .chinese) } ?? "missing")" }
      .joined(separator: ", ")
  }

  @Test("Total rows are the headline, the others form series by their dimensions; source and note are not dimensions")
  func layout() throws {
    // A byte order mark, CRLF, quoted cells with commas, quotes and line breaks.
    let (indicator, findings) = try decode(
      "\u{FEFF}Year,Sex,Region,Source,Note,Value\r\n2022,,,NBS,,7.50\r\n2021,,,NBS,\"estimate, \"\"early\"\"\r\nagain\",6.3\r\n"
        + "2021,Female,,,,6\r\n2021,Female,East,,,5\r\n2022,Female,,,,\r\n2020,Female,,,,\"4\"\r\n")
    #expect(findings == "")
    let read = indicator
    #expect(outline(read.observations) == "2021: 6.3, 2022: 7.50")
    #expect(read.observations.map(\.note) == ["estimate, \"early\"\r\nagain", nil])
    #expect(read.observations.map(\.source) == ["NBS", "NBS"])
    #expect(read.series.count == 2)
    #expect(read.series[0].dimensions.map { "\($0.name)=\($0.value)" } == ["Sex=Female"])
    #expect(outline(read.series[0].observations) == "2020: 4, 2021: 6, 2022: missing")
    #expect(read.series[1].dimensions.map { "\($0.name)=\($0.value)" } == ["Sex=Female", "Region=East"])
    #expect(outline(read.series[1].observations) == "2021: 5")
  }

  @Test("Every spelling of a period, other column names, spaces around cells")
  func periods() throws {
    let (indicator, findings) = try decode(
      "PERIOD, comment , value\n2021-06, a , 1 \n2021 Q3,,2\n2021/22,,3\n\n2021,,4\n")
    #expect(findings == "")
    #expect(outline(indicator.observations) == "2021-06: 1, 2021 Q3: 2, 2021: 4, 2021/22: 3")
    #expect(indicator.observations.first?.note == "a")
  }

  @Test("A header alone is a table without rows")
  func empty() throws {
    let (indicator, findings) = try decode("Year,Value\n")
    #expect(findings == "")
    #expect(indicator.observations.isEmpty)
  }

  @Test("An invalid period or number, a repeated row, a ragged row: each is reported and the rest is read")
  func findings() throws {
    let (indicator, findings) = try decode(
      """
      Year,Sex,Value
      2021,,"1,234"
      2021X,,5
      2022,,5
      2022,,6
      2022,F,6
      2022,F,约7
      2022,F,7
      ,,7
      2023,8
      2024,,15%
      2025,,9
      """)
    #expect(outline(indicator.observations) == "2022: 5, 2025: 9")
    #expect(indicator.series.map { outline($0.observations) } == ["2022: 6"])
    #expect(
      findings == """
        a.csv:2:7: error: '1,234' is not a number [csv.invalid-number]
            2 | 2021,,"1,234"
              |       ^~~~~~~
        hint: write 1234 if the comma groups thousands, or 1.234 if it begins the decimals
        a.csv:7:8: error: '约7' is not a number [csv.invalid-number]
            7 | 2022,F,约7
              |        ^~~
        hint: write 7, and '约7' as its note
        a.csv:10:1: error: this row has 2 cells, but the header has 3 [csv.ragged-row]
           10 | 2023,8
              | ^~~~~~
        hint: add the missing commas; an empty cell needs its comma, too
        a.csv:11:7: error: '15%' is not a number [csv.invalid-number]
           11 | 2024,,15%
              |       ^~~
        hint: write the number without '%', which belongs in the unit
        a.csv:3:1: error: '2021X' is not a period [csv.invalid-period]
            3 | 2021X,,5
              | ^~~~~
        hint: write a year such as 2021, or 2021-06, 2021 Q3, 2021 H1, 2021/22, 2009-2011
        a.csv:5:1: error: line 4 already has a value for 2022 [csv.duplicate-observation]
            5 | 2022,,6
              | ^~~~
        hint: remove one of the lines, or add a column that distinguishes them
        a.csv:8:1: error: line 6 already has a value for 2022 [csv.duplicate-observation]
            8 | 2022,F,7
              | ^~~~
        hint: remove one of the lines, or add a column that distinguishes them
        a.csv:9:1: error: the line has no period [csv.invalid-period]
            9 | ,,7
              | ^
        hint: write a year such as 2021, or 2021-06, 2021 Q3, 2021 H1, 2021/22, 2009-2011

        """)
  }

  @Test("Two spellings of one period are duplicates")
  func sameKey() throws {
    #expect(
      try decode("Year,Value\n2021/22,1\n2021/2022,2\n").findings == """
        a.csv:3:1: error: line 2 already has a value for 2021/2022 [csv.duplicate-observation]
            3 | 2021/2022,2
              | ^~~~~~~~~
        hint: remove one of the lines, or add a column that distinguishes them

        """)
  }

  @Test("Columns that the register calls attributes are kept with their values and do not divide the total")
  func attributes() throws {
    let (indicator, findings) = try decode(
      "Year,OBS_STATUS,Sex,COMMENT_OBS,Value\n2021,E,,estimate,1\n2022,,,,2\n2021,A,F,,3\n",
      "attributes: [OBS_STATUS]")
    #expect(findings == "")
    #expect(outline(indicator.observations) == "2021: 1, 2022: 2")
    #expect(indicator.observations.map { $0.attributes.map { "\($0.name)=\($0.value)" } } == [["OBS_STATUS=E"], []])
    #expect(indicator.observations.map(\.note) == ["estimate", nil])
    #expect(indicator.series.map { $0.dimensions.map(\.value) } == [["F"]])
    #expect(indicator.series[0].observations[0].attributes.map(\.value) == ["A"])
  }

  @Test("Units and series that are the same in all rows, or the indicator's own, do not divide the total")
  func unitsAndSeries() throws {
    let one = try decode("Year,Units,Series,Value\n2021,PERCENT,A,1\n2022,PERCENT,A,2\n", "unit: percent")
    #expect(one.findings == "")
    #expect(outline(one.indicator.observations) == "2021: 1, 2022: 2")
    #expect(one.indicator.series.isEmpty)
  }

  @Test("A file without a total row is a warning; a column that the file does not have is an error")
  func headlineFindings() throws {
    #expect(
      try decode("Year,Sex,Value\n2021,A,1\n2021,B,2\n").findings == """
        a.csv:1:1: warning: no total row (all dimension cells blank), so the indicator has no headline value [csv.no-headline]
            1 | Year,Sex,Value
              | ^
        hint: leave the cells between Year and Value blank in the total rows, or say in the register which rows are the total: 'headline: {Sex: A}'

        """)
    #expect(
      try decode("Year,OBS_STATUS,Value\n2021,A,1\n", "attributes: [OBS_STATSU], headline: {Sex: F}").findings == """
        a.yaml:1:26: error: the indicator's CSV file has no column 'OBS_STATSU' [csv.unknown-column]
            1 | - {name: n, attributes: [OBS_STATSU], headline: {Sex: F}}
              |                          ^~~~~~~~~~
        hint: did you mean 'OBS_STATUS'?
        a.yaml:1:50: error: the indicator's CSV file has no column 'Sex' [csv.unknown-column]
            1 | - {name: n, attributes: [OBS_STATSU], headline: {Sex: F}}
              |                                                  ^~~

        """)
  }

  @Test("A table needs a period and a value column")
  func missingColumns() throws {
    let (indicator, findings) = try decode("Yaer,Amount\n2021,5\n")
    #expect(indicator.observations.isEmpty)
    #expect(
      findings == """
        a.csv:1:1: error: there is no column 'Value' [csv.missing-column]
            1 | Yaer,Amount
              | ^~~~
        hint: the first line must name the columns: Year first, Value last
        a.csv:1:1: error: there is no column 'Year' [csv.missing-column]
            1 | Yaer,Amount
              | ^~~~
        hint: rename column 'Yaer' to 'Year'

        """)
    #expect(ObservationRows.decode(SourceText(path: "a.csv", text: "")).value == nil)
  }
}
