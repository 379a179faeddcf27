import Actions
import DataFormats
import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Templates

/// The answer to "what is late, and who answers for it?" for some actions: partial `action-answer`, on the front page
/// and the pages of plans, programmes and departments.
struct ActionAnswerView: TemplateView {
  let frame: Frame
  let refs: [ActionRef]
  /// How many late actions are shown.
  let limit: Int
  /// The list of exactly these actions, which begins with all that are late; nil if there is none.
  let more: Route?
  let showsPlan: Bool
  /// The address of the list of those whose dates were changed.
  private let changes: String?
  private let late: [ActionRef]
  private let moved: [ActionRef]

  /// Nil without actions. `limit` holds where there is a list of exactly these actions; elsewhere all late ones are
  /// shown.
  private init?(
    of refs: [ActionRef], in frame: Frame, limit: Int, more: Route?, changes: String?, showsPlan: Bool = false
  ) {
    guard !refs.isEmpty else { return nil }
    (self.frame, self.refs, self.more, self.showsPlan) = (frame, refs, more, showsPlan)
    self.changes = changes
    self.limit = more == nil ? ActionAnswerView.most : limit
    let site = frame.renderer.site
    late = frame.renderer.byUrgency(refs.filter { site.actions[$0].standing.state.isLate })
    moved = frame.renderer.moved(refs)
  }

  /// For a programme or a department, whose page has a table of its actions.
  init?(of refs: [ActionRef], in frame: Frame) {
    self.init(
      of: refs, in: frame, limit: 0, more: nil, changes: nil, showsPlan: frame.renderer.areOfSeveralPlans(refs))
  }

  /// For the plans of the site that are its own.
  init?(ofSiteIn frame: Frame, limit: Int) {
    let (site, all) = (frame.renderer.site, ListPage.actions.route)
    let own = site.ownPlans
    self.init(
      of: own.count == site.plans.count ? Array(site.actions.indices) : own.flatMap(site.actionIndex.of),
      in: frame, limit: limit, more: all,
      changes: site.links.link(from: frame.route, to: all) + "#-changed-dates", showsPlan: site.plans.count > 1)
  }

  /// For a plan, whose page lists the dates that were changed.
  init?(of plan: PlanRef, in frame: Frame, limit: Int) {
    let site = frame.renderer.site
    let more =
      site.actionIndex.of(plan).count == site.actions.count
      ? ListPage.actions.route
      : site.routes.longLists[.actions(plan)].map { _ in site.routes.route(of: .longList(.actions(plan), page: 1)) }
    self.init(of: site.actionIndex.of(plan), in: frame, limit: limit, more: more, changes: "#-changed-dates")
  }

  /// For a plan on one page, with all late actions: paper has no links.
  init?(ofWhole plan: PlanRef, in frame: Frame) {
    self.init(
      of: frame.renderer.site.actionIndex.of(plan), in: frame, limit: 0, more: nil, changes: "#-changed-dates")
  }

  /// The most late actions on a page.
  private static let most = 150

  static let fields = ViewFields<Self>(
    "ActionAnswer",
    [
      .text("action-count", "how many actions there are") { view in
        view.frame.language.words.counted(.countedActions, view.refs.count).number
      },
      .text("action-word", "what follows that number") { view in
        view.frame.language.words.counted(.countedActions, view.refs.count).word
      },
      .list("states", "how many actions have each state, the late ones first; states that none has are left out") {
        $0.frame.renderer.stateCounts($0.refs, $0.frame.language)
      },
      .list("late", "the actions that are overdue, should have started or are delayed, the latest first") { view in
        view.late.prefix(view.limit).map {
          LateActionView(frame: view.frame, ref: $0, showsPlan: view.showsPlan)
        }
      },
      .text("late-count", "how many actions are late") { String($0.late.count) },
      .optionalText("more-url", "where all late actions are shown, if some are left out and there is such a list") {
        view in
        guard view.late.count > view.limit, let more = view.more else { return nil }
        return view.frame.renderer.site.links.link(from: view.frame.route, to: more) + "#-late"
      },
      .optionalText("late-shown", "how many of the late actions are shown, and where all are, for paper") { view in
        guard view.late.count > view.limit, let more = view.more else { return nil }
        return view.frame.shownOfAll(view.limit, view.late.count, all: more, .actions)
      },
      .optionalText("more-late", "how many more are late, if some are left out and there is no list of all") { view in
        guard view.late.count > view.limit, view.more == nil else { return nil }
        return IndicatorWords.andMore(view.late.count - view.limit, view.frame.language.words)
      },
      .text("changed-count", "how many actions have dates that were changed") { String($0.moved.count) },
      .optionalText("changes-url", "where these are listed, if there are any") { view in
        view.moved.isEmpty ? nil : view.changes
      },
      .text("actions-url", "address of the page of all actions") { view in
        view.frame.renderer.site.links.link(from: view.frame.route, to: ListPage.actions.route)
      },
    ])
}

