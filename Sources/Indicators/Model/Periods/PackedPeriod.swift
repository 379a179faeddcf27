import DataFormats

/// A period in six bytes instead of 32. Years are clamped to 16 bits.
struct PackedPeriod: Hashable, Sendable {
  private let year: Int16
  /// 0 for a year, 1 to 12 for a month, 21 to 24 for a quarter, 31 and 32 for a half, from 100 on for a day, from 1000 on for
  /// a budget year, from 4000 on for a range.
  private let part: Int16
  /// The length of a range in months; 1 to 4 for a quarter of a budget year, 5 and 6 for a half; for a calendar period
  /// that is spelled in its author's own way, the number of its `WrittenPeriod`.
  private let length: UInt16

  init(_ period: Period, written: WrittenPeriod? = nil) {
    if case .fiscalPart(let fiscal, _) = period {
      year = Int16(clamping: fiscal.year)
    } else {
      year = Int16(clamping: period.year)
    }
    var length = Int(written?.number ?? 0)
    part =
      switch period {
      case .year: 0
      case .month(_, let month): Int16(clamping: month)
      case .quarter(_, let quarter): Int16(clamping: 20 + quarter)
      case .half(_, let half): Int16(clamping: 30 + half)
      case .day(let date): Int16(clamping: 100 + date.month * 32 + date.day)
      case .fiscalYear(let fiscal), .fiscalPart(let fiscal, _):
        Int16(clamping: 1000 + (fiscal.statedStart ?? 0) * 64 + fiscal.form.number)
      case .range(let range):
        Int16(
          clamping: 4000 + (range.statedStart ?? 0) * 64 + range.unit.rawValue * 8 + range.join.number)
      }
    switch period {
    case .range(let range): length = range.months
    case .fiscalYear: length = 0
    case .fiscalPart(_, .quarter(let quarter)): length = quarter
    case .fiscalPart(_, .half(let half)): length = 4 + half
    case .year, .month, .quarter, .half, .day: break
    }
    self.length = UInt16(clamping: length)
  }

  /// Nil for a period that is spelled as planpress does, or has its spelling in itself.
  var written: WrittenPeriod? { part < 1000 && length > 0 ? WrittenPeriod(number: length) : nil }

  /// Equal for periods that are spelled alike.
  var key: UInt64 {
    UInt64(UInt16(bitPattern: year)) << 32 | UInt64(UInt16(bitPattern: part)) << 16 | UInt64(length)
  }

  var period: Period {
    let year = Int(year)
    return switch part {
    case 0: .year(year)
    case 21...24: .quarter(year, quarter: Int(part) - 20)
    case 31...32: .half(year, half: Int(part) - 30)
    case 4000...: .range(range(Int(part) - 4000))
    case 1000... where length > 4: .fiscalPart(fiscalYear(Int(part) - 1000), .half(Int(length) - 4))
    case 1000... where length > 0: .fiscalPart(fiscalYear(Int(part) - 1000), .quarter(Int(length)))
    case 1000...: .fiscalYear(fiscalYear(Int(part) - 1000))
    case 100...: .day(date)
    default: .month(year, month: Int(part))
    }
  }

  /// See `Period.end`. Nearly all periods are years, whose end needs no `Period`.
  var end: Double { part == 0 ? Double(Int(year) + 1) : period.end }

  /// See `Period.monthCount`.
  var monthCount: Int {
    switch part {
    case 0: 12
    case 1...12: 1
    default: period.monthCount
    }
  }

  private func fiscalYear(_ packed: Int) -> FiscalYear {
    FiscalYear(
      Int(year), statedStart: packed < 64 ? nil : packed / 64, form: FiscalYear.Form(number: packed % 64))
  }

  private func range(_ packed: Int) -> PeriodRange {
    PeriodRange(
      Int(year), statedStart: packed < 64 ? nil : packed / 64, months: Int(length),
      unit: PeriodRange.Unit(rawValue: packed % 64 / 8) ?? .years, join: PeriodJoin.allCases[packed % 8])
  }

  private var date: CalendarDate {
    let packed = Int(part) - 100
    guard let date = CalendarDate(year: Int(year), month: packed / 32, day: packed % 32) else {
      preconditionFailure("a packed day exists")
    }
    return date
  }

  /// Whether both are the same time, however it is spelled.
  static func == (a: PackedPeriod, b: PackedPeriod) -> Bool {
    if a.year == b.year, a.part == b.part, a.length == b.length || a.part < 1000 { return true }
    return a.part >= 1000 && b.part >= 1000 && a.period == b.period
  }

  func hash(into hasher: inout Hasher) { hasher.combine(year) }
}

extension FiscalYear.Form {
  /// 0 to 31 for two years, 32 and 33 for one.
  fileprivate var number: Int {
    switch self {
    case .pair(let join, let isLong, let isFY): join.number + (isLong ? 8 : 0) + (isFY ? 16 : 0)
    case .single(let name): name == .end ? 32 : 33
    }
  }

  fileprivate init(number: Int) {
    self =
      number >= 32
      ? .single(number == 32 ? .end : .start)
      : .pair(PeriodJoin.allCases[number % 8], isLong: number & 8 != 0, isFY: number & 16 != 0)
  }
}
