extension Indicator {
  /// Whether its figure for a period is missing.
  ///
  /// A milestone owes none: it has no figures. Nor does an indicator that is given up, one whose plan does not contain the period, and
  /// one whose frequency has no figure for it.
  package func owesFigure(for period: Period) -> Bool {
    let last = max(plan.end, target?.period.year ?? 0)
    guard kind != .milestone, retired == nil, plan.start <= period.year, period.year <= last else { return false }
    return isDue(for: period) && !observations.contains { $0.period == period && $0.value != nil }
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
