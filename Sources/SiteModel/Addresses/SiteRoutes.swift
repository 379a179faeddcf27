import Bytes
import Diagnostics
import Files
import SiteSources

/// Every address of a site, with the route of each.
package struct SiteRoutes: Sendable {
  /// In order of precedence. If two have the same route, the diagnostic points at the later one, which an author can
  /// change.
  package private(set) var addresses: [SiteAddress]
  /// The files of all indicators, if there are any.
  package let dataFiles: [DataFile]
  /// The list pages of the site.
  package let lists: [ListPage]
  /// The subjects with a feed of their own.
  package let feeds: [FeedScope]
  /// The files of all actions; empty if there are none.
  package let actionFiles: [ActionFile]
  /// How many pages each plan's list of actions takes, where that of all plans would be too long.
  package let actionPages: [PlanRef: Int]
  /// How many pages each list of indicators takes that has more than one, or that stands for a part of the list of all.
  package let longLists: [LongList: Int]
  /// How many pages the list of what is reported takes; 0 for a site that does not say.
  package let reportingPages: Int
  package let redirects: Table<RedirectTag, Redirect>
  package let attachments: Table<AttachmentTag, Attachment>
  private let pages: Table<PageTag, Route>
  private let homes: Table<PlanTag, PageRef>
  private let plans: Table<PlanTag, (whole: Route, progress: Route)>
  private let indicators: Table<IndicatorTag, ResolvedIndicator>
  private let actions: Table<ActionTag, ResolvedAction>
  private let programmes: Table<ProgrammeTag, Route>
  private let departments: Table<DepartmentTag, Route>

  /// An address that redirects to a page, with the location of its alias.
  package struct Redirect: Sendable {
    package let route: Route
    package let page: PageRef
    let location: SourceLocation
  }

  package struct Attachment: Sendable {
    package let file: SourceFile
    package let route: Route
  }

  init(
    _ tree: SectionTree, _ plans: Plans, _ registers: ResolvedRegisters, redirects: [Redirect],
    attachments: [SourceFile], settings: SiteSettings, entries: RegisterEntries,
    hasAlignment: Bool, hasNews: Bool
  ) {
    dataFiles = DataFile.allCases.filter { $0 != .workbook || settings.hasWorkbook }
    self.redirects = Table(redirects)
    self.attachments = Table(
      attachments.map { file in
        let path = tree.folders.path(ofFolder: file.folder).appending(part: normalized(file.name))
        return Attachment(file: file, route: Route(file: path))
      })
    pages = tree.nodes.mapRows(\.route)
    homes = plans.homes
    self.plans = plans.homes.mapRows { home in
      let path = tree.nodes[home].route.bare
      return (Route(page: path.appending(part: "full")), Route(page: path.appending(part: "progress-summary")))
    }
    indicators = registers.indicators
    actions = registers.actions.actions
    programmes = registers.programmes.entries.mapRows(\.route)
    departments = registers.departments.entries.mapRows(\.route)
    // If two entries have the same id, which is reported elsewhere, the first gets the address.
    let withPage = registers.indicatorsWithPage.filter { ref in
      registers.indicators[ref].indicator.id.map { registers.indicatorNames[$0.text] == ref } ?? false
    }
    let drawn = settings.hasCharts ? withPage.filter { registers.indicators[$0].hasChart } : []
    let programmeRefs = programmes.indices.filter { ref in
      registers.programmes.names[registers.programmes.entries[ref].programme.id.value] == ref
    }

    lists = SiteRoutes.lists(registers, hasAlignment: hasAlignment, hasNews: hasNews)
    actionFiles = actions.isEmpty ? [] : ActionFile.allCases.filter { $0 != .workbook || settings.hasWorkbook }
    let feeds = FeedScope.all(registers)
    self.feeds = feeds
    let actionPages = SiteRoutes.actionPages(registers.actions, plans)
    self.actionPages = actionPages
    let longLists = SiteRoutes.longLists(registers, entries)
    self.longLists = longLists
    let reportingPages =
      indicators.contains { $0.indicator.reporting != nil } ? ReportingList.pages(indicators.count) : 0
    self.reportingPages = reportingPages
    var addresses: [SiteAddress] = []
    addresses.reserveCapacity(pages.count + 4 * withPage.count + 64)
    for kind in AddressKind.allCases {
      switch kind {
      case .list: addresses += lists.map { .page(.list($0)) }
      case .search: if settings.hasSearch { addresses.append(.page(.search)) }
      case .file: addresses += SiteFile.allCases.filter { $0 != .llms || settings.hasMarkdownCopies }.map { .file($0) }
      case .notFound: addresses.append(.page(.notFound))
      case .content: addresses += tree.nodes.indices.lazy.map { .page(.content($0, tree.nodes[$0].kind)) }
      case .wholePlan: addresses += plans.indices.map { .page(.wholePlan($0)) }
      case .progress: addresses += registers.measuredPlans.map { .page(.progress($0)) }
      case .indicatorList:
        for plan in plans.indices {
          // The list of a site that is a plan itself is that of all.
          addresses += SiteRoutes.pages(of: .plan(plan), from: plans.path(of: plan).isEmpty ? 2 : 1, longLists)
        }
        addresses += departments.indices.flatMap { SiteRoutes.pages(of: .department($0), from: 2, longLists) }
        addresses += programmeRefs.flatMap { SiteRoutes.pages(of: .programme($0), from: 2, longLists) }
        addresses += plans.indices.flatMap { SiteRoutes.pages(of: .charts($0), from: 2, longLists) }
      case .actionList:
        for plan in plans.indices {
          // The list of a site that is a plan itself is that of all.
          let first = plans.path(of: plan).isEmpty ? 2 : 1
          guard let count = actionPages[plan], count >= first else { continue }
          addresses += (first...count).map { .page(.actionList(plan, page: $0)) }
        }
      case .action: addresses += registers.actions.withPage.map { .page(.action($0)) }
      case .actionData: addresses += actionFiles.map { .data(.actions($0)) }
      case .department: addresses += departments.indices.map { .page(.department($0)) }
      case .programme: addresses += programmeRefs.map { .page(.programme($0)) }
      case .indicator: addresses += withPage.map { .page(.indicator($0)) }
      case .parts:
        for ref in withPage {
          let pages = registers.indicators[ref].partsLayout?.pages.indices ?? 0..<0
          addresses += pages.map { .page(.parts(ref, page: $0)) }
        }
      case .reporting: if reportingPages > 0 { addresses += (1...reportingPages).map { .page(.reporting(page: $0)) } }
      case .data: if !indicators.isEmpty { addresses += dataFiles.map { .data(.all($0)) } }
      case .indicatorData:
        for ref in withPage {
          let hasSource = registers.indicators[ref].dataFile != nil
          addresses += IndicatorFile.allCases.filter { hasSource || $0 != .source }.map { .data(.indicator(ref, $0)) }
        }
      case .feed: addresses += feeds.map { .feed($0) }
      case .chart: addresses += drawn.map { .chart($0) }
      case .embed: addresses += drawn.map { .page(.embed($0)) }
      case .redirect: addresses += self.redirects.indices.map { .page(.redirect($0)) }
      case .attachment: addresses += self.attachments.indices.map { .attachment($0) }
      }
    }
    self.addresses = addresses
  }

  /// Takes the addresses of attachments away, so that they are not published.
  mutating func leaveOut(_ attachments: Set<AttachmentRef>) {
    guard !attachments.isEmpty else { return }
    addresses.removeAll { address in
      if case .attachment(let ref) = address { attachments.contains(ref) } else { false }
    }
  }

  /// The list pages that have entries.
  private static func lists(_ registers: ResolvedRegisters, hasAlignment: Bool, hasNews: Bool) -> [ListPage] {
    ListPage.allCases.filter { list in
      switch list {
      case .indicators: !registers.indicators.isEmpty
      case .actions: !registers.actions.actions.isEmpty
      case .programmes: !registers.programmes.entries.isEmpty
      case .departments: !registers.departments.entries.isEmpty
      case .glossary: !registers.glossary.terms.isEmpty
      case .alignment: hasAlignment
      case .feed: hasNews
      }
    }
  }
}

