/// The assessment of an indicator from its figures alone; the clock is never read. See
/// `Documentation/Content/5-progress.md`.
///
/// `asOf` is a point in time, in years as in `Period.end`: the assessment leaves out figures of periods that end later,
/// and a judgement by hand, which belongs to one day. An indicator retired by then has no verdict.
package func assess(_ indicator: Indicator, by rules: AssessmentRules, asOf time: Double? = nil) -> Assessment {
  let observations = indicator.judgedObservations(until: time)
  if let retired = indicator.retired, time.map({ isAtLeast($0, retired.on.end) }) ?? true {
    return .givenUp(indicator)
  }
  if time == nil, let judgement = indicator.judgement, !judgement.isLater(than: rules.knownUntil) {
    let given = Assessment(
      status: judgement.status, latest: observations.latest,
      timeProgress: observations.latest.flatMap(indicator.timeProgress), isJudged: true)
    guard let now = rules.knownUntil, indicator.hasOutlived(judgement, at: now) else { return given }
    return given.overdue(indicator.kind)
  }
  let assessment = observations.latest.map { latest in
    let assessor = Assessor(indicator: indicator, observations: observations, latest: latest, rules: rules)
    return assessor.comparable(assessor.withinRange(assessor.assessment()))
  }
  let result = assessment ?? indicator.withoutJudgedFigure(until: time)
  // A milestone's due date alone decides whether it was overdue, so milestones are judged at any `time`.
  guard time == nil || indicator.kind == .milestone,
    indicator.awaitsFigure(at: rules.knownUntil.map { min($0, time ?? $0) }, result)
  else { return result }
  return result.overdue(indicator.kind)
}

extension Judgement {
  /// Whether it is of a day after a time, in years: nobody knew it then.
  fileprivate func isLater(than time: Double?) -> Bool {
    guard let time, let on else { return false }
    return !Period.day(on).isOver(at: time)
  }
}

extension Indicator {
  /// The assessment by the target as first set. Nil if it was not changed, was in another unit, or is given up.
  package func assessmentByOriginalTarget(by rules: AssessmentRules, asOf time: Double? = nil) -> Assessment? {
    retired == nil ? original.map { assess($0, by: rules, asOf: time) } : nil
  }
}

// MARK: - Times and values

extension Indicator {
  /// The end of the baseline's period; without a baseline, the end of the year before the plan starts. In years.
  var baselineTime: Double { Indicator.baselineTime(baseline, plan) }

  static func baselineTime(_ baseline: Baseline?, _ plan: PlanPeriod) -> Double {
    baseline?.end ?? Period.year(plan.baselineYear).end
  }

  /// The time from which figures say how the plan is going, in years: the beginning of the plan, or the end of the
  /// baseline's period if that is later. A target that is due before the plan begins counts from its baseline.
  var startTime: Double {
    let start = Double(plan.start)
    guard start > baselineTime, target.map({ $0.end > start }) ?? true else { return baselineTime }
    return start
  }

  /// τ at an observation: 0 at the baseline's time, 1 at the target's, not bounded. Nil if the target's time is not
  /// after the baseline's.
  func timeProgress(at observation: Observation) -> Double? {
    guard let target, target.end > baselineTime else { return nil }
    return (observation.end - baselineTime) / (target.end - baselineTime)
  }

  /// The number to reach, in the indicator's unit; see `value(of:)`.
  package var targetValue: Double? { target.flatMap(value(of:)) }

  /// The number to reach by a target of this indicator: a change is added to the baseline, except that an increase
  /// starts from zero. Nil for a target without a number, for a range, for a change without a baseline, for a change in
  /// per cent of zero, and for figures that are too large to compute with.
  package func value(of target: IndicatorTarget) -> Double? {
    guard isInRange else { return nil }
    switch target.goal {
    case .value(let number), .every(let number): return number.value
    case .change(let change):
      if kind == .increase { return change.value }
      return baseline.map { roundedToTwelveDigits($0.value.value + change.value) }
    case .relative(let share):
      guard let start = baseline?.value.value, !isNear(start, 0) else { return nil }
      return roundedToTwelveDigits(start + abs(start) * share.value / 100)
    case .between, .phrase, .direction, .done: return nil
    }
  }

  /// Whether the target's time is over and no figure shows whether it was met: at `now`, in years, or because there are
  /// figures for later periods, whatever the site says of the time.
  fileprivate func awaitsFigure(at now: Double?, _ assessment: Assessment) -> Bool {
    guard let target, target.isPeriodKnown else { return false }
    if passedOverAt == nil {
      guard let now, isAtLeast(now, target.end) else { return false }
      if let next = details?.nextUpdate, !isAtLeast(now, next.end) { return false }
    }
    guard let latest = assessment.latest else { return true }
    // A finished milestone, or a total that has reached its target or is beyond its limit, needs no newer figure.
    if latest.state == .done { return false }
    if kind == .increase, !hasPeriodBounds, assessment.status == .achievedEarly || assessment.status == .breached {
      return false
    }
    return !isAtLeast(latest.end, target.end)
  }

  /// Whether the series was redefined after `start` and no later than `end`, both in years.
  func hasBreak(after start: Double, upTo end: Double) -> Bool {
    breaks.contains { $0.end > start && $0.end <= end }
  }

  /// Whether a judgement by hand says how a target is getting on whose time was over at `now`, in years. A judgement
  /// that the target is met or missed stays, as does one of a later day.
  fileprivate func hasOutlived(_ judgement: Judgement, at now: Double) -> Bool {
    guard let target, target.isPeriodKnown, isAtLeast(now, target.end) else { return false }
    switch judgement.status {
    case .ahead, .onTrack, .started, .improving, .behind, .reversing, .worsening, .littleChange, .planned: break
    case .achieved, .achievedEarly, .held, .backWithin, .missed, .breached, .noData, .notAssessable: return false
    }
    return judgement.on.map { !isAtLeast(Period.day($0).end, target.end) } ?? true
  }
}
