import Actions
import DataFormats
import Indicators
import SiteSources

// The indicators and actions that a snapshot has.
extension Snapshot.Promise {
  /// The indicator with what the snapshot says of its target, its history and its end, without figures. Nil if the snapshot
  /// does not say what was to be reached.
  package func indicator(in plan: PlanPeriod) -> Indicator? {
    guard let indicator = Indicator(named: name, promising: facts, in: plan) else { return nil }
    return indicator.changed(history(of: indicator, now: facts).map(\.earlier), quote: facts.quotation)
  }

  /// The target before each change that the snapshot records, with its facts. `now` are the facts of today's target.
  package func history(
    of indicator: Indicator, now: [PromiseFact]
  ) -> [(earlier: EarlierTarget, facts: [PromiseFact])] {
    earlier.compactMap { entry in
      guard let until = Snapshot.period(of: entry.until), let terms = TargetTerms(entry.facts, of: indicator, now: now)
      else { return nil }
      return (EarlierTarget(terms: terms, until: until, by: entry.by, why: entry.why), entry.facts)
    }
  }

  /// When and why the indicator was given up; what the snapshot does not say is as in `now`, that of today.
  package func retirement(now: Retirement? = nil) -> Retirement? {
    guard let text = retired, let on = Snapshot.period(of: text) else { return nil }
    return Retirement(on: on, why: retiredWhy ?? now?.why, continuedBy: now?.continuedBy)
  }
}

extension Indicator {
  /// The indicator with the history of its target, if it has one.
  func changed(_ earlier: [EarlierTarget], quote: String?) -> Indicator {
    earlier.isEmpty || target == nil ? self : adding(undeclared: earlier, unconfirmed: [], quote: quote)
  }
}

extension Snapshot.Action {
  /// The action with its dates, their history and its steps. What a snapshot does not have is as in `now`, the action of
  /// today; `rule` places budget years.
  package func action(now: Action? = nil, _ rule: FiscalYearRule? = nil) -> Action {
    var facts = now?.facts ?? ActionFields()
    (facts.start, facts.due) = (time(start, rule), time(due, rule))
    facts.done = time(done, rule).map { Located($0, at: range) }
    facts.earlier = dates(earlier, rule)
    facts.reported = nil
    facts.progress = progress
    facts.steps = (steps ?? []).map { step in
      ActionStep(
        name: step.name, due: time(step.due, rule), doneOn: nil, isDone: step.isDone ?? false,
        earlier: dates(step.earlier, rule))
    }
    return Action(id: now?.id ?? Located(id, at: range), name: name, facts: facts, range: now?.range ?? range)
  }

  private func time(_ text: String?, _ rule: FiscalYearRule?) -> Period? {
    guard let period = text.flatMap(Snapshot.period) else { return nil }
    return rule.map { period.placed(by: $0) } ?? period
  }

  private func dates(_ entries: [Snapshot.EarlierDates], _ rule: FiscalYearRule?) -> [EarlierDates] {
    entries.compactMap { entry in
      func was(_ text: String?) -> EarlierDates.Was? {
        guard let text else { return nil }
        return time(text, rule).map { .time($0) } ?? EarlierDates.Was.none
      }
      guard let until = time(entry.until, rule) else { return nil }
      return EarlierDates(start: was(entry.start), due: was(entry.due), until: until, by: entry.by, why: entry.why)
    }
  }
}
