import SiteModel
import SiteSources
import Templates

/// The edition of a page in one language of the site.
struct EditionView: TemplateView {
  let site: ResolvedSite
  let route: Route
  /// The number of the language.
  let number: Int

  private var language: Language { site.settings.languages[number] }

  static let fields = ViewFields<Self>(
    "Edition",
    [
      .text("tag", "the language, such as zh-CN") { $0.language.tag },
      .text("name", "its name in the language itself") { $0.language.words.name },
      .text("url", "the address of the page in it") {
        $0.site.link(from: $0.route, to: $0.route, inEdition: $0.number)
      },
      .optionalText("address", "the same as a full address; only with base-url") {
        $0.site.absolute($0.route, inEdition: $0.number)
      },
      .flag("is-current", "whether it is the language of this page") { $0.number == $0.site.settings.edition },
    ])
}

/// The page at the top of a site whose languages all have a folder: template `languages`.
struct LanguagesPageView: PageView {
  let renderer: SiteRenderer

  private var site: ResolvedSite { renderer.site }
  private var settings: SiteSettings { renderer.site.settings }
  /// From the folder above the edition's own.
  private func fromTop(_ path: String) -> String { settings.folder(ofEdition: settings.edition) + "/" + path }

  var template: PageTemplate { .languages }

  static let fields = ViewFields<Self>(
    "LanguagesPage",
    [
      .text("language", "the main language") { $0.settings.language.tag },
      .optionalText("direction", "rtl for a language written from right to left") {
        $0.settings.language.words.direction == .rightToLeft ? "rtl" : nil
      },
      .text("site-title", "the site's title") { $0.settings.title },
      .list("editions", "the front page in each language") { view in
        view.settings.languages.indices.map { EditionView(site: view.site, route: .root, number: $0) }
      },
      .optionalText("address", "the full address of this page") { $0.settings.mainURL.map { $0.origin + $0.path } },
      .text("url", "the front page in the main language") {
        $0.site.link(from: .root, to: .root, inEdition: 0)
      },
      .optionalText(
        "language-script",
        "address of the script that chooses by the language of the browser; only with choose-language"
      ) {
        $0.settings.choosesLanguage ? $0.fromTop($0.renderer.theme.asset("language.js").route.outputPath) : nil
      },
      .text("stylesheet", "address of the style sheet") {
        $0.fromTop($0.renderer.theme.asset("site.css").route.outputPath)
      },
      .evaluatedView("words", "the theme's words") { $0.renderer.frames.view($0.settings.language) },
    ])
}
