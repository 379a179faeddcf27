import Bytes
import SiteModel
import SiteSources
import Templates
import Words

/// The parts around the content of every page. A class, since every field of a page is read through it.
final class Frame: TemplateView {
  let renderer: SiteRenderer
  let shared: SharedFrame
  let address: PageAddress
  let route: Route
  let language: Language
  let title: String
  let description: String?
  /// Whether the name of the page's plan follows its title in the head.
  let namesPlan: Bool
  /// The page of `Content/` that it shows, if it shows one.
  let page: PageRef?
  /// The ancestors of this page, outermost first, without the front page.
  let above: @Sendable () -> [LinkView]

  init(
    renderer: SiteRenderer, shared: SharedFrame, address: PageAddress, route: Route, language: Language, title: String,
    description: String?,
    page: PageRef?, namesPlan: Bool, above: @escaping @Sendable () -> [LinkView]
  ) {
    self.renderer = renderer
    self.shared = shared
    self.address = address
    self.route = route
    self.language = language
    self.title = title
    self.description = description
    self.namesPlan = namesPlan
    self.page = page
    self.above = above
  }

  private var site: ResolvedSite { renderer.site }

  /// How many of a list are shown, and where all are: by its address, or by the title of its page where the site has none.
  func shownOfAll(_ shown: Int, _ all: Int, all route: Route, _ title: Word) -> String {
    let words = language.words
    let name = site.links.absolute(route).map(words.leftToRight) ?? words[title]
    return words.text(.shownOfAll, [.shown: String(shown), .all: String(all), .name: name])
  }

  /// The shape of each page adds further fields.
  static let fields = ViewFields<Frame>(
    "Frame",
    [
      .text("language", "the page's language, such as zh-CN") { $0.language.tag },
      .optionalText("direction", "rtl for a language written from right to left") {
        $0.language.words.direction == .rightToLeft ? "rtl" : nil
      },
      .list("editions", "the page in each language of the site; empty if it has one") { $0.editions },
      .optionalText("default-edition", "its full address in the main language; only with base-url") {
        !$0.hasEditions
          ? nil
          : $0.route == .root && $0.site.settings.hasLanguagesPage
            ? $0.site.settings.mainURL.map { $0.origin + $0.path } : $0.site.absolute($0.route, inEdition: 0)
      },
      .optionalText("untranslated", "says that the text of the page is in another language") { view in
        view.textLanguage.map { text in
          let words = view.language.words
          return words.text(.untranslated, [.name: words.name(of: text.tag) ?? text.words.name])
        }
      },
      .optionalText("text-direction", "the direction of the page's text, if it is another: ltr or rtl") { frame in
        frame.textLanguage.flatMap { text in
          text.words.direction == frame.language.words.direction ? nil : text.words.direction.rawValue
        }
      },
      .optionalText("text-language", "the language of the page's text, if it is another") { $0.textLanguage?.tag },
      .text("title", "the page's title") { $0.title },
      .html("headline", "the title for a heading: its ranges of years do not break") { Headline.html($0.title) },
      .optionalText("title-language", "the language of the title, if it is another") { frame in
        frame.titleLanguage?.tag ?? frame.site.language(ofText: frame.title)
      },
      .text("head-title", "the page's title, then its plan's or report's, then the site's") { $0.headTitle },
      .optionalText("description", "one sentence about the page") {
        $0.description ?? $0.site.settings.description
      },
      .optionalText("canonical", "the page's full address; only with base-url") {
        $0.route.isPage ? $0.site.links.absolute($0.route) : nil
      },
      .text("site-title", "the site's title") { $0.site.settings.title },
      .optionalText("site-language", "the language of the site's title and footer, if the page's is another") { frame in
        let own = frame.site.settings.language
        return own == frame.language ? nil : own.tag
      },
      .optionalText("site-description", "the site's description") { $0.site.settings.description },
      .text("home", "address of the front page") { $0.shared.home },
      .text("root", "the path from this page to the top of the site: ../../, or the base URL's path") {
        $0.shared.root
      },
      .optionalText("logo", "address of the site's logo") { $0.shared.logo },
      .optionalText("publisher", "who publishes the site") { $0.site.settings.publisher },
      .optionalText("footer", "the site's own line in the footer") { $0.site.settings.theme.footer },
      .evaluatedList("owner", "what site.yaml says of the site's owner, a line each") { $0.shared.owner },
      .optionalText("report-url", "where to report an error on this page; only with report-errors") {
        $0.renderer.reportAddress(on: $0.route, title: $0.title)
      },
      .text("stylesheet", "address of the style sheet") { $0.shared.stylesheet },
      .text("display-script", "address of the script for large type and high contrast") { $0.shared.displayScript },
      .optionalText(
        "language-script",
        "address of the script that chooses by the language of the browser; only with choose-language"
      ) {
        $0.choosesLanguage ? $0.site.links.link(from: $0.route, to: $0.renderer.theme.asset("language.js").route) : nil
      },
      .text("icon", "address of the site's icon") { $0.shared.icon },
      .text("feed", "address of the news feed") { $0.shared.feed },
      .optionalText("markdown-copy", "address of the page's copy as Markdown; only with markdown-copies") {
        $0.site.settings.hasMarkdownCopies && $0.route.isPage
          && $0.route != $0.site.routes.route(of: PageAddress.search)
          ? "index.md" : nil
      },
      .optionalText(
        "image", "the full address of the picture that a link to the page is shown with; only with base-url"
      ) {
        $0.site.shareImage(of: $0.plan).flatMap($0.site.links.absolute)
      },
      .html("government-tags", "the meta tags of a Chinese government site; only with profile: cn-gov") {
        GovernmentMarkup.html(of: $0)
      },
      .html("page-data", "the page as schema.org data; empty without base-url") { PageMarkup.html(of: $0) },
      .text("page-type", "article for a page of text, else website") { $0.page == nil ? "website" : "article" },
      .optionalText("search", "address of the search page; nothing if the site has none") {
        $0.shared.search?.page
      },
      .optionalText("search-key", "address of the script that opens the search with the key /") {
        $0.shared.search?.script
      },
      .flag("is-draft", "whether the site is built with --drafts: it is not for the public") {
        $0.site.settings.showsDrafts
      },
      .text("version", "the version of planpress") { $0.renderer.version },
      .evaluatedList("menu", "the site's main parts") { $0.shared.menu(at: $0.route) },
      .evaluatedList("more-pages", "the pages outside the plans") { $0.shared.morePages(at: $0.route) },
      .list("breadcrumbs", "the pages above this one, the front page first") {
        $0.route == .root ? [] : [$0.shared.homeLink] + $0.above()
      },
      .evaluatedView("words", "the theme's words in the page's language") { $0.shared.words },
    ])

