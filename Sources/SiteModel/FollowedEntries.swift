import Indicators
import Words

// Entries that somebody answers for, and those that totals leave out.
extension ResolvedSite {
  /// The indicators of a plan that are followed, and its actions that were not given up.
  package func followed(in plan: PlanRef) -> (indicators: [IndicatorRef], actions: [ActionRef]) {
    (
      plans[plan].indicators.filter { indicators[$0].indicator.retired == nil },
      actionIndex.of(plan).filter { actions[$0].standing.state != .stopped }
    )
  }

  /// Those of `followed` that no department is in charge of.
  package func ownerless(in plan: PlanRef) -> (indicators: [IndicatorRef], actions: [ActionRef]) {
    let all = followed(in: plan)
    return (all.indicators.filter { indicators[$0].lead == nil }, all.actions.filter { actions[$0].lead == nil })
  }

  /// The sentence on the indicators that a total leaves out; nil if it counts all.
  package func notCounted(
    _ refs: some Sequence<IndicatorRef>, ofPlansWithoutFigures silent: Int = 0, _ language: WordLanguage
  ) -> String? {
    guard !uncounted.isEmpty || silent > 0 else { return nil }
    let left = refs.filter { uncounted.contains($0) }.map { indicators[$0].indicator }
    return IndicatorWords.notCounted(
      retired: left.count { $0.retired != nil }, trends: left.count { $0.retired == nil && !$0.hasNoVerdict },
      withoutVerdict: left.filter { $0.retired == nil && $0.hasNoVerdict }, ofPlansWithoutFigures: silent, language)
  }
}
