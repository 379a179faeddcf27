extension Assessor {
  /// p = (v − v0) / (vT − v0). Without a baseline a level is only met or not met.
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
      projection: projection(from: (indicator.baselineTime, start), to: value, target))
  }

  private func levelWithoutBaseline(_ value: Double, _ bound: Double, _ target: IndicatorTarget) -> Assessment {
    let isMet = isMet(value, bound, by: target.comparator, of: target)
    let isOver = time.map { isAtLeast($0, 1) } ?? false
    let projection = projection(from: firstPoint, to: value, target)
    guard isMet || isOver else {
      return Assessment(
        status: .notAssessable, reason: .noBaseline, latest: latest, timeProgress: time, targetValue: bound,
        requiredChangePerYear: requiredChange(from: value, to: bound, of: target), projection: projection)
    }
    return Assessment(
      status: isMet ? achieved : .missed, latest: latest, timeProgress: time, targetValue: bound,
      projection: projection)
  }
}
