import DataFormats
import Words

/// A rule or fact that a status or an indicator's meaning depends on, besides figures and target: compared with
/// snapshots.
package enum StatusRule: String, CaseIterable, Sendable {
  /// Rules of a plan.
  case period, tolerance
  /// Rules of the site.
  case littleChange = "little-change"
  case asOf = "as-of"
  /// Facts of an indicator.
  case name, definition, limit, breaks, nature, reporting, judgement, plan
  case nextUpdate = "next-update"
  case frequency
  /// The target of a part of an indicator.
  case part
  /// Figures of an indicator, with their periods.
  case values

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

/// The value of a rule: a text as its author writes it, or a number that each language writes in its own form.
package enum RuleValue: Sendable {
  case text(String)
  /// A share, as 0.05.
  case percent(Double)
  /// A day or a period, as data files spell it.
  case time(String)
  /// Figures of an indicator.
  case figures([Observation], of: Indicator)

  /// `5%`, as snapshots have it; any other text stays one.
  package init(percent text: String) {
    self = RuleValue.share(text).map(RuleValue.percent) ?? .text(text)
  }

  /// `5%` as 0.05; nil for any other text.
  package static func share(_ text: String) -> Double? {
    text.hasSuffix("%") ? DecimalNumber(String(text.dropLast())).map { $0.value / 100 } : nil
  }

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
