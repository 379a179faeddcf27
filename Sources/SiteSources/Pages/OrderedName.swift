import Bytes
import DataFormats
import Files

/// A file or folder name, split into order and name: `2-incubation` is 2 and `incubation`. A date at the start does not set
/// the order: `2024-01-05-report`, `2024.1.5 report` and `2024-01-report` are names as a whole. So is `第三章-田`, but its
/// number 3 is an order.
package struct OrderedName {
  package let order: Int?
  package let name: String
  /// The day at the start of the name.
  let date: CalendarDate?
  /// The date at the start of the name, if the calendar has no such day: `2023-13-31`, `2023-02-29`.
  package let impossibleDate: String?
  /// The name without its date.
  let title: String

  package init(_ text: String) {
    if let written = WrittenDate(text) {
      order = nil
      name = text
      date = written.day
      impossibleDate = written.impossible
      title = written.rest.isEmpty ? text : written.rest
      return
    }
    let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let rest = text.utf8.dropFirst(digits.count)
    date = nil
    impossibleDate = nil
    guard (1...6).contains(digits.count), let mark = rest.first, rest.count > 1, isSeparator(mark) else {
      order = ChineseOrdinal(text)?.number
      name = text
      title = text
      return
    }
    order = Int(String(decoding: digits, as: UTF8.self))
    name = String(decoding: rest.dropFirst(), as: UTF8.self)
    title = name
  }
}

/// A date at the start of a name, `2024-01-05-`, `2024.1.5-`, `2024年1月5日` or `2024-01-`.
private struct WrittenDate {
  /// Nil for a month, and for a day that does not exist.
  let day: CalendarDate?
  /// The date as it is written, if there is no such day.
  let impossible: String?
  /// The name after the date and its separator.
  let rest: String

  init?(_ text: String) {
    let bytes = text.utf8
    // Nearly all names are told apart by their first bytes.
    guard let first = bytes.first, first == UInt8(ascii: "1") || first == UInt8(ascii: "2"), bytes.count >= 7,
      let year = Int(text.prefix(4)), (1800...2200).contains(year), let mark = text.dropFirst(4).first,
      "-._年".contains(mark)
    else { return nil }
    let isChinese = mark == "年"
    let months = text.dropFirst(5)
    guard let (month, afterMonth) = WrittenDate.number(months, upTo: 99) else { return nil }
    var tail = afterMonth
    if tail.first == (isChinese ? "月" : mark), let (number, end) = WrittenDate.number(tail.dropFirst(), upTo: 99),
      isChinese ? end.first == "日" : WrittenDate.isEnd(end)
    {
      day = CalendarDate(year: year, month: month, day: number)
      tail = isChinese ? end.dropFirst() : end
      let written = String(text[..<tail.startIndex])
      // `2024.15.3` is a number with parts; 2024-15-03 can only be meant as a day.
      if day == nil, !isChinese, mark != "-" || written.utf8.count < 10 { return nil }
      impossible = day == nil ? written : nil
    } else {
      guard month <= 12 else { return nil }
      impossible = nil
      // `2024-1-intro` may as well be the first of a year's, and `2024.05` a number.
      guard mark == "-", WrittenDate.isEnd(tail), months.startIndex != tail.startIndex, months.first == "0" || month > 9
      else { return nil }
      day = nil
    }
    rest = String(tail.first.flatMap(\.asciiValue).map(isSeparator) == true ? tail.dropFirst() : tail)
  }

  /// The number of one or two digits at the start, and what follows it.
  private static func number(_ text: Substring, upTo most: Int) -> (number: Int, rest: Substring)? {
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard (1...2).contains(digits.count), let number = Int(digits), (1...most).contains(number) else { return nil }
    return (number, text[digits.endIndex...])
  }

  private static func isEnd(_ text: Substring) -> Bool { text.utf8.first.map(isSeparator) ?? true }
}

private func isSeparator(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: " ")
}

/// One part of a path in the sort key of a page: sorted by `order`, or else by the number in the name, then by name.
package struct OrderedPart: Sendable {
  let order: Int
  let name: String

  package init(_ name: OrderedName, order: Int?) {
    self.order = order ?? name.order ?? .max
    self.name = name.name
  }

  /// Nil if the two are equal.
  package func precedes(_ other: OrderedPart) -> Bool? {
    if order != other.order { return order < other.order }
    return name == other.name ? nil : name.precedes(other.name)
  }
}
