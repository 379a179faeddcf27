import DataFormats

/// The time a figure refers to: a year, a month, a quarter, a year that does not begin in January, or the day of a milestone.
package enum Period: Hashable, Sendable {
  case year(Int)
  /// `month` is 1 to 12.
  case month(Int, month: Int)
  /// `quarter` is 1 to 4.
  case quarter(Int, quarter: Int)
  /// A budget or school year, by the calendar year in which it begins: 2021 for 2021/22.
  case splitYear(Int)
  /// Only milestones are due and reported on a day.
  case day(CalendarDate)

  /// Reads `2021`, `2021-06`, `2021 Q3` (also `2021-Q3`, `2021Q3`) and `2021/22` (also `2021/2022`). Nil for anything
  /// else, a day included.
  package init?(_ text: String) {
    var text = text
    guard let period = text.withUTF8(Period.read) else { return nil }
    self = period
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Period? {
    guard bytes.count >= 4, let year = number(bytes, 0..<4) else { return nil }
    guard bytes.count > 4 else { return .year(year) }
    let separator = bytes[4]
    let tail = 5..<bytes.count
    switch separator {
    case UInt8(ascii: "/"):
      guard let next = number(bytes, tail),
        tail.count == 2 && next == (year + 1) % 100 || tail.count == 4 && next == year + 1
      else { return nil }
      return .splitYear(year)
    case UInt8(ascii: "Q"), UInt8(ascii: "q"): return quarter(bytes, tail, of: year)
    case UInt8(ascii: "-"), UInt8(ascii: " "):
      if tail.count > 0, bytes[5] | 0x20 == UInt8(ascii: "q") { return quarter(bytes, 6..<bytes.count, of: year) }
      guard separator == UInt8(ascii: "-"), tail.count == 2, let month = number(bytes, tail), (1...12).contains(month)
      else { return nil }
      return .month(year, month: month)
    default: return nil
    }
  }

  private static func quarter(_ bytes: UnsafeBufferPointer<UInt8>, _ digits: Range<Int>, of year: Int) -> Period? {
    guard digits.count == 1, let quarter = number(bytes, digits), (1...4).contains(quarter) else { return nil }
    return .quarter(year, quarter: quarter)
  }

  /// A number of at most four digits.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ digits: Range<Int>) -> Int? {
    guard digits.count <= 4 else { return nil }
    var value = 0
    for index in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
    }
    return value
  }

  /// The end of the period in years: 2022.0 for 2021, 2021.5 for 2021-06 and 2021 Q2. A split year ends in March, as
  /// budget years do in the data that this spelling comes from: 2022.25 for 2021/22.
  package var end: Double {
    switch self {
    case .year(let year): Double(year + 1)
    case .month(let year, let month): Double(year) + Double(month) / 12
    case .quarter(let year, let quarter): Double(year) + Double(quarter) / 4
    case .splitYear(let year): Double(year) + 1.25
    case .day(let date): Double(date.year) + (Double(date.month - 1) + date.shareOfMonth(at: 1)) / 12
    }
  }

  /// The beginning of the period in years: 2021.0 for 2021.
  var start: Double { 2 * middle - end }

  /// The middle of the period in years, where it is drawn on a time axis: 2021.5 for 2021.
  package var middle: Double {
    switch self {
    case .year(let year): Double(year) + 0.5
    case .month(let year, let month): Double(year) + (Double(month) - 0.5) / 12
    case .quarter(let year, let quarter): Double(year) + (Double(quarter) - 0.5) / 4
    case .splitYear(let year): Double(year) + 0.75
    case .day(let date): Double(date.year) + (Double(date.month - 1) + date.shareOfMonth(at: 0.5)) / 12
    }
  }

  /// The calendar year in which the period begins.
  package var year: Int {
    switch self {
    case .year(let year), .month(let year, _), .quarter(let year, _), .splitYear(let year): year
    case .day(let date): date.year
    }
  }
}

extension Period: Comparable {
  /// Sorts by end. Of periods with the same end the longer one comes later, so that a year follows its last month.
  package static func < (a: Period, b: Period) -> Bool {
    a.end == b.end ? a.length < b.length : a.end < b.end
  }

  /// 0 for a day.
  var months: Int { min(length, 12) }

  /// In months, except that a calendar year sorts after a split year.
  private var length: Int {
    switch self {
    case .day: 0
    case .month: 1
    case .quarter: 3
    case .splitYear: 12
    case .year: 13
    }
  }
}

extension Period: CustomStringConvertible {
  /// The spelling in data files: `2021`, `2021-06`, `2021 Q3`, `2021/22`, `2021-06-30`.
  package var description: String {
    switch self {
    case .year(let year): String(year)
    case .month(let year, let month): "\(year)-\(twoDigits(month))"
    case .quarter(let year, let quarter): "\(year) Q\(quarter)"
    case .splitYear(let year): "\(year)/\(twoDigits((year + 1) % 100))"
    case .day(let date): date.description
    }
  }
}

private func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : String(number)
}

extension CalendarDate {
  /// How much of its month is over at a time of the day, 0 to 1; 1 at the end of the last day.
  fileprivate func shareOfMonth(at time: Double) -> Double { (Double(day - 1) + time) / Double(daysInMonth) }
}
