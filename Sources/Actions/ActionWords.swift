import DataFormats
import Indicators
import Words

/// Texts about actions, in each language.
package enum ActionWords {
  package static func word(for state: ActionState, _ language: WordLanguage) -> String {
    switch state {
    case .overdue: language[.actionOverdue]
    case .shouldHaveStarted: language[.actionShouldHaveStarted]
    case .stepOverdue: language[.actionStepOverdue]
    case .delayed: language[.actionDelayed]
    case .started: language[.actionStarted]
    case .planned: language[.actionPlanned]
    case .done: language[.actionDone]
    case .stopped: language[.actionStopped]
    }
  }

  /// The state of a late action with the reason: `A step is overdue: River route (April 2026)`, `Should have started
  /// (January 2025)`; the state alone if the action is not late. `time` is in years, as `Period.end`.
  package static func lateness(
    of action: Action, _ state: ActionState, at time: Double?, _ language: WordLanguage
  ) -> String {
    let word = Self.word(for: state, language)
    func dated(_ text: String, _ date: Period?) -> String {
      text + (date.map { language.text(.inBrackets, [.text: $0.text(language)]) } ?? "")
    }
    switch state {
    case .shouldHaveStarted: return dated(word, action.facts.start)
    case .stepOverdue:
      let steps = action.facts.steps.filter { action.isOverdue($0, at: time) }.map { dated($0.name, $0.due) }
      return steps.isEmpty ? word : word + language[.colon] + steps.joined(separator: language[.listSeparator])
    case .overdue, .delayed, .started, .planned, .done, .stopped: return word
    }
  }

  /// The state that its department reports, if the action's state differs, or that it was done late; nil if neither
  /// applies.
  package static func remark(on standing: ActionStanding, _ language: WordLanguage) -> String? {
    if standing.wasLate { return language[.doneLate] }
    guard let reported = standing.reported else { return nil }
    return switch reported {
    case .planned: language[.reportedPlanned]
    case .started: language[.reportedStarted]
    case .delayed: language[.reportedDelayed]
    case .done: language[.reportedDone]
    case .stopped: language[.reportedStopped]
    }
  }

  /// `2024–2026`, `from 2024`, `by June 2026`; nil without dates. In a column, lines break between two dates and never
  /// inside of one.
  package static func dates(of action: Action, inColumn: Bool = false, _ language: WordLanguage) -> String? {
    func text(_ date: Period?) -> String? {
      guard let text = date?.text(language) else { return nil }
      return inColumn ? text.replacing(" ", with: "\u{A0}") : text
    }
    return switch (text(action.facts.start), text(action.facts.due)) {
    case (let start?, let due?): start == due ? due : language.text(.actionDates, [.start: start, .due: due])
    case (let start?, nil):
      [language.text(.actionFrom, [.start: start]), action.facts.openDue].compactMap(\.self)
        .joined(separator: language[.clauseSeparator])
    case (nil, let due?): language.text(.actionBy, [.due: due])
    case (nil, nil): action.facts.openDue
    }
  }

  /// `was due June 2024`; nil for a due date that was not changed.
  package static func originalDue(of action: Action, _ language: WordLanguage) -> String? {
    action.facts.originalDue.map { language.text(.actionWasDue, [.due: $0.text(language)]) }
  }

  /// Each change of the dates, the newest first: `Due: June 2024 → December 2025, changed in March 2025 by the council,
  /// because …`. A change of a step begins with its name. The order is that of `allDateChanges`, reversed. Inside a
  /// sentence the text begins in lower case.
  package static func changes(
    of action: Action, isInSentence: Bool = false, _ language: WordLanguage
  ) -> [String] {
    action.facts.allDateChanges.reversed().map { step, change in
      func pair(_ old: Period?, _ new: Period?) -> String {
        language.text(
          .difference,
          [.old: old?.text(language) ?? language[.nothing], .new: new?.text(language) ?? language[.nothing]])
      }
      func difference(_ word: Word, _ old: Period?, _ new: Period?, isFirst: Bool) -> String? {
        guard old != new else { return nil }
        let label = isFirst && !isInSentence ? language[word] : IndicatorWords.insideSentence(language[word])
        return label + language[.colon] + pair(old, new)
      }
      let hasMovedStart = change.old.start != change.new.start
      // A step has only a due date.
      let differences =
        step.map { action.facts.steps[$0].name + language[.colon] + pair(change.old.due, change.new.due) }
        ?? [
          difference(.start, change.old.start, change.new.start, isFirst: true),
          difference(.due, change.old.due, change.new.due, isFirst: !hasMovedStart),
        ].compactMap(\.self).joined(separator: language[.semicolon])
      return IndicatorWords.change(
        differences, until: change.entry.until, by: change.entry.by, why: change.entry.why,
        isUndeclared: change.entry.isUndeclared, language)
    }
  }

  /// `was due June 2024`; nil for a step whose due date was not changed.
  package static func originalDue(of step: ActionStep, _ language: WordLanguage) -> String? {
    step.originalDue.map { language.text(.actionWasDue, [.due: $0.text(language)]) }
  }

  /// `3 of 5 steps`.
  package static func steps(_ steps: (done: Int, all: Int), _ language: WordLanguage) -> String {
    language.text(.actionSteps, count: steps.all, [.total: String(steps.all), .number: String(steps.done)])
  }

  /// `45%`, with the steps if these are counted; nil if the progress is unknown.
  package static func progress(of standing: ActionStanding, _ language: WordLanguage) -> String? {
    guard let progress = standing.progress else { return nil }
    let percent = NumberFormat.percent(progress, language)
    guard let steps = standing.steps, isNear(Double(steps.done) / Double(steps.all), progress) else {
      return percent
    }
    return percent + language.text(.inBrackets, [.text: Self.steps(steps, language)])
  }

  /// `1,200 万元（2026年，省级资金）`.
  package static func amount(_ amount: ActionAmount, _ language: WordLanguage) -> String {
    let details = [amount.time?.text(language), amount.source].compactMap(\.self)
    let text = value(amount.value, unit: amount.unit, language)
    guard !details.isEmpty else { return text }
    return text + language.text(.inBrackets, [.text: details.joined(separator: language[.clauseSeparator])])
  }

  package static func value(_ value: DecimalNumber, unit: String?, _ language: WordLanguage) -> String {
    let number = NumberFormat.text(value, language)
    guard let unit else { return number }
    if CurrencySign(of: unit) != nil { return IndicatorWords.figure(number, unit: unit, language) }
    let counted = language.unit(unit, beside: PluralOperands(value.value, decimals: value.decimals))
    return language.text(.scaled, [.number: number, .scale: counted])
  }

  /// The sums by unit, with `+` between units; nil without amounts.
  package static func total(_ amounts: [ActionAmount], _ language: WordLanguage) -> String? {
    let totals = ActionAmount.totals(amounts)
    return totals.isEmpty
      ? nil : totals.map { value($0.value, unit: $0.unit, language) }.joined(separator: " + ")
  }

  /// The sentence on how many actions have a department in charge.
  package static func owned(_ count: Int, of all: Int, _ language: WordLanguage) -> String {
    let share = NumberFormat.percent(Double(count) / Double(all), language)
    return language.text(.ownedShare, count: count, [.all: String(all), .share: share])
  }

  /// The sentence on how many actions were ever reported on.
  package static func updated(_ count: Int, of all: Int, _ language: WordLanguage) -> String {
    let share = NumberFormat.percent(Double(count) / Double(all), language)
    return language.text(.updatedShare, count: count, [.all: String(all), .share: share])
  }

  /// `Bridge, state: done → overdue, against the snapshot of December 2024, no reason given`: something that a snapshot
  /// had as done and that is no longer done. `name` is the action's or the step's name, for a sentence in a list.
  package static func undone(
    _ name: String?, now state: ActionState, snapshot: Period, _ language: WordLanguage
  ) -> String {
    func word(_ state: ActionState) -> String { IndicatorWords.insideSentence(Self.word(for: state, language)) }
    return language.text(
      name == nil ? .ruleChanged : .ruleChangedOf,
      [
        .name: name ?? "", .old: word(.done), .new: word(state), .snapshot: snapshot.text(language),
        .rule: name == nil ? language[.state] : IndicatorWords.insideSentence(language[.state]),
      ])
  }

  /// The rule of the states, below tables.
  package static func rule(asOf: AsOf?, _ language: WordLanguage) -> String {
    guard let asOf else { return language[.actionRule] }
    return asOf.text(language) + language[.fullStop] + language[.betweenSentences] + language[.actionRuleByDate]
  }
}
