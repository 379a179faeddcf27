import Indicators

extension GeneratedIndicator {
  struct Expectation {
    var status: IndicatorStatus
    var reason: StatusReason?
    var time: Fraction?
    var progress: Fraction?
    var expected: Fraction?
    var margin: Fraction?
    var requiredChange: Fraction?
    var projection: Fraction?
    /// Whether a number is exactly on the edge between two statuses.
    var isOnEdge = false
  }

  var baseEnd: Int128 { Int128(((baseline?.year ?? 2020) + 1) * 12) }
  /// The plan begins in 2021.
  var startEnd: Int128 { max(baseEnd, 2021 * 12) }
  var targetEnd: Int128 { Int128((targetYear + 1) * 12) }

  /// The number to reach; of a range the end on the side of the baseline.
  var bound: Fraction {
    let start = Fraction(baseline?.tenths ?? 0, 10)
    if let share { return start + Fraction(abs(baseline?.tenths ?? 0), 10) * Fraction(share, 1000) }
    if range != nil { return nearest(to: start) }
    let isAdded = isChange && kind != .cumulative && kind != .annual
    return Fraction(goal + (isAdded ? baseline?.tenths ?? 0 : 0), 10)
  }

  /// Whether more is better, where the author says so.
  var wantsMore: Bool? {
    switch comparator {
    case .atLeast?, .moreThan?: true
    case .atMost?, .lessThan?: false
    case nil: direction.map { $0 == .up }
    }
  }

  /// 5 % of the target; of a change, of the change.
  private var slack: Fraction {
    guard isApproximate else { return Fraction(0) }
    if isChange { return Fraction(abs(goal), 200) }
    let size = share == nil ? bound : bound - Fraction(baseline?.tenths ?? 0, 10)
    let whole = size < Fraction(0) ? Fraction(0) - size : size
    guard kind == .level, share == nil, let baseline else { return whole * Fraction(1, 20) }
    // If the baseline is that near too, 5 % of the way.
    let gap = bound - Fraction(baseline.tenths, 10)
    let way = gap < Fraction(0) ? Fraction(0) - gap : gap
    return (way <= whole * Fraction(1, 20) ? way : whole) * Fraction(1, 20)
  }

  func holds(_ value: Fraction, _ bound: Fraction, _ comparator: Comparator, slack: Fraction) -> Bool {
    switch comparator {
    case .atLeast: value >= bound - slack
    case .moreThan: value > bound - slack
    case .atMost: value <= bound + slack
    case .lessThan: value < bound + slack
    }
  }

  /// The status by the figures alone, without their ranges: those up to the target's end.
  var expectedOfValues: Expectation {
    var timely = self
    timely.hasNegative = (values.compactMap(\.tenths) + [baseline?.tenths].compactMap(\.self)).contains { $0 < 0 }
    if kind != .milestone, !isTrend { timely.values = values.filter { $0.end <= targetEnd } }
    timely.leaveOutQuarters()
    return timely.expectedOfTimelyValues
  }

  private var expectedOfTimelyValues: Expectation {
    guard let latest = values.last(where: { $0.tenths != nil || $0.state != nil }) else {
      return Expectation(status: .noData, reason: .noFigures)
    }
    if isTrend { return trend(latest) }
    let time = Fraction(latest.end - baseEnd, targetEnd - baseEnd)
    if kind == .milestone { return milestone(latest, time) }
    let value = Fraction(latest.tenths ?? 0, 10)
    if latest.end <= startEnd { return Expectation(status: .noData, reason: .baselineOnly) }
    if range != nil { return ranged(latest, value, time) }
    if isEvery { return every(latest, value, time) }
    switch kind {
    case .floor, .ceiling: return bounded(value, time)
    case .rate: return rate(latest, time)
    case .level where baseline == nil: return levelWithoutBaseline(latest, value, time)
    default: return moving(latest, value, time)
    }
  }

