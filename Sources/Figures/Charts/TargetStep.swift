import Indicators

/// A span of years with the value that its figures are compared with. Each interim target begins a new one.
struct TargetStep {
  /// The span in years.
  let from, to: Double
  let value: Double

  /// The steps of growth rates, of yearly amounts and of bounds; empty without interim targets. `isMean` for amounts
  /// that are added up: each step is then the yearly amount that leads from one target to the next.
  static func steps(of indicator: Indicator, isMean: Bool) -> [TargetStep] {
    guard let target = indicator.target, !indicator.interimTargets.isEmpty,
      isMean || indicator.kind == .rate || indicator.hasPeriodBounds && target.goal.isForEveryPeriod
    else { return [] }
    var start = indicator.baseline?.period.end ?? Double(indicator.plan.start)
    var total = 0.0
    return (indicator.interimTargets + [target]).compactMap { goal in
      let end = goal.period.end
      guard let value = indicator.value(of: goal), end > start else { return nil }
      defer { (start, total) = (end, value) }
      return TargetStep(from: start, to: end, value: isMean ? (value - total) / (end - start) : value)
    }
  }

  func line(in frame: ChartFrame) -> (from: (x: Double, y: Double), to: (x: Double, y: Double)) {
    let (left, right) = (max(frame.x(from), 0), min(frame.x(to), 1))
    return ((min(left, 1), frame.y(value)), (max(right, 0), frame.y(value)))
  }
}
