import SiteModel
import Templates

/// An indicator, shown by its name.
struct IndicatorNameView: TemplateView {
  let name: String
  let url: String?

  init(_ site: ResolvedSite, _ ref: IndicatorRef, from route: Route) {
    name = site.indicators[ref].indicator.name
    url = site.indicators[ref].route.map { site.links.link(from: route, to: $0) }
  }

  static let fields = ViewFields<Self>(
    "IndicatorName", [.text("name", "its name") { $0.name }, .optionalText("url", "its address") { $0.url }])
}
