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
    var text = text
    guard let period = text.withUTF8(Period.read) else { return nil }
    self = period
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Period? {
    guard bytes.count >= 4, let year = number(bytes, 0..<4) else { return nil }
    guard bytes.count > 4 else { return .year(year) }
    let mark = bytes[4]
    let tail = 5..<bytes.count
    switch mark {
    case UInt8(ascii: "/"):
      guard let next = number(bytes, tail),
        tail.count == 2 && next == (year + 1) % 100 || tail.count == 4 && next == year + 1
      else { return nil }
      return .splitYear(year)
    case UInt8(ascii: "Q"), UInt8(ascii: "q"): return quarter(bytes, tail, of: year)
    case UInt8(ascii: "-"), UInt8(ascii: " "):
      if tail.count > 0, bytes[5] | 0x20 == UInt8(ascii: "q") { return quarter(bytes, 6..<bytes.count, of: year) }
      guard mark == UInt8(ascii: "-"), tail.count == 2, let month = number(bytes, tail), (1...12).contains(month)
      else { return nil }
      return .month(year, month: month)
    default: return nil
    }
  }

  private static func quarter(_ bytes: UnsafeBufferPointer<UInt8>, _ digits: Range<Int>, of year: Int) -> Period? {
    guard digits.count == 1, let quarter = number(bytes, digits), (1...4).contains(quarter) else { return nil }
    return .quarter(year, quarter: quarter)
  }

  /// Of at most four digits.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ digits: Range<Int>) -> Int? {
    guard digits.count <= 4 else { return nil }
    var value = 0
    for index in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
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
    case .year(let year): fourDigits(year)
    case .month(let year, let month): "\(year)-\(twoDigits(month))"
    case .quarter(let year, let quarter): "\(year) Q\(quarter)"
    case .splitYear(let year): "\(year)/\(twoDigits((year + 1) % 100))"
    }
  }
}

/// A period in eight bytes instead of 24. Years beyond 32 bits are the last of them.
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

/// As `String` writes it, in a third of the time: a table or a file of figures holds thousands of years.
private func fourDigits(_ year: Int) -> String {
  guard (1000...9999).contains(year) else { return String(year) }
  return String(unsafeUninitializedCapacity: 4) { digits in
    var rest = year
    for place in (0..<4).reversed() {
      digits.initializeElement(at: place, to: UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    }
    return 4
  }
}

private func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : String(number)
}