/// The name of an action with its address and its state, in lists of actions.
struct ActionNameView: TemplateView {
  let frame: Frame
  let ref: ActionRef

  private var site: ResolvedSite { frame.renderer.site }
  private var resolved: ResolvedAction { frame.renderer.site.actions[ref] }

  static let fields = ViewFields<Self>(
    "ActionName",
    [
      .text("title", "what is to be done") { $0.resolved.action.name },
      .optionalText("title-language", "the language of the name, if it is another") {
        $0.site.language(ofText: $0.resolved.action.name)
      },
      .text("url", "its address") { $0.site.links.link(from: $0.frame.route, to: $0.resolved.route) },
      .html("badge", "its state: shape, word and colour") {
        ActionBadge.html($0.resolved.standing.state, $0.frame.language.words)
      },
    ])
}

/// An action whose dates were changed.
struct ChangedDatesView: TemplateView {
  let frame: Frame
  let ref: ActionRef

  private var resolved: ResolvedAction { frame.renderer.site.actions[ref] }

  static let fields = ViewFields<Self>(
    "ChangedDates", including: { ActionNameView(frame: $0.frame, ref: $0.ref) },
    [
      .list("date-changes", "each change of its dates, the newest first") { view in
        ActionWords.changes(of: view.resolved.action, view.frame.language.words).map(NoteView.init)
      }
    ])
}

extension SiteRenderer {
  /// The actions whose dates, or those of their steps, were changed.
  func moved(_ refs: [ActionRef]) -> [ActionRef] { refs.filter { site.actions[$0].action.facts.isMoved } }

  func changedDates(_ refs: [ActionRef], in frame: Frame) -> [ChangedDatesView] {
    refs.map { ChangedDatesView(frame: frame, ref: $0) }
  }
}

/// An action that needs attention: when it is due, who answers for it, and the latest update on it.
struct LateActionView: TemplateView {
  let frame: Frame
  let ref: ActionRef
  let showsPlan: Bool

  private var site: ResolvedSite { frame.renderer.site }
  private var resolved: ResolvedAction { frame.renderer.site.actions[ref] }

  static let fields = ViewFields<Self>(
    "LateAction", including: { ActionNameView(frame: $0.frame, ref: $0.ref) },
    [
      .optionalText("dates", "when it starts and is due") {
        ActionWords.dates(of: $0.resolved.action, $0.frame.language.words)
      },
      .optionalText("was-due", "when it was due before that was changed") {
        ActionWords.originalDue(of: $0.resolved.action, $0.frame.language.words)
      },
      .optionalView("department", "the department in charge, elsewhere than on its page") { view -> LinkView? in
        guard let lead = view.resolved.lead, view.site.departments[lead].route != view.frame.route else { return nil }
        return view.frame.renderer.link(from: view.frame.route, toDepartment: lead)
      },
      .flag("has-nobody", "whether no department is in charge") { $0.resolved.lead == nil },
      .optionalView("plan", "its plan, where several plans are shown") { view in
        view.showsPlan ? view.frame.renderer.link(from: view.frame.route, toPlan: view.resolved.plan) : nil
      },
      .optionalView("update", "what was said of it last") { view -> UpdateView? in
        view.frame.renderer.updates(about: .action(view.ref), on: view.frame.route, view.frame.language).first
      },
      .list("notes", "remarks, where nothing was said of it") { view in
        view.site.updates.about(.action(view.ref)).isEmpty ? view.resolved.action.facts.notes.map(NoteView.init) : []
      },
    ])
}
