import Indicators

/// One bar from the start towards the target, with a mark at the progress that is expected. A value on the wrong side
/// of the start is a bar to the left of it.
struct BulletDrawing: ChartDrawing {
  private let chart: IndicatorChart
  private let progress: Double

  init?(_ chart: IndicatorChart) {
    guard let progress = chart.assessment.progress else { return nil }
    self.chart = chart
    self.progress = progress
  }

  var height: Double { 82 }

  var key: [ChartKey] {
    chart.assessment.expected(of: chart.indicator.kind) == nil
      ? [] : [ChartKey(.line("bar-time"), ChartWords.timeMark(chart.language))]
  }

  func draw(on canvas: inout SVGCanvas) {
    let start = max(min(progress, 0), -0.5)
    let end = max(1, min(progress, 1.5))
    func x(_ share: Double) -> Double { max(0, min((share - start) / (end - start), 1)) }
    canvas.rectangle("bar-track", ChartBox(left: x(0), top: 32, right: 1, bottom: 48))
    canvas.rectangle(
      progress < 0 ? "bar-fill bar-below" : "bar-fill",
      ChartBox(left: min(x(progress), x(0)), top: 35, right: max(x(progress), x(0)), bottom: 45))
    canvas.line("target-line", from: (x(1), 28), to: (x(1), 52))
    if let time = chart.assessment.expected(of: chart.indicator.kind) {
      canvas.line("bar-halo", from: (x(time), 29), to: (x(time), 51))
      canvas.line("bar-time", from: (x(time), 29), to: (x(time), 51))
    }
    var labels = LabelPlacement(
      bounds: ChartBox(left: 0, top: 0, right: 1, bottom: 82), widths: ChartSize.narrowest...ChartSize.widest)
    draw("target-label", target, above: true, at: x(1), on: &canvas, &labels)
    if let latest = IndicatorWords.latest(of: chart.indicator, chart.language) {
      draw("value-label", latest, above: false, at: x(progress), on: &canvas, &labels)
    }
  }

  private var target: String {
    ChartSize.shortened(
      "\(ChartWords.target(of: chart.indicator, chart.language)) \(IndicatorWords.goal(of: chart.indicator, chart.language))",
      to: ChartSize.narrowest - 8)
  }

  private func draw(
    _ name: StaticString, _ text: String, above: Bool, at x: Double, on canvas: inout SVGCanvas,
    _ labels: inout LabelPlacement
  ) {
    let y = above ? 30.0 : 50
    // If the end of the bar leaves too little room on both sides, the label is at the edge of the drawing.
    let position =
      labels.place(text, beside: (x, y), above: above)
      ?? labels.place(text, along: above ? 25 : 52, from: 0, to: 1, leftFirst: x < 0.5)
    guard let position else { return }
    canvas.text(name, text, at: position)
  }
}
