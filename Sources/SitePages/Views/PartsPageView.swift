import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Templates

/// A page of figures that the page of their indicator has no room for: template `parts`.
struct PartsPageView: TemplateView {
  let frame: Frame
  let ref: IndicatorRef
  /// From 0.
  let page: Int

  private var renderer: SiteRenderer { frame.renderer }
  private var site: ResolvedSite { frame.renderer.site }
  private var resolved: ResolvedIndicator { frame.renderer.site.indicators[ref] }
  private var content: PartsLayout.Page.Content? { resolved.partsLayout?.pages[page].content }

  static let fields = ViewFields<Self>(
    "PartsPage", including: { $0.frame },
    [
      .view("indicator", "the indicator") { view -> LinkView in
        LinkView(
          title: view.resolved.indicator.name,
          url: view.site.links.link(
            from: view.frame.route, to: view.site.routes.route(of: PageAddress.indicator(view.ref))))
      },
      .text("heading", "which of its figures they are") { view in
        view.site.title(ofParts: view.page, of: view.resolved, view.frame.language)
      },
      .optionalView("facet", "the figures in another unit or of another series, if the page shows those") {
        view -> FacetView? in
        guard case .facet(let number)? = view.content else { return nil }
        return FacetView(
          renderer: view.renderer, ref: view.ref, number: number, route: view.frame.route,
          language: view.frame.language)
      },
      .html("table", "the parts as rows and the periods as columns, if the page shows some") { view in
        guard case .parts(let index, let rows)? = view.content, let layout = view.resolved.partsLayout else {
          return HTML()
        }
        return view.renderer.table(of: layout.groups[index], of: view.ref, language: view.frame.language).html(of: rows)
      },
      .list("pages", "the pages that these parts take; empty if there is one") { $0.pages },
      .list("downloads", "the figures of the indicator as files") {
        $0.renderer.downloads(of: $0.resolved, from: $0.frame.route)
      },
    ])

  private var pages: [LinkView] {
    guard case .parts(let index, _)? = content, let layout = resolved.partsLayout else { return [] }
    let all = layout.groups[index].pages
    guard all.count > 1 else { return [] }
    return all.map { other in
      LinkView(
        title: String(other - all.lowerBound + 1),
        url: site.links.link(from: frame.route, to: site.routes.route(of: PageAddress.parts(ref, page: other))),
        isCurrent: other == page)
    }
  }
}
