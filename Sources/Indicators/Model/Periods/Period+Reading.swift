import Bytes
import DataFormats

extension Period {
  /// Reads what planpress itself writes, and the usual spellings of it: `2021`, `2021-06`, `2021 Q3` (also `2021-Q3`,
  /// `2021Q3`), `2021 H1`, `2021/22` (also `2021/2022`), `FY2024`, `FY2024 Q2`, `2009-2011`. Nil for anything else, a day included.
  package init?(_ text: String) {
    var text = text
    if let period = text.withUTF8(Period.read) {
      self = period
      return
    }
    // Only data files write years of two digits after a hyphen: elsewhere 2009-10 is a month.
    guard text.utf8.count > 4, text.utf8.count < 40, case .certain(let period)? = PeriodCell(text)?.shape,
      period.description == text
    else { return nil }
    if case .day = period { return nil }
    self = period
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Period? {
    guard bytes.count >= 4, let year = bytes.number(0..<4) else { return nil }
    guard bytes.count > 4 else { return .year(year) }
    let separator = bytes[4]
    let tail = 5..<bytes.count
    switch separator {
    case UInt8(ascii: "/"):
      guard let next = bytes.number(tail),
        tail.count == 2 && next == (year + 1) % 100 || tail.count == 4 && next == year + 1
      else { return nil }
      return .fiscalYear(FiscalYear(year))
    case UInt8(ascii: "Q"), UInt8(ascii: "q"), UInt8(ascii: "H"), UInt8(ascii: "h"): return part(bytes, 4, of: year)
    case UInt8(ascii: "-"), UInt8(ascii: " "):
      if let part = part(bytes, 5, of: year) { return part }
      guard separator == UInt8(ascii: "-"), tail.count == 2, let month = bytes.number(tail), (1...12).contains(month)
      else { return nil }
      return .month(year, month: month)
    default: return nil
    }
  }

  /// `Q3` or `H1`, to the end of the text.
  private static func part(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, of year: Int) -> Period? {
    guard bytes.count == index + 2, let digit = bytes.number(index + 1..<index + 2) else { return nil }
    switch bytes[index] | 0x20 {
    case UInt8(ascii: "q") where (1...4).contains(digit): return .quarter(year, quarter: digit)
    case UInt8(ascii: "h") where (1...2).contains(digit): return .half(year, half: digit)
    default: return nil
    }
  }
}
