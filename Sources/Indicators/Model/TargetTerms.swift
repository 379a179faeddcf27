/// Everything that a promise says: its target, its baseline, and how it is measured.
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

extension TargetTerms {
  /// The terms in another language: `translation` says in it what `original` says.
  package func translated(_ original: TargetTerms, as translation: TargetTerms) -> TargetTerms {
    var terms = self
    if unit == original.unit { terms.unit = translation.unit }
    if quote == original.quote { terms.quote = translation.quote }
    if baseline == original.baseline { terms.baseline = translation.baseline }
    if target == original.target { terms.target = translation.target }
    if interimTargets == original.interimTargets { terms.interimTargets = translation.interimTargets }
    return terms
  }
}
