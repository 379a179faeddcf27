import DataFormats
import Diagnostics
import Indicators
import Markdown
import Markup

/// Puts the parsed files together: what stands where, what it is called, what it leads to, how far it has come.
struct SiteResolver {
  private let parsed: ParsedSite
  private let pages: [ParsedPage]
  private let drafts: Set<String>
  private let jobs: Int

  init(_ parsed: ParsedSite, includesDrafts: Bool, jobs: Int) {
    self.parsed = parsed
    self.jobs = jobs
    (pages, drafts) = includesDrafts ? (parsed.pages, []) : SiteResolver.withoutDrafts(parsed.pages)
  }

  func resolve() async throws -> Checked<ResolvedSite> {
    let tree = SectionTree(pages)
    var diagnostics = tree.diagnostics + missingTitles() + missingFrontPage(tree)

    let plans = PlanIndex(tree, pages)
    let registers = try await RegisterResolver(parsed, pages: pages, tree: tree, plans: plans, jobs: jobs).resolve()
    diagnostics += registers.diagnostics
    let attachments = attachmentRoutes(pages: pages, tree: tree)
    let redirects = redirects(tree)
    diagnostics += claims(tree, plans, registers, attachments, redirects.list) + redirects.diagnostics

    let references = try await references(tree, plans, registers, attachments)
    diagnostics += references.flatMap(\.diagnostics)
    let logo = logo(attachments)
    diagnostics += logo.diagnostics
    guard !diagnostics.hasErrors else { return Checked(failed: diagnostics) }
    let mentions = mentions(of: registers.indicators.count, in: references)
    diagnostics += try await auditor(tree, plans, registers, mentions).diagnostics(jobs: jobs)

    let resolved = try await resolvedPages(tree, plans, registers, references)
    let site = ResolvedSite(
      settings: parsed.settings, links: LinkStyle(base: parsed.settings.baseURL), pages: resolved,
      bodies: pages.map(\.document.body),
      plans: plans.plans(tree, pages, registers, settings: parsed.settings), freePages: tree.freePages,
      front: tree.nodes.firstIndex { $0.kind == .front }, indicators: registers.indicators, mentions: mentions,
      programmes: registers.programmes, departments: registers.departments, terms: registers.terms,
      attachments: attachments.sorted { $0.key.path < $1.key.path }.map { ($0.key, $0.value) },
      redirects: redirects.list.map(\.redirect), logo: logo.value)
    return Checked(site, diagnostics)
  }
}

// MARK: - Drafts

