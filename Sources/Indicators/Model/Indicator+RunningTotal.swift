import DataFormats

extension Indicator {
  /// What a running total had at the baseline's time, from which it is judged: the figure for that time, else the baseline. Nil
  /// for other indicators, for a total that is a change of its baseline, and where that number is no part of the later totals:
  /// it is more than one of them, or no less than the target.
  var begunTotal: DecimalNumber? {
    guard kind == .increase, measure == .cumulative, let bound = targetValue else { return nil }
    if case .change? = target?.goal, baseline != nil { return nil }
    let start = baselineTime
    let observations = judgedObservations()
    let atStart = observations.first { isNear($0.end, start) }?.value
    guard let begun = atStart ?? baseline?.value, begun.value > 0, begun.value < bound else { return nil }
    let isPart = observations.allSatisfy {
      isAtLeast(start, $0.end) || isAtLeast($0.value?.value ?? bound, begun.value)
    }
    return isPart ? begun : nil
  }
}