  private func milestone(_ latest: Value, _ time: Fraction) -> Expectation {
    let isOver = time >= Fraction(1)
    return switch latest.state {
    // On time within the year in which it is due, and late where it was done in a period after that.
    case .done:
      Expectation(
        status: latest.end <= targetEnd - 12 ? .achievedEarly : .achieved,
        reason: latest.end - latest.months >= targetEnd ? .doneLate : nil, time: time)
    case .started: Expectation(status: isOver ? .missed : .started, time: time)
    default: Expectation(status: isOver ? .missed : .planned, time: time)
    }
  }

  private func bounded(_ value: Fraction, _ time: Fraction) -> Expectation {
    let comparator = comparator ?? (kind == .floor ? .atLeast : .atMost)
    let isFloor = comparator == .atLeast || comparator == .moreThan
    let wasBreached = values.contains { given in
      given.end > baseEnd && given.tenths != nil
        && given.numbers.allSatisfy { !holds(Fraction($0, 10), bound, comparator, slack: slack) }
    }
    return Expectation(
      status: !holds(value, bound, comparator, slack: slack) ? .breached : wasBreached ? .backWithin : .held,
      time: time,
      margin: isFloor ? value - bound : bound - value,
      isOnEdge: value == (isFloor ? bound - slack : bound + slack))
  }

  func hasBreak(after start: Int128, upTo end: Int128) -> Bool {
    breaks.contains { Int128(($0 + 1) * 12) > start && Int128(($0 + 1) * 12) <= end }
  }

  // MARK: Levels and increases

  private func levelWithoutBaseline(_ latest: Value, _ value: Fraction, _ time: Fraction) -> Expectation {
    let isMet = holds(value, bound, comparator ?? (direction == .down ? .atMost : .atLeast), slack: slack)
    let isOver = time >= Fraction(1)
    // Above the target from the first figure on, without a statement whether that is good.
    let isUnclear =
      comparator == nil && direction == nil && value != bound
      && values.first { $0.tenths != nil }.flatMap(\.tenths).map { Fraction($0, 10) > bound } ?? false
    var result = Expectation(status: .missed, time: time)
    if isMet, !isUnclear {
      result.status = isOver ? .achieved : .achievedEarly
    } else if !isOver || isUnclear {
      result.status = .notAssessable
      result.reason = .noBaseline
      result.requiredChange = isUnclear ? nil : perYear(bound - value, from: latest)
    }
    if let first = values.first(where: { $0.tenths != nil }), let number = first.tenths {
      result.projection = line(from: (first.end, Fraction(number, 10)), to: latest, value)
    }
    return result
  }

  private func moving(_ latest: Value, _ given: Fraction, _ time: Fraction) -> Expectation {
    let start = kind == .level ? Fraction(baseline?.tenths ?? 0, 10) : begun
    let amounts = values.filter { $0.end > baseEnd && $0.tenths != nil }
    if kind == .annual, amounts.isEmpty { return Expectation(status: .noData, reason: .baselineOnly) }
    if bound == start { return Expectation(status: .notAssessable, reason: .noDistance, time: time) }
    if hasBreak(after: baseEnd, upTo: latest.end) {
      return Expectation(status: .notAssessable, reason: .breakInSeries, time: time)
    }
    if kind == .level, let wantsMore, wantsMore != (bound > start) {
      return Expectation(status: .notAssessable, reason: .wrongSide, time: time)
    }
    var value = given
    if kind == .annual {
      if Int128(amounts.count) != (latest.end - baseEnd) / 12 {
        return Expectation(status: .notAssessable, reason: .missingPeriod, time: time)
      }
      value = Fraction(amounts.reduce(0) { $0 + ($1.tenths ?? 0) }, 10)
    } else if kind == .cumulative, isChange, let baseline {
      value = given - Fraction(baseline.tenths, 10)
    }
    return judged(latest, value, from: start, time)
  }

