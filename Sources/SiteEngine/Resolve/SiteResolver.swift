import DataFormats
import Diagnostics
import Indicators
import Markdown
import Markup

/// Puts the parsed files together: what stands where, what it is called, what it leads to, how far it has come.
struct SiteResolver {
  private let parsed: ParsedSite
  private let pages: [ParsedPage]
  /// Parallel to `pages`.
  private let facts: [PageFacts]
  private let drafts: Set<String>
  private let jobs: Int

  init(_ parsed: ParsedSite, includesDrafts: Bool, jobs: Int) {
    self.parsed = parsed
    self.jobs = jobs
    if includesDrafts || !parsed.facts.contains(where: \.isDraft) {
      (pages, facts, drafts) = (parsed.pages, parsed.facts, [])
    } else {
      (pages, drafts) = SiteResolver.withoutDrafts(parsed.pages)
      facts = pages.map(PageFacts.init)
    }
  }

  func resolve() async throws -> Checked<ResolvedSite> {
    let pages = pages
    // It asks nothing of the tree, and is made while that is.
    async let places = LinkResolver.places(of: pages)
    let tree = SectionTree(pages, facts)
    var diagnostics = tree.diagnostics + missingTitles() + missingFrontPage(tree)

    let plans = PlanIndex(tree, pages)
    let registers = await RegisterResolver(parsed, pages: pages, facts: facts, tree: tree, plans: plans, jobs: jobs)
      .resolve()
    diagnostics += registers.diagnostics
    let attachments = attachmentRoutes(tree)
    let redirects = redirects(tree)
    async let clashes = claims(tree, plans, registers, attachments, redirects.list)

    let links = linkResolver(tree, plans, registers, attachments, await places)
    let linked = try await linkedPages(tree, plans, registers, links)
    diagnostics += await clashes + redirects.diagnostics
    for page in linked where !page.found.isEmpty { diagnostics += page.found }
    let logo = logo(attachments)
    diagnostics += logo.diagnostics
    guard !diagnostics.hasErrors else { return Checked(failed: diagnostics) }
    let resolved = linked.map(\.page)
    let mentions = mentions(of: registers.indicators.count, in: resolved)
    async let warnings = StatusAuditor(
      indicators: registers.indicators, groups: registers.groups, pages: pages,
      sectionCounts: tree.readingOrders.map { $0.count - 1 }, mentions: mentions
    ).diagnostics()
    let indicators = registers.indicators
    let statuses = try await concurrentMap(indicators.pieces, jobs: jobs) { indicators[$0].map(\.assessment.status) }
    let site = ResolvedSite(
      settings: parsed.settings, links: LinkStyle(base: parsed.settings.baseURL), pages: resolved,
      parsed: pages,
      plans: plans.plans(tree, pages, registers, settings: parsed.settings), freePages: tree.freePages,
      front: tree.nodes.firstIndex { $0.kind == .front }, registers: registers, statuses: statuses.flatMap(\.self),
      mentions: mentions,
      attachments: attachments.sorted { $0.key.path < $1.key.path }.map { ($0.key, $0.value) },
      redirects: redirects.list.map(\.redirect), logo: logo.value)
    return Checked(site, await diagnostics + warnings)
  }
}

// MARK: - Drafts

extension SiteResolver {
  /// A draft is left out with everything in its folder, if it is the page of one.
  static func withoutDrafts(_ pages: [ParsedPage]) -> (published: [ParsedPage], drafts: Set<String>) {
    let folders = pages.filter { $0.fields.isDraft && $0.isIndex && !$0.file.folder.isEmpty }.map {
      $0.file.folder + "/"
    }
    var drafts: Set<String> = []
    let published = pages.filter { page in
      let isDraft = page.fields.isDraft || folders.contains { page.file.path.hasPrefix($0) }
      if isDraft { drafts.insert(page.file.path) }
      return !isDraft
    }
    return (published, drafts)
  }
}

// MARK: - What every site must have

