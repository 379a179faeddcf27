import Bytes
import DataFormats
import Diagnostics
import Indicators

/// An indicator of a planner's table, as a register will have it.
struct ImportedIndicator {
  var id: String
  var name: String
  var unit: String?
  var kind: IndicatorKind?
  var measure: Measure?
  var nature: Nature?
  var category: String?
  var departments: [String] = []
  var baseline: (period: Period?, number: ImportedNumber)?
  /// How certain the baseline is, by its cell or its head.
  var baselineStatus: ObservationStatus?
  /// By period; nil is the plan's last year.
  var targets: [(period: Period?, goal: Goal)] = []
  /// The cells of the targets, by period.
  var targetPlaces: [Period?: SourceLocation] = [:]
  /// Whether the table gives no id, so that it was made from the name.
  var isIDMade = false
  var source: String?
  var note: String?
  var code: String?
  var definition: String?
  var method: String?
  var direction: Direction?
  /// At most one for each period.
  private(set) var values: [Value] = []
  /// Indices of `values`.
  private var numbers: [Period: Int] = [:]

  typealias Value = (
    period: Period, number: DecimalNumber, status: ObservationStatus?, source: String, note: String
  )

  enum Goal {
    case number(ImportedNumber)
    /// Two ends, the lower one first, and how they are written.
    case between(ImportedNumber, ImportedNumber, String)
    /// An amount to add to the baseline.
    case change(ImportedNumber)
    /// A change in per cent of the baseline.
    case relative(DecimalNumber)
    case text(String)
  }

  /// The row of the table.
  let location: SourceLocation

  init(id: String, name: String, location: SourceLocation) {
    self.id = id
    self.name = name
    self.location = location
  }

  /// Adds a sentence to the note, with the punctuation of its language.
  mutating func add(note words: String) {
    let isChinese = words.containsHan
    guard note?.contains(words) != true else { return }
    note = note.map { $0 + (isChinese ? "；" : "; ") + words } ?? words
  }

  func number(of period: Period) -> DecimalNumber? { numbers[period].map { values[$0].number } }

  /// Adds the value of a period that has none.
  mutating func append(_ value: Value) {
    numbers[value.period] = values.count
    values.append(value)
  }

  /// The lines of its entry, as a person would write them. `quoted` makes a YAML scalar of a text.
  func lines(_ quoted: (String) -> String) -> [String] {
    var lines = ["- id: \(quoted(id))", "  name: \(quoted(name))"]
    func add(_ key: String, _ text: String?) {
      if let text, !text.isEmpty { lines.append("  \(key): \(quoted(text))") }
    }
    add("code", code)
    add("unit", unit)
    add("kind", kind?.rawValue)
    add("measure", measure?.rawValue)
    add("nature", nature?.rawValue)
    add("category", category)
    if departments.count > 1 {
      let support = departments.dropFirst().map(quoted).joined(separator: ", ")
      lines.append("  department: {lead: \(quoted(departments[0])), support: [\(support)]}")
    } else {
      add("department", departments.first)
    }
    if let baseline {
      let year = baseline.period.map { "year: \(quotedPeriod($0, quoted)), " } ?? ""
      lines.append("  baseline: {\(year)value: \(NumberFormat.data(baseline.number.number))}")
    }
    add("direction", direction?.rawValue)
    let goals = targets.map { goal($0, quoted) }
    if goals.count == 1 { lines.append("  target: \(goals[0])") }
    if goals.count > 1 { lines.append("  targets: [\(goals.joined(separator: ", "))]") }
    add("definition", definition)
    add("method", method)
    add("source", source)
    add("note", note)
    return lines
  }

  /// A target as an entry writes it: `{year: 2030, value: 18}`.
  func goal(_ target: (period: Period?, goal: Goal), _ quoted: (String) -> String) -> String {
    "{\(fields(of: target.goal, at: target.period, quoted).joined(separator: ", "))}"
  }

  private func quotedPeriod(_ period: Period, _ quoted: (String) -> String) -> String {
    period.isYear ? period.description : quoted(period.description)
  }

  private func fields(of goal: Goal, at period: Period?, _ quoted: (String) -> String) -> [String] {
    var fields = period.map { ["year: \(quotedPeriod($0, quoted))"] } ?? []
    switch goal {
    case .text(let text): fields.append("text: \(quoted(text))")
    case .number(let number):
      fields.append("value: \(NumberFormat.data(number.number))")
      if let comparator = number.comparator { fields.append("comparator: \"\(comparator.rawValue)\"") }
      if number.isApproximate { fields.append("approx: true") }
    case .between(let low, let high, _):
      fields.append("between: [\(NumberFormat.data(low.number)), \(NumberFormat.data(high.number))]")
    case .relative(let share): fields.append("change: \"\(share.value > 0 ? "+" : "")\(NumberFormat.data(share))%\"")
    case .change(let number):
      fields.append("change: \(NumberFormat.data(number.number))")
      if let comparator = number.comparator { fields.append("comparator: \"\(comparator.rawValue)\"") }
      if number.isApproximate { fields.append("approx: true") }
    }
    return fields
  }
}
