/// Several years or months as one period: the mean of 2009-2011, the first nine months of 2023.
///
/// Two are equal if they are the same months, however they are spelled.
package struct PeriodRange: Sendable {
  /// The unit of its two ends.
  enum Unit: Int, CaseIterable, Sendable {
    /// `2009-2011`.
    case years
    /// `2003-05`.
    case shortYears
    /// `2007/08 to 2008/09`.
    case fiscalYears
    /// `2020-04 to 2021-03`, `2023年1-9月`.
    case months
  }

  /// The calendar year in which it begins.
  package let year: Int
  /// The month in which it begins, 1 to 12; nil for budget years whose beginning is not stated.
  package let statedStart: Int?
  /// Its length in months, at least 2.
  package let months: Int
  let unit: Unit
  let join: PeriodJoin

  init(_ year: Int, statedStart: Int?, months: Int, unit: Unit, join: PeriodJoin) {
    self.year = year
    self.statedStart = statedStart
    self.months = months
    self.unit = unit
    self.join = join
  }

  /// From one calendar year to another, both included.
  init(years: ClosedRange<Int>, isShort: Bool, join: PeriodJoin) {
    self.init(
      years.lowerBound, statedStart: 1, months: years.count * 12, unit: isShort ? .shortYears : .years, join: join)
  }

  /// The month in which it begins, 1 to 12.
  package var start: Int { statedStart ?? FiscalYear.usualStart }

  func placed(by rule: FiscalYearRule) -> PeriodRange {
    guard unit == .fiscalYears else { return self }
    return PeriodRange(year, statedStart: rule.starts, months: months, unit: unit, join: join)
  }

  /// The last month, 1 to 12, and its calendar year.
  package var last: (year: Int, month: Int) {
    let end = start - 2 + months
    return (year + end / 12, end % 12 + 1)
  }
}

extension Period {
  /// The years that end after a time and up to this one, as one period: 2023–2028. A period that is not a year, or the
  /// first of them, stays as it is. `time` is in years, as `end`.
  func withYears(after time: Double) -> Period {
    switch self {
    case .year(let last):
      let first = Int(time + 1e-6)
      return first < last ? .range(PeriodRange(years: first...last, isShort: false, join: .enDash)) : self
    case .fiscalYear(let last):
      guard case .pair(_, _, isFY: false) = last.form else { return self }
      let first = Int(time - Double(last.start - 1) / 12 + 1e-6)
      guard first < last.year else { return self }
      return .range(
        PeriodRange(
          first, statedStart: last.statedStart, months: (last.year - first + 1) * 12, unit: .fiscalYears, join: .enDash)
      )
    case .half, .quarter, .month, .fiscalPart, .range, .day: return self
    }
  }
}

extension PeriodRange: Hashable {
  package static func == (a: PeriodRange, b: PeriodRange) -> Bool {
    a.year == b.year && a.start == b.start && a.months == b.months
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(year)
    hasher.combine(months)
  }
}

extension PeriodRange: CustomStringConvertible {
  package var description: String {
    let lastYear = year + months / 12 - 1
    switch unit {
    case .years: return "\(year)\(join.rawValue)\(lastYear)"
    case .shortYears: return "\(year)\(join.rawValue)\(twoDigits(lastYear % 100))"
    case .fiscalYears: return "\(FiscalYear(year))\(join.rawValue)\(FiscalYear(lastYear))"
    case .months:
      return
        "\(year)-\(twoDigits(start))\(join == .hyphen ? " to " : join.rawValue)\(last.year)-\(twoDigits(last.month))"
    }
  }
}
