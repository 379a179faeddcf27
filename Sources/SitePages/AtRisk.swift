import Indicators
import SiteModel

// Which indicators are named as at risk, and in which order.
extension ResolvedSite {
  /// The indicators at risk among some: those with a binding target first, and of these and of the others the worst first, by
  /// status, then by how far they are behind.
  func atRisk(_ refs: [IndicatorRef]) -> [IndicatorRef] {
    let order: [IndicatorStatus] = [.breached, .missed, .reversing, .worsening, .behind]
    return refs.filter { statuses[$0].statusClass == .atRisk }.enumerated().map { index, ref in
      let assessment = indicators[ref].assessment
      let expected = assessment.expected(of: indicators[ref].indicator.kind) ?? 1
      let isBinding = indicators[ref].indicator.nature == .binding
      return (
        ref: ref, group: isBinding ? 0 : 1, rank: order.firstIndex(of: assessment.status) ?? order.count,
        lag: expected - (assessment.progress ?? expected), index: index
      )
    }.sorted { ($0.group, $0.rank, -$0.lag, $0.index) < ($1.group, $1.rank, -$1.lag, $1.index) }.map(\.ref)
  }

  /// The indicators at risk with a binding target among some, in the order of the register. Those that were given up are not
  /// among them, whatever their last figure says.
  func bindingAtRisk(_ refs: [IndicatorRef]) -> [IndicatorRef] {
    refs.filter { ref in
      let resolved = indicators[ref]
      return resolved.indicator.nature == .binding && resolved.indicator.retired == nil
        && resolved.assessment.status.statusClass == .atRisk
    }
  }
}
