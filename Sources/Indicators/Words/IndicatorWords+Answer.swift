/// The words of the answer to "how is the plan going?".
extension IndicatorWords {
  /// What follows a count in a sentence: `11项已实现或守住`, `11 met or held`.
  package static func phrase(for statusClass: StatusClass, _ language: WordLanguage) -> String {
    switch (language, statusClass) {
    case (.chinese, _): "项" + word(for: statusClass, .chinese)
    case (.english, .cannotSay): " cannot be judged yet"
    case (.english, _): " " + word(for: statusClass, .english).lowercased()
    }
  }

  /// What totals leave open: `3 of 20 cannot be judged`.
  package static func notJudged(_ count: Int, of total: Int, _ language: WordLanguage) -> String {
    switch language {
    case .chinese: "\(total)项中有\(count)项\(word(for: StatusClass.cannotSay, .chinese))：尚无数据、未定量或无法计算。"
    case .english: "\(count) of \(total) cannot be judged: no figures yet, no number to reach, or nothing to compare."
    }
  }

  /// What totals leave out; nil for nothing.
  package static func notCounted(
    retired: Int, trends: Int, withoutVerdict: Int = 0, _ language: WordLanguage
  ) -> String? {
    var parts: [String] = []
    switch language {
    case .chinese:
      if retired > 0 { parts.append("\(retired)项已不再跟踪") }
      if trends > 0 { parts.append("\(trends)项只有方向、未设目标") }
      if withoutVerdict > 0 { parts.append("\(withoutVerdict)项不作评价") }
    case .english:
      if retired > 0 { parts.append("\(retired) no longer followed") }
      if trends > 0 { parts.append("\(trends) with a direction and no target") }
      if withoutVerdict > 0 { parts.append("\(withoutVerdict) without a verdict") }
    }
    guard !parts.isEmpty else { return nil }
    return language == .chinese
      ? "未计入：" + parts.joined(separator: "，") + "。" : "Not counted: " + parts.joined(separator: ", ") + "."
  }

  /// Why an indicator is at risk, in a few words and with its numbers. Nil if the word of its status says all, and for an
  /// indicator that is not at risk.
  package static func shortfall(
    of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage
  ) -> String? {
    let isChinese = language == .chinese
    switch assessment.status {
    // Progress past the far end of a range is measured backwards: the reason says more.
    case .behind where assessment.reason == .pastRange: return nil
    case .behind, .reversing: return way(of: indicator, assessment, language)
    case .missed:
      guard let progress = assessment.progress else { return isChinese ? "期满未达到" : "time over, not reached" }
      return isChinese ? "期满完成\(percent(progress))" : "time over at \(percent(progress)) of the way"
    case .breached:
      guard let margin = assessment.margin else { return nil }
      let amount = difference(abs(margin), of: indicator, language)
      switch (indicator.isFloor, isChinese) {
      case (true, true): return "低于下限\(amount)"
      case (false, true): return "超过上限\(amount)"
      case (true, false): return "\(amount) below the floor"
      case (false, false): return "\(amount) over the limit"
      }
    case .achieved, .achievedEarly, .held, .backWithin, .ahead, .onTrack, .started, .improving, .worsening,
      .littleChange, .noData, .notAssessable, .planned:
      return nil
    }
  }

  /// Stands at the end of a list that leaves some out.
  package static func andMore(_ count: Int, _ language: WordLanguage) -> String {
    language == .chinese ? "另有\(count)项" : "and \(count) more"
  }

  /// How far an indicator is, and how far it should be, in a few words. Nil where the word of its status says all.
  package static func standing(
    of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage
  ) -> String? {
    switch assessment.status {
    case .ahead, .onTrack, .achievedEarly: way(of: indicator, assessment, language)
    default: shortfall(of: indicator, assessment, language)
    }
  }

  private static func way(
    of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage
  ) -> String? {
    guard let progress = assessment.progress else { return nil }
    guard let expected = assessment.expected(of: indicator.kind) else {
      return language == .chinese
        ? "实现了所需增幅的\(percent(progress))" : "\(percent(progress)) of the growth required"
    }
    return language == .chinese
      ? "完成\(percent(progress))，应到\(percent(expected))"
      : "\(percent(progress)) of the way, \(percent(expected)) expected"
  }
}
