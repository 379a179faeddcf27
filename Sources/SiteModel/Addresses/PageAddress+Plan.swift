extension PageAddress {
  /// The plan that the page belongs to; nil for a page of the whole site.
  package func plan(in site: ResolvedSite) -> PlanRef? {
    switch self {
    case .content(let page, _): site.pages[page].plan
    case .wholePlan(let plan), .progress(let plan): plan
    case .longList(let list, _):
      switch list {
      case .indicators(let plan), .charts(let plan), .actions(let plan): plan
      case .programme(let ref): site.programmes[ref].plan
      case .department, .reporting: nil
      }
    case .indicator(let ref), .parts(let ref, _), .embed(let ref): site.indicators[ref].plan
    case .action(let ref): site.actions[ref].plan
    case .programme(let ref): site.programmes[ref].plan
    case .list, .department, .search, .redirect, .notFound: nil
    }
  }
}
