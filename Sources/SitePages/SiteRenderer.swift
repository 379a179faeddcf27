import Bytes
import SiteModel
import SiteOutput
import SiteSources
import Templates

/// Renders the resolved site. Every page is rendered on its own, on any thread, and cannot fail.
package struct SiteRenderer: Sendable {
  let site: ResolvedSite
  private let shared: Shared

  /// `version` is planpress's own, which pages may name.
  package init(site: ResolvedSite, theme: Theme, version: String) {
    self.site = site
    shared = Shared(
      theme: theme, version: version, registers: RegisterNames(site),
      frames: SharedFrames(site, theme, version: version))
  }

  /// What all pages share. A class: the closures that render 10,000 pages hold it by one reference.
  private final class Shared: Sendable {
    let theme: Theme
    let version: String
    let registers: RegisterNames
    let frames: SharedFrames

    init(theme: Theme, version: String, registers: RegisterNames, frames: SharedFrames) {
      self.theme = theme
      self.version = version
      self.registers = registers
      self.frames = frames
    }
  }

  var theme: Theme { _read { yield shared.theme } }
  var version: String { shared.version }
  var registers: RegisterNames { _read { yield shared.registers } }
  var frames: SharedFrames { _read { yield shared.frames } }

  /// The page at an address, rendered when it is written.
  package func page(at address: PageAddress) -> OutputFile {
    let template = address.template
    return file(site.routes.route(of: address)) { output in
      theme.templates.render(template.rawValue, view(of: address), into: &output)
    }
  }

  /// What the template of an address shows.
  private func view(of address: PageAddress) -> View {
    switch address {
    case .content(let page, .front): home(page).view
    case .content(let page, .plan): planPage(page).view
    case .content(let page, .section), .content(let page, .page): section(page).view
    case .wholePlan(let plan): fullPage(plan).view
    case .progress(let plan): progress(plan).view
    case .list(.indicators): indicators().view
    case .list(.programmes): programmes().view
    case .list(.departments): departments().view
    case .list(.glossary): glossary().view
    case .indicator(let indicator): self.indicator(indicator).view
    case .programme(let programme): self.programme(programme).view
    case .department(let department): self.department(department).view
    case .redirect(let redirect): self.redirect(redirect).view
    case .notFound: notFound().view
    }
  }

  /// Feed, sitemap and robots.txt.
  package func file(_ file: SiteFile) -> OutputFile {
    switch file {
    case .feed: self.file(file.route) { Feed(site: site).write(into: &$0) }
    case .sitemap: self.file(file.route) { Sitemap(site).write(into: &$0) }
    case .robots: self.file(file.route) { Sitemap.writeRobots(site.links, into: &$0) }
    }
  }

  /// Style sheets, scripts and images of the theme.
  package func assets() -> [OutputFile] {
    theme.assets.map { asset in file(asset.route) { $0.append(contentsOf: asset.bytes) } }
  }

  private func file(_ route: Route, _ write: @escaping OutputFile.Piece) -> OutputFile {
    OutputFile(path: route.outputPath, content: .rendered(write))
  }
}

// MARK: - Pages without content

extension SiteRenderer {
  /// `404.html` is shown for any address, however deep: its links start at the top of the site.
  private func notFound() -> PlainPageView {
    let language = site.settings.language
    return PlainPageView(
      frame: frame(
        for: site.routes.route(of: .notFound), title: ThemeWords.in(language)["not-found"], language: language,
        in: theme.used(in: .notFound), above: []))
  }

  private func redirect(_ ref: RedirectRef) -> RedirectView {
    let redirect = site.routes.redirects[ref]
    let target = site.pages[redirect.page]
    return RedirectView(
      language: target.language.tag, title: target.title,
      url: site.links.link(from: redirect.route, to: target.route), canonical: site.links.absolute(target.route),
      words: ThemeWords.in(target.language))
  }
}
