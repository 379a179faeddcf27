import Bytes
import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Words

// Links and metadata on an indicator's page for its data files, and its chart as a file.
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

  /// The chart as SVG and PNG, and its page for frames.
  func chartDownloads(
    of indicator: ResolvedIndicator, from route: Route, _ language: Language
  ) -> [ChartDownloadView] {
    guard site.settings.hasCharts, indicator.hasChart, let page = indicator.route else { return [] }
    let words = language.words
    let svg = site.links.link(from: route, to: SiteRoutes.chart(beside: page))
    let size = FileSize.text(chartFile(of: indicator).count, words)
    func title(_ details: String...) -> String {
      words[.downloadChart] + words.text(.inBrackets, [.text: details.joined(separator: words[.listSeparator])])
    }
    return [
      ChartDownloadView(title: title("SVG", size), url: svg),
      ChartDownloadView(title: title("PNG"), url: svg, png: "\(indicator.indicator.id?.text ?? "chart").png"),
      ChartDownloadView(
        title: words[.embedChart], url: site.links.link(from: route, to: SiteRoutes.embed(below: page)), isPage: true),
    ]
  }

  /// An `iframe` element.
  func embedCode(of indicator: ResolvedIndicator) -> String? {
    guard site.settings.hasCharts, indicator.hasChart,
      let address = indicator.route.flatMap({ site.links.absolute(SiteRoutes.embed(below: $0)) })
    else { return nil }
    var html = ByteBuffer()
    html.append(markup: "<iframe width=\"480\" height=\"400\" loading=\"lazy\"")
    html.append(attribute: "src", address)
    html.append(attribute: "title", indicator.indicator.name)
    html.append(markup: "></iframe>")
    return String(decoding: html.array, as: UTF8.self)
  }

  func chartScript(from route: Route) -> String {
    site.links.link(from: route, to: theme.asset("chart-image.js").route)
  }

  /// The bytes of `<id>.svg`.
  func chartFile(of resolved: ResolvedIndicator) -> [UInt8] {
    let indicator = resolved.indicator
    let language = site.pages[site.plans[resolved.plan].page].language
    let words = language.words
    let source = indicator.source.map { words[.source] + words[.colon] + $0 }
    let address = resolved.route.flatMap { site.links.absolute($0) }
    let credit = [source, site.settings.title, address].compactMap(\.self).joined(separator: " · ")
    let file = IndicatorChart(indicator, resolved.assessment, language: words, prefix: "chart")
      .file(
        subtitle: indicator.name, credit: credit, tag: language.tag,
        accent: site.settings.theme.accent.map { "\($0)" })
    guard let file else { preconditionFailure("an indicator that can be drawn has a chart") }
    return file
  }

  func dataset(of indicator: ResolvedIndicator, at route: Route) -> HTML {
    let files = [("text/csv", IndicatorFile.csv), ("application/json", .json)].compactMap { type, file in
      indicator.route.map { (type: type, route: file.route(beside: $0)) }
    }
    return DatasetMarkup.html(of: indicator, site, downloads: files, from: route)
  }
}
