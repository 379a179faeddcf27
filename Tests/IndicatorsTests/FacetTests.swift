import DataFormats
import Diagnostics
import Indicators
import Testing

/// Units, series and parts of a data file: a value never loses what it is.
@Suite("Columns, units and series")
struct FacetTests {
  private func decode(_ csv: String, _ fields: String = "unit: t") throws -> (indicator: Indicator, findings: String) {
    let file = ObservationRows.decode(SourceText(path: "a.csv", text: csv))
    let (indicator, findings) = try resolved("- {name: n, \(fields)}\n", file: file.value)
    return (indicator, printed(file.diagnostics) + findings)
  }

  private func outline(_ indicator: Indicator) -> String {
    func values(_ observations: [Observation]) -> String {
      observations.map { "\($0.period)=\($0.value.map { NumberFormat.data($0) } ?? "")" }.joined(separator: " ")
    }
    let parts = indicator.series.map { part in
      "\(part.dimensions.map { "\($0.name)=\($0.value)" }.joined(separator: ","))(\(values(part.observations)))"
    }
    return ([indicator.unit ?? "no unit", values(indicator.observations)] + parts).joined(separator: " | ")
  }

  private func outlines(_ indicator: Indicator) -> [String] {
    [outline(indicator)]
      + indicator.facets.map { facet in
        "\(facet.cells.map { "\($0.name)=\($0.value)" }.joined(separator: ",")): \(outline(facet.indicator))"
      }
  }

