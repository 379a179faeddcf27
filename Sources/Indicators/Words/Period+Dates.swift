import Bytes
import DataFormats

extension ByteBuffer {
  /// The first day of a period: `2021-04-01`. Of a budget year whose first month nobody says, only the year in which it begins:
  /// `2021`.
  package mutating func append(startOf period: Period) {
    if case .day(let date) = period { return append(text: date.description) }
    if case .year(let year) = period {
      append(decimal: year)
      return append(literal: "-01-01")
    }
    guard let months = period.months else { return }
    guard period.isMonthKnown else { return append(decimal: period.year) }
    append(firstOfMonth: months.first)
    append(literal: "-01")
  }

  /// The last day of a period: `2022-03-31`; only the year where the last month is not known.
  package mutating func append(endOf period: Period) {
    if case .day(let date) = period { return append(text: date.description) }
    if case .year(let year) = period {
      append(decimal: year)
      return append(literal: "-12-31")
    }
    guard let months = period.months else { return }
    let last = months.first + months.count - 1
    guard period.isMonthKnown else { return append(decimal: last / 12) }
    append(firstOfMonth: last)
    append(UInt8(ascii: "-"))
    append(decimal: CalendarDate(year: last / 12, month: last % 12 + 1, day: 1)?.daysInMonth ?? 31)
  }

  /// `2021-04`, for a month counted from January of the year 0.
  private mutating func append(firstOfMonth month: Int) {
    append(decimal: month / 12)
    append(literal: month % 12 < 9 ? "-0" : "-")
    append(decimal: month % 12 + 1)
  }
}

extension Period {
  /// Whether anyone says in which month it begins.
  fileprivate var isMonthKnown: Bool {
    switch self {
    case .fiscalYear(let fiscal), .fiscalPart(let fiscal, _): fiscal.statedStart != nil
    case .range(let range): range.statedStart != nil
    case .year, .half, .quarter, .month, .day: true
    }
  }
}
