import Bytes
import Indicators
import Markup
import Words

/// The milestones of a plan on one time axis, with their due dates and reports.
package struct MilestoneTimeline {
  private struct Row {
    let indicator: Indicator
    let assessment: Assessment
    let due: Period
    /// The due date as first set, if it was changed.
    let firstDue: Period?
    let reports: [(period: Period, state: MilestoneState)]
  }

  private let rows: [Row]
  private let title: String
  private let language: WordLanguage
  private let prefix: String

  /// Draws only the milestones among `indicators`. `prefix` begins every HTML id and must be unique on the page.
  package init(_ indicators: [(Indicator, Assessment)], title: String, language: WordLanguage, prefix: String) {
    rows = indicators.compactMap { indicator, assessment in
      guard indicator.kind == .milestone, let due = indicator.target?.period else { return nil }
      let reports = indicator.observations.compactMap { report in report.state.map { (report.period, $0) } }
      return Row(
        indicator: indicator, assessment: assessment, due: due, firstDue: indicator.firstDue, reports: reports)
    }
    self.title = title
    self.language = language
    self.prefix = prefix
  }

  /// Empty for fewer than two milestones: a single one has its own chart.
  package var html: HTML {
    guard rows.count > 1 else { return HTML() }
    var bytes = ByteBuffer()
    bytes.append(markup: "<figure class=\"chart timeline\">\n")
    var canvas = SVGCanvas(height: height)
    draw(on: &canvas)
    ChartMarkup(height: height, inset: 0, id: prefix, title: title, description: description)
      .append(SVGCanvas(height: height), canvas, to: &bytes)
    bytes.append(markup: "<div class=\"figure-notes\"><p>")
    bytes.appendEscaped(ChartWords.timelineKey(hasFirstDue: rows.contains { $0.firstDue != nil }, language))
    bytes.append(markup: "</p></div>\n</figure>\n")
    return HTML(bytes: bytes.array)
  }

  /// The name of a row in one or two lines, as the narrowest drawing has room for it.
  private static func name(_ row: Row) -> [String] {
    ChartSize.lines(row.indicator.name, to: ChartSize.narrowest - 4)
  }

  private static let lineHeight = 19.0

  private static func height(_ row: Row) -> Double { 26 + Double(name(row).count) * lineHeight }

  private var height: Double { rows.reduce(28) { $0 + Self.height($1) } }

  private var description: String {
    let entries = rows.map { row in
      let status = IndicatorWords.word(for: row.assessment.status, language)
      let due = row.due.text(language) + (row.firstDue.map { ChartWords.firstDue($0, language) } ?? "")
      return language.text(.chartMilestone, [.name: row.indicator.name, .due: due, .status: status])
    }
    return entries.joined(separator: language[.betweenSentences])
  }

  private var years: ClosedRange<Int> {
    let all = rows.flatMap { row in
      [row.indicator.plan.start, row.indicator.plan.end, row.due.year, row.firstDue?.year ?? row.due.year]
        + row.reports.map(\.period.year)
    }
    return (all.min() ?? 0)...(all.max() ?? 0)
  }

  private func draw(on canvas: inout SVGCanvas) {
    let years = years
    func x(_ time: Double) -> Double { MilestoneAxis.x(time, years) }
    let bottom = height - 24
    for year in years.lowerBound...years.upperBound + 1 {
      canvas.line("grid", from: (x(Double(year)), 4), to: (x(Double(year)), bottom))
    }
    canvas.line("axis", from: (0, bottom), to: (1, bottom))
    canvas.years(
      years.lowerBound..<years.upperBound + 1, y: height - 6, widths: ChartSize.narrowest...ChartSize.widest,
      wide: ChartSize.wide...ChartSize.widest
    ) { x(Double($0) + 0.5) }
    var top = 4.0
    for row in rows {
      for (number, line) in Self.name(row).enumerated() {
        canvas.text("name-label", line, x: Across(share: 0), y: top + 14 + Double(number) * Self.lineHeight)
      }
      let y = top + Self.height(row) - 14
      canvas.line("axis", from: (0, y), to: (1, y))
      if let first = row.firstDue { canvas.square("original-point", at: (x(first.end), y), radius: 5) }
      canvas.diamond("target-point", at: (x(row.due.end), y), radius: 6)
      for report in row.reports where report.state != .planned {
        canvas.circle(
          report.state == .done ? "point" : "baseline-point", at: (x(report.period.end), y), radius: 4)
      }
      top += Self.height(row)
    }
  }
}
