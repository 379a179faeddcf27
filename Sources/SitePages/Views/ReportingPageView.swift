import Indicators
import SiteModel
import SiteSources
import Templates
import Words

/// The page of what is reported and what is not: template `reporting`.
struct ReportingPageView: PageView {
  let frame: Frame
  /// The 1-based page number.
  let page: Int

  private var site: ResolvedSite { frame.renderer.site }

  var template: PageTemplate { .reporting }

  static let fields = ViewFields<Self>(
    "ReportingPage", including: { $0.frame },
    [
      .list("states", "how many indicators are in each state; states that none is in are left out") { $0.states },
      .list("plans", "the plans, with their indicators by state") { $0.plans },
      .list("pages", "the pages that the list takes; empty if there is one") { view in
        view.frame.renderer.pages(of: .reporting, at: view.page, in: view.frame)
      },
    ])

  private var states: [ReportingStateView] {
    let counts = site.reportingCounts(site.indicators.indices)
    return ReportingState.allCases.filter { counts[$0] != nil }.map {
      ReportingStateView(state: $0, count: counts[$0] ?? 0, language: frame.language)
    }
  }

  private var plans: [ReportingPlanView] {
    let states = states.map(\.state)
    var start = 0
    let rows = LongList.reporting.pagination(of: site.indicators.count).rows(ofPage: page)
    return site.plans.indices.compactMap { plan in
      let refs = site.plans[plan].indicators
      // By state, and in the order of the plan.
      let sorted = states.flatMap { state in refs.filter { site.indicators[$0].indicator.reportingState == state } }
      let own = start..<start + sorted.count
      start = own.upperBound
      let shown = own.clamped(to: rows)
      guard !shown.isEmpty else { return nil }
      return ReportingPlanView(
        frame: frame, plan: plan, states: states,
        refs: Array(sorted[(shown.lowerBound - own.lowerBound)...].prefix(shown.count)),
        isFirst: shown.lowerBound == own.lowerBound)
    }
  }
}

extension ResolvedSite {
  /// The states that any of the indicators is in.
  fileprivate func reportingCounts(_ refs: some Sequence<IndicatorRef>) -> [ReportingState: Int] {
    refs.reduce(into: [:]) { $0[indicators[$1].indicator.reportingState, default: 0] += 1 }
  }
}

/// A state of reporting, with the number of indicators in it.
struct ReportingStateView: TemplateView {
  let state: ReportingState
  let count: Int
  let language: Language

  static let fields = ViewFields<Self>(
    "ReportingState",
    [
      .text("word", "the state in words") { IndicatorWords.word(for: $0.state, $0.language.words) },
      .text("count", "how many indicators are in it") { String($0.count) },
    ])
}

/// The indicators of one plan, on the reporting page.
struct ReportingPlanView: TemplateView {
  let frame: Frame
  let plan: PlanRef
  /// The states that occur on the site.
  let states: [ReportingState]
  /// The indicators on this page, by state.
  let refs: [IndicatorRef]
  /// Whether the list of the plan begins on this page.
  let isFirst: Bool

  private var site: ResolvedSite { frame.renderer.site }

  static let fields = ViewFields<Self>(
    "ReportingPlan",
    [
      .view("plan", "the plan") { $0.frame.renderer.link(from: $0.frame.route, toPage: $0.site.plans[$0.plan].page) },
      .list(
        "sections", "how many indicators of each section are in each state; empty if no section promises any"
      ) { $0.sections },
      .list("groups", "its indicators, by state") { $0.groups },
    ])

  /// On the first page of the plan. Of many sections only their chapters.
  private var sections: [ReportingSectionView] {
    guard isFirst else { return [] }
    let all = site.plans[plan].indicators
    var places = all.map { site.indicators[$0].section }
    if Set(places).count > 200 { places = places.map { $0.map(frame.renderer.chapter) } }
    var members: [PageRef?: [IndicatorRef]] = [:]
    for (ref, place) in zip(all, places) { members[place, default: []].append(ref) }
    let order = site.plans[plan].readingOrder.map(Optional.some) + [nil]
    guard members.count > (members[nil] == nil ? 0 : 1) else { return [] }
    return order.compactMap { section in
      members[section].map { refs in
        let counts = site.reportingCounts(refs)
        return ReportingSectionView(frame: frame, section: section, counts: states.map { counts[$0] ?? 0 })
      }
    }
  }

  private var groups: [ReportingGroupView] {
    states.compactMap { state in
      let own = refs.filter { site.indicators[$0].indicator.reportingState == state }
      return own.isEmpty ? nil : ReportingGroupView(frame: frame, plan: plan, state: state, refs: own)
    }
  }
}

/// A section with the number of its indicators in each state.
struct ReportingSectionView: TemplateView {
  let frame: Frame
  /// Nil for indicators that no section promises.
  let section: PageRef?
  /// Parallel to the states of the page.
  let counts: [Int]

  static let fields = ViewFields<Self>(
    "ReportingSection",
    [
      .optionalView("section", "the section; nothing for indicators that no section promises") { view in
        view.section.map { view.frame.renderer.link(from: view.frame.route, toPage: $0) }
      },
      .list("counts", "a number for each state of the page") { $0.counts.map { NoteView(text: String($0)) } },
    ])
}

/// The indicators of a plan that are in one state.
struct ReportingGroupView: TemplateView {
  let frame: Frame
  let plan: PlanRef
  let state: ReportingState
  let refs: [IndicatorRef]

  static let fields = ViewFields<Self>(
    "ReportingGroup",
    [
      .text("anchor", "its anchor on the page") { "-\($0.plan.index + 1)-\($0.state.rawValue)" },
      .text("word", "the state in words") { IndicatorWords.word(for: $0.state, $0.frame.language.words) },
      .text("count", "how many indicators of it are listed here") { String($0.refs.count) },
      .list("indicators", "the indicators") { view in
        view.refs.map { ReportedIndicatorView(frame: view.frame, ref: $0) }
      },
    ])
}

/// An indicator on the reporting page.
struct ReportedIndicatorView: TemplateView {
  let frame: Frame
  let ref: IndicatorRef

  private var site: ResolvedSite { frame.renderer.site }

  static let fields = ViewFields<Self>(
    "ReportedIndicator",
    [
      .text("name", "its name, after its own number if it has one") { view in
        let indicator = view.site.indicators[view.ref].indicator
        return indicator.metadata?.code.map { "\($0) \(indicator.name)" } ?? indicator.name
      },
      .optionalText("url", "its address") { view in
        view.site.indicators[view.ref].route.map { view.site.links.link(from: view.frame.route, to: $0) }
      },
      .optionalText("section", "the section that promises it") { view in
        view.site.indicators[view.ref].section.map { view.site.pages[$0].title }
      },
    ])
}
