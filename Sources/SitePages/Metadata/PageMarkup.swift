import Bytes
import DataFormats
import Markup
import SiteModel
import SiteSources

/// A page as schema.org data, for search engines: the site with its search, a section of a plan as a `Report`, and the way
/// from the front page. Browsers do not execute this data block, so a strict Content-Security-Policy allows it.
enum PageMarkup {
  /// Empty without a base URL: all addresses have to be whole.
  static func html(of frame: Frame) -> HTML {
    let site = frame.renderer.site
    guard let address = site.links.absolute(frame.route), let home = site.links.absolute(.root) else { return HTML() }
    var html = ByteBuffer()
    html.append(markup: "<script type=\"application/ld+json\">")
    var json = JSONWriter(.compact, isForHTML: true, appendingTo: html)
    json.object { json in
      json.member("@context", "https://schema.org")
      json.array("@graph") { json in
        if frame.route == .root { json.object { appendSite(site, home, to: &$0) } }
        if let page = frame.page, site.pages[page].kind != .front {
          json.object { appendReport(site.pages[page], site, at: address, to: &$0) }
        }
        if frame.route != .root { json.object { appendPath(frame, home, to: &$0) } }
      }
    }
    html = json.finish()
    html.append(markup: "</script>\n")
    return HTML(bytes: html.array)
  }

  private static func appendSite(_ site: ResolvedSite, _ home: String, to json: inout JSONWriter) {
    json.member("@type", "WebSite")
    json.member("name", site.settings.title)
    json.member("description", site.settings.description)
    json.member("url", home)
    json.member("inLanguage", site.settings.language.tag)
    appendPublisher(site.settings.publisher, to: &json)
    guard site.settings.hasSearch, let search = site.links.absolute(site.routes.route(of: PageAddress.search)) else {
      return
    }
    json.object("potentialAction") {
      $0.member("@type", "SearchAction")
      $0.member("target", search + "?q={search_term_string}")
      $0.member("query-input", "required name=search_term_string")
    }
  }

  private static func appendReport(
    _ page: ResolvedPage, _ site: ResolvedSite, at address: String, to json: inout JSONWriter
  ) {
    json.member("@type", page.plan == nil ? "Article" : "Report")
    json.member("headline", page.numberedTitle)
    json.member("description", page.description)
    json.member("url", address)
    json.member("inLanguage", (page.parsed.untranslated ?? page.language).tag)
    json.member("datePublished", page.date?.description)
    json.member("dateModified", page.lastChange?.description)
    let plan = page.plan.map { site.plans[$0] }
    appendPublisher(plan?.fields.publisher ?? site.settings.publisher, to: &json)
    if let plan, site.pages[plan.page].route != page.route {
      let home = site.pages[plan.page]
      json.object("isPartOf") {
        $0.member("@type", "Report")
        $0.member("name", home.title)
        $0.member("url", site.links.absolute(home.route))
      }
    }
  }

  private static func appendPublisher(_ publisher: String?, to json: inout JSONWriter) {
    guard let publisher else { return }
    json.object("publisher") {
      $0.member("@type", "Organization")
      $0.member("name", publisher)
    }
  }

  /// Links have paths below the base URL; `home` is the whole address of the front page.
  private static func appendPath(_ frame: Frame, _ home: String, to json: inout JSONWriter) {
    let origin = home.dropLast(frame.shared.root.count)
    json.member("@type", "BreadcrumbList")
    json.array("itemListElement") { json in
      let links = [frame.shared.homeLink] + frame.above()
      for (number, link) in links.enumerated() {
        json.object {
          $0.member("@type", "ListItem")
          $0.member("position", number + 1)
          $0.member("name", link.title)
          $0.member("item", origin + link.url)
        }
      }
    }
  }
}
