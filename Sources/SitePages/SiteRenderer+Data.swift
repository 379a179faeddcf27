import Markup
import SiteModel
import Words

// Links and metadata on an indicator's page for its data files.
extension SiteRenderer {
  /// The links to an indicator's own data files.
  func downloads(of indicator: ResolvedIndicator, from route: Route) -> [LinkView] {
    guard let page = indicator.route else { return [] }
    var files = [("CSV", IndicatorFile.csv), ("JSON", .json)]
    if indicator.dataFile != nil { files.append((site.settings.language.words[.sourceFile], .source)) }
    return files.map { title, file in
      LinkView(title: title, url: site.links.link(from: route, to: file.route(beside: page)))
    }
  }

  func dataset(of indicator: ResolvedIndicator, at route: Route) -> HTML {
    let files = [("text/csv", IndicatorFile.csv), ("application/json", .json)].compactMap { type, file in
      indicator.route.map { (type: type, route: file.route(beside: $0)) }
    }
    return DatasetMarkup.html(of: indicator, site, downloads: files, from: route)
  }
}
