extension Assessor {
  /// A floor, a ceiling or a target for every period is held or breached by a margin; it has no progress.
  func bound(_ target: IndicatorTarget) -> Assessment {
    guard let value = latest.value?.value else { return noFigures }
    guard let bound = indicator.periodBound(at: latest.period) else { return notAssessable(.noBaseline) }
    if isBeforeBaseline { return noneSinceBaseline }
    let isHeld = !indicator.isBroken(latest)
    return Assessment(
      status: !isHeld ? .breached : observations.contains(where: indicator.isBroken) ? .backWithin : .held,
      latest: latest, timeProgress: time, targetValue: bound,
      margin: roundedToTwelveDigits(target.comparator.wantsMore ? value - bound : bound - value))
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
