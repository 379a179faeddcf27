import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Templates

/// Figures of an indicator in another unit, of another series, or of a part with a target, on the indicator's page.
struct FacetView: TemplateView {
  let renderer: SiteRenderer
  let owner: ResolvedIndicator
  /// 0-based.
  let number: Int
  let language: Language

  private var facet: IndicatorFacet { owner.indicator.facets[number] }
  private var resolved: ResolvedIndicator { owner.facets[number] }
  private var indicator: Indicator { resolved.indicator }
  private var hasVerdict: Bool { indicator.target != nil || indicator.judgement != nil }

  static let fields = ViewFields<Self>(
    "Facet",
    [
      .text("anchor", "its anchor on the page") { "-facet-\($0.number + 1)" },
      .text("name", "what sets it apart: its unit, its series, its part") { view in
        view.indicator.name == view.owner.indicator.name
          ? view.facet.name(view.language.words, view.renderer.site.labels(view.language)) : view.indicator.name
      },
      .optionalText("unit", "its unit") { $0.indicator.unit },
      .optionalText("latest", "its newest figure") {
        IndicatorWords.latest(of: $0.indicator, $0.language.words)
      },
      .optionalText("target", "its target, if it has one") {
        $0.indicator.target == nil ? nil : IndicatorWords.target(of: $0.indicator, $0.language.words)
      },
      .html("badge", "its status; empty without a target") {
        $0.hasVerdict ? StatusBadge.html($0.resolved.verdict, $0.language.words) : HTML()
      },
      .optionalText("without-whole", "how figures are shown that have none for the whole") {
        IndicatorWords.withoutWhole($0.indicator, $0.language.words)
      },
      .html("chart", "a chart of its figures; empty if there is none") { view in
        IndicatorChart(
          view.indicator, view.resolved.assessment, language: view.language.words, prefix: "chart-\(view.number + 1)"
        ).html
      },
      .list("dimensions", "its parts, by dimension") {
        DimensionView.list(
          $0.indicator, limit: DimensionView.facetLimit(of: $0.owner), prefix: "-facet-\($0.number + 1)-parts",
          $0.renderer.site, $0.language)
      },
      .html("history", "the table of its figures") { $0.renderer.history(of: $0.indicator, $0.language) },
    ])
}