  @Test("Several units: each has its own headline and parts, and the indicator's own leads")
  func units() throws {
    let csv = "Year,Units,Sex,Value\n2021,Percent,,1\n2021,Persons,,90\n2021,Percent,F,2\n2021,Persons,F,40\n"
    let (indicator, findings) = try decode(csv, "unit: \"%\"")
    #expect(findings == "")
    #expect(outlines(indicator) == ["% | 2021=1 | Sex=F(2021=2)", "Units=Persons: Persons | 2021=90 | Sex=F(2021=40)"])
    let other = try decode(csv, "unit: people, headline: {Units: Persons}")
    #expect(other.findings == "")
    #expect(
      outlines(other.indicator) == [
        "people | 2021=90 | Sex=F(2021=40)", "Units=Percent: Percent | 2021=1 | Sex=F(2021=2)",
      ])
  }

  @Test("A value is never shown with a unit that is not its own")
  func foreignUnit() throws {
    let csv = "Year,Units,Value\n2021,Persons,118299\n"
    let (indicator, findings) = try decode(csv, "unit: \"%\"")
    #expect(outlines(indicator) == ["Persons | 2021=118299"])
    #expect(
      findings == """
        a.csv:1:1: warning: the values are in 'Persons', but the unit of 'n' is '%' [csv.unit]
            1 | Year,Units,Value
              | ^
        hint: write 'unit: Persons', or 'headline: {Units: Persons}' if the two are the same

        """)
    #expect(
      try decode(csv, "unit: \"%\", target: 5").findings.hasPrefix("a.csv:1:1: error: the values are in 'Persons'"))
    #expect(try decode(csv, "unit: 人, headline: {Units: Persons}").findings == "")
    #expect(outlines(try decode(csv, "kind: level").indicator) == ["Persons | 2021=118299"])
  }

  @Test("If nothing decides which series leads, the first does, with a warning")
  func noLead() throws {
    let csv = "Year,Series,Value\n2021,A,1\n2021,B,2\n"
    let (indicator, findings) = try decode(csv)
    #expect(outlines(indicator) == ["t | 2021=1", "Series=B: t | 2021=2"])
    #expect(
      findings == """
        a.csv:1:1: warning: the file has figures of 2 units or series, and nothing says which lead, so the first do: Series: A [csv.no-headline]
            1 | Year,Series,Value
              | ^
        hint: say in the register which lead: 'headline: {Series: A}', or for example '{Series: B}'

        """)
    let stated = try decode("Year,Series,GeoCode,Value\n2021,A,,1\n2021,B,,2\n2021,B,E1,3\n", "headline: {Series: B}")
    #expect(stated.findings.contains("csv.duplicate-observation"))
  }

  @Test("Roles of columns are set once for a site, and overruled by an indicator")
  func roles() throws {
    let csv =
      "Year,Kind of unit,Source,Place,Internal,Basis,Value\n2021,t,A,East,x,,1\n2021,t,B,East,y,,2\n2021,t,B,East,y,yes,3\n"
    let (indicator, findings) = try decode(
      csv,
      "columns: {units: Kind of unit, dimensions: Source, attributes: [Place], ignore: Internal, calculation: Basis}, headline: {Source: A}"
    )
    #expect(findings == "")
    #expect(outlines(indicator) == ["t | 2021=1 | Source=B(2021=2)"])
    #expect(indicator.observations[0].attributes.map(\.value) == ["East"])
    #expect(indicator.observations[0].source == nil)
    #expect(indicator.calculationLines == [4])

    let source = SourceText(path: "a.yaml", text: "- {name: n, columns: {attributes: Sex}}\n")
    let site = SourceText(path: "site.yaml", text: "columns: {attributes: Grade, note: Sex}\n")
    let sink = DiagnosticSink()
    let settings = try #require(YAMLParser.parse(site).value)
    var reader = try #require(FieldReader(settings, in: site, describing: "the site", reportingTo: sink))
    let roles = reader.roles()
    let rows = ObservationRows.decode(
      SourceText(path: "a.csv", text: "Year,Sex,Grade,Value\n2021,F,I,1\n2022,M,II,2\n"))
    let entry = try #require(YAMLParser.parse(source).value)
    let declaration = try #require(IndicatorRegister.decode(rows: entry, in: source, reportingTo: sink).first)
    let table = declaration.table(of: rows.value, siteRoles: roles, source: source, reportingTo: sink)
    let read = declaration.resolved(in: fiveYears, table: table, source: source, reportingTo: sink)
    #expect(printed(sink.diagnostics) == "")
    #expect(read.observations.map { $0.attributes.map(\.value) } == [["F", "I"], ["M", "II"]])
  }

  @Test(
    "Columns that only describe are known by their name or their shape",
    arguments: [
      // The cells are equal in all rows.
      ("Year,Country,Value\n2021,Chile,1\n2022,Chile,2\n", "t | 2021=1 2022=2"),
      // A code beside a name, before or after it.
      (
        "Year,Region,Code,Value\n2021,,,1\n2021,East,E12,2\n2021,West,E13,3\n",
        "t | 2021=1 | Region=East(2021=2) | Region=West(2021=3)"
      ),
      (
        "Year,Code,Region,Value\n2021,,,1\n2021,E12,East,2\n2021,E13,West,3\n",
        "t | 2021=1 | Region=East(2021=2) | Region=West(2021=3)"
      ),
      // A kind that follows from the part.
      (
        "Year,Age,Age type,Value\n2021,,,1\n2021,0-4,narrow,2\n2021,5-9,narrow,3\n2021,0-9,broad,4\n",
        "t | 2021=1 | Age=0-4(2021=2) | Age=5-9(2021=3) | Age=0-9(2021=4)"
      ),
      ("Year,Observation status,Value\n2021,Normal,1\n2022,Estimated,2\n", "t | 2021=1 2022=2"),
      // Districts of a region divide it: neither is left out.
      (
        "Year,Region,District,Value\n2021,,,9\n2021,East,,5\n2021,East,A,2\n2021,East,B,3\n2021,West,C,4\n",
        "t | 2021=9 | Region=East(2021=5) | Region=East,District=A(2021=2) | Region=East,District=B(2021=3) | Region=West,District=C(2021=4)"
      ),
    ] as [(String, String)])
  func shapes(_ csv: String, _ expected: String) throws {
    let (indicator, findings) = try decode(csv)
    #expect(findings == "")
    #expect(outlines(indicator) == [expected])
  }

  @Test("Targets of one unit, one series, one part")
  func parts() throws {
    let csv = "Year,Units,Sex,Value\n2021,%,,10\n2021,Persons,,90\n2021,%,F,30\n2021,%,M,5\n"
    let (indicator, findings) = try decode(
      csv,
      "unit: \"%\", target: 50, parts: [{where: {Units: Persons}, unit: people, precision: 1, target: 200}, {where: {Sex: F}, name: Women, target: 40}]"
    )
    #expect(findings == "")
    #expect(
      outlines(indicator) == [
        "% | 2021=10 | Sex=F(2021=30) | Sex=M(2021=5)", "Sex=F: % | 2021=30", "Units=Persons: people | 2021=90",
      ])
    #expect(indicator.facets.map { $0.indicator.targetValue } == [40, 200])
    #expect(indicator.facets.map(\.indicator.name) == ["Women", "n"])
    #expect(indicator.facets.map(\.indicator.precision) == [nil, 1])
    #expect(
      try decode(csv, "unit: \"%\", parts: [{where: {Sex: X}, target: 1}]").findings == """
        a.yaml:1:41: error: the data file of 'n' has no rows with 'Sex: X' [csv.unknown-column]
            1 | - {name: n, unit: "%", parts: [{where: {Sex: X}, target: 1}]}
              |                                         ^~~
        hint: write the columns and cells as they are in the file

        """)
  }

  @Test("A file without a whole is shown by a dimension that is named; remarks are never proposed as headline")
  func withoutWhole() throws {
    let csv = "Year,Sex,Age,Value\n2021,F,,1\n2021,M,,2\n2021,,0-9,1\n2021,,10-19,1\n2021,,20+,1\n"
    let (indicator, findings) = try decode(csv)
    #expect(
      findings == """
        a.csv:1:1: warning: no total row (all dimension cells blank), so the indicator has no headline value [csv.no-headline]
            1 | Year,Sex,Age,Value
              | ^
        hint: leave the cells between Year and Value blank in the total rows, or say in the register which rows are the total: 'headline: {Sex: F}'

        """)
    #expect(indicator.shownParts.map { $0.dimensions[0].value } == ["F", "M", "0-9", "10-19", "20+"])
    #expect(
      IndicatorWords.withoutWhole(indicator, .english)
        == "The data has no figures for the whole; they are shown by Sex (2 parts).")
    let remark = String(repeating: "words ", count: 20)
    let hinted = try decode("Year,Sex,Remarks column,Value\n2021,F,\(remark),1\n2021,F,\(remark)2,2\n2022,M,,2\n")
    #expect(
      hinted.findings.contains(
        "'headline: {Sex: F}', or say which columns only describe the values: 'attributes: [Remarks column]'"))
  }
}
