extension Assessor {
  /// p = (v − v0) / (vT − v0). Without a baseline a level is only met or not met.
  func level(_ target: IndicatorTarget) -> Assessment {
    guard let value = latest.value?.value else { return noFigures }
    guard let bound = indicator.targetValue else { return notAssessable(.noBaseline) }
    guard let start = indicator.baseline?.value.value else {
      if let assessment = levelOnPath(value, bound, target) { return assessment }
      return isBeforeBaseline ? noneSinceBaseline : levelWithoutBaseline(value, bound, target)
    }
    if isBeforeBaseline { return noneSinceBaseline }
    if isNear(start, bound) { return notAssessable(.noDistance) }
    if indicator.hasBreak(after: indicator.baselineTime, upTo: latest.end) {
      return notAssessable(.breakInSeries)
    }
    if indicator.isOnWrongSide { return notAssessable(.wrongSide) }
    return level(value, from: (indicator.baselineTime, start), to: bound, target)
  }

  private func level(
    _ value: Double, from start: (time: Double, value: Double), to bound: Double, _ target: IndicatorTarget
  ) -> Assessment {
    let comparator = comparator(of: target, leadsUp: bound > start.value)
    let isMet = isMet(value, bound, by: comparator, of: target)
    let progress = (value - start.value) / (bound - start.value)
    let expected = expectedProgress(from: start, to: bound, target)
    let hasTurned = hasTurned(since: start)
    return Assessment(
      status: status(progress: progress, expected: expected, isMet: isMet), latest: latest, timeProgress: time,
      progress: progress, targetValue: bound,
      requiredChangePerYear: isMet ? nil : requiredChange(from: value, to: bound, of: target),
      projection: hasTurned ? nil : projection(from: start, to: value, target), expectedProgress: expected,
      hasTurned: hasTurned)
  }

  /// A level without a baseline whose interim targets give a path: the path begins at the first of them. Nil if the
  /// latest figure is not later, or there is no such path.
  private func levelOnPath(_ value: Double, _ bound: Double, _ target: IndicatorTarget) -> Assessment? {
    guard let first = indicator.interimTargets.first, let start = indicator.value(of: first), !isNear(start, bound),
      latest.end > first.end, !isNear(latest.end, first.end),
      !indicator.hasBreak(after: first.end, upTo: latest.end)
    else { return nil }
    if indicator.isOnWrongSide { return notAssessable(.wrongSide) }
    return level(value, from: (first.end, start), to: bound, target)
  }

  /// Where nobody says which side of the target is good (`hasUnclearSide`), only the target itself is known to be.
  private func levelWithoutBaseline(_ value: Double, _ bound: Double, _ target: IndicatorTarget) -> Assessment {
    let isMet = isMet(value, bound, by: target.comparator, of: target)
    let isOver = time.map { isAtLeast($0, 1) } ?? false
    let projection = projection(from: firstPoint, to: value, target)
    guard isMet || isOver, !indicator.hasUnclearSide || isNear(value, bound) else {
      return Assessment(
        status: .notAssessable, reason: .noBaseline, latest: latest, timeProgress: time, targetValue: bound,
        requiredChangePerYear: indicator.hasUnclearSide ? nil : requiredChange(from: value, to: bound, of: target),
        projection: projection)
    }
    return Assessment(
      status: isMet ? achieved : .missed, latest: latest, timeProgress: time, targetValue: bound,
      projection: projection)
  }
}
