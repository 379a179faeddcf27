import Indicators
import Markup
import SiteModel
import SiteSources
import Words

// Links and metadata on an indicator's page for its data files.
extension SiteRenderer {
  /// The links to an indicator's own data files.
  func downloads(of ref: IndicatorRef, from route: Route) -> [DownloadView] {
    let indicator = site.indicators[ref]
    guard indicator.route != nil else { return [] }
    let words = site.settings.language.words
    var files = [(words[.valuesFile], IndicatorFile.csv), (words[.factsFile], .json)]
    if indicator.dataFile != nil { files.append((words[.sourceFile], .source)) }
    return files.map { title, file in download(title, .indicator(ref, file), from: route) }
  }

  /// The link to a data file.
  func download(_ title: String, _ address: DataAddress, from route: Route) -> DownloadView {
    DownloadView(
      title: title, url: site.links.link(from: route, to: site.routes.route(of: address)), address: address,
      renderer: self)
  }

  func dataset(of indicator: ResolvedIndicator, at route: Route) -> HTML {
    let files = [("text/csv", IndicatorFile.csv), ("application/json", .json)].compactMap { type, file in
      indicator.route.map { (type: type, route: file.route(beside: $0)) }
    }
    return DatasetMarkup.html(of: indicator, site, downloads: files, from: route)
  }
}
