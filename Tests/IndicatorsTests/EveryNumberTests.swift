import DataFormats
import Diagnostics
import Indicators
import TestSupport
import Testing

/// No number of a data file may be published as what it is not.
@Suite("Every number of a data file")
struct EveryNumberTests {
  /// A row as written. The value is the number of the row, so that a value identifies its row.
  private struct Row {
    let period: String
    let unit: String
    let sex: String
    let region: String
    let value: Int
  }

  private static let columns: [[String]] = [
    ["2019", "2020", "2021", "2021.0", "2021*", "2022年", "2022 Q1", "2022 H2", "2022-03"],
    ["2009-10", "2010-11", "2011-12", "2012-13", "2013-14 [1]", "FY2016"],
    ["2003-05", "2004-06", "2005-07", "2006-08"], ["2009-01", "2009-02", "2009-10", "2009-12", "2010-11"],
    ["2009-2011", "2011 to 2015", "2007/08 to 2008/09", "2010–2012", "2017/2019"],
    ["2012-2013", "2013-2014", "2015-2016"], ["2010-11"], ["2021", "no year", "2021 and 2022", ""],
  ]

  /// A period without its spelling: the text of the cell without a remark, or nothing for a text that must not be read.
  private static let meanings: [String: String] = [
    "2021.0": "2021", "2021*": "2021", "2022年": "2022", "2013-14 [1]": "2013-14",
  ]

  @Test("Every number has its own period and dimensions, or its line is reported as left out", .randomInput)
  func randomFiles() throws {
    let input = RandomInput(seed: 17, rounds: 200)
    var random = input.generator
    for round in 0..<input.rounds {
      try check(EveryNumberTests.columns[round % EveryNumberTests.columns.count], round, using: &random)
    }
  }

  private func check(_ texts: [String], _ round: Int, using random: inout some RandomNumberGenerator) throws {
    let rows = (1...Int.random(in: 1...40, using: &random)).map { number in
      Row(
        period: texts.randomElement(using: &random) ?? "",
        unit: round % 3 == 0 ? "" : ["Percent", "Persons"].randomElement(using: &random) ?? "",
        sex: ["", "F", "M"].randomElement(using: &random) ?? "",
        region: ["", "East", "West"].randomElement(using: &random) ?? "", value: number)
    }
    let csv =
      "Year,Units,Sex,Region,Code,Value\n"
      + rows.map {
        "\($0.period),\($0.unit),\($0.sex),\($0.region),\($0.region.isEmpty ? "" : "R-\($0.region.count)1"),\($0.value)\n"
      }.joined()
    let file = ObservationRows.decode(SourceText(path: "a.csv", text: csv))
    let (indicator, findings) = try resolved("- {name: n, unit: \"%\"}\n", file: file.value)
    var published: [Int: (period: String, unit: String?, dimensions: [String: String])] = [:]
    func add(_ observations: [Observation], _ unit: String?, _ dimensions: [String: String]) throws {
      for observation in observations {
        let value = Int(try #require(observation.value).value)
        // A column that says nothing new describes the figure.
        let described = observation.attributes.map { ($0.name, $0.value) }
        let cells = dimensions.merging(described) { first, _ in first }
        let figure = (observation.period.description, unit, cells)
        #expect(published.updateValue(figure, forKey: value) == nil)
      }
    }
    for shown in [indicator] + indicator.facets.map(\.indicator) {
      try add(shown.observations, shown.unit, [:])
      for part in shown.series {
        let cells = part.dimensions.map { ($0.name, $0.value) }
        try add(part.observations, shown.unit, Dictionary(uniqueKeysWithValues: cells))
      }
    }
    for row in rows {
      let line = row.value + 1
      guard let found = published[row.value] else {
        #expect(indicator.leftOutLines.contains(line), "line \(line) is lost")
        continue
      }
      #expect(!indicator.leftOutLines.contains(line))
      #expect(found.period == EveryNumberTests.meanings[row.period] ?? row.period)
      let unit = row.unit == "" || row.unit == "Percent" ? "%" : row.unit
      #expect(found.unit == unit || found.unit == "Percent" && unit == "%")
      #expect(found.dimensions["Sex"] ?? "" == row.sex)
      #expect(found.dimensions["Region"] ?? "" == row.region)
    }
    #expect(findings.contains("error") == !indicator.leftOutLines.isEmpty)
  }
}
