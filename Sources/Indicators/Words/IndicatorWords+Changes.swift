/// The changes of a target, in sentences without a full stop.
extension IndicatorWords {
  /// Each change, the newest first: `20 → 14, changed in March 2026 by the council, because …`.
  package static func changes(of indicator: Indicator, _ language: WordLanguage) -> [String] {
    guard let history = indicator.history else { return [] }
    return history.changes.reversed().map { earlier, next in
      let differences = differences(earlier.terms, next, of: indicator, language)
      let time = earlier.until.text(language)
      if earlier.isUndeclared {
        switch language {
        case .chinese:
          return differences.joined(separator: "；") + "，与\(time)存档的目标不同，未说明何时、由谁、因何调整"
        case .english:
          return differences.joined(separator: "; ")
            + ", against the snapshot of \(time); the site does not say when, by whom or why it was changed"
        }
      }
      switch language {
      case .chinese:
        return differences.joined(separator: "；") + "，\(time)" + (earlier.by.map { "由\($0)" } ?? "") + "调整"
          + (earlier.why.map { "，原因：\($0)" } ?? "，未说明原因")
      case .english:
        let preposition = if case .day = earlier.until { "on" } else { "in" }
        return differences.joined(separator: "; ") + ", changed \(preposition) \(time)"
          + (earlier.by.map { " by \($0)" } ?? "")
          + (earlier.why.map { ", because \($0)" } ?? ", no reason given")
      }
    }
  }

  /// The original target with its period: `20 (2030)`. Nil for a target that was not changed.
  package static func originalTarget(of indicator: Indicator, _ language: WordLanguage) -> String? {
    indicator.history.map { target(of: indicator.under($0.original), language) }
  }

  private static func differences(
    _ old: TargetTerms, _ new: TargetTerms, of indicator: Indicator, _ language: WordLanguage
  ) -> [String] {
    let (before, after) = (indicator.under(old), indicator.under(new))
    func text(_ terms: TargetTerms, _ indicator: Indicator, hasPeriod: Bool) -> String {
      hasPeriod ? target(of: indicator, language) : goal(of: indicator, language)
    }
    var pairs: [(label: String, old: String, new: String)] = []
    func compare(_ chinese: String, _ english: String, _ old: String?, _ new: String?) {
      guard old != new else { return }
      let (label, none) = language == .chinese ? (chinese, "无") : (english, "none")
      pairs.append((label, old ?? none, new ?? none))
    }
    let isMoved = old.target.period != new.target.period || old.target.isPeriodKnown != new.target.isPeriodKnown
    // A number changes with its unit and its baseline, which have pairs of their own.
    compare("", "", text(old, before, hasPeriod: isMoved), text(new, after, hasPeriod: isMoved))
    compare("基期值", "baseline ", baseline(of: before, language), baseline(of: after, language))
    compare("类型：", "kind ", word(for: old.kind, language), word(for: new.kind, language))
    if old.kind == .increase || new.kind == .increase {
      compare("统计方式：", "values ", word(for: old.measure, language), word(for: new.measure, language))
    }
    compare("单位：", "unit ", old.unit, new.unit)
    compare(
      "方向：", "direction ", old.direction.map { word(for: $0, language) }, new.direction.map { word(for: $0, language) })
    compare("阶段目标：", "interim targets ", path(of: before, language), path(of: after, language))
    if old.target.comparator != new.target.comparator, pairs.isEmpty {
      compare(
        "比较方式：", "comparator ", old.target.comparator.rawValue, new.target.comparator.rawValue)
    }
    compare("规划原文：", "quotation ", old.quote.map { quoted($0, language) }, new.quote.map { quoted($0, language) })
    compare("期限表述：", "wording of the time ", old.target.phrase, new.target.phrase)
    return pairs.map { "\($0.label)\($0.old) → \($0.new)" }
  }

  private static func quoted(_ text: String, _ language: WordLanguage) -> String { "“\(text)”" }

  /// `10 (2023), 15 (2024)`; nil without interim targets.
  package static func path(of indicator: Indicator, _ language: WordLanguage) -> String? {
    guard !indicator.interimTargets.isEmpty else { return nil }
    return indicator.interimTargets.map { interim in
      let period = interim.period.text(language)
      let goal = goal(of: indicator, interim, language)
      return language == .chinese ? "\(goal)（\(period)）" : "\(goal) (\(period))"
    }.joined(separator: language == .chinese ? "、" : ", ")
  }

  private static func word(for direction: Direction, _ language: WordLanguage) -> String {
    switch (direction, language) {
    case (.up, .chinese): "上升"
    case (.down, .chinese): "下降"
    case (.up, .english): "up"
    case (.down, .english): "down"
    }
  }

  private static func word(for measure: Measure, _ language: WordLanguage) -> String {
    switch (measure, language) {
    case (.cumulative, .chinese): "累计值"
    case (.annual, .chinese): "当年值"
    case (.cumulative, .english): "totals so far"
    case (.annual, .english): "amounts of each year"
    }
  }

  /// Says that an indicator is no longer followed, and why.
  package static func retired(_ retirement: Retirement, _ language: WordLanguage) -> String {
    let time = retirement.on.text(language)
    switch language {
    case .chinese: return "\(time)起不再跟踪" + (retirement.why.map { "：\($0)" } ?? "，未说明原因")
    case .english:
      let preposition = if case .day = retirement.on { "on" } else { "in" }
      return "no longer followed, given up \(preposition) \(time)"
        + (retirement.why.map { ": \($0)" } ?? ", no reason given")
    }
  }

  /// An indicator that a snapshot has and the site has no longer: `PM, 20 (2025)`, and that no reason is given.
  package static func gone(_ name: String, target: String?, snapshot: Period, _ language: WordLanguage) -> String {
    let time = snapshot.text(language)
    switch language {
    case .chinese:
      return "\(name)：\(time)存档中有此指标" + (target.map { "，目标为\($0)" } ?? "") + "，现已不在，未说明原因"
    case .english:
      return
        "\(name): in the snapshot of \(time)\(target.map { " with the target \($0)" } ?? ""), and gone now, no reason given"
    }
  }

  /// What the targets of a plan were compared with.
  package static func compared(with snapshot: Period, _ language: WordLanguage) -> String {
    let time = snapshot.text(language)
    return switch language {
    case .chinese: "目标已与\(time)的存档核对，其后的调整均列于此。"
    case .english: "The targets were compared with the snapshot of \(time); every change since then is listed here."
    }
  }
}
