import Bytes
import DataFormats

extension Period {
  /// In words: 2021年, 2021年6月, 2021年三季度, 2021/22年度, 2021年6月30日; 2021, June 2021,
  /// Q3 2021, 2021/22, 30 June 2021.
  package func text(_ language: WordLanguage) -> String {
    ByteBuffer.text { $0.append(self, language) }
  }

  fileprivate static let chineseQuarters: [StaticString] = ["一", "二", "三", "四"]
  fileprivate static let englishMonths: [StaticString] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

extension IndicatorWords {
  /// The period that a status speaks of: `（2022年）`, ` in 2022`.
  package static func append(periodOfStatus period: Period, _ language: WordLanguage, to bytes: inout ByteBuffer) {
    bytes.append(literal: language == .chinese ? "（" : " in ")
    bytes.append(period, language)
    if language == .chinese { bytes.append(literal: "）") }
  }
}

extension ByteBuffer {
  /// Appends what `Period.text` returns.
  package mutating func append(_ period: Period, _ language: WordLanguage) {
    switch (period, language) {
    case (.year(let year), .chinese):
      append(decimal: year)
      append(literal: "年")
    case (.month(let year, let month), .chinese):
      append(decimal: year)
      append(literal: "年")
      append(decimal: month)
      append(literal: "月")
    case (.quarter(let year, let quarter), .chinese):
      append(decimal: year)
      append(literal: "年")
      append(literal: Period.chineseQuarters[quarter - 1])
      append(literal: "季度")
    case (.half(let year, let half), .chinese):
      append(decimal: year)
      append(literal: half == 1 ? "年上半年" : "年下半年")
    case (.fiscalYear(let fiscal), .chinese):
      append(text: fiscal.description)
      if case .pair(_, _, isFY: false) = fiscal.form { append(literal: "年度") }
    case (.range(let range), _): append(range, language)
    case (.day(let date), .chinese):
      append(.month(date.year, month: date.month), language)
      append(decimal: date.day)
      append(literal: "日")
    case (.year(let year), .english): append(decimal: year)
    case (.month(let year, let month), .english):
      append(literal: Period.englishMonths[month - 1])
      append(UInt8(ascii: " "))
      append(decimal: year)
    case (.quarter(let year, let quarter), .english):
      append(UInt8(ascii: "Q"))
      append(decimal: quarter)
      append(UInt8(ascii: " "))
      append(decimal: year)
    case (.half(let year, let half), .english):
      append(UInt8(ascii: "H"))
      append(decimal: half)
      append(UInt8(ascii: " "))
      append(decimal: year)
    case (.fiscalYear(let fiscal), .english): append(text: fiscal.description)
    case (.day(let date), .english):
      append(decimal: date.day)
      append(UInt8(ascii: " "))
      append(.month(date.year, month: date.month), language)
    }
  }
}

extension ByteBuffer {
  /// `2009-2011年`, `2023年1—9月`; `2009-2011`, `January to September 2023`.
  private mutating func append(_ range: PeriodRange, _ language: WordLanguage) {
    guard range.unit == .months else {
      append(text: range.description)
      if language == .chinese { append(literal: range.unit == .fiscalYears ? "年度" : "年") }
      return
    }
    let (last, isOneYear) = (range.last, range.year == range.last.year)
    switch language {
    case .chinese:
      append(decimal: range.year)
      append(literal: "年")
      append(decimal: range.start)
      append(literal: isOneYear ? "—" : "月至")
      if !isOneYear {
        append(decimal: last.year)
        append(literal: "年")
      }
      append(decimal: last.month)
      append(literal: "月")
    case .english:
      append(literal: Period.englishMonths[range.start - 1])
      if !isOneYear {
        append(UInt8(ascii: " "))
        append(decimal: range.year)
      }
      append(literal: " to ")
      append(.month(last.year, month: last.month), language)
    }
  }
}

extension ByteBuffer {
  /// Appends `Period.description`; for a year without making a String.
  package mutating func append(data period: Period) {
    if case .year(let year) = period { append(decimal: year) } else { append(text: period.description) }
  }
}
