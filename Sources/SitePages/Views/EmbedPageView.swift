import Figures
import Indicators
import Markup
import SiteModel
import Templates

/// The chart of one indicator, for a frame on another site: template `embed`.
struct EmbedPageView: PageView {
  let frame: Frame
  let ref: IndicatorRef

  private var renderer: SiteRenderer { frame.renderer }
  private var resolved: ResolvedIndicator { frame.renderer.site.indicators[ref] }

  var template: PageTemplate { .embed }

  static let fields = ViewFields<Self>(
    "EmbedPage", including: { $0.frame },
    [
      .view("indicator", "the indicator") {
        IndicatorView(
          renderer: $0.renderer, ref: $0.ref, route: $0.frame.route, language: $0.frame.language, hasSmallChart: true)
      },
      .html("tall-chart", "the chart as high as on the indicator's page, for high frames") { view in
        IndicatorChart(
          view.resolved.indicator, view.resolved.assessment, language: view.frame.language.words, prefix: "tall-chart"
        ).html
      },
      .text("page", "the address of the indicator's page") { view in
        let links = view.renderer.site.links
        guard let page = view.resolved.route else { preconditionFailure("only an indicator with a page has a chart") }
        return links.absolute(page) ?? links.link(from: view.frame.route, to: page)
      },
    ])
}
