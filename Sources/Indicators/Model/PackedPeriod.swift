import DataFormats

/// A period in four bytes instead of 24. Years are clamped to 16 bits.
struct PackedPeriod: Hashable, Sendable {
  private let year: Int16
  /// 0 for a year, 1 to 12 for a month, 21 to 24 for a quarter, 30 for a split year, from 100 on for a day.
  private let part: Int16

  init(_ period: Period) {
    year = Int16(clamping: period.year)
    part =
      switch period {
      case .year: 0
      case .month(_, let month): Int16(clamping: month)
      case .quarter(_, let quarter): Int16(clamping: 20 + quarter)
      case .splitYear: 30
      case .day(let date): Int16(clamping: 100 + date.month * 32 + date.day)
      }
  }

  var period: Period {
    let year = Int(year)
    return switch part {
    case 0: .year(year)
    case 30: .splitYear(year)
    case 21...24: .quarter(year, quarter: Int(part) - 20)
    case 100...: .day(date)
    default: .month(year, month: Int(part))
    }
  }

  private var date: CalendarDate {
    let packed = Int(part) - 100
    guard let date = CalendarDate(year: Int(year), month: packed / 32, day: packed % 32) else {
      preconditionFailure("a packed day exists")
    }
    return date
  }
}
