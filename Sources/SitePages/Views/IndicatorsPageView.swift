import Figures
import Indicators
import SiteModel
import Templates
import Words

/// The page of all indicators, or of one plan's if there are too many for one page: template `indicators`.
struct IndicatorsPageView: PageView {
  let frame: Frame
  private let list: PlanListPage<IndicatorRef>
  /// The indicators that counts and lists of what is at risk are about: on the page of all, those of the plans that are the
  /// site's own.
  private let own: [IndicatorRef]
  /// The binding indicators at risk, on the first page. Where all indicators are too many for one page, each plan has its own.
  private let alerts: [IndicatorRef]

  /// `plan` is nil for the page of all; `page` counts from 1.
  init(frame: Frame, plan: PlanRef?, page: Int) {
    let site = frame.renderer.site
    self.frame = frame
    list = PlanListPage(
      plan.map { site.plans[$0].indicators } ?? Array(site.indicators.indices), of: plan, page: page,
      rowsPerPage: PageWeight.indicatorRows, in: site)
    own =
      plan == nil && site.ownPlans.count < site.plans.count
      ? site.ownPlans.flatMap { site.plans[$0].indicators } : list.refs
    alerts = page == 1 && !list.hasListsOnly ? site.bindingAtRisk(own) : []
  }

  /// How many of other plans the counts leave out.
  private var referenceCount: Int {
    own.count == list.refs.count ? 0 : renderer.counted(list.refs).count - renderer.counted(own).count
  }

  private var renderer: SiteRenderer { frame.renderer }
  private var site: ResolvedSite { frame.renderer.site }

  var template: PageTemplate { .indicators }

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
          $0.list.plan == nil ? $0.own : Array($0.site.indicators.indices), ofReferencePlans: $0.referenceCount,
          $0.frame.language.words)
      },
      .html("status-bar", "how many indicators are in each class, as one bar") {
        ClassBar.html($0.renderer.countsByClass($0.own))
      },
      .optionalView("answer", "how they are going; only the summary is shown") { view -> AnswerView? in
        guard view.list.number == 1 else { return nil }
        return AnswerView(
          of: view.own, in: view.frame, grouping: .category, limit: 0, more: nil,
          pages: view.list.plan.map { view.site.plans[$0].readingOrder } ?? Array(view.site.pages.indices),
          scope: view.list.plan.map(FeedScope.plan), ofReferencePlans: view.referenceCount)
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
        $0.renderer.count(of: $0.list.refs).number($0.frame.language.words)
      },
      .text("indicator-word", "what follows that number, and how many were given up") {
        $0.renderer.count(of: $0.list.refs).word($0.frame.language.words)
      },
      .list("tables", "a table for each plan that has indicators; empty if they are too many for one page") { view in
        if let plan = view.list.shownPlan {
          return [PlanTableView(frame: view.frame, plan: plan, page: view.list.number)]
        }
        return view.list.isWhole ? view.measuredPlans.map { PlanTableView(frame: view.frame, plan: $0, page: 1) } : []
      },
      .list("lists", "the lists of the plans, if all indicators are too many for one page") { view in
        view.list.hasListsOnly ? view.measuredPlans.map { PlanListView(frame: view.frame, plan: $0) } : []
      },
      .optionalView("reporting", "the page of what is reported and what is not, if the site has one") { view in
        view.site.routes.longLists[.reporting] == nil
          ? nil
          : LinkView(
            title: view.frame.language.words[.reporting],
            url: view.site.links.link(
              from: view.frame.route, to: view.site.routes.route(of: PageAddress.longList(.reporting, page: 1))))
      },
      .list("pages", "the pages that a plan's list takes; empty if there is one") { view in
        view.list.shownPlan.map { view.renderer.pages(of: .indicators($0), at: view.list.number, in: view.frame) } ?? []
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

  private var atRiskLists: [PlanRiskView] {
    guard list.plan == nil, site.plans.count > 1 else { return [] }
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

  private var filters: [FilterView] {
    // A filter that sees one page of several would say that there is nothing where there is.
    guard list.isWhole else { return [] }
    let words = frame.language.words
    let indicators = list.refs.lazy.map { site.indicators[$0] }
    return [
      renderer.filter(by: indicators.map(\.plan), words),
      FilterView(
        "category", label: words[.category],
        indicators.compactMap(\.indicator.category).map { .init(value: $0, title: $0) }),
      FilterView(
        "nature", label: words[.nature],
        indicators.compactMap(\.indicator.nature).map {
          .init(value: $0.rawValue, title: IndicatorWords.word(for: $0, words))
        }),
      FilterView(
        "class", label: words[.status],
        renderer.countsByClass(list.refs).filter { $0.count > 0 }.map {
          .init(value: $0.statusClass.rawValue, title: IndicatorWords.word(for: $0.statusClass, words))
        }),
      renderer.filter(by: indicators.compactMap(\.lead), words),
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
          from: view.frame.route, to: site.routes.route(of: .longList(.indicators(view.plan), page: 1)))
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
