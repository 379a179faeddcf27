import Markup

// What stands around the content of every page.
extension SiteRenderer {
  /// `above` are the links of the breadcrumb, without the front page.
  func frame(
    for route: Route, title: String, language: Language, description: String? = nil, above: [LinkView]
  ) -> FrameView {
    let links = site.links
    let prefix = links.prefix(from: route)
    func link(_ target: Route) -> String { nonEmpty(prefix + links.suffix(to: target)) }
    let words = ThemeWords.in(language)
    let home = LinkView(title: words["home"], url: link(.root))
    return FrameView(
      language: language.tag,
      title: title,
      headTitle: route == .root || title == site.settings.title ? title : "\(title) · \(site.settings.title)",
      description: description ?? site.settings.description,
      canonical: route.isPage ? links.absolute(route) : nil,
      siteTitle: site.settings.title,
      siteDescription: site.settings.description,
      home: link(.root),
      root: nonEmpty(prefix),
      logo: site.logo.map(link),
      publisher: site.settings.publisher,
      footer: site.settings.theme.footer,
      stylesheet: link(theme.asset("site.css").route),
      icon: link(theme.asset("icon.svg").route),
      feed: link(Feed.route),
      version: version,
      menu: menu(for: route, words: words, link: link),
      morePages: site.freePages.map { place in
        let page = site.pages[place]
        return LinkView(title: page.shortTitle, url: link(page.route), isCurrent: page.route == route)
      },
      breadcrumbs: route == .root ? [] : [home] + above,
      words: words)
  }

  private func menu(for route: Route, words: ThemeWords, link: (Route) -> String) -> [LinkView] {
    var menu: [LinkView] = []
    // More plans than a line holds are reached from the front page.
    if site.front != nil, site.plans.count <= 4 {
      for plan in site.plans {
        let home = site.pages[plan.page]
        let isInside = route.path.hasPrefix(home.route.path)
        menu.append(LinkView(title: home.shortTitle, url: link(home.route), isCurrent: isInside))
      }
    }
    for standing in StandingPage.allCases where standing.exists(in: site) {
      menu.append(
        LinkView(
          title: words[standing.word], url: link(standing.route),
          isCurrent: route.path.hasPrefix(standing.route.path)))
    }
    return menu
  }

  /// An empty link would name the page itself only by chance of its file's name.
  private func nonEmpty(_ link: String) -> String { link.isEmpty ? "./" : link }

  /// The pages above one, the outermost first, without the front page.
  func breadcrumbs(of place: Int) -> [LinkView] {
    let from = site.pages[place].route
    var links: [LinkView] = []
    var above = site.pages[place].parent
    while let parent = above {
      let page = site.pages[parent]
      if page.route != .root {
        links.append(LinkView(title: page.shortTitle, url: site.links.link(from: from, to: page.route), number: page.number))
      }
      above = page.parent
    }
    return links.reversed()
  }

  /// A link from one page to another page of `Content/`.
  func link(from route: Route, toPage place: Int) -> LinkView {
    let page = site.pages[place]
    return LinkView(title: page.title, url: site.links.link(from: route, to: page.route), number: page.number)
  }

  func link(from route: Route, toDepartment place: Int) -> LinkView {
    let department = site.departments[place]
    return LinkView(title: department.department.name, url: site.links.link(from: route, to: department.route))
  }

  func link(from route: Route, toProgramme place: Int) -> LinkView {
    let programme = site.programmes[place]
    return LinkView(title: programme.programme.name, url: site.links.link(from: route, to: programme.route))
  }
}