extension SiteResolver {
  private func missingTitles() -> [Diagnostic] {
    facts.indices.filter { facts[$0].lacksTitle }.map { place in
      let page = pages[place]
      let heading = page.document.headings.first { $0.level == 1 }
      return Diagnostic(
        .error, .missingTitle, "the page has no title",
        hint: heading.map { "move the heading '\($0.text)' into the front matter: title: \($0.text)" }
          ?? "begin the file with a line '---', a line 'title: …' and a line '---'", at: page.start)
    }
  }

  private func missingFrontPage(_ tree: SectionTree) -> [Diagnostic] {
    guard !tree.nodes.contains(where: { $0.route == .root }) else { return [] }
    return [
      Diagnostic(
        .error, .noFrontPage, "the site has no front page",
        hint: "write \(SourceTree.contentFolder)/index.md with at least a title",
        at: SourceLocation(file: "\(SourceTree.contentFolder)/index.md"))
    ]
  }

  private func logo(_ attachments: [SourceFile: Route]) -> (value: Route?, diagnostics: [Diagnostic]) {
    guard let logo = parsed.settings.theme.logo else { return (nil, []) }
    if let route = attachments.first(where: { $0.key.path == logo.value })?.value { return (route, []) }
    let hint = didYouMean(logo.value, among: attachments.keys.map(\.path).sorted())
    return (
      nil,
      [
        Diagnostic(
          .error, .missingFile, "there is no file '\(logo.value)' beside site.yaml", hint: hint,
          at: parsed.settings.source.location(of: logo.range))
      ]
    )
  }
}

// MARK: - Addresses

extension SiteResolver {
  /// A redirect with the place that asks for it.
  private struct Alias {
    let redirect: ResolvedSite.Redirect
    let location: SourceLocation
  }

  private func attachmentRoutes(_ tree: SectionTree) -> [SourceFile: Route] {
    Dictionary(
      parsed.attachments.map { file in
        (file, Route(file: tree.folders.path(ofFolder: file.folder).appending(part: file.name)))
      }, uniquingKeysWith: { first, _ in first })
  }

  private func redirects(_ tree: SectionTree) -> (list: [Alias], diagnostics: [Diagnostic]) {
    var list: [Alias] = []
    var diagnostics: [Diagnostic] = []
    for place in facts.indices where facts[place].hasAliases {
      let page = pages[place]
      var seen: Set<Route> = []
      for alias in page.fields.aliases {
        let location = page.source.location(of: alias.range)
        let parts = alias.value.split(separator: "/")
        guard !parts.isEmpty, !parts.contains(".."), !parts.contains("."),
          !alias.value.contains(where: { "?#\\\n".contains($0) })
        else {
          diagnostics.append(
            Diagnostic(
              .error, .invalidSlug, "'\(alias.value)' cannot be an alias",
              hint: "write the old path, as in /plan/old-name/",
              at: location))
          continue
        }
        let path = parts.joined(separator: "/")
        let route = path.pathExtension == "html" ? Route(file: path) : Route(page: path)
        let isOwn = route.outputPath == tree.nodes[place].route.outputPath
        if isOwn || !seen.insert(route).inserted {
          diagnostics.append(
            Diagnostic(
              .warning, .outdatedAlias,
              isOwn
                ? "the alias '\(alias.value)' is the page's own address" : "the alias '\(alias.value)' is there twice",
              hint: "take it away", at: location))
          continue
        }
        list.append(Alias(redirect: .init(from: route, page: place), location: location))
      }
    }
    return (list, diagnostics)
  }

  /// Who may stand at an address. What he is called is worked out where two meet.
  private enum RouteOwner {
    case standing(StandingPage)
    case ownFile(Route)
    case page(Int)
    case wholePlan(Int)
    case progress(Int)
    /// By its place among the registers' claims.
    case entry(Int)
    /// Of one indicator, or of all.
    case data(Route, Int?)
    case alias(Int)
    case attachment(SourceFile)
  }

