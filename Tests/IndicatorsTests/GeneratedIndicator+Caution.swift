import Indicators

// Directions without a number, and what the ranges of the figures leave of a status.
extension GeneratedIndicator {
  var expected: Expectation {
    var result = comparable
    // There are later figures, and the one for the target's own time is missing. A total that has reached its target,
    // or has used up its limit, needs none.
    let isSettled =
      (kind == .cumulative || kind == .annual) && !isEvery
      && (result.status == .achievedEarly || result.status == .breached)
    guard isPassedOver, !isSettled else { return result }
    (result.status, result.reason, result.requiredChange, result.projection) = (.noData, .overdue, nil, nil)
    return result
  }

  /// A quarter neither meets nor misses what is promised from a whole year.
  private var comparable: Expectation {
    var result = cautious
    let unclear: [IndicatorStatus] = [.noData, .notAssessable, .planned]
    var timely = self
    if !isTrend { timely.values = values.filter { $0.end <= targetEnd } }
    timely.leaveOutQuarters()
    guard kind == .level, !isEvery, baseline != nil, !unclear.contains(result.status),
      timely.values.last(where: { $0.tenths != nil })?.months == 3
    else { return result }
    if result.status == .achievedEarly {
      (result.status, result.reason) = (.ahead, .periodLength)
    } else {
      result.reason = result.reason ?? .periodLength
    }
    return result
  }

  /// Levels, and targets for every period, are judged by whole years where there are any.
  mutating func leaveOutQuarters() {
    guard kind == .level || isEvery, values.contains(where: { $0.end > baseEnd && $0.tenths != nil && $0.months == 12 })
    else { return }
    values.removeAll { $0.months == 3 }
  }

  /// Whether there are figures for later periods than the target's, and none for it.
  private var isPassedOver: Bool {
    kind != .milestone && !isTrend && values.contains { $0.tenths != nil && $0.end > targetEnd }
      && !values.contains { $0.tenths != nil && $0.end == targetEnd }
  }

  private var cautious: Expectation {
    var result = expectedOfValues
    guard values.contains(where: { $0.range != nil }) else { return result }
    let (low, high) = (moved { $0.low }.expectedOfValues.status, moved { $0.high }.expectedOfValues.status)
    guard low != result.status || high != result.status else { return result }
    let unclear: [IndicatorStatus] = [.noData, .notAssessable, .planned]
    if unclear.contains(result.status) { return result }
    let way: [IndicatorStatus] = [.reversing, .behind, .onTrack, .ahead, .achievedEarly]
    let places = [result.status, low, high].compactMap(way.firstIndex)
    if places.count == 3 {
      // The possible value nearest to the middle of the way.
      let status: IndicatorStatus =
        places.contains { $0 >= 2 } && places.contains { $0 <= 2 }
        ? .onTrack : places.allSatisfy { $0 > 2 } ? way[places.min() ?? 2] : way[places.max() ?? 2]
      if status != result.status { (result.status, result.reason) = (status, .withinRange) }
      return result
    }
    let isKept = [result.status, low, high].allSatisfy { $0 == .held || $0 == .backWithin }
    if !isKept { (result.status, result.reason) = (.notAssessable, .withinRange) }
    return result
  }

  private func moved(_ end: ((low: Int128, high: Int128)) -> Int128) -> GeneratedIndicator {
    var other = self
    for index in other.values.indices {
      if let range = other.values[index].range {
        (other.values[index].tenths, other.values[index].range) = (end(range), nil)
      }
    }
    return other
  }

  /// The change a year since the baseline, or else since the first figure, compared with half a per cent of its
  /// starting value, or of its distance to the limit.
  func trend(_ latest: Value) -> Expectation {
    let first = values.first { $0.tenths != nil }
    let start: (end: Int128, tenths: Int128)? =
      baseline.map { (end: baseEnd, tenths: $0.tenths) } ?? first.map { (end: $0.end, tenths: $0.tenths ?? 0) }
    guard let start, start.end < latest.end, latest.end > startEnd else {
      return Expectation(status: .noData, reason: .baselineOnly)
    }
    if hasBreak(after: start.end, upTo: latest.end) {
      return Expectation(status: .notAssessable, reason: .breakInSeries)
    }
    let change = Fraction(((latest.tenths ?? 0) - start.tenths) * 12, latest.end - start.end)
    let size = abs(limit.map { $0 - start.tenths } ?? start.tenths)
    let amount = change < Fraction(0) ? Fraction(0) - change : change
    if change == Fraction(0) || size > 0 && amount < Fraction(size, 200) {
      return Expectation(status: .littleChange)
    }
    return Expectation(status: (change > Fraction(0)) == (direction == .up) ? .improving : .worsening)
  }
}
