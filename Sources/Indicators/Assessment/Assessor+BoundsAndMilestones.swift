extension Assessor {
  /// A floor or ceiling is held or breached by a margin; it has no progress.
  func bound(_ target: IndicatorTarget) -> Assessment {
    guard let value = latest.value?.value else { return Assessment(status: .noData) }
    guard let bound = indicator.targetValue else { return notAssessable(.noBaseline) }
    let isHeld = isMet(value, bound, by: target.comparator, of: target)
    return Assessment(
      status: isHeld ? .held : .breached, latest: latest, timeProgress: time, targetValue: bound,
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
    return Assessment(status: status, latest: latest, timeProgress: time)
  }
}
