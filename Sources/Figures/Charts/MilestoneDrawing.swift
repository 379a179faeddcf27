import Indicators

/// The place of times on the axis of milestones. A milestone is late only after its period, so dates are drawn at the
/// ends of their periods, and so are reports.
enum MilestoneAxis {
  /// The part of the width up to the end of the last year; a mark there needs the room after it.
  private static let used = 0.97

  /// `time` is in years, as `Period.end`.
  static func x(_ time: Double, _ years: ClosedRange<Int>) -> Double {
    (time - Double(years.lowerBound)) / Double(years.count) * used
  }
}

/// The reports and the due date of one milestone on a time axis.
struct MilestoneDrawing: ChartDrawing {
  private let chart: IndicatorChart
  private let reports: [(period: Period, state: MilestoneState)]

  init?(_ chart: IndicatorChart) {
    reports = chart.indicator.observations.compactMap { report in report.state.map { (report.period, $0) } }
    guard chart.indicator.target != nil, !reports.isEmpty else { return nil }
    self.chart = chart
  }

  var height: Double { 96 }

  /// The height of the axis in the drawing.
  private static let axis = 56.0

  func draw(on canvas: inout SVGCanvas) {
    let plan = chart.indicator.plan
    let shown = chart.years(reports.map(\.period))
    let years = min(shown.lowerBound, plan.start)...max(shown.upperBound, plan.end)
    let y = MilestoneDrawing.axis
    func x(_ time: Double) -> Double { MilestoneAxis.x(time, years) }
    func x(_ period: Period) -> Double { x(period.end) }
    canvas.line("axis", from: (0, y), to: (1, y))
    for year in years.lowerBound...years.upperBound + 1 {
      canvas.line("axis", from: (x(Double(year)), y - 4), to: (x(Double(year)), y + 4))
    }
    let widths = ChartSize.narrowest...ChartSize.widest
    let goal = chart.endPeriod.map { YearMark(name: String($0.drawnYear), x: x(Double($0.drawnYear) + 0.5)) }
    canvas.years(
      years.lowerBound..<years.upperBound + 1, goal: goal, y: 88, widths: widths,
      wide: ChartSize.wide...ChartSize.widest
    ) { x(Double($0) + 0.5) }
    var labels = LabelPlacement(bounds: ChartBox(left: 0, top: 0, right: 1, bottom: 74), widths: widths)
    if let first = chart.indicator.firstDue {
      canvas.square("original-point", at: (x(first), y), radius: 6)
      labels.mark((x(first), y), radius: 6)
    }
    if let due = chart.indicator.target?.period {
      canvas.diamond("target-point", at: (x(due), y), radius: 7)
      labels.mark((x(due), y), radius: 7)
    }
    for report in reports {
      canvas.circle(report.state == .done ? "point done" : "point", at: (x(report.period), y), radius: 4)
      labels.mark((x(report.period), y))
    }
    if let due = chart.indicator.target?.period {
      draw(ChartWords.due(chart.language), "target-label", at: x(due), on: &canvas, &labels)
    }
    for report in reports.reversed() {
      draw(
        IndicatorWords.word(for: report.state, chart.language), "value-label", at: x(report.period), on: &canvas,
        &labels)
    }
  }

  var remarks: [String] { chart.indicator.firstDue == nil ? [] : [chart.language[.chartFirstDue]] }

  private func draw(
    _ text: String, _ name: StaticString, at x: Double, on canvas: inout SVGCanvas, _ labels: inout LabelPlacement
  ) {
    let mark = ChartBox((x, MilestoneDrawing.axis))
    guard let position = labels.place(text, beside: (x, MilestoneDrawing.axis - 2), of: mark) else { return }
    canvas.text(name, text, at: position)
  }
}
