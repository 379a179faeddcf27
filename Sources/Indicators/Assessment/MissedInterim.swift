import DataFormats

extension Indicator {
  /// The last interim target, due by the time of a figure, that the figure or the total for its own time did not reach, with
  /// that number. Nil if there is none, if that figure is not known, and for bounds and rates, which have their own words.
  func missedInterim(upTo latest: Observation?) -> (target: IndicatorTarget, value: DecimalNumber)? {
    guard kind == .level || kind == .increase, !hasPeriodBounds, let latest, let last = target,
      let end = goalValue(of: last)
    else { return nil }
    let observations = judgedObservations()
    for interim in interimTargets.reversed() where !interim.end.isLater(than: latest.end) {
      guard let bound = value(of: interim), !hasBreak(after: baselineTime, upTo: interim.end),
        let reached = reached(by: interim, in: observations)
      else { continue }
      let start =
        kind == .increase
        ? begunTotal?.value ?? 0 : baseline?.value.value ?? interimTargets.first.flatMap(value(of:)) ?? bound
      let isWritten = last.isComparatorWritten || direction != nil
      let comparator = isWritten || end > start ? last.comparator : .atMost
      if reached.ends.contains(where: { isMet($0, bound, by: comparator, of: interim) }) { continue }
      return (interim, reached.value)
    }
    return nil
  }

  /// The figure for the time of an interim target, or the total up to then, with the ends of its range.
  private func reached(
    by interim: IndicatorTarget, in observations: ArraySlice<Observation>
  ) -> (value: DecimalNumber, ends: [Double])? {
    if kind == .increase, measure == .annual {
      let amounts = observations.filter {
        $0.value != nil && !isAtLeast(baselineTime, $0.end) && $0.end <= interim.end + 1e-9
      }
      guard let last = amounts.last, isNear(last.end, interim.end), case .complete = coverage(of: amounts) else {
        return nil
      }
      let sum = roundedToTwelveDigits(amounts.reduce(0) { $0 + ($1.value?.value ?? 0) })
      let decimals = amounts.reduce(0) { max($0, $1.value.map(writtenDecimals(of:)) ?? 0) }
      return (DecimalNumber(value: sum, decimals: decimals), [sum])
    }
    guard let figure = observations.first(where: { isNear($0.end, interim.end) }), let value = figure.value,
      !isPartOfYear(figure)
    else { return nil }
    if kind == .increase, case .change? = target?.goal, baseline != nil { return nil }
    return (value, [value.value] + (figure.range.map { [$0.low.value, $0.high.value] } ?? []))
  }
}
