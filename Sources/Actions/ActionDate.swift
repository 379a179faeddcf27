import DataFormats
import Indicators

/// The dates of tables of tasks as authorities write them.
package enum ActionDate {
  /// The meaning of a cell in a column of dates.
  package enum Reading: Equatable {
    case period(Period)
    /// A time without an end: 长期, ongoing.
    case open
    /// `01/02/2026`, which is a day in January or in February.
    case ambiguous
    /// Not a time.
    case unknown
  }

  /// The words of a time without an end; nil for a text that is a time or says nothing.
  package static func openTime(_ text: String) -> String? {
    let bare = text.trimmed
    return read(bare) == .open && !["", "-", "–", "—", "n/a"].contains(bare.lowercased()) ? bare : nil
  }

  /// Words for a task without an end, and for an empty cell.
  private static let open: Set<String> = [
    "", "-", "–", "—", "长期", "长期坚持", "长期任务", "长期推进", "持续", "持续推进", "持续实施", "ongoing", "continuous", "continuing", "n/a",
  ]

  /// Reads `2026`, `2026-06`, `2026-06-30`, `2026 Q2`, `Q2 2026`, `FY2027`, `FY27`, `Q2 FY27`, `2026财年二季度`,
  /// `2026年底前`, `2026年6月底前`, `2026年6月30日前`, `“十四五”期末`, `June 2026`, `end of 2026`, `31.12.2028`, `décembre
  /// 2027`. A time that recurs every year, such as 每年年底, has no end.
  package static func read(_ text: String) -> Reading {
    let bare = text.trimmed
    if open.contains(bare.lowercased()) || isRepeated(bare) { return .open }
    if let period = Period(bare) { return .period(period) }
    if let day = CalendarDate(bare) { return .period(.day(day)) }
    if let period = chinese(bare) ?? fiveYears(bare) ?? english(bare) ?? PartOfYear.read(bare) {
      return .period(period)
    }
    return inDigits(bare) ?? translated(bare) ?? .unknown
  }

  /// `每年年底`, `每季度`, `annually`.
  private static func isRepeated(_ text: String) -> Bool {
    let first = text.lowercased().prefix { $0 != " " }
    return text.hasPrefix("每")
      || ["every", "each", "yearly", "annually", "quarterly", "monthly"].contains(String(first))
  }

  /// The last year of a five-year plan: `“十四五”期末`, `十四五末`, `“十五五”期间`. The fourteenth ends in 2025.
  private static func fiveYears(_ text: String) -> Period? {
    var rest = text.filter { !" “”「」\"".contains($0) }[...]
    guard rest.hasPrefix("十"), rest.dropFirst(2).hasPrefix("五"),
      let ten = rest.dropFirst().first.flatMap({ "一二三四五六七八九".firstIndex(of: $0) })
    else { return nil }
    let number = "一二三四五六七八九".distance(from: "一二三四五六七八九".startIndex, to: ten) + 11
    rest = rest.dropFirst(3)
    for part in ["规划", "时期", "期间", "期内", "期", "末", "前", "完成"] where rest.hasPrefix(part) {
      rest = rest.dropFirst(part.count)
    }
    return rest.isEmpty ? .year(1955 + 5 * number) : nil
  }

  private static func chinese(_ text: String) -> Period? {
    let text = text.filter { $0 != " " }
    let parts = text.split(separator: "年", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let year = year(String(parts[0])) else { return nil }
    var rest = parts[1]
    // 底前完成 has three.
    while let ending = ["之前", "前", "完成", "底", "末", "份"].first(where: { rest.hasSuffix($0) }) {
      rest = rest.dropLast(ending.count)
    }
    switch rest {
    case "", "年", "全年": return .year(year)
    case "上半年": return .month(year, month: 6)
    case "下半年": return .month(year, month: 12)
    case "一季度", "第一季度": return .quarter(year, quarter: 1)
    case "二季度", "第二季度": return .quarter(year, quarter: 2)
    case "三季度", "第三季度": return .quarter(year, quarter: 3)
    case "四季度", "第四季度": return .quarter(year, quarter: 4)
    default: break
    }
    let pieces = rest.split(separator: "月", maxSplits: 1, omittingEmptySubsequences: false)
    guard pieces.count == 2, let month = Int(pieces[0]), (1...12).contains(month) else { return nil }
    let day = pieces[1].hasSuffix("日") ? pieces[1].dropLast() : pieces[1]
    if day.isEmpty { return .month(year, month: month) }
    guard let number = Int(day), let date = CalendarDate(year: year, month: month, day: number) else { return nil }
    return .day(date)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static func english(_ text: String) -> Period? {
    var words = text.lowercased().split { $0 == " " || $0 == "," || $0 == "." }.map(String.init)
    while let first = words.first, ["by", "end", "of", "the", "before", "until", "mid"].contains(first) {
      words.removeFirst()
    }
    guard let last = words.popLast(), let year = year(last) else { return nil }
    if words.isEmpty { return .year(year) }
    func month(_ word: String) -> Int? {
      months.firstIndex { $0 == word || word.count >= 3 && $0.hasPrefix(word) }.map { $0 + 1 }
    }
    if words.count == 1, let month = month(words[0]) { return .month(year, month: month) }
    guard words.count == 2 else { return nil }
    for (day, name) in [(words[0], words[1]), (words[1], words[0])] {
      if let month = month(name), let number = Int(day),
        let date = CalendarDate(year: year, month: month, day: number)
      {
        return .day(date)
      }
    }
    return nil
  }

  private static func year(_ text: String) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), (1800...2200).contains(year) else { return nil }
    return year
  }
}

extension String {
  /// The text without spaces at its ends, full-width ones included.
  var trimmed: String {
    let isBlank: (Character) -> Bool = { $0.isWhitespace }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}

extension Period {
  /// The last day of the period.
  package var lastDay: CalendarDate {
    if case .day(let date) = self { return date }
    guard let months else { preconditionFailure("every period but a day has months") }
    let last = months.first + months.count - 1
    let year = min(max(last / 12, 1), 9999)
    guard let first = CalendarDate(year: year, month: last % 12 + 1, day: 1),
      let day = CalendarDate(year: year, month: last % 12 + 1, day: first.daysInMonth)
    else {
      preconditionFailure("every month has a last day")
    }
    return day
  }
}

extension Action {
  /// The year in which it should be done; nil if it has no due date.
  package var dueYear: Int? { facts.due?.lastDay.year }
}
