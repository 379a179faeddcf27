import Bytes
import DataFormats
import Words

extension Period {
  /// In words: 2021年, 2021年6月, 2021年三季度, 2021/22年度, 2021年6月30日; 2021, June 2021,
  /// Q3 2021, 2021/22, 30 June 2021.
  package func text(_ language: WordLanguage) -> String {
    ByteBuffer.text { $0.append(self, language) }
  }
}

extension CalendarDate {
  /// 2024年3月5日, or 5 March 2024.
  package func text(_ language: WordLanguage) -> String { Period.day(self).text(language) }
}

extension IndicatorWords {
  /// The period that a status speaks of: `（2022年）`, ` in 2022`.
  package static func append(periodOfStatus period: Period, _ language: WordLanguage, to bytes: inout ByteBuffer) {
    bytes.append(.periodOfStatus, language) { place, bytes in bytes.append(period, as: place, language) }
  }
}

extension WordLanguage {
  /// A sentence that speaks of a period. It has the period with its preposition, or without: {in-period} or {period}.
  package func text(_ sentence: Sentence, period: Period, _ values: KeyValuePairs<Place, String> = [:]) -> String {
    ByteBuffer.text { bytes in
      bytes.append(sentence, self) { place, bytes in
        if let value = values.first(where: { $0.key == place })?.value { return bytes.append(text: value) }
        bytes.append(period, as: place, self)
      }
    }
  }
}

extension ByteBuffer {
  /// Appends what `Period.text` returns.
  package mutating func append(_ period: Period, _ language: WordLanguage) {
    switch period {
    case .year(let year): append(.periodYear, language) { _, bytes in bytes.append(decimal: year) }
    case .month(let year, let month):
      append(.periodMonth, language) { place, bytes in bytes.append(place, year, month, day: nil, language) }
    case .quarter(let year, let quarter):
      append(.periodQuarter, language) { place, bytes in
        switch place {
        case .quarter: bytes.append(decimal: quarter)
        case .quarterName: bytes.append(text: language.quarters[quarter - 1])
        default: bytes.append(decimal: year)
        }
      }
    case .half(let year, let half):
      append(half == 1 ? .periodFirstHalf : .periodSecondHalf, language) { _, bytes in bytes.append(decimal: year) }
    case .fiscalYear(let fiscal):
      if case .pair(_, _, isFY: false) = fiscal.form {
        append(.periodSplitYear, language) { _, bytes in bytes.append(text: fiscal.description) }
      } else {
        append(.periodFiscalYear, language) { _, bytes in bytes.append(text: String(fiscal.description.dropFirst(2))) }
      }
    case .fiscalPart(let fiscal, let part):
      let sentence: Sentence =
        switch part {
        case .quarter: .periodFiscalQuarter
        case .half(1): .periodFiscalFirstHalf
        case .half: .periodFiscalSecondHalf
        }
      append(sentence, language) { place, bytes in
        guard case .quarter(let quarter) = part, place != .years else {
          return bytes.append(.fiscalYear(fiscal), language)
        }
        if place == .quarter {
          bytes.append(decimal: quarter)
        } else {
          bytes.append(text: language.quarters[quarter - 1])
        }
      }
    case .range(let range): append(range, language)
    case .day(let date):
      append(.periodDay, language) { place, bytes in bytes.append(place, date.year, date.month, day: date.day, language)
      }
    }
  }

  /// Appends the place of a date.
  private mutating func append(_ place: Place, _ year: Int, _ month: Int, day: Int?, _ language: WordLanguage) {
    switch place {
    case .month: append(decimal: month)
    case .monthName: append(text: (day == nil ? language.monthsAlone : language.months)[month - 1])
    case .day:
      guard let day else { preconditionFailure("a month has no place for a day") }
      if day == 1 { append(text: language.firstDay) } else { append(decimal: day) }
    default: append(decimal: year)
    }
  }

  /// Appends a period with its preposition for the place {in-period}, else without: `in 2022`, `on 5 March 2022`.
  fileprivate mutating func append(_ period: Period, as place: Place, _ language: WordLanguage) {
    guard place == .inPeriod else {
      precondition(place == .period, "the sentence has a place for a period")
      return append(period, language)
    }
    let sentence: Sentence =
      switch period {
      case .year: .inYear
      case .month: .inMonth
      case .quarter: .inQuarter
      case .half: .inHalf
      case .fiscalYear: .inSplitYear
      case .fiscalPart(_, .quarter): .inQuarter
      case .fiscalPart(_, .half): .inHalf
      case .range: .inRange
      case .day: .inDay
      }
    append(sentence, language) { _, bytes in bytes.append(period, language) }
  }

  /// `2009-2011年`, `2023年1—9月`; `2009-2011`, `January to September 2023`. A short dash between years is that of the language.
  private mutating func append(_ range: PeriodRange, _ language: WordLanguage) {
    if range.unit == .years, range.join == .enDash {
      return append(.yearsOfPlan, language) { place, bytes in
        bytes.append(decimal: place == .start ? range.year : range.last.year)
      }
    }
    guard range.unit == .months else {
      return append(range.unit == .fiscalYears ? .rangeOfFiscalYears : .rangeOfYears, language) { _, bytes in
        bytes.append(text: range.description)
      }
    }
    let last = range.last
    guard range.year == last.year else {
      return append(.between, language) { place, bytes in
        bytes.append(
          place == .low ? .month(range.year, month: range.start) : .month(last.year, month: last.month), language)
      }
    }
    append(.rangeOfMonths, language) { place, bytes in
      switch place {
      case .month: bytes.append(decimal: range.start)
      case .monthName: bytes.append(text: language.monthsAlone[range.start - 1])
      case .end: bytes.append(text: language.monthsAlone[last.month - 1])
      default: bytes.append(decimal: range.year)
      }
    }
  }

  /// Appends `Period.description`; for a year without making a String.
  package mutating func append(data period: Period) {
    if case .year(let year) = period { append(decimal: year) } else { append(text: period.description) }
  }
}
