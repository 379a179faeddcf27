import DataFormats
import Words

extension IndicatorWords {
  /// `March 2027` for 2027-03; any other text as it is.
  package static func time(_ text: String, _ language: WordLanguage) -> String {
    CalendarDate(text)?.text(language) ?? Period(text)?.text(language) ?? text
  }

  /// `the tolerance of the statuses`.
  package static func word(for rule: StatusRule, _ language: WordLanguage) -> String { language[rule.word] }

  /// `the tolerance of the statuses: 5% → 20%, against the snapshot of March 2026, no reason given`. `name` is that of
  /// an indicator, where the sentence stands beside others.
  package static func change(
    of rule: StatusRule, named name: String? = nil, _ old: RuleValue?, _ new: RuleValue?, snapshot: Period,
    _ language: WordLanguage
  ) -> String {
    language.text(
      name == nil ? .ruleChanged : .ruleChangedOf,
      [
        .name: name ?? "", .rule: language[rule.word], .old: old?.text(language) ?? language[.nothing],
        .new: new?.text(language) ?? language[.nothing], .snapshot: snapshot.text(language),
      ])
  }
}

extension StatusRule {
  fileprivate var word: Word {
    switch self {
    case .period: .rulePeriod
    case .tolerance: .ruleTolerance
    case .littleChange: .ruleLittleChange
    case .asOf: .ruleAsOf
    case .name: .ruleName
    case .definition: .ruleDefinition
    case .limit: .ruleLimit
    case .values: .ruleValues
    case .breaks: .ruleBreaks
    case .nature: .ruleNature
    case .reporting: .ruleReporting
    case .judgement: .ruleJudgement
    case .plan: .rulePlan
    case .nextUpdate: .ruleNextUpdate
    case .frequency: .ruleFrequency
    case .part: .rulePart
    }
  }
}

extension RuleValue {
  /// More are not listed.
  private static let mostFigures = 5

  fileprivate func text(_ language: WordLanguage) -> String {
    switch self {
    case .text(let text): text
    case .percent(let share): IndicatorWords.percent(share, language)
    case .time(let text): IndicatorWords.time(text, language)
    case .figures(let figures, let indicator):
      figures.prefix(RuleValue.mostFigures).map { figure in
        let value = IndicatorWords.number(figure, of: indicator, language) ?? language[.nothing]
        let range = figure.range.map { IndicatorWords.range($0, of: indicator, language) }
        let remarks = [range, figure.period.text(language)].compactMap(\.self)
        return value
          + language.text(.inBrackets, [.text: remarks.joined(separator: language[.clauseSeparator])])
      }.joined(separator: language[.listSeparator]) + (figures.count > RuleValue.mostFigures ? " …" : "")
    }
  }
}
