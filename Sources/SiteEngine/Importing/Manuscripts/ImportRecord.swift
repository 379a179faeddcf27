import DataFormats
import Files

/// The pages that an import wrote, so that a later import of the changed file can tell changes of the source from edits
/// of the author: `imports/<file>.json`, beside `Content`.
struct ImportRecord: Equatable {
  struct Page: Equatable {
    /// Below `Content/`.
    var path: String
    /// With its number, as in the source. Empty for the plan's home page.
    var title: String
    /// 1 for a chapter; 0 for the plan's home page.
    var depth: Int
    /// The whole file, as it was imported.
    var text: String
  }

  static let folder = "imports"
  private static let format = "planpress-import"
  private static let version = 1

  /// The title that an option gave the plan.
  var givenTitle: String?
  var pages: [Page] = []
  /// Below `Content/`.
  var pictures: [String] = []

  /// The path of the record of a file, below the site's folder.
  static func path(of file: String) -> String { "\(folder)/\(file.lastPart).json" }

  init() {}

  /// Reads a record; nil if the bytes are not a record.
  init?(_ bytes: [UInt8]) {
    guard let value = try? JSONValue(parsing: bytes), value["format"]?.asString == ImportRecord.format,
      let version = value["version"]?.asInteger, version <= ImportRecord.version, let pages = value["pages"]?.asArray
    else { return nil }
    for page in pages {
      guard let path = page["path"]?.asString, let title = page["title"]?.asString,
        let depth = page["depth"]?.asInteger, let text = page["text"]?.asString
      else { return nil }
      self.pages.append(Page(path: path, title: title, depth: depth, text: text))
    }
    givenTitle = value["title"]?.asString
    pictures = value["pictures"]?.asArray?.compactMap(\.asString) ?? []
  }

  var bytes: [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.member("format", ImportRecord.format)
      json.member("version", ImportRecord.version)
      json.member("title", givenTitle)
      json.array("pages") { json in
        for page in pages {
          json.object {
            $0.member("path", page.path)
            $0.member("title", page.title)
            $0.member("depth", page.depth)
            $0.member("text", page.text)
          }
        }
      }
      json.array("pictures") { json in for path in pictures { json.value(path) } }
    }
    return json.bytes
  }
}
