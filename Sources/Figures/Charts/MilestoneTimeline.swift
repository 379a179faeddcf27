import Bytes
import Indicators
import Markup

/// The milestones of a plan on one time axis, with their due dates and reports.
package struct MilestoneTimeline {
  private struct Row {
    let indicator: Indicator
    let assessment: Assessment
    let due: Period
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
      return Row(indicator: indicator, assessment: assessment, due: due, reports: reports)
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
    for size in ChartSize.allCases {
      var canvas = SVGCanvas()
      draw(on: &canvas, size)
      canvas.append(
        to: &bytes, size, height: height, id: "\(prefix)-\(size)", title: title, description: description)
    }
    bytes.append(markup: "<figcaption><p>")
    bytes.appendEscaped(ChartWords.timelineKey(language))
    bytes.append(markup: "</p></figcaption>\n</figure>\n")
    return HTML(bytes: bytes.array)
  }

  private static let rowHeight = 44.0

  private var height: Double { Double(rows.count) * MilestoneTimeline.rowHeight + 28 }

  private var description: String {
    let entries = rows.map { row in
      let status = IndicatorWords.word(for: row.assessment.status, language)
      let due = row.due.text(language)
      return language == .chinese
        ? "\(row.indicator.name)，期限\(due)，\(status)。" : "\(row.indicator.name): due \(due), \(status)."
    }
    return entries.joined(separator: language == .chinese ? "" : " ")
  }

  private var years: ClosedRange<Int> {
    let all = rows.flatMap { row in
      [row.indicator.plan.start, row.indicator.plan.end, row.due.year] + row.reports.map(\.period.year)
    }
    return (all.min() ?? 0)...(all.max() ?? 0)
  }

  private func draw(on canvas: inout SVGCanvas, _ size: ChartSize) {
    let years = years
    let (left, right) = (8.0, size.width - 8)
    func x(_ period: Period) -> Double {
      left + (period.middle - Double(years.lowerBound)) / Double(years.count) * (right - left)
    }
    let bottom = height - 24
    let step = SVGCanvas.yearStep(years.count, in: right - left)
    for year in years {
      let edge = left + Double(year - years.lowerBound) / Double(years.count) * (right - left)
      canvas.line("grid", from: (edge, 4), to: (edge, bottom))
      if (year - years.lowerBound) % step == 0 {
        canvas.year(year, x: x(.year(year)), y: height - 6, in: size)
      }
    }
    canvas.line("grid", from: (right, 4), to: (right, bottom))
    canvas.line("axis", from: (left, bottom), to: (right, bottom))
    for (number, row) in rows.enumerated() {
      let top = Double(number) * MilestoneTimeline.rowHeight + 4
      let y = top + 28
      canvas.text(
        "name-label", ChartSize.shortened(row.indicator.name, to: right - left), x: left, y: top + 14)
      canvas.line("axis", from: (left, y), to: (right, y))
      canvas.diamond("target-point", at: (x(row.due), y), radius: 6)
      for report in row.reports where report.state != .planned {
        canvas.circle(report.state == .done ? "point" : "baseline-point", at: (x(report.period), y), radius: 4)
      }
    }
  }
}
