import Actions
import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Templates

/// A plan on its own page, the front page and other pages.
struct PlanView: TemplateView {
  let renderer: SiteRenderer
  let ref: PlanRef
  /// The page that shows it.
  let route: Route
  let language: Language

  /// A front page with more plans than this lists them on a line each: an entry takes a kilobyte, and a page should stay
  /// below 300 KB.
  static let mostEntries = 100

  private var site: ResolvedSite { renderer.site }
  private var plan: ResolvedPlan { site.plans[ref] }
  private var home: ResolvedPage { site.pages[plan.page] }

  static let fields = ViewFields<Self>(
    "Plan",
    [
      .text("title", "the plan's title") { $0.home.title },
      .html("headline", "the title for a heading: its ranges of years do not break") { Headline.html($0.home.title) },
      .optionalText("title-language", "the language of the title, if it is another") {
        $0.site.language(ofTitleOf: $0.home)
      },
      .text("short-title", "its short title, or its title") { $0.home.shortTitle },
      .text("url", "address of its home page") { $0.site.links.link(from: $0.route, to: $0.home.route) },
      .text("full-url", "address of the whole plan on one page") {
        $0.site.links.link(from: $0.route, to: $0.plan.fullRoute)
      },
      .optionalText("progress-url", "address of its progress summary; only if it has indicators") { view in
        view.plan.progressRoute.map { view.site.links.link(from: view.route, to: $0) }
      },
      .optionalText("summary", "its summary") { $0.home.summary },
      .text("period", "its years, such as 2021–2025") { view in
        let period = view.plan.fields.period
        return view.language.words.text(
          .yearsOfPlan, [.start: String(period.start), .end: String(period.end)])
      },
      .optionalText("publisher", "who publishes it") { $0.plan.fields.publisher },
      .optionalText("source", "where its text comes from") { $0.plan.fields.source },
      .optionalText("region", "where it applies") { $0.plan.fields.region },
      .optionalText("adopted", "the day it was adopted") { $0.plan.fields.adopted?.text($0.language.words) },
      .text("section-count", "how many sections it has") {
        $0.language.words.counted(.countedSections, $0.plan.readingOrder.count - 1).number
      },
      .text("section-word", "what follows that number") {
        $0.language.words.counted(.countedSections, $0.plan.readingOrder.count - 1).word
      },
      .text("indicator-count", "how many indicators it has that are followed") {
        $0.renderer.count(of: $0.plan.indicators).number($0.language.words)
      },
      .text("indicator-word", "what follows that number, and how many were given up") {
        $0.renderer.count(of: $0.plan.indicators).word($0.language.words)
      },
      .flag("has-indicators", "whether it has indicators") { !$0.plan.indicators.isEmpty },
      .list("at-risk", "how many of them are at risk; empty if none is") { view in
        view.renderer.classCounts(view.plan.indicators, view.language.words).filter { $0.statusClass == .atRisk }
      },
      .list("statuses", "how many indicators have each status; statuses without any are left out") {
        $0.renderer.statusCounts($0.plan.indicators, language: $0.language)
      },
      .list("classes", "how many indicators are in each of the four classes; classes without any are left out") {
        $0.renderer.classCounts($0.plan.indicators, $0.language.words)
      },
      .optionalText("not-judged", "how many of them cannot be judged, if any") {
        $0.renderer.notJudged($0.plan.indicators, $0.language.words)
      },
      .optionalText("not-counted", "what the counts leave out, if anything") {
        $0.renderer.notCounted($0.plan.indicators, $0.language.words)
      },
      .list("changed-targets", "its indicators whose targets were changed") { view in
        view.listed { $0.indicator.history != nil }
      },
      .list("undeclared-changes", "what a snapshot has and the site has not, or has otherwise, without saying so") {
        $0.undeclared.map(NoteView.init)
      },
      .optionalText("compared", "the snapshot that its targets were compared with, if there is one") { view in
        guard let changes = view.site.undeclared, let snapshot = changes.snapshot else { return nil }
        return IndicatorWords.compared(
          with: snapshot, hasChanges: view.hasChanges(since: snapshot), without: changes.unknown[view.ref]?.count ?? 0,
          view.language.words)
      },
      .list("retired-indicators", "its indicators that are no longer followed") { view in
        view.listed { $0.indicator.retired != nil }
      },
      .optionalView("follows", "the plan whose place it takes") { view in
        view.site.continuations.plan(before: view.ref).map {
          view.renderer.link(from: view.route, toPage: view.site.plans[$0].page)
        }
      },
      .list("followed-by", "the plans that take its place") { view in
        view.site.continuations.plans(after: view.ref).map {
          view.renderer.link(from: view.route, toPage: view.site.plans[$0].page)
        }
      },
      .html("status-history", "the four classes at the times of the snapshots; empty for fewer than two") {
        $0.renderer.statusHistory(of: $0.ref, $0.language)
      },
      .list("accountability", "who answers for what, and what was updated; only with accountability: true") { view in
        view.plan.fields.showsAccountability ? view.accountability.map(NoteView.init) : []
      },
      .list("action-states", "how many of its actions have each state; empty if it has no actions") { view in
        view.renderer.stateCounts(view.site.actionIndex.of(view.ref), view.language)
      },
      .text("action-count", "how many actions it has") {
        $0.language.words.counted(.countedActions, $0.site.actionIndex.of($0.ref).count).number
      },
      .text("action-word", "what follows that number") {
        $0.language.words.counted(.countedActions, $0.site.actionIndex.of($0.ref).count).word
      },
      .text("actions-url", "address of the page of all actions") { view in
        view.site.links.link(from: view.route, to: ListPage.actions.route)
      },
      .list("chapters", "its first-level sections with those below") { $0.chapters },
    ])

