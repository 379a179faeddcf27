import Bytes
import DataFormats
import Indicators
import Markup
import SiteModel
import SiteSources

/// An indicator's page as a schema.org `Dataset`, https://schema.org/Dataset. Browsers do not
/// execute this data block, so a strict Content-Security-Policy allows it.
enum DatasetMarkup {
  static func html(
    of resolved: ResolvedIndicator, _ site: ResolvedSite, downloads: [(type: String, route: Route)], from page: Route
  ) -> HTML {
    let indicator = resolved.indicator
    let home = site.pages[site.plans[resolved.plan].page]
    func address(_ route: Route) -> String { site.links.absolute(route) ?? site.links.link(from: page, to: route) }
    var html = ByteBuffer()
    html.append(markup: "<script type=\"application/ld+json\">")
    var json = JSONWriter(.compact, isForHTML: true, appendingTo: html)
    json.object { json in
      json.member("@context", "https://schema.org")
      json.member("@type", "Dataset")
      json.member("name", indicator.name)
      json.member("description", resolved.definitionText ?? "\(indicator.name) · \(home.title)")
      json.member("identifier", indicator.id?.text)
      json.member("url", site.links.absolute(page))
      json.member("inLanguage", home.language.tag)
      json.member("isAccessibleForFree", true)
      if let publisher = site.plans[resolved.plan].fields.publisher ?? site.settings.publisher {
        json.object("creator") {
          $0.member("@type", "Organization")
          $0.member("name", publisher)
        }
      }
      if let first = indicator.observations.first?.period, let last = indicator.observations.last?.period {
        json.member("temporalCoverage", "\(first.year)/\(last.year)")
      }
      json.object("variableMeasured") {
        $0.member("@type", "PropertyValue")
        $0.member("name", indicator.name)
        $0.member("unitText", indicator.unit)
      }
      json.array("distribution") {
        for download in downloads {
          $0.object {
            $0.member("@type", "DataDownload")
            $0.member("encodingFormat", download.type)
            $0.member("contentUrl", address(download.route))
          }
        }
      }
    }
    html = json.finish()
    html.append(markup: "</script>")
    return HTML(bytes: html.array)
  }
}
