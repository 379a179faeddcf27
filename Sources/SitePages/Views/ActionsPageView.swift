import Actions
import Figures
import Indicators
import Markup
import SiteModel
import Templates
import Words

/// The page of all actions, or of one plan's if there are too many for one page: template `actions`.
struct ActionsPageView: PageView {
  let frame: Frame
  private let list: PlanListPage<ActionRef>

  /// `plan` is nil for the page of all; `page` counts from 1.
  init(frame: Frame, plan: PlanRef?, page: Int) {
    let site = frame.renderer.site
    self.frame = frame
    list = PlanListPage(
      plan.map(site.actionIndex.of) ?? Array(site.actions.indices), of: plan, page: page,
      rowsPerPage: PageWeight.actionRows, in: site)
  }

  private var renderer: SiteRenderer { frame.renderer }
  private var site: ResolvedSite { frame.renderer.site }

  var template: PageTemplate { .actions }

  static let fields = ViewFields<Self>(
    "ActionsPage", including: { $0.frame },
    [
      .text("action-count", "how many actions there are") {
        $0.frame.language.words.counted(.countedActions, $0.list.refs.count).number
      },
      .text("action-word", "what follows that number") {
        $0.frame.language.words.counted(.countedActions, $0.list.refs.count).word
      },
      .list("states", "how many actions have each state, the late ones first; states that none has are left out") {
        $0.renderer.stateCounts($0.list.refs, $0.frame.language)
      },
      .optionalText("as-of", "the day up to which it is known what happened, if the site states one") {
        $0.site.settings.asOf?.text($0.frame.language.words)
      },
      .list("late", "the actions that are overdue, should have started or are delayed, the latest first") { view in
        view.alerts { action, _ in action.standing.state.isLate }
      },
      .optionalText("more-late", "how many more of them there are, if some are left out") { view in
        view.andMore(view.list.refs.count { view.site.actions[$0].standing.state.isLate })
      },
      .list("ending", "the actions that are due within three months; only with as-of") { view in
        view.alerts { action, time in time.map { action.action.endsSoon(action.standing.state, at: $0) } ?? false }
      },
      .list("starting", "the actions that start within three months; only with as-of") { view in
        view.alerts { action, time in time.map { action.action.startsSoon(action.standing.state, at: $0) } ?? false }
      },
      .list("changed-dates", "the actions whose dates were changed") { view in
        view.list.number > 1
          ? [] : view.renderer.changedDates(Array(view.moved.prefix(ActionsPageView.mostAlerts)), in: view.frame)
      },
      .list("undeclared-changes", "what a snapshot has otherwise, without a word why: names, and what was done") {
        view -> [NoteView] in
        guard view.list.number == 1 else { return [] }
        let (site, words) = (view.site, view.frame.language.words)
        let gone = site.goneActions(of: view.list.plan.map { [$0] } ?? Array(site.plans.indices), words)
        return (gone + site.unexplainedChanges(of: view.list.refs, words)).map(NoteView.init)
      },
      .optionalText("more-changed-dates", "how many more of them there are, if some are left out") { view in
        view.andMore(view.moved.count)
      },
      .list("filters", "the filters of the tables, for a script") { $0.filters },
      .text("filter-script", "address of the script that filters the tables") {
        $0.site.links.link(from: $0.frame.route, to: $0.renderer.theme.asset("filter.js").route)
      },
      .list("tables", "a table and a time line for each plan that has actions; empty if they are too many for one page")
      {
        view in
        if let plan = view.list.shownPlan {
          return [ActionPlanView(frame: view.frame, plan: plan, page: view.list.number)]
        }
        return view.list.isWhole
          ? view.activePlans.map { ActionPlanView(frame: view.frame, plan: $0, page: 1) } : []
      },
      .flag("has-several-plans", "whether the actions are those of several plans") { view in
        view.list.plan == nil && view.activePlans.count > 1
      },
      .list("lists", "the lists of the plans, if all actions are too many for one page") { view in
        view.list.hasListsOnly ? view.activePlans.map { ActionListView(frame: view.frame, plan: $0) } : []
      },
      .list("pages", "the pages that a plan's list takes; empty if there is one") { view in
        view.list.shownPlan.map { view.renderer.pages(of: .actions($0), at: view.list.number, in: view.frame) } ?? []
      },
      .list("downloads", "all actions as files: Excel, CSV, JSON and a calendar") { view -> [DownloadView] in
        let files =
          [("Excel", ActionFile.workbook), ("CSV", .csv), ("JSON", .json), ("iCalendar", .calendar)]
          + [(view.frame.language.words[.responsibilities], .labour)]
        return files.filter { view.site.routes.actionFiles.contains($0.1) }.map { title, file in
          view.renderer.download(title, .actions(file), from: view.frame.route)
        }
      },
    ])

  private var activePlans: [PlanRef] { site.plans.indices.filter { !site.actionIndex.of($0).isEmpty } }

  /// The actions that `isListed` accepts, on the first page of a list, the longest due first.
  private func alerts(_ isListed: (ResolvedAction, Double?) -> Bool) -> [LateActionView] {
    guard list.number == 1 else { return [] }
    let time = site.settings.asOf?.time
    return renderer.byUrgency(list.refs.filter { isListed(site.actions[$0], time) }).prefix(ActionsPageView.mostAlerts)
      .map {
        LateActionView(frame: frame, ref: $0, showsPlan: list.plan == nil && site.plans.count > 1)
      }
  }

