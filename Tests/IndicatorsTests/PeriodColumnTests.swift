import DataFormats
import Diagnostics
import Indicators
import Testing
import Words

/// The periods of a data file, whose whole column says what they are.
@Suite("Period columns")
struct PeriodColumnTests {
  /// Reads a file with one row for each text.
  private func read(_ texts: [String], _ fields: String = "unit: t") throws -> (indicator: Indicator, findings: String)
  {
    let rows = texts.enumerated().map { "\"\($1)\",\($0 + 1)\n" }.joined()
    return try decode("Year,Value\n" + rows, fields)
  }

  private func decode(_ csv: String, _ fields: String = "unit: t") throws -> (indicator: Indicator, findings: String) {
    let file = ObservationRows.decode(SourceText(path: "a.csv", text: csv))
    let (indicator, findings) = try resolved("- {name: n, \(fields)}\n", file: file.value)
    return (indicator, printed(file.diagnostics) + findings)
  }

  @Test("31 December beside years is that year; beside other days it is a day")
  func yearEnds() throws {
    #expect(try read(["2021", "2022-12-31"]).indicator.observations.map(\.period.description) == ["2021", "2022"])
    #expect(
      try read(["2021", "2022-06-30", "2022-12-31"]).indicator.observations.map(\.period.description)
        == ["2021", "2022-06-30", "2022-12-31"])
  }

  @Test(
    "A period that can only be one thing, however it is written",
    arguments: [
      ("2021", "2021", "2021", 2022.0), ("2021.0", "2021", "2021", 2022), ("２０２１", "2021", "2021", 2022),
      ("2021年", "2021", "2021", 2022), ("2021年度", "2021", "2021", 2022), ("2021年6月", "2021-06", "June 2021", 2021.5),
      ("2021-6", "2021-06", "June 2021", 2021.5), ("1993 01", "1993-01", "January 1993", 1993.0833333333333),
      ("June 2021", "2021-06", "June 2021", 2021.5), ("Jun-2021", "2021-06", "June 2021", 2021.5),
      ("2021 Jun", "2021-06", "June 2021", 2021.5), ("2021M06", "2021-06", "June 2021", 2021.5),
      ("2021-06", "2021-06", "June 2021", 2021.5), ("2021/06", "2021-06", "June 2021", 2021.5),
      ("2021 Q3", "2021 Q3", "Q3 2021", 2021.75), ("Q3 2021", "2021 Q3", "Q3 2021", 2021.75),
      ("2021-Q3", "2021 Q3", "Q3 2021", 2021.75), ("2021年第三季度", "2021 Q3", "Q3 2021", 2021.75),
      ("2023 H1", "2023 H1", "H1 2023", 2023.5), ("2023年上半年", "2023 H1", "H1 2023", 2023.5),
      ("2023下半年", "2023 H2", "H2 2023", 2024), ("H2 2023", "2023 H2", "H2 2023", 2024),
      ("2021-06-30", "2021-06-30", "30 June 2021", 2021.5),
      ("2021-06-30 00:00:00", "2021-06-30", "30 June 2021", 2021.5),
      ("2021年6月30日", "2021-06-30", "30 June 2021", 2021.5),
      ("2005/06", "2005/06", "2005/06", 2006.25), ("2012-13", "2012-13", "2012-13", 2013.25),
      ("2012–13", "2012–13", "2012–13", 2013.25), ("FY2024", "FY2024", "FY2024", 2024.25),
      ("FY2012-13", "FY2012-13", "FY2012-13", 2013.25), ("2009-2011", "2009-2011", "2009-2011", 2012),
      ("2009–2011", "2009–2011", "2009–2011", 2012), ("2009 — 2011", "2009—2011", "2009—2011", 2012),
      ("2011 to 2015", "2011 to 2015", "2011 to 2015", 2016), ("2017/2019", "2017/2019", "2017/2019", 2020),
      ("2007/08 to 2008/09", "2007/08 to 2008/09", "2007/08 to 2008/09", 2009.25),
      ("2013/14-2015/16", "2013/14-2015/16", "2013/14-2015/16", 2016.25),
      ("2020-04 to 2021-03", "2020-04 to 2021-03", "April 2020 to March 2021", 2021.25),
      ("2023年1-9月", "2023-01 to 2023-09", "January to September 2023", 2023.75),
      ("2023年前三季度", "2023-01 to 2023-09", "January to September 2023", 2023.75),
    ] as [(String, String, String, Double)])
  func certain(_ text: String, _ written: String, _ words: String, _ end: Double) throws {
    let (indicator, findings) = try read([text])
    #expect(findings == "")
    let period = try #require(indicator.observations.first?.period)
    #expect(period.description == written)
    #expect(period.text(.english) == words)
    #expect(near(period.end, end))
    #expect(indicator.observations.first?.note == nil)
  }

  @Test(
    "What stands behind a period becomes the note",
    arguments: [
      ("2019/20 [Note 5]", "2019/20", "Note 5"), ("2021*", "2021", "*"), ("2015 (baseline)", "2015", "baseline"),
      ("2022年底", "2022", "年底"), ("2021p", "2021", "p"), ("2021 provisional", "2021", "provisional"),
      ("2011 to 2012 financial year", "2011 to 2012", "financial year"), ("2021（初步）", "2021", "初步"),
      ("2009-2011 [1]", "2009-2011", "1"),
    ] as [(String, String, String)])
  func remarks(_ text: String, _ written: String, _ note: String) throws {
    let (indicator, findings) = try read([text])
    #expect(findings == "")
    #expect(indicator.observations.map(\.period.description) == [written])
    #expect(indicator.observations.map(\.note) == [note])
  }

  @Test(
    "The whole column decides",
    arguments: [
      // Thirteen months apart: not October to December.
      (["2009-10", "2010-11", "2011-12"], "2009-10, 2010-11, 2011-12", 2010.25),
      (["2009-10", "2012-13"], "2009-10, 2012-13", 2010.25),
      (["2009-10", "2010/11"], "2009-10, 2010/11", 2010.25),
      // Means of three years.
      (["2003-05", "2004-06", "2005-07"], "2003-05, 2004-06, 2005-07", 2006),
      (["2003-05", "2006-08", "2009-11"], "2003-05, 2006-08, 2009-11", 2006),
      (["1998-00", "1999-01"], "1998-00, 1999-01", 2001),
      // Months.
      (["2009-10", "2009-09", "2009-12"], "2009-09, 2009-10, 2009-12", 2009.75),
      (["2009-10", "2009-11", "2009-12"], "2009-10, 2009-11, 2009-12", 2009.8333333333333),
      (["2009-10", "2013-10"], "2009-10, 2013-10", 2009.8333333333333),
      (["2021/06", "2021/07"], "2021-06, 2021-07", 2021.5),
      // School years and periods of two years.
      (["2012-2013", "2013-2014"], "2012-2013, 2013-2014", 2013.25),
      (["2012-2013", "2014-2015", "2016-2017"], "2012-2013, 2014-2015, 2016-2017", 2014),
      (["2012/2013"], "2012/2013", 2013.25),
    ] as [([String], String, Double)])
  func decided(_ texts: [String], _ written: String, _ end: Double) throws {
    let (indicator, findings) = try read(texts)
    #expect(findings == "")
    #expect(indicator.observations.map(\.period.description).joined(separator: ", ") == written)
    #expect(near(indicator.observations.first?.period.end, end))
  }

  @Test("An ambiguous column is one error with both readings, and 'periods' decides it")
  func ambiguous() throws {
    #expect(
      try read(["2009-10", "2015"]).findings == """
        a.csv:2:1: error: '2009-10' may be October 2009 or one year that begins in 2009, and no other period says which [csv.ambiguous-period]
            2 | "2009-10",1
              | ^~~~~~~~~
        hint: write 'periods: months' or 'periods: fiscal-years' into the indicator's entry

        """)
    #expect(
      try read(["2010-2011", "2015-2016"]).findings == """
        a.csv:2:1: error: '2010-2011' may be one year that begins in 2010 or the years from 2010 to 2011, and no other period says which [csv.ambiguous-period]
            2 | "2010-2011",1
              | ^~~~~~~~~~~
        hint: write 'periods: fiscal-years' or 'periods: ranges' into the indicator's entry

        """)
    for (stated, end) in [("months", 2009.8333333333333), ("fiscal-years", 2010.25)] {
      let (indicator, findings) = try read(["2009-10", "2015"], "periods: \(stated)")
      #expect(findings == "")
      #expect(near(indicator.observations.first?.period.end, end))
    }
    let (indicator, findings) = try read(["2010-2011", "2015-2016"], "periods: [ranges, years]")
    #expect(findings == "")
    #expect(indicator.observations.map(\.period.end) == [2012, 2017])
    #expect(
      try read(["2009-10"], "periods: month").findings == """
        a.yaml:1:22: error: 'month' is not a kind of period [field.invalid-value]
            1 | - {name: n, periods: month}
              |                      ^~~~~
        hint: did you mean 'months'?
        a.csv:2:1: error: '2009-10' may be October 2009 or one year that begins in 2009, and no other period says which [csv.ambiguous-period]
            2 | "2009-10",1
              | ^~~~~~~~~
        hint: write 'periods: months' or 'periods: fiscal-years' into the indicator's entry

        """)
  }

  @Test("In a register, months among budget years are an error")
  func register() throws {
    let text = "- name: n\n  values: {2009-10: 1, 2010-11: 2}\n"
    #expect(
      try resolved(text).findings == """
        a.yaml:2:12: error: '2009-10' may be October 2009 or one year that begins in 2009, and no other period says which [indicator.period]
            2 |   values: {2009-10: 1, 2010-11: 2}
              |            ^~~~~~~
        hint: write 'periods: months' or 'periods: fiscal-years' into the indicator's entry

        """)
    let stated = try resolved("- name: n\n  periods: fiscal-years\n  values: {2009-10: 1, 2010-11: 2}\n")
    #expect(stated.findings == "")
    #expect(stated.indicator.observations.map(\.period.end) == [2010.25, 2011.25])
    #expect(try indicator("values: {2009-10: 1}").observations.map(\.period) == [.month(2009, month: 10)])
    #expect(try indicator("values: {2009-10: 1, 2009-11: 2, 2009-12: 3}").observations.count == 3)
    #expect(try indicator("values: {2021 H1: 1, 2009-2011: 3}").observations.map(\.period.end) == [2012, 2021.5])
  }

  @Test(
    "A fiscal year begins and is named as its author says",
    arguments: [
      ("{starts: 7, named: end}", "FY2024", 2024.5), ("{starts: 7, named: start}", "FY2024", 2025.5),
      ("{starts: 10}", "FY2024", 2024.75), ("{starts: 1}", "FY2024", 2025),
      ("{starts: 9}", "2023/24", 2024.6666666666667),
      ("{starts: 7}", "2012-13", 2013.5), ("{starts: 7}", "2007/08 to 2008/09", 2009.5),
    ] as [(String, String, Double)])
  func fiscalYears(_ rule: String, _ text: String, _ end: Double) throws {
    let (indicator, findings) = try read([text], "fiscal-year: \(rule)")
    #expect(findings == "")
    #expect(indicator.observations.map(\.period.description) == [text])
    #expect(near(indicator.observations.first?.period.end, end))
  }

  @Test("Baseline, target, notes and revisions of an indicator with fiscal years meet its figures")
  func fiscalEntry() throws {
    let read = try indicator(
      "fiscal-year: {starts: 7}, baseline: {year: 2020/21, value: 1}, target: {year: 2024/25, value: 5}, "
        + "values: {2020/21: 1, 2024/25: 5}, notes: {2024/25: late}, revisions: [{period: 2020/21, value: 2}], breaks: [2024/25]"
    )
    #expect(read.target?.period == read.observations.last?.period)
    #expect(read.baseline?.period == read.observations.first?.period)
    #expect(near(read.target?.period.end, 2025.5))
    #expect(read.observations.last?.note == "late")
    #expect(read.observations.first?.revisions.count == 1)
    #expect(read.breaks == [read.observations.last?.period])
    #expect(
      try resolved("- {name: n, fiscal-year: {named: end}}\n").findings == """
        a.yaml:1:26: error: a fiscal year needs 'starts' [field.missing-key]
            1 | - {name: n, fiscal-year: {named: end}}
              |                          ^~~~~~~~~~~~
        hint: write the month in which it begins, such as 'starts: 7'

        """)
  }

  @Test("Only figures whose periods follow each other are joined: overlapping ones are placed by their end")
  func neighbours() throws {
    let overlapping = try read(["2003-05", "2004-06"]).indicator.observations.map(\.period)
    #expect(overlapping.map(\.middle) == [2005.5, 2006.5])
    #expect(overlapping[0].overlaps(overlapping[1]) && !overlapping[0].isFollowed(by: overlapping[1]))
    let following = try read(["2003-05", "2006-08"]).indicator.observations.map(\.period)
    #expect(!following[0].overlaps(following[1]) && following[0].isFollowed(by: following[1]))
    let years = try read(["2003", "2003-05"], "periods: ranges").indicator.observations.map(\.period)
    #expect(years[0].overlaps(years[1]) && !years[0].isFollowed(by: years[1]))
  }

  @Test("A sentence in place of a year in a file without figures is a remark on the indicator")
  func sentence() throws {
    let (indicator, findings) = try decode("Year,Value\nNo data are available yet,\n")
    #expect(findings == "")
    #expect(indicator.observations.isEmpty && indicator.leftOutLines.isEmpty)
    #expect(indicator.notes == ["No data are available yet"])
    #expect(
      try decode("Year,Value\nNo data are available yet,\n2021,5\n").findings == """
        a.csv:2:1: error: 'No data are available yet' is not a period [csv.invalid-period]
            2 | No data are available yet,
              | ^~~~~~~~~~~~~~~~~~~~~~~~~
        hint: write a year such as 2021, or 2021-06, 2021 Q3, 2021 H1, 2021/22, 2009-2011

        """)
  }

  @Test(
    "A text that would be read as what it is not is no period",
    arguments: [
      "2021 and 2022", "2020 (Jan-Mar)", "2021 spring", "21", "2021-13", "2021/2121", "2021-2019", "before 2020",
      "2021年13月",
      "2021-02-30", "FY2012-2014", "2021 (1st quarter)",
    ])
  func refused(_ text: String) throws {
    let (indicator, findings) = try read([text, "2021"])
    #expect(findings.contains("'\(text)' is not a period [csv.invalid-period]"))
    #expect(indicator.observations.map(\.period) == [.year(2021)])
    #expect(indicator.leftOutLines == [2])
  }

  @Test("Equal rows are a warning; an empty column without a name is ignored")
  func equalRows() throws {
    let (indicator, findings) = try decode("Year,,Value,\n2021,,5,\n2021,,5,\n")
    #expect(indicator.observations.count == 1 && indicator.leftOutLines.isEmpty)
    #expect(
      findings == """
        a.csv:3:1: warning: line 2 already has the same value for 2021 [csv.duplicate-observation]
            3 | 2021,,5,
              | ^~~~
        hint: remove one of the lines

        """)
    #expect(
      try decode("Year,,Value\n2021,x,5\n").findings.hasPrefix("a.csv:1:6: error: column 2 has no name [csv.syntax]\n"))
  }

  @Test("Russian months without a day are in the nominative")
  func russianMonths() throws {
    let range = try #require(Period("2023-01 to 2023-09"))
    #expect(range.text(BuiltInWords.file("ru").language()) == "январь–сентябрь 2023 года")
  }
}
