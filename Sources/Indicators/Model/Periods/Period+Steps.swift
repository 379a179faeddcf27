// Periods at a distance of each other.
extension Period {
  /// The period that is as long and as many months later, or earlier for fewer than none, spelled alike. Nil for a day, and
  /// where no period of its kind begins then.
  package func shifted(byMonths months: Int) -> Period? {
    /// `number` counts periods of `length` months from the year 0 on.
    func shift(_ number: Int, length: Int) -> (year: Int, part: Int)? {
      guard months % length == 0 else { return nil }
      let (parts, moved) = (12 / length, number + months / length)
      return moved < 0 ? nil : (moved / parts, moved % parts + 1)
    }
    switch self {
    case .year(let year): return shift(year, length: 12).map { .year($0.year) }
    case .half(let year, let half):
      return shift(year * 2 + half - 1, length: 6).map { .half($0.year, half: $0.part) }
    case .quarter(let year, let quarter):
      return shift(year * 4 + quarter - 1, length: 3).map { .quarter($0.year, quarter: $0.part) }
    case .month(let year, let month):
      return shift(year * 12 + month - 1, length: 1).map { .month($0.year, month: $0.part) }
    case .fiscalYear(let fiscal):
      return shift(fiscal.year, length: 12).map { .fiscalYear(fiscal.beginning(in: $0.year)) }
    case .fiscalPart(let fiscal, .quarter(let quarter)):
      return shift(fiscal.year * 4 + quarter - 1, length: 3)
        .map { .fiscalPart(fiscal.beginning(in: $0.year), .quarter($0.part)) }
    case .fiscalPart(let fiscal, .half(let half)):
      return shift(fiscal.year * 2 + half - 1, length: 6)
        .map { .fiscalPart(fiscal.beginning(in: $0.year), .half($0.part)) }
    case .range(let range): return range.shifted(byMonths: months).map { .range($0) }
    case .day: return nil
    }
  }

  /// The spelling that `Period.init` reads without a column around it: `2021-2023` for 2021-23, `2021/22` for 2021-22.
  package var plainSpelling: String {
    switch self {
    case .fiscalYear(let fiscal): FiscalYear(fiscal.year).description
    case .fiscalPart(let fiscal, let part): "\(FiscalYear(fiscal.year)) \(part)"
    case .range(let range): range.plainSpelling
    case .year, .half, .quarter, .month, .day: description
    }
  }

  /// The periods that a text may be, read on its own: one for `2021-2023`, two or more for `2021-22`; none for a text that
  /// is not a period.
  package static func possible(in text: String) -> [Period] {
    if let period = Period(cell: text) { return [period] }
    switch PeriodCell(text)?.shape {
    case .certain(let period): return [period]
    case .pair(let pair): return pair.readings.map { pair.period(as: $0) }
    case nil: return []
    }
  }
}

extension PeriodRange {
  fileprivate func shifted(byMonths months: Int) -> PeriodRange? {
    guard unit == .months || months % 12 == 0 else { return nil }
    let first = year * 12 + start - 1 + months
    guard first >= 0 else { return nil }
    let begin = unit == .months ? first / 12 : year + months / 12
    return PeriodRange(
      begin, statedStart: unit == .months ? first % 12 + 1 : statedStart, months: self.months, unit: unit, join: join)
  }

  fileprivate var plainSpelling: String {
    unit == .shortYears
      ? PeriodRange(years: year...(year + months / 12 - 1), isShort: false, join: .hyphen).description : description
  }
}
