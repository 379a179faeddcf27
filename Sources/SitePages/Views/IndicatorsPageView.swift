import Figures
import Indicators
import SiteModel
import Templates
import Words

/// The page of all indicators, or of one plan's if there are too many for one page: template `indicators`.
struct IndicatorsPageView: TemplateView {
  let frame: Frame
  /// Nil for the page of all.
  let plan: PlanRef?
  /// The 1-based page of the plan's list.
  let page: Int

  private var refs: [IndicatorRef] { plan.map { site.plans[$0].indicators } ?? Array(site.indicators.indices) }
  /// Those that counts and lists of what is at risk are about: on the page of all, of the plans that are the site's own.
  private var own: [IndicatorRef] {
    guard plan == nil, site.ownPlans.count < site.plans.count else { return refs }
    return site.ownPlans.flatMap { site.plans[$0].indicators }
  }
  /// How many of other plans they leave out.
  private var referenceCount: Int {
    let own = own
    return own.count == refs.count ? 0 : renderer.counted(refs).count - renderer.counted(own).count
  }
  /// Whether all rows stand on this page.
  private var isWhole: Bool { refs.count <= LongList.rowsPerPage }
  /// The plan whose rows stand on this page: of a long list of a site that is a plan itself, that plan.
  private var shownPlan: PlanRef? {
    plan ?? (isWhole ? nil : site.plans.indices.first { site.pages[site.plans[$0].page].route == .root })
  }

  private var renderer: SiteRenderer { frame.renderer }
  private var site: ResolvedSite { frame.renderer.site }

  static let fields = ViewFields<Self>(
    "IndicatorsPage", including: { $0.frame },
    [
      .list("statuses", "how many indicators have each status") {
        $0.renderer.statusCounts($0.own, language: $0.frame.language)
      },
      .list("classes", "how many indicators are in each of the four classes; classes without any are left out") {
        $0.renderer.classCounts($0.own, $0.frame.language.words)
      },
      .optionalText("not-judged", "how many of them cannot be judged, if any") {
        $0.renderer.notJudged($0.own, $0.frame.language.words)
      },
      .optionalText("not-counted", "what the counts leave out, if anything") {
        $0.renderer.notCounted(
          $0.plan == nil ? $0.own : Array($0.site.indicators.indices), ofReferencePlans: $0.referenceCount,
          $0.frame.language.words)
      },
      .html("status-bar", "how many indicators are in each class, as one bar") {
        ClassBar.html($0.renderer.countsByClass($0.own))
      },
      .optionalView("answer", "how they are going; only the summary is shown") { view -> AnswerView? in
        guard view.page == 1 else { return nil }
        return AnswerView(
          of: view.own, in: view.frame, grouping: .category, limit: 0, more: nil,
          pages: view.plan.map { view.site.plans[$0].readingOrder } ?? Array(view.site.pages.indices),
          scope: view.plan.map(FeedScope.plan), ofReferencePlans: view.referenceCount)
      },
      .list("at-risk-lists", "the plans that have indicators at risk, and where each lists its own; empty for one plan")
      {
        $0.atRiskLists
      },
      .text("alert-count", "how many there are of 'alerts'") { String($0.alerts.count) },
      .flag("has-few-alerts", "whether 'alerts' are so few that they need no opening") {
        $0.alerts.count <= IndicatorsPageView.mostOpenAlerts
      },
      .list("alerts", "the first 50 of the binding indicators that are missed, breached, reversing or behind") { view in
        view.alerts.prefix(IndicatorsPageView.mostAlerts).map { view.alert($0) }
      },
      .optionalText("more-alerts", "how many of them are left out, if any") { view in
        let more = view.alerts.count - IndicatorsPageView.mostAlerts
        return more > 0 ? IndicatorWords.andMore(more, view.frame.language.words) : nil
      },
      .list("filters", "the filters of the tables, for a script") { $0.filters },
      .text("filter-script", "address of the script that filters the tables") {
        $0.site.links.link(from: $0.frame.route, to: $0.renderer.theme.asset("filter.js").route)
      },
      .text("indicator-count", "how many indicators there are that are followed") {
        $0.renderer.count(of: $0.refs).number($0.frame.language.words)
      },
      .text("indicator-word", "what follows that number, and how many were given up") {
        $0.renderer.count(of: $0.refs).word($0.frame.language.words)
      },
      .list("tables", "a table for each plan that has indicators; empty if they are too many for one page") { view in
        if let plan = view.shownPlan { return [PlanTableView(frame: view.frame, plan: plan, page: view.page)] }
        return view.isWhole ? view.measuredPlans.map { PlanTableView(frame: view.frame, plan: $0, page: 1) } : []
      },
      .list("lists", "the lists of the plans, if all indicators are too many for one page") { view in
        view.shownPlan != nil || view.isWhole
          ? [] : view.measuredPlans.map { PlanListView(frame: view.frame, plan: $0) }
      },
      .optionalView("reporting", "the page of what is reported and what is not, if the site has one") { view in
        view.site.routes.reportingPages == 0
          ? nil
          : LinkView(
            title: view.frame.language.words[.reporting],
            url: view.site.links.link(
              from: view.frame.route, to: view.site.routes.route(of: PageAddress.reporting(page: 1))))
      },
      .list("pages", "the pages that a plan's list takes; empty if there is one") { view in
        view.shownPlan.map { view.renderer.pages(of: .plan($0), at: view.page, in: view.frame) } ?? []
      },
      .list("downloads", "all figures as files: Excel, CSV, JSON and the data package") { view -> [DownloadView] in
        let words = view.frame.language.words
        let files = [
          ("Excel", DataFile.workbook), (words[.indicators] + words.text(.inBrackets, [.text: "CSV"]), .csv),
          (words[.valuesFile], .values), (words[.factsFile], .json), ("Data Package", .package),
        ]
        return files.filter { view.site.routes.dataFiles.contains($0.1) }.map { title, file in
          view.renderer.download(title, .all(file), from: view.frame.route)
        }
      },
    ])

