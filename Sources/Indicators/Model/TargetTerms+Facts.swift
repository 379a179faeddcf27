import DataFormats

// The facts that a promise consists of, and their inverse: the terms of a snapshot, from which pages, charts and statuses are
// made.

extension TargetTerms {
  /// Every fact, in a fixed order: the goal first. `indicator` has these terms.
  package func facts(of indicator: Indicator) -> [PromiseFact] {
    var facts = target.facts(of: indicator)
    if let direction { facts.append(PromiseFact("direction", .text(direction.rawValue))) }
    return facts + indicatorFacts(of: indicator)
  }

  private func indicatorFacts(of indicator: Indicator) -> [PromiseFact] {
    var facts: [PromiseFact] = []
    if !interimTargets.isEmpty {
      facts.append(
        PromiseFact("targets", .list(interimTargets.map { .mapping($0.facts(of: indicator, isInterim: true)) })))
    }
    if let baseline {
      facts.append(
        PromiseFact(
          "baseline",
          .mapping([
            PromiseFact("year", PromiseValue(baseline.period)), PromiseFact("value", PromiseValue(baseline.value)),
          ])))
    }
    facts.append(PromiseFact("kind", .text(kind.rawValue)))
    if kind == .increase { facts.append(PromiseFact("measure", .text(measure.rawValue))) }
    if let unit { facts.append(PromiseFact("unit", .text(unit))) }
    if let quote { facts.append(PromiseFact("quote", .text(quote))) }
    return facts
  }
}

extension IndicatorTarget {
  fileprivate func facts(of indicator: Indicator, isInterim: Bool = false) -> [PromiseFact] {
    var facts: [PromiseFact] = []
    switch goal {
    case .value(let number): facts.append(PromiseFact("value", PromiseValue(number)))
    case .change(let number): facts.append(PromiseFact("change", PromiseValue(number)))
    case .relative(let share): facts.append(PromiseFact("change", .text("\(jsonText(share.value))%")))
    case .between(let low, let high):
      facts.append(PromiseFact("between", .list([PromiseValue(low), PromiseValue(high)])))
    case .every(let number): facts.append(PromiseFact("every", PromiseValue(number)))
    case .phrase(let text), .done(let text?): facts.append(PromiseFact("text", .text(text)))
    case .direction, .done(nil): break
    }
    if isPeriodKnown { facts.append(PromiseFact("year", PromiseValue(period))) }
    // An interim target is a point of the path, and says how it is compared only if its author does.
    if goal.isNumber, !isInterim || isComparatorWritten, let comparator = indicator.comparatorInForce(of: self) {
      facts.append(PromiseFact("comparator", .text(comparator.rawValue)))
    }
    if isApproximate { facts.append(PromiseFact("approx", .text("true"))) }
    if let phrase { facts.append(PromiseFact("phrase", .text(phrase))) }
    return facts
  }
}

// MARK: - Terms from the facts of a snapshot

extension TargetTerms {
  /// The inverse of `facts(of:)`. What `indicator` still says, in `now`, is taken from it, with the digits of its author.
  /// Nil if the facts contain no goal.
  package init?(_ facts: [PromiseFact], of indicator: Indicator, now: [PromiseFact]) {
    func value(_ key: String) -> PromiseValue? { facts.first { $0.key == key }?.value }
    func isKept(_ key: String) -> Bool { facts.first { $0.key == key } == now.first { $0.key == key } }
    kind = value("kind")?.text.flatMap(IndicatorKind.init) ?? indicator.kind
    measure = value("measure")?.text.flatMap(Measure.init) ?? indicator.measure
    unit = value("unit")?.text
    direction = value("direction")?.text.flatMap(Direction.init)
    quote = value("quote")?.text
    let rule = indicator.fiscalYear
    baseline = value("baseline").flatMap { fields in
      fields["value"]?.number.map {
        Baseline(period: fields["year"]?.period(rule) ?? Period.year(indicator.plan.baselineYear), value: $0)
      }
    }
    guard let target = IndicatorTarget(facts, kind: kind, general: direction, plan: indicator.plan, rule)
    else { return nil }
    self.target = target
    interimTargets =
      value("targets").map { path in
        path.items.compactMap { IndicatorTarget($0.facts, kind: nil, general: nil, plan: indicator.plan, rule) }
      } ?? []
    if isKept("baseline") { baseline = indicator.baseline }
    if isKept("targets") { interimTargets = indicator.interimTargets }
    if let goal = indicator.target?.goal, PromiseFact.goals.allSatisfy(isKept) {
      self.target = target.with(goal: goal)
    }
    if indicator.target?.isPeriodAssumed == true, isKept("year") { self.target = self.target.withoutTime() }
    // A snapshot has the comparator in force. It is said if it is written today, so that the two can be compared, if it does not
    // follow from the rest, or if only it has changed.
    if let comparator = value("comparator")?.text.flatMap(Comparator.init),
      indicator.target?.isComparatorWritten == true
        || indicator.target?.goal == self.target.goal && !isKept("comparator")
        || self.facts(of: indicator.under(self)).first(where: { $0.key == "comparator" })?.value.text
          != comparator.rawValue
    {
      self.target = target.with(comparator: comparator)
    }
  }
}

extension IndicatorTarget {
  /// `kind` is nil for an interim target, whose comparator is one that its author wrote.
  fileprivate init?(
    _ facts: [PromiseFact], kind: IndicatorKind?, general: Direction?, plan: PlanPeriod, _ rule: FiscalYearRule?
  ) {
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
    let period = value("year")?.period(rule)
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

  /// A year, or a period in another spelling, under a rule for budget years; a milestone may be due on a day.
  fileprivate func period(_ rule: FiscalYearRule?) -> Period? {
    guard let text, let period = Period(text) ?? CalendarDate(text).map(Period.day) else { return nil }
    return rule.map { period.placed(by: $0) } ?? period
  }

  fileprivate subscript(key: String) -> PromiseValue? { facts.first { $0.key == key }?.value }
}
