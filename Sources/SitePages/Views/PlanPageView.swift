import SiteModel
import Templates

/// A plan's home page: template `plan`.
struct PlanPageView: PageView {
  let frame: Frame
  let page: PageRef
  let plan: PlanRef

  private var renderer: SiteRenderer { frame.renderer }
  private var resolved: ResolvedPlan { frame.renderer.site.plans[plan] }

  var template: PageTemplate { .plan }

  static let fields = ViewFields<Self>(
    "PlanPage", including: { $0.frame },
    [
      .deferredHTML("content", "the page's text") { $0.renderer.content(of: $0.page) },
      .optionalView("answer", "how the plan is going; only if it has indicators") { view in
        AnswerView(of: view.plan, in: view.frame, limit: 6)
      },
      .optionalView("action-answer", "what is late, and who answers for it; only if it has actions") { view in
        ActionAnswerView(of: view.plan, in: view.frame, limit: 10)
      },
      .view("plan", "the plan") { $0.renderer.planView($0.plan, in: $0.frame) },
      .html("indicator-table", "the indicators of the plan, at most 150; empty if there is none") { view in
        view.renderer.table(
          view.renderer.rows(of: view.resolved.indicators, onPage: 1, in: view.frame), in: view.frame, prefix: "plan",
          frameName: view.frame.title)
      },
      .optionalText("list-url", "address of the list of all, if they are too many for this page") { view in
        let list = LongList.indicators(view.plan)
        guard let pages = view.renderer.site.routes.longLists[list], pages > 1 else { return nil }
        let site = view.renderer.site
        return site.links.link(from: view.frame.route, to: site.routes.route(of: .longList(list, page: 1)))
      },
      .text("indicator-count", "how many indicators it has that are followed, and how many were given up") {
        $0.renderer.count(of: $0.resolved.indicators).text($0.frame.language.words)
      },
      .list("updates", "what was said of the plan as a whole, the newest first") { view in
        view.renderer.updates(about: .section(view.page), on: view.frame.route, view.frame.language)
      },
      .optionalText("own-feed", "address of the plan's feed, if it has updates") { view in
        view.renderer.feed(of: .plan(view.plan), from: view.frame.route)
      },
      .list("reports", "the reports on the plan, the newest first") { view in
        view.renderer.reports(on: view.plan, from: view.frame.route)
      },
      .list("changed-dates", "its actions whose dates were changed") { view in
        let actions = view.renderer.site.actionIndex.of(view.plan)
        return view.renderer.changedDates(view.renderer.moved(actions), in: view.frame)
      },
      .optionalText("more-changed-dates", "nothing: all of them are listed") { _ in nil },
      .list("programmes", "the programmes of the plan") { view in
        view.resolved.programmes.map { view.renderer.link(from: view.frame.route, toProgramme: $0) }
      },
    ])
}