  private static let mostAlerts = 150

  /// The actions whose dates were changed.
  private var moved: [ActionRef] { renderer.moved(list.refs) }

  private func andMore(_ count: Int) -> String? {
    guard list.number == 1, count > ActionsPageView.mostAlerts else { return nil }
    return IndicatorWords.andMore(count - ActionsPageView.mostAlerts, frame.language.words)
  }

  private var filters: [FilterView] {
    guard list.isWhole else { return [] }
    let words = frame.language.words
    let actions = list.refs.lazy.map { site.actions[$0] }
    return [
      renderer.filter(by: actions.map(\.plan), words),
      FilterView(
        "section", label: words[.section],
        site.inPlanOrder(Set(actions.compactMap(\.section).map(renderer.chapter))).map { site.pages[$0] }.map {
          .init(value: $0.route.bare, title: $0.numberedTitle, language: site.language(ofTitleOf: $0))
        }),
      renderer.filter(by: actions.compactMap(\.lead), words),
      FilterView(
        "year", label: words[.dueYear],
        Set(actions.compactMap(\.action.dueYear)).sorted().map { .init(value: String($0), title: String($0)) }),
      FilterView(
        "status", label: words[.state],
        ActionState.allCases.filter { state in actions.contains { $0.standing.state == state } }.map {
          .init(value: $0.rawValue, title: ActionWords.word(for: $0, words))
        }),
    ].compactMap(\.self)
  }
}

/// The actions of one plan on the page of all actions, or on that of the whole plan.
struct ActionPlanView: TemplateView {
  let frame: Frame
  let plan: PlanRef
  /// The 1-based page of its list; nil for all of them.
  let page: Int?

  private var renderer: SiteRenderer { frame.renderer }
  private var site: ResolvedSite { frame.renderer.site }
  private var home: ResolvedPage { frame.renderer.site.pages[frame.renderer.site.plans[plan].page] }

  static let fields = ViewFields<Self>(
    "ActionPlan",
    [
      .text("key", "the plan's value in the filters") { $0.home.route.bare },
      .view("plan", "the plan") { view in
        view.renderer.link(from: view.frame.route, toPage: view.site.plans[view.plan].page)
      },
      .html("table", "its actions by chapter") { $0.table },
      .html("timeline", "the same actions on an axis of years; empty if none has a date") { view in
        let rows = view.rows
        return view.renderer.actionTimeline(
          rows.rows, of: rows.refs, view.frame.language,
          label: view.home.title, prefix: "timeline-\(view.plan.index + 1)")
      },
    ])

  var table: HTML {
    renderer.actionTable(
      rows.rows, frame.language, frameName: renderer.frameName(ofActionsOf: home.title, frame.language))
  }

  /// The actions of the page, by chapter; a chapter continues from page to page.
  private var rows: (rows: [ActionRow], refs: [ActionRef]) {
    let all = site.actionIndex.of(plan)
    var chapters: [PageRef] = []
    var byChapter: [PageRef?: [ActionRef]] = [:]
    for ref in all {
      let chapter = site.actions[ref].section.map(renderer.chapter)
      if byChapter[chapter] == nil, let chapter { chapters.append(chapter) }
      byChapter[chapter, default: []].append(ref)
    }
    let ordered = (site.inPlanOrder(chapters).map(Optional.some) + [nil]).flatMap { chapter in
      (byChapter[chapter] ?? []).map { (ref: $0, chapter: chapter) }
    }
    let pagination = LongList.actions(plan).pagination(of: ordered.count)
    let shown = page.map { ordered[pagination.rows(ofPage: $0)] } ?? ordered[...]
    let other = frame.language.words[.other]
    let rows = renderer.actionRows(shown.map(\.ref), by: .none, on: frame.route, frame.language, hasFacets: true)
    let hasChapters = !chapters.isEmpty
    return (
      zip(rows, shown).map { row, entry in
        ActionRow(
          action: row.action, standing: row.standing, url: row.url, department: row.department,
          group: hasChapters ? entry.chapter.map { site.pages[$0].numberedTitle } ?? other : nil, facets: row.facets)
      }, shown.map(\.ref)
    )
  }
}

/// The list of one plan's actions, on the page of all.
struct ActionListView: TemplateView {
  let frame: Frame
  let plan: PlanRef

  private var site: ResolvedSite { frame.renderer.site }
  private var home: ResolvedPage { frame.renderer.site.pages[frame.renderer.site.plans[plan].page] }

  static let fields = ViewFields<Self>(
    "ActionList",
    [
      .text("title", "the plan's title") { $0.home.title },
      .optionalText("title-language", "the language of the title, if it is another") {
        $0.site.language(ofTitleOf: $0.home)
      },
      .text("url", "the address of the list") { view in
        view.site.links.link(
          from: view.frame.route, to: view.site.routes.route(of: .longList(.actions(view.plan), page: 1)))
      },
      .text("action-count", "how many actions it has") { view in
        view.frame.language.words.counted(.countedActions, view.site.actionIndex.of(view.plan).count).number
      },
      .text("action-word", "what follows that number") { view in
        view.frame.language.words.counted(.countedActions, view.site.actionIndex.of(view.plan).count).word
      },
      .list("states", "how many of them have each state") { view in
        view.frame.renderer.stateCounts(view.site.actionIndex.of(view.plan), view.frame.language)
      },
    ])
}