  private var measuredPlans: [PlanRef] { site.plans.indices.filter { !site.plans[$0].indicators.isEmpty } }

  /// Indicators with a binding target that is at risk. Where there are too many for one page, each plan names its own.
  private var alerts: [IndicatorRef] {
    guard page == 1, shownPlan != nil || isWhole else { return [] }
    return own.filter { ref in
      let resolved = site.indicators[ref]
      return resolved.indicator.nature == .binding && resolved.indicator.retired == nil
        && resolved.assessment.status.statusClass == .atRisk
    }
  }

  private var atRiskLists: [PlanRiskView] {
    guard plan == nil, site.plans.count > 1 else { return [] }
    return site.ownPlans.filter { !site.plans[$0].indicators.isEmpty }.compactMap { plan in
      let count = renderer.countsByClass(site.plans[plan].indicators).first { $0.statusClass == .atRisk }?.count ?? 0
      guard count > 0, let progress = site.plans[plan].progressRoute else { return nil }
      let home = site.pages[site.plans[plan].page]
      return PlanRiskView(
        link: LinkView(
          title: home.shortTitle, url: site.links.link(from: frame.route, to: progress) + "#-at-risk",
          language: site.language(ofTitleOf: home)),
        count: count)
    }
  }

  /// A longer list would not be read, and would add to a heavy page.
  private static let mostAlerts = 50
  private static let mostOpenAlerts = 5

  private func alert(_ ref: IndicatorRef) -> AlertView {
    let resolved = site.indicators[ref]
    return AlertView(
      title: resolved.indicator.name, url: resolved.route.map { site.links.link(from: frame.route, to: $0) },
      badge: StatusBadge.html(resolved.verdict, frame.language.words),
      language: site.language(ofNameOf: resolved, on: frame.language),
      department: resolved.lead.map { renderer.link(from: frame.route, toDepartment: $0) })
  }