  /// Whether the page has a place in the other languages.
  private var hasEditions: Bool {
    guard site.settings.languages.count > 1 else { return false }
    switch address {
    case .notFound, .redirect, .embed: return false
    default: return true
    }
  }

  /// Only the front page at the top of the site: a reader of another page came for that page.
  private var choosesLanguage: Bool {
    let settings = site.settings
    return settings.choosesLanguage && settings.languages.count > 1 && route == .root && settings.edition == 0
  }

  private var editions: [EditionView] {
    guard hasEditions else { return [] }
    return site.settings.languages.indices.map { EditionView(site: site, route: route, number: $0) }
  }

  private var textLanguage: Language? { pageOfText.flatMap { site.pages[$0].parsed.untranslated } }
  private var titleLanguage: Language? { pageOfText.flatMap { site.pages[$0].parsed.titleLanguage } }

  /// The page whose text this one has.
  private var pageOfText: PageRef? {
    if case .wholePlan(let plan) = address { site.plans[plan].page } else { page }
  }

  /// The plan that the page belongs to.
  private var plan: PlanRef? { address.plan(in: site) }

  private var headTitle: String {
    let siteTitle = site.settings.title
    if route == .root || title == siteTitle { return title }
    return ByteBuffer.text {
      $0.append(text: title)
      if namesPlan, let plan {
        let home = site.pages[site.plans[plan].page]
        if home.route != .root, home.route != route {
          $0.append(literal: " · ")
          $0.append(text: home.shortTitle)
        }
      }
      if let page, let report = site.pages[page].report, report.home != page {
        $0.append(literal: " · ")
        $0.append(text: site.pages[report.home].shortTitle)
      }
      $0.append(literal: " · ")
      $0.append(text: siteTitle)
    }
  }
}
