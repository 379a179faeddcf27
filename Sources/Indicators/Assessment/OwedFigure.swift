extension Indicator {
  /// Whether its figure for a period is missing.
  ///
  /// A milestone owes none: it has no figures. Nor does an indicator that is given up, one whose plan does not contain the period, and
  /// one whose frequency has no figure for it.
  package func owesFigure(for period: Period) -> Bool {
    let last = max(plan.end, target?.period.year ?? 0)
    guard kind != .milestone, retired == nil, plan.start <= period.year, period.year <= last else { return false }
    return isDue(for: period) && !observations.contains { $0.value != nil && $0.period.answers(for: period) }
  }

  /// The period of the figure that it owes for a year: the budget year that ends in it, where its figures are of budget years.
  package func owedPeriod(for period: Period) -> Period {
    guard case .year(let year) = period,
      case .fiscalYear(let known)? = observations.last(where: { $0.value != nil })?.period ?? baseline?.period
    else { return period }
    return .fiscalYear(known.ending(in: year))
  }

  /// Whether the rhythm in which figures are published has one for the period: a yearly figure has none for a quarter, and one
  /// of every five years has none in the four years behind the last.
  private func isDue(for period: Period) -> Bool {
    guard let rhythm = details?.frequency?.months, let asked = period.months else { return true }
    if asked.count < min(rhythm, 12) { return false }
    let last = observations.last { $0.value != nil && $0.period < period }?.period
    guard rhythm > 12, let last = (last ?? baseline?.period)?.months else { return true }
    return asked.first - last.first >= rhythm
  }
}

extension Period {
  /// Whether a figure for it is one for `asked` as well: that period itself, a part of it that ends with it, or the budget year
  /// that ends in it.
  fileprivate func answers(for asked: Period) -> Bool {
    if self == asked { return true }
    guard let own = months, let other = asked.months else { return false }
    if own.count < other.count { return own.first + own.count == other.first + other.count }
    let (end, last) = (own.first + own.count, other.first + other.count)
    return isFiscal && own.count == other.count && end > other.first && end <= last
  }
}
