extension Assessor {
  /// A floor, a ceiling or a target for every period is held or breached by a margin; it has no progress.
  func bound(_ target: IndicatorTarget) -> Assessment {
    guard let value = latest.value?.value else { return noFigures }
    guard let bound = indicator.periodBound(at: latest.period) else { return notAssessable(.noBaseline) }
    if isBeforeBaseline { return noneSinceBaseline }
    let wasBroken = observations.contains(where: indicator.isBroken)
    // A target for every period stays breached, whatever the later figures are.
    let isBreached = indicator.isBroken(latest) || wasBroken && target.goal.isForEveryPeriod
    let status: IndicatorStatus = isBreached ? .breached : wasBroken ? .backWithin : .held
    // Nobody knows whether a period without a figure kept it.
    if status == .held, target.goal.isForEveryPeriod, isPeriodMissing { return notAssessable(.missingPeriod) }
    return Assessment(
      status: status,
      latest: latest, timeProgress: time, targetValue: bound,
      margin: roundedToTwelveDigits(target.comparator.wantsMore ? value - bound : bound - value))
  }

  /// Whether a whole period is left out between the figures since the baseline. Its length is the indicator's
  /// publication interval or that of the longest period with a figure: a quarter after a year leaves nothing out.
  private var isPeriodMissing: Bool {
    let start = indicator.baselineTime
    let periods = observations.filter { $0.value != nil && !isAtLeast(start, $0.period.end) }.map(\.period)
    let length = periods.map { $0.end - $0.start }.max() ?? 0
    let interval = max(length, Double(indicator.details?.frequency?.months ?? 0) / 12)
    var before = start
    for period in periods {
      if period.start > before + interval - Indicator.slack { return true }
      before = max(before, period.end)
    }
    return false
  }

  /// A milestone is planned, started or achieved; if its time is over before it is done, it is missed. Done within the period
  /// in which it is due it is on time: one for 2026 is early only before 2026.
  func milestone(_ target: IndicatorTarget) -> Assessment {
    let isOver = isAtLeast(latest.end, target.end)
    let status: IndicatorStatus =
      switch latest.state {
      case .done: isAtLeast(target.period.start, latest.end) ? .achievedEarly : .achieved
      case .started: isOver ? .missed : .started
      case .planned: isOver ? .missed : .planned
      case nil: .noData
      }
    let isLate = latest.state == .done && isAtLeast(latest.period.start, target.end)
    return Assessment(
      status: status, reason: status == .noData ? .noFigures : isLate ? .doneLate : nil, latest: latest,
      timeProgress: time)
  }
}
