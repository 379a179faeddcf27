/// The years of a plan, read off its text.
package enum PlanYears {
  /// The years of a plan, from its title, such as 2021—2025年 or “十四五”, or else from the year that its text most often
  /// sets as the end, with `isGuess`. Nil if there are none.
  package static func find(title: String, text: [String]) -> (years: ClosedRange<Int>, isGuess: Bool)? {
    if let years = named(title) { return (years, false) }
    // Harbour City Plan 2030
    if let end = onlyYear(title) { return (end - 4...end, true) }
    var counts: [ClosedRange<Int>: Int] = [:]
    var ends: [Int: Int] = [:]
    for paragraph in text {
      if let years = named(paragraph) { counts[years, default: 0] += 1 }
      for end in endYears(paragraph) { ends[end, default: 0] += 1 }
    }
    if let years = counts.max(by: { ($0.value, -$0.key.lowerBound) < ($1.value, -$1.key.lowerBound) })?.key {
      return (years, true)
    }
    // The nearest of the years that are named most: later ones are visions.
    let end = ends.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    return end.map { ($0 - 4...$0, true) }
  }

  /// `2021-2025`, or the number of a Chinese five-year plan.
  private static func named(_ text: String) -> ClosedRange<Int>? {
    let scalars = Array(text.unicodeScalars)
    for index in scalars.indices {
      guard let start = year(scalars, at: index) else { continue }
      var next = index + 4
      if next < scalars.count, scalars[next] == "年" { next += 1 }
      let mark = next
      while next < scalars.count, next - mark < 4, " -–—~～至到".unicodeScalars.contains(scalars[next]) { next += 1 }
      if next > mark, let end = year(scalars, at: next), end > start, end - start <= 40 { return start...end }
    }
    for (name, start) in [("十五五", 2026), ("十四五", 2021), ("十三五", 2016), ("第十五个五年规划", 2026), ("第十四个五年规划", 2021)]
    where text.contains(name) {
      return start...start + 4
    }
    return nil
  }

  /// The one year that a title names.
  private static func onlyYear(_ title: String) -> Int? {
    let scalars = Array(title.unicodeScalars)
    let years = Set(scalars.indices.compactMap { year(scalars, at: $0) })
    guard years.count == 1, let only = years.first, only >= 2015 else { return nil }
    // In the title of a document from 2021年3月1日 it is the date.
    return title.contains("月") ? nil : only
  }

  /// The years of `到2025年`, `by 2030`.
  private static func endYears(_ text: String) -> [Int] {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.compactMap { index in
      guard let year = year(scalars, at: index), index > 0 else { return nil }
      let before = String(String.UnicodeScalarView(scalars[max(0, index - 3)..<index]))
      return before.hasSuffix("到") || before.lowercased() == "by " ? year : nil
    }
  }

  private static func year(_ scalars: [Unicode.Scalar], at index: Int) -> Int? {
    guard index + 4 <= scalars.count, scalars[index] == "2" || scalars[index] == "1" else { return nil }
    guard scalars[index..<index + 4].allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    if index > 0, ("0"..."9").contains(scalars[index - 1]) { return nil }
    if index + 4 < scalars.count, ("0"..."9").contains(scalars[index + 4]) { return nil }
    let value = Int(String(String.UnicodeScalarView(scalars[index..<index + 4]))) ?? 0
    return (1990...2100).contains(value) ? value : nil
  }
}
