import DataFormats
import Diagnostics
import Files
import Indicators
import Markdown
import SiteSources

/// Resolves the parsed files into a site: the page tree, numbers, addresses, registers, links and statuses.
package struct SiteResolver {
  /// The files of the site that are published: all but drafts.
  package let parsed: ParsedSite
  private let pages: PageTable
  private let drafts: Drafts
  private let draftNames: DraftNames
  private let jobs: Int

  package init(_ parsed: ParsedSite, includesDrafts: Bool, jobs: Int) {
    drafts = Drafts(parsed, arePublished: includesDrafts)
    draftNames = DraftNames(drafts, in: parsed)
    self.parsed = parsed.without(drafts)
    self.jobs = jobs
    pages = PageTable(self.parsed.pages, headers: self.parsed.headers)
  }

  /// `main`: the edition in the main language, for one in another. Snapshots were taken of it, so what they say is found there.
  package func resolve(like main: ResolvedSite? = nil) async throws -> Checked<ResolvedSite> {
    let pages = pages
    // Needs only the paths of the pages, so it runs in parallel with building the tree.
    async let paths = LinkResolver.paths(of: pages)
    let tree = SectionTree(pages)
    let plans = Plans(tree, pages)
    let (declared, found) = await ResolvedRegisters.resolve(
      parsed, pages, tree, plans, drafts: draftNames, jobs: jobs)
    let comparison = parsed.snapshot.map {
      SnapshotComparison(
        snapshot: $0, registers: declared, plans: plans, settings: parsed.settings, pages: pages)
    }
    let compared = comparison?.compare()
    let undeclared = compared?.changes ?? main?.undeclared?.translated(from: main?.indicators, to: declared.indicators)
    let registers = undeclared.map { declared.adding($0, plans, parsed.settings) } ?? declared
    let redirects = Aliases(pages, tree, base: parsed.settings.baseURL).redirects()
    let entries = registers.entries()
    let history = main?.history ?? StatusHistory(parsed.statuses, registers, plans, asOf: parsed.settings.asOf)
    let aligned = Alignments.resolve(parsed, registers, plans, pages)
    let routes = SiteRoutes(
      tree, plans, registers, redirects: redirects.value ?? [],
      attachments: parsed.attachments.sorted { $0.path < $1.path }, settings: parsed.settings,
      entries: entries, hasAlignment: !aligned.alignments.isEmpty, hasNews: registers.hasNews(pages, history))
    async let clashes = AddressClashes.find(routes, pages, plans, registers)

    let links = LinkResolver(
      pages: pages, paths: await paths, indexes: tree.indexes, drafts: drafts, routes: routes, parsed)
    let directives = DirectiveResolver(registers: registers, plans: plans)
    let continuations = Continuations.resolve(registers, plans, pages)
    let reports = ResolvedReport.resolve(tree, pages, registers, plans, parsed, like: main)
    let linked = try await linkedPages(
      tree, plans, registers, reports.reports, reports.frozen, links, directives)
    let logo = image(parsed.settings.theme.logo, routes)
    let shareImages = shareImages(plans, routes, links)
    let websites = WrittenAddresses(parsed, links).websites()
    let writtenLinks = WrittenAddresses(parsed, links).addresses()
    var diagnostics = tree.diagnostics + missingTitles() + missingFrontPage(tree) + found
    diagnostics += redirects.diagnostics + logo.diagnostics + websites.diagnostics + writtenLinks.diagnostics
    diagnostics += shareImages.diagnostics + reports.diagnostics + continuations.diagnostics
    diagnostics += aligned.diagnostics
    diagnostics += typedNumbers(tree) + unknownLevels(tree, plans)
    diagnostics += await clashes
    for page in linked where !page.diagnostics.isEmpty { diagnostics += page.diagnostics }
    if diagnostics.hasErrors, Acceptances(parsed).leaveErrors(in: diagnostics) { return Checked(failed: diagnostics) }

    let resolved = Table<PageTag, ResolvedPage>(
      linked.map { linked in
        guard let page = linked.page else { preconditionFailure("a page without a value comes with an error") }
        return page
      })
    let strays = StrayFiles(
      routes: routes, pages: resolved, others: websites.links + writtenLinks.links.values.map(ResolvedLink?.some),
      allowsRawHTML: parsed.settings.allowsRawHTML
    ).find()
    diagnostics += strays.diagnostics
    var published = routes
    published.leaveOut(strays.leftOut)
    let mentions = indicatorMentions(of: registers.indicators.count, in: resolved)
    async let warnings = IndicatorAuditor(
      registers: registers, knownUntil: parsed.settings.asOf?.time,
      marks: NumberMarks(parsed.settings.language.words), pages: pages,
      sectionCounts: tree.readingOrders.mapRows { $0.count - 1 }, mentions: mentions
    ).diagnostics()
    let site = ResolvedSite(
      settings: parsed.settings, pages: resolved, tree: tree, plans: plans, registers: registers,
      reports: reports.reports, frozen: reports.frozen, continuations: continuations.continuations,
      alignments: aligned.alignments,
      history: history,
      routes: published,
      mentions: mentions, undeclared: undeclared, logo: logo.value, entries: entries,
      websites: websites.links, writtenLinks: writtenLinks.links,
      shareImages: (shareImages.ofSite, shareImages.ofPlans), pictures: pictures(routes), labels: parsed.labels,
      untranslatedTexts: parsed.untranslatedTexts)
    let changes = (compared?.diagnostics ?? []) + (comparison?.addresses(routes) ?? [])
    return Checked(site, await diagnostics + warnings + changes)
  }
}

