import DataFormats
import Diagnostics
import Foundation
import Indicators
import TestSupport
import Testing

@testable import SiteEngine
@testable import SiteModel

/// Pages, CSV and JSON agree.
struct DataFileTests {
  static let sites = ["Content"] + ["digital-decade", "indicator-kinds", "markdown"].map { "Tests/GoldenSites/\($0)" }

  private func output(of site: String) async throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    let directory = site == "Content" ? packageRoot : "\(packageRoot)/\(site)"
    let result = try await SiteBuild(
      BuildOptions(siteDirectory: directory, outputDirectory: "\(folder.path)/Output", usesMemory: false)
    ).build()
    try #require(result.report != nil)
    return folder
  }

  private func json(_ text: String?) throws -> Any {
    let text = try #require(text)
    return try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  /// Rows by column name.
  private func csv(_ text: String?) throws -> [[String: String]] {
    let text = try #require(text)
    let table = try #require(CSVTable.parse(SourceText(path: "data.csv", text: text)).value)
    let names = table.header.map(\.value)
    return table.rows.map { row in
      Dictionary(uniqueKeysWithValues: zip(names, row.cells.map(\.value)).filter { !$0.1.isEmpty })
    }
  }

  @Test("Every row of the CSV has a cell for each column, and the data package names the columns", arguments: sites)
  func columns(_ site: String) async throws {
    let folder = try await output(of: site)
    let text = try #require(folder.text("Output/data/indicators.csv"))
    let table = try #require(CSVTable.parse(SourceText(path: "data.csv", text: text)).value)
    #expect(table.rows.allSatisfy { $0.cells.count == table.header.count })
    let package = try json(folder.text("Output/data/datapackage.json")) as? [String: Any]
    let resources = try #require(package?["resources"] as? [[String: Any]])
    func names(_ number: Int) -> [String?]? {
      let schema = resources[number]["schema"] as? [String: Any]
      return (schema?["fields"] as? [[String: Any]])?.map { $0["name"] as? String }
    }
    #expect(names(0) == table.header.map(\.value))
    let values = try #require(folder.text("Output/data/values.csv"))
    let rows = try #require(CSVTable.parse(SourceText(path: "values.csv", text: values)).value)
    #expect(rows.rows.allSatisfy { $0.cells.count == rows.header.count })
    #expect(names(1) == rows.header.map(\.value))
    // Every row leads to a row of the indicators.
    let ids = Set(table.rows.map { $0.cells[0].value })
    #expect(ids.count == table.rows.count && rows.rows.allSatisfy { ids.contains($0.cells[0].value) })
  }

  private var observationFacts: [FactDescriptions<Observation>.Fact] {
    var descriptions = FactDescriptions<Observation>()
    ObservationFacts.visit(&descriptions)
    return descriptions.facts
  }

  /// Whether a JSON value equals a CSV cell.
  private func expectSame(_ value: Any?, _ cell: String?, _ type: FactColumn.DataType, _ column: String) {
    switch type {
    case .number:
      let (left, right) = (value as? Double, cell.flatMap(Double.init))
      // Foundation's JSON parser may be off by the last bit.
      #expect(
        (left == nil) == (right == nil) && abs((left ?? 0) - (right ?? 0)) <= 1e-14 * max(1, abs(left ?? 0)),
        "\(column)")
    case .boolean: #expect((value as? Bool).map { $0 ? "true" : "false" } == cell, "\(column)")
    case .string:
      if let targets = value as? [[String: Any]] {
        // The targets with all their facts; the column names the value and the year of each.
        let named = (cell ?? "").split(separator: ",").count
        #expect(named == targets.count, "\(column)")
        return
      }
      let text: String? =
        switch value {
        case let pairs as [String: String]: pairs.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        case let numbers as [Double]:
          numbers.map { $0 == $0.rounded() ? String(Int($0)) : String($0) }.joined(separator: "; ")
        case let texts as [String]: texts.joined(separator: "; ")
        case let year as Int: String(year)
        case let year as Double: String(Int(year))
        default: value as? String
        }
      #expect(text == cell, "\(column)")
    }
  }

  /// Whether a row of values is about the whole.
  private func isWhole(_ row: [String: String]) -> Bool {
    let known: Set = [
      "id", "period", "start", "end", "value", "status", "low", "high", "unit", "series", "source", "note", "state",
      "revised_from", "OBS_STATUS",
    ]
    return Set(row.keys).isSubset(of: known)
  }

  @Test("Every data file column comes from a fact, and every fact has one key and at most one column")
  func facts() {
    let columns = IndicatorFacts.columns.map(\.name)
    #expect(Set(columns).count == columns.count)
    let keys = IndicatorFacts.descriptions.map { "\($0.object.map { "\($0)." } ?? "")\($0.key)" }
    #expect(Set(keys).count == keys.count)
    #expect(columns.count == IndicatorFacts.descriptions.count)
  }

  @Test("The site's JSON and CSV hold the same facts, row for row and column for column", arguments: sites)
  func filesAgree(_ site: String) async throws {
    let folder = try await output(of: site)
    let indicators = try json(folder.text("Output/data/indicators.json")) as? [[String: Any]] ?? []
    #expect(!indicators.isEmpty)
    let rows = try csv(folder.text("Output/data/indicators.csv"))
    let observations = Dictionary(
      grouping: try csv(folder.text("Output/data/values.csv")).filter(isWhole), by: { $0["id"] ?? "" })
    #expect(rows.count == indicators.count)
    for (indicator, row) in zip(indicators, rows) {
      for fact in IndicatorFacts.descriptions {
        guard let column = fact.column, column.name != "id" || indicator["id"] != nil else { continue }
        let object = fact.object.map { indicator[$0] as? [String: Any] ?? [:] } ?? indicator
        expectSame(object[fact.key], row[column.name], column.type, column.name)
      }
      let values = try #require(indicator["values"] as? [[String: Any]])
      let own = observations[row["id"] ?? ""] ?? []
      #expect(own.count == values.count)
      for (value, row) in zip(values, own) {
        #expect(row["unit"] == indicator["unit"] as? String)
        for fact in observationFacts {
          // Each name of an attribute of values has a column of its own.
          guard let column = fact.column, fact.key != "attributes" else { continue }
          let name = column.name == "value_status" ? "status" : column.name
          expectSame(value[fact.key], row[name], column.type, name)
        }
      }
    }
  }

  @Test(
    "An indicator's page shows the values of its data files, which agree with the site's data files", arguments: sites)
  func pagesAgree(_ site: String) async throws {
    let folder = try await output(of: site)
    let indicators = try json(folder.text("Output/data/indicators.json")) as? [[String: Any]] ?? []
    #expect(!indicators.isEmpty)
    for indicator in indicators {
      guard let id = indicator["id"] as? String else { continue }
      let own = try json(folder.text("Output/indicators/\(id).json")) as? [String: Any] ?? [:]
      for (key, value) in indicator where key != "url" {
        let isSame = (own[key] as? NSObject)?.isEqual(value as? NSObject) == true
        #expect(isSame, "\(id) \(key)")
      }
      let values = try #require(indicator["values"] as? [[String: Any]])
      let lines = try csv(folder.text("Output/indicators/\(id).csv")).filter(isWhole)
      #expect(lines.map { $0["period"] } == values.map { $0["period"] as? String })

      let page = try #require(folder.text("Output/indicators/\(id)/index.html"))
      let status = try #require(indicator["status"] as? String)
      #expect(page.contains("status-\(status)\""))
      let history = page.range(of: "<table class=\"history\">").map { page[$0.upperBound...] } ?? ""
      // The newest figures come first, and the baseline has a row of its own unless it is one of the values.
      let rows = history.prefix(upTo: history.range(of: "</table>")?.lowerBound ?? history.endIndex)
        .matches(of: /<th scope="row">(.*?)<\/th><td class="num">([^<]*)</).reversed()
      let cells = rows.filter { !$0.output.1.contains("row-mark") || rows.count == values.count }
        .map { String($0.output.2) }
      guard indicator["kind"] as? String != "milestone" else { continue }
      #expect(cells.count == values.count, "\(id)")
      for (cell, value) in zip(cells, values) {
        guard let number = value["value"] as? Double else {
          #expect(cell == "—")
          continue
        }
        let plain = cell.replacing(",", with: "").replacing("\u{2212}", with: "-")
        let shown = try #require(plain.prefixMatch(of: /-?[0-9]+(\.([0-9]+))?/))
        let decimals = shown.output.2?.count ?? 0
        let read = try #require(Double(shown.output.0))
        #expect(abs(read - number) <= 0.5000001 * pow(10, -Double(decimals)), "\(id) \(cell)")
      }
    }
  }

  @Test("An unknown fact has no key in JSON, and the CSV opens in Excel")
  func missingFacts() async throws {
    let folder = try await output(of: "Tests/GoldenSites/indicator-kinds")
    let data = try #require(folder.files(in: "Output/data")["indicators.csv"])
    #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = try #require(folder.text("Output/data/indicators.json"))
    #expect(!text.contains("null") && !text.contains("\"\""))
    let package = try json(folder.text("Output/data/datapackage.json")) as? [String: Any] ?? [:]
    let resources = try #require(package["resources"] as? [[String: Any]])
    let schema = try #require(resources[0]["schema"] as? [String: Any])
    let fields = try #require(schema["fields"] as? [[String: Any]]).map { $0["name"] as? String ?? "" }
    let header = try #require(String(decoding: data.dropFirst(3), as: UTF8.self).split(separator: "\r\n").first)
    #expect(fields.joined(separator: ",") == header)
  }
}
