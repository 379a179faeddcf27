import Figures
import Indicators
import Markup
import SiteModel
import SiteSources

// A plan's progress on one page: by category and programme, what changed, every chart.
extension SiteRenderer {
  func progress(_ place: PlanRef) -> ProgressPageView {
    let route = site.routes.route(of: .progress(place))
    let plan = site.plans[place]
    let home = site.pages[plan.page]
    let language = home.language
    let words = ThemeWords.in(language)
    let used = theme.used(in: .progress)
    let changes = used.changes ? changes(in: plan, from: route, language) : (since: nil, list: [])
    return ProgressPageView(
      frame: frame(
        for: route, title: "\(home.title) · \(words["progress-summary"])", language: language, in: used,
        above: breadcrumbs(of: plan.page) + [link(from: route, toPage: plan.page)]),
      plan: planView(place, from: route, language: language, in: used),
      statusBar: !used.statusBar ? HTML() : StatusBar.html(countsByStatus(plan.indicators)),
      byCategory: !used.byCategory
        ? HTML()
        : matrix(
          plan.indicators.map { (site.indicators[$0].indicator.group ?? site.indicators[$0].indicator.category, $0) },
          caption: words["by-category"], language),
      byProgramme: !used.byProgramme
        ? HTML()
        : matrix(
          plan.indicators.map { (site.indicators[$0].programme.map { site.programmes[$0].programme.name }, $0) },
          caption: words["by-programme"], language),
      since: changes.since?.text(language.words), changes: changes.list,
      milestones: !used.milestones
        ? HTML()
        : MilestoneTimeline(
          plan.indicators.map { (site.indicators[$0].indicator, site.indicators[$0].assessment) },
          title: words["milestones"],
          language: language.words, prefix: "milestones"
        ).html,
      charts: used.charts ? charts(of: plan, from: route, language) : [],
      rule: registers.plans[place].rule(language.words))
  }

  /// Nothing where no indicator has a label.
  private func matrix(_ labelled: [(label: String?, place: IndicatorRef)], caption: String, _ language: Language)
    -> HTML
  {
    var order: [String] = []
    var groups: [String: [IndicatorRef]] = [:]
    for (label, place) in labelled {
      guard let label else { continue }
      if groups[label] == nil { order.append(label) }
      groups[label, default: []].append(place)
    }
    let rows = order.map { label in
      StatusMatrix.Row(
        label: label,
        counts: Dictionary(countsByStatus(groups[label] ?? []).map { ($0.status, $0.count) }, uniquingKeysWith: +))
    }
    return StatusMatrix(rows, caption: caption, total: ThemeWords.in(language)["total"], language: language.words).html
  }

  /// Indicators whose status is another one than a year before the plan's newest figure.
  private func changes(
    in plan: ResolvedPlan, from route: Route, _ language: Language
  ) -> (since: Period?, list: [ChangeView]) {
    let latest = plan.indicators.compactMap { site.indicators[$0].assessment.latest?.period }
    guard let newest = latest.max() else { return (nil, []) }
    let before = newest.end - 1
    let list = plan.indicators.compactMap { place -> ChangeView? in
      let resolved = site.indicators[place]
      guard resolved.indicator.judgement == nil else { return nil }
      let past = assess(resolved.indicator, tolerance: plan.tolerance, asOf: before).status
      guard past != resolved.assessment.status else { return nil }
      return ChangeView(
        title: resolved.indicator.name, url: resolved.route.map { site.links.link(from: route, to: $0) },
        before: StatusBadge.html(past, language.words),
        after: StatusBadge.html(resolved.assessment.status, language.words))
    }
    return (.year(newest.year - 1), list)
  }

  private func charts(of plan: ResolvedPlan, from route: Route, _ language: Language) -> [ChartView] {
    plan.indicators.enumerated().compactMap { number, place in
      let resolved = site.indicators[place]
      guard let target = resolved.route else { return nil }
      let chart = IndicatorChart(
        resolved.indicator, resolved.assessment, sizes: [.narrow], language: language.words,
        prefix: "chart-\(number + 1)"
      ).html
      guard !chart.isEmpty else { return nil }
      return ChartView(
        title: resolved.indicator.name, url: site.links.link(from: route, to: target), chart: chart,
        badge: StatusBadge.html(resolved.assessment.status, language.words))
    }
  }
}