// MARK: - Required content

extension SiteResolver {
  private func missingTitles() -> [Diagnostic] {
    pages.indices.filter { pages.headers[$0].lacksTitle }.map { ref in
      let page = pages[ref]
      let heading = page.document.headings.first { $0.level == 1 }
      return Diagnostic(
        .error, .missingTitle, "the page has no title",
        hint: heading.map { "move the heading '\($0.text)' into the front matter: title: \($0.text)" }
          ?? "begin the file with three lines: '---', 'title: …' and '---'", at: page.start)
    }
  }

  /// Titles that begin with a number like the one that planpress prints before them.
  private func typedNumbers(_ tree: SectionTree) -> [Diagnostic] {
    pages.indices.compactMap { ref in
      guard let number = tree.nodes[ref].number, let title = pages[ref].fields.title?.value ?? leadingTitle(ref),
        let typed = TypedNumber(title, number: number)
      else { return nil }
      return Diagnostic(
        .warning, .typedNumber, "the title begins with '\(typed.written)', and planpress prints '\(number)' before it",
        hint: typed.title.isEmpty
          ? "write the title without its number, or 'number: none'"
          : "write 'title: \(typed.title)', or 'number: none' to keep your own", at: pages[ref].start)
    }
  }

  /// Levels of sections that their plan does not list.
  private func unknownLevels(_ tree: SectionTree, _ plans: Plans) -> [Diagnostic] {
    plans.indices.flatMap { plan -> [Diagnostic] in
      let levels = plans.fields(of: plan).levels.map(\.value)
      guard !levels.isEmpty else { return [] }
      return tree.readingOrders[plan].compactMap { ref in
        guard let level = pages[ref].fields.level, !levels.contains(level.value) else { return nil }
        return Diagnostic(
          .error, .invalidValue, "'\(level.value)' is not one of the levels of this plan",
          hint: didYouMean(level.value, among: levels) ?? "its levels are \(levels.joined(separator: ", "))",
          at: pages[ref].source.location(of: level.range))
      }
    }
  }

  private func leadingTitle(_ ref: PageRef) -> String? { pages[ref].document.leadingTitle }

  private func missingFrontPage(_ tree: SectionTree) -> [Diagnostic] {
    guard !tree.nodes.contains(where: { $0.route == .root }) else { return [] }
    return [
      Diagnostic(
        .error, .noFrontPage, "the site has no front page",
        hint: "create \(SourceTree.contentFolder)/index.md with at least a title",
        at: SourceLocation(file: "\(SourceTree.contentFolder)/index.md"))
    ]
  }

  /// The sizes of the published pictures, by address.
  private func pictures(_ routes: SiteRoutes) -> [Route: PictureSize] {
    guard !parsed.pictures.isEmpty else { return [:] }
    let sizes = routes.attachments.compactMap { attachment in
      parsed.pictures[attachment.file.path].map { (attachment.route, $0) }
    }
    return Dictionary(sizes, uniquingKeysWith: { first, _ in first })
  }

