import Bytes
import SiteModel
import SiteSources

/// The Markdown copies of a site's pages, and their list as llmstxt.org describes it.
struct MarkdownCopies {
  private let site: ResolvedSite

  init(_ site: ResolvedSite) {
    self.site = site
  }

  /// The pages that have a copy: those of the sitemap.
  var pages: [PageAddress] {
    site.routes.addresses.compactMap { address in
      if case .page(let page) = address, page.isInSitemap { page } else { nil }
    }
  }

  /// Appends `llms.txt`.
  func writeList(into output: inout ByteBuffer) {
    let words = ThemeWords.in(site.settings.language)
    output.append(text: "# \(site.settings.title)\n")
    if let description = site.settings.description { output.append(text: "\n> \(description)\n") }
    for plan in site.plans {
      heading(site.pages[plan.page].title, into: &output)
      for page in plan.readingOrder { item(site.pages[page].numberedTitle, site.pages[page], into: &output) }
      if let progress = plan.progressRoute { item(words["progress-summary"], progress, into: &output) }
      for ref in plan.indicators {
        let indicator = site.indicators[ref]
        if let route = indicator.route { item(indicator.indicator.name, route, into: &output) }
      }
    }
    if !site.routes.lists.isEmpty || !site.freePages.isEmpty { heading(words["other-pages"], into: &output) }
    for page in site.freePages { item(site.pages[page].title, site.pages[page], into: &output) }
    for list in site.routes.lists { item(words[list.rawValue], list.route, into: &output) }
  }

  private func heading(_ text: String, into output: inout ByteBuffer) {
    output.append(text: "\n## \(text)\n\n")
  }

  private func item(_ title: String, _ page: ResolvedPage, into output: inout ByteBuffer) {
    item(title, page.route, note: page.summary, into: &output)
  }

  private func item(_ title: String, _ route: Route, note: String? = nil, into output: inout ByteBuffer) {
    let copy = route.markdownCopy
    let address = site.links.absolute(copy) ?? site.links.link(from: SiteFile.llms.route, to: copy)
    output.append(text: "- [\(title)](\(address))\(note.map { ": \($0)" } ?? "")\n")
  }
}

extension Route {
  /// `/a/index.md` for the page `/a/`.
  var markdownCopy: Route { Route(file: bare.isEmpty ? "index.md" : "\(bare)/index.md") }
}
