import SiteModel
import Templates

/// A page that redirects to another: template `redirect`.
struct RedirectView: PageView {
  let renderer: SiteRenderer
  let ref: RedirectRef

  private var site: ResolvedSite { renderer.site }
  private var target: ResolvedPage { site.pages[site.routes.redirects[ref].page] }

  var template: PageTemplate { .redirect }

  static let fields = ViewFields<Self>(
    "Redirect",
    [
      .text("language", "the page's language") { $0.target.language.tag },
      .optionalText("direction", "rtl for a language written from right to left") {
        $0.target.language.words.direction == .rightToLeft ? "rtl" : nil
      },
      .text("title", "the title of the page that it leads to") { $0.target.title },
      .text("url", "its address") {
        $0.site.links.link(from: $0.site.routes.redirects[$0.ref].route, to: $0.target.route)
      },
      .optionalText("canonical", "its full address; only with base-url") {
        $0.site.links.absolute($0.target.route)
      },
      .evaluatedView("words", "the theme's words") { $0.renderer.frames.view($0.target.language) },
    ])
}
