extension Indicator {
  /// Whether its figure for a period is missing.
  ///
  /// An indicator without figures owes none. Nor does one that is given up, one whose plan does not contain the period, and one
  /// whose figures are published in a rhythm that has none for it.
  package func owesFigure(for period: Period) -> Bool {
    let last = max(plan.end, target?.period.year ?? 0)
    guard !isWithoutFigures, retired == nil, plan.start <= period.year, period.year <= last else { return false }
    return isDue(for: period) && !observations.contains { $0.value != nil && $0.period.answers(for: period) }
  }

  /// The period of the figure that it owes for a year: the budget year that ends in it, where its figures are of budget years.
  package func owedPeriod(for period: Period) -> Period {
    guard case .year(let year) = period, let known = budgetYear else { return period }
    return .fiscalYear(known.ending(in: year))
  }

  /// The period of the newest figure that could be there at the end of `period` and is not. For a part of a year that may be the
  /// year before it: a yearly indicator lacks no figure of a half-year. Nil if none is missing.
  package func lackedPeriod(atEndOf period: Period) -> Period? {
    let due = newestDue(atEndOf: period)
    return owesFigure(for: due) ? owedPeriod(for: due) : nil
  }

  /// Whether it never has figures: a milestone, what is not statistical or does not apply, and what is judged by words, as long
  /// as there is neither a figure nor a baseline.
  private var isWithoutFigures: Bool {
    if kind == .milestone || isNonStatistical || reporting == .notApplicable { return true }
    var isInWords = judgement != nil
    if case .phrase? = target?.goal { isInWords = true }
    return isInWords && baseline == nil && !observations.contains { $0.value != nil || $0.status != nil }
  }

  /// The months between two figures: as `frequency` says, or else the length of the shortest period that has a figure, at most a
  /// year, since longer periods may overlap. Nil if neither is known.
  private var rhythm: Int? {
    if let stated = details?.frequency?.months { return stated }
    var shortest: Int?
    for observation in observations where observation.value != nil {
      let length = observation.period.monthCount
      if length > 0 { shortest = min(shortest ?? 12, length) }
    }
    return shortest
  }

  /// Whether the rhythm in which figures are published has one for the period: a yearly figure has none for a quarter, and one
  /// of every five years has none in the four years behind the last.
  private func isDue(for period: Period) -> Bool {
    guard let rhythm, let asked = period.months else { return true }
    if asked.count < min(rhythm, 12) { return false }
    let last = observations.last { $0.value != nil && $0.period < period }?.period
    guard rhythm > 12, let last = (last ?? baseline?.period)?.months else { return true }
    return asked.first - last.first >= rhythm
  }

  /// The newest period of its rhythm that is over at the end of `period`; `period` itself if that is as long.
  private func newestDue(atEndOf period: Period) -> Period {
    // Without figures yet, the next one is like the baseline.
    let length = min(rhythm ?? baseline?.period.monthCount ?? 0, 12)
    guard let asked = period.months, length > asked.count else { return period }
    let end = asked.first + asked.count
    switch length {
    case 12:
      guard let budgetYear, budgetYear.start > 1 else { return .year(end / 12 - 1) }
      return .year((end - budgetYear.start + 1) / 12)
    case 6: return .half((end / 6 - 1) / 2, half: (end / 6 - 1) % 2 + 1)
    case 3: return .quarter((end / 3 - 1) / 4, quarter: (end / 3 - 1) % 4 + 1)
    default: return period
    }
  }

  /// The budget year of its newest figure, or else of its baseline; nil for other periods.
  private var budgetYear: FiscalYear? {
    guard case .fiscalYear(let known)? = observations.last(where: { $0.value != nil })?.period ?? baseline?.period
    else { return nil }
    return known
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
