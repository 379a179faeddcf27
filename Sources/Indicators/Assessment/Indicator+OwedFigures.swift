extension Indicator {
  /// Whether its figure for a period is missing.
  ///
  /// An indicator without figures owes none. Nor does one that is retired, one whose plan does not contain the period,
  /// and one whose publication interval brings no figure for it.
  package func owesFigure(for period: Period) -> Bool {
    let last = max(plan.end, target?.period.year ?? 0)
    guard !isWithoutFigures, retired == nil, plan.start <= period.year, period.year <= last else { return false }
    return isDue(for: period) && !observations.contains { $0.value != nil && $0.period.answers(for: period) }
  }

  /// The period of the figure that it owes for a year: if its figures are for budget years, the one that ends in it.
  package func owedPeriod(for period: Period) -> Period {
    guard case .year(let year) = period, let known = budgetYear else { return period }
    return .fiscalYear(known.ending(in: year))
  }

  /// The period of the newest figure that could exist at the end of `period` and is missing; nil if none is. For a part
  /// of a year it may be the year before, since a yearly indicator lacks no figure for a half-year.
  package func missingPeriod(atEndOf period: Period) -> Period? {
    let due = newestDue(atEndOf: period)
    return owesFigure(for: due) ? owedPeriod(for: due) : nil
  }

  /// Whether it never has figures: a milestone, an indicator that is not statistical or does not apply, or one that is
  /// judged in words and has neither a figure nor a baseline.
  private var isWithoutFigures: Bool {
    if kind == .milestone || isNonStatistical || reporting == .notApplicable { return true }
    var isInWords = judgement != nil
    if case .phrase? = target?.goal { isInWords = true }
    return isInWords && baseline == nil && !observations.contains { $0.value != nil || $0.status != nil }
  }

  /// The months between two figures: as `frequency` says, or else the length of the shortest period that has a figure,
  /// at most a year, since longer periods may overlap. Nil if neither is known.
  private var publicationInterval: Int? {
    if let stated = details?.frequency?.months { return stated }
    var shortest: Int?
    for observation in observations where observation.value != nil {
      let length = observation.period.monthCount
      if length > 0 { shortest = min(shortest ?? 12, length) }
    }
    return shortest
  }

  /// Whether the publication interval brings a figure for the period. A yearly indicator has none for a quarter, and
  /// one of every five years has none in the four years after the last.
  private func isDue(for period: Period) -> Bool {
    guard let publicationInterval, let asked = period.months else { return true }
    if asked.count < min(publicationInterval, 12) { return false }
    let last = observations.last { $0.value != nil && $0.period < period }?.period
    guard publicationInterval > 12, let last = (last ?? baseline?.period)?.months else { return true }
    return asked.first - last.first >= publicationInterval
  }

  /// The newest period of its publication interval that is over at the end of `period`; `period` itself if that is as
  /// long.
  private func newestDue(atEndOf period: Period) -> Period {
    // Without figures, the next one has the length of the baseline's period.
    let length = min(publicationInterval ?? baseline?.period.monthCount ?? 0, 12)
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
  /// Whether a figure for it is one for `asked` as well: that period itself, a part of it that ends with it, or the
  /// budget year that ends in it.
  fileprivate func answers(for asked: Period) -> Bool {
    if self == asked { return true }
    guard let own = months, let other = asked.months else { return false }
    if own.count < other.count { return own.first + own.count == other.first + other.count }
    let (end, last) = (own.first + own.count, other.first + other.count)
    return isFiscal && own.count == other.count && end > other.first && end <= last
  }
}
