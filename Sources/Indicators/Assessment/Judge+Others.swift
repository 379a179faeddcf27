#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Floors, ceilings, rates and milestones: what is held, grows, or is done.
extension Judge {
  /// Held or breached now, and by how much; never a percentage.
  func bound(_ target: IndicatorTarget) -> Assessment {
    guard let value = latest.value?.value else { return Assessment(status: .noData) }
    guard let bound = indicator.targetValue else { return notAssessable(.noBaseline) }
    let isHeld = isMet(value, bound, by: target.comparator, of: target)
    return Assessment(
      status: isHeld ? .held : .breached, latest: latest, timeProgress: time, targetValue: bound,
      margin: withoutBinaryNoise(target.comparator.wantsMore ? value - bound : bound - value))
  }

  /// q = (∏(1 + r) − 1) / ((1 + rT)^n − 1) over the n observed periods after the baseline, compared with 1.
  func rate(_ target: IndicatorTarget) -> Assessment {
    guard let bound = indicator.targetValue else { return notAssessable(.noBaseline) }
    let rates = ratesSinceBaseline
    guard !rates.isEmpty else { return noneSinceBaseline }
    if indicator.hasBreak(after: indicator.baselineTime, upTo: latest.period.end) {
      return notAssessable(.breakInSeries)
    }
    let required = pow(1 + bound / 100, Double(rates.count)) - 1
    if isNear(required, 0) { return notAssessable(.noDistance) }
    let quotient = (growth(of: rates) - 1) / required
    return Assessment(
      status: rateStatus(quotient, bound, target), latest: latest, timeProgress: time, progress: quotient,
      targetValue: bound, achievedAverage: averageGrowth)
  }

  /// The geometric mean of the yearly growth since the baseline, in per cent; nil of no figures, of a total
  /// loss, and across a break.
  var averageGrowth: Double? {
    let rates = ratesSinceBaseline
    let growth = growth(of: rates)
    guard !rates.isEmpty, growth > 0, !indicator.hasBreak(after: indicator.baselineTime, upTo: latest.period.end)
    else { return nil }
    return (pow(growth, 1 / Double(rates.count)) - 1) * 100
  }

  private var ratesSinceBaseline: [Double] {
    let start = indicator.baselineTime
    return indicator.observations.compactMap { observation in
      observation.period.end > start && !isNear(observation.period.end, start) ? observation.value?.value : nil
    }
  }

  private func growth(of rates: [Double]) -> Double {
    rates.reduce(1) { $0 * (1 + $1 / 100) }
  }

  /// `quotient` is compared with 1: from above, or from below where growth shall stay under a rate.
  private func rateStatus(_ quotient: Double, _ bound: Double, _ target: IndicatorTarget) -> IndicatorStatus {
    let written = comparator(of: target, leadsUp: bound > 0)
    // Shares of a fall: −6 of −5 is 1.2, so 'at most −5' is 'at least 1'.
    let comparator = bound > 0 ? written : written.reversed
    if let time, isAtLeast(time, 1) {
      return isMet(quotient, 1, by: comparator, of: target, size: 1) ? .achieved : .missed
    }
    if comparator.wantsMore, quotient < 0, !isNear(quotient, 0) { return .reversing }
    if isAtLeast(quotient, 1 + tolerance) { return comparator.wantsMore ? .ahead : .behind }
    if isAtLeast(1 - tolerance, quotient) { return comparator.wantsMore ? .behind : .ahead }
    return .onTrack
  }

  /// Planned, started, done; what is not done when its time is over is missed.
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
