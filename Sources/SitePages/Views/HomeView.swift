import SiteModel
import Templates

/// The front page of a site: template `home`.
struct HomeView: PageView {
  let frame: Frame
  let page: PageRef

  private var renderer: SiteRenderer { frame.renderer }
  private var site: ResolvedSite { frame.renderer.site }

  var template: PageTemplate { .home }

  static let fields = ViewFields<Self>(
    "Home", including: { $0.frame },
    [
      .deferredHTML("content", "the page's text") { $0.renderer.content(of: $0.page) },
      .optionalView("answer", "how the plans are going; only if there are indicators") {
        AnswerView(ofSiteIn: $0.frame, limit: 4)
      },
      .optionalView("action-answer", "what is late, and who answers for it; only if there are actions") { view in
        ActionAnswerView(ofSiteIn: view.frame, limit: 5)
      },
      .list("plans", "every plan of the site") { view in
        view.site.plans.indices.map { view.renderer.planView($0, in: view.frame) }
      },
      .flag("has-many-plans", "whether there are more plans than have an entry with their counts each") {
        $0.site.plans.count > PlanView.mostEntries
      },
      .list("statuses", "how many indicators of the site have each status") {
        $0.renderer.statusCounts($0.site.indicators.indices, language: $0.frame.language)
      },
      .text("indicator-count", "how many indicators the site has that are followed") {
        String($0.renderer.count(of: Array($0.site.indicators.indices)).followed)
      },
      .list("updates", "the newest pages, updates and changes, as in the feed") { $0.updates },
      .optionalText("feed-url", "address of the page of all that is new; only of a site with news") { view in
        !view.site.routes.lists.contains(.feed)
          ? nil : view.site.links.link(from: view.frame.route, to: ListPage.feed.route)
      },
    ])

  private var updates: [DatedLinkView] {
    site.highlights(5).map { item in
      DatedLinkView(
        title: item.title,
        url: site.links.link(from: frame.route, to: item.route) + (item.anchor.map { "#\($0)" } ?? ""),
        date: item.dateText(frame.language.words), isoDate: item.date.description, summary: item.summary)
    }
  }
}
