import Actions
import Bytes
import Indicators
import Markup
import Words

/// Actions on one axis of years: a list whose entries have their name, their dates and their state as text, and a bar
/// from start to due date beside it, or below it on narrow screens.
package struct ActionTimeline {
  private let rows: [(row: ActionRow, bar: ActionBar)]
  private let years: ClosedRange<Int>
  /// The time of the mark in years, as `Period.end`; nil for none.
  private let time: Double?
  private let label: String
  private let language: WordLanguage
  private let prefix: String

  /// The heights of the time axis and of a bar, in CSS pixels.
  private static let (headHeight, barHeight) = (20.0, 22.0)
  /// The end of a bar without a due date, as a share of the width; its arrow takes the room after it.
  private static let openEnd = 0.985
  /// The most years that are drawn.
  private static let mostYears = 60

  /// `prefix` begins every HTML id and must be unique on the page. `years` are those of the plans.
  package init(
    _ rows: [ActionRow], years: ClosedRange<Int>, at time: Double?, label: String, language: WordLanguage,
    prefix: String
  ) {
    self.rows = rows.map { ($0, ActionBar($0, at: time)) }
    let dated = rows.map(\.action.facts).flatMap {
      [$0.start, $0.due, $0.done?.value].compactMap(\.self) + $0.originalDueDates
    }
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
    guard rows.contains(where: { $0.bar.start != nil || $0.bar.end != nil }) else { return HTML() }
    var bytes = ByteBuffer(capacity: rows.count * 900 + 1200)
    bytes.append(markup: "<figure class=\"chart action-timeline\">\n")
    appendHead(to: &bytes)
    bytes.append(markup: "<ol")
    bytes.append(attribute: "aria-label", label)
    bytes.append(markup: ">\n")
    var group: String?
    for (row, bar) in rows {
      if let own = row.group, own != group {
        bytes.append(markup: "<li class=\"group\">")
        bytes.appendEscaped(own)
        bytes.append(markup: "</li>\n")
      }
      group = row.group
      append(row, bar, to: &bytes)
    }
    bytes.append(markup: "</ol>\n<div class=\"figure-notes\"><p>")
    bytes.appendEscaped(key)
    bytes.append(markup: "</p></div>\n</figure>\n")
    return HTML(bytes: bytes.array)
  }

  private var key: String {
    var words: [Word] = [.actionTimelineKey]
    if hasLate { words.append(.actionTimelineLate) }
    if rows.contains(where: { $0.bar.start != nil && $0.bar.end == nil }) { words.append(.actionTimelineOpen) }
    if rows.contains(where: { !$0.row.action.facts.originalDueDates.isEmpty }) { words.append(.chartFirstDue) }
    if time != nil { words.append(.actionTimelineNow) }
    return words.map { language[$0] }.joined(separator: language[.betweenSentences])
  }

  private var hasLate: Bool { rows.contains { $0.bar.late != nil } }

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
    let span = Double(years.lowerBound)...Double(years.upperBound + 1)
    let mark = time.flatMap { span.contains($0) ? share($0) : nil }
    if let mark { canvas.line("time-mark", from: (mark, 0), to: (mark, Self.barHeight)) }
    bytes.append(contentsOf: canvas.bytes)
    bytes.append(markup: "</g>")
    var numbers = SVGCanvas(height: Self.headHeight)
    if hasLate { numbers.hatch(prefix) }
    // Beside names the drawing has three fifths of the width.
    numbers.years(
      years.lowerBound..<years.upperBound + 1, y: 15, widths: ChartSize.narrowest...ChartSize.widest,
      wide: ChartSize.wide * 0.6...ChartSize.widest
    ) { share(Double($0) + 0.5) }
    bytes.append(contentsOf: numbers.bytes)
    bytes.append(markup: "</svg></div>\n")
  }

  private func append(_ row: ActionRow, _ bar: ActionBar, to bytes: inout ByteBuffer) {
    bytes.append(markup: "<li><div class=\"timeline-name\">")
    bytes.append(name: row)
    bytes.append(markup: " ")
    bytes.append(ActionBadge.mark(row.standing.state, language))
    bytes.append(markup: "<span class=\"date\">")
    bytes.appendEscaped(dates(of: row))
    bytes.append(markup: "</span></div><svg class=\"timeline-bar\" width=\"100%\" height=\"22\" aria-hidden=\"true\">")
    bytes.append(markup: "<use href=\"#")
    bytes.appendEscaped("\(prefix)-grid")
    bytes.append(markup: "\"/>")
    var canvas = SVGCanvas(height: Self.barHeight)
    draw(row, bar, on: &canvas)
    bytes.append(contentsOf: canvas.bytes)
    bytes.append(markup: "</svg></li>\n")
  }

  /// The dates with the due date as first set, which has a mark, and the day on which it was done, at which the bar
  /// ends.
  private func dates(of row: ActionRow) -> String {
    let done = row.standing.state == .done ? row.action.facts.done?.value : nil
    let remarks = [
      ActionWords.originalDue(of: row.action, language),
      done.map { language[.doneOn] + language[.colon] + $0.text(language) },
    ].compactMap(\.self)
    let dates = ActionWords.dates(of: row.action, language) ?? "—"
    guard !remarks.isEmpty else { return dates }
    return dates + language.text(.inBrackets, [.text: remarks.joined(separator: language[.semicolon])])
  }

  private func draw(_ row: ActionRow, _ bar: ActionBar, on canvas: inout SVGCanvas) {
    let (state, facts) = (row.standing.state, row.action.facts)
    func box(_ left: Double, _ right: Double) -> ChartBox { ChartBox(left: left, top: 5, right: right, bottom: 17) }
    if let start = bar.start {
      let name: StaticString = state.isLate ? "action-span late" : "action-span"
      let (left, right) = (share(start), bar.end.map(share) ?? Self.openEnd)
      canvas.rectangle(name, box(left, right))
      // A share of an unknown time has no length.
      let progress = state == .done ? 1 : bar.end == nil ? nil : row.standing.progress
      if let progress, progress > 0 {
        canvas.rectangle(
          state.isLate ? "action-fill late" : "action-fill", box(left, left + (right - left) * progress))
      }
      if bar.end == nil { canvas.shape(name, "M0 2l9 9l-9 9z", at: right) }
    }
    if let late = bar.late {
      canvas.rectangle(
        "action-late", box(share(late.lowerBound), share(late.upperBound)), fill: ChartKey.hatch(prefix))
    }
    if let first = facts.originalDue { canvas.square("original-point", at: (share(first.end), 11), radius: 5) }
    for first in facts.steps.compactMap(\.originalDue) {
      canvas.square("original-point", at: (share(first.end), 11), radius: 4)
    }
    for step in facts.steps {
      guard let date = step.due ?? step.doneOn else { continue }
      canvas.diamond(step.isDone ? "step done" : "step", at: (share(date.end), 11), radius: 5)
    }
    if let mark = bar.mark(isDone: state == .done) {
      canvas.diamond(state == .done ? "step done" : "step", at: (share(mark), 11), radius: 7)
    }
  }
}
