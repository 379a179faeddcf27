import DataFormats

/// The time a figure refers to: a year, a part of one, a year that does not begin in January, several years or months, or
/// the day of a milestone.
package enum Period: Hashable, Sendable {
  case year(Int)
  /// `half` is 1 or 2.
  case half(Int, half: Int)
  /// `quarter` is 1 to 4.
  case quarter(Int, quarter: Int)
  /// `month` is 1 to 12.
  case month(Int, month: Int)
  case fiscalYear(FiscalYear)
  /// A quarter or a half of a budget year.
  case fiscalPart(FiscalYear, YearPart)
  case range(PeriodRange)
  case day(CalendarDate)
}

// MARK: - Its place in time

extension Period {
  /// Its first month, counted from January of the year 0, and how many months it has; nil for a day.
  package var months: (first: Int, count: Int)? {
    switch self {
    case .year(let year): (year * 12, 12)
    case .half(let year, let half): (year * 12 + (half - 1) * 6, 6)
    case .quarter(let year, let quarter): (year * 12 + (quarter - 1) * 3, 3)
    case .month(let year, let month): (year * 12 + month - 1, 1)
    case .fiscalYear(let fiscal): (fiscal.year * 12 + fiscal.start - 1, 12)
    case .fiscalPart(let fiscal, let part): (fiscal.year * 12 + fiscal.start - 1 + part.offset, part.months)
    case .range(let range): (range.year * 12 + range.start - 1, range.months)
    case .day: nil
    }
  }

  /// How many months it has; 0 for a day.
  var monthCount: Int { months?.count ?? 0 }

  /// The beginning of the period in years: 2021.0 for 2021.
  package var start: Double { months.map { Double($0.first) / 12 } ?? 2 * middle - end }

  /// The end of the period in years: 2022.0 for 2021, 2021.5 for 2021-06 and 2021 Q2, 2022.25 for 2021/22, which ends in
  /// March unless an author says otherwise.
  package var end: Double {
    switch self {
    case .year(let year): Double(year + 1)
    case .half(let year, let half): Double(year) + Double(half) / 2
    case .quarter(let year, let quarter): Double(year) + Double(quarter) / 4
    case .month(let year, let month): Double(year) + Double(month) / 12
    case .fiscalYear(let fiscal): Double(fiscal.year + 1) + Double(fiscal.start - 1) / 12
    case .fiscalPart(let fiscal, let part):
      Double(fiscal.year) + Double(fiscal.start - 1 + part.offset + part.months) / 12
    case .range(let range): Double(range.year) + Double(range.start - 1 + range.months) / 12
    case .day(let date): Double(date.year) + (Double(date.month - 1) + date.shareOfMonth(at: 1)) / 12
    }
  }

  /// Where the period is drawn on a time axis, in years: its middle, 2021.5 for 2021. Several years, which may overlap
  /// those before, are placed at the middle of their last.
  package var middle: Double {
    switch self {
    case .year(let year): Double(year) + 0.5
    case .half(let year, let half): Double(year) + (Double(half) - 0.5) / 2
    case .quarter(let year, let quarter): Double(year) + (Double(quarter) - 0.5) / 4
    case .month(let year, let month): Double(year) + (Double(month) - 0.5) / 12
    case .fiscalYear(let fiscal): Double(fiscal.year) + Double(fiscal.start - 1) / 12 + 0.5
    case .fiscalPart(_, let part): end - Double(part.months) / 24
    case .range(let range): end - min(Double(range.months) / 24, 0.5)
    case .day(let date): Double(date.year) + (Double(date.month - 1) + date.shareOfMonth(at: 0.5)) / 12
    }
  }

  /// The year of a time axis at whose place the period is drawn: the calendar year in which it begins; of several years, the
  /// last.
  package var drawnYear: Int {
    if case .range = self { Int(middle.rounded(.down)) } else { year }
  }

  /// The calendar year in which the period begins.
  package var year: Int {
    switch self {
    case .year(let year), .half(let year, _), .quarter(let year, _), .month(let year, _): year
    case .fiscalYear(let fiscal): fiscal.year
    case .fiscalPart(let fiscal, let part): (fiscal.year * 12 + fiscal.start - 1 + part.offset) / 12
    case .range(let range): range.year
    case .day(let date): date.year
    }
  }

  /// Whether `next` begins when this period ends, and is as long. Only such figures are joined by a line.
  package func isFollowed(by next: Period) -> Bool {
    if case .day(let day) = self, case .day(let other) = next { return day.next == other }
    guard let own = months, let other = next.months else { return false }
    return own.count == other.count && own.first + own.count == other.first
  }

  /// Whether both have months in common.
  package func overlaps(_ other: Period) -> Bool {
    guard let own = months, let other = other.months else { return false }
    return own.first < other.first + other.count && other.first < own.first + own.count
  }

  /// Whether both are as long as each other, as years and budget years are.
  package func hasSameLength(as other: Period) -> Bool { months?.count == other.months?.count }

  /// Whether it depends on when budget years begin.
  package var isFiscal: Bool {
    switch self {
    case .fiscalYear, .fiscalPart: true
    case .range(let range): range.unit == .fiscalYears
    case .year, .half, .quarter, .month, .day: false
    }
  }

  /// The period under what an author says about budget years; a period that does not depend on it stays as it is.
  package func placed(by rule: FiscalYearRule) -> Period {
    switch self {
    case .fiscalYear(let fiscal): .fiscalYear(fiscal.placed(by: rule))
    case .fiscalPart(let fiscal, let part): .fiscalPart(fiscal.placed(by: rule), part)
    case .range(let range): .range(range.placed(by: rule))
    case .year, .half, .quarter, .month, .day: self
    }
  }
}

extension Period: Comparable {
  /// Sorts by end. Of periods with the same end the longer one comes later, so that a year follows its last month.
  package static func < (a: Period, b: Period) -> Bool {
    a.end == b.end ? a.length < b.length : a.end < b.end
  }

  /// In months; a calendar year sorts after a budget year.
  private var length: Int {
    if case .year = self { return 13 }
    guard let count = months?.count else { return 0 }
    return count > 12 ? count + 1 : count
  }
}

extension Period: CustomStringConvertible {
  /// The spelling in data files: `2021`, `2021-06`, `2021 Q3`, `2021 H1`, `2021-06-30`. Budget years and ranges are spelled
  /// as their author does: `2021/22`, `2021-22`, `FY2024`, `2009-2011`, `2011 to 2015`.
  package var description: String {
    switch self {
    case .year(let year): String(year)
    case .half(let year, let half): "\(year) H\(half)"
    case .quarter(let year, let quarter): "\(year) Q\(quarter)"
    case .month(let year, let month): "\(year)-\(twoDigits(month))"
    case .fiscalYear(let fiscal): fiscal.description
    case .fiscalPart(let fiscal, let part): "\(fiscal) \(part)"
    case .range(let range): range.description
    case .day(let date): date.description
    }
  }
}

func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : String(number)
}

extension CalendarDate {
  /// How much of its month is over at a time of the day, 0 to 1; 1 at the end of the last day.
  fileprivate func shareOfMonth(at time: Double) -> Double { (Double(day - 1) + time) / Double(daysInMonth) }
}
