import DataFormats

extension Period {
  /// 2021年, 2021年6月, 2021年三季度, 2021/22年度; 2021, June 2021, Q3 2021, 2021/22.
  package func text(_ language: WordLanguage) -> String {
    Indicators.text { $0.append(self, language) }
  }

  fileprivate static let chineseQuarters: [StaticString] = ["一", "二", "三", "四"]
  fileprivate static let englishMonths: [StaticString] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

extension [UInt8] {
  /// As `Period.text`, without a String.
  package mutating func append(_ period: Period, _ language: WordLanguage) {
    switch (period, language) {
    case (.year(let year), .chinese):
      append(decimal: year)
      append(words: "年")
    case (.month(let year, let month), .chinese):
      append(decimal: year)
      append(words: "年")
      append(decimal: month)
      append(words: "月")
    case (.quarter(let year, let quarter), .chinese):
      append(decimal: year)
      append(words: "年")
      append(words: Period.chineseQuarters[quarter - 1])
      append(words: "季度")
    case (.splitYear, .chinese):
      append(text: period.description)
      append(words: "年度")
    case (.year(let year), .english): append(decimal: year)
    case (.month(let year, let month), .english):
      append(words: Period.englishMonths[month - 1])
      append(UInt8(ascii: " "))
      append(decimal: year)
    case (.quarter(let year, let quarter), .english):
      append(UInt8(ascii: "Q"))
      append(decimal: quarter)
      append(UInt8(ascii: " "))
      append(decimal: year)
    case (.splitYear, .english): append(text: period.description)
    }
  }
}

extension [UInt8] {
  /// As `Period.description`, without a String for a year.
  package mutating func append(data period: Period) {
    if case .year(let year) = period { append(decimal: year) } else { append(text: period.description) }
  }
}
