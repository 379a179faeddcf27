import DataFormats
import Words

extension IndicatorWords {
  /// `March 2027` for 2027-03; any other text as it is.
  package static func time(_ text: String, _ language: WordLanguage) -> String {
    CalendarDate(text)?.text(language) ?? Period(text)?.text(language) ?? text
  }

  /// `the tolerance of the statuses`.
  package static func word(for rule: StatusRule, _ language: WordLanguage) -> String { language[rule.word] }

  /// `the tolerance of the statuses: 5% → 20%, against the snapshot of March 2026, no reason given`. `name` is that of an
  /// indicator, if the sentence is in a list with others.
  package static func change(
    of rule: StatusRule, named name: String? = nil, _ old: RuleValue?, _ new: RuleValue?, snapshot: Period,
    _ language: WordLanguage
  ) -> String {
    language.text(
      name == nil ? .ruleChanged : .ruleChangedOf,
      [
        .name: name ?? "", .rule: language[rule.word], .old: old?.text(of: rule, language) ?? language[.nothing],
        .new: new?.text(of: rule, language) ?? language[.nothing], .snapshot: snapshot.text(language),
      ])
  }

  /// The value of a rule in words: `anticipatory`, `every 5 years`; any other text as it is.
  package static func written(_ text: String, of rule: StatusRule, _ language: WordLanguage) -> String {
    let inWords: String? =
      switch rule {
      case .nature: Nature(rawValue: text).map { insideSentence(word(for: $0, language)) }
      case .frequency: Frequency(text)?.text(language)
      case .reporting: ReportingState(rawValue: text).map { insideSentence(word(for: $0, language)) }
      case .judgement: IndicatorStatus(rawValue: text).map { insideSentence(word(for: $0, language)) }
      case .nextUpdate, .asOf: time(text, language)
      case .period, .tolerance, .littleChange, .name, .definition, .limit, .breaks, .plan, .part, .values: nil
      }
    return inWords ?? text
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
  /// `2.5%`, with the decimals that it has, up to three.
  private static func shown(percent share: Double, _ language: WordLanguage) -> String {
    let points = share * 100
    let decimals = [1.0, 10, 100].firstIndex { isNear((points * $0).rounded(), points * $0) } ?? 3
    guard decimals > 0 else { return NumberFormat.percent(share, language) }
    // The position of the per cent sign depends on the language.
    let (whole, number) = (
      NumberFormat.percent(0.01, language), NumberFormat.text(points, decimals: decimals, language)
    )
    return whole.replacing(NumberFormat.text(1, decimals: 0, language), with: number)
  }

  /// More are not listed.
  private static let mostFigures = 5

  fileprivate func text(of rule: StatusRule, _ language: WordLanguage) -> String {
    switch self {
    case .text(let text): IndicatorWords.written(text, of: rule, language)
    case .percent(let share): RuleValue.shown(percent: share, language)
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
