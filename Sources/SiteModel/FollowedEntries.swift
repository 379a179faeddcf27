import Indicators
import Words

// Entries that somebody answers for, and those that totals leave out.
extension ResolvedSite {
  /// The plans that the front page sums up: without those that are there for reference, unless all are.
  package var ownPlans: [PlanRef] {
    let own = plans.indices.filter { !plans[$0].fields.isReference }
    return own.isEmpty ? Array(plans.indices) : own
  }

  /// The indicators of a plan that are followed, and its actions that were not given up.
  package func followed(in plan: PlanRef) -> (indicators: [IndicatorRef], actions: [ActionRef]) {
    (
      plans[plan].indicators.filter { indicators[$0].indicator.retired == nil },
      actionIndex.of(plan).filter { actions[$0].standing.state != .stopped }
    )
  }

  /// Counts the entries of `followed` that should have been reported on by `time`, in years, or were. An action is due
  /// for a report once it has started by its dates, an indicator with a target once its plan has run for a year;
  /// without a time no date is over. `silent` lists the counted entries without any figure, judgement,
  /// state, share or update.
  package func reported(
    in plan: PlanRef, at time: Double?
  ) -> (count: Int, silent: (indicators: [IndicatorRef], actions: [ActionRef])) {
    let followed = followed(in: plan)
    let isRunning = time.map { Period.year(plans[plan].fields.period.start).isOver(at: $0) } ?? false
    var count = 0
    func isSilent(_ isReported: Bool, _ isDue: Bool) -> Bool {
      if isReported || isDue { count += 1 }
      return !isReported && isDue
    }
    let indicators = followed.indicators.filter { ref in
      let indicator = self.indicators[ref].indicator
      let isReported =
        !indicator.observations.isEmpty || indicator.judgement != nil || !updates.about(.indicator(ref)).isEmpty
      return isSilent(isReported, isRunning && indicator.target != nil)
    }
    let actions = followed.actions.filter { ref in
      let standing = self.actions[ref].standing(at: time)
      return isSilent(standing.isReported, standing.state != .planned)
    }
    return (count, (indicators, actions))
  }

  /// The entries of `followed` without a department in charge.
  package func ownerless(in plan: PlanRef) -> (indicators: [IndicatorRef], actions: [ActionRef]) {
    let all = followed(in: plan)
    return (all.indicators.filter { indicators[$0].lead == nil }, all.actions.filter { actions[$0].lead == nil })
  }

  /// Whether totals of an earlier time count an indicator: those of today do, or it was given up later than that. The
  /// page of a plan and reports count by this rule.
  package func isCounted(_ ref: IndicatorRef, at time: Double) -> Bool {
    if !uncounted.contains(ref) { return true }
    let indicator = indicators[ref].indicator
    guard let retired = indicator.retired, !indicator.isTrendAlone, !indicator.hasNoVerdict else { return false }
    return !retired.on.isOver(at: time)
  }

  /// The sentence on the indicators that a total leaves out; nil if it counts all.
  package func notCounted(
    _ refs: some Sequence<IndicatorRef>, ofPlansWithoutFigures silent: Int = 0, ofReferencePlans reference: Int = 0,
    _ language: WordLanguage
  ) -> String? {
    guard !uncounted.isEmpty || silent > 0 || reference > 0 else { return nil }
    let left = refs.filter { uncounted.contains($0) }.map { indicators[$0].indicator }
    return IndicatorWords.notCounted(
      retired: left.count { $0.retired != nil }, trends: left.count { $0.retired == nil && !$0.hasNoVerdict },
      withoutVerdict: left.filter { $0.retired == nil && $0.hasNoVerdict }, ofPlansWithoutFigures: silent,
      ofReferencePlans: reference, language)
  }
}
