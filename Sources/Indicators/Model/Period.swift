/// The time that a figure speaks of: a year, a month, a quarter, or a year that does not begin in January.
package enum Period: Hashable, Sendable {
  case year(Int)
  /// `month` from 1 to 12.
  case month(Int, month: Int)
  /// `quarter` from 1 to 4.
  case quarter(Int, quarter: Int)
  /// A budget or school year by the calendar year in which it begins: 2021 for 2021/22.
  case splitYear(Int)

  /// `2021`, `2021-06`, `2021 Q3` (also `2021-Q3`, `2021Q3`), `2021/22` (also `2021/2022`). Nil for anything else.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let year = Period.number(bytes.prefix(4), digits: 4) else { return nil }
    let rest = bytes.dropFirst(4)
    guard let mark = rest.first else {
      self = .year(year)
      return
    }
    let tail = rest.dropFirst()
    switch mark {
    case UInt8(ascii: "/"):
      guard Period.number(tail, digits: 2) == (year + 1) % 100 || Period.number(tail, digits: 4) == year + 1
      else { return nil }
      self = .splitYear(year)
    case UInt8(ascii: "Q"), UInt8(ascii: "q"):
      guard let quarter = Period.quarter(tail) else { return nil }
      self = .quarter(year, quarter: quarter)
    case UInt8(ascii: "-"), UInt8(ascii: " "):
      if let letter = tail.first, letter | 0x20 == UInt8(ascii: "q"), let quarter = Period.quarter(tail.dropFirst()) {
        self = .quarter(year, quarter: quarter)
      } else if mark == UInt8(ascii: "-"), let month = Period.number(tail, digits: 2), (1...12).contains(month) {
        self = .month(year, month: month)
      } else {
        return nil
      }
    default: return nil
    }
  }

  private static func quarter(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let quarter = number(bytes, digits: 1), (1...4).contains(quarter) else { return nil }
    return quarter
  }

  private static func number(_ bytes: ArraySlice<UInt8>, digits: Int) -> Int? {
    guard bytes.count == digits else { return nil }
    var value = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// When the period is over, in years: 2022.0 for 2021, 2021.5 for 2021-06 and 2021 Q2. A split year ends with
  /// March, as budget years do in the data that this layout comes from: 2022.25 for 2021/22.
  package var end: Double {
    switch self {
    case .year(let year): Double(year + 1)
    case .month(let year, let month): Double(year) + Double(month) / 12
    case .quarter(let year, let quarter): Double(year) + Double(quarter) / 4
    case .splitYear(let year): Double(year) + 1.25
    }
  }

  /// The calendar year that the period lies in, or begins in.
  package var year: Int {
    switch self {
    case .year(let year), .month(let year, _), .quarter(let year, _), .splitYear(let year): year
    }
  }
}

extension Period: Comparable {
  /// By their ends; of one end, the longer period comes later, so that a year follows its last month.
  package static func < (a: Period, b: Period) -> Bool {
    a.end == b.end ? a.length < b.length : a.end < b.end
  }

  private var length: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .splitYear: 12
    case .year: 13
    }
  }
}

extension Period: CustomStringConvertible {
  /// As it is written in data: `2021`, `2021-06`, `2021 Q3`, `2021/22`.
  package var description: String {
    switch self {
    case .year(let year): String(year)
    case .month(let year, let month): "\(year)-\(twoDigits(month))"
    case .quarter(let year, let quarter): "\(year) Q\(quarter)"
    case .splitYear(let year): "\(year)/\(twoDigits((year + 1) % 100))"
    }
  }
}

private func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : String(number)
}
