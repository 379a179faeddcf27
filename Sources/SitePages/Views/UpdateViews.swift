import Actions
import DataFormats
import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Templates
import Words

/// An update with its day: partial `updates`.
struct UpdateView: TemplateView {
  let renderer: SiteRenderer
  let update: ResolvedUpdate
  /// The page that shows it.
  let route: Route
  let language: Language
  /// Whether it is shown on the page of its subject; elsewhere it names its subject.
  let isAtHome: Bool

  private var site: ResolvedSite { renderer.site }

  static let fields = ViewFields<Self>(
    "Update",
    [
      .text("date", "its date in words") { $0.update.date.text($0.language.words) },
      .text("iso-date", "its date in the form 2024-03-05") { $0.update.date.description },
      .optionalText("anchor", "its id on the page of what it is about; nothing for a page of its own") { view in
        view.isAtHome && view.update.page == nil ? "-update-\(view.update.number)" : nil
      },
      .optionalText("title", "its title; on other pages, if it has none, its subject") { $0.title },
      .optionalText("url", "its address: its own page, or its place on that of what it is about") { $0.url },
      .optionalText("place", "where it can be read: its own page, or its place on that of what it is about") {
        $0.place
      },
      .text("text", "what was said; of a page, its beginning") { $0.update.text },
      .html("badge", "the status at that time: shape, word and colour; empty if it states none") { $0.badge },
      .optionalView("department", "the department that says so, elsewhere than on its page") {
        view -> LinkView? in
        guard let department = view.update.department, view.site.departments[department].route != view.route else {
          return nil
        }
        return view.renderer.link(from: view.route, toDepartment: department)
      },
      .list("subjects", "its subjects, on other pages") { view in
        view.isAtHome
          ? []
          : view.update.subjects.map {
            LinkView(
              title: view.site.name(of: $0),
              url: view.site.links.link(from: view.route, to: view.site.route(of: $0)))
          }
      },
    ])

  private var title: String? {
    update.title ?? (isAtHome ? nil : update.subjects.first.map(site.name(of:)))
  }

  private var url: String? { isAtHome && update.page == nil ? nil : place }

  private var place: String? {
    if let page = update.page { return site.links.link(from: route, pathFromRoot: site.pages[page].pathFromRoot) }
    guard let subject = update.subjects.first else { return nil }
    return site.links.link(from: route, to: site.route(of: subject)) + "#-update-\(update.number)"
  }

  private var badge: HTML { UpdateView.badge(of: update, language.words) }

  /// The status that an update states; empty if it states none.
  static func badge(of update: ResolvedUpdate, _ language: WordLanguage) -> HTML {
    guard let status = update.status else { return HTML() }
    let isAction = update.subjects.contains { if case .action = $0 { true } else { false } }
    let reported = ReportedState(rawValue: status).map(ActionState.init)
    if let reported, isAction || IndicatorStatus(rawValue: status) == nil {
      return ActionBadge.html(reported, language)
    }
    return IndicatorStatus(rawValue: status).map { StatusBadge.html(Verdict($0), language) } ?? HTML()
  }
}

extension SiteRenderer {
  /// The updates about something, on its own page.
  func updates(about subject: UpdateSubject, on route: Route, _ language: Language) -> [UpdateView] {
    guard !site.updates.isEmpty else { return [] }
    return site.updates.about(subject).map {
      UpdateView(renderer: self, update: $0, route: route, language: language, isAtHome: true)
    }
  }

  /// The address of a feed of its own; nil where it has none.
  func feed(of scope: FeedScope, from route: Route) -> String? {
    site.routes.feeds.contains(scope)
      ? site.links.link(from: route, to: site.routes.route(of: scope)) : nil
  }
}

/// The page of everything that is new: template `feed`.
struct FeedPageView: PageView {
  let frame: Frame

  private var renderer: SiteRenderer { frame.renderer }

  var template: PageTemplate { .feed }

  static let fields = ViewFields<Self>(
    "FeedPage", including: { $0.frame },
    [
      .list("times", "the newest pages and updates by the time of each, the newest first") { $0.times },
      .list("feeds", "the feeds of plans and departments, for feed readers") { view in
        let site = view.renderer.site
        return site.routes.feeds.compactMap { scope -> LinkView? in
          let title: String
          switch scope {
          case .plan(let ref): title = site.pages[site.plans[ref].page].title
          case .department(let ref): title = site.departments[ref].department.name
          case .indicator: return nil
          }
          return LinkView(title: title, url: site.links.link(from: view.frame.route, to: site.routes.route(of: scope)))
        }
      },
    ])

  private var times: [NewsTimeView] {
    var groups: [NewsTimeView] = []
    for item in renderer.site.news(ResolvedSite.mostNews) {
      let date = item.dateText(frame.language.words)
      if groups.last?.date != date { groups.append(NewsTimeView(date: date, day: item.date)) }
      groups[groups.count - 1].entries.append(NewsView(frame: frame, item: item))
    }
    return groups
  }
}

/// The news that have one date.
struct NewsTimeView: TemplateView {
  let date: String
  let day: CalendarDate
  var entries: [NewsView] = []

  static let fields = ViewFields<Self>(
    "NewsTime",
    [
      .text("date", "the date in words, or the time in which it was") { $0.date },
      .text("iso-date", "the date, or the last day of that time, in the form 2024-03-05") { $0.day.description },
      .list("entries", "the news of that date") { $0.entries },
    ])
}

/// A page or an update in a list of news.
struct NewsView: TemplateView {
  let frame: Frame
  let item: NewsItem

  static let fields = ViewFields<Self>(
    "News",
    [
      .text("title", "the title of the page, or what the update is about") { $0.item.title },
      .text("url", "its address") { view in
        view.frame.renderer.site.links.link(from: view.frame.route, to: view.item.route)
          + (view.item.anchor.map { "#\($0)" } ?? "")
      },
      .text("date", "its date in words, or the time in which it was") { $0.item.dateText($0.frame.language.words) },
      .text("iso-date", "its date, or the last day of that time, in the form 2024-03-05") { $0.item.date.description },
      .optionalText("summary", "its beginning") { $0.item.summary },
      .optionalView("update", "the update, if it is one") { view in
        view.item.update.map {
          UpdateView(
            renderer: view.frame.renderer, update: $0, route: view.frame.route, language: view.frame.language,
            isAtHome: false)
        }
      },
    ])
}
