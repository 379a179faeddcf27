import DataFormats
import Diagnostics
import Foundation
import Indicators
import SiteEngine
import TestSupport
import Testing
import Words

/// No number of a data file may appear anywhere under a wrong name: the pages, CSV and JSON of random small sites.
@Suite("Every figure of a site")
struct EveryFigureTests {
  /// A row as written. Its value is 1000 and its number, so that a value identifies its row.
  private struct Row {
    let number: Int
    let period, unit, sex, region, note: String
    var value: Int { 1000 + number }
    /// The number of the row in the file.
    var line: Int { number + 1 }
  }

  /// The facts that are published with a figure.
  private struct Figure {
    let period, unit: String
    /// The cells by column, without blank ones.
    let cells: [String: String]
  }

  /// Texts of a period column, with what the author says they are.
  private static let columns: [(periods: String?, texts: [String])] = [
    (nil, ["2019", "2020", "2021", "2021.0", "2021*", "2022年", "2022年底", "2022 Q1", "2022Q2", "2022 H2", "2022-03"]),
    ("fiscal-years", ["2009-10", "2010-11", "2011-12", "2012-13", "2013-14 [1]", "FY2016"]),
    ("ranges", ["2003-05", "2004-06", "2005-07", "2006-08"]),
    ("months", ["2009-01", "2009-02", "2009 10", "2009-12", "June 2010"]),
    (nil, ["2009-2011", "2011 to 2015", "2007/08 to 2008/09", "2010–2012"]),
    (nil, ["2020", "2021", "no year", "2021 and 2022", ""]),
  ]

  /// The period without the remark after it and without additions of spreadsheets.
  private static let written: [String: String] = [
    "2021.0": "2021", "2021*": "2021", "2022年底": "2022年", "2013-14 [1]": "2013-14",
  ]

  @Test(
    "Each figure is on a page, in CSV and in JSON with period, unit and parts, or its line is reported", .randomInput)
  func randomSites() async throws {
    let input = RandomInput(seed: 23, rounds: 60)
    var random = input.generator
    for start in stride(from: 0, to: input.rounds, by: 60) {
      let files = (start..<min(start + 60, input.rounds)).map { round in
        (
          round: round,
          rows: rows(EveryFigureTests.columns[round % EveryFigureTests.columns.count].texts, round, &random)
        )
      }
      try await check(files)
    }
  }

  private func rows(_ texts: [String], _ round: Int, _ random: inout SplitMix) -> [Row] {
    (1...Int.random(in: 1...20, using: &random)).map { number in
      Row(
        number: number, period: texts.randomElement(using: &random) ?? "",
        unit: round % 3 == 0 ? "" : ["Percent", "Persons"].randomElement(using: &random) ?? "",
        sex: ["", "", "F", "M"].randomElement(using: &random) ?? "",
        region: ["", "", "East & Co", "West"].randomElement(using: &random) ?? "",
        note: ["", "", "early"].randomElement(using: &random) ?? "")
    }
  }

  private func check(_ files: [(round: Int, rows: [Row])]) async throws {
    var site = [
      "Content/site.yaml": """
      title: Site
      languages: [en]
      search: false
      downloads: {excel: false}
      accept: {csv.invalid-period: a test, csv.duplicate-observation: a test, csv.no-headline: a test}

      """,
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2001-2025\n---\n",
    ]
    var register = ""
    for (round, rows) in files {
      let periods = EveryFigureTests.columns[round % EveryFigureTests.columns.count].periods
      register += "- {id: f\(round), name: File \(round), unit: \"%\"\(periods.map { ", periods: \($0)" } ?? "")}\n"
      site["Content/indicators/f\(round).csv"] =
        "Year,Units,Sex,Region,Code,Note,Value\n"
        + rows.map {
          let code = $0.region.isEmpty ? "" : "R-\($0.region.count)1"
          return "\($0.period),\($0.unit),\($0.sex),\($0.region),\(code),\($0.note),\($0.value)\n"
        }.joined()
    }
    site["Content/indicators.yaml"] = register
    let folder = TemporaryFolder(site)
    let built = try await build(folder)
    try #require(built.built, "\(built.findings)")
    for (round, rows) in files {
      let stated = EveryFigureTests.columns[round % EveryFigureTests.columns.count].periods
      let csv = try csvFigures(folder.text("Output/indicators/f\(round).csv"))
      let json = try jsonFigures(folder.text("Output/indicators/f\(round).json"))
      let page = try #require(folder.text("Output/indicators/f\(round)/index.html"))
      let shown = try pageFigures(page)
      for row in rows {
        // Budget years and ranges are shown as they are written, and not as the month that they may look like.
        let isCalendar = stated == nil || stated == "months"
        try check(row, isCalendar: isCalendar, csv, json, shown, page, "file \(round), line \(row.line)")
      }
    }
  }

