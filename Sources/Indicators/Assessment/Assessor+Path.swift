extension Assessor {
  /// e = (path − v0) / (vT − v0) at the latest figure, on the path from `start` through the interim targets to the
  /// target. Nil without interim targets after a baseline: the straight line then serves, and e is τ.
  func expectedProgress(
    from start: (time: Double, value: Double), to bound: Double, _ target: IndicatorTarget
  ) -> Double? {
    guard !indicator.interimTargets.isEmpty else { return nil }
    var before = start
    // Without a baseline the start is an interim target itself.
    var hasPath = indicator.kind == .level && indicator.baseline == nil
    let now = latest.end
    func share(_ next: (time: Double, value: Double)) -> Double {
      let value = before.value + (next.value - before.value) * (now - before.time) / (next.time - before.time)
      return (value - start.value) / (bound - start.value)
    }
    for interim in indicator.interimTargets {
      let time = interim.period.end
      guard let value = indicator.goalValue(of: interim), time > start.time, !isNear(time, start.time),
        time < target.end, !isNear(time, target.end)
      else { continue }
      hasPath = true
      if isAtLeast(time, now) { return share((time, value)) }
      before = (time, value)
    }
    guard hasPath else { return nil }
    return isAtLeast(now, target.end) ? 1 : share((target.end, bound))
  }
}
