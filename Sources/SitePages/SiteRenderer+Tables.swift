import DataFormats
import Figures
import Indicators
import Markup
import SiteModel
import SiteSources

// Tables of indicators, and of the observations of one.
extension SiteRenderer {
  func countsByStatus(_ places: some Sequence<IndicatorRef>) -> [(status: IndicatorStatus, count: Int)] {
    // By the place among the statuses: a site's counts go over all of its indicators several times.
    var counts = [Int](repeating: 0, count: IndicatorStatus.allCases.count)
    for place in places { counts[site.statuses[place].ordinal] += 1 }
    return zip(IndicatorStatus.allCases, counts).filter { $0.1 > 0 }.map { (status: $0.0, count: $0.1) }
  }

  /// How many of the indicators have each status, in the order of the rules; only statuses that one has.
  func statusCounts(_ refs: some Sequence<IndicatorRef>, language: Language) -> [StatusCountView] {
    countsByStatus(refs).map { StatusCountView(status: $0.status, count: $0.count, language: language) }
  }

  /// A table on the page of a frame.
  func table(
    _ refs: [IndicatorRef], in frame: Frame, prefix: String, frameName: String? = nil, hasFacets: Bool = false
  ) -> HTML {
    table(
      refs, of: frame.route, language: frame.language, prefix: prefix, frameName: frameName, hasFacets: hasFacets)
  }

  /// `prefix` begins the table's ids; it must be unique on the page. `frameName` names the frame that scrolls, where
  /// the table has no caption.
  func table(
    _ places: [IndicatorRef], of route: Route, language: Language, prefix: String, caption: String? = nil,
    frameName: String? = nil, columns: [IndicatorColumn] = [], grouping: IndicatorGrouping? = nil,
    hasFacets: Bool = false
  ) -> HTML {
    guard let first = places.first else { return HTML() }
    let prefixLink = site.links.prefix(from: route)
    let showsDepartment = columns.contains { if case .department = $0 { true } else { false } }
    let rows = grouped(places, by: grouping).map { place, group -> IndicatorRow in
      let resolved = site.indicators[place]
      return IndicatorRow(
        indicator: resolved.indicator, assessment: resolved.assessment,
        name: .init(
          text: resolved.indicator.name, url: resolved.route.map { prefixLink + site.links.suffix(to: $0) }),
        department: !showsDepartment
          ? nil
          : resolved.lead.map { lead in
            let department = registers.departments[lead]
            return .init(
              text: department.shortName, url: site.links.link(from: route, pathFromRoot: department.pathFromRoot))
          },
        group: group,
        notes: resolved.indicator.notes, facets: hasFacets ? facets(of: resolved) : [])
    }
    var words = ThemeWords.table(language)
    words.frame = frameName ?? ThemeWords.in(language)["table-scroll"]
    words.rule = registers.plans[site.indicators[first].plan].rule(language.words)
    return IndicatorTable(
      rows, columns: columns, caption: caption, words: words, language: language.words, prefix: prefix
    ).html
  }

  /// Rows of one group stand together where the text asks for a grouping, those of none first: under another heading
  /// they would seem to belong to it. By itself a table keeps the order of the register.
  private func grouped(_ places: [IndicatorRef], by grouping: IndicatorGrouping?) -> [(
    place: IndicatorRef, group: String?
  )] {
    let labelled = places.map { (place: $0, group: label(of: site.indicators[$0], by: grouping ?? .category)) }
    guard grouping != nil else { return labelled }
    var order: [String?: Int] = [nil: 0]
    for (_, group) in labelled where order[group] == nil { order[group] = order.count }
    return labelled.sorted { (order[$0.group] ?? 0) < (order[$1.group] ?? 0) }
  }

  private func label(of resolved: ResolvedIndicator, by grouping: IndicatorGrouping) -> String? {
    switch grouping {
    case .category: resolved.indicator.group ?? resolved.indicator.category
    case .programme: resolved.programme.map { site.programmes[$0].programme.name }
    case .section: resolved.section.map { site.pages[$0].numberedTitle }
    case .department: resolved.lead.map { site.departments[$0].department.name }
    case .plan: site.pages[site.plans[resolved.plan].page].title
    case .none: nil
    }
  }

  private func facets(of resolved: ResolvedIndicator) -> [(name: StaticString, value: String)] {
    let all: [(name: StaticString, value: String?)] = [
      ("status", resolved.assessment.status.rawValue), ("nature", resolved.indicator.nature?.rawValue),
      ("category", resolved.indicator.category),
      ("department", resolved.lead.map { site.departments[$0].department.id.value }),
    ]
    return all.compactMap { facet in facet.value.map { (facet.name, $0) } }
  }

  func history(of indicator: Indicator, _ language: Language) -> HTML {
    let words = ThemeWords.in(language)
    return HistoryTable(
      indicator, language: language.words,
      words: HistoryWords(
        caption: indicator.name, period: words["period"], value: words["value"], source: words["source"],
        note: words["note"], frame: "\(words["history"])\(words["colon"])\(indicator.name)")
    ).html
  }
}
