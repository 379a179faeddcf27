extension Assessor {
  /// p = the amount accumulated so far / vT; for a running total that was begun before, both without what it began with.
  func increase(_ target: IndicatorTarget) -> Assessment {
    guard let bound = indicator.targetValue else { return notAssessable(.noTarget) }
    if isBeforeBaseline || indicator.measure == .annual && amounts.isEmpty { return noneSinceBaseline }
    if isNear(bound, 0) { return notAssessable(.zeroTarget) }
    if indicator.hasBreak(after: indicator.baselineTime, upTo: latest.end) {
      return notAssessable(.breakInSeries)
    }
    if indicator.measure == .annual {
      switch indicator.coverage(of: amounts) {
      case .complete: break
      case .gap: return notAssessable(.missingPeriod)
      case .overlap: return notAssessable(.overlap)
      }
    }
    guard let value = total(target) else { return noFigures }
    let comparator = comparator(of: target, leadsUp: bound > 0)
    let isMet = isMet(value, bound, by: comparator, of: target)
    let begun = indicator.begunTotal?.value ?? 0
    let start = (time: indicator.baselineTime, value: begun)
    let progress = (value - begun) / (bound - begun)
    let expected = expectedProgress(from: start, to: bound, target)
    if !comparator.wantsMore, bound > 0 {
      let status = limitStatus(progress: progress, expected: expected, isMet: isMet)
      return Assessment(
        status: status, latest: latest, timeProgress: time, progress: progress, targetValue: bound,
        margin: status == .breached ? roundedToTwelveDigits(bound - value) : nil,
        projection: projection(from: start, to: value, target), expectedProgress: expected)
    }
    return Assessment(
      status: status(progress: progress, expected: expected, isMet: isMet), latest: latest, timeProgress: time,
      progress: progress, targetValue: bound,
      requiredChangePerYear: isMet ? nil : requiredChange(from: value, to: bound, of: target),
      projection: projection(from: start, to: value, target),
      expectedProgress: expected)
  }

  /// A total that must stay below a limit: the less of it is used up, the better. It cannot fall, so beyond the limit it is
  /// breached whatever the time, and within it it is met only when the time is over.
  private func limitStatus(progress: Double, expected: Double?, isMet: Bool) -> IndicatorStatus {
    guard let time else { return isMet ? .achieved : .breached }
    if isAtLeast(time, 1) { return isMet ? .achieved : .missed }
    if !isMet { return .breached }
    let expected = expected ?? time
    if isAtLeast(expected - rules.tolerance, progress) { return .ahead }
    if isAtLeast(progress, expected + rules.tolerance) { return .behind }
    return .onTrack
  }

  /// The amount accumulated since the beginning. Yearly amounts are those of all years, without a gap.
  private func total(_ target: IndicatorTarget) -> Double? {
    guard let value = latest.value?.value else { return nil }
    switch indicator.measure {
    case .cumulative:
      // With a change and a baseline the observations are levels, and the accumulated amount is the difference.
      if case .change = target.goal, let baseline = indicator.baseline { return value - baseline.value.value }
      return value
    case .annual: return amounts.reduce(0) { $0 + ($1.value?.value ?? 0) }
    }
  }

  /// The amounts observed since the baseline.
  private var amounts: [Observation] {
    observations.filter {
      $0.period.end > indicator.baselineTime && !isNear($0.period.end, indicator.baselineTime) && $0.value != nil
    }
  }
}