// MARK: - Long lists

extension SiteRoutes {
  private static func longLists(_ registers: ResolvedRegisters, _ entries: RegisterEntries) -> [LongList: Int] {
    var pages: [LongList: Int] = [:]
    guard registers.indicators.count > LongList.chartsBesideAll else { return pages }
    var counts: [PlanRef: (rows: Int, charts: Int)] = [:]
    // Indexed, because iterating would copy each group.
    for index in registers.groups.indices {
      let refs = registers.groups[index].refs
      // Only an indicator that has an id has a chart.
      let charts = registers.groups[index].namesSomething ? refs.count { registers.indicators[$0].hasChart } : 0
      counts[registers.groups[index].plan, default: (0, 0)].rows += refs.count
      counts[registers.groups[index].plan, default: (0, 0)].charts += charts
    }
    for (plan, count) in counts {
      let chartPages = LongList.pages(ofCharts: count.charts)
      if chartPages > 1 { pages[.charts(plan)] = chartPages }
    }
    guard registers.indicators.count > LongList.rowsPerPage else { return pages }
    for (plan, count) in counts { pages[.plan(plan)] = LongList.pages(count.rows) }
    for ref in entries.departments.indices {
      let count = LongList.pages(entries.departments[ref].indicators.count)
      if count > 1 { pages[.department(ref)] = count }
    }
    for ref in entries.programmes.indices {
      let count = LongList.pages(entries.programmes[ref].indicators.count)
      if count > 1 { pages[.programme(ref)] = count }
    }
    return pages
  }

