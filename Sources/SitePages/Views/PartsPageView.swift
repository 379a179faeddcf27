import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Templates

/// A page of figures that the page of their indicator has no room for: template `parts`.
struct PartsPageView: PageView {
  let frame: Frame
  let ref: IndicatorRef
  /// From 0.
  let page: Int

  private var renderer: SiteRenderer { frame.renderer }
  private var site: ResolvedSite { frame.renderer.site }
  private var resolved: ResolvedIndicator { frame.renderer.site.indicators[ref] }

  var template: PageTemplate { .parts }

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
        guard case .facet(let number)? = view.resolved.partsLayout?.pages[view.page].content else { return nil }
        return FacetView(
          renderer: view.renderer, ref: view.ref, number: number, route: view.frame.route,
          language: view.frame.language)
      },
      .html("table", "the parts as rows and the periods as columns, or the figures, if the page shows some") {
        $0.table
      },
      .list("pages", "the pages that these parts or figures take; empty if there is one") { $0.pages },
      .list("downloads", "the figures of the indicator as files") {
        $0.renderer.downloads(of: $0.ref, from: $0.frame.route)
      },
    ])

  private var table: HTML {
    guard let layout = resolved.partsLayout else { return HTML() }
    switch layout.pages[page].content {
    case .facet: return HTML()
    case .parts(let index, let rows):
      return renderer.table(of: layout.groups[index], of: ref, language: frame.language).html(of: rows)
    case .figures(let facet, let rows):
      let indicator = resolved.indicator
      return renderer.history(of: facet.map { indicator.facets[$0].indicator } ?? indicator, rows, frame.language)
    }
  }

  private var pages: [LinkView] {
    guard let layout = resolved.partsLayout else { return [] }
    let all =
      switch layout.pages[page].content {
      case .facet: 0..<0
      case .parts(let index, _): layout.groups[index].pages
      case .figures(let facet, _): layout.pagesOfFigures(of: facet)
      }
    return renderer.pages(all.count, at: page - all.lowerBound + 1, in: frame) { number in
      .parts(ref, page: all.lowerBound + number - 1)
    }
  }
}
