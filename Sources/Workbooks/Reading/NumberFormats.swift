/// The kind of value that a number format shows.
enum NumberFormatKind: Hashable, Sendable {
  case plain, percentage
  case date(showsMonth: Bool, showsDay: Bool)
  /// A time of the day without a date.
  case time

  /// A format that Excel has without a code of its own: ECMA-376 part 1 §18.8.30.
  init(builtIn number: Int) {
    switch number {
    case 9, 10: self = .percentage
    case 14, 15, 22: self = .date(showsMonth: true, showsDay: true)
    case 17: self = .date(showsMonth: true, showsDay: false)
    case 16, 18...21, 45...47: self = number == 16 ? .date(showsMonth: true, showsDay: true) : .time
    // Chinese, Japanese and Korean formats. 27 and 57 are a year and a month in Chinese: 2021年6月.
    case 27, 57: self = .date(showsMonth: true, showsDay: false)
    case 28...31, 36, 50...54, 58: self = .date(showsMonth: true, showsDay: true)
    case 32...35, 55, 56: self = .time
    default: self = .plain
    }
  }

  /// The first section of a format code, without its literal texts.
  init(code: String) {
    var (hasYear, hasMonth, hasDay, hasTime, hasPercent) = (false, false, false, false, false)
    var scalars = code.unicodeScalars.makeIterator()
    scan: while let scalar = scalars.next() {
      switch scalar {
      case "\"": while let next = scalars.next(), next != "\"" {}
      case "[": while let next = scalars.next(), next != "]" {}
      case "\\", "_", "*": _ = scalars.next()
      case ";": break scan
      case "%": hasPercent = true
      case "y", "Y", "e", "g": hasYear = true
      case "m", "M": hasMonth = true
      case "d", "D": hasDay = true
      case "h", "H", "s", "S": hasTime = true
      // `General`, and the exponent of 0.00E+00, which is a capital letter.
      case "G", "E":
        self = hasPercent ? .percentage : .plain
        return
      default: break
      }
    }
    if hasYear || hasDay {
      self = .date(showsMonth: hasMonth || hasDay, showsDay: hasDay)
    } else if hasTime {
      self = .time
    } else if hasMonth {
      self = .date(showsMonth: true, showsDay: false)
    } else {
      self = hasPercent ? .percentage : .plain
    }
  }
}

extension CellDate {
  /// The day of a serial number: day 1 is 1 January 1900, or day 0 is 1 January 1904. Nil before the first day and
  /// after the year 9999.
  init?(serial: Double, isFrom1904: Bool, showsMonth: Bool, showsDay: Bool) {
    guard serial >= (isFrom1904 ? 0 : 1), serial < 2_958_466 else { return nil }
    var days = Int(serial)
    if isFrom1904 {
      days += 1462
    } else if days < 60 {
      // Excel counts 29 February 1900, a day that did not exist.
      days += 1
    }
    // Days since 1 March of the year 0, by which the leap day ends a year. Serial 61 is 1 March 1900.
    let sinceMarch = days + 693_899
    let era = sinceMarch / 146_097
    let dayOfEra = sinceMarch % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.showsMonth = showsMonth
    self.showsDay = showsDay
  }
}
