import Bytes
import DataFormats
import Indicators
import Markup

extension ExtractedTarget {
  /// The lines of its entry in a register, as a person would write them. `quoted` makes a YAML scalar of a text. Targets of
  /// the same thing for other years are `others`. `end` is the plan's last year, for a milestone without a date.
  func lines(id: String, with others: [ExtractedTarget], end: Int?, isChinese: Bool, _ quoted: (String) -> String)
    -> [String]
  {
    var lines = ["- id: \(quoted(id))", "  name: \(quoted(draft.name))"]
    func add(_ key: String, _ text: String?) {
      if let text { lines.append("  \(key): \(text)") }
    }
    add("unit", draft.unit.map(quoted))
    if draft.kind != .level { add("kind", draft.kind.rawValue) }
    if draft.kind == .increase { add("measure", (draft.measure ?? .cumulative).rawValue) }
    if others.isEmpty, draft.goal != .direction { add("direction", draft.direction?.rawValue) }
    if let baseline = draft.baseline {
      add("baseline", "{\(draft.baselineYear.map { "year: \($0), " } ?? "")value: \(NumberFormat.data(baseline))}")
    }
    if draft.isMilestone {
      add("due", (draft.year ?? end).map(String.init))
    } else if others.isEmpty {
      add("target", target(quoted))
    } else {
      let all = ([self] + others).sorted { ($0.draft.year ?? .max) < ($1.draft.year ?? .max) }
      add("targets", "[\(all.map { "{\($0.fields(quoted).joined(separator: ", "))}" }.joined(separator: ", "))]")
    }
    add("programme", programmeID.map(quoted))
    lines.append("  \(fromLine(quoted))")
    if draft.baseline != nil, draft.baselineYear == nil {
      add(
        "note",
        quoted(
          isChinese
            ? "原文没有写明基期的年份，按规划前一年计。" : "The text names no year of the baseline; this is the year before the plan."))
    }
    if draft.isMilestone, draft.year == nil, let end {
      add(
        "note",
        quoted(
          isChinese ? "原文没有写明期限，按规划期末\(end)年计。" : "The text names no date; this is the plan's last year, \(end)."))
    }
    return lines
  }

  /// The line of an entry that names the section and the sentence.
  func fromLine(_ quoted: (String) -> String) -> String {
    let place = section.map { "section: \(quoted($0)), " } ?? ""
    return "from: {\(place)quote: \(quoted(draft.quote))}"
  }

  func targetLine(_ quoted: (String) -> String) -> String { "target: \(target(quoted))" }

  private func target(_ quoted: (String) -> String) -> String {
    let fields = fields(quoted)
    if case .value(let number) = draft.goal, fields.count == 1 { return NumberFormat.data(number) }
    return "{\(fields.joined(separator: ", "))}"
  }

  private func fields(_ quoted: (String) -> String) -> [String] {
    var fields = draft.year.map { ["year: \($0)"] } ?? []
    switch draft.goal {
    case .value(let number): fields.append("value: \(NumberFormat.data(number))")
    case .change(let number): fields.append("change: \(NumberFormat.data(number))")
    case .relative(let share): fields.append("change: \"\(share.value > 0 ? "+" : "")\(NumberFormat.data(share))%\"")
    case .every(let number): fields.append("every: \(NumberFormat.data(number))")
    case .between(let low, let high): fields.append("between: [\(NumberFormat.data(low)), \(NumberFormat.data(high))]")
    case .direction: fields.append("direction: \((draft.direction ?? .up).rawValue)")
    case .done: break
    }
    if let comparator = draft.comparator, !draft.isApproximate || comparator == .atLeast || comparator == .atMost {
      fields.append("comparator: \"\(comparator.rawValue)\"")
    }
    if draft.isApproximate { fields.append("approx: true") }
    if let phrase = draft.phrase { fields.append("phrase: \(quoted(phrase))") }
    return fields
  }

  /// Another reading of the sentence at this place.
  func with(_ draft: DraftTarget) -> ExtractedTarget {
    ExtractedTarget(
      draft: draft, plan: plan, section: section, programmeID: programmeID, location: location, isQuoted: isQuoted,
      isKnown: isKnown, isPutAside: isPutAside)
  }

  /// Whether another sentence promises it once more.
  func isRepeated(by other: ExtractedTarget) -> Bool {
    !draft.isMilestone && plan == other.plan && draft.quote != other.draft.quote && draft.name == other.draft.name
      && draft.unit == other.draft.unit && draft.kind == other.draft.kind && draft.goal == other.draft.goal
      && draft.year == other.draft.year
  }

  /// Whether another target is of the same thing, for another year.
  func isSameThing(as other: ExtractedTarget) -> Bool {
    draft.name == other.draft.name && draft.unit == other.draft.unit && draft.kind == other.draft.kind
      && plan == other.plan
      && draft.quote == other.draft.quote && draft.year != other.draft.year && draft.year != nil
      && other.draft.year != nil
  }

  /// One object for programs. A fact that the sentence does not say is a missing key.
  package func json() -> String {
    var json = JSONWriter(.compact)
    json.object { json in
      json.member("name", draft.name)
      json.member("value", draft.value)
      json.member("unit", writtenUnit)
      json.member("kind", draft.kind.rawValue)
      json.member("comparator", draft.comparator?.rawValue)
      if draft.isApproximate { json.member("approx", true) }
      json.member("year", draft.year)
      json.member("phrase", draft.phrase)
      json.member("programme", draft.programme)
      json.member("section", section)
      json.member("quote", draft.quote)
      json.member("file", location.path)
      json.member("line", location.line)
      json.member("column", location.column)
      switch draft.goal {
      case .change(let number): json.member("change", number)
      case .relative(let share): json.member("change", "\(share.value > 0 ? "+" : "")\(NumberFormat.data(share))%")
      case .every(let number): json.member("every", number)
      case .between(let low, let high):
        json.array("between") { json in
          json.value(low)
          json.value(high)
        }
      case .value, .direction, .done: break
      }
      json.member("direction", draft.direction?.rawValue)
      json.member("baselineYear", draft.baselineYear)
      json.member("baseline", draft.baseline)
      json.member("confidence", draft.confidence.rawValue)
      if !draft.gaps.isEmpty {
        json.array("open") { json in for gap in draft.gaps { json.value(gap.rawValue) } }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// The unit of the number as it is written: a change in per cent is in per cent, whatever the indicator is measured in,
  /// and a change of a percentage is in percentage points.
  var writtenUnit: String? {
    switch draft.goal {
    case .relative: "%"
    case .change where draft.unit == "%":
      draft.quote.containsHan ? "个百分点" : "percentage points"
    default: draft.unit
    }
  }
}
