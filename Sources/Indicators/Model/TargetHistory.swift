/// A target before a change.
package struct EarlierTarget: Hashable, Sendable {
  package let terms: TargetTerms
  /// The month, day or year of the change; of one that only a snapshot knows, the time of the snapshot.
  package let until: Period
  /// Whether the author does not say that the target was changed: a snapshot of the site does.
  package let isUndeclared: Bool
  /// Whether the newest snapshot is of a later time and does not have the change.
  package let isUnconfirmed: Bool
  /// Who changed it.
  package let by: String?
  package let why: String?

  package init(
    terms: TargetTerms, until: Period, by: String? = nil, why: String? = nil, isUndeclared: Bool = false,
    isUnconfirmed: Bool = false
  ) {
    self.terms = terms
    self.until = until
    self.by = by
    self.why = why
    self.isUndeclared = isUndeclared
    self.isUnconfirmed = isUnconfirmed
  }

  /// Whether its author says so and the newest snapshot does not contradict it.
  package var isDeclared: Bool { !isUndeclared && !isUnconfirmed }

  package func translated(_ original: TargetTerms, as translation: TargetTerms) -> EarlierTarget {
    EarlierTarget(
      terms: terms.translated(original, as: translation), until: until, by: by, why: why, isUndeclared: isUndeclared,
      isUnconfirmed: isUnconfirmed)
  }

  /// Whether its terms were in force at a time, in years. A change that only a snapshot records is later than that snapshot.
  fileprivate func wasInForce(at time: Double) -> Bool {
    isUndeclared ? !until.end.isEarlier(than: time) : until.end.isLater(than: time)
  }

  fileprivate func quoting(_ quote: String?) -> EarlierTarget {
    var terms = terms
    terms.quote = quote
    return EarlierTarget(
      terms: terms, until: until, by: by, why: why, isUndeclared: isUndeclared, isUnconfirmed: isUnconfirmed)
  }

  fileprivate var unconfirmed: EarlierTarget {
    EarlierTarget(terms: terms, until: until, by: by, why: why, isUndeclared: isUndeclared, isUnconfirmed: true)
  }
}

/// The changes of one target, and its present form. A class, because few indicators have one.
package final class TargetHistory: Sendable {
  package let current: TargetTerms
  /// The oldest first; never empty.
  package let earlier: [EarlierTarget]

  init(current: TargetTerms, earlier: [EarlierTarget]) {
    precondition(!earlier.isEmpty, "a target without changes has no history")
    self.current = current
    self.earlier = earlier
  }

  /// The target that the plan set first. Nil if the newest snapshot has none of the changes, so that it is the one of today.
  package var original: TargetTerms? { earlier.first { !$0.isUnconfirmed }?.terms }

  /// Whether it was changed between two times in years. A change that only a snapshot records is later than that snapshot.
  package func wasChanged(after start: Double, upTo end: Double) -> Bool {
    earlier.contains { entry in
      !entry.isUnconfirmed && entry.wasInForce(at: start) && entry.until.isOver(at: end)
    }
  }

  /// The promise in force at a time, in years. A change that only a snapshot records is later than that snapshot.
  fileprivate func terms(at time: Double) -> TargetTerms {
    let entry = earlier.first { entry in
      !entry.isUnconfirmed && entry.wasInForce(at: time)
    }
    return entry?.terms ?? current
  }

  /// Each change: what came before it, and what came after.
  package var changes: [(earlier: EarlierTarget, next: TargetTerms)] {
    earlier.indices.map { index in
      (earlier[index], index + 1 < earlier.count ? earlier[index + 1].terms : current)
    }
  }
}

extension Indicator {
  /// The indicator as if its target had never been changed. Nil if it was not, or if the target was in another unit, so
  /// that the figures cannot be compared with it.
  package var original: Indicator? {
    guard let terms = history?.original, terms.unit == unit else { return nil }
    return under(terms)
  }

  /// When it was due as first set; nil if that is the same today, or was not known.
  package var firstDue: Period? {
    guard let first = history?.original?.target, first.isPeriodKnown, first.period != target?.period else { return nil }
    return first.period
  }

  /// The indicator with its promise at a time in years, and the figures of today.
  package func asPromised(at time: Double) -> Indicator { history.map { under($0.terms(at: time)) } ?? self }

  /// The indicator with other terms and the same figures. Without a target, what is measured is that of the terms.
  package func under(_ terms: TargetTerms, hasTarget: Bool = true) -> Indicator {
    Indicator(
      name: name, unit: terms.unit, kind: terms.kind, measure: terms.measure, plan: plan, baseline: terms.baseline,
      target: hasTarget ? terms.target : nil, interimTargets: terms.interimTargets, observations: observations,
      series: [],
      direction: terms.direction, details: details, fiscalYear: fiscalYear)
  }

  /// Everything that the promise says today.
  package func terms(quote: String?) -> TargetTerms {
    history?.current
      ?? TargetTerms(
        target: target ?? .none(of: self), interimTargets: interimTargets, baseline: baseline, kind: kind,
        measure: measure, unit: unit, direction: direction, quote: quote)
  }

  /// The indicator with other figures.
  package func with(observations: [Observation]) -> Indicator {
    Indicator(
      name: name, unit: unit, kind: kind, measure: measure, plan: plan, baseline: baseline, target: target,
      interimTargets: interimTargets, observations: observations, series: [], direction: direction, details: details,
      fiscalYear: fiscalYear)
  }

  /// The indicator with the changes of its target added that only a snapshot records. `unconfirmed` are entries of the
  /// author that the snapshot does not have.
  package func adding(undeclared: [EarlierTarget], unconfirmed: [EarlierTarget], quote: String?) -> Indicator {
    let own = (history?.earlier ?? []).map { unconfirmed.contains($0) ? $0.unconfirmed : $0 }
    let earlier = (own + undeclared).sorted { $0.until < $1.until }
    guard !earlier.isEmpty else { return self }
    return with(history: TargetHistory(current: terms(quote: quote), earlier: earlier))
  }

  /// The indicator with a quotation that its author left out of the entry of its history that ends at `until`, and out of those
  /// before it.
  package func quoting(_ quote: String?, until: Period) -> Indicator {
    guard let history, let last = history.earlier.lastIndex(where: { $0.until == until }) else { return self }
    let inherited = history.earlier[last].terms.quote
    let earlier = history.earlier.enumerated().map { index, entry in
      index <= last && entry.terms.quote == inherited ? entry.quoting(quote) : entry
    }
    return with(history: TargetHistory(current: history.current, earlier: earlier))
  }

  private func with(history: TargetHistory) -> Indicator {
    Indicator(
      name: name, unit: unit, kind: kind, measure: measure, plan: plan, baseline: baseline, target: target,
      interimTargets: interimTargets, observations: observations, series: series, direction: direction,
      history: history, details: details, leftOutLines: leftOutLines,
      fileRemarks: fileRemarks, fiscalYear: fiscalYear,
      calculationLines: calculationLines, facets: facets, seriesName: seriesName)
  }
}

extension IndicatorTarget {
  /// Represents the target of an indicator that has none.
  static func none(of indicator: Indicator) -> IndicatorTarget {
    IndicatorTarget(
      period: .year(indicator.plan.end), isPeriodKnown: false, goal: .direction, comparator: .atLeast,
      isComparatorWritten: false, isApproximate: false, phrase: nil)
  }
}