  /// Two owners of one address. Standing pages claim theirs first, so that a finding points at the author's file.
  private func claims(
    _ tree: SectionTree, _ plans: PlanIndex, _ registers: ResolvedRegisters, _ attachments: [SourceFile: Route],
    _ aliases: [Alias]
  ) -> [Diagnostic] {
    var table = RouteTable<RouteOwner>(
      capacity: pages.count + 2 * plans.places.count + registers.claims.count + aliases.count)
    for standing in StandingPage.allCases where registers.has(standing) {
      table.claim(standing.route, by: .standing(standing))
    }
    for file in [Feed.route, Sitemap.route, Sitemap.robotsRoute, Route(file: "404.html")] {
      table.claim(file, by: .ownFile(file))
    }
    for place in pages.indices { table.claim(tree.nodes[place].route, by: .page(place)) }
    for plan in plans.places { table.claim(plans.fullRoute(of: plan, tree), by: .wholePlan(plan)) }
    for plan in registers.measuredPlans.map({ plans.places[$0] }) {
      table.claim(plans.progressRoute(of: plan, tree), by: .progress(plan))
    }
    for (place, claim) in registers.claims.enumerated() { table.claim(claim.route, by: .entry(place)) }
    for (route, indicator) in SiteRenderer.dataRoutes(registers.indicators, of: registers.withPage) {
      table.claim(route, by: .data(route, indicator))
    }
    for (place, alias) in aliases.enumerated() { table.claim(alias.redirect.from, by: .alias(place)) }
    for folder in [SiteResolver.assets, SiteResolver.data] where !table.isClaimed(folder) {
      // A page may stand in such a folder, but no file in its place.
      if attachments.values.contains(where: { $0.pageInItsPlace == folder }) {
        table.claim(folder, by: .ownFile(folder))
      }
    }
    for (file, route) in attachments.sorted(by: { $0.key.path < $1.key.path }) {
      table.claim(route, by: .attachment(file))
      if let page = route.pageInItsPlace, table.isClaimed(page) { table.claim(page, by: .attachment(file)) }
    }
    let tooLong = table.tooLong.map { owner, length in
      let owner = described(owner, registers, aliases)
      return Diagnostic(
        .error, .invalidSlug,
        "a part of the address of \(owner.name) has \(length) bytes, and the name of a file may have \(RouteTable<RouteOwner>.longestPart)",
        hint: "give it a shorter name, 'slug', alias or id; a Chinese character has three bytes", at: owner.location)
    }
    return tooLong
      + table.clashes.map { clash in
        let first = described(clash.first, registers, aliases)
        let second = described(clash.second, registers, aliases)
        return Diagnostic(
          .error, .duplicateURL, "\(second.name) and \(first.name) both stand at '\(clash.route.path)'",
          hint: "give one of them another name or another 'slug'", at: second.location,
          related: [Diagnostic.Related("the other one", at: first.location)])
      }
  }

  /// The folders of planpress's own files.
  private static let assets = Route(page: "assets")
  private static let data = Route(page: "data")

  /// As a message names it: `the page 'Platforms'`.
  private func described(
    _ owner: RouteOwner, _ registers: ResolvedRegisters, _ aliases: [Alias]
  ) -> (name: String, location: SourceLocation) {
    let settings = SourceLocation(file: "\(SourceTree.contentFolder)/site.yaml")
    return switch owner {
    case .standing(let standing): ("the page of all \(standing.word)", settings)
    case .ownFile(let route): ("planpress's own \(route.path)", settings)
    case .page(let place): ("the page '\(pages[place].title)'", pages[place].start)
    case .wholePlan(let plan): ("the whole plan '\(pages[plan].title)' on one page", pages[plan].start)
    case .progress(let plan): ("the progress of the plan '\(pages[plan].title)'", pages[plan].start)
    case .entry(let place): (registers.claims[place].description, registers.claims[place].location())
    case .data(let route, nil): ("the data file '\(route.path)'", settings)
    case .data(_, let place?): ("the data of '\(registers.indicators[place].indicator.name)'", settings)
    case .alias(let place): ("an alias of '\(pages[aliases[place].redirect.page].title)'", aliases[place].location)
    case .attachment(let file): ("the file '\(file.path)'", SourceLocation(file: file.contentPath))
    }
  }
}