  /// The filters with at least two options; a filter with one option would exclude nothing.
  private var filters: [FilterView] {
    // A filter sees only this page's rows, and would hide matches on the others.
    guard isWhole else { return [] }
    let language = frame.language.words
    func filter(
      _ name: String, _ label: Word, _ options: some Sequence<FilterOptionView>
    ) -> FilterView? {
      var seen: Set<FilterOptionView> = []
      let options = options.filter { seen.insert($0).inserted }
      return options.count < 2 ? nil : FilterView(name: name, label: language[label], options: options)
    }
    let indicators = refs.lazy.map { site.indicators[$0] }
    return [
      filter(
        "plan", .plan,
        indicators.map { site.pages[site.plans[$0.plan].page] }.map {
          .init(value: $0.route.bare, title: $0.title, language: site.language(ofTitleOf: $0))
        }),
      filter("category", .category, indicators.compactMap(\.indicator.category).map { .init(value: $0, title: $0) }),
      filter(
        "nature", .nature,
        indicators.compactMap(\.indicator.nature).map {
          .init(value: $0.rawValue, title: IndicatorWords.word(for: $0, language))
        }),
      filter(
        "class", .status,
        renderer.countsByClass(refs).filter { $0.count > 0 }.map {
          .init(value: $0.statusClass.rawValue, title: IndicatorWords.word(for: $0.statusClass, language))
        }),
      filter(
        "department", .department,
        indicators.compactMap(\.lead).map { site.departments[$0].department }.map {
          .init(value: $0.id.value, title: $0.name, language: site.language(ofText: $0.name))
        }),
    ].compactMap(\.self)
  }
}

/// The table of one plan on the page of all indicators.
struct PlanTableView: TemplateView {
  let frame: Frame
  let plan: PlanRef
  /// The 1-based page of its list.
  let page: Int

  private var resolved: ResolvedPlan { frame.renderer.site.plans[plan] }
  private var home: ResolvedPage { frame.renderer.site.pages[resolved.page] }

  static let fields = ViewFields<Self>(
    "PlanTable",
    [
      .text("key", "the plan's value in the filters") { $0.home.route.bare },
      .view("plan", "the plan") { $0.frame.renderer.link(from: $0.frame.route, toPage: $0.resolved.page) },
      .html("table", "its indicators") { view in
        view.frame.renderer.table(
          view.frame.renderer.rows(of: view.resolved.indicators, onPage: view.page, in: view.frame), in: view.frame,
          prefix: "plan-\(view.plan.index + 1)", frameName: view.home.title,
          hasFacets: true)
      },
    ])
}

/// How many indicators of one plan are at risk, on the page of all.
struct PlanRiskView: TemplateView {
  /// To the plan's own list of them, which has the worst first.
  let link: LinkView
  let count: Int

  static let fields = ViewFields<Self>(
    "PlanRisk", including: { $0.link }, [.text("count", "how many are at risk") { String($0.count) }])
}

/// The list of one plan's indicators, on the page of all.
struct PlanListView: TemplateView {
  let frame: Frame
  let plan: PlanRef

  private var renderer: SiteRenderer { frame.renderer }
  private var refs: [IndicatorRef] { renderer.site.plans[plan].indicators }
  private var home: ResolvedPage { renderer.site.pages[renderer.site.plans[plan].page] }

  static let fields = ViewFields<Self>(
    "PlanList",
    [
      .text("title", "the plan's title") { $0.home.title },
      .optionalText("title-language", "the language of the title, if it is another") {
        $0.renderer.site.language(ofTitleOf: $0.home)
      },
      .text("url", "the address of the list") { view in
        let site = view.renderer.site
        return site.links.link(
          from: view.frame.route, to: site.routes.route(of: .indicatorList(.plan(view.plan), page: 1)))
      },
      .text("indicator-count", "how many indicators it has that are followed") {
        $0.renderer.count(of: $0.refs).number($0.frame.language.words)
      },
      .text("indicator-word", "what follows that number, and how many were given up") {
        $0.renderer.count(of: $0.refs).word($0.frame.language.words)
      },
      .html("status-bar", "how many of them are in each class, as one bar") {
        ClassBar.html($0.renderer.countsByClass($0.refs))
      },
      .list("classes", "how many of them are in each of the four classes; classes without any are left out") {
        $0.renderer.classCounts($0.refs, $0.frame.language.words)
      },
    ])
}
