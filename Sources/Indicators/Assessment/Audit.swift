import DataFormats

/// A pattern in the figures of an indicator that is valid but probably a mistake. It becomes a warning; nothing is
/// changed.
package enum AuditFinding: Hashable, Sendable {
  /// The comparator contradicts the direction from baseline to target, or the kind.
  case direction(Comparator, leadsUp: Bool)
  /// Baseline and target are the same value.
  case noDistance
  /// There is a value for a period after the target's. The first such period, and that of the target if it has no value.
  case late(Period, missing: Period?)
  /// A share is outside 0 to 100. The first such value and its period.
  case share(Period, DecimalNumber)
  /// A cumulative total falls. The first period in which it does.
  case fallingSum(Period)
  /// The target is on the side of the baseline that is worse. Whether more is better.
  case wrongSide(wantsMore: Bool)
  /// A level without a baseline is beyond its target from the first figure on, and nothing says which side is good.
  case unclearSide(DecimalNumber)
  /// Amounts that are added up are for periods that share some time: the first two such periods.
  case overlap(Period, Period)
  /// An increase with two values or more does not say what they count.
  case unclearMeasure
  /// An approximate target has a strict comparator, so that it is unclear when it is met.
  case strictApproximation
  /// A figure is about ten, a hundred or a thousand times its neighbours; a negative factor is the reciprocal.
  case outlier(Period, DecimalNumber, factor: Int)
  /// A share below one is among percentages.
  case fraction(Period, DecimalNumber)
  /// The only figure up to the plan's start, where a level has no baseline.
  case loneValue(Period, DecimalNumber)
  /// A revision is for a period that has no figure. The first such period.
  case revisionWithoutFigure(Period)
  /// The next figure is due so long after the newest one, or the target's time, that no rhythm explains it.
  case nextUpdate(Period)
  /// The figure for the baseline's period differs from the baseline.
  case otherBaseline(Period, baseline: DecimalNumber, value: DecimalNumber)
  /// A change in per cent is one of a baseline below zero. The share, and the baseline.
  case negativeBaseline(DecimalNumber, baseline: DecimalNumber)
  /// The figure that decides is for a part of a year, and the baseline for a whole one. The figure's period.
  case partOfYear(Period)
  /// There are figures for periods of several lengths. The first that is not judged, and the months of those that are.
  case otherLength(Period, judgedMonths: Int)
  /// A figure is too large to compute with. The first such figure.
  case tooLarge(DecimalNumber)
}

extension Indicator {
  /// Whether its unit is per cent and it promises nothing below 0 or above 100, as debt in per cent of revenue may.
  fileprivate var isShareOfWhole: Bool {
    guard kind == .level || kind == .floor || kind == .ceiling, isShare else { return false }
    let promised = [baseline?.value.value] + (interimTargets + [target].compactMap(\.self)).map { value(of: $0) }
    return promised.allSatisfy { number in number.map { (0...100).contains($0) } ?? true }
  }
}

/// Patterns in the figures of one indicator that are probably mistakes, at most one of each case.
package func audit(_ indicator: Indicator) -> [AuditFinding] {
  if let large = indicator.firstOutOfRange { return [.tooLarge(large)] }
  var findings: [AuditFinding] = []
  if let target = indicator.target {
    auditTarget(target, of: indicator, &findings)
    // By index, here and below: copying an observation takes longer than reading one of its fields.
    let end = target.isPeriodKnown && indicator.kind != .milestone ? target.end : .infinity
    for index in indicator.observations.indices {
      let period = indicator.observations[index].period
      // The figure that decides may be for a budget year which ends later.
      guard period.end > end, !isNear(period.end, end), !isNear(period.end, indicator.judgedUntil) else { continue }
      findings.append(.late(period, missing: indicator.passedOverAt == nil ? nil : target.period))
      break
    }
  }
  if indicator.isShareOfWhole {
    for index in indicator.observations.indices {
      guard let value = indicator.observations[index].value, value.value < 0 || value.value > 100 else { continue }
      findings.append(.share(indicator.observations[index].period, value))
      break
    }
  }
  if indicator.kind == .increase, indicator.measure == .cumulative {
    let known = indicator.observations.filter { $0.value != nil }
    for (earlier, later) in zip(known, known.dropFirst()) {
      guard let before = earlier.value?.value, let after = later.value?.value, after < before, !isNear(after, before),
        !indicator.breaks.contains(where: { earlier.period < $0 && $0 <= later.period })
      else { continue }
      findings.append(.fallingSum(later.period))
      break
    }
  }
  if indicator.kind == .increase, indicator.measure == .annual,
    case .overlap(let first, let second) = indicator.coverage(
      of: indicator.observations.lazy.filter { $0.value != nil })
  {
    findings.append(.overlap(first, second))
  }
  auditSeries(indicator, &findings)
  if let baseline = indicator.baseline, let figure = indicator.figureBesideBaseline, let value = figure.value {
    findings.append(.otherBaseline(figure.period, baseline: baseline.value, value: value))
  }
  if let length = indicator.otherLength { findings.append(length) }
  return findings
}

