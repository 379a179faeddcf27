#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Assessor {
  /// q = (∏(1 + r) − 1) / ((1 + rT)^n − 1) over the n periods observed after the baseline, compared with 1.
  func rate(_ target: IndicatorTarget) -> Assessment {
    guard let bound = indicator.targetValue else { return notAssessable(.noBaseline) }
    let rates = ratesSinceBaseline
    if rates.isEmpty || isBeforeBaseline { return noneSinceBaseline }
    if indicator.hasBreak(after: indicator.baselineTime, upTo: latest.end) {
      return notAssessable(.breakInSeries)
    }
    // The growth of a year that nobody has reported is not the mean of the others.
    let observed = observations.lazy.filter { [start = indicator.baselineTime] in
      $0.value != nil && !isAtLeast(start, $0.end)
    }
    switch indicator.coverage(of: observed, since: indicator.startTime) {
    case .complete: break
    case .gap: return notAssessable(.missingPeriod)
    case .overlap: return notAssessable(.overlap)
    }
    let required = requiredGrowth(bound) - 1
    if isNear(required, 0) { return notAssessable(.zeroTarget) }
    let quotient = (growth(of: rates) - 1) / required
    // Hundreds of large rates multiply to more than a double holds.
    guard quotient.isFinite, required.isFinite else { return notAssessable(.outOfRange) }
    return Assessment(
      status: rateStatus(quotient, bound, target), latest: latest, timeProgress: time, progress: quotient,
      targetValue: bound, achievedAverage: averageGrowth)
  }

  /// The geometric mean of yearly growth since the baseline, in per cent. Nil without figures, for growth of −100 % or
  /// less, and across a break.
  var averageGrowth: Double? {
    let rates = ratesSinceBaseline
    let growth = growth(of: rates)
    guard !rates.isEmpty, growth > 0, growth.isFinite,
      !indicator.hasBreak(after: indicator.baselineTime, upTo: latest.end)
    else { return nil }
    return (pow(growth, 1 / Double(rates.count)) - 1) * 100
  }

  /// In per cent.
  private var ratesSinceBaseline: [Double] {
    let start = indicator.baselineTime
    return observations.compactMap { observation in
      observation.end > start && !isNear(observation.end, start) ? observation.value?.value : nil
    }
  }

  /// The factor that the plan requires over the periods observed since the baseline. Interim targets are the rates of the
  /// periods up to theirs, and the target is the rate of those after them.
  private func requiredGrowth(_ bound: Double) -> Double {
    let start = indicator.baselineTime
    let periods = observations.filter { $0.value != nil && !isAtLeast(start, $0.period.end) }
    guard !indicator.interimTargets.isEmpty else { return pow(1 + bound / 100, Double(periods.count)) }
    return periods.reduce(1) { factor, observation in
      let interim = indicator.interimTargets.first { isAtLeast($0.period.end, observation.end) }
      return factor * (1 + (interim.flatMap(indicator.value) ?? bound) / 100)
    }
  }

  /// The factor by which rates in per cent multiply the start.
  private func growth(of rates: [Double]) -> Double {
    rates.reduce(1) { $0 * (1 + $1 / 100) }
  }

  /// Compares q with 1: q should be at least 1, or at most 1 for growth that should stay below a rate.
  private func rateStatus(_ quotient: Double, _ bound: Double, _ target: IndicatorTarget) -> IndicatorStatus {
    let written = comparator(of: target, leadsUp: bound > 0)
    // A negative bound reverses the comparator: −6 is 1.2 times −5, so 'at most −5' means 'at least 1'.
    let comparator = bound > 0 ? written : written.reversed
    if let time, isAtLeast(time, 1) {
      return target.isMet(quotient, 1, by: comparator, size: 1) ? .achieved : .missed
    }
    if comparator.wantsMore, quotient < 0, !isNear(quotient, 0) { return .reversing }
    if isAtLeast(quotient, 1 + rules.tolerance) { return comparator.wantsMore ? .ahead : .behind }
    if isAtLeast(1 - rules.tolerance, quotient) { return comparator.wantsMore ? .behind : .ahead }
    return .onTrack
  }
}
