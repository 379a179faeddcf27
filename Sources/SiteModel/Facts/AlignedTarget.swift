import Indicators

/// A target of another plan that an indicator is aligned with, as data files have it.
struct AlignedTarget: Sendable {
  /// The path of its plan; nil for a plan of another site.
  let plan: String?
  let planTitle: String
  /// The address of the other site.
  let site: String?
  let indicator: Indicator
  let ambition: Ambition
  let url: String?

  static func all(of site: ResolvedSite, _ names: RegisterNames, _ file: Route) -> [ObjectIdentifier: [AlignedTarget]] {
    var all: [ObjectIdentifier: [AlignedTarget]] = [:]
    for ref in site.indicators.indices {
      let targets = site.alignments.targets(of: ref).map { upper, target, ambition in
        let (plan, other): (String?, String?) =
          switch upper.place {
          case .plan(let plan): (names.plans[plan].path, nil)
          case .elsewhere(let address): (nil, address)
          }
        let url: String? =
          switch target.link {
          case .indicator(let ref):
            site.indicators[ref].route.map { site.links.absolute($0) ?? site.links.link(from: file, to: $0) }
          case .elsewhere(let address): address
          }
        return AlignedTarget(
          plan: plan, planTitle: upper.title, site: other, indicator: target.indicator, ambition: ambition, url: url)
      }
      if !targets.isEmpty { all[ObjectIdentifier(site.indicators[ref])] = targets }
    }
    return all
  }

  /// `national/pm25 (at-least)`.
  var inData: String {
    "\(plan ?? planTitle)/\(indicator.id?.text ?? indicator.name) (\(ambition.rawValue))"
  }
}
