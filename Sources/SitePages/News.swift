import DataFormats
import SiteModel

/// Something with a date: a page, or an update that stands in YAML.
struct NewsItem {
  let date: CalendarDate
  let title: String
  let summary: String?
  let route: Route
  /// Where it stands on that page; nil for the page itself.
  let anchor: String?
  /// The page; nil for an update in YAML.
  let page: PageRef?
  /// The update, if it is one.
  let update: ResolvedUpdate?
}

extension ResolvedSite {
  /// The newest dated pages and updates, newest first; of one day, pages come first, in their order.
  func news(_ limit: Int, of scope: FeedScope? = nil) -> [NewsItem] {
    let ofPages = Dictionary(
      updates.all.compactMap { update in update.page.map { ($0, update) } }, uniquingKeysWith: { first, _ in first })
    let dated = datedPages(scope == nil ? limit : .max).compactMap { ref, date -> NewsItem? in
      let (page, update) = (self.pages[ref], ofPages[ref])
      if let scope, !contains(scope, page: ref, update: update) { return nil }
      return NewsItem(
        date: date, title: page.numberedTitle, summary: page.description, route: page.route, anchor: nil, page: ref,
        update: update)
    }
    let entries = updates.all.lazy.filter { update in
      update.page == nil && (scope.map { self.contains($0, update: update) } ?? true)
    }
    let own = entries.prefix(limit).compactMap { update -> NewsItem? in
      guard let subject = update.subjects.first else { return nil }
      let name = self.name(of: subject)
      return NewsItem(
        date: update.date, title: update.title.map { "\(name): \($0)" } ?? name, summary: update.text,
        route: self.route(of: subject), anchor: "-update-\(update.number)", page: nil, update: update)
    }
    guard !own.isEmpty else { return Array(dated.prefix(limit)) }
    var merged: [NewsItem] = []
    var (first, second) = (dated[...], own[...])
    while merged.count < limit, !first.isEmpty || !second.isEmpty {
      if let page = first.first, second.first.map({ $0.date <= page.date }) ?? true {
        merged.append(page)
        first.removeFirst()
      } else if let update = second.first {
        merged.append(update)
        second.removeFirst()
      }
    }
    return merged
  }

  private func contains(_ scope: FeedScope, page: PageRef, update: ResolvedUpdate?) -> Bool {
    if let update, contains(scope, update: update) { return true }
    switch scope {
    case .plan(let plan): return pages[page].plan == plan
    case .department(let department): return pages[page].department == department
    case .indicator: return false
    }
  }

  func name(of subject: UpdateSubject) -> String {
    switch subject {
    case .action(let ref): actions[ref].action.name
    case .indicator(let ref): indicators[ref].indicator.name
    case .programme(let ref): programmes[ref].programme.name
    case .section(let ref): pages[ref].numberedTitle
    }
  }

  /// The page on which an update about something stands.
  func route(of subject: UpdateSubject) -> Route {
    switch subject {
    case .action(let ref): actions[ref].route
    case .indicator(let ref):
      indicators[ref].route ?? pages[indicators[ref].section ?? plans[indicators[ref].plan].page].route
    case .programme(let ref): programmes[ref].route
    case .section(let ref): pages[ref].route
    }
  }
}
