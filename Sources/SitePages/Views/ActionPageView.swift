import Actions
import Figures
import Markup
import SiteModel
import SiteSources
import Templates
import Words

/// The page of one action: template `action`.
struct ActionPageView: PageView {
  let frame: Frame
  let ref: ActionRef

  private var renderer: SiteRenderer { frame.renderer }
  private var site: ResolvedSite { frame.renderer.site }
  private var resolved: ResolvedAction { frame.renderer.site.actions[ref] }
  private var facts: ActionFields { frame.renderer.site.actions[ref].action.facts }
  private var language: WordLanguage { frame.language.words }

  var template: PageTemplate { .action }

  static let fields = ViewFields<Self>(
    "ActionPage", including: { $0.frame },
    [
      .text("name", "what is to be done") { $0.resolved.action.name },
      .optionalText("code", "the number that the plan gives it") { $0.facts.code },
      .html("badge", "its state: shape, word and colour") { ActionBadge.html($0.resolved.standing.state, $0.language) },
      .text("state", "its state as an identifier, such as overdue; for class names") {
        $0.resolved.standing.state.rawValue
      },
      .optionalText("remark", "what its department reports, if that is not the state itself") {
        ActionWords.remark(on: $0.resolved.standing, $0.language)
      },
      .optionalText("summary", "more about it") { $0.facts.summary },
      .view("plan", "its plan") { view in
        view.renderer.link(from: view.frame.route, toPage: view.site.plans[view.resolved.plan].page)
      },
      .optionalView("promise", "the section that announces it") { view in
        view.resolved.section.map { view.renderer.link(from: view.frame.route, toPage: $0) }
      },
      .optionalView("programme", "its programme") { view in
        view.resolved.programme.map { view.renderer.link(from: view.frame.route, toProgramme: $0) }
      },
      .optionalView("department", "the department in charge") { view in
        view.resolved.lead.map { view.renderer.link(from: view.frame.route, toDepartment: $0) }
      },
      .list("support-departments", "the departments that support it") { view in
        view.resolved.support.map { view.renderer.link(from: view.frame.route, toDepartment: $0) }
      },
      .optionalText("start", "when it starts") { $0.facts.start?.text($0.language) },
      .optionalText("due", "when it is due, or the author's words for a time without an end") {
        $0.facts.due?.text($0.language) ?? $0.facts.openDue
      },
      .list("date-changes", "each change of its dates and of those of its steps, the newest first") { view in
        ActionWords.changes(of: view.resolved.action, view.language).map(NoteView.init)
      },
      .list("undeclared-changes", "what a snapshot has otherwise, without a word why: its name, and what was done") {
        view in
        view.site.unexplainedChanges(of: [view.ref], view.language, isNamed: false).map(NoteView.init)
      },
      .optionalText("done", "when it was done") { $0.facts.done?.value.text($0.language) },
      .optionalText("progress", "how much of it is done") {
        ActionWords.progress(of: $0.resolved.standing, $0.language)
      },
      .html("progress-bar", "the same as a bar; empty if nothing is known of it") { view in
        view.resolved.standing.progress.map { ProgressBar.html($0) } ?? HTML()
      },
      .list("steps", "its steps, in order") { view in
        view.facts.steps.map {
          StepView(action: view.resolved, step: $0, time: view.site.settings.asOf?.time, language: view.language)
        }
      },
      .list("budget", "its budget, an amount for each source") { view in
        view.facts.budget.map { NoteView(text: ActionWords.amount($0, view.language)) }
      },
      .list("spent", "what was spent, an amount for each source") { view in
        view.facts.spent.map { NoteView(text: ActionWords.amount($0, view.language)) }
      },
      .optionalText("place", "where it happens") { $0.facts.place },
      .optionalText("source", "where this comes from") { $0.facts.source },
      .list("notes", "remarks") { $0.facts.notes.map(NoteView.init) },
      .html("indicator-table", "the indicators that it serves; empty if there are none") { view in
        view.renderer.table(view.resolved.indicators, in: view.frame, prefix: "serves")
      },
      .html("timeline", "its bar with its steps; empty if it has no dates") { view in
        let rows = view.renderer.actionRows([view.ref], by: .none, on: view.frame.route, view.frame.language)
        return view.renderer.actionTimeline(
          rows, of: [view.ref], view.frame.language, label: view.resolved.action.name, prefix: "timeline")
      },
      .list("updates", "what was said of it, the newest first") { view in
        view.renderer.updates(about: .action(view.ref), on: view.frame.route, view.frame.language)
      },
      .optionalText("own-feed", "nothing: an action has no feed of its own") { _ in nil },
      .text("rule", "the rule of the states") { ActionWords.rule(asOf: $0.site.settings.asOf, $0.language) },
    ])
}

/// A step of an action.
struct StepView: TemplateView {
  let action: ResolvedAction
  let step: ActionStep
  let time: Double?
  let language: WordLanguage

  static let fields = ViewFields<Self>(
    "Step",
    [
      .text("name", "what is done in it") { $0.step.name },
      .optionalText("due", "when it is due") { $0.step.due?.text($0.language) },
      .optionalText("was-due", "when it was due before that was changed") {
        ActionWords.originalDue(of: $0.step, $0.language)
      },
      .optionalText("done-on", "when it was done") { $0.step.doneOn?.text($0.language) },
      .flag("is-done", "whether it is done") { $0.step.isDone },
      .html("badge", "whether it is done, open or overdue: shape, word and colour") { view in
        let state: ActionState =
          view.step.isDone ? .done : view.action.action.isOverdue(view.step, at: view.time) ? .overdue : .planned
        return ActionBadge.html(state, view.language)
      },
    ])
}

/// The number of actions with one state.
struct StateCountView: TemplateView {
  let state: ActionState
  let count: Int
  let language: Language

  static let fields = ViewFields<Self>(
    "StateCount",
    [
      .text("code", "the state as an identifier, such as overdue; for class names") { $0.state.rawValue },
      .text("count", "how many actions have it") { String($0.count) },
      .html("badge", "its badge: shape, word and colour") { ActionBadge.html($0.state, $0.language.words) },
    ])
}
