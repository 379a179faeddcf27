/// Assesses one indicator. The rules of each kind are in `Assessor+….swift`; their shared parts are here.
struct Assessor {
  let indicator: Indicator
  /// The headline series, by period; not always all of it, see `assess`.
  let observations: ArraySlice<Observation>
  /// The last observation with a value or a state.
  let latest: Observation
  let rules: AssessmentRules

  func assessment() -> Assessment {
    guard indicator.isInRange else { return notAssessable(.outOfRange) }
    guard let target = indicator.target else {
      return indicator.direction == nil ? notAssessable(.noTarget) : trend()
    }
    switch target.goal {
    case .between(let low, let high): return range(low.value...high.value, target)
    case .every: return bound(target)
    case .phrase: if indicator.direction == nil { return notAssessable(.phrase) } else { return trend() }
    case .direction: return trend()
    case .value, .change, .relative, .done: break
    }
    return switch indicator.kind {
    case .level: level(target)
    case .increase: increase(target)
    case .floor, .ceiling: bound(target)
    case .rate: rate(target)
    case .milestone: milestone(target)
    }
  }

  /// τ at the latest figure.
  var time: Double? { indicator.timeProgress(at: latest) }

  /// A rate with a target in words still has its average growth, which a reader can compare with those words.
  func notAssessable(_ reason: StatusReason) -> Assessment {
    Assessment(
      status: .notAssessable, reason: reason, latest: latest, timeProgress: time, targetValue: indicator.targetValue,
      achievedAverage: indicator.kind == .rate && reason == .phrase ? averageGrowth : nil)
  }

  /// Whether the newest figure is from before the plan, or for the baseline's time or earlier, so that nothing has been
  /// observed since.
  var isBeforeBaseline: Bool { isAtLeast(indicator.startTime, latest.end) }

  /// Rule 1 for an indicator with no figure since its baseline: the newest is shown but not assessed.
  var noneSinceBaseline: Assessment {
    Assessment(status: .noData, reason: .baselineOnly, latest: latest, targetValue: indicator.targetValue)
  }

  /// The newest figure is known to be missing.
  var noFigures: Assessment { Assessment(status: .noData, reason: .noFigures) }

  /// Rule 4 for a target that is met: early if its time is not over. A target without a time progress is never early.
  var achieved: IndicatorStatus {
    guard let time else { return .achieved }
    return isAtLeast(time, 1) ? .achieved : .achievedEarly
  }

  /// Rules 4 to 7 for a progress p, compared with the progress that is expected: that of the plan's path, else τ.
  func status(progress: Double, expected: Double?, isMet: Bool) -> IndicatorStatus {
    if isMet { return achieved }
    guard let time else { return progress < 0 ? .reversing : .onTrack }
    if isAtLeast(time, 1) { return .missed }
    let expected = expected ?? time
    // A path may lead away from the target first: who is on it does not reverse.
    let isExpected = expected < 0 && !isAtLeast(expected - rules.tolerance, progress)
    if progress < 0, !isNear(progress, 0), !isExpected { return .reversing }
    if isAtLeast(progress, expected + rules.tolerance) { return .ahead }
    if isAtLeast(expected - rules.tolerance, progress) { return .behind }
    return .onTrack
  }

  func isMet(_ value: Double, _ bound: Double, by comparator: Comparator, of target: IndicatorTarget) -> Bool {
    indicator.isMet(value, bound, by: comparator, of: target)
  }

  /// The written comparator, else the one of the indicator's direction, else "at least" for a target that leads up and
  /// "at most" for one that leads down.
  func comparator(of target: IndicatorTarget, leadsUp: Bool) -> Comparator {
    target.isComparatorWritten || indicator.direction != nil || leadsUp ? target.comparator : .atMost
  }

  /// The change per year from the latest value that reaches the target in time; nil if the time is over.
  func requiredChange(from value: Double, to bound: Double, of target: IndicatorTarget) -> Double? {
    let years = target.end - latest.end
    return years > 0 ? roundedToTwelveDigits((bound - value) / years) : nil
  }

  /// The first observed value.
  var firstPoint: (time: Double, value: Double)? {
    observations.first { $0.value != nil }.flatMap { first in
      first.value.map { (first.end, $0.value) }
    }
  }

  /// The value at the target's time on the straight line through `start` and the latest value. Nil if the target's time
  /// is over, if there are fewer than three figures from `start` on, if the series was redefined between them, and if the
  /// value is impossible; see `Indicator.isPossible`.
  func projection(
    from start: (time: Double, value: Double)?, to value: Double, _ target: IndicatorTarget
  ) -> Double? {
    guard let start, latest.end > start.time, target.end > latest.end,
      !indicator.hasBreak(after: start.time, upTo: latest.end), hasTwoFigures(after: start.time)
    else { return nil }
    let projection = roundedToTwelveDigits(
      start.value + (value - start.value) * (target.end - start.time) / (latest.end - start.time))
    return indicator.isPossible(projection) ? projection : nil
  }

  /// Whether two figures or more are later than `time`: with the one at `time` they are three.
  private func hasTwoFigures(after time: Double) -> Bool {
    var count = 0
    for index in observations.indices
    where observations[index].value != nil && !isAtLeast(time, observations[index].end) { count += 1 }
    return count >= 2
  }
}

extension Indicator {
  /// Whether a value meets a target. An approximate target is met within 5 % of its value, or, if it is a change, within
  /// 5 % of the change. If the baseline is within 5 % of the value itself, it is 5 % of the way: where a plan starts from is
  /// never what it should reach.
  func isMet(_ value: Double, _ bound: Double, by comparator: Comparator, of target: IndicatorTarget) -> Bool {
    var size: Double =
      switch target.goal {
      case .change(let change): abs(change.value)
      case .relative: abs(bound - (baseline?.value.value ?? 0))
      case .value, .between, .every, .phrase, .direction, .done: abs(bound)
      }
    if target.isApproximate, kind == .level, case .value = target.goal, let start = baseline?.value.value {
      size = IndicatorTarget.size(bound, from: start)
    }
    return target.isMet(value, bound, by: comparator, size: size)
  }
}

extension IndicatorTarget {
  /// The amount from which an approximate target may differ by 5 %: the number to reach, or the way to it where that is
  /// shorter than the 5 %.
  static func size(_ bound: Double, from start: Double) -> Double {
    let way = abs(bound - start)
    return isAtLeast(abs(bound) * approximation, way) ? way : abs(bound)
  }

  /// `size` is the amount of which an approximate target allows 5 %.
  func isMet(_ value: Double, _ bound: Double, by comparator: Comparator, size: Double) -> Bool {
    let slack = isApproximate ? size * IndicatorTarget.approximation : 0
    return comparator.holds(value, comparator.wantsMore ? bound - slack : bound + slack)
  }
}
