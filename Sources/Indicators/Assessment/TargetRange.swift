import DataFormats

extension Indicator {
  /// The range of the target, in the indicator's unit; nil for any other target.
  package var targetRange: ClosedRange<Double>? { target.flatMap(range(of:)) }

  package func range(of target: IndicatorTarget) -> ClosedRange<Double>? {
    guard isInRange, case .between(let low, let high) = target.goal else { return nil }
    return low.value...high.value
  }

  /// The number at which a target begins to be met on the way from the baseline: `value(of:)`, or of a range the end that
  /// is nearer to the baseline. Nil without a number, and for a range without a baseline.
  package func goalValue(of target: IndicatorTarget) -> Double? {
    guard let range = range(of: target) else { return value(of: target) }
    return baseline.map { range.clamped($0.value.value) }
  }
}

extension ClosedRange<Double> {
  /// The number in the range that is nearest to `value`.
  func clamped(_ value: Double) -> Double { Swift.min(Swift.max(value, lowerBound), upperBound) }

  /// The distance to the nearer end; 0 inside.
  func distance(to value: Double) -> Double { abs(value - clamped(value)) }
}

extension Assessor {
  /// A range is met inside; outside, p = 1 − d / d0, where d is the distance to the nearer end and d0 that of the baseline.
  func range(_ written: ClosedRange<Double>, _ target: IndicatorTarget) -> Assessment {
    guard let value = latest.value?.value else { return noFigures }
    let range = target.isApproximate ? wider(written) : written
    let nearest = written.clamped(value)
    let isMet = isNear(range.clamped(value), value)
    if isBeforeBaseline { return noneSinceBaseline }
    guard let start = indicator.baseline?.value.value else {
      return rangeWithoutBaseline(value, nearest, isMet: isMet, target)
    }
    if indicator.hasBreak(after: indicator.baselineTime, upTo: latest.end) {
      return notAssessable(.breakInSeries)
    }
    if indicator.isOnWrongSide { return notAssessable(.wrongSide) }
    let way = written.distance(to: start)
    let origin = (time: indicator.baselineTime, value: start)
    let required = isMet ? nil : requiredChange(from: value, to: nearest, of: target)
    // Whoever is inside wants to stay there, and does not go on as before.
    let projection = isMet || hasTurned(since: origin) ? nil : projection(from: origin, to: value, target)
    // From within the range there is no way to go: until the end a figure inside shows nothing, and one outside has left it.
    guard !isNear(way, 0) else {
      let isOver = time.map { isAtLeast($0, 1) } ?? false
      if isMet, !isOver { return notAssessable(.noDistance) }
      return Assessment(
        status: isMet ? .achieved : isOver ? .missed : .reversing, latest: latest, timeProgress: time,
        targetValue: nearest, requiredChangePerYear: required, projection: projection)
    }
    let progress = 1 - written.distance(to: value) / way
    let expected = expectedProgress(from: origin, to: written.clamped(start), target)
    let status = status(progress: progress, expected: expected, isMet: isMet)
    // Beyond the far end the way leads back: that is never "ahead".
    let isPast = (value > written.upperBound) == (start < written.lowerBound)
    let hasPassed = isPast && (status == .ahead || status == .onTrack || status == .behind)
    return Assessment(
      status: hasPassed ? .behind : status, reason: hasPassed ? .pastRange : nil, latest: latest, timeProgress: time,
      progress: progress, targetValue: nearest, requiredChangePerYear: required, projection: projection,
      expectedProgress: expected, hasTurned: hasTurned(since: origin))
  }

  /// An approximate range: 5 % of its ends wider, though not as far as the baseline.
  private func wider(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    func slack(_ end: Double, isNearEnd: Bool) -> Double {
      guard isNearEnd, let start = indicator.baseline?.value.value else {
        return abs(end) * IndicatorTarget.approximation
      }
      return IndicatorTarget.size(end, from: start) * IndicatorTarget.approximation
    }
    let start = indicator.baseline?.value.value
    let isBelow = start.map { $0 < range.lowerBound } ?? false
    let isAbove = start.map { $0 > range.upperBound } ?? false
    return
      (range.lowerBound - slack(range.lowerBound, isNearEnd: isBelow))...(range.upperBound
      + slack(range.upperBound, isNearEnd: isAbove))
  }

  private func rangeWithoutBaseline(
    _ value: Double, _ nearest: Double, isMet: Bool, _ target: IndicatorTarget
  ) -> Assessment {
    let isOver = time.map { isAtLeast($0, 1) } ?? false
    guard isMet || isOver else {
      return Assessment(
        status: .notAssessable, reason: .noBaseline, latest: latest, timeProgress: time, targetValue: nearest,
        requiredChangePerYear: requiredChange(from: value, to: nearest, of: target),
        projection: projection(from: firstPoint, to: value, target))
    }
    return Assessment(
      status: isMet ? achieved : .missed, latest: latest, timeProgress: time, targetValue: nearest,
      projection: projection(from: firstPoint, to: value, target))
  }
}
