import Bytes
import SiteModel
import SiteSources

// What stands around the content of every page.
extension SiteRenderer {
  /// `above` are the links of the breadcrumb, without the front page; `template` is what the page is made with.
  func frame(
    for route: Route, title: String, language: Language, description: String? = nil,
    in template: UsedFields, above: @autoclosure () -> [LinkView]
  ) -> FrameView {
    let links = site.links
    let shared = sharedFrame(of: route, language)
    return FrameView(
      shared: shared,
      title: title,
      headTitle: !template.headTitle || route == .root || title == site.settings.title
        ? title
        : ByteBuffer.text {
          $0.append(text: title)
          $0.append(literal: " · ")
          $0.append(text: site.settings.title)
        },
      description: description ?? site.settings.description,
      canonical: template.canonical && route.isPage ? links.absolute(route) : nil,
      menu: template.menu ? shared.menu.map { route.lies(in: $0.route) ? $0.here : $0.elsewhere } : [],
      morePages: template.morePages ? shared.morePages.map { $0.route == route ? $0.here : $0.elsewhere } : [],
      breadcrumbs: !template.breadcrumbs || route == .root ? [] : [shared.homeLink] + above().map(\.view))
  }

  private func sharedFrame(of route: Route, _ language: Language) -> SharedFrame {
    if let shared = frames.frame(site.links.prefixNumber(of: route), language) { return shared }
    return SharedFrame(site, theme, at: route, language, version: version)
  }

  /// The pages above one, the outermost first, without the front page.
  func breadcrumbs(of place: PageRef) -> [LinkView] {
    let from = site.pages[place].route
    var links: [LinkView] = []
    var above = site.pages[place].parent
    while let parent = above {
      let page = site.pages[parent]
      if page.route != .root {
        links.append(
          LinkView(
            title: page.shortTitle, url: site.links.link(from: from, pathFromRoot: page.pathFromRoot),
            number: page.number))
      }
      above = page.parent
    }
    return links.reversed()
  }

  /// A link from one page to another page of `Content/`.
  func link(from route: Route, toPage page: PageRef) -> LinkView {
    let page = site.pages[page]
    return LinkView(
      title: page.title, url: site.links.link(from: route, pathFromRoot: page.pathFromRoot), number: page.number)
  }

  func link(from route: Route, toDepartment department: DepartmentRef) -> LinkView {
    let department = registers.departments[department]
    return LinkView(title: department.name, url: site.links.link(from: route, pathFromRoot: department.pathFromRoot))
  }

  func link(from route: Route, toProgramme programme: ProgrammeRef) -> LinkView {
    let programme = registers.programmes[programme]
    return LinkView(title: programme.name, url: site.links.link(from: route, pathFromRoot: programme.pathFromRoot))
  }
}

extension Route {
  /// Whether it is a page or lies below it.
  fileprivate func lies(in page: Route) -> Bool { path.utf8.starts(with: page.path.utf8) }
}
