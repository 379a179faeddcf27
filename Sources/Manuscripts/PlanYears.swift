/// The years of a plan, read off its text.
package enum PlanYears {
  /// The years of a plan: those of its title, such as 2021—2025年 or “十四五”, or else those that its text says to be the
  /// plan's, with `isGuess`. Nil if neither says both the first and the last year, or the text says several.
  package static func find(title: String, text: [String]) -> (years: ClosedRange<Int>, isGuess: Bool)? {
    if let years = named(title) { return (years, false) }
    var counts: [ClosedRange<Int>: Int] = [:]
    for paragraph in text { for years in stated(in: paragraph) { counts[years, default: 0] += 1 } }
    // The title of a plan says more often when it ends than when it begins.
    if let end = onlyYear(title) { counts = counts.filter { $0.key.upperBound == end } }
    guard let most = counts.values.max() else { return nil }
    let found = counts.filter { $0.value == most }
    return found.count == 1 ? found.first.map { ($0.key, true) } : nil
  }

  /// The two years of an answer such as `2026-2030` or *2026 to 2030*; nil if it has others, or none.
  package static func answered(_ text: String) -> ClosedRange<Int>? {
    let spans = YearSpan.all(in: text)
    return spans.count == 1 ? spans[0].years : nil
  }

  private static let fiveYears = [
    ("十五五", 2026), ("十四五", 2021), ("十三五", 2016), ("第十五个五年规划", 2026), ("第十四个五年规划", 2021),
  ]

  /// The years of a title: the first span in it, or those of a Chinese five-year plan by its number.
  private static func named(_ title: String) -> ClosedRange<Int>? {
    if let span = YearSpan.all(in: title).first { return span.years }
    return fiveYears.first { title.contains($0.0) }.map { $0.1...$0.1 + 4 }
  }

  /// The years that a paragraph says to be those of a plan: a line with nothing else, or a sentence about a plan.
  private static func stated(in paragraph: String) -> [ClosedRange<Int>] {
    let spans = YearSpan.all(in: paragraph)
    guard !spans.isEmpty else {
      return fiveYears.filter { paragraph.contains($0.0) }.prefix(1).map { $0.1...$0.1 + 4 }
    }
    return spans.filter { speaksOfPlan(paragraph) || $0.before + $0.after <= 3 }.map(\.years)
  }

  private static let words: Set<Substring> = [
    "plan", "strategy", "programme", "program", "period", "covers", "runs", "framework",
  ]
  private static let chineseWords = ["规划", "计划", "纲要", "战略", "方案", "期限"]
  /// Words of a sentence about the plan before.
  private static let earlier: Set<Substring> = ["previous", "last", "earlier", "former", "preceding"]

  private static func speaksOfPlan(_ paragraph: String) -> Bool {
    if chineseWords.contains(where: paragraph.contains) {
      return !paragraph.contains("上一") && !paragraph.contains("上轮")
    }
    let own = Set(paragraph.lowercased().split { !$0.isLetter })
    return !own.isDisjoint(with: words) && own.isDisjoint(with: earlier)
  }

  /// The one year that a title names.
  private static func onlyYear(_ title: String) -> Int? {
    // In the title of a document from 2021年3月1日 it is the date.
    let years = Set(title.split { !("0"..."9").contains($0) }.compactMap { $0.utf8.count == 4 ? Int($0) : nil })
    guard years.count == 1, let only = years.first, (2015..<2100).contains(only) else { return nil }
    return title.contains("月") ? nil : only
  }
}
