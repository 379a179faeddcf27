import Actions
import DataFormats
import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Templates

/// The answer to "what is late, and who answers for it?" for some actions: partial `action-answer`, on the front page and
/// the pages of plans, programmes and departments.
struct ActionAnswerView: TemplateView {
  let frame: Frame
  let refs: [ActionRef]
  /// How many late actions are shown.
  let limit: Int
  let showsPlan: Bool
  private let late: [ActionRef]

  /// Nil without actions.
  init?(of refs: [ActionRef], in frame: Frame, limit: Int, showsPlan: Bool = false) {
    guard !refs.isEmpty else { return nil }
    (self.frame, self.refs, self.limit, self.showsPlan) = (frame, refs, limit, showsPlan)
    let site = frame.renderer.site
    late = frame.renderer.byUrgency(refs.filter { site.actions[$0].standing.state.isLate })
  }

  static let fields = ViewFields<Self>(
    "ActionAnswer",
    [
      .text("action-count", "how many actions there are") { String($0.refs.count) },
      .text("action-word", "what follows that number") { view in
        view.frame.language.words.text(.countedActions, count: view.refs.count)
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
      .flag("has-more", "whether more actions are late than are shown") { $0.late.count > $0.limit },
      .text("actions-url", "address of the page of all actions") { view in
        view.frame.renderer.site.links.link(from: view.frame.route, to: ListPage.actions.route)
      },
    ])
}

/// An action that needs attention: when it is due, who answers for it, and what was said of it last.
struct LateActionView: TemplateView {
  let frame: Frame
  let ref: ActionRef
  let showsPlan: Bool

  private var site: ResolvedSite { frame.renderer.site }
  private var resolved: ResolvedAction { frame.renderer.site.actions[ref] }

  static let fields = ViewFields<Self>(
    "LateAction",
    [
      .text("title", "what is to be done") { $0.resolved.action.name },
      .optionalText("title-language", "the language of the name, if it is another") {
        $0.site.language(ofText: $0.resolved.action.name)
      },
      .text("url", "its address") { $0.site.links.link(from: $0.frame.route, to: $0.resolved.route) },
      .html("badge", "its state: shape, word and colour") {
        ActionBadge.html($0.resolved.standing.state, $0.frame.language.words)
      },
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
        view.showsPlan
          ? view.frame.renderer.link(from: view.frame.route, toPage: view.site.plans[view.resolved.plan].page) : nil
      },
      .optionalView("update", "what was said of it last") { view -> UpdateView? in
        view.frame.renderer.updates(about: .action(view.ref), on: view.frame.route, view.frame.language).first
      },
      .list("notes", "remarks, where nothing was said of it") { view in
        view.site.updates.about(.action(view.ref)).isEmpty ? view.resolved.action.facts.notes.map(NoteView.init) : []
      },
    ])
}
