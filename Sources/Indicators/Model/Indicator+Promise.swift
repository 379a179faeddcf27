import DataFormats

// The facts of today's promise, and indicators made from the facts of a snapshot.

extension Indicator {
  /// Its name, and what its status or its meaning depends on besides its target, under the keys of `StatusRule`.
  package var detailFacts: [PromiseFact] {
    StatusRule.allCases.compactMap { rule in detail(rule).map { PromiseFact(rule.rawValue, $0) } }
  }

  /// The indicator's own value of a rule; nil for a rule of its plan or of the site, and for one of figures or parts.
  private func detail(_ rule: StatusRule) -> PromiseValue? {
    switch rule {
    case .name: return .text(name)
    case .definition: return details?.definition.map(PromiseValue.text)
    case .limit: return limit.map { PromiseValue($0) }
    case .breaks: return breaks.isEmpty ? nil : .list(breaks.map { PromiseValue($0) })
    case .nature: return nature.map { .text($0.rawValue) }
    case .reporting:
      // Only what takes its status away.
      if isNonStatistical { return .text("non-statistical") }
      return reporting == .notApplicable ? .text(Reporting.notApplicable.rawValue) : nil
    case .judgement: return judgement?.written
    case .frequency: return details?.frequency.map { .text($0.description) }
    case .nextUpdate: return details?.nextUpdate.map { .text($0.description) }
    case .period, .tolerance, .littleChange, .asOf, .plan, .part, .values: return nil
    }
  }

  /// What the promise says today; without a target only its direction and what it is measured by. `quote` is the sentence
  /// that makes it.
  package func facts(quote: String?) -> [PromiseFact] {
    let target = target ?? .none(of: self)
    let terms = TargetTerms(
      target: target, interimTargets: interimTargets, baseline: baseline, kind: kind, measure: measure, unit: unit,
      direction: direction, quote: quote)
    return terms.facts(of: self)
  }
}

extension Judgement {
  fileprivate var written: PromiseValue {
    var facts = [PromiseFact("status", .text(status.rawValue))]
    if let on { facts.append(PromiseFact("on", .text(on.description))) }
    return .mapping(facts)
  }

  /// The status of a judgement in a snapshot, and the day on which it was set.
  package static func read(_ value: PromiseValue?) -> (status: String, on: CalendarDate?)? {
    guard case .mapping(let facts) = value else { return nil }
    func text(_ key: String) -> String? {
      if case .text(let text) = facts.first(where: { $0.key == key })?.value { text } else { nil }
    }
    return text("status").map { ($0, text("on").flatMap { CalendarDate($0) }) }
  }
}

// MARK: - Indicators from snapshots

extension Indicator {
  /// The indicator with the target of a snapshot and its figures. If the snapshot promises nothing, the measure is
  /// unchanged and there is no target.
  package func asPromised(_ facts: [PromiseFact], now: [PromiseFact], figures: [Observation]) -> Indicator {
    let terms =
      TargetTerms(facts, of: self, now: now)
      ?? TargetTerms(
        target: .none(of: self), interimTargets: [], baseline: baseline, kind: kind, measure: measure, unit: unit,
        direction: direction, quote: nil)
    let hasTarget = TargetTerms(facts, of: self, now: now) != nil
    return under(terms, hasTarget: hasTarget).with(observations: fiscalYear.map { figures.placed(by: $0) } ?? figures)
  }

  /// The indicator with the name and the details that a snapshot has.
  package func described(as name: String, _ details: IndicatorDetails.Promised) -> Indicator {
    Indicator(
      name: name, unit: unit, kind: kind, measure: measure, plan: plan, baseline: baseline, target: target,
      interimTargets: interimTargets, observations: observations, series: [], direction: direction, history: history,
      details: IndicatorDetails(self.details, promised: details), fiscalYear: fiscalYear, owner: id)
  }

  /// An indicator that only a snapshot knows, before what it promised is known.
  package convenience init(gone name: String, in plan: PlanPeriod, fiscalYear: FiscalYearRule? = nil) {
    self.init(
      name: name, unit: nil, kind: .level, measure: .cumulative, plan: plan, baseline: nil, target: nil,
      interimTargets: [], observations: [], series: [], direction: nil, details: nil, fiscalYear: fiscalYear)
  }

  /// An indicator that only a snapshot knows, without figures. Nil if the snapshot has no goal.
  package convenience init?(
    named name: String, promising facts: [PromiseFact], in plan: PlanPeriod, fiscalYear: FiscalYearRule? = nil
  ) {
    let empty = Indicator(gone: name, in: plan, fiscalYear: fiscalYear)
    guard let terms = TargetTerms(facts, of: empty, now: []) else { return nil }
    self.init(
      name: name, unit: terms.unit, kind: terms.kind, measure: terms.measure, plan: plan, baseline: terms.baseline,
      target: terms.target, interimTargets: terms.interimTargets, observations: [], series: [],
      direction: terms.direction, details: nil, fiscalYear: fiscalYear)
  }
}
