import Bytes
import SiteModel
import SiteSources
import Words

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
    let words = site.settings.language.words
    output.append(text: MarkdownText.heading(linkText(site.settings.title), level: 1) + "\n")
    if let description = site.settings.description {
      output.append(text: "\n> \(MarkdownText.paragraph(linkText(description)))\n")
    }
    for plan in site.plans {
      heading(site.pages[plan.page].title, into: &output)
      for page in plan.readingOrder { item(site.pages[page].numberedTitle, site.pages[page], into: &output) }
      if let progress = plan.progressRoute { item(words[.progressSummary], progress, into: &output) }
      for ref in plan.indicators {
        let indicator = site.indicators[ref]
        if let route = indicator.route { item(indicator.indicator.name, route, into: &output) }
      }
    }
    if !site.routes.lists.isEmpty || !site.freePages.isEmpty { heading(words[.otherPages], into: &output) }
    for page in site.freePages { item(site.pages[page].title, site.pages[page], into: &output) }
    for list in site.routes.lists { item(words[list.word], list.route, into: &output) }
  }

  private func heading(_ text: String, into output: inout ByteBuffer) {
    output.append(text: "\n\(MarkdownText.heading(linkText(text), level: 2))\n\n")
  }

  private func item(_ title: String, _ page: ResolvedPage, into output: inout ByteBuffer) {
    item(title, page.route, note: page.summary, into: &output)
  }

  private func item(_ title: String, _ route: Route, note: String? = nil, into output: inout ByteBuffer) {
    let copy = route.markdownCopy
    let address = site.links.absolute(copy) ?? site.links.link(from: SiteFile.llms.route, to: copy)
    output.append(text: "- [\(linkText(title))](\(address))\(note.map { ": \(linkText($0))" } ?? "")\n")
  }

  /// A text on one line.
  private func line(_ text: String) -> String {
    guard text.contains(where: \.isNewline) else { return text }
    return text.split { $0 == " " || $0.isNewline }.joined(separator: " ")
  }

  /// A title in which no sign is Markdown.
  private func linkText(_ title: String) -> String { MarkdownText.escaped(line(title)) }
}

extension Route {
  /// `/a/index.md` for the page `/a/`.
  var markdownCopy: Route { Route(file: bare.isEmpty ? "index.md" : "\(bare)/index.md") }
}