  /// An image that `site.yaml` names.
  private func image(_ image: Located<String>?, _ routes: SiteRoutes) -> (value: Route?, diagnostics: [Diagnostic]) {
    guard let image else { return (nil, []) }
    if let file = routes.attachments.first(where: { $0.file.path == image.value }) { return (file.route, []) }
    let finding = Diagnostic(
      .error, .missingFile,
      drafts.contains(image.value)
        ? "'\(image.value)' is in the folder of a draft, which is not published"
        : "there is no file '\(image.value)' next to site.yaml",
      hint: drafts.contains(image.value)
        ? "move the file out of that folder" : didYouMean(image.value, among: routes.attachments.map(\.file.path)),
      at: parsed.settings.source.location(of: image.range))
    return (nil, [finding])
  }

  /// The pictures that links to the site and to each plan are shown with.
  private func shareImages(
    _ plans: Plans, _ routes: SiteRoutes, _ links: LinkResolver
  ) -> (ofSite: Route?, ofPlans: Table<PlanTag, Route?>, diagnostics: [Diagnostic]) {
    let site = image(parsed.settings.theme.image, routes)
    var found = site.diagnostics
    let ofPlans = plans.indices.map { plan -> Route? in
      guard let image = plans.fields(of: plan).image else { return nil }
      guard let link = links.resolve(image, on: plans.homes[plan], into: &found) else { return nil }
      if case .route(let route, _) = link { return route }
      let page = pages[plans.homes[plan]]
      found.append(
        Diagnostic(
          .error, .missingFile, "'\(image.value)' is not an image of this site",
          hint: "put the picture into the plan's folder and write its name", at: page.source.location(of: image.range)))
      return nil
    }
    return (site.value, Table(ofPlans), found)
  }
}

// MARK: - Pages

extension SiteResolver {
  /// A page with its links and directives resolved; `page` is nil if any of them has an error.
  private struct LinkedPage: Sendable {
    let page: ResolvedPage?
    let diagnostics: [Diagnostic]
  }

  private func linkedPages(
    _ tree: SectionTree, _ plans: Plans, _ registers: ResolvedRegisters, _ reports: [ResolvedReport],
    _ frozen: [String: FrozenFigures], _ links: LinkResolver, _ directives: DirectiveResolver
  ) async throws -> [LinkedPage] {
    var neighbours = Table<PageTag, (previous: PageRef?, next: PageRef?)>(repeating: (nil, nil), count: pages.count)
    for order in Array(tree.readingOrders) + tree.reports {
      for (earlier, later) in zip(order, order.dropFirst()) {
        neighbours[earlier].next = later
        neighbours[later].previous = earlier
      }
    }
    let (pages, settings, around) = (pages, parsed.settings, neighbours)
    let reportByHome = Dictionary(uniqueKeysWithValues: reports.map { ($0.home, $0) })
    let (style, rows) = (LinkStyle(base: settings.baseURL), registers.indicatorsOfPages(pages))
    return try await concurrentMap(Array(pages.indices), jobs: jobs, longestRun: 32) { ref in
      let node = tree.nodes[ref]
      let plan = node.planHome.flatMap { plans.plan(withHome: $0) }
      let report = node.reportHome.flatMap { reportByHome[$0] }
      let figures = report?.figures ?? pages[ref].fields.snapshot.flatMap { frozen[$0.value] }
      let (links, linkFindings) = links.resolve(ref, showing: figures)
      var directives = directives
      directives.figures = figures
      let (resolvedDirectives, directiveFindings) = directives.resolve(
        pages[ref].document.directives, plan: plan ?? report?.plan)
      guard let links, let directives = resolvedDirectives else {
        return LinkedPage(page: nil, diagnostics: linkFindings + directiveFindings)
      }
      // A page inherits the language of its plan or its report.
      let language =
        pages[ref].fields.language?.value
        ?? (node.planHome ?? node.reportHome).flatMap { pages[$0].fields.language?.value }
      let page = ResolvedPage(
        pages[ref], at: node, pathFromRoot: style.pathFromRoot(of: node.route), language: language ?? settings.language,
        plan: plan, report: report, level: plans.level(of: pages[ref], at: node), neighbours: around[ref],
        department: registers.pageDepartments[ref],
        ownIndicators: rows[ref], links: links, directives: directives)
      return LinkedPage(page: page, diagnostics: linkFindings + directiveFindings)
    }
  }
}
