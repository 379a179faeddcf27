import Indicators
import Markup
import SiteModel
import SiteSources
import Templates

/// A list of programmes or departments: templates `programmes` and `departments`.
struct RegisterPageView: PageView {
  let frame: Frame
  let groups: @Sendable () -> [RegisterGroupView]

  var template: PageTemplate {
    if case .list(.departments) = frame.address { .departments } else { .programmes }
  }

  static let fields = ViewFields<Self>(
    "RegisterPage", including: { $0.frame },
    [
      .list("groups", "the entries, by plan") { $0.groups() },
      .html("responsibilities", "a table of departments and chapters with the actions of each by year; empty elsewhere")
      {
        view in
        guard case .list(.departments) = view.frame.address else { return HTML() }
        return view.frame.renderer.responsibilities(in: view.frame)
      },
      .list("nobody", "the plans with indicators and actions that no department is in charge of; empty elsewhere") {
        $0.ownerless
      },
      .text("nobody-count", "how many of these there are") { String($0.ownerlessCount) },
      .optionalText("more-nobody", "how many more there are, if some are left out") { view in
        let more = view.ownerlessCount - RegisterPageView.mostOwnerless
        return more > 0 ? IndicatorWords.andMore(more, view.frame.language.words) : nil
      },
    ])

  private static let mostOwnerless = 50

  private var ownerlessCount: Int {
    guard case .list(.departments) = frame.address else { return 0 }
    let site = frame.renderer.site
    return site.ownPlans.reduce(0) { count, plan in
      let (indicators, actions) = site.ownerless(in: plan)
      return count + indicators.count + actions.count
    }
  }

  /// For each plan, first its actions and then its indicators.
  private var ownerless: [OwnerlessView] {
    guard case .list(.departments) = frame.address else { return [] }
    let site = frame.renderer.site
    func link(_ name: String, _ subject: UpdateSubject) -> LinkView {
      LinkView(
        title: name, url: site.links.link(from: frame.route, to: site.route(of: subject)),
        language: site.language(ofText: name))
    }
    var room = RegisterPageView.mostOwnerless
    return site.ownPlans.compactMap { plan in
      let (indicators, actions) = site.ownerless(in: plan)
      let entries =
        (actions.map { link(site.actions[$0].action.name, .action($0)) }
        + indicators.map { link(site.indicators[$0].indicator.name, .indicator($0)) }).prefix(room)
      room -= entries.count
      guard !entries.isEmpty else { return nil }
      return OwnerlessView(
        plan: site.plans.count > 1 ? frame.renderer.link(from: frame.route, toPlan: plan) : nil,
        entries: Array(entries))
    }
  }
}

/// The indicators and actions of one plan that no department is in charge of.
struct OwnerlessView: TemplateView {
  let plan: LinkView?
  let entries: [LinkView]

  static let fields = ViewFields<Self>(
    "Ownerless",
    [
      .optionalView("plan", "the plan, on a site with several") { $0.plan },
      .list("entries", "its actions, then its indicators") { $0.entries },
    ])
}

/// The programmes or departments of one plan.
struct RegisterGroupView: TemplateView {
  let plan: LinkView?
  let entries: [RegisterEntryView]

  static let fields = ViewFields<Self>(
    "RegisterGroup",
    [
      .optionalView("plan", "the plan") { $0.plan },
      .list("entries", "its programmes or departments") { $0.entries },
    ])
}

/// A programme or a department in a list.
struct RegisterEntryView: TemplateView {
  let name: String
  let url: String
  let summary: String?
  let indicatorCount: IndicatorCount
  /// The count of its indicators at risk, which may be 0. Empty unless it has indicators that are counted.
  let atRisk: [ClassCountView]
  /// How many of its indicators are in each class, as one bar.
  let statusBar: HTML
  let actionCount: Int
  let supportedCount: Int
  /// The late states of its actions.
  let late: [StateCountView]
  let language: Language
  let children: [LinkView]
  /// The language of the name, if it differs from the page's.
  let nameLanguage: String?

  static let fields = ViewFields<Self>(
    "RegisterEntry",
    [
      .text("name", "its name") { $0.name },
      .optionalText("name-language", "the language of the name, if it is another") { $0.nameLanguage },
      .text("url", "its address") { $0.url },
      .optionalText("summary", "what it is") { $0.summary },
      .text("indicator-count", "how many indicators it has that are followed") {
        $0.indicatorCount.number($0.language.words)
      },
      .text("indicator-word", "what follows that number, and how many were given up") {
        $0.indicatorCount.word($0.language.words)
      },
      .flag("has-indicators", "whether it has indicators") {
        $0.indicatorCount.followed + $0.indicatorCount.givenUp > 0
      },
      .list("at-risk", "how many of its indicators are at risk, which may be 0; empty without indicators") {
        $0.atRisk
      },
      .html("status-bar", "how many of its indicators are in each class, as one bar") { $0.statusBar },
      .text("action-count", "how many actions it leads, or belong to it") {
        $0.language.words.counted(.countedActions, $0.actionCount).number
      },
      .text("action-word", "what follows that number") {
        $0.language.words.counted(.countedActions, $0.actionCount).word
      },
      .flag("has-actions", "whether it has actions") { $0.actionCount > 0 },
      .optionalText("supported-count", "how many actions a department supports, if any") {
        $0.supportedCount > 0 ? String($0.supportedCount) : nil
      },
      .list("late", "how many of its actions have each late state") { $0.late },
      .list("children", "the programmes that are part of it") { $0.children },
    ])
}
