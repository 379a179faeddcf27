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
  /// The number of pages of each list that has several pages or is a part of a longer list, and of the reporting list.
  package let longLists: [LongList: Int]
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
    lists = SiteRoutes.lists(registers, hasAlignment: hasAlignment, hasNews: hasNews)
    actionFiles = actions.isEmpty ? [] : ActionFile.allCases.filter { $0 != .workbook || settings.hasWorkbook }
    feeds = FeedScope.all(registers)
    longLists = SiteRoutes.longLists(registers, entries, plans)
    addresses = []
    let named = NamedEntries(registers, settings)
    addresses.reserveCapacity(pages.count + 4 * named.indicators.count + 64)
    for kind in AddressKind.allCases { addresses += addresses(of: kind, tree, plans, registers, settings, named) }
  }

  /// The entries whose id is an address. If two entries have the same id, which is reported elsewhere, the first gets it.
  private struct NamedEntries {
    let indicators: [IndicatorRef]
    /// The indicators whose chart is published as a file and as a page to embed.
    let drawn: [IndicatorRef]
    let programmes: [ProgrammeRef]

    init(_ registers: ResolvedRegisters, _ settings: SiteSettings) {
      indicators = registers.indicatorsWithPage.filter { ref in
        registers.indicators[ref].indicator.id.map { registers.indicatorNames[$0.text] == ref } ?? false
      }
      drawn = settings.hasCharts ? indicators.filter { registers.indicators[$0].hasChart } : []
      programmes = registers.programmes.entries.indices.filter { ref in
        registers.programmes.names[registers.programmes.entries[ref].programme.id.value] == ref
      }
    }
  }

  private func addresses(
    of kind: AddressKind, _ tree: SectionTree, _ plans: Plans, _ registers: ResolvedRegisters, _ settings: SiteSettings,
    _ named: NamedEntries
  ) -> [SiteAddress] {
    switch kind {
    case .list: lists.map { .page(.list($0)) }
    case .search: settings.hasSearch ? [.page(.search)] : []
    case .file: SiteFile.allCases.filter { $0 != .llms || settings.hasMarkdownCopies }.map { .file($0) }
    case .notFound: [.page(.notFound)]
    case .content: tree.nodes.indices.map { .page(.content($0, tree.nodes[$0].kind)) }
    case .wholePlan: plans.indices.map { .page(.wholePlan($0)) }
    case .progress: registers.measuredPlans.map { .page(.progress($0)) }
    case .indicatorList:
      plans.indices.flatMap { pages(of: .indicators($0), from: firstPage(ofListOf: $0, plans)) }
        + departments.indices.flatMap { pages(of: .department($0), from: 2) }
        + named.programmes.flatMap { pages(of: .programme($0), from: 2) }
        + plans.indices.flatMap { pages(of: .charts($0), from: 2) }
    case .actionList: plans.indices.flatMap { pages(of: .actions($0), from: firstPage(ofListOf: $0, plans)) }
    case .action: registers.actions.withPage.map { .page(.action($0)) }
    case .actionData: actionFiles.map { .data(.actions($0)) }
    case .department: departments.indices.map { .page(.department($0)) }
    case .programme: named.programmes.map { .page(.programme($0)) }
    case .indicator: named.indicators.map { .page(.indicator($0)) }
    case .parts:
      named.indicators.flatMap { ref -> [SiteAddress] in
        (registers.indicators[ref].partsLayout?.pages.indices ?? 0..<0).map { .page(.parts(ref, page: $0)) }
      }
    case .reporting: pages(of: .reporting, from: 1)
    case .data: indicators.isEmpty ? [] : dataFiles.map { .data(.all($0)) }
    case .indicatorData:
      named.indicators.flatMap { ref -> [SiteAddress] in
        let hasSource = registers.indicators[ref].dataFile != nil
        return IndicatorFile.allCases.filter { hasSource || $0 != .source }.map { .data(.indicator(ref, $0)) }
      }
    case .feed: feeds.map { .feed($0) }
    case .chart: named.drawn.map { .chart($0) }
    case .embed: named.drawn.map { .page(.embed($0)) }
    case .redirect: redirects.indices.map { .page(.redirect($0)) }
    case .attachment: attachments.indices.map { .attachment($0) }
    }
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
  private static func longLists(
    _ registers: ResolvedRegisters, _ entries: RegisterEntries, _ plans: Plans
  ) -> [LongList: Int] {
    var pages: [LongList: Int] = [:]
    /// `isPart`: the list is a part of the list of all, which is too long, so that it exists even if it has one page.
    func add(_ list: LongList, rows: Int, isPart: Bool = false) {
      let count = list.pagination(of: rows).pageCount
      if count > 1 || isPart { pages[list] = count }
    }
    let indicators = registers.indicators
    if indicators.contains(where: { $0.indicator.reporting != nil }) {
      add(.reporting, rows: indicators.count, isPart: true)
    }
    if registers.actions.actions.count > PageWeight.actionRows {
      for plan in plans.indices {
        let count = registers.actions.index.of(plan).count
        if count > 0 { add(.actions(plan), rows: count, isPart: true) }
      }
    }
    guard indicators.count > PageWeight.chartsOnOnlyPage else { return pages }
    var counts: [PlanRef: (rows: Int, charts: Int)] = [:]
    // Indexed, because iterating would copy each group.
    for index in registers.groups.indices {
      let refs = registers.groups[index].refs
      // Only an indicator that has an id has a chart.
      let charts = registers.groups[index].namesSomething ? refs.count { indicators[$0].hasChart } : 0
      counts[registers.groups[index].plan, default: (0, 0)].rows += refs.count
      counts[registers.groups[index].plan, default: (0, 0)].charts += charts
    }
    for (plan, count) in counts { add(.charts(plan), rows: count.charts) }
    guard indicators.count > PageWeight.indicatorRows else { return pages }
    for (plan, count) in counts { add(.indicators(plan), rows: count.rows, isPart: true) }
    for ref in entries.departments.indices { add(.department(ref), rows: entries.departments[ref].indicators.count) }
    for ref in entries.programmes.indices { add(.programme(ref), rows: entries.programmes[ref].indicators.count) }
    return pages
  }

  /// The first page of a plan's list that has an address of its own: the list of a site that is a plan itself begins with the
  /// list of all.
  private func firstPage(ofListOf plan: PlanRef, _ plans: Plans) -> Int { plans.path(of: plan).isEmpty ? 2 : 1 }

  private func pages(of list: LongList, from first: Int) -> [SiteAddress] {
    guard let count = longLists[list], count >= first else { return [] }
    return (first...count).map { .page(.longList(list, page: $0)) }
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
    case .longList(let list, let page):
      Route(page: page == 1 ? path(of: list) : path(of: list).appending(part: String(page)))
    case .indicator(let ref): routeOfPage(ref)
    case .parts(let ref, let page):
      Route(page: routeOfPage(ref).bare.appending(part: indicators[ref].partsLayout?.pages[page].path ?? ""))
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

  /// The path of the first page of a list.
  private func path(of list: LongList) -> String {
    switch list {
    case .indicators(let plan): pages[homes[plan]].bare.appending(part: "indicators")
    case .actions(let plan): pages[homes[plan]].bare.appending(part: "actions")
    case .charts(let plan): plans[plan].progress.bare
    case .department(let ref): departments[ref].bare
    case .programme(let ref): programmes[ref].bare
    case .reporting: "indicators/reporting"
    }
  }

  private func routeOfPage(_ indicator: IndicatorRef) -> Route {
    guard let route = indicators[indicator].route else {
      preconditionFailure("only an indicator with an id has a page and data files")
    }
    return route
  }

  /// The routes that a link beginning with `/` may use, other than pages and files of `Content/`.
  var linkedByRoute: Set<Route> { Set(addresses.lazy.filter(\.isLinkedByRoute).map(route(of:))) }
}
