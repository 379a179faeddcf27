/// What a status depends on besides figures and target, and what an indicator means: compared with snapshots.
package enum StatusRule: String, CaseIterable, Sendable {
  /// Of a plan.
  case period, tolerance
  /// Of the site.
  case littleChange = "little-change"
  case asOf = "as-of"
  /// Of an indicator.
  case name, definition, limit, breaks
  /// Figures of an indicator, with their periods.
  case values

  fileprivate func word(_ language: WordLanguage) -> String {
    let words: (chinese: String, english: String) =
      switch self {
      case .period: ("规划期", "the period of the plan")
      case .tolerance: ("判定状态的容差", "the tolerance of the statuses")
      case .littleChange: ("“基本持平”的界限", "the limit of little change")
      case .asOf: ("数据截止时间", "the date up to which figures are known")
      case .name: ("指标名称", "the name")
      case .definition: ("指标解释", "the definition")
      case .limit: ("界限值", "the natural bound")
      case .values: ("已公布的数值", "published figures")
      case .breaks: ("口径变化的时期", "the periods in which the series was redefined")
      }
    return language == .chinese ? words.chinese : words.english
  }
}

extension IndicatorWords {
  /// `the tolerance of the statuses: 5% → 20%, against the snapshot of March 2026, no reason given`. `name` is that of an
  /// indicator, where the sentence stands beside others.
  package static func change(
    of rule: StatusRule, named name: String? = nil, _ old: String?, _ new: String?, snapshot: Period,
    _ language: WordLanguage
  ) -> String {
    let time = snapshot.text(language)
    switch language {
    case .chinese:
      return (name.map { "\($0)，" } ?? "") + rule.word(language)
        + "：\(old ?? "无") → \(new ?? "无")，与\(time)存档不同，未说明原因"
    case .english:
      return (name.map { "\($0), " } ?? "") + rule.word(language)
        + ": \(old ?? "none") → \(new ?? "none"), against the snapshot of \(time), no reason given"
    }
  }
}
