/// Which figures a target is judged by.
extension Indicator {
  /// The headline series up to `time`, in years, without figures that say nothing of the target: those after the one for
  /// its own time, and parts of the periods that each have to reach it.
  package func judgedObservations(until time: Double? = nil) -> ArraySlice<Observation> {
    let end = min(time ?? .infinity, judgedUntil)
    let known = end.isInfinite ? observations[...] : observations.prefix { $0.period.isOver(at: end) }
    guard wholeMonths > 0 else { return known }
    return known.filter { $0.period.monthCount == wholeMonths }[...]
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

  /// The months of the periods of which each has to reach an amount, if there are shorter ones too; else 0. The amount of a
  /// quarter says nothing of what a year has to reach.
  static func wholeMonths(_ kind: IndicatorKind, _ target: IndicatorTarget?, _ observations: [Observation]) -> Int {
    guard kind == .increase, target?.goal.isForEveryPeriod == true else { return 0 }
    let lengths = Set(observations.map(\.period.monthCount))
    return lengths.count > 1 ? lengths.max() ?? 0 : 0
  }

  /// Whether a figure is one of `judgedObservations`.
  func isJudged(_ observation: Observation) -> Bool {
    (judgedUntil.isInfinite || !observation.end.isLater(than: judgedUntil))
      && (wholeMonths == 0 || observation.period.monthCount == wholeMonths)
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
  /// Whether the periods of the amounts in `observations` follow one another from the baseline on.
  func coverage(of observations: some Sequence<Observation>) -> Coverage {
    let slack = Indicator.slack
    var before: Period?
    var hasGap = false
    for observation in observations {
      let period = observation.period
      if let before {
        // By their ends, so that of two periods that overlap, two neighbours do.
        if period.start < before.end - slack { return .overlap(before, period) }
        if period.start > before.end + slack { hasGap = true }
      } else if period.start > baselineTime + (period.end - period.start) - slack {
        // A budget year may begin some months after the plan.
        hasGap = true
      }
      before = period
    }
    return hasGap ? .gap : .complete
  }
}
