import DataFormats

/// Floors, ceilings, and targets for every period: what each period must keep.
extension Indicator {
  /// Whether each period is compared with a bound of its own, rather than the newest with what should be reached.
  package var hasPeriodBounds: Bool {
    target.map { Indicator.hasPeriodBounds(kind, $0) } ?? false
  }

  private static func hasPeriodBounds(_ kind: IndicatorKind, _ target: IndicatorTarget) -> Bool {
    kind == .floor || kind == .ceiling || target.goal.isForEveryPeriod
  }

  /// Whether its bound is one that the figures must not fall below.
  package var isFloor: Bool { target?.goal.isForEveryPeriod == true ? wantsMore : kind == .floor }

  /// Whether a greater value is better for the target.
  package var wantsMore: Bool { target?.comparator.wantsMore ?? true }

  /// Whether it is a total or a growth that must stay below a limit, so that less of it is better.
  package var isLimit: Bool {
    guard kind == .increase || kind == .rate, !hasPeriodBounds, let target, let bound = targetValue,
      let wantsMore = wantsMore(by: target)
    else { return false }
    // −6 % is more of a fall than −5 %.
    return bound > 0 ? !wantsMore : kind == .rate && wantsMore
  }

  /// Whether a figure since the baseline is beyond the bound of its period, with all of its range if it has one. False for
  /// an indicator without such bounds.
  package func isBroken(_ observation: Observation) -> Bool {
    guard isBounded(observation), let value = observation.value?.value, let target,
      let bound = periodBound(at: observation.period)
    else { return false }
    func isKept(_ value: Double) -> Bool { isMet(value, bound, by: target.comparator, of: target) }
    guard !isKept(value) else { return false }
    return observation.range.map { !isKept($0.low.value) && !isKept($0.high.value) } ?? true
  }

  /// Whether a figure has to keep the bound of its period.
  private func isBounded(_ observation: Observation) -> Bool {
    hasPeriodBounds && observation.value != nil && !isAtLeast(baselineTime, observation.end)
      && periodBound(at: observation.period) != nil && isJudged(observation)
  }

  /// The figures that have to keep a bound, in order.
  var boundedObservations: [Observation] { hasPeriodBounds ? observations.filter(isBounded) : [] }

  /// A period as long as those that each have to keep a bound; nil where nothing says how long they are.
  var boundedPeriod: Period? {
    if let known = observations.first(where: { judgedMonths == 0 || $0.monthCount == judgedMonths }) {
      return known.period
    }
    return switch details?.frequency?.months {
    case 1: .month(plan.start, month: 1)
    case 3: .quarter(plan.start, quarter: 1)
    case 6: .half(plan.start, half: 1)
    default: nil
    }
  }

  /// The periods whose figures are beyond their bounds, in order.
  package var brokenPeriods: [Period] {
    hasPeriodBounds ? observations.filter(isBroken).map(\.period) : []
  }

  /// The bound of a period: of targets for every period that of the first that is not over, else that of the last; any other
  /// kind has one bound for all periods. How it is compared is said by the last target.
  func periodBound(at period: Period) -> Double? { target(at: period).flatMap(value(of:)) }

  /// The target that has the bound of a period.
  func target(at period: Period) -> IndicatorTarget? {
    guard let target, target.goal.isForEveryPeriod else { return target }
    return interimTargets.first { isAtLeast($0.period.end, period.end) } ?? target
  }
}

// MARK: - The time of a target

extension Indicator {
  /// The time of one of its targets. A level or a total is due in a period of the target. A bound and a rate hold for every
  /// year after the baseline, or after the interim target before: 2023–2028.
  func period(of target: IndicatorTarget) -> Period {
    Indicator.period(of: target, last: self.target, kind, interimTargets, baseline, plan)
  }

  /// `last` is the target of the indicator, `target` that or an interim target.
  static func period(
    of target: IndicatorTarget, last: IndicatorTarget?, _ kind: IndicatorKind, _ interimTargets: [IndicatorTarget],
    _ baseline: Baseline?, _ plan: PlanPeriod
  ) -> Period {
    guard kind == .rate || last.map({ hasPeriodBounds(kind, $0) }) ?? false else { return target.period }
    let hasSteps = kind == .rate || target.goal.isForEveryPeriod
    let before = hasSteps ? interimTargets.last { !isAtLeast($0.period.end, target.period.end) } : nil
    return target.period.withYears(after: before?.period.end ?? baselineTime(baseline, plan))
  }

  /// Whether the share of the time that has passed says something of the status. A bound holds at all times.
  package var isComparedWithTime: Bool { kind.isComparedWithTime && !hasPeriodBounds }
}
