import Bytes
import Files
import Markup
import SiteModel
import SiteSources

/// `/sitemap.xml` and `/robots.txt`, sitemaps.org 0.9.
struct Sitemap {
  private let site: ResolvedSite
  private let links: LinkStyle
  /// Sorted by path, as in the file; `date` is the day of the last change, if known.
  private let pages: [(route: Route, date: String?)]

  init(_ site: ResolvedSite) {
    self.site = site
    links = site.links
    var pages: [(route: Route, date: String?)] = []
    for case .page(let page) in site.routes.addresses where page.isInSitemap {
      pages.append((site.routes.route(of: page), Sitemap.date(of: page, site)))
    }
    self.pages = pages.sorted { $0.route.path.precedes($1.route.path) }  // sorted: reaches output
  }

  private static func date(of page: PageAddress, _ site: ResolvedSite) -> String? {
    guard case .content(let ref, _) = page else { return nil }
    return site.pages[ref].lastChange?.description
  }

  func write(into xml: inout ByteBuffer) {
    xml.append(markup: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    if links.absolute(.root) == nil {
      xml.append(
        markup: "<!-- Search engines want whole addresses: set base-url in site.yaml before publishing. -->\n")
    }
    xml.append(markup: "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
    let editions = links.absolute(.root) == nil || site.settings.languages.count < 2 ? [] : site.settings.languages
    if !editions.isEmpty { xml.append(markup: " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"") }
    xml.append(markup: ">\n")
    for (route, date) in pages {
      xml.append(markup: "<url><loc>")
      xml.appendEscaped(links.absolute(route) ?? links.link(from: SiteFile.sitemap.route, to: route))
      xml.append(markup: "</loc>")
      if let date {
        xml.append(markup: "<lastmod>")
        xml.append(text: date)
        xml.append(markup: "</lastmod>")
      }
      for (number, language) in editions.enumerated() {
        guard let address = site.absolute(route, inEdition: number) else { continue }
        appendAlternate(language.tag, address, into: &xml)
      }
      if !editions.isEmpty, let address = site.absolute(route, inEdition: 0) {
        appendAlternate("x-default", address, into: &xml)
      }
      xml.append(markup: "</url>\n")
    }
    xml.append(markup: "</urlset>\n")
  }

  private func appendAlternate(_ language: String, _ address: String, into xml: inout ByteBuffer) {
    xml.append(markup: "<xhtml:link rel=\"alternate\"")
    xml.append(attribute: "hreflang", language)
    xml.append(attribute: "href", address)
    xml.append(markup: "/>")
  }

  static func writeRobots(_ site: ResolvedSite, into text: inout ByteBuffer) {
    if site.settings.showsDrafts { return text.append(literal: "User-agent: *\nDisallow: /\n") }
    text.append(literal: "User-agent: *\nAllow: /\n")
    for edition in 0..<max(1, site.settings.languages.count) {
      guard let address = site.absolute(SiteFile.sitemap.route, inEdition: edition) else { break }
      if edition == 0 { text.append(UInt8(ascii: "\n")) }
      text.append(text: "Sitemap: \(address)\n")
    }
  }
}
