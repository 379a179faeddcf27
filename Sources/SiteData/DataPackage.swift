import DataFormats
import SiteModel
import SiteSources

/// `/data/datapackage.json`, in Data Package v2 (https://datapackage.org/standard/data-package/), and the metadata file
/// of each CSV file, in CSV on the Web (https://www.w3.org/TR/tabular-metadata/).
enum DataPackage {
  /// A CSV file as its metadata describe it.
  struct DescribedTable {
    let url: String
    let title: String
    let columns: [FactColumn]
    let primaryKey: String?
    /// Whether its ids are those of `indicators.csv`.
    let leadsToIndicators: Bool
  }

  static func indicators(title: String) -> DescribedTable {
    DescribedTable(
      url: DataFile.csv.route.path.lastPart, title: title, columns: IndicatorFacts.columns, primaryKey: "id",
      leadsToIndicators: false)
  }

  static func actions(title: String) -> DescribedTable {
    DescribedTable(
      url: ActionFile.csv.route.path.lastPart, title: title, columns: ActionFacts.allColumns, primaryKey: "id",
      leadsToIndicators: false)
  }

  static func values(url: String, title: String, _ table: ObservationCSV, leadsToIndicators: Bool) -> DescribedTable {
    DescribedTable(
      url: url, title: title, columns: table.columns, primaryKey: nil, leadsToIndicators: leadsToIndicators)
  }

  static func bytes(_ site: ResolvedSite, _ table: ObservationCSV) -> [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
      json.member("name", "indicators")
      json.member("title", site.settings.title)
      json.member("description", site.settings.description)
      json.member("homepage", site.links.absolute(.root))
      if let publisher = site.settings.publisher {
        json.array("contributors") {
          $0.object {
            $0.member("title", publisher)
            $0.array("roles") { $0.value("publisher") }
          }
        }
      }
      json.array("resources") { json in
        let title = site.settings.title
        let values = values(
          url: DataFile.values.route.path.lastPart, title: title, table, leadsToIndicators: true)
        var tables = [("indicators", indicators(title: title)), ("values", values)]
        if !site.actions.isEmpty { tables.append(("actions", actions(title: title))) }
        for (name, table) in tables {
          json.object { json in
            json.member("name", name)
            json.member("type", "table")
            json.member("path", table.url)
            json.member("format", "csv")
            json.member("mediatype", "text/csv")
            json.member("encoding", "utf-8-sig")
            json.object("schema") { writeSchema(of: table, to: &$0) }
          }
        }
      }
    }
    return json.bytes
  }

  private static func writeSchema(of table: DescribedTable, to json: inout JSONWriter) {
    json.array("fields") {
      for column in table.columns {
        $0.object {
          $0.member("name", column.name)
          $0.member("type", column.type.rawValue)
          $0.member("description", column.summary)
        }
      }
    }
    json.array("missingValues") { $0.value("") }
    if let key = table.primaryKey { json.array("primaryKey") { $0.value(key) } }
    guard table.leadsToIndicators else { return }
    json.array("foreignKeys") {
      $0.object {
        $0.array("fields") { $0.value("id") }
        $0.object("reference") {
          $0.member("resource", "indicators")
          $0.array("fields") { $0.value("id") }
        }
      }
    }
  }

  /// The metadata of one table, or of several that lead to each other. Their files are in the folder of the metadata.
  static func metadata(of tables: [DescribedTable], language: Language) -> [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.array("@context") {
        $0.value("http://www.w3.org/ns/csvw")
        $0.object { $0.member("@language", language.tag) }
      }
      if tables.count == 1 {
        write(tables[0], to: &json)
      } else {
        json.array("tables") { json in
          for table in tables { json.object { write(table, to: &$0) } }
        }
      }
    }
    return json.bytes
  }

  private static func write(_ table: DescribedTable, to json: inout JSONWriter) {
    json.member("url", table.url)
    json.member("dc:title", table.title)
    json.object("dialect") {
      $0.member("encoding", "utf-8")
      $0.member("header", true)
      $0.member("lineTerminators", "\r\n")
    }
    json.object("tableSchema") { json in
      json.array("columns") {
        for column in table.columns {
          $0.object {
            // A name is a URI template variable; the title is the column's heading.
            if let name = variable(column.name) { $0.member("name", name) }
            $0.member("titles", column.name)
            $0.member("datatype", column.type.rawValue)
            $0.member("dc:description", column.summary)
          }
        }
      }
      json.member("primaryKey", table.primaryKey)
      guard table.leadsToIndicators else { return }
      json.array("foreignKeys") {
        $0.object {
          $0.member("columnReference", "id")
          $0.object("reference") {
            $0.member("resource", DataFile.csv.route.path.lastPart)
            $0.member("columnReference", "id")
          }
        }
      }
    }
  }

  /// The heading as a variable (RFC 6570 §2.3); nil if it cannot be one, for example because of a space.
  private static func variable(_ name: String) -> String? {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }
    return isPlain && name.first != "_" ? name : nil
  }
}
