// Levels and increases: what moves towards a number.
extension Judge {
  /// p = (v − v0) / (vT − v0). Without a baseline: only met or not.
  func level(_ target: IndicatorTarget) -> Assessment {
    guard let value = latest.value?.value else { return Assessment(status: .noData) }
    guard let bound = indicator.targetValue else { return notAssessable(.noBaseline) }
    guard let start = indicator.baseline?.value.value else { return levelWithoutBaseline(value, bound, target) }
    if isBeforeBaseline { return noneSinceBaseline }
    if isNear(start, bound) { return notAssessable(.noDistance) }
    if indicator.hasBreak(after: indicator.baselineTime, upTo: latest.period.end) {
      return notAssessable(.breakInSeries)
    }
    let comparator = comparator(of: target, leadsUp: bound > start)
    let isMet = isMet(value, bound, by: comparator, of: target)
    let progress = (value - start) / (bound - start)
    return Assessment(
      status: status(progress: progress, isMet: isMet), latest: latest, timeProgress: time, progress: progress,
      targetValue: bound, requiredChangePerYear: isMet ? nil : requiredChange(from: value, to: bound, of: target),
      projection: line(from: (indicator.baselineTime, start), to: value, target))
  }

  private func levelWithoutBaseline(_ value: Double, _ bound: Double, _ target: IndicatorTarget) -> Assessment {
    let isMet = isMet(value, bound, by: target.comparator, of: target)
    let isOver = time.map { isAtLeast($0, 1) } ?? false
    guard isMet || isOver else {
      let unjudged = notAssessable(.noBaseline)
      return Assessment(
        status: unjudged.status, reason: unjudged.reason, latest: latest, timeProgress: time, targetValue: bound,
        requiredChangePerYear: requiredChange(from: value, to: bound, of: target),
        projection: line(from: firstPoint, to: value, target))
    }
    return Assessment(
      status: isMet ? achieved : .missed, latest: latest, timeProgress: time, targetValue: bound,
      projection: line(from: firstPoint, to: value, target))
  }

  /// p = what has been added up / vT.
  func increase(_ target: IndicatorTarget) -> Assessment {
    guard let bound = indicator.targetValue else { return notAssessable(.noTarget) }
    if isBeforeBaseline || indicator.measure == .annual && amounts.isEmpty { return noneSinceBaseline }
    if isNear(bound, 0) { return notAssessable(.noDistance) }
    if indicator.hasBreak(after: indicator.baselineTime, upTo: latest.period.end) {
      return notAssessable(.breakInSeries)
    }
    guard let value = total(target) else { return notAssessable(.missingPeriod) }
    let comparator = comparator(of: target, leadsUp: bound > 0)
    let isMet = isMet(value, bound, by: comparator, of: target)
    let progress = value / bound
    return Assessment(
      status: status(progress: progress, isMet: isMet), latest: latest, timeProgress: time, progress: progress,
      targetValue: bound, requiredChangePerYear: isMet ? nil : requiredChange(from: value, to: bound, of: target),
      projection: hasTwoPoints ? line(from: increaseOrigin(target), to: value, target) : nil)
  }

  /// What has been added since the beginning; nil where a yearly amount is missing in between.
  private func total(_ target: IndicatorTarget) -> Double? {
    guard let value = latest.value?.value else { return nil }
    switch indicator.measure {
    case .cumulative:
      // Observed as a level beside its baseline: what was added is the difference.
      if case .change = target.goal, let baseline = indicator.baseline { return value - baseline.value.value }
      return value
    case .annual:
      // A gap leaves the sum unknown, whatever the newest period is.
      let years = Set(amounts.map(\.period.year))
      for year in stride(from: Int(indicator.baselineTime.rounded()), through: latest.period.year, by: 1) {
        guard years.contains(year) else { return nil }
      }
      return amounts.reduce(0) { $0 + ($1.value?.value ?? 0) }
    }
  }

  /// The observed amounts since the baseline.
  private var amounts: [Observation] {
    indicator.observations.filter {
      $0.period.end > indicator.baselineTime && !isNear($0.period.end, indicator.baselineTime) && $0.value != nil
    }
  }

  /// Yearly amounts start from nothing at the baseline's time; cumulative ones from their first report.
  private func increaseOrigin(_ target: IndicatorTarget) -> (time: Double, value: Double)? {
    if indicator.measure == .annual { return (indicator.baselineTime, 0) }
    if case .change = target.goal, indicator.baseline != nil { return (indicator.baselineTime, 0) }
    return firstPoint
  }

  private var hasTwoPoints: Bool {
    let observed = indicator.observations.count { $0.value != nil }
    return observed >= 2 || observed == 1 && indicator.baseline != nil
  }

  private var firstPoint: (time: Double, value: Double)? {
    indicator.observations.first { $0.value != nil }.flatMap { first in
      first.value.map { (first.period.end, $0.value) }
    }
  }

  /// The straight line through a point and the latest value, at the target's time; nil where that is over, where
  /// the two are one, or where the series was redefined between them.
  private func line(from start: (time: Double, value: Double)?, to value: Double, _ target: IndicatorTarget) -> Double?
  {
    guard let start, latest.period.end > start.time, target.period.end > latest.period.end,
      !indicator.hasBreak(after: start.time, upTo: latest.period.end)
    else { return nil }
    return withoutBinaryNoise(
      start.value + (value - start.value) * (target.period.end - start.time) / (latest.period.end - start.time))
  }
}
