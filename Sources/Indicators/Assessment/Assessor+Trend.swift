extension Assessor {
  /// A direction without a number: the change a year since the baseline, or since the first figure where the plan begins
  /// by measuring. It is a fraction of the first value, or of its distance to the limit where there is one.
  func trend() -> Assessment {
    guard let direction = indicator.direction, let value = latest.value?.value else { return notAssessable(.phrase) }
    let baseline = indicator.baseline.map { (time: $0.period.end, value: $0.value.value) }
    // Without a target nothing is promised for the time of the plan.
    guard let start = baseline ?? firstPoint, !isAtLeast(start.time, latest.end),
      indicator.target == nil || !isBeforeBaseline
    else {
      return Assessment(status: .noData, reason: .baselineOnly, latest: latest)
    }
    if indicator.hasBreak(after: start.time, upTo: latest.end) {
      return Assessment(status: .notAssessable, reason: .breakInSeries, latest: latest)
    }
    let scale = indicator.limit.map { abs($0.value - start.value) } ?? abs(start.value)
    let change = (value - start.value) / (latest.end - start.time)
    let turned = hasTurned(since: start)
    // From zero any change is more than a share of it.
    guard !isNear(scale, 0) else {
      let status: IndicatorStatus =
        isNear(change, 0) ? .littleChange : (change > 0) == (direction == .up) ? .improving : .worsening
      return Assessment(status: status, latest: latest, hasTurned: turned)
    }
    let trend = change / scale
    let isLittle = abs(trend) < rules.littleChange && !isNear(abs(trend), rules.littleChange)
    let status: IndicatorStatus =
      isLittle ? .littleChange : (trend > 0) == (direction == .up) ? .improving : .worsening
    // Across zero, and from a value below it, a share of the first value says nothing to a reader.
    let isSaid = indicator.limit != nil || min(start.value, value) >= 0
    return Assessment(status: status, latest: latest, trend: isSaid ? trend : nil, hasTurned: turned)
  }

  /// Whether the last three figures after `start` all go the other way than the change from it to the last of them. Figures
  /// whose ranges overlap go neither way.
  func hasTurned(since start: (time: Double, value: Double)) -> Bool {
    var (third, second, last): (Double?, Double?, Double?) = (nil, nil, nil)
    // By index: copying an observation takes longer than reading one of its fields.
    var indexes = (third: observations.startIndex, second: observations.startIndex, last: observations.startIndex)
    for index in observations.indices {
      guard let value = observations[index].value?.value else { continue }
      if last == nil, isAtLeast(start.time, observations[index].end) { continue }
      (third, second, last) = (second, last, value)
      indexes = (indexes.second, indexes.last, index)
    }
    guard let third, let second, let last else { return false }
    if isNear(last, start.value) || isNear(last, second) || isNear(second, third) { return false }
    let isGrowth = last > start.value
    guard (last > second) != isGrowth, (second > third) != isGrowth else { return false }
    return !isWithinRanges(indexes.third, indexes.second) && !isWithinRanges(indexes.second, indexes.last)
  }

  /// Whether the ranges of two figures overlap; a figure without one is its own range.
  private func isWithinRanges(_ a: Int, _ b: Int) -> Bool {
    guard let first = observations[a].interval, let second = observations[b].interval else { return false }
    return first.overlaps(second)
  }
}

extension Observation {
  /// Its range, or its value alone.
  fileprivate var interval: ClosedRange<Double>? {
    range.map { $0.low.value...$0.high.value } ?? value.map { $0.value...$0.value }
  }
}