  private func check(
    _ row: Row, isCalendar: Bool, _ csv: [Int: Figure], _ json: [Int: (figure: Figure, part: String)],
    _ shown: [Int: [(period: String, part: String, unit: String)]], _ page: String, _ place: String
  ) throws {
    guard let figure = csv[row.value] else {
      #expect(json[row.value] == nil && shown[row.value] == nil, "\(place)")
      let named = try page.contains(Regex("left out \\(lines? [^)]*\\b\(row.line)\\b"))
      #expect(named, "\(place) is lost")
      return
    }
    #expect(figure.period == EveryFigureTests.written[row.period] ?? row.period, "\(place)")
    let units: Set = row.unit == "Persons" ? ["Persons"] : ["%", "Percent"]
    #expect(units.contains(figure.unit), "\(place)")
    #expect(figure.cells["Sex"] ?? "" == row.sex && figure.cells["Region"] ?? "" == row.region, "\(place)")
    #expect((figure.cells["note"] ?? "").hasPrefix(row.note), "\(place)")

    guard let other = json[row.value] else {
      Issue.record("\(place) is not in JSON")
      return
    }
    #expect(other.figure.period == figure.period && other.figure.unit == figure.unit, "\(place)")
    #expect(other.figure.cells == figure.cells, "\(place)")

    let period = isCalendar ? Period(figure.period) : nil
    let label = period.flatMap { $0.description == figure.period ? $0.text(.english) : nil }
    let cells = shown[row.value] ?? []
    #expect(cells.count == 1, "\(place) stands \(cells.count) times on the page")
    for cell in cells {
      #expect(cell.period == label ?? figure.period && cell.part == other.part, "\(place)")
      #expect(cell.unit == figure.unit, "\(place)")
    }
  }

  // MARK: - Reading what was written

  private func csvFigures(_ text: String?) throws -> [Int: Figure] {
    let csv = try #require(text)
    let table = try #require(CSVTable.parse(SourceText(path: "a.csv", text: csv)).value)
    var figures: [Int: Figure] = [:]
    for row in table.rows {
      var cells: [String: String] = [:]
      for (head, cell) in zip(table.header, row.cells) where !cell.value.isEmpty { cells[head.value] = cell.value }
      let value = try #require(Int(cells["value"] ?? ""))
      let figure = Figure(
        period: cells["period"] ?? "", unit: cells["unit"] ?? "",
        cells: cells.filter { !["id", "period", "start", "end", "value", "unit"].contains($0.key) })
      #expect(figures.updateValue(figure, forKey: value) == nil, "\(value) stands twice in CSV")
    }
    return figures
  }

  /// With the name of the part.
  private func jsonFigures(_ text: String?) throws -> [Int: (figure: Figure, part: String)] {
    let data = Data(try #require(text).utf8)
    let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    var figures: [Int: (figure: Figure, part: String)] = [:]
    func add(_ holder: [String: Any], _ unit: String, _ dimensions: [String: String], part: String) throws {
      for value in holder["values"] as? [[String: Any]] ?? [] {
        var cells = dimensions.merging(holder["attributes"] as? [String: String] ?? [:]) { $1 }
        cells.merge(value["attributes"] as? [String: String] ?? [:]) { $1 }
        if let note = value["note"] as? String { cells["note"] = note }
        let number = try #require(value["value"] as? Int)
        let figure = Figure(period: value["period"] as? String ?? "", unit: unit, cells: cells)
        #expect(figures.updateValue((figure, part), forKey: number) == nil, "\(number) stands twice in JSON")
      }
    }
    for shown in [object] + (object["facets"] as? [[String: Any]] ?? []) {
      let unit = shown["unit"] as? String ?? ""
      try add(shown, unit, [:], part: "")
      for series in shown["series"] as? [[String: Any]] ?? [] {
        let dimensions = series["dimensions"] as? [String: String] ?? [:]
        let part = ["Sex", "Region"].compactMap { dimensions[$0] }.joined(separator: ", ")
        try add(series, unit, dimensions, part: part)
      }
    }
    return figures
  }

  /// The figures in the tables of a page, by value.
  private func pageFigures(_ page: String) throws -> [Int: [(period: String, part: String, unit: String)]] {
    var figures: [Int: [(period: String, part: String, unit: String)]] = [:]
    func add(_ text: String, _ period: String, _ part: String, _ unit: String?) {
      let digits = text.filter { $0.isASCII && $0.isNumber }
      guard let value = Int(digits) else { return }
      let own = text.drop { $0.isNumber || $0 == "," }.trimmingCharacters(in: .whitespaces)
      figures[value, default: []].append((period, part, unit ?? own))
    }
    for table in page.matches(of: /<table class="history">.*?<\/table>/.dotMatchesNewlines()) {
      // A sign such as % is at each figure, any other unit in the heading.
      let unit = table.output.firstMatch(of: /class="col-value">[^<(]*\(([^()]*)\)</).map { String($0.output.1) }
      for row in table.output.matches(of: /<tr[^>]*><th scope="row">([^<]*)<\/th><td class="num">([^<]*)</) {
        add(String(row.output.2), plain(row.output.1), "", unit)
      }
    }
    for table in page.matches(of: /<table class="parts">.*?<\/table>/.dotMatchesNewlines()) {
      let heads = table.output.matches(of: /<th scope="col">([^<]*)<\/th>/).map { plain($0.output.1) }
      let unit = try #require(heads.first?.firstMatch(of: /\(([^()]*)\)$/)).output.1
      for row in table.output.matches(of: /<tr><th scope="row">([^<]*)(<small>.*?<\/small>)?<\/th>(.*?)<\/tr>/) {
        let part = plain(row.output.1).trimmingCharacters(in: .whitespaces)
        for (column, cell) in row.output.3.matches(of: /<td>([^<]*)(<sup>\d+<\/sup>)?<\/td>/).enumerated() {
          add(String(cell.output.1), heads[column + 1], part, String(unit))
        }
      }
    }
    return figures
  }

  private func plain(_ html: Substring) -> String { String(html).replacing("&amp;", with: "&") }
}