  private static func actionPages(_ register: ActionRegister, _ plans: Plans) -> [PlanRef: Int] {
    guard register.actions.count > ActionList.rowsPerPage else { return [:] }
    var pages: [PlanRef: Int] = [:]
    for plan in plans.indices {
      let count = register.index.of(plan).count
      if count > 0 { pages[plan] = ActionList.pages(count) }
    }
    return pages
  }

  private static func pages(of list: LongList, from first: Int, _ longLists: [LongList: Int]) -> [SiteAddress] {
    guard let count = longLists[list], count >= first else { return [] }
    return (first...count).map { .page(.indicatorList(list, page: $0)) }
  }
}

// MARK: - Routes

extension SiteRoutes {
  private static let search = Route(page: "search")

  package func route(of address: SiteAddress) -> Route {
    switch address {
    case .page(let page): route(of: page)
    case .file(let file): file.route
    case .data(let data): route(of: data)
    case .feed(let scope): route(of: scope)
    case .attachment(let ref): attachments[ref].route
    case .chart(let ref): Self.chart(beside: routeOfPage(ref))
    }
  }

  /// `/indicators/<id>.svg`.
  package static func chart(beside page: Route) -> Route { Route(file: "\(page.bare).svg") }

  /// `/indicators/<id>/embed/`.
  package static func embed(below page: Route) -> Route { Route(page: page.bare.appending(part: "embed")) }

  package func route(of page: PageAddress) -> Route {
    switch page {
    case .content(let ref, _): pages[ref]
    case .wholePlan(let plan): plans[plan].whole
    case .progress(let plan): plans[plan].progress
    case .list(let list): list.route
    case .indicatorList(let list, let page):
      switch list {
      case .plan(let plan): Route(page: part(pages[homes[plan]].bare.appending(part: "indicators"), page))
      case .department(let ref): Route(page: part(departments[ref].bare, page))
      case .programme(let ref): Route(page: part(programmes[ref].bare, page))
      case .charts(let plan): Route(page: part(plans[plan].progress.bare, page))
      }
    case .actionList(let plan, let page):
      Route(page: part(pages[homes[plan]].bare.appending(part: "actions"), page))
    case .indicator(let ref): routeOfPage(ref)
    case .parts(let ref, let page):
      Route(page: routeOfPage(ref).bare.appending(part: indicators[ref].partsLayout?.pages[page].path ?? ""))
    case .reporting(let page): Route(page: part("indicators/reporting", page))
    case .embed(let ref): Self.embed(below: routeOfPage(ref))
    case .action(let ref): actions[ref].route
    case .programme(let ref): programmes[ref]
    case .department(let ref): departments[ref]
    case .search: SiteRoutes.search
    case .redirect(let ref): redirects[ref].route
    case .notFound: Route(file: "404.html")
    }
  }

  package func route(of data: DataAddress) -> Route {
    switch data {
    case .all(let file): file.route
    case .indicator(let ref, let file): file.route(beside: routeOfPage(ref))
    case .actions(let file): file.route
    }
  }

  /// `feed.xml` beside the page.
  package func route(of scope: FeedScope) -> Route {
    let path =
      switch scope {
      case .plan(let ref): pages[homes[ref]].bare
      case .department(let ref): departments[ref].bare
      case .indicator(let ref): routeOfPage(ref).bare
      }
    // The feed of a site that is a plan itself is that of the plan.
    return Route(file: path.isEmpty ? "plan-feed.xml" : path.appending(part: "feed.xml"))
  }

  private func part(_ path: String, _ page: Int) -> String { page == 1 ? path : path.appending(part: String(page)) }

  private func routeOfPage(_ indicator: IndicatorRef) -> Route {
    guard let route = indicators[indicator].route else {
      preconditionFailure("only an indicator with an id has a page and data files")
    }
    return route
  }

  /// The routes that a link beginning with `/` may use, other than pages and files of `Content/`.
  var linkedByRoute: Set<Route> { Set(addresses.lazy.filter(\.isLinkedByRoute).map(route(of:))) }
}
