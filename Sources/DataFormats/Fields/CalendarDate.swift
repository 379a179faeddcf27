import Bytes

/// A day of the Gregorian calendar, without a time of day or a time zone. It takes four bytes, because each page has
/// two.
package struct CalendarDate: Hashable, Sendable {
  private let shortYear: Int16
  private let shortMonth: Int8
  private let shortDay: Int8

  /// 1 to 9999.
  package var year: Int { Int(shortYear) }
  /// 1 to 12.
  package var month: Int { Int(shortMonth) }
  /// 1 to 31.
  package var day: Int { Int(shortDay) }

  /// The number of days in its month, 28 to 31.
  package var daysInMonth: Int { daysIn(month, of: year) }

  /// The day after it; nil for the last day of 9999.
  package var next: CalendarDate? {
    CalendarDate(year: year, month: month, day: day + 1) ?? CalendarDate(year: year, month: month + 1, day: 1)
      ?? CalendarDate(year: year + 1, month: 1, day: 1)
  }

  /// Nil for a day that does not exist, such as 30 February.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= daysIn(month, of: year)
    else { return nil }
    (shortYear, shortMonth, shortDay) = (Int16(year), Int8(month), Int8(day))
  }

  /// Parses `YYYY-MM-DD` and ignores a time of day after it (`T10:00Z`, ` 10:00`). Nil for any other text.
  package init?(_ text: String) {
    guard let (year, month, day) = CalendarDate.parts(of: text) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Whether a text has the form of a date, even if the day does not exist.
  package static func isWrittenAsDate(_ text: String) -> Bool { parts(of: text) != nil }

  /// The time of day after a date: `T10:00Z`, ` 10:00`. Nil if there is none, or one that does not exist.
  package static func time(in text: String) -> TimeOfDay? {
    guard parts(of: text) != nil else { return nil }
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count >= 16, let hour = bytes.number(11..<13), let minute = bytes.number(14..<16) else {
        return nil
      }
      return TimeOfDay(hour: hour, minute: minute)
    }
  }

  private static func parts(of text: String) -> (Int, Int, Int)? {
    var text = text
    return text.withUTF8(parts)
  }

  private static func parts(of bytes: UnsafeBufferPointer<UInt8>) -> (Int, Int, Int)? {
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = bytes.number(0..<4), let month = bytes.number(5..<7), let day = bytes.number(8..<10)
    else { return nil }
    if bytes.count > 10 {
      guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t") || bytes[10] == UInt8(ascii: " "),
        bytes.count >= 16, bytes[13] == UInt8(ascii: ":"), bytes.number(11..<13) != nil, bytes.number(14..<16) != nil
      else { return nil }
    }
    return (year, month, day)
  }
}

/// A time of day, without a time zone. It takes two bytes.
package struct TimeOfDay: Hashable, Sendable, CustomStringConvertible {
  /// Minutes since midnight, 0 to 1,439.
  private let minutes: Int16

  /// Nil for a time that does not exist, such as 24:30.
  package init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minutes = Int16(hour * 60 + minute)
  }

  /// `09:30`.
  package var description: String {
    ByteBuffer.text {
      $0.append(padded: Int(minutes / 60), to: 2)
      $0.append(UInt8(ascii: ":"))
      $0.append(padded: Int(minutes % 60), to: 2)
    }
  }
}

extension CalendarDate: Comparable {
  package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601: `2021-03-11`.
  package var description: String {
    ByteBuffer.text {
      $0.append(padded: year, to: 4)
      $0.append(UInt8(ascii: "-"))
      $0.append(padded: month, to: 2)
      $0.append(UInt8(ascii: "-"))
      $0.append(padded: day, to: 2)
    }
  }
}

extension ByteBuffer {
  /// Pads a number with zeros on the left.
  fileprivate mutating func append(padded number: Int, to width: Int) {
    var bound = 10
    for _ in 1..<width {
      if number < bound { append(UInt8(ascii: "0")) }
      bound *= 10
    }
    append(decimal: number)
  }
}

private func daysIn(_ month: Int, of year: Int) -> Int {
  switch month {
  case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

extension CalendarDate {
  /// The day that was meant by `2024年3月5日`, `2024/3/5`, `2024.3.5`, `2024-3-5` or `20240305`; nil for any other text.
  package static func meant(by text: String) -> CalendarDate? {
    if text.utf8.count == 8, text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      let digits = Int(text)
    {
      return CalendarDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }
    guard
      let match = text.wholeMatch(
        of: /\s*([0-9]{4})\s*[-年\/.]\s*([0-9]{1,2})\s*[-月\/.]\s*([0-9]{1,2})\s*日?\s*/),
      let year = Int(match.output.1), let month = Int(match.output.2), let day = Int(match.output.3)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}
