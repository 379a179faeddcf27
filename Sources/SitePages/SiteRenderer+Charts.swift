import Bytes
import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Words

// The chart of an indicator as files, and as a frame in other sites.
extension SiteRenderer {
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

  /// The `iframe` element to copy into another site; nil without a chart or an address of the site.
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

  /// The address of the script that saves a chart as PNG.
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
}