extension SiteResolver {
  /// A draft is left out with everything in its folder, if it is the page of one.
  static func withoutDrafts(_ pages: [ParsedPage]) -> (published: [ParsedPage], drafts: Set<String>) {
    let folders = pages.filter { $0.fields.isDraft && $0.isIndex && !$0.file.folder.isEmpty }.map { $0.file.folder + "/" }
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
    pages.compactMap { page in
      guard !page.hasBrokenFields else { return nil }
      guard page.fields.title?.value.isEmpty != false, page.document.leadingTitle == nil else { return nil }
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

  private func attachmentRoutes(pages: [ParsedPage], tree: SectionTree) -> [SourceFile: Route] {
    let folders = FolderNames(pages: pages, indexes: tree.indexes)
    return Dictionary(
      parsed.attachments.map { file in
        (file, Route(file: folders.path(ofFolder: file.folder).appending(part: file.name)))
      }, uniquingKeysWith: { first, _ in first })
  }

  private func redirects(_ tree: SectionTree) -> (list: [Alias], diagnostics: [Diagnostic]) {
    var list: [Alias] = []
    var diagnostics: [Diagnostic] = []
    for (place, page) in pages.enumerated() {
      var seen: Set<Route> = []
      for alias in page.fields.aliases {
        let location = page.source.location(of: alias.range)
        let parts = alias.value.split(separator: "/")
        guard !parts.isEmpty, !parts.contains(".."), !parts.contains("."),
          !alias.value.contains(where: { "?#\\\n".contains($0) })
        else {
          diagnostics.append(
            Diagnostic(
              .error, .invalidSlug, "'\(alias.value)' cannot be an alias", hint: "write the old path, as in /plan/old-name/",
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
              isOwn ? "the alias '\(alias.value)' is the page's own address" : "the alias '\(alias.value)' is there twice",
              hint: "take it away", at: location))
          continue
        }
        list.append(Alias(redirect: .init(from: route, page: place), location: location))
      }
    }
    return (list, diagnostics)
  }

  /// Every address with its owner. Standing pages are claimed last, so that a finding points at the author's file.
  private func claims(
    _ tree: SectionTree, _ plans: PlanIndex, _ registers: ResolvedRegisters, _ attachments: [SourceFile: Route],
    _ aliases: [Alias]
  ) -> [Diagnostic] {
    var table = RouteTable()
    let makes = SourceLocation(file: "\(SourceTree.contentFolder)/site.yaml")
    for standing in StandingPage.allCases where registers.has(standing) {
      table.claim(standing.route, by: "the page of all \(standing.word)", at: makes)
    }
    for file in [Feed.route, Sitemap.route, Sitemap.robotsRoute, Route(file: "404.html")] {
      table.claim(file, by: "planpress's own \(file.path)", at: makes)
    }
    for (page, node) in zip(pages, tree.nodes) {
      table.claim(node.route, by: "the page '\(page.title)'", at: page.start)
    }
    for plan in plans.places {
      let route = plans.fullRoute(of: plan, tree)
      table.claim(route, by: "the whole plan '\(pages[plan].title)' on one page", at: pages[plan].start)
    }
    for plan in Set(registers.indicators.map(\.plan)).sorted() {
      let place = plans.places[plan]
      table.claim(
        plans.progressRoute(of: place, tree), by: "the progress of the plan '\(pages[place].title)'", at: pages[place].start)
    }
    for claim in registers.claims { table.claim(claim.route, by: claim.description, at: claim.location()) }
    for (route, description) in SiteRenderer.dataRoutes(registers.indicators) {
      table.claim(route, by: description, at: makes)
    }
    for alias in aliases {
      table.claim(alias.redirect.from, by: "an alias of '\(pages[alias.redirect.page].title)'", at: alias.location)
    }
    for (file, route) in attachments.sorted(by: { $0.key.path < $1.key.path }) {
      table.claim(route, by: "the file '\(file.path)'", at: SourceLocation(file: file.contentPath))
    }
    return table.diagnostics
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

  private func references(
    _ tree: SectionTree, _ plans: PlanIndex, _ registers: ResolvedRegisters, _ attachments: [SourceFile: Route]
  ) async throws -> [PageReferences] {
    var standing = Set(StandingPage.allCases.filter(registers.has).map(\.route))
    standing.formUnion(registers.claims.map(\.route))
    standing.formUnion(plans.places.map { plans.fullRoute(of: $0, tree) })
    standing.formUnion(Set(registers.indicators.map(\.plan)).map { plans.progressRoute(of: plans.places[$0], tree) })
    standing.formUnion([Feed.route, Sitemap.route])
    standing.formUnion(SiteRenderer.dataRoutes(registers.indicators).map(\.route))
    let paths = pages.map(\.file.path)
    let links = LinkResolver(
      // Two paths that Unicode holds equal, é and e with an accent, are one key; their common URL is a finding.
      pages: Dictionary(zip(paths, paths.indices), uniquingKeysWith: { first, _ in first }), indexes: tree.indexes,
      routes: tree.nodes.map(\.route), headings: pages.map(\.document.headings), drafts: drafts,
      attachments: Dictionary(attachments.map { ($0.key.path, $0.value) }, uniquingKeysWith: { first, _ in first }),
      otherRoutes: standing)
    let directives = DirectiveResolver(names: registers.names, indicators: registers.indicators)
    let pages = pages
    let planOf = tree.nodes.map { $0.plan.flatMap { plans.number(of: $0) } }
    return try await concurrentMap(Array(pages.indices), jobs: jobs) { place in
      let page = pages[place]
      let resolvedLinks = links.resolve(page.document, of: place, in: page.file)
      let resolvedDirectives = directives.resolve(page.document.directives, page: place, plan: planOf[place])
      return PageReferences(
        links: resolvedLinks.links, directives: resolvedDirectives.directives,
        diagnostics: resolvedLinks.found + resolvedDirectives.found)
    }
  }
}

// MARK: - Pages

extension SiteResolver {
  /// For each indicator the pages that show or name it.
  private func mentions(of count: Int, in references: [PageReferences]) -> [[Int]] {
    var mentions: [[Int]] = Array(repeating: [], count: count)
    func note(_ indicator: Int, on page: Int) {
      if mentions[indicator].last != page { mentions[indicator].append(page) }
    }
    for (page, references) in references.enumerated() {
      for directive in references.directives {
        switch directive {
        case .indicators(let places, _, _, _), .charts(let places, _, _): for place in places { note(place, on: page) }
        case .target(let place), .value(let place), .status(let place), .indicator(let place): note(place, on: page)
        case .box, .section, .term, .invalid: break
        }
      }
    }
    return mentions
  }

  private func auditor(
    _ tree: SectionTree, _ plans: PlanIndex, _ registers: ResolvedRegisters, _ mentions: [[Int]]
  ) -> StatusAuditor {
    StatusAuditor(
      indicators: registers.indicators, declared: registers.declared, pages: pages,
      sectionCounts: plans.places.map { tree.readingOrder(of: $0).count - 1 }, mentioned: Set(mentions.indices.filter { !mentions[$0].isEmpty }))
  }

  private func resolvedPages(
    _ tree: SectionTree, _ plans: PlanIndex, _ registers: ResolvedRegisters, _ references: [PageReferences]
  ) async throws -> [ResolvedPage] {
    var neighbours: [(previous: Int?, next: Int?)] = Array(repeating: (nil, nil), count: pages.count)
    for plan in plans.places {
      let order = tree.readingOrder(of: plan)
      for (earlier, later) in zip(order, order.dropFirst()) {
        neighbours[earlier].next = later
        neighbours[later].previous = earlier
      }
    }
    let (pages, settings, around) = (pages, parsed.settings, neighbours)
    return try await concurrentMap(Array(pages.indices), jobs: jobs, longestRun: 32) { place in
      let node = tree.nodes[place]
      return ResolvedPage(
        pages[place], at: node, language: plans.language(of: place, tree, pages) ?? settings.language,
        plan: node.plan.flatMap { plans.number(of: $0) }, neighbours: around[place],
        department: registers.pageDepartments[place], ownIndicators: registers.rows[place] ?? [],
        references: references[place])
    }
  }
}
