import DataFormats
import SiteModel
import SiteSources

/// `/data/datapackage.json`, in Data Package v2 (https://datapackage.org/standard/data-package/), and the metadata file
/// of each CSV file, in CSV on the Web (https://www.w3.org/TR/tabular-metadata/).
enum DataPackage {
  static func bytes(_ site: ResolvedSite) -> [UInt8] {
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
      json.array("resources") {
        $0.object { json in
          write("indicators", IndicatorFacts.columns, to: &json)
        }
        if !site.actions.isEmpty { $0.object { write("actions", ActionFacts.allColumns, to: &$0) } }
      }
    }
    return json.bytes
  }

  private static func write(_ name: String, _ columns: [FactColumn], to json: inout JSONWriter) {
    json.member("name", name)
    json.member("type", "table")
    json.member("path", "\(name).csv")
    json.member("format", "csv")
    json.member("mediatype", "text/csv")
    json.member("encoding", "utf-8-sig")
    json.object("schema") { writeSchema(columns, to: &$0) }
  }

  private static func writeSchema(_ columns: [FactColumn], to json: inout JSONWriter) {
    json.array("fields") {
      for column in columns {
        $0.object {
          $0.member("name", column.name)
          $0.member("type", column.type.rawValue)
          $0.member("description", column.summary)
        }
      }
    }
    json.array("missingValues") { $0.value("") }
  }

  /// `url` is the name of the CSV file, in the same folder as the metadata.
  static func metadata(
    of url: String, title: String, language: Language, columns: [FactColumn] = IndicatorFacts.columns
  ) -> [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.array("@context") {
        $0.value("http://www.w3.org/ns/csvw")
        $0.object { $0.member("@language", language.tag) }
      }
      json.member("url", url)
      json.member("dc:title", title)
      json.object("dialect") {
        $0.member("encoding", "utf-8")
        $0.member("header", true)
        $0.member("lineTerminators", "\r\n")
      }
      json.object("tableSchema") {
        $0.array("columns") {
          for column in columns {
            $0.object {
              $0.member("name", column.name)
              $0.member("titles", column.name)
              $0.member("datatype", column.type.rawValue)
              $0.member("dc:description", column.summary)
            }
          }
        }
      }
    }
    return json.bytes
  }
}
