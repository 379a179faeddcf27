import Bytes
import SiteModel
import SiteOutput
import SiteSources
import Templates

/// Renders the resolved site. Each page renders independently, on any thread, and cannot fail.
package struct SiteRenderer: Sendable {
  let site: ResolvedSite
  private let shared: Shared

  /// `version` is the version of planpress, for templates that show it; `sizes` are those of the data files that pages offer.
  package init(site: ResolvedSite, theme: Theme, version: String, sizes: DataSizes) {
    self.site = site
    shared = Shared(
      sizes: sizes, theme: theme, version: version, registers: RegisterNames(site),
      quoted: SiteRenderer.quoted(in: site), frames: SharedFrames(site, theme), related: RelatedIndicators(site),
      foreignTexts: ForeignTexts(site))
  }

  /// The state that all pages share. A class, so that the closures of 10,000 pages hold a single reference.
  private final class Shared: Sendable {
    let sizes: DataSizes
    let theme: Theme
    let version: String
    let registers: RegisterNames
    let quoted: [PageRef: [IndicatorRef]]
    let frames: SharedFrames
    let related: RelatedIndicators
    /// Nil for the edition in the main language.
    let foreignTexts: ForeignTexts?

    init(
      sizes: DataSizes, theme: Theme, version: String, registers: RegisterNames, quoted: [PageRef: [IndicatorRef]],
      frames: SharedFrames, related: RelatedIndicators, foreignTexts: ForeignTexts?
    ) {
      self.sizes = sizes
      self.quoted = quoted
      self.theme = theme
      self.version = version
      self.registers = registers
      self.frames = frames
      self.related = related
      self.foreignTexts = foreignTexts
    }
  }

  var theme: Theme { _read { yield shared.theme } }
  var version: String { shared.version }
  var sizes: DataSizes { shared.sizes }
  var registers: RegisterNames { _read { yield shared.registers } }
  var frames: SharedFrames { _read { yield shared.frames } }
  var relatedIndicators: RelatedIndicators { _read { yield shared.related } }

  /// The indicators with a page of their own that quote a sentence of a page, in the order of the registers.
  func indicators(quoting page: PageRef) -> [IndicatorRef] { shared.quoted[page] ?? [] }

  private static func quoted(in site: ResolvedSite) -> [PageRef: [IndicatorRef]] {
    var quoted: [PageRef: [IndicatorRef]] = [:]
    for ref in site.indicatorsWithPage {
      let indicator = site.indicators[ref]
      guard indicator.quote != nil, let section = indicator.section else { continue }
      quoted[section, default: []].append(ref)
    }
    return quoted
  }

  /// The page at an address, rendered when the file is written.
  package func page(at address: PageAddress) -> OutputFile {
    file(site.routes.route(of: address)) { output in
      let start = output.count
      render(view(of: address), into: &output)
      shared.foreignTexts?.mark(&output, from: start)
      if site.settings.language.words.direction == .rightToLeft { PercentMarks.add(to: &output, from: start) }
    }
  }

  private func render(_ view: any PageView, into output: inout ByteBuffer) {
    theme.templates.render(view.template.rawValue, view.untyped, into: &output)
  }

  /// The view of the page at an address.
  private func view(of address: PageAddress) -> any PageView {
    switch address {
    case .content(let page, .front): return HomeView(frame: frame(ofContent: page), page: page)
    case .content(let page, .plan):
      guard let plan = site.pages[page].plan else { preconditionFailure("a plan's home page belongs to the plan") }
      return PlanPageView(frame: frame(ofContent: page), page: page, plan: plan)
    case .content(let page, .report): return ReportPageView(frame: frame(ofContent: page), ref: page)
    case .content(let page, .section):
      return SectionPageView(frame: frame(ofContent: page), ref: page, template: .section)
    case .content(let page, .page):
      return SectionPageView(frame: frame(ofContent: page), ref: page, template: .page)
    case .wholePlan(let plan):
      return FullPageView(frame: frame(at: address, of: plan, title: .fullPlanShort), ref: plan)
    case .progress(let plan):
      return ProgressPageView(frame: frame(at: address, of: plan, title: .progressSummary), ref: plan, page: 1)
    case .longList(.charts(let plan), let page):
      return ProgressPageView(frame: frame(at: address, of: plan, title: .progressSummary), ref: plan, page: page)
    case .list(.indicators):
      // The first page of the list of a site that is a plan itself, if it is a long one.
      let whole = site.plans.indices.first { plan in
        site.pages[site.plans[plan].page].route == .root && site.routes.longLists[.indicators(plan)] != nil
      }
      return IndicatorsPageView(frame: frame(of: .indicators), plan: whole, page: 1)
    case .longList(.indicators(let plan), let page):
      return IndicatorsPageView(frame: frame(at: address, of: plan, title: .indicators), plan: plan, page: page)
    case .longList(.department(let ref), let page):
      return RegisterEntryPageView(frame: frame(of: ref, page), entry: .department(ref), page: page)
    case .longList(.programme(let ref), let page):
      return RegisterEntryPageView(frame: frame(of: ref, page), entry: .programme(ref), page: page)
    case .list(.actions): return ActionsPageView(frame: frame(of: .actions), plan: nil, page: 1)
    case .longList(.actions(let plan), let page):
      return ActionsPageView(frame: frame(at: address, of: plan, title: .actions), plan: plan, page: page)
    case .action(let ref): return ActionPageView(frame: frame(of: ref), ref: ref)
    case .list(.programmes): return programmes(in: frame(of: .programmes))
    case .list(.departments): return departments(in: frame(of: .departments))
    case .list(.alignment): return AlignmentPageView(frame: frame(of: .alignment))
    case .list(.feed): return FeedPageView(frame: frame(of: .feed))
    case .list(.glossary): return GlossaryPageView(frame: frame(of: .glossary))
    case .indicator(let ref): return IndicatorPageView(frame: frame(of: ref), ref: ref)
    case .longList(.reporting, let page): return ReportingPageView(frame: frameOfReporting(page), page: page)
    case .parts(let ref, let page):
      return PartsPageView(frame: frame(ofPartsOf: ref, page), ref: ref, page: page)
    case .embed(let ref): return EmbedPageView(frame: frame(of: ref, embedded: true), ref: ref)
    case .programme(let ref):
      return RegisterEntryPageView(frame: frame(of: ref, 1), entry: .programme(ref), page: 1)
    case .department(let ref):
      return RegisterEntryPageView(frame: frame(of: ref, 1), entry: .department(ref), page: 1)
    case .search: return SearchPageView(frame: frameOfSearch())
    case .redirect(let ref): return RedirectView(renderer: self, ref: ref)
    case .notFound: return NotFoundPageView(frame: frameOfNotFound())
    }
  }

  /// The page at the top of a site whose languages all have a folder: it leads to the main language.
  package func languagesPage() -> OutputFile {
    file(.root) { output in
      render(LanguagesPageView(renderer: self), into: &output)
    }
  }

  /// The feed, the sitemap or robots.txt.
  package func file(_ file: SiteFile) -> OutputFile {
    switch file {
    case .feed: self.file(file.route) { Feed(site: site).write(into: &$0) }
    case .sitemap: self.file(file.route) { Sitemap(site).write(into: &$0) }
    case .llms: self.file(file.route) { MarkdownCopies(site).writeList(into: &$0) }
    case .robots:
      self.file(file.route) { Sitemap.writeRobots(site, into: &$0) }
    }
  }

  /// The feed of a plan, a department or an indicator.
  package func feed(of scope: FeedScope) -> OutputFile {
    file(site.routes.route(of: scope)) { Feed(site: site, scope: scope).write(into: &$0) }
  }

  /// The Markdown copies of all pages that the sitemap lists, each beside its page.
  package func markdownCopies() -> [OutputFile] {
    guard site.settings.hasMarkdownCopies else { return [] }
    return MarkdownCopies(site).pages.map { address in
      let page = page(at: address)
      return file(site.routes.route(of: address).markdownCopy) { output in
        var html = ByteBuffer()
        if case .rendered(let render) = page.content { render(&html) }
        output.append(text: MarkdownCopy.text(ofPage: html.array))
      }
    }
  }

  /// The chart of an indicator as an SVG file.
  package func chart(of ref: IndicatorRef) -> OutputFile {
    file(site.routes.route(of: .chart(ref))) { output in
      let start = output.count
      output.append(contentsOf: chartFile(of: site.indicators[ref]))
      shared.foreignTexts?.mark(&output, from: start)
      if site.settings.language.words.direction == .rightToLeft { PercentMarks.add(to: &output, from: start) }
    }
  }

  /// The style sheets, scripts and images of the theme.
  package func assets() -> [OutputFile] {
    theme.assets.map { asset in file(asset.route) { $0.append(contentsOf: asset.bytes) } }
  }

  private func file(_ route: Route, _ write: @escaping OutputFile.Piece) -> OutputFile {
    OutputFile(path: route.outputPath, content: .rendered(write))
  }
}
