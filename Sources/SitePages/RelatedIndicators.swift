import SiteModel

/// The first indicators of each plan that share a programme or, without one, a category: the page of an indicator lists a
/// dozen of them, and would otherwise search all indicators of its plan.
struct RelatedIndicators: Sendable {
  private enum Kin: Hashable {
    case programme(PlanRef, ProgrammeRef)
    case category(PlanRef, String)
  }

  /// The most that a page lists.
  static let limit = 12

  private var groups: [Kin: [IndicatorRef]] = [:]

  init(_ site: ResolvedSite) {
    for ref in site.indicatorsWithPage {
      let indicator = site.indicators[ref]
      if let programme = indicator.programme { add(ref, to: .programme(indicator.plan, programme)) }
      if let category = indicator.indicator.category { add(ref, to: .category(indicator.plan, category)) }
    }
  }

  /// Keeps `limit + 1`, because the indicator itself is skipped later.
  private mutating func add(_ ref: IndicatorRef, to kin: Kin) {
    if groups[kin, default: []].count <= RelatedIndicators.limit { groups[kin, default: []].append(ref) }
  }

  /// At most `limit` indicators, in the order of the plan.
  func related(to ref: IndicatorRef, in site: ResolvedSite) -> [IndicatorRef] {
    let indicator = site.indicators[ref]
    let kin =
      indicator.programme.map { Kin.programme(indicator.plan, $0) }
      ?? indicator.indicator.category.map { Kin.category(indicator.plan, $0) }
    guard let kin, let group = groups[kin] else { return [] }
    return Array(group.lazy.filter { $0 != ref }.prefix(RelatedIndicators.limit))
  }
}
