import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Templates
import Words

/// The parts of an indicator by one dimension, or by several together.
struct DimensionView: TemplateView {
  let renderer: SiteRenderer
  let ref: IndicatorRef
  let group: PartsLayout.Group
  /// Among those of the same figures, from 1.
  let number: Int
  /// The page that names it.
  let route: Route
  let language: Language

  /// The dimensions of the leading figures, or of a facet.
  static func list(
    _ ref: IndicatorRef, facet: Int?, _ renderer: SiteRenderer, from route: Route, _ language: Language
  ) -> [DimensionView] {
    guard let layout = renderer.site.indicators[ref].partsLayout else { return [] }
    return layout.groups(of: facet).enumerated().map { number, index in
      DimensionView(
        renderer: renderer, ref: ref, group: layout.groups[index], number: number + 1, route: route,
        language: language)
    }
  }

  static let fields = ViewFields<Self>(
    "Dimension",
    [
      .text("anchor", "its anchor on the page") { $0.anchor },
      .text("url", "its place on the page, or the first of its own pages") { view in
        guard let page = view.group.pages.first else { return "#" + view.anchor }
        let site = view.renderer.site
        return site.links.link(
          from: view.route, to: site.routes.route(of: PageAddress.parts(view.ref, page: page)))
      },
      .text("name", "the column, or the columns, of the data file") { view in
        view.renderer.site.name(of: view.group, view.language)
      },
      .text("count", "the number of its parts") { String($0.group.parts.count) },
      .flag("is-one-part", "whether there is one part, which needs no opening") { $0.group.parts.count == 1 },
      .html("table", "the parts as rows and the periods as columns; empty if they have pages of their own") { view in
        view.group.pages.isEmpty
          ? view.renderer.table(of: view.group, of: view.ref, language: view.language).html() : HTML()
      },
    ])

  private var anchor: String { (group.facet.map { "-facet-\($0 + 1)" } ?? "") + "-parts-\(number)" }
}

extension SiteRenderer {
  func table(of group: PartsLayout.Group, of ref: IndicatorRef, language: Language) -> PartsTable {
    let indicator = site.indicators[ref].indicator
    return PartsTable(
      group.facet.map { indicator.facets[$0].indicator } ?? indicator, group.parts, by: group.names,
      language: language.words, labels: site.labels(language))
  }
}

extension SiteRenderer {
  /// The pages of figures that are too many to be shown beside their chart, each with its periods: `2001–2005`.
  func earlierFigures(
    of ref: IndicatorRef, facet: Int?, from route: Route, _ language: Language
  ) -> [LinkView] {
    guard let layout = site.indicators[ref].partsLayout else { return [] }
    return layout.pagesOfFigures(of: facet).map { page in
      LinkView(
        title: site.title(ofFigures: page, of: site.indicators[ref], language),
        url: site.links.link(from: route, to: site.routes.route(of: PageAddress.parts(ref, page: page))))
    }
  }
}

extension ResolvedSite {
  /// The first and the last period of a page of figures.
  func title(ofFigures page: Int, of resolved: ResolvedIndicator, _ language: Language) -> String {
    guard let layout = resolved.partsLayout, case .figures(let facet, let rows) = layout.pages[page].content else {
      return ""
    }
    let observations = (facet.map { resolved.indicator.facets[$0].indicator } ?? resolved.indicator).observations
    return [rows.lowerBound, rows.upperBound - 1]
      .map { observations[$0].writtenPeriod ?? observations[$0].period.text(language.words) }
      .joined(separator: " – ")
  }

  /// `Region, Age`, in the words of the site.
  func name(of group: PartsLayout.Group, _ language: Language) -> String {
    group.names.map { labels(language)[$0] }.joined(separator: language.words[.clauseSeparator])
  }

  /// `Persons`, `Region, Age`, `Persons: Region, Age (2/3)`, `2001 – 2005`.
  func title(ofParts page: Int, of resolved: ResolvedIndicator, _ language: Language) -> String {
    guard let layout = resolved.partsLayout else { return "" }
    func facetName(_ number: Int) -> String {
      resolved.indicator.facets[number].name(language.words, labels(language))
    }
    switch layout.pages[page].content {
    case .facet(let number): return facetName(number)
    case .figures(let facet, _):
      return (facet.map { facetName($0) + language.words[.colon] } ?? "")
        + title(ofFigures: page, of: resolved, language)
    case .parts(let index, _):
      let group = layout.groups[index]
      let facet = group.facet.map { facetName($0) + language.words[.colon] } ?? ""
      let count = group.pages.count
      let place = count > 1 ? "\(page - group.pages.lowerBound + 1)/\(count)" : ""
      return facet + name(of: group, language)
        + (place.isEmpty ? "" : language.words.text(.inBrackets, [.text: place]))
    }
  }
}
