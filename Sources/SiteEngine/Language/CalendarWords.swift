import DataFormats

extension CalendarDate {
  /// 2024年3月5日, or 5 March 2024.
  func text(in language: Language) -> String {
    switch language.words {
    case .chinese: "\(year)年\(month)月\(day)日"
    case .english: "\(day) \(CalendarDate.englishMonths[month - 1]) \(year)"
    }
  }

  /// RFC 3339, the start of the day in UTC, as Atom wants it.
  var timestamp: String { "\(description)T00:00:00Z" }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
