import DataFormats
import Diagnostics

/// An author's roles for the columns of data files: `columns: {attributes: …, units: …}`. An indicator's entry
/// overrules the site.
package struct ColumnRoles: Sendable {
  /// The role of each column that is named, in the order in which they are written.
  private var stated: [(column: Located<String>, role: ColumnRole)] = []
  /// Cells that mark the total rows where these are not blank, such as `Units: Percent`.
  var headline: [(column: Located<String>, value: String)] = []

  package init() {}

  var isEmpty: Bool { stated.isEmpty && headline.isEmpty }

  /// Nil for a column that is not named.
  func role(of column: String) -> ColumnRole? { stated.last { $0.column.value == column }?.role }

  /// The cell that leads in a column, if the author says one.
  func leading(in column: String) -> String? { headline.last { $0.column.value == column }?.value }

  /// Reports `csv.unknown-column` for a name that the file does not have. `rows` is nil if there is no file.
  func check(against rows: ObservationRows?, source: SourceText, reportingTo sink: DiagnosticSink) {
    for column in stated.map(\.column) + headline.map(\.column) where rows?.names.contains(column.value) != true {
      sink.report(
        Diagnostic(
          .error, .csvUnknownColumn,
          rows == nil
            ? "the indicator has no CSV file, so it has no column '\(column.value)'"
            : "the indicator's CSV file has no column '\(column.value)'",
          hint: rows.flatMap { didYouMean(column.value, among: $0.names) },
          at: source.location(of: column.range)))
    }
  }
}

/// The role of a column of a data file.
enum ColumnRole: Hashable, Sendable, CaseIterable {
  /// Divides the values into parts.
  case dimension
  /// Describes a value, such as OBS_STATUS.
  case attribute
  /// The unit of a value.
  case unit
  /// Which of several series of the indicator a value belongs to.
  case series
  case note, source
  /// Not read.
  case ignored
  /// A cell says that the row is for the calculation of another, and not to be shown.
  case calculation

  /// The key that authors write.
  fileprivate var key: FieldKey {
    switch self {
    case .dimension: "dimensions"
    case .attribute: "attributes"
    case .unit: "units"
    case .series: "series"
    case .note: "note"
    case .source: "source"
    case .ignored: "ignore"
    case .calculation: "calculation"
    }
  }

  /// The role that a heading has in any file, in English or Chinese; nil for a column that may be anything.
  init?(head: String) {
    switch TableColumn(head: head) {
    case .unit: self = .unit
    case .note: self = .note
    case .source: self = .source
    default:
      let plain = head.lowercased().filter { $0.isLetter || $0.isNumber }
      if plain == "series" || plain == "系列" {
        self = .series
      } else if ColumnRole.descriptive.contains(plain) {
        self = .attribute
      } else {
        return nil
      }
    }
  }

  /// Headings of columns that only describe a value, in lower case, without spaces and marks.
  private static let descriptive: Set<String> = [
    "obsstatus", "observationstatus", "confstatus", "confidentialitystatus", "unitmult", "unitmultiplier", "multiplier",
    "decimals", "freq", "frequency", "timeformat", "timedetail", "timecoverage", "baseper", "baseperiod", "nature",
    "reportingtype", "geocode", "geoareacode", "areacode", "regioncode", "refareacode", "onscode", "footnote",
    "footnotes",
    "lastupdated", "sourcedetail", "url", "link", "数据状态", "地区代码", "行政区划代码", "倍数", "脚注",
  ]
}

extension FieldReader {
  /// Reads `columns: {attributes: …, …}`, the roles of columns.
  package mutating func roles() -> ColumnRoles {
    var roles = ColumnRoles()
    roles.read(&self)
    return roles
  }

  /// Reads `columns`, and the short forms `attributes: [OBS_STATUS]` and `headline: {Units: Percent}`.
  mutating func columnRoles() -> ColumnRoles {
    var roles = ColumnRoles()
    roles.add(strings("attributes"), as: .attribute)
    if var fields = mapping("headline", describing: "the headline's cells") {
      roles.headline = fields.strings().map { ($0.key, $0.value) }
    }
    roles.read(&self)
    return roles
  }
}

extension ColumnRoles {
  fileprivate mutating func add(_ columns: [Located<String>], as role: ColumnRole) {
    stated += columns.map { ($0, role) }
  }

  fileprivate mutating func read(_ reader: inout FieldReader) {
    guard var fields = reader.mapping("columns", describing: "the columns") else { return }
    for role in ColumnRole.allCases { add(fields.strings(role.key), as: role) }
    fields.finish()
  }
}
