import SiteModel
import SiteSources
import Templates

/// What every page of the site has around its own content.
struct FrameView {
  var shared: SharedFrame
  var title: String
  var headTitle: String
  var description: String?
  var canonical: String?
  var menu: [View]
  var morePages: [View]
  var breadcrumbs: [View]

  /// The fields that every template may use.
  static let fields: [ViewField] = [
    .text("language", "the page's language, as zh-CN"),
    .text("title", "the page's title"),
    .text("head-title", "the page's title with the site's behind it"),
    .text("description", "one sentence about the page", optional: true),
    .text("canonical", "the page's whole address; only with base-url", optional: true),
    .text("site-title", "the site's title"),
    .text("site-description", "the site's description", optional: true),
    .text("home", "address of the front page"),
    .text("root", "what leads from this page to the top of the site: ../../, or the base URL's path"),
    .text("logo", "address of the site's logo", optional: true),
    .text("publisher", "who publishes the site", optional: true),
    .text("footer", "the site's own line at the foot", optional: true),
    .text("stylesheet", "address of the style sheet"),
    .text("icon", "address of the site's icon"),
    .text("feed", "address of the news feed"),
    .text("version", "the version of planpress"),
    .list("menu", "the site's main parts", LinkView.shape),
    .list("more-pages", "pages beside the plans", LinkView.shape),
    .list("breadcrumbs", "the pages above this one, the front page first", LinkView.shape),
    .view("words", "the theme's words in the page's language", ThemeWords.shape),
  ]

  /// A page's own values stand behind those of the frame.
  func view(_ shape: ViewShape, _ own: [ViewValue]) -> View {
    var values: [ViewValue] = []
    values.reserveCapacity(shape.givenCount)
    values.append(shared.language)
    values.append(.text(title))
    values.append(.text(headTitle))
    values.append(description.value)
    values.append(canonical.value)
    values.append(contentsOf: shared.values)
    values.append(.list(menu))
    values.append(.list(morePages))
    values.append(.list(breadcrumbs))
    values.append(shared.words)
    values.append(contentsOf: own)
    return View(shape, values)
  }
}

/// What is the same on all pages of one language that lie equally deep.
final class SharedFrame: Sendable {
  /// What comes before every address.
  let prefix: String
  let language, words: ViewValue
  /// From the site's title to the version, in the order of the fields.
  let values: [ViewValue]
  /// The first of all breadcrumbs.
  let homeLink: View
  /// Each as it is elsewhere, and as it is in its own part of the site; empty where no template has a menu.
  let menu: [MenuEntry]
  /// By the place among the site's free pages; empty where no template shows them.
  let morePages: [MenuEntry]

  struct MenuEntry: Sendable {
    let route: Route
    let elsewhere: View
    let here: View
  }

  init(_ site: ResolvedSite, _ theme: Theme, at route: Route, _ pageLanguage: Language, version: String) {
    let (links, settings) = (site.links, site.settings)
    let prefix = links.prefix(from: route)
    self.prefix = prefix
    func link(_ target: Route) -> String { links.link(prefix, links.suffix(to: target)) }
    func entry(_ title: String, _ target: Route) -> MenuEntry {
      var view = LinkView(title: title, url: link(target))
      let elsewhere = view.view
      view.isCurrent = true
      return MenuEntry(route: target, elsewhere: elsewhere, here: view.view)
    }
    let words = ThemeWords.in(pageLanguage)
    language = .text(pageLanguage.tag)
    values = [
      .text(settings.title), settings.description.value, .text(link(.root)), .text(links.link(prefix, "")),
      site.logo.map(link).value, settings.publisher.value, settings.theme.footer.value,
      .text(link(theme.asset("site.css").route)), .text(link(theme.asset("icon.svg").route)),
      .text(link(SiteFile.feed.route)),
      .text(version),
    ]
    self.words = .view(words.view)
    homeLink = LinkView(title: words["home"], url: link(.root)).view
    var menu: [MenuEntry] = []
    if theme.isUsedAnywhere(\.menu) {
      // More plans than a line holds are reached from the front page.
      if site.frontPage != nil, site.plans.count <= 4 {
        menu += site.plans.map { plan in
          let home = site.pages[plan.page]
          return entry(home.shortTitle, home.route)
        }
      }
      for list in site.routes.lists {
        menu.append(entry(words[list.rawValue], list.route))
      }
    }
    self.menu = menu
    morePages =
      !theme.isUsedAnywhere(\.morePages)
      ? []
      : site.freePages.map { place in
        entry(site.pages[place].shortTitle, site.pages[place].route)
      }
  }
}

/// The frames that most pages share, by language and depth.
struct SharedFrames: Sendable {
  private let frames: [Language: [SharedFrame]]

  /// Found by looking at sites: a section of a section of a plan lies three folders deep.
  private static let depths = 5

  init(_ site: ResolvedSite, _ theme: Theme, version: String) {
    var languages: Set<Language> = [site.settings.language]
    for page in site.pages where page.language != site.settings.language { languages.insert(page.language) }
    // One route for each depth, up to that at which all have one prefix.
    let routes = (0..<Self.depths).map {
      Route(page: String(repeating: "a/", count: max(0, $0 - 1)) + ($0 == 0 ? "" : "a"))
    }
    let numbers = routes.prefix { $0.depth == site.links.prefixNumber(of: $0) }
    frames = Dictionary(
      uniqueKeysWithValues: languages.map { language in
        (language, numbers.map { SharedFrame(site, theme, at: $0, language, version: version) })
      })
  }

  /// Nil for a page that lies deeper, or has a language of its own.
  func frame(_ number: Int, _ language: Language) -> SharedFrame? {
    guard let frames = frames[language], frames.indices.contains(number) else { return nil }
    return frames[number]
  }
}
