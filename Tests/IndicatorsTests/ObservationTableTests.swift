import DataFormats
import Diagnostics
import Indicators
import Testing

@Suite("Observations in CSV")
struct ObservationTableTests {
  private func decode(_ csv: String) -> (table: ObservationTable?, findings: String) {
    let checked = ObservationTable.decode(SourceText(path: "a.csv", text: csv))
    return (checked.value, printed(checked.diagnostics))
  }

  /// `2021: 1.0, 2022: missing`.
  private func outline(_ observations: [Observation]) -> String {
    observations.map { "\($0.period): \($0.value.map { NumberFormat.text($0) } ?? "missing")" }
      .joined(separator: ", ")
  }

  @Test("The all-blank rows are the headline, the others series by their dimensions; source and note are no dimensions")
  func layout() throws {
    // A byte order mark, CRLF, quoted cells with commas, quotes and line breaks.
    let (table, findings) = decode(
      "\u{FEFF}Year,Sex,Region,Source,Note,Value\r\n2022,,,NBS,,7.50\r\n2021,,,NBS,\"estimate, \"\"early\"\"\r\nagain\",6.3\r\n"
        + "2021,Female,,,,6\r\n2021,Female,East,,,5\r\n2022,Female,,,,\r\n2020,Female,,,,\"4\"\r\n")
    #expect(findings == "")
    let read = try #require(table)
    #expect(outline(read.headline) == "2021: 6.3, 2022: 7.50")
    #expect(read.headline.map(\.note) == ["estimate, \"early\"\r\nagain", nil])
    #expect(read.headline.map(\.source) == ["NBS", "NBS"])
    #expect(read.series.count == 2)
    #expect(read.series[0].dimensions.map { "\($0.name)=\($0.value)" } == ["Sex=Female"])
    #expect(outline(read.series[0].observations) == "2020: 4, 2021: 6, 2022: missing")
    #expect(read.series[1].dimensions.map { "\($0.name)=\($0.value)" } == ["Sex=Female", "Region=East"])
    #expect(outline(read.series[1].observations) == "2021: 5")
  }

  @Test("Every spelling of a period, other names of the columns, spaces around cells")
  func periods() throws {
    let (table, findings) = decode("PERIOD, comment , value\n2021-06, a , 1 \n2021 Q3,,2\n2021/22,,3\n\n2021,,4\n")
    #expect(findings == "")
    #expect(outline(try #require(table).headline) == "2021-06: 1, 2021 Q3: 2, 2021: 4, 2021/22: 3")
    #expect(table?.headline.first?.note == "a")
  }

  @Test("A header alone is a table without rows")
  func empty() throws {
    let (table, findings) = decode("Year,Value\n")
    #expect(findings == "")
    #expect(try #require(table).headline.isEmpty)
  }

  @Test("A wrong period, a wrong number, a row twice, a ragged row: each is named, the rest is read")
  func findings() throws {
    let (table, findings) = decode(
      """
      Year,Sex,Value
      2021,,"1,234"
      2021年,,5
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
    #expect(outline(try #require(table).headline) == "2022: 5, 2025: 9")
    #expect(table?.series.map { outline($0.observations) } == ["2022: 6"])
    #expect(
      findings == """
        a.csv:2:7: error: '1,234' is no number [csv.invalid-number]
            2 | 2021,,"1,234"
              |       ^~~~~~~
        hint: write 1234
        a.csv:3:1: error: '2021年' is no period [csv.invalid-period]
            3 | 2021年,,5
              | ^~~~~~
        hint: write a year such as 2021, or 2021-06, 2021 Q3, 2021/22
        a.csv:5:1: error: a value for 2022 is already in line 4 [csv.duplicate-observation]
            5 | 2022,,6
              | ^~~~
        hint: keep one of the two lines, or tell them apart in a column of their own
        a.csv:7:8: error: '约7' is no number [csv.invalid-number]
            7 | 2022,F,约7
              |        ^~~
        hint: leave the cell empty where there is no value
        a.csv:8:1: error: a value for 2022 is already in line 6 [csv.duplicate-observation]
            8 | 2022,F,7
              | ^~~~
        hint: keep one of the two lines, or tell them apart in a column of their own
        a.csv:9:1: error: the row has no period [csv.invalid-period]
            9 | ,,7
              | ^
        hint: write a year such as 2021, or 2021-06, 2021 Q3, 2021/22
        a.csv:10:1: error: this row has 2 cells, but the header has 3 [csv.ragged-row]
           10 | 2023,8
              | ^~~~~~
        hint: add the missing commas; an empty cell is nothing between two
        a.csv:11:7: error: '15%' is no number [csv.invalid-number]
           11 | 2024,,15%
              |       ^~~
        hint: write the number alone; the per cent sign belongs to the unit

        """)
  }

  @Test("The same year in two spellings is the same key")
  func sameKey() {
    #expect(
      decode("Year,Value\n2021/22,1\n2021/2022,2\n").findings == """
        a.csv:3:1: error: a value for 2021/22 is already in line 2 [csv.duplicate-observation]
            3 | 2021/2022,2
              | ^~~~~~~~~
        hint: keep one of the two lines, or tell them apart in a column of their own

        """)
  }

  @Test("A table without its columns is none")
  func missingColumns() {
    let (table, findings) = decode("Yaer,Amount\n2021,5\n")
    #expect(table == nil)
    #expect(
      findings == """
        a.csv:1:1: error: there is no column 'Value' [csv.missing-column]
            1 | Yaer,Amount
              | ^~~~
        hint: the first line names the columns: Year first, Value last
        a.csv:1:1: error: there is no column 'Year' [csv.missing-column]
            1 | Yaer,Amount
              | ^~~~
        hint: did you mean 'Yaer'? Its heading must be 'Year'

        """)
    #expect(decode("").table == nil)
  }
}
