import SiteModel
import SiteSources
import Templates

/// The same page in one language of the site.
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
