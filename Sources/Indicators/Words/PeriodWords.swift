extension Period {
  /// 2021年, 2021年6月, 2021年三季度, 2021/22年度; 2021, June 2021, Q3 2021, 2021/22.
  package func text(_ language: WordLanguage) -> String {
    switch (self, language) {
    case (.year(let year), .chinese): "\(year)年"
    case (.month(let year, let month), .chinese): "\(year)年\(month)月"
    case (.quarter(let year, let quarter), .chinese): "\(year)年\(Period.chineseQuarters[quarter - 1])季度"
    case (.splitYear, .chinese): "\(self)年度"
    case (.year(let year), .english): String(year)
    case (.month(let year, let month), .english): "\(Period.englishMonths[month - 1]) \(year)"
    case (.quarter(let year, let quarter), .english): "Q\(quarter) \(year)"
    case (.splitYear, .english): description
    }
  }

  private static let chineseQuarters = ["一", "二", "三", "四"]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