  /// The share with a department in charge, and the share with any report.
  private var accountability: [String] {
    let (followed, actions) = site.followed(in: ref)
    let all = actions.count + followed.count
    guard all > 0 else { return [] }
    let owned =
      actions.count { site.actions[$0].lead != nil } + followed.count { site.indicators[$0].lead != nil }
    let (begun, silent) = site.reported(in: ref, at: site.settings.asOf?.time)
    let updated = begun - silent.indicators.count - silent.actions.count
    return [ActionWords.owned(owned, of: all, language.words)]
      + (begun > 0 ? [ActionWords.updated(updated, of: begun, language.words)] : [])
  }

  /// The indicators that are gone, then the rules of the site, the plan and its indicators that are not as they were.
  private var undeclared: [String] {
    guard let changes = site.undeclared, let snapshot = changes.snapshot else { return [] }
    let words = language.words
    let gone = (changes.gone[ref] ?? []).map { promise in
      IndicatorWords.gone(
        promise.name, target: promise.indicator.map { IndicatorWords.target(of: $0, words) }, snapshot: snapshot, words)
    }
    return gone + site.goneActions(of: [ref], words) + site.unexplainedChanges(of: site.actionIndex.of(ref), words)
      + site.changedRules(of: .site, words) + site.changedRules(of: .plan(ref), words)
      + plan.indicators.flatMap { site.changedRules(of: .indicator($0), words, isNamed: true) }
  }

  /// Whether anything that the page lists was changed at the time of the snapshot or later.
  private func hasChanges(since snapshot: Period) -> Bool {
    func isSince(_ time: Period) -> Bool { !time.end.isEarlier(than: snapshot.start) }
    let actions = site.actionIndex.of(ref)
    return !undeclared.isEmpty || actions.contains { site.undeclared?.actions[$0] != nil }
      || plan.indicators.contains { ref in
        let indicator = site.indicators[ref].indicator
        return indicator.history?.earlier.contains { isSince($0.until) } ?? false
          || indicator.retired.map { isSince($0.on) } ?? false
      }
      || actions.contains {
        site.actions[$0].action.facts.allDateChanges.contains { isSince($0.change.entry.until) }
      }
  }

  private func listed(_ isListed: (ResolvedIndicator) -> Bool) -> [ChangedTargetView] {
    plan.indicators.compactMap { ref in
      isListed(site.indicators[ref])
        ? ChangedTargetView(resolved: site.indicators[ref], links: site.links, route: route, language: language) : nil
    }
  }

  private var chapters: [ContentsView] {
    plan.chapters.map { chapter in
      ContentsView(
        renderer: renderer, section: chapter, route: route,
        children: site.pages[chapter].children.map { ContentsView(renderer: renderer, section: $0, route: route) })
    }
  }
}

/// An indicator whose target was changed, or that is no longer followed.
struct ChangedTargetView: TemplateView {
  let resolved: ResolvedIndicator
  let links: LinkStyle
  /// The page that shows it.
  let route: Route
  let language: Language

  static let fields = ViewFields<Self>(
    "ChangedTarget",
    [
      .text("title", "the indicator's name") { $0.resolved.indicator.name },
      .optionalText("url", "its address") { view in
        view.resolved.route.map { view.links.link(from: view.route, to: $0) }
      },
      .list("target-changes", "how its target was changed, the newest change first") { view in
        IndicatorWords.changes(of: view.resolved.indicator, view.language.words).map(NoteView.init)
      },
      .html("badge", "its status by the target in force") {
        StatusBadge.html($0.resolved.verdict, $0.language.words)
      },
      .html("original-badge", "its status by the original target; empty if it cannot be compared with it") { view in
        guard let original = view.resolved.originalAssessment, let before = view.resolved.indicator.original else {
          return HTML()
        }
        return StatusBadge.html(Verdict(original, of: before), view.language.words)
      },
      .optionalText("retired", "that it is no longer followed, and why") { view in
        view.resolved.indicator.retired.map { IndicatorWords.retired($0, view.language.words) }
      },
    ])
}

/// The number of indicators with one status.
struct StatusCountView: TemplateView {
  let status: IndicatorStatus
  let count: Int
  let language: Language

  static let fields = ViewFields<Self>(
    "StatusCount",
    [
      .text("code", "the status as an identifier, such as on-track; for class names") { $0.status.rawValue },
      .text("word", "the status in the page's language") { IndicatorWords.word(for: $0.status, $0.language.words) },
      .text("count", "how many indicators have it") { String($0.count) },
      .html("badge", "its badge: shape, word and colour") { StatusBadge.html(Verdict($0.status), $0.language.words) },
    ])
}
