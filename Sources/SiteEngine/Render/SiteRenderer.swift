import Bytes
import Markdown
import Markup
import Templates

/// Turns the resolved site into files. Every page is made on its own, on any thread; nothing here can fail but the machine.
struct SiteRenderer: Sendable {
  let site: ResolvedSite
  private let shared: Shared

  init(site: ResolvedSite, theme: Theme, siteDirectory: String) {
    self.site = site
    shared = Shared(
      theme: theme, siteDirectory: siteDirectory, registers: RegisterNames(site), frames: SharedFrames(site, theme))
  }

  /// What follows from the site and its theme, and not from the texts of its pages. A class: the closures that make ten
  /// thousand pages hold it by one reference.
  private final class Shared: Sendable {
    let theme: Theme
    let siteDirectory: String
    let registers: RegisterNames
    let frames: SharedFrames

    init(theme: Theme, siteDirectory: String, registers: RegisterNames, frames: SharedFrames) {
      self.theme = theme
      self.siteDirectory = siteDirectory
      self.registers = registers
      self.frames = frames
    }
  }

  var theme: Theme { _read { yield shared.theme } }
  var siteDirectory: String { shared.siteDirectory }
  var registers: RegisterNames { _read { yield shared.registers } }
  var frames: SharedFrames { _read { yield shared.frames } }

  /// Every file of the finished site. The long pages come first, so that no thread is left alone with one at the end.
  func files() -> [OutputFile] { filesBeforeContent() + site.pages.indices.map(contentPage) + filesAfterContent() }

  /// The same; all threads look into the pages.
  func files(jobs: Int) async throws -> [OutputFile] {
    var files = try await concurrentMap(
      Array(site.pages.indices), behind: filesBeforeContent(), jobs: jobs, longestRun: 64, contentPage)
    files += filesAfterContent()
    return files
  }

  private func filesBeforeContent() -> [OutputFile] {
    registerPages() + indicatorPages() + fullPages() + progressPages() + siteFiles() + dataFiles()
  }

  private func filesAfterContent() -> [OutputFile] { standingPages() + redirectPages() + assets() + attachments() }

  /// A page made from a template.
  func page(_ route: Route, _ template: String, _ view: @escaping @Sendable () -> View) -> OutputFile {
    file(route) { theme.templates.render(template, view(), into: &$0) }
  }

  func file(_ route: Route, _ write: @escaping OutputFile.Piece) -> OutputFile {
    OutputFile(path: route.outputPath, content: .rendered(write))
  }
}

// MARK: - Files that are no pages

extension SiteRenderer {
  private func assets() -> [OutputFile] {
    theme.assets.map { asset in file(asset.route) { $0.append(contentsOf: asset.bytes) } }
  }

  private func attachments() -> [OutputFile] {
    site.attachments.map { attachment in
      OutputFile(
        path: attachment.route.outputPath,
        content: .copied(from: "\(siteDirectory)/\(attachment.file.contentPath)"))
    }
  }

  private func siteFiles() -> [OutputFile] {
    let feed = Feed(site: site)
    return [
      file(Feed.route) { feed.write(into: &$0) },
      file(Sitemap.route) { Sitemap(links: site.links, pages: sitemapEntries).write(into: &$0) },
      file(Sitemap.robotsRoute) { Sitemap(links: site.links, pages: []).writeRobots(into: &$0) },
    ]
  }

  private var sitemapEntries: [(route: Route, date: String?)] {
    var entries: [(route: Route, date: String?)] = site.pages.map { page in
      (page.route, (page.fields.updated ?? page.fields.date)?.description)
    }
    entries += site.plans.map { ($0.fullRoute, nil) }
    entries += site.plans.compactMap { plan in plan.progressRoute.map { ($0, nil) } }
    entries += site.withPage.compactMap { place in site.indicators[place].route.map { ($0, nil) } }
    entries += site.programmes.map { ($0.route, nil) }
    entries += site.departments.map { ($0.route, nil) }
    entries += StandingPage.allCases.filter { $0.exists(in: site) }.map { ($0.route, nil) }
    return entries.sorted { $0.route.path.precedes($1.route.path) }
  }

  /// `404.html` stands for any address, however deep: its links start at the top of the site.
  private func standingPages() -> [OutputFile] {
    let route = Route(file: "404.html")
    let language = site.settings.language
    return [
      page(route, "not-found") {
        let title = ThemeWords.in(language)["not-found"]
        return PlainPageView(
          frame: frame(for: route, title: title, language: language, in: theme.used(in: "not-found"), above: [])
        ).view
      }
    ]
  }

  private func redirectPages() -> [OutputFile] {
    site.redirects.map { redirect in
      page(redirect.from, "redirect") {
        let target = site.pages[redirect.page]
        return RedirectView(
          language: target.language.tag, title: target.title,
          url: site.links.link(from: redirect.from, to: target.route), canonical: site.links.absolute(target.route),
          words: ThemeWords.in(target.language)
        ).view
      }
    }
  }
}

/// The pages that planpress makes for a whole site, where there is something to show on them.
enum StandingPage: CaseIterable {
  case indicators, programmes, departments, glossary

  var route: Route {
    switch self {
    case .indicators: Route(page: "indicators")
    case .programmes: Route(page: "programmes")
    case .departments: Route(page: "departments")
    case .glossary: Route(page: "glossary")
    }
  }

  /// Its title among the theme's words.
  var word: String {
    switch self {
    case .indicators: "indicators"
    case .programmes: "programmes"
    case .departments: "departments"
    case .glossary: "glossary"
    }
  }

  func exists(in site: ResolvedSite) -> Bool {
    switch self {
    case .indicators: !site.indicators.isEmpty
    case .programmes: !site.programmes.isEmpty
    case .departments: !site.departments.isEmpty
    case .glossary: !site.terms.isEmpty
    }
  }
}
