import Indicators
import SiteModel
import SiteSources

/// Everything that a search of the site can find, by kind, then in the order of the site.
struct SearchEntries: Sendable {
  let entries: [SearchEntry]
  /// The number of the first entry of each kind, in the order of `SearchKind`.
  let starts: [Int]

  init(_ site: ResolvedSite) {
    var entries: [SearchEntry] = []
    var starts: [Int] = []
    for kind in SearchKind.allCases {
      starts.append(entries.count)
      entries += SearchEntries.entries(of: kind, site)
    }
    self.entries = entries
    self.starts = starts
  }

  private static func entries(of kind: SearchKind, _ site: ResolvedSite) -> [SearchEntry] {
    switch kind {
    case .indicator:
      return site.indicators.indices.map { ref in
        let indicator = site.indicators[ref]
        return SearchEntry(kind: kind, subject: .indicator(ref), plan: indicator.plan, department: indicator.lead)
      }
    case .section:
      return site.plans.flatMap { plan in plan.readingOrder.map { page(kind, $0, site) } }
    case .page:
      let reports = site.reports.enumerated().flatMap { number, report in
        report.readingOrder.map { page(kind, $0, site, report: number) }
      }
      return ([site.frontPage].compactMap(\.self) + site.freePages + site.updatePages).map {
        page(kind, $0, site)
      } + reports
    case .action:
      return site.actions.indices.map { ref in
        let action = site.actions[ref]
        return SearchEntry(kind: kind, subject: .action(ref), plan: action.plan, department: action.lead)
      }
    case .programme:
      return site.programmes.indices.map { ref in
        let programme = site.programmes[ref]
        return SearchEntry(
          kind: kind, subject: .programme(ref), plan: programme.plan, department: programme.department)
      }
    case .department:
      return site.departments.indices.map {
        SearchEntry(kind: kind, subject: .department($0), plan: nil, department: $0)
      }
    case .term:
      return site.terms.indices.map { SearchEntry(kind: kind, subject: .term($0), plan: nil, department: nil) }
    }
  }

  private static func page(
    _ kind: SearchKind, _ ref: PageRef, _ site: ResolvedSite, report: Int? = nil
  ) -> SearchEntry {
    let page = site.pages[ref]
    return SearchEntry(
      kind: kind, subject: .page(ref), plan: page.plan, department: page.department, report: report)
  }
}

extension PageAddress {
  /// The kind of result that a page is; nil for a page that repeats or lists the contents of other pages. A new kind of
  /// page has to decide here, and a register that has pages has to be a kind of entry.
  package var searchKind: SearchKind? {
    switch self {
    case .content(_, .plan), .content(_, .section): .section
    case .content(_, .front), .content(_, .page), .content(_, .report): .page
    case .indicator: .indicator
    case .action: .action
    case .programme: .programme
    case .department: .department
    case .list(.glossary): .term
    // The whole plan repeats its sections; the lists name what has pages of its own.
    case .wholePlan, .progress, .longList, .parts, .list(.indicators), .list(.actions), .list(.programmes),
      .list(.departments), .list(.alignment), .list(.feed), .search:
      nil
    case .embed, .redirect, .notFound: nil
    }
  }
}
