/// Everything that a promise says: its target, what it is measured from, and how.
package struct TargetTerms: Hashable, Sendable {
  package var target: IndicatorTarget
  /// The targets before the last, by period.
  package var interimTargets: [IndicatorTarget]
  package var baseline: Baseline?
  package var kind: IndicatorKind
  package var measure: Measure
  package var unit: String?
  /// Which way is better, where the author says so.
  package var direction: Direction?
  /// The sentence that makes the promise.
  package var quote: String?
}

/// A target as it stood before a change.
package struct EarlierTarget: Hashable, Sendable {
  package let terms: TargetTerms
  /// The month, day or year of the change.
  package let until: Period
  /// Who changed it.
  package let by: String?
  package let why: String?
}

/// The changes of one target, and what it says today. A class, because few indicators have one.
package final class TargetHistory: Sendable {
  package let current: TargetTerms
  /// The oldest first; never empty.
  package let earlier: [EarlierTarget]

  init(current: TargetTerms, earlier: [EarlierTarget]) {
    precondition(!earlier.isEmpty, "a target without changes has no history")
    self.current = current
    self.earlier = earlier
  }

  /// The target that the plan set first.
  package var original: TargetTerms { earlier[0].terms }

  /// Each change: what stood before it, and what came after.
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

  /// The indicator with other terms and the same figures.
  package func under(_ terms: TargetTerms) -> Indicator {
    Indicator(
      name: name, unit: terms.unit, kind: terms.kind, measure: terms.measure, plan: plan, baseline: terms.baseline,
      target: terms.target, interimTargets: terms.interimTargets, observations: observations, series: [],
      direction: terms.direction, details: details)
  }
}
