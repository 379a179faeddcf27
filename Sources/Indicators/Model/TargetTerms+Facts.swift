import DataFormats

// A snapshot's facts of a promise, as the terms that pages, charts and statuses are made from.
extension TargetTerms {
  /// The inverse of `facts(of:)`. What `indicator` still says, in `now`, is taken from it, with the digits of its
  /// author. Nil for facts that say nothing that was to be reached.
  package init?(_ facts: [PromiseFact], of indicator: Indicator, now: [PromiseFact]) {
    func value(_ key: String) -> PromiseValue? { facts.first { $0.key == key }?.value }
    func isKept(_ key: String) -> Bool { facts.first { $0.key == key } == now.first { $0.key == key } }
    kind = value("kind")?.text.flatMap(IndicatorKind.init) ?? indicator.kind
    measure = value("measure")?.text.flatMap(Measure.init) ?? indicator.measure
    unit = value("unit")?.text
    direction = value("direction")?.text.flatMap(Direction.init)
    quote = value("quote")?.text
    baseline = value("baseline").flatMap { fields in
      fields["value"]?.number.map {
        Baseline(period: fields["year"]?.period ?? Period.year(indicator.plan.baselineYear), value: $0)
      }
    }
    guard let target = IndicatorTarget(facts, kind: kind, general: direction, plan: indicator.plan) else { return nil }
    self.target = target
    interimTargets =
      value("targets").map { path in
        path.items.compactMap { IndicatorTarget($0.facts, kind: nil, general: nil, plan: indicator.plan) }
      } ?? []
    if isKept("baseline") { baseline = indicator.baseline }
    if isKept("targets") { interimTargets = indicator.interimTargets }
    if let goal = indicator.target?.goal, PromiseFact.goals.allSatisfy(isKept) {
      self.target = target.with(goal: goal)
    }
    if indicator.target?.isPeriodAssumed == true, isKept("year") { self.target = self.target.withoutTime() }
    // A snapshot has the comparator in force; it was written if it does not follow from the rest, or if it is so today.
    if let comparator = value("comparator")?.text.flatMap(Comparator.init),
      indicator.target.map({ $0.isComparatorWritten && $0.comparator == comparator }) == true
        || self.facts(of: indicator.under(self)).first(where: { $0.key == "comparator" })?.value.text
          != comparator.rawValue
    {
      self.target = target.with(comparator: comparator)
    }
  }
}

extension Indicator {
  /// The indicator with the target of a snapshot and its figures. Where the snapshot promises nothing, what is measured
  /// stays as it is and has no target.
  package func asPromised(_ facts: [PromiseFact], now: [PromiseFact], figures: [Observation]) -> Indicator {
    let terms =
      TargetTerms(facts, of: self, now: now)
      ?? TargetTerms(
        target: .none(of: self), interimTargets: [], baseline: baseline, kind: kind, measure: measure, unit: unit,
        direction: direction, quote: nil)
    let hasTarget = TargetTerms(facts, of: self, now: now) != nil
    return under(terms, hasTarget: hasTarget).with(observations: figures)
  }

  /// The indicator with the name and the details that a snapshot has.
  package func described(as name: String, _ details: IndicatorDetails.Promised) -> Indicator {
    Indicator(
      name: name, unit: unit, kind: kind, measure: measure, plan: plan, baseline: baseline, target: target,
      interimTargets: interimTargets, observations: observations, series: [], direction: direction, history: history,
      details: IndicatorDetails(self.details, promised: details), owner: id)
  }

  /// An indicator that only a snapshot knows, before what it promised is known.
  package convenience init(gone name: String, in plan: PlanPeriod) {
    self.init(
      name: name, unit: nil, kind: .level, measure: .cumulative, plan: plan, baseline: nil, target: nil,
      interimTargets: [], observations: [], series: [], direction: nil, details: nil)
  }

  /// An indicator that only a snapshot knows, without figures. Nil if the snapshot does not say what was to be reached.
  package convenience init?(named name: String, promising facts: [PromiseFact], in plan: PlanPeriod) {
    let empty = Indicator(gone: name, in: plan)
    guard let terms = TargetTerms(facts, of: empty, now: []) else { return nil }
    self.init(
      name: name, unit: terms.unit, kind: terms.kind, measure: terms.measure, plan: plan, baseline: terms.baseline,
      target: terms.target, interimTargets: terms.interimTargets, observations: [], series: [],
      direction: terms.direction, details: nil)
  }
}

extension IndicatorTarget {
  /// `kind` is nil for an interim target, whose comparator is one that its author wrote.
  fileprivate init?(_ facts: [PromiseFact], kind: IndicatorKind?, general: Direction?, plan: PlanPeriod) {
    func value(_ key: String) -> PromiseValue? { facts.first { $0.key == key }?.value }
    let goal: Goal
    if let number = value("value")?.number {
      goal = .value(number)
    } else if let change = value("change") {
      if let number = change.number {
        goal = .change(number)
      } else if let share = change.text?.split(separator: "%").first.flatMap({ DecimalNumber(String($0)) }) {
        goal = .relative(share)
      } else {
        return nil
      }
    } else if let ends = value("between")?.items, ends.count == 2, let low = ends[0].number, let high = ends[1].number {
      goal = .between(low, high)
    } else if let number = value("every")?.number {
      goal = .every(number)
    } else if let text = value("text")?.text {
      goal = kind == .milestone ? .done(text) : .phrase(text)
    } else if kind == .milestone {
      goal = .done(nil)
    } else if general != nil {
      goal = .direction
    } else {
      return nil
    }
    let period = value("year")?.period
    self.init(
      period: period ?? .year(plan.end), goal: goal,
      comparator: kind == nil ? value("comparator")?.text.flatMap(Comparator.init) : nil, kind: kind ?? .level,
      isApproximate: value("approx")?.text == "true", phrase: value("phrase")?.text,
      direction: goal == .direction ? general : nil, general, isPeriodWritten: period != nil)
  }
}

extension PromiseValue {
  fileprivate var text: String? {
    switch self {
    case .number(let text), .text(let text): text
    case .list, .mapping: nil
    }
  }

  fileprivate var number: DecimalNumber? { if case .number(let text) = self { DecimalNumber(text) } else { nil } }
  fileprivate var items: [PromiseValue] { if case .list(let items) = self { items } else { [] } }
  fileprivate var facts: [PromiseFact] { if case .mapping(let facts) = self { facts } else { [] } }

  /// A year, or a period in another spelling; a milestone may be due on a day.
  fileprivate var period: Period? { text.flatMap { text in Period(text) ?? CalendarDate(text).map(Period.day) } }

  fileprivate subscript(key: String) -> PromiseValue? { facts.first { $0.key == key }?.value }
}
