import DataFormats
import Indicators

/// What pages say of actions, in each language.
package enum ActionWords {
  package static func word(for state: ActionState, _ language: WordLanguage) -> String {
    switch language {
    case .chinese:
      switch state {
      case .overdue: "逾期未完成"
      case .shouldHaveStarted: "应启动未启动"
      case .delayed: "滞后"
      case .started: "推进中"
      case .planned: "计划中"
      case .done: "已完成"
      case .stopped: "已停止"
      }
    case .english:
      switch state {
      case .overdue: "Overdue"
      case .shouldHaveStarted: "Should have started"
      case .delayed: "Delayed"
      case .started: "Under way"
      case .planned: "Planned"
      case .done: "Done"
      case .stopped: "Stopped"
      }
    }
  }

  /// What its department says, where that is not the state itself, or that it was done late; nil where there is nothing to
  /// add.
  package static func remark(on standing: ActionStanding, _ language: WordLanguage) -> String? {
    if standing.wasLate { return language == .chinese ? "晚于期限完成" : "done after it was due" }
    guard let reported = standing.reported else { return nil }
    let word =
      switch (language, reported) {
      case (.chinese, .planned): "计划中"
      case (.chinese, .started): "已启动"
      case (.chinese, .delayed): "滞后"
      case (.chinese, .done): "完成"
      case (.chinese, .stopped): "停止"
      case (.english, .planned): "planned"
      case (.english, .started): "started"
      case (.english, .delayed): "delayed"
      case (.english, .done): "done"
      case (.english, .stopped): "stopped"
      }
    return language == .chinese ? "责任部门报告：\(word)" : "reported as \(word)"
  }

  /// `2024–2026`, `from 2024`, `by June 2026`; nil without dates.
  package static func dates(of action: Action, _ language: WordLanguage) -> String? {
    switch (action.facts.start?.text(language), action.facts.due?.text(language)) {
    case (let start?, let due?): start == due ? due : language == .chinese ? "\(start)—\(due)" : "\(start) – \(due)"
    case (let start?, nil): language == .chinese ? "\(start)起" : "from \(start)"
    case (nil, let due?): language == .chinese ? "\(due)前" : "by \(due)"
    case (nil, nil): nil
    }
  }

  /// `3 of 5 steps`.
  package static func steps(_ steps: (done: Int, all: Int), _ language: WordLanguage) -> String {
    switch language {
    case .chinese: "\(steps.all)步中完成\(steps.done)步"
    case .english: steps.all == 1 ? "\(steps.done) of 1 step" : "\(steps.done) of \(steps.all) steps"
    }
  }

  /// `45%`, and the steps where they are what it counts; nil if nothing is known of it.
  package static func progress(of standing: ActionStanding, _ language: WordLanguage) -> String? {
    guard let progress = standing.progress else { return nil }
    let percent = NumberFormat.percent(progress)
    guard let steps = standing.steps, abs(Double(steps.done) / Double(steps.all) - progress) < 1e-9 else {
      return percent
    }
    return language == .chinese
      ? "\(percent)（\(Self.steps(steps, language))）" : "\(percent) (\(Self.steps(steps, language)))"
  }

  /// `1,200 万元（2026年，省级资金）`.
  package static func amount(_ amount: ActionAmount, _ language: WordLanguage) -> String {
    let details = [amount.time?.text(language), amount.source].compactMap(\.self)
    let text = value(amount.value, unit: amount.unit, language)
    guard !details.isEmpty else { return text }
    return language == .chinese
      ? "\(text)（\(details.joined(separator: "，"))）" : "\(text) (\(details.joined(separator: ", ")))"
  }

  package static func value(_ value: DecimalNumber, unit: String?, _ language: WordLanguage) -> String {
    let number = NumberFormat.text(value, language)
    guard let unit else { return number }
    return language == .chinese ? number + unit : "\(number) \(unit)"
  }

  /// The sums by unit, with `+` between units; nil without amounts.
  package static func total(_ amounts: [ActionAmount], _ language: WordLanguage) -> String? {
    let totals = ActionAmount.totals(amounts)
    return totals.isEmpty
      ? nil : totals.map { value($0.value, unit: $0.unit, language) }.joined(separator: " + ")
  }

  /// How many have a department in charge.
  package static func owned(_ count: Int, of all: Int, _ language: WordLanguage) -> String {
    let share = NumberFormat.percent(Double(count) / Double(all))
    return language == .chinese
      ? "\(all)项指标和任务中，\(count)项有牵头部门（\(share)）。"
      : "\(count) of \(all) indicators and actions have a department in charge (\(share))."
  }

  /// Of how many anything was ever reported.
  package static func updated(_ count: Int, of all: Int, _ language: WordLanguage) -> String {
    let share = NumberFormat.percent(Double(count) / Double(all))
    return language == .chinese
      ? "\(all)项中，\(count)项有过更新（\(share)）。" : "\(count) of \(all) were updated at least once (\(share))."
  }

  /// The rule of the states, below tables.
  package static func rule(asOf: AsOf?, _ language: WordLanguage) -> String {
    switch language {
    case .chinese:
      if let asOf {
        return
          "\(asOf.text(language))。推进中、已完成、滞后和停止由责任部门报告；没有报告的，只按日期判断：计划中、应启动未启动、逾期未完成。"
      }
      return "推进中、已完成、滞后和停止由责任部门报告；没有报告的为计划中。"
    case .english:
      if let asOf {
        return
          "\(asOf.text(language)). Under way, done, delayed and stopped are what the departments report. Where nobody reports anything, the dates alone decide: planned, should have started, overdue."
      }
      return
        "Under way, done, delayed and stopped are what the departments report. Where nobody reports anything, an action is planned."
    }
  }
}
