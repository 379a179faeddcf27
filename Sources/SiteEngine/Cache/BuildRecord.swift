import DataFormats
import Diagnostics

/// What the last finished build saw and made: if all of it is as it was, there is nothing to do.
struct BuildRecord: Hashable, Sendable {
  /// The program and the options, all that a build follows from beside the files.
  var setting: String
  var sources: TreeStamp
  /// The files of the site, those that the manifest lists.
  var output: TreeStamp
  var pages: Int
  var indicators: Int
  /// Said again when nothing changed.
  var diagnostics: [Diagnostic]

  /// Tells this record from those of other builds.
  var tie: [UInt64] { [sources.sum, output.sum] }
}

// MARK: - As JSON

extension BuildRecord {
  /// Changes with the meaning of any key.
  private static let format = "planpress build record 1"

  var bytes: [UInt8] {
    var json = JSONWriter(.compact)
    json.object {
      $0.member("format", BuildRecord.format)
      $0.member("setting", setting)
      $0.object("sources") { BuildRecord.write(sources, to: &$0) }
      $0.object("output") { BuildRecord.write(output, to: &$0) }
      $0.member("pages", pages)
      $0.member("indicators", indicators)
      $0.array("diagnostics") { for diagnostic in diagnostics { BuildRecord.write(diagnostic, to: &$0) } }
    }
    return json.bytes
  }

  /// Nil for anything that is not such a record, whole.
  init?(_ bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes), json["format"]?.asString == BuildRecord.format,
      let setting = json["setting"]?.asString, let sources = json["sources"].flatMap(BuildRecord.stamp),
      let output = json["output"].flatMap(BuildRecord.stamp), let pages = json["pages"]?.asInteger,
      let indicators = json["indicators"]?.asInteger, let found = json["diagnostics"]?.asArray
    else { return nil }
    let diagnostics = found.compactMap(BuildRecord.diagnostic)
    guard diagnostics.count == found.count else { return nil }
    self.init(
      setting: setting, sources: sources, output: output, pages: pages, indicators: indicators, diagnostics: diagnostics)
  }

  private static func write(_ stamp: TreeStamp, to json: inout JSONWriter) {
    json.member("files", stamp.files)
    json.member("sum", String(stamp.sum))
  }

  private static func stamp(_ json: JSONValue) -> TreeStamp? {
    guard let files = json["files"]?.asInteger, let sum = json["sum"]?.asString.flatMap({ UInt64($0) }) else { return nil }
    return TreeStamp(files: files, sum: sum)
  }

  private static func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object {
      $0.member("severity", diagnostic.severity.rawValue)
      $0.member("code", diagnostic.code.rawValue)
      $0.member("message", diagnostic.message)
      $0.member("hint", diagnostic.hint)
      $0.object("at") { write(diagnostic.location, to: &$0) }
      $0.array("related") {
        for related in diagnostic.related {
          $0.object {
            $0.member("message", related.message)
            $0.object("at") { write(related.location, to: &$0) }
          }
        }
      }
    }
  }

  private static func write(_ location: SourceLocation, to json: inout JSONWriter) {
    json.member("path", location.path)
    json.member("line", location.line)
    json.member("column", location.column)
    json.member("length", location.length)
    json.member("excerpt", location.excerpt)
    json.member("excerptColumn", location.excerptColumn)
  }

  private static func diagnostic(_ json: JSONValue) -> Diagnostic? {
    guard let severity = json["severity"]?.asString.flatMap(Diagnostic.Severity.init(rawValue:)),
      let code = json["code"]?.asString.flatMap(DiagnosticCode.init(rawValue:)), let message = json["message"]?.asString,
      let location = json["at"].flatMap(BuildRecord.location), let others = json["related"]?.asArray
    else { return nil }
    let related = others.compactMap { other in
      BuildRecord.location(other["at"] ?? .null).flatMap { place in
        other["message"]?.asString.map { Diagnostic.Related($0, at: place) }
      }
    }
    guard related.count == others.count else { return nil }
    return Diagnostic(severity, code, message, hint: json["hint"]?.asString, at: location, related: related)
  }

  private static func location(_ json: JSONValue) -> SourceLocation? {
    guard let path = json["path"]?.asString, let line = json["line"]?.asInteger, let column = json["column"]?.asInteger,
      let length = json["length"]?.asInteger, let excerpt = json["excerpt"]?.asString,
      let excerptColumn = json["excerptColumn"]?.asInteger
    else { return nil }
    return SourceLocation(
      path: path, line: line, column: column, length: length, excerpt: excerpt, excerptColumn: excerptColumn)
  }
}
