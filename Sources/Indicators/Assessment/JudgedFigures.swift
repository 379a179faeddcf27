/// Which figures a target is judged by.
extension Indicator {
  /// The headline series up to `time`, in years, without figures that say nothing of the target: those after the one for
  /// its own time, and parts of the periods that each have to reach it.
  package func judgedObservations(until time: Double? = nil) -> ArraySlice<Observation> {
    let end = min(time ?? .infinity, judgedUntil)
    let known = end.isInfinite ? observations[...] : observations.prefix { $0.period.isOver(at: end) }
    guard judgedMonths > 0 else { return known }
    return known.filter { $0.monthCount == judgedMonths }[...]
  }

  /// The figure that the target is judged by: the newest one, or the one for the target's own time.
  package var judgedFigure: Observation? { judgedObservations().latest }

  /// The end of the last figure that counts, in years: what comes after the target's time neither meets nor misses it. A
  /// figure whose period begins within that time and ends after it, such as that of a budget year, is one for it. Infinite
  /// while no figure is later, and for a milestone.
  static func judgedUntil(
    _ kind: IndicatorKind, _ target: IndicatorTarget?, _ direction: Direction?, _ observations: [Observation]
  ) -> Double {
    guard kind != .milestone, let target, target.isPeriodKnown, target.goal.isNumber || direction != nil,
      let last = observations.last?.end, last > target.end, !isNear(last, target.end)
    else { return .infinity }
    // By index: copying an observation takes longer than reading one of its fields.
    for index in observations.indices where observations[index].value != nil {
      let period = observations[index].period
      if isAtLeast(period.end, target.end) {
        return period.start < target.end - slack ? period.end : target.end
      }
    }
    return .infinity
  }

  /// The end of the newest figure, in years, if it and all others since the target's time are for later periods: figures have
  /// gone on, and the one that decides was left out. Nil for any other target.
  var passedOverAt: Double? {
    guard let target, judgedUntil.isFinite, isNear(judgedUntil, target.end),
      let newest = observations.last(where: { $0.value != nil })?.period.end, newest > target.end + Self.slack,
      !observations.contains(where: { $0.value != nil && isNear($0.period.end, target.end) })
    else { return nil }
    return newest
  }

  /// Half a month, in years: the periods of data begin and end with months.
  static let slack = 1.0 / 24

  /// The months of the periods by which the target is judged, where there are figures for periods of several lengths; else
  /// 0. The figure of a quarter does not show whether a year reached its target, nor that of a year whether a quarter did.
  ///
  /// Of a target for every period, these are those of the stated frequency, or else the longest. Levels and rates are
  /// judged by whole years, unless the baseline is for another period.
  static func judgedMonths(
    _ kind: IndicatorKind, _ target: IndicatorTarget?, _ baseline: Baseline?, _ plan: PlanPeriod,
    _ frequency: Frequency?, _ observations: [Observation], until end: Double
  ) -> Int {
    let isForEvery = target?.goal.isForEveryPeriod == true
    guard isForEvery || kind == .level || kind == .rate else { return 0 }
    let start = baselineTime(baseline, plan)
    var shortest = Int.max
    var longest = 0
    var hasStated = false
    let stated = isForEvery ? frequency?.months : nil
    // By index: copying an observation takes longer than reading one of its fields.
    for index in observations.indices where observations[index].value != nil {
      let months = observations[index].monthCount
      let time = observations[index].end
      guard months > 0, !time.isLater(than: end), time.isLater(than: start) else {
        continue
      }
      shortest = min(shortest, months)
      longest = max(longest, months)
      if months == stated { hasStated = true }
    }
    // Years where each quarter has to reach the target are not judged at all.
    if let stated, hasStated ? shortest < longest : stated < 12 && longest > stated { return stated }
    guard shortest < longest else { return 0 }
    if isForEvery { return longest }
    guard longest == 12, baseline.map({ $0.period.monthCount == 12 }) ?? true else { return 0 }
    return longest
  }

  /// Whether a figure is for a part of a year where the baseline is for a whole one, so that the two cannot be compared
  /// without care.
  func isPartOfYear(_ observation: Observation) -> Bool {
    guard kind == .level, !hasPeriodBounds, baseline?.period.monthCount == 12 else { return false }
    return (1..<12).contains(observation.monthCount)
  }

  /// Whether a figure is one of `judgedObservations`.
  func isJudged(_ observation: Observation) -> Bool {
    (judgedUntil.isInfinite || !observation.end.isLater(than: judgedUntil))
      && (judgedMonths == 0 || observation.monthCount == judgedMonths)
  }
}

/// How amounts of single periods cover the time since the baseline.
enum Coverage {
  case complete
  /// A period in between has no amount.
  case gap
  /// Two periods share some time, so that an amount would count twice.
  case overlap(Period, Period)
}

extension Indicator {
  /// Whether the periods of the amounts in `observations` follow one another from `start` on, by default from the baseline;
  /// in years.
  func coverage(of observations: some Sequence<Observation>, since start: Double? = nil) -> Coverage {
    let start = start ?? baselineTime
    let slack = Indicator.slack
    var before: Period?
    var hasGap = false
    for observation in observations {
      let period = observation.period
      if let before {
        // By their ends, so that of two periods that overlap, two neighbours do.
        if period.start < before.end - slack { return .overlap(before, period) }
        if period.start > before.end + slack { hasGap = true }
      } else if period.start > start + (period.end - period.start) - slack {
        // A budget year may begin some months after the plan.
        hasGap = true
      }
      before = period
    }
    return hasGap ? .gap : .complete
  }
}
