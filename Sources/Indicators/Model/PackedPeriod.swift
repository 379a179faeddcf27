/// A period in eight bytes instead of 24. Years are clamped to 32 bits.
struct PackedPeriod: Hashable, Sendable {
  private let year: Int32
  /// 0 for a year, 1 to 12 for a month, 21 to 24 for a quarter, 30 for a split year.
  private let part: Int8

  init(_ period: Period) {
    year = Int32(clamping: period.year)
    part =
      switch period {
      case .year: 0
      case .month(_, let month): Int8(clamping: month)
      case .quarter(_, let quarter): Int8(clamping: 20 + quarter)
      case .splitYear: 30
      }
  }

  var period: Period {
    let year = Int(year)
    return switch part {
    case 0: .year(year)
    case 30: .splitYear(year)
    case 21...24: .quarter(year, quarter: Int(part) - 20)
    default: .month(year, month: Int(part))
    }
  }
}
