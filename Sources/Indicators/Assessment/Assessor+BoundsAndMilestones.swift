extension Assessor {
  /// A floor or ceiling is held or breached by a margin; it has no progress.
  func bound(_ target: IndicatorTarget) -> Assessment {
    guard let value = latest.value?.value else { return noFigures }
    guard let bound = indicator.targetValue else { return notAssessable(.noBaseline) }
    if isBeforeBaseline { return noneSinceBaseline }
    let isHeld = isMet(value, bound, by: target.comparator, of: target)
    return Assessment(
      status: !isHeld ? .breached : wasBreached(bound, target) ? .backWithin : .held, latest: latest,
      timeProgress: time, targetValue: bound,
      margin: roundedToTwelveDigits(target.comparator.wantsMore ? value - bound : bound - value))
  }

  /// Whether any figure since the baseline is beyond the bound.
  private func wasBreached(_ bound: Double, _ target: IndicatorTarget) -> Bool {
    observations.contains { observation in
      guard let value = observation.value?.value, !isAtLeast(indicator.baselineTime, observation.period.end) else {
        return false
      }
      return !isMet(value, bound, by: target.comparator, of: target)
    }
  }

  /// A milestone is planned, started or achieved; if its time is over before it is done, it is missed.
  func milestone(_ target: IndicatorTarget) -> Assessment {
    let isOver = latest.period.end > target.period.end || isNear(latest.period.end, target.period.end)
    let status: IndicatorStatus =
      switch latest.state {
      case .done: isOver ? .achieved : .achievedEarly
      case .started: isOver ? .missed : .started
      case .planned: isOver ? .missed : .planned
      case nil: .noData
      }
    return Assessment(
      status: status, reason: status == .noData ? .noFigures : nil, latest: latest, timeProgress: time)
  }
}
