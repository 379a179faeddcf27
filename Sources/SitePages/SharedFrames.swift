import SiteModel
import SiteSources
import Templates
import Words

/// The part of the frame that all pages of one language and depth share.
final class SharedFrame: Sendable {
  let home, root, stylesheet, displayScript, icon, feed: String
  let logo: String?
  /// The addresses of the search page and of the script that leads to it; nil if the site has none.
  let search: (page: String, script: String)?
  let homeLink: LinkView
  let words: EvaluatedView<ThemeWords>
  let owner: EvaluatedList<OwnerLineView>
  /// The plans that the first entry of the menu represents; empty without a front page.
  private let planRoutes: Set<Route>
  /// The menu entries with their target routes.
  private let entries: [(route: Route, link: LinkView)]
  /// The menu without a current entry, then the menu with each entry current.
  private let menus: [EvaluatedList<LinkView>]
  private let freePages: [(route: Route, link: LinkView)]
  private let freePageLinks: EvaluatedList<LinkView>
  private let freePageRoutes: Set<Route>

  init(
    _ site: ResolvedSite, _ theme: Theme, at route: Route, _ language: Language, _ view: EvaluatedView<ThemeWords>
  ) {
    let links = site.links
    let prefix = links.prefix(from: route)
    func link(_ target: Route) -> String { links.link(prefix, links.suffix(to: target)) }
    func entry(_ title: String, _ target: Route) -> (route: Route, link: LinkView) {
      (target, LinkView(title: title, url: link(target)))
    }
    func entry(_ page: ResolvedPage) -> (route: Route, link: LinkView) {
      (
        page.route,
        LinkView(title: page.shortTitle, url: link(page.route), language: site.language(ofTitleOf: page))
      )
    }
    let words = language.words
    home = link(.root)
    root = links.link(prefix, "")
    logo = site.logo.map(link)
    stylesheet = link(theme.asset("site.css").route)
    displayScript = link(theme.asset("display.js").route)
    search =
      site.settings.hasSearch
      ? (link(site.routes.route(of: PageAddress.search)), link(theme.asset("search-key.js").route)) : nil
    icon = link(theme.asset("icon.svg").route)
    feed = link(SiteFile.feed.route)
    self.words = view
    owner = EvaluatedList(
      site.settings.owner?.lines(words) { site.writtenLinks[$0.value]?.address(written: $0.value, on: route, of: site) }
        ?? [])
    homeLink = LinkView(title: words[.home], url: link(.root))
    var entries: [(route: Route, link: LinkView)] = []
    // By task, never with titles of plans: those are long.
    if site.frontPage != nil {
      let plans = site.plans.map { site.pages[$0.page].route }
      if plans.count == 1 {
        entries.append(entry(words[.plan], plans[0]))
      } else if plans.count > 1 {
        entries.append((.root, LinkView(title: words[.plans], url: link(.root) + "#-plans")))
      }
      planRoutes = Set(plans)
    } else {
      planRoutes = []
    }
    entries += site.routes.lists.map { entry(words[$0.word], $0.route) }
    self.entries = entries
    menus =
      [nil].map { SharedFrame.list(entries, current: $0) }
      + entries.indices.map { SharedFrame.list(entries, current: $0) }
    freePages = site.freePages.map { entry(site.pages[$0]) }
    freePageLinks = SharedFrame.list(freePages, current: nil)
    freePageRoutes = Set(freePages.map(\.route))
  }

  func menu(at route: Route) -> EvaluatedList<LinkView> {
    if route.selfAndAbove.contains(where: planRoutes.contains) { return menus[1] }
    guard let current = entries.firstIndex(where: { $0.route != .root && route.lies(in: $0.route) }) else {
      return menus[0]
    }
    return menus[current + 1]
  }

  func morePages(at route: Route) -> EvaluatedList<LinkView> {
    guard freePageRoutes.contains(route) else { return freePageLinks }
    return SharedFrame.list(freePages, current: freePages.firstIndex { $0.route == route })
  }

  private static func list(_ entries: [(route: Route, link: LinkView)], current: Int?) -> EvaluatedList<LinkView> {
    EvaluatedList(
      entries.enumerated().map { index, entry in
        var link = entry.link
        link.isCurrent = index == current
        return link
      })
  }
}

extension Route {
  /// Whether this route is `page` or below it.
  fileprivate func lies(in page: Route) -> Bool { path.utf8.starts(with: page.path.utf8) }
}

/// The shared frames of most pages, by language and depth.
struct SharedFrames: Sendable {
  private let frames: [Language: [SharedFrame]]
  private let words: [WordLanguage: (words: ThemeWords, view: EvaluatedView<ThemeWords>)]

  /// Empirically derived: a section of a section of a plan is three folders deep.
  private static let depths = 5

  init(_ site: ResolvedSite, _ theme: Theme) {
    let pairs = Set(site.languages.map(\.words)).map { language in
      let words = ThemeWords(language)
      return (language, (words: words, view: EvaluatedView(words)))
    }
    let words = Dictionary(uniqueKeysWithValues: pairs)
    self.words = words
    // One route per depth, up to the depth from which all routes share a prefix.
    let routes = (0..<Self.depths).map {
      Route(page: String(repeating: "a/", count: max(0, $0 - 1)) + ($0 == 0 ? "" : "a"))
    }
    let numbers = routes.prefix { $0.depth == site.links.prefixNumber(of: $0) }
    frames = Dictionary(
      uniqueKeysWithValues: site.languages.map { language in
        guard let view = words[language.words]?.view else { preconditionFailure("each language has its words") }
        return (language, numbers.map { SharedFrame(site, theme, at: $0, language, view) })
      })
  }

  func words(_ language: Language) -> ThemeWords { entry(language).words }

  /// The words as a view for templates, shared by all pages of a language.
  func view(_ language: Language) -> EvaluatedView<ThemeWords> { entry(language).view }

  private func entry(_ language: Language) -> (words: ThemeWords, view: EvaluatedView<ThemeWords>) {
    guard let entry = words[language.words] else { preconditionFailure("the site has the language of its page") }
    return entry
  }

  /// Nil for a deeper page, or one in a language without shared frames.
  func frame(_ number: Int, _ language: Language) -> SharedFrame? {
    guard let frames = frames[language], frames.indices.contains(number) else { return nil }
    return frames[number]
  }
}
