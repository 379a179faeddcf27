import DataFormats

/// What looks wrong in the figures of an indicator though each of them can be read. A person decides; nothing is
/// changed.
package enum AuditFinding: Hashable, Sendable {
  /// The comparator asks for the other side than the one that baseline and target, or the kind, lead to.
  case direction(Comparator, leadsUp: Bool)
  /// Baseline and target are one value.
  case noDistance
  /// A value of a period after the target's.
  case late(Period)
  /// A share outside 0 to 100.
  case share(Period, DecimalNumber)
  /// A sum so far that is smaller than before.
  case fallingSum(Period)
  /// The baseline meets the target already.
  case metBefore
  /// "About" beside a strict comparator, which leave no telling what is met.
  case strictApproximation
}

/// Everything that the figures of one indicator give reason to ask.
package func audit(_ indicator: Indicator) -> [AuditFinding] {
  var findings: [AuditFinding] = []
  if let target = indicator.target {
    auditTarget(target, of: indicator, &findings)
    // By position, here and below: a copy of each observation would cost more than the look.
    let end = target.period.end
    for place in indicator.observations.indices {
      let period = indicator.observations[place].period
      guard period.end > end, !isNear(period.end, end) else { continue }
      findings.append(.late(period))
      break
    }
  }
  if indicator.kind == .level || indicator.kind == .floor || indicator.kind == .ceiling, indicator.isShare {
    for place in indicator.observations.indices {
      guard let value = indicator.observations[place].value, value.value < 0 || value.value > 100 else { continue }
      findings.append(.share(indicator.observations[place].period, value))
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
  return findings
}

extension Indicator {
  /// Whether its unit is per cent. By bytes: Unicode takes longer to see that two Chinese words differ.
  var isShare: Bool {
    guard let unit else { return false }
    return unit.utf8.elementsEqual("%".utf8) || unit.utf8.elementsEqual("％".utf8)
  }
}

private func auditTarget(_ target: IndicatorTarget, of indicator: Indicator, _ findings: inout [AuditFinding]) {
  guard let bound = indicator.targetValue else { return }
  if target.isApproximate, target.comparator == .moreThan || target.comparator == .lessThan {
    findings.append(.strictApproximation)
  }
  switch indicator.kind {
  case .floor where !target.comparator.wantsMore: findings.append(.direction(target.comparator, leadsUp: true))
  case .ceiling where target.comparator.wantsMore: findings.append(.direction(target.comparator, leadsUp: false))
  case .level:
    guard let start = indicator.baseline?.value.value else { return }
    if isNear(start, bound) {
      findings.append(.noDistance)
    } else if target.isComparatorWritten, target.comparator.wantsMore != (bound > start) {
      findings.append(
        target.comparator.holds(start, bound) ? .metBefore : .direction(target.comparator, leadsUp: bound > start))
    }
  case .floor, .ceiling, .increase, .rate, .milestone: break
  }
}
