/// Judges an indicator by its figures alone; the clock is never read. DESIGN §5.
///
/// `tolerance` is δ, a fraction of the whole way (0.05 is five per cent): within it of the time progress, an
/// indicator is on track; at its very edge it is ahead or behind.
package func assess(_ indicator: Indicator, tolerance: Double) -> Assessment {
  if let judgement = indicator.judgement {
    return Assessment(
      status: judgement.status, latest: indicator.latest,
      timeProgress: indicator.latest.flatMap(indicator.timeProgress),
      isJudged: true)
  }
  guard let latest = indicator.latest else {
    return Assessment(status: .noData, targetValue: indicator.targetValue)
  }
  let judge = Judge(indicator: indicator, latest: latest, tolerance: tolerance)
  guard let target = indicator.target else { return judge.notAssessable(.noTarget) }
  if case .phrase = target.goal { return judge.notAssessable(.phrase) }
  return switch indicator.kind {
  case .level: judge.level(target)
  case .increase: judge.increase(target)
  case .floor, .ceiling: judge.bound(target)
  case .rate: judge.rate(target)
  case .milestone: judge.milestone(target)
  }
}

// MARK: - Times and numbers

extension Indicator {
  /// The end of the baseline's period; without one, the end of the year before the plan starts. In years.
  var baselineTime: Double { baseline?.period.end ?? Period.year(plan.baselineYear).end }

  /// τ at an observation; nil where the target's time is not after the baseline's.
  func timeProgress(at observation: Observation) -> Double? {
    guard let target, target.period.end > baselineTime else { return nil }
    return (observation.period.end - baselineTime) / (target.period.end - baselineTime)
  }

  /// The number to reach: a change is added to the baseline, but for an increase, which starts from nothing.
  package var targetValue: Double? { target.flatMap(value(of:)) }

  /// The same of any of its targets.
  package func value(of target: IndicatorTarget) -> Double? {
    switch target.goal {
    case .value(let number): return number.value
    case .change(let change):
      if kind == .increase { return change.value }
      return baseline.map { withoutBinaryNoise($0.value.value + change.value) }
    case .phrase, .done: return nil
    }
  }

  /// Whether the series was redefined after a time and up to another.
  func hasBreak(after start: Double, upTo end: Double) -> Bool {
    breaks.contains { $0.end > start && $0.end <= end }
  }
}

/// The parts that the rules of all kinds share.
struct Judge {
  let indicator: Indicator
  let latest: Observation
  let tolerance: Double

  var time: Double? { indicator.timeProgress(at: latest) }

  /// Growth is averaged also beside a target in words: a reader can compare it.
  func notAssessable(_ reason: NotAssessableReason) -> Assessment {
    Assessment(
      status: .notAssessable, reason: reason, latest: latest, timeProgress: time, targetValue: indicator.targetValue,
      achievedAverage: indicator.kind == .rate && reason == .phrase ? averageGrowth : nil)
  }

  /// Whether the newest figure is older than the baseline: then nothing has been observed on the way from it.
  var isBeforeBaseline: Bool {
    latest.period.end < indicator.baselineTime && !isNear(latest.period.end, indicator.baselineTime)
  }

  /// Rule 1 for figures that are all from before: the newest one is shown and not judged.
  var noneSinceBaseline: Assessment {
    Assessment(status: .noData, latest: latest, timeProgress: time, targetValue: indicator.targetValue)
  }

  /// Rule 4: met before its time, or in time. A target without a time of its own is met when it is met.
  var achieved: IndicatorStatus {
    guard let time else { return .achieved }
    return isAtLeast(time, 1) ? .achieved : .achievedEarly
  }

  /// Rules 4 to 7 for a progress `p`.
  func status(progress: Double, isMet: Bool) -> IndicatorStatus {
    if isMet { return achieved }
    guard let time else { return progress < 0 ? .reversing : .onTrack }
    if isAtLeast(time, 1) { return .missed }
    if progress < 0, !isNear(progress, 0) { return .reversing }
    if isAtLeast(progress, time + tolerance) { return .ahead }
    if isAtLeast(time - tolerance, progress) { return .behind }
    return .onTrack
  }

  /// Whether a value reaches a target; an approximate one counts as met within 5 %, of a change within 5 % of that.
  func isMet(_ value: Double, _ bound: Double, by comparator: Comparator, of target: IndicatorTarget) -> Bool {
    if case .change(let change) = target.goal {
      return isMet(value, bound, by: comparator, of: target, size: abs(change.value))
    }
    return isMet(value, bound, by: comparator, of: target, size: abs(bound))
  }

  /// `size` is what the 5 % are of.
  func isMet(
    _ value: Double, _ bound: Double, by comparator: Comparator, of target: IndicatorTarget, size: Double
  ) -> Bool {
    let slack = target.isApproximate ? size * IndicatorTarget.approximation : 0
    return comparator.holds(value, comparator.wantsMore ? bound - slack : bound + slack)
  }

  /// As written; a target that leads down is met from above where nobody wrote how.
  func comparator(of target: IndicatorTarget, leadsUp: Bool) -> Comparator {
    target.isComparatorWritten || leadsUp ? target.comparator : .atMost
  }

  /// What a year must bring from the latest value on; nil where the time is over.
  func requiredChange(from value: Double, to bound: Double, of target: IndicatorTarget) -> Double? {
    let years = target.period.end - latest.period.end
    return years > 0 ? withoutBinaryNoise((bound - value) / years) : nil
  }
}

/// `a >= b`, but for the rounding of binary fractions: 0.4 + 0.05 reaches 0.45.
func isAtLeast(_ a: Double, _ b: Double) -> Bool {
  a >= b || isNear(a, b)
}
