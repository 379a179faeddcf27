import Indicators

/// One bar from the start towards the target, with a mark at the progress that is expected.
struct BulletDrawing: ChartDrawing {
  private let chart: IndicatorChart
  private let progress: Double

  init?(_ chart: IndicatorChart) {
    guard let progress = chart.assessment.progress else { return nil }
    self.chart = chart
    self.progress = progress
  }

  var remarks: [String] { [] }

  func height(_ size: ChartSize) -> Double { 76 }

  func draw(on canvas: inout SVGCanvas, _ size: ChartSize) {
    let end = max(1, min(progress, 1.5))
    let (left, right) = (4.0, size.width - 4)
    func x(_ share: Double) -> Double { left + max(0, min(share / end, 1)) * (right - left) }
    canvas.rectangle("bar-track", ChartBox(left: left, top: 30, right: right, bottom: 46))
    canvas.rectangle("bar-fill", ChartBox(left: left, top: 33, right: x(progress), bottom: 43))
    canvas.line("target-line", from: (x(1), 26), to: (x(1), 50))
    if let time = chart.assessment.expected(of: chart.indicator.kind) {
      canvas.line("bar-time", from: (x(time), 28), to: (x(time), 48))
    }
    var labels = LabelPlacement(bounds: ChartBox(left: 0, top: 0, right: size.width, bottom: 76))
    draw("target-label", target, above: true, at: x(1), on: &canvas, &labels)
    if let latest = IndicatorWords.latest(of: chart.indicator, chart.assessment, chart.language) {
      draw("value-label", latest, above: false, at: x(progress), on: &canvas, &labels)
    }
  }

  private var target: String {
    "\(ChartWords.target(chart.language)) \(IndicatorWords.goal(of: chart.indicator, chart.language))"
  }

  private func draw(
    _ name: StaticString, _ text: String, above: Bool, at x: Double, on canvas: inout SVGCanvas,
    _ labels: inout LabelPlacement
  ) {
    guard let position = labels.place(text, beside: (x, above ? 28 : 48), above: above) else { return }
    canvas.text(name, text, at: position)
  }
}
