import Words

/// What a status depends on besides figures and target, and what an indicator means: compared with snapshots.
package enum StatusRule: String, CaseIterable, Sendable {
  /// Of a plan.
  case period, tolerance
  /// Of the site.
  case littleChange = "little-change"
  case asOf = "as-of"
  /// Of an indicator.
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

extension IndicatorWords {
  /// `the tolerance of the statuses`.
  package static func word(for rule: StatusRule, _ language: WordLanguage) -> String { language[rule.word] }

  /// `the tolerance of the statuses: 5% → 20%, against the snapshot of March 2026, no reason given`. `name` is that of an
  /// indicator, where the sentence stands beside others.
  package static func change(
    of rule: StatusRule, named name: String? = nil, _ old: String?, _ new: String?, snapshot: Period,
    _ language: WordLanguage
  ) -> String {
    language.text(
      name == nil ? .ruleChanged : .ruleChangedOf,
      [
        .name: name ?? "", .rule: language[rule.word], .old: old ?? language[.nothing],
        .new: new ?? language[.nothing], .snapshot: snapshot.text(language),
      ])
  }
}
