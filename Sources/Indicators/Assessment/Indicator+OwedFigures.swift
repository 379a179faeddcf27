extension Indicator {
  /// Whether its figure for a period is missing.
  ///
  /// An indicator without figures owes none. Nor does one that is retired, one whose plan does not contain the period,
  /// and one whose publication interval brings no figure for it.
  package func owesFigure(for period: Period) -> Bool {
    let last = max(plan.end, target?.period.year ?? 0)
    guard !isWithoutFigures, retired == nil, plan.start <= period.year, period.year <= last else { return false }
    let interval = publicationInterval
    return isDue(for: period)
      && !observations.contains { $0.value != nil && $0.period.answers(for: period, interval: interval) }
  }

  /// The period of the figure that it owes for a year: of figures for budget years, or for several years, the one that ends in
  /// it.
  package func owedPeriod(for period: Period) -> Period {
    guard case .year(let year) = period else { return period }
    if let known = budgetYear { return .fiscalYear(known.ending(in: year)) }
    return longerPeriods(endingIn: period).last ?? period
  }

  /// The periods of the figures that it owes for a period, by time: the periods of its own kind inside the period that have
  /// no figure, such as the quarters of a year. Of figures for several years it is the first that is missing up to the end
  /// of the period. The period itself where its figures are no others.
  package func owedPeriods(for period: Period) -> [Period] {
    if let next = longerPeriods(endingIn: period).first { return [next] }
    let owed = owedPeriod(for: period)
    let parts = owed == period ? missingParts(of: period) : []
    return parts.isEmpty ? [owed] : parts
  }

  /// The periods of several years that follow its newest figure, up to the last that ends in `asked`; empty for other figures.
  private func longerPeriods(endingIn asked: Period) -> [Period] {
    guard let asked = asked.months, let newest = newestPeriod, let length = newest.months?.count,
      length > max(12, asked.count)
    else { return [] }
    let step = details?.frequency?.months ?? shortestDistance(ofLength: length) ?? 12
    var missing: [Period] = []
    while let next = (missing.last ?? newest).shifted(byMonths: step), let months = next.months,
      months.first + months.count <= asked.first + asked.count
    { missing.append(next) }
    return missing
  }

  /// The parts of a period that its figures are for, and that have none, from the first figure on.
  private func missingParts(of asked: Period) -> [Period] {
    guard let whole = asked.months, let interval = publicationInterval else { return [] }
    let end = whole.first + whole.count
    func isPart(_ observation: Observation) -> Bool {
      observation.value != nil && (1..<whole.count).contains(observation.period.monthCount)
    }
    let newest = observations.last(where: isPart)?.period
    guard let known = newest ?? asked.firstPart(ofLength: interval), let months = known.months else { return [] }
    let first = max(whole.first, observations.first(where: isPart)?.period.months?.first ?? whole.first)
    // To the first one that begins in the period or later.
    let distance = whole.first - months.first
    let steps = distance > 0 ? (distance + interval - 1) / interval : -(-distance / interval)
    let published = Set(observations.lazy.filter { $0.value != nil }.map(\.period))
    var (missing, next) = ([Period](), known.shifted(byMonths: steps * interval))
    while let found = next, let own = found.months, own.first + own.count <= end {
      if own.first >= first, !published.contains(found) { missing.append(found) }
      next = found.shifted(byMonths: interval)
    }
    return missing
  }

  /// Whether its figures are for shorter periods than a year, and none is for one as long as `period`: a figure for such a
  /// period would be another number.
  package func isOfShorterPeriods(than period: Period) -> Bool {
    guard let interval = publicationInterval, interval < 12, period.monthCount > interval else { return false }
    return !observations.contains { $0.value != nil && $0.period.monthCount >= period.monthCount }
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

  /// The months between two figures: as `frequency` says, or else the shortest distance of two figures for the shortest
  /// periods, at most a year, since longer periods may overlap. A count in one month of every year is a yearly figure, and so
  /// is one that was made only once. Nil if neither is known.
  private var publicationInterval: Int? {
    if let stated = details?.frequency?.months { return stated }
    var shortest: Int?
    for observation in observations where observation.value != nil {
      let length = observation.period.monthCount
      if length > 0 { shortest = min(shortest ?? 12, length) }
    }
    guard let shortest, shortest < 12 else { return shortest }
    let distance = shortestDistance(ofLength: shortest) ?? (shortest == 1 ? 12 : shortest)
    return min(max(shortest, distance), 12)
  }

  /// The months between the beginnings of the two periods of a length that are nearest to each other, the baseline's included.
  /// Nil where fewer than two have a figure.
  private func shortestDistance(ofLength length: Int) -> Int? {
    var (shortest, last): (Int?, Int?) = (nil, nil)
    func see(_ period: Period) {
      guard let months = period.months, months.count == length else { return }
      if let last, months.first > last { shortest = min(shortest ?? .max, months.first - last) }
      last = months.first
    }
    if let baseline { see(baseline.period) }
    for observation in observations where observation.value != nil { see(observation.period) }
    return shortest
  }

  /// The period of its newest figure, or else of its baseline.
  private var newestPeriod: Period? { observations.last { $0.value != nil }?.period ?? baseline?.period }

  /// Whether the publication interval brings a figure for the period. A yearly indicator has none for a quarter, and
  /// one of every five years has none in the four years after the last.
  private func isDue(for period: Period) -> Bool {
    guard let publicationInterval, let asked = period.months else { return true }
    if asked.count < min(publicationInterval, 12) { return false }
    let last = observations.last { $0.value != nil && $0.period < period }?.period
    guard publicationInterval > 12, let last = (last ?? baseline?.period)?.months else { return true }
    return asked.first + asked.count - last.first - last.count >= publicationInterval
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
    guard case .fiscalYear(let known)? = newestPeriod else { return nil }
    return known
  }
}

extension Period {
  /// Whether a figure for it is one for `asked` as well: that period itself, the last part of it that has a figure, or the
  /// budget year or the several years that end in it. `interval`: the months between two figures, if they are known.
  fileprivate func answers(for asked: Period, interval: Int?) -> Bool {
    if self == asked { return true }
    guard let own = months, let other = asked.months else { return false }
    let (end, last) = (own.first + own.count, other.first + other.count)
    guard end > other.first, end <= last else { return false }
    if own.count < other.count { return own.first >= other.first && end + (interval ?? own.count) > last }
    return own.count > other.count ? own.count > 12 : isFiscal
  }

  /// The first of its parts that is a month, a quarter or a half; nil for another length.
  fileprivate func firstPart(ofLength length: Int) -> Period? {
    guard let months, months.first % length == 0 || length == 1 else { return nil }
    let (year, month) = (months.first / 12, months.first % 12)
    switch length {
    case 1: return .month(year, month: month + 1)
    case 3: return .quarter(year, quarter: month / 3 + 1)
    case 6: return .half(year, half: month / 6 + 1)
    default: return nil
    }
  }
}
