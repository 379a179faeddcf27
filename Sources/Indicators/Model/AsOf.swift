import DataFormats
import Words

/// The day or the end of the month up to which figures are known.
package struct AsOf: Hashable, Sendable {
  package let year: Int
  package let month: Int
  /// Nil for the end of the month.
  package let day: Int?

  /// Reads `2026-11` and `2026-11-28`. Nil for anything else.
  package init?(_ text: String) {
    if let date = CalendarDate(text), text.utf8.count == 10 {
      (year, month, day) = (date.year, date.month, date.day)
    } else if case .month(let year, let month)? = Period(text), year > 0 {
      (self.year, self.month, day) = (year, month, nil)
    } else {
      return nil
    }
  }

  /// The time as authors write it: `2026-11`, `2026-11-28`.
  package var written: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(year)-\(two(month))" + (day.map { "-\(two($0))" } ?? "")
  }

  /// In years, as `Period.end`: 2026.9166… for 2026-11.
  package var time: Double {
    let whole = Double(year) + Double(month) / 12
    guard let day, CalendarDate(year: year, month: month, day: day + 1) != nil else { return whole }
    let days = (28...31).last { CalendarDate(year: year, month: month, day: $0) != nil } ?? 31
    return whole - (1 - Double(day) / Double(days)) / 12
  }

  /// `截至2026年11月`, `As of November 2026`, `As of 28 November 2026`.
  package func text(_ language: WordLanguage) -> String {
    guard let day, let date = CalendarDate(year: year, month: month, day: day) else {
      return language.text(.asOfMonth, [.month: Period.month(year, month: month).text(language)])
    }
    return language.text(.asOfDay, [.day: date.text(language)])
  }
}