private func auditSeries(_ indicator: Indicator, _ findings: inout [AuditFinding]) {
  if let errors = TypingErrors(indicator) {
    if let fraction = errors.fraction() {
      findings.append(.fraction(fraction.period, fraction.value))
    } else if let outlier = errors.outlier() {
      findings.append(.outlier(outlier.period, outlier.value, factor: outlier.factor))
    }
  }
  if indicator.kind == .level, indicator.baseline == nil, indicator.targetValue != nil,
    indicator.interimTargets.isEmpty, let first = indicator.observations.first, let value = first.value,
    first.end <= Double(indicator.plan.start),
    indicator.observations.count == 1 || indicator.observations[1].period.end > Double(indicator.plan.start)
  {
    findings.append(.loneValue(first.period, value))
  }
  if let next = indicator.details?.nextUpdate {
    let last = max(indicator.latest?.end ?? indicator.baselineTime, indicator.target?.end ?? 0)
    if !next.isOver(at: last + indicator.permittedAge) { findings.append(.nextUpdate(next)) }
  }
  for revision in indicator.revisions
  where !indicator.observations.contains(where: { $0.period == revision.period && $0.value != nil }) {
    findings.append(.revisionWithoutFigure(revision.period))
    break
  }
}

private func auditTarget(_ target: IndicatorTarget, of indicator: Indicator, _ findings: inout [AuditFinding]) {
  guard let bound = indicator.goalValue(of: target) else { return }
  if target.isApproximate, target.comparator == .moreThan || target.comparator == .lessThan {
    findings.append(.strictApproximation)
  }
  if case .relative(let share) = target.goal, let start = indicator.baseline?.value, start.value < 0 {
    findings.append(.negativeBaseline(share, baseline: start))
  }
  if indicator.hasUnclearSide, case .value(let number) = target.goal { findings.append(.unclearSide(number)) }
  switch indicator.kind {
  case .floor where !target.comparator.wantsMore: findings.append(.direction(target.comparator, leadsUp: true))
  case .ceiling where target.comparator.wantsMore: findings.append(.direction(target.comparator, leadsUp: false))
  case .level:
    guard let start = indicator.baseline?.value.value, !target.goal.isForEveryPeriod else {
      if indicator.isOnWrongSide { findings.append(.wrongSide(wantsMore: target.comparator.wantsMore)) }
      return
    }
    if isNear(start, bound) {
      findings.append(.noDistance)
    } else if indicator.isOnWrongSide {
      findings.append(.wrongSide(wantsMore: target.comparator.wantsMore))
    }
  case .floor, .ceiling, .increase, .rate, .milestone: break
  }
}

extension Indicator {
  /// The figure for the baseline's period, if it differs from the baseline: another number, and not the same one with more
  /// digits or one that has replaced it.
  package var figureBesideBaseline: Observation? {
    guard let baseline, kind != .increase || measure == .cumulative && isChangeOfBaseline else { return nil }
    for index in observations.indices {
      guard isAtLeast(observations[index].end, baseline.end) else { continue }
      guard isNear(observations[index].end, baseline.end) else { return nil }
      guard observations[index].period == baseline.period, let value = observations[index].value else { continue }
      let decimals = min(value.decimals, baseline.value.decimals)
      if NumberFormat.isSame(value.value, baseline.value.value, decimals: decimals) { return nil }
      let isReplaced = observations[index].revisions.contains { isNear($0.value.value, baseline.value.value) }
      return isReplaced ? nil : observations[index]
    }
    return nil
  }

  private var isChangeOfBaseline: Bool { if case .change? = target?.goal { true } else { false } }

  /// A finding that the periods of its figures differ in length; nil if they do not. A year that is not over may have figures
  /// for its parts.
  fileprivate var otherLength: AuditFinding? {
    guard judgedMonths > 0 else {
      guard let judged = judgedFigure, isPartOfYear(judged), !isAtLeast(startTime, judged.end) else { return nil }
      return .partOfYear(judged.period)
    }
    let start = baselineTime
    let isInProgress = kind != .level || hasPeriodBounds
    let last = observations.last { $0.value != nil && $0.monthCount == judgedMonths }?.end ?? 0
    for index in observations.indices where observations[index].value != nil {
      let (months, end) = (observations[index].monthCount, observations[index].end)
      guard months != judgedMonths, !isAtLeast(start, end) else { continue }
      if isInProgress, months < judgedMonths, end > last { continue }
      return .otherLength(observations[index].period, judgedMonths: judgedMonths)
    }
    return nil
  }

  /// Whether a relative target comes to more than can be computed with, of a baseline that is small enough itself.
  private func isTooLarge(_ target: IndicatorTarget) -> Bool {
    guard case .relative = target.goal, baseline?.value.isInRange == true else { return false }
    return target.largest(from: baseline) >= DecimalNumber.limit
  }

  /// The first figure that is too large to compute with.
  fileprivate var firstOutOfRange: DecimalNumber? {
    guard !isInRange else { return nil }
    let targets = (interimTargets + [target].compactMap(\.self)).flatMap(\.goal.numbers)
    if let relative = interimTargets.first(where: isTooLarge) ?? target, isTooLarge(relative) {
      return relative.goal.numbers.first
    }
    return ([baseline?.value] + targets + observations.map(\.value)).compactMap(\.self).first { !$0.isInRange }
  }
}
