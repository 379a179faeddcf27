import Actions
import Bytes
import Indicators
import Markup
import Words

/// Actions on one axis of years: a list whose entries have their name, their dates and their state as text, and a bar from
/// start to due date beside it. Where there is no room for bars, the list remains.
package struct ActionTimeline {
  private let rows: [ActionRow]
  private let years: ClosedRange<Int>
  /// In years, as `Period.end`; nil for no mark.
  private let time: Double?
  private let label: String
  private let language: WordLanguage
  private let prefix: String

  /// The heights of the head and of a bar, in CSS pixels.
  private static let (headHeight, barHeight) = (20.0, 22.0)
  /// More years than this have a line each and a number every few.
  private static let mostNumbers = 12
  /// The most years that are drawn.
  private static let mostYears = 60

  /// `prefix` begins every HTML id and must be unique on the page. `years` are those of the plans.
  package init(
    _ rows: [ActionRow], years: ClosedRange<Int>, at time: Double?, label: String, language: WordLanguage,
    prefix: String
  ) {
    self.rows = rows
    let dated = rows.flatMap { [$0.action.facts.start, $0.action.facts.due] }.compactMap(\.self)
    let first = min(years.lowerBound, dated.map { Int($0.start + 1e-6) }.min() ?? years.lowerBound)
    let last = max(years.upperBound, dated.map { Int($0.end - 1e-6) }.max() ?? years.upperBound)
    self.years = first...min(last, first + ActionTimeline.mostYears - 1)
    self.time = time
    self.label = label
    self.language = language
    self.prefix = prefix
  }

  /// Empty if no action has a date.
  package var html: HTML {
    guard rows.contains(where: { $0.action.facts.start != nil || $0.action.facts.due != nil }) else { return HTML() }
    var bytes = ByteBuffer(capacity: rows.count * 900 + 1200)
    bytes.append(markup: "<figure class=\"chart action-timeline\">\n")
    appendHead(to: &bytes)
    bytes.append(markup: "<ol")
    bytes.append(attribute: "aria-label", label)
    bytes.append(markup: ">\n")
    var group: String?
    for row in rows {
      if let own = row.group, own != group {
        bytes.append(markup: "<li class=\"group\">")
        bytes.appendEscaped(own)
        bytes.append(markup: "</li>\n")
      }
      group = row.group
      append(row, to: &bytes)
    }
    bytes.append(markup: "</ol>\n<div class=\"figure-notes\"><p>")
    bytes.appendEscaped(key)
    bytes.append(markup: "</p></div>\n</figure>\n")
    return HTML(bytes: bytes.array)
  }

  private var key: String {
    language[.actionTimelineKey]
      + (time == nil ? "" : language[.betweenSentences] + language[.actionTimelineNow])
  }

  private func share(_ time: Double) -> Double {
    min(max((time - Double(years.lowerBound)) / Double(years.count), 0), 1)
  }

  /// The years, and the lines that each bar shares.
  private func appendHead(to bytes: inout ByteBuffer) {
    bytes.append(markup: "<div class=\"timeline-head\">")
    bytes.append(
      markup:
        "<svg class=\"timeline-years\" width=\"100%\" height=\"20\" aria-hidden=\"true\"><g class=\"timeline-grid\"")
    bytes.append(attribute: "id", "\(prefix)-grid")
    bytes.append(markup: ">")
    var canvas = SVGCanvas(height: Self.headHeight)
    for year in years.lowerBound...years.upperBound + 1 {
      canvas.line("grid", from: (share(Double(year)), 0), to: (share(Double(year)), Self.barHeight))
    }
    if let time, (Double(years.lowerBound)...Double(years.upperBound + 1)).contains(time) {
      canvas.line("time-mark", from: (share(time), 0), to: (share(time), Self.barHeight))
    }
    bytes.append(contentsOf: canvas.bytes)
    bytes.append(markup: "</g>")
    var numbers = SVGCanvas(height: Self.headHeight)
    let step = (years.count + Self.mostNumbers - 1) / Self.mostNumbers
    for year in stride(from: years.lowerBound, through: years.upperBound, by: step) {
      numbers.text(
        "year-label", String(year), x: Across(share: share(Double(year) + 0.5)), y: 15, anchor: .middle)
    }
    bytes.append(contentsOf: numbers.bytes)
    bytes.append(markup: "</svg></div>\n")
  }

  private func append(_ row: ActionRow, to bytes: inout ByteBuffer) {
    bytes.append(markup: "<li><div class=\"timeline-name\">")
    bytes.append(name: row)
    bytes.append(markup: " ")
    bytes.append(ActionBadge.mark(row.standing.state, language))
    bytes.append(markup: "<span class=\"date\">")
    let dates = ActionWords.dates(of: row.action, language) ?? "—"
    bytes.appendEscaped(dates)
    bytes.append(markup: "</span></div><svg class=\"timeline-bar\" width=\"100%\" height=\"22\" aria-hidden=\"true\">")
    bytes.append(markup: "<use href=\"#")
    bytes.appendEscaped("\(prefix)-grid")
    bytes.append(markup: "\"/>")
    var canvas = SVGCanvas(height: Self.barHeight)
    draw(row, on: &canvas)
    bytes.append(contentsOf: canvas.bytes)
    bytes.append(markup: "</svg></li>\n")
  }

  private func draw(_ row: ActionRow, on canvas: inout SVGCanvas) {
    let facts = row.action.facts
    guard facts.start != nil || facts.due != nil else { return }
    // Without a start, or without an end, the bar goes to the edge of the drawing.
    let (left, right) = (share(facts.start?.start ?? 0), share(facts.due?.end ?? .infinity))
    canvas.rectangle(
      row.standing.state.isLate ? "action-span late" : "action-span",
      ChartBox(left: left, top: 5, right: right, bottom: 17))
    let progress = row.standing.state == .done ? 1 : row.standing.progress
    if let progress, progress > 0 {
      canvas.rectangle(
        row.standing.state.isLate ? "action-fill late" : "action-fill",
        ChartBox(left: left, top: 5, right: left + (right - left) * progress, bottom: 17))
    }
    for step in facts.steps {
      guard let due = step.due ?? step.doneOn else { continue }
      canvas.diamond(step.isDone ? "step done" : "step", at: (share(due.middle), 11), radius: 5)
    }
  }
}
