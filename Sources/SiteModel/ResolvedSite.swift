import Indicators

/// The whole site, resolved: routes, numbers, links, indicators, statuses. Rendering it cannot fail.
///
/// A class: the closures that render pages hold the site by one reference.
final class ResolvedSite: Sendable {
  let settings: SiteSettings
  let links: LinkStyle
  let routes: SiteRoutes
  let pages: Table<PageTag, ResolvedPage>
  let plans: Table<PlanTag, ResolvedPlan>
  /// The pages beside the plans, in their order.
  let freePages: [PageRef]
  /// Nil where the site is itself a plan.
  let frontPage: PageRef?
  let indicators: Table<IndicatorTag, ResolvedIndicator>
  /// Contiguous, since they are counted several times over; reading them from 45,000 indicators takes longer.
  let statuses: Table<IndicatorTag, IndicatorStatus>
  /// The indicators that have a page of their own.
  let indicatorsWithPage: [IndicatorRef]
  /// The pages whose text shows or names each indicator, in the order of the site.
  let mentions: Table<IndicatorTag, [PageRef]>
  let programmes: Table<ProgrammeTag, ResolvedProgramme>
  let departments: Table<DepartmentTag, ResolvedDepartment>
  let terms: Table<TermTag, ResolvedTerm>
  let logo: Route?

  init(
    settings: SiteSettings, pages: Table<PageTag, ResolvedPage>, tree: SectionTree, plans: Plans,
    registers: ResolvedRegisters, routes: SiteRoutes, mentions: Table<IndicatorTag, [PageRef]>, logo: Route?
  ) {
    self.settings = settings
    links = LinkStyle(base: settings.baseURL)
    self.routes = routes
    self.pages = pages
    freePages = tree.freePages
    frontPage = tree.nodes.firstIndex { $0.kind == .front }
    indicators = registers.indicators
    statuses = registers.statuses
    indicatorsWithPage = registers.indicatorsWithPage
    self.mentions = mentions
    programmes = registers.resolvedProgrammes()
    departments = registers.resolvedDepartments()
    terms = registers.glossary.terms
    self.logo = logo
    self.plans = ResolvedSite.plans(plans, tree, registers, programmes, routes, settings)
  }

  private static func plans(
    _ plans: Plans, _ tree: SectionTree, _ registers: ResolvedRegisters,
    _ programmes: Table<ProgrammeTag, ResolvedProgramme>, _ routes: SiteRoutes, _ settings: SiteSettings
  ) -> Table<PlanTag, ResolvedPlan> {
    var indicators = Table<PlanTag, [IndicatorRef]>(repeating: [], count: plans.homes.count)
    for group in registers.groups.indices { indicators[registers.groups[group].plan] += registers.groups[group].refs }
    var ofPlan = Table<PlanTag, [ProgrammeRef]>(repeating: [], count: plans.homes.count)
    for ref in programmes.indices {
      if let plan = programmes[ref].plan { ofPlan[plan].append(ref) }
    }
    return Table(
      plans.indices.map { plan in
        let (home, fields) = (plans.homes[plan], plans.fields(of: plan))
        return ResolvedPlan(
          page: home, fields: fields, readingOrder: tree.readingOrders[plan], chapters: tree.nodes[home].children,
          indicators: indicators[plan], programmes: ofPlan[plan], tolerance: fields.tolerance ?? settings.tolerance,
          fullRoute: routes.route(of: .wholePlan(plan)),
          progressRoute: indicators[plan].isEmpty ? nil : routes.route(of: .progress(plan)))
      })
  }
}

/// A plan, by its home page.
struct ResolvedPlan: Sendable {
  let page: PageRef
  let fields: PlanFields
  /// The home page first.
  let readingOrder: [PageRef]
  let chapters: [PageRef]
  let indicators: [IndicatorRef]
  let programmes: [ProgrammeRef]
  /// δ of the status rules.
  let tolerance: Double
  let fullRoute: Route
  /// Nil where it has no indicators.
  let progressRoute: Route?
}

struct ResolvedProgramme: Sendable {
  let programme: Programme
  let plan: PlanRef?
  let route: Route
  let section: PageRef?
  let parent: ProgrammeRef?
  let department: DepartmentRef?
  let children: [ProgrammeRef]
  let indicators: [IndicatorRef]
}

struct ResolvedDepartment: Sendable {
  let department: Department
  let route: Route
  let sections: [PageRef]
  let indicators: [IndicatorRef]
}