// MARK: - Links and directives

extension SiteResolver {
  /// What the links and directives of one page lead to.
  struct PageReferences: Sendable {
    let links: [ResolvedLink]
    let directives: [ResolvedDirective]
    let diagnostics: [Diagnostic]
  }

  private func linkResolver(
    _ tree: SectionTree, _ plans: PlanIndex, _ registers: ResolvedRegisters, _ attachments: [SourceFile: Route],
    _ places: [String: Int]
  ) -> LinkResolver {
    var standing = Set(StandingPage.allCases.filter(registers.has).map(\.route))
    standing.formUnion(registers.claims.map(\.route))
    standing.formUnion(plans.places.map { plans.fullRoute(of: $0, tree) })
    standing.formUnion(registers.measuredPlans.map { plans.progressRoute(of: plans.places[$0], tree) })
    standing.formUnion([Feed.route, Sitemap.route])
    standing.formUnion(SiteRenderer.dataRoutes(registers.indicators, of: registers.withPage).map(\.route))
    return LinkResolver(
      pages: pages, places: places, indexes: tree.indexes, drafts: drafts,
      attachments: Dictionary(attachments.map { ($0.key.path, $0.value) }, uniquingKeysWith: { first, _ in first }),
      otherRoutes: standing)
  }

  /// Every page in its place, with what is wrong with its links and directives.
  private func linkedPages(
    _ tree: SectionTree, _ plans: PlanIndex, _ registers: ResolvedRegisters, _ links: LinkResolver
  ) async throws -> [(page: ResolvedPage, found: [Diagnostic])] {
    let directives = DirectiveResolver(names: registers.names, indicators: registers.indicators)
    var neighbours: [(previous: Int?, next: Int?)] = Array(repeating: (nil, nil), count: pages.count)
    for order in tree.readingOrders {
      for (earlier, later) in zip(order, order.dropFirst()) {
        neighbours[earlier].next = later
        neighbours[later].previous = earlier
      }
    }
    let (pages, settings, around) = (pages, parsed.settings, neighbours)
    let style = LinkStyle(base: settings.baseURL)
    return try await concurrentMap(Array(pages.indices), jobs: jobs, longestRun: 32) { place in
      let node = tree.nodes[place]
      let plan = node.plan.flatMap { plans.number(of: $0) }
      let links = links.resolve(place)
      let directives = directives.resolve(pages[place].document.directives, page: place, plan: plan)
      let page = ResolvedPage(
        pages[place], at: node, stem: style.stem(of: node.route),
        language: plans.language(of: place, tree, pages) ?? settings.language, plan: plan, neighbours: around[place],
        department: registers.pageDepartments[place], ownIndicators: Array(registers.rows[place]), links: links.links,
        directives: directives.directives)
      return (page, links.found + directives.found)
    }
  }
}

// MARK: - Pages

extension SiteResolver {
  /// For each indicator the pages that show or name it.
  private func mentions(of count: Int, in pages: [ResolvedPage]) -> [[Int]] {
    var mentions: [[Int]] = Array(repeating: [], count: count)
    func note(_ indicator: Int, on page: Int) {
      if mentions[indicator].last != page { mentions[indicator].append(page) }
    }
    for page in pages.indices {
      for directive in pages[page].directives {
        switch directive {
        case .indicators(let places, _, _, _), .charts(let places, _, _): for place in places { note(place, on: page) }
        case .target(let place), .value(let place), .status(let place), .indicator(let place): note(place, on: page)
        case .box, .section, .term, .invalid: break
        }
      }
    }
    return mentions
  }
}
