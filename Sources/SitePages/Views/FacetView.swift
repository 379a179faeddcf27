import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Templates

/// Figures of an indicator in another unit, of another series, or of a part with a target, on the indicator's page.
struct FacetView: TemplateView {
  let renderer: SiteRenderer
  let ref: IndicatorRef
  /// 0-based.
  let number: Int
  /// The page that names it.
  let route: Route
  let language: Language

  private var owner: ResolvedIndicator { renderer.site.indicators[ref] }
  private var facet: IndicatorFacet { owner.indicator.facets[number] }
  private var resolved: ResolvedIndicator { owner.facets[number] }
  private var indicator: Indicator { resolved.indicator }
  /// Its own page, if it has one.
  private var page: PageAddress? {
    owner.partsLayout?.page(ofFacet: number).map { PageAddress.parts(ref, page: $0) }
  }
  private var hasVerdict: Bool { indicator.target != nil || indicator.judgement != nil }

  static let fields = ViewFields<Self>(
    "Facet",
    [
      .text("anchor", "its anchor on the page") { "-facet-\($0.number + 1)" },
      .text("url", "its place on the page, or its own page") { view in
        guard let page = view.page else { return "#-facet-\(view.number + 1)" }
        return view.renderer.site.links.link(from: view.route, to: view.renderer.site.routes.route(of: page))
      },
      .flag("is-here", "whether the page of the indicator shows it; else it has a page of its own") { $0.page == nil },
      .text("name", "what sets it apart: its unit, its series, its part") { view in
        view.indicator.name == view.owner.indicator.name
          ? view.facet.name(view.language.words, view.renderer.site.labels(view.language)) : view.indicator.name
      },
      .flag("has-one-figure", "whether it has one figure, which needs no opening") {
        $0.indicator.observations.count == 1
      },
      .optionalText("unit", "its unit") { $0.indicator.unit },
      .optionalText("latest", "its newest figure") {
        IndicatorWords.latest(of: $0.indicator, $0.resolved.assessment, $0.language.words)
      },
      .optionalText("target", "its target, if it has one") {
        $0.indicator.target == nil ? nil : IndicatorWords.target(of: $0.indicator, $0.language.words)
      },
      .html("badge", "its status; empty without a target") {
        $0.hasVerdict ? StatusBadge.html($0.resolved.verdict, $0.language.words) : HTML()
      },
      .optionalText("reason", "the reason, if the rule alone does not explain its status") { view in
        guard view.hasVerdict else { return nil }
        return IndicatorWords.explanation(of: view.resolved.assessment, view.indicator, view.language.words)
      },
      .list("target-changes", "how its target was changed, the newest change first") { view in
        IndicatorWords.changes(of: view.indicator, view.language.words).map(NoteView.init)
      },
      .optionalText("without-whole", "how figures are shown that have none for the whole") { view in
        IndicatorWords.withoutWhole(
          view.indicator, view.language.words, labels: view.renderer.site.labels(view.language))
      },
      .html("chart", "a chart of its figures; empty if there is none") { view in
        IndicatorChart(
          view.indicator, view.resolved.assessment, language: view.language.words, prefix: "chart-\(view.number + 1)"
        ).html
      },
      .list("dimensions", "its parts, by dimension") {
        DimensionView.list($0.ref, facet: $0.number, $0.renderer, from: $0.route, $0.language)
      },
      .html("history", "the table of its figures, or of the newest of many") { view in
        view.renderer.history(
          of: view.indicator, view.owner.partsLayout?.shownFigures(of: view.number), view.language)
      },
      .list("earlier-figures", "the pages of those before them") { view in
        view.renderer.earlierFigures(of: view.ref, facet: view.number, from: view.route, view.language)
      },
    ])
}
