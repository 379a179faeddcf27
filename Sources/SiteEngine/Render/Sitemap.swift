import Bytes
import Markup

/// `/sitemap.xml` and `/robots.txt`, sitemaps.org 0.9.
struct Sitemap {
  let links: LinkStyle
  /// In the order of the file, with the day of the last change where a page says it.
  let pages: [(route: Route, date: String?)]

  static let route = Route(file: "sitemap.xml")
  static let robotsRoute = Route(file: "robots.txt")

  func write(into xml: inout ByteBuffer) {
    xml.append(markup: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    if links.absolute(.root) == nil {
      xml.append(
        markup: "<!-- Search engines want whole addresses: set base-url in site.yaml before publishing. -->\n")
    }
    xml.append(markup: "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for (route, date) in pages {
      xml.append(markup: "<url><loc>")
      xml.appendEscaped(links.absolute(route) ?? links.link(from: Sitemap.route, to: route))
      xml.append(markup: "</loc>")
      if let date {
        xml.append(markup: "<lastmod>")
        xml.append(text: date)
        xml.append(markup: "</lastmod>")
      }
      xml.append(markup: "</url>\n")
    }
    xml.append(markup: "</urlset>\n")
  }

  func writeRobots(into text: inout ByteBuffer) {
    text.append(literal: "User-agent: *\nAllow: /\n")
    if let address = links.absolute(Sitemap.route) { text.append(text: "\nSitemap: \(address)\n") }
  }
}