  /// Rules 4 to 7, with δ = 1/20.
  private func judged(_ latest: Value, _ value: Fraction, from start: Fraction, _ time: Fraction) -> Expectation {
    let p = (value - start) / (bound - start)
    let comparator = comparator ?? (direction.map { $0 == .up } ?? (bound > start) ? .atLeast : .atMost)
    let isMet = holds(value, bound, comparator, slack: slack)
    let delta = Fraction(1, 20)
    let path = path(at: latest.end, from: start)
    let e = path ?? time
    var result = Expectation(status: .onTrack, time: time, progress: p, expected: path)
    result.isOnEdge = p == e + delta || p == e - delta || value == bound
    if kind != .level, comparator == .atMost || comparator == .lessThan {
      // A total is used up: beyond its limit for good, and within it only once the time is over.
      if time >= Fraction(1) {
        result.status = isMet ? .achieved : .missed
      } else if !isMet {
        (result.status, result.margin) = (.breached, bound - value)
      } else if p <= e - delta {
        result.status = .ahead
      } else if p >= e + delta {
        result.status = .behind
      }
      result.projection = projection(latest, value, from: start)
      return result
    }
    if isMet {
      result.status = time < Fraction(1) ? .achievedEarly : .achieved
    } else {
      result.requiredChange = perYear(bound - value, from: latest)
      if time >= Fraction(1) {
        result.status = .missed
      } else if p < Fraction(0), e >= Fraction(0) || p <= e - delta {
        result.status = .reversing
      } else if p >= e + delta {
        result.status = .ahead
      } else if p <= e - delta {
        result.status = .behind
      }
    }
    result.projection = projection(latest, value, from: start)
    return result
  }

  /// The share of the way that the interim targets expect, by straight lines from one to the next.
  func path(at now: Int128, from start: Fraction) -> Fraction? {
    let points = interim.map { (end: Int128(($0.year + 1) * 12), value: Fraction($0.tenths, 10)) }
      .filter { $0.end > baseEnd && $0.end < targetEnd }
    if points.isEmpty { return nil }
    let all = [(end: baseEnd, value: start)] + points + [(end: targetEnd, value: bound)]
    guard now < targetEnd else { return Fraction(1) }
    for (before, after) in zip(all, all.dropFirst()) where now <= after.end {
      let value = before.value + (after.value - before.value) * Fraction(now - before.end, after.end - before.end)
      return (value - start) / (bound - start)
    }
    return nil
  }

  /// What a running total had at the baseline's time, if later totals contain it.
  private var begun: Fraction {
    guard kind == .cumulative, !isChange || baseline == nil,
      let tenths = values.first(where: { $0.end == baseEnd })?.tenths ?? baseline?.tenths, tenths > 0,
      Fraction(tenths, 10) < bound,
      values.allSatisfy({ $0.end <= baseEnd || $0.tenths ?? tenths >= tenths })
    else { return Fraction(0) }
    return Fraction(tenths, 10)
  }

  private func projection(_ latest: Value, _ value: Fraction, from start: Fraction) -> Fraction? {
    kind == .level && hasTurned(from: start) ? nil : line(from: (baseEnd, start), to: latest, value)
  }

  /// Whether the last three figures go the other way than the change since the baseline, by more than their ranges.
  func hasTurned(from start: Fraction) -> Bool {
    let last = values.filter { $0.tenths != nil && $0.end > baseEnd }.suffix(3)
    guard last.count == 3, let newest = last.last?.tenths, Fraction(newest, 10) != start else { return false }
    let isGrowth = Fraction(newest, 10) > start
    return zip(last, last.dropFirst()).allSatisfy { before, after in
      guard let old = before.tenths, let new = after.tenths, old != new, (new > old) != isGrowth else { return false }
      return isGrowth
        ? (before.range?.low ?? old) > (after.range?.high ?? new)
        : (before.range?.high ?? old) < (after.range?.low ?? new)
    }
  }

  func perYear(_ distance: Fraction, from latest: Value) -> Fraction? {
    latest.end < targetEnd ? distance * Fraction(12, targetEnd - latest.end) : nil
  }

  func line(from start: (end: Int128, value: Fraction), to latest: Value, _ value: Fraction) -> Fraction? {
    guard start.end < latest.end, latest.end < targetEnd, !hasBreak(after: start.end, upTo: latest.end) else {
      return nil
    }
    // Three figures at least, and nothing below zero where no figure is.
    guard values.count(where: { $0.tenths != nil && $0.end > start.end }) >= 2 else { return nil }
    let end = start.value + (value - start.value) * Fraction(targetEnd - start.end, latest.end - start.end)
    return end < Fraction(0) && !hasNegative ? nil : end
  }
}
