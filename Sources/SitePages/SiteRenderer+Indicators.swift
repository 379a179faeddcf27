import DataFormats
import Figures
import Indicators
import Markup
import SiteModel
import SiteSources

// Indicators: the page of all, the page of each, the tables in other pages.
extension SiteRenderer {
  func indicators() -> IndicatorsPageView {
    let route = ListPage.indicators.route
    let language = site.settings.language
    let used = theme.used(in: .indicators)
    return IndicatorsPageView(
      frame: standingFrame(.indicators, language),
      statuses: used.statuses ? statusCounts(site.indicators.indices, language: language) : [],
      statusBar: used.statusBar ? StatusBar.html(countsByStatus(site.indicators.indices)) : HTML(),
      alerts: used.alerts ? alerts(from: route, language: language) : [],
      filters: used.filters ? filters(language) : [],
      filterScript: site.links.link(from: route, to: theme.asset("filter.js").route),
      indicatorCount: site.indicators.count,
      tables: !used.tables
        ? []
        : site.plans.indices.compactMap { number in
          let plan = site.plans[number]
          guard !plan.indicators.isEmpty else { return nil }
          return PlanTableView(
            key: site.pages[plan.page].route.bare,
            plan: link(from: route, toPage: plan.page),
            table: table(
              plan.indicators, of: route, language: language, prefix: "plan-\(number.index + 1)",
              frameName: site.pages[plan.page].title, hasFacets: true))
        },
      downloads: [("CSV", DataFile.csv), ("JSON", .json), ("Data Package", .package)].map {
        title, file in
        LinkView(title: title, url: site.links.link(from: route, to: file.route))
      })
  }

  /// What the indicators differ in; a filter by what all have alike would be none.
  private func filters(_ language: Language) -> [FilterView] {
    let words = ThemeWords.in(language)
    func filter(_ name: String, _ options: some Sequence<FilterOptionView>) -> FilterView? {
      var seen: Set<FilterOptionView> = []
      let options = options.filter { seen.insert($0).inserted }
      return options.count < 2 ? nil : FilterView(name: name, label: words[name], options: options)
    }
    let indicators = site.indicators.lazy
    return [
      filter(
        "plan",
        indicators.map { site.pages[site.plans[$0.plan].page] }.map { .init(value: $0.route.bare, title: $0.title) }),
      filter("category", indicators.compactMap(\.indicator.category).map { .init(value: $0, title: $0) }),
      filter(
        "nature",
        indicators.compactMap(\.indicator.nature).map {
          .init(value: $0.rawValue, title: IndicatorWords.word(for: $0, language.words))
        }),
      filter(
        "status",
        countsByStatus(site.indicators.indices).map {
          .init(value: $0.status.rawValue, title: IndicatorWords.word(for: $0.status, language.words))
        }),
      filter(
        "department",
        indicators.compactMap(\.lead).map { site.departments[$0].department }.map {
          .init(value: $0.id.value, title: $0.name)
        }),
    ].compactMap(\.self)
  }

  private func facets(of resolved: ResolvedIndicator) -> [(name: StaticString, value: String)] {
    let all: [(name: StaticString, value: String?)] = [
      ("status", resolved.assessment.status.rawValue), ("nature", resolved.indicator.nature?.rawValue),
      ("category", resolved.indicator.category),
      ("department", resolved.lead.map { site.departments[$0].department.id.value }),
    ]
    return all.compactMap { facet in facet.value.map { (facet.name, $0) } }
  }

  /// Binding targets that are missed, breached, reversing or behind.
  private func alerts(from route: Route, language: Language) -> [AlertView] {
    let bad: Set<IndicatorStatus> = [.missed, .breached, .reversing, .behind]
    return site.indicators.filter { $0.indicator.nature == .binding && bad.contains($0.assessment.status) }.map {
      AlertView(
        title: $0.indicator.name, url: $0.route.map { site.links.link(from: route, to: $0) },
        badge: StatusBadge.html($0.assessment.status, language.words))
    }
  }

  func indicator(_ place: IndicatorRef) -> IndicatorPageView {
    let route = site.routes.route(of: .indicator(place))
    let resolved = site.indicators[place]
    let plan = site.plans[resolved.plan]
    let home = site.pages[plan.page]
    let language = home.language
    let used = theme.used(in: .indicator)
    return IndicatorPageView(
      frame: frame(
        for: route, title: resolved.indicator.name, language: language,
        description: resolved.indicator.details?.definition,
        in: used, above: [link(from: route, to: .indicators, language)]),
      indicator: view(of: place, at: route, language: language, in: used),
      downloads: used.downloads ? downloads(of: resolved, from: route) : [],
      citation: used.citation ? citation(of: resolved, at: route, language) : "",
      dataset: used.dataset ? dataset(of: resolved, at: route) : HTML())
  }

  /// Name, plan, publisher, latest period, address: what a note needs.
  private func citation(of resolved: ResolvedIndicator, at route: Route, _ language: Language) -> String {
    let plan = site.plans[resolved.plan]
    let period = resolved.assessment.latest?.period.text(language.words)
    let parts = [
      resolved.indicator.name, site.pages[plan.page].title, plan.fields.publisher ?? site.settings.publisher,
      site.settings.title, period, site.links.absolute(route),
    ]
    var seen: Set<String> = []
    let words = parts.compactMap(\.self).filter { seen.insert($0).inserted }
    return language.words == .chinese ? words.joined(separator: "，") + "。" : words.joined(separator: ", ") + "."
  }

  /// At most twelve of the same programme, or else of the same category of the plan.
  private func related(to place: IndicatorRef, from route: Route) -> [LinkView] {
    let own = site.indicators[place]
    let others = site.plans[own.plan].indicators.lazy.filter { other in
      let resolved = site.indicators[other]
      guard other != place, resolved.route != nil else { return false }
      if own.programme != nil { return resolved.programme == own.programme }
      return own.indicator.category != nil && resolved.indicator.category == own.indicator.category
    }
    return others.prefix(12).map { other in
      let resolved = site.indicators[other]
      return LinkView(
        title: resolved.indicator.name, url: resolved.route.map { site.links.link(from: route, to: $0) } ?? "")
    }
  }

  private func view(of place: IndicatorRef, at route: Route, language: Language, in used: UsedFields) -> IndicatorView {
    let resolved = site.indicators[place]
    let indicator = resolved.indicator
    let assessment = resolved.assessment
    let words = language.words
    let plan = site.plans[resolved.plan]
    return IndicatorView(
      id: indicator.id?.text ?? "",
      name: indicator.name,
      definition: indicator.details?.definition,
      unit: indicator.unit,
      kind: IndicatorWords.word(for: indicator.kind, words),
      nature: indicator.nature.map { IndicatorWords.word(for: $0, words) },
      category: indicator.category,
      plan: link(from: route, toPage: plan.page),
      programme: resolved.programme.map { link(from: route, toProgramme: $0) },
      department: resolved.lead.map { link(from: route, toDepartment: $0) },
      supportDepartments: resolved.support.map { link(from: route, toDepartment: $0) },
      baseline: IndicatorWords.baseline(of: indicator, words),
      target: IndicatorWords.target(of: indicator, words),
      targetNote: indicator.target?.phrase,
      latest: IndicatorWords.latest(of: indicator, assessment, words),
      timeProgress: assessment.timeProgress.map(IndicatorWords.percent),
      progress: assessment.progress.map(IndicatorWords.percent),
      margin: assessment.margin.map { IndicatorWords.difference($0, of: indicator, words) },
      achievedAverage: assessment.achievedAverage.map { IndicatorWords.computed($0, of: indicator, words) },
      requiredChange: assessment.requiredChangePerYear.map { IndicatorWords.difference($0, of: indicator, words) },
      projection: assessment.projection.map { IndicatorWords.computed($0, of: indicator, words) },
      arithmetic: !used.arithmetic ? nil : IndicatorWords.arithmetic(of: indicator, assessment, words),
      status: status(of: resolved, language),
      source: indicator.source,
      promise: resolved.section.map { link(from: route, toPage: $0) },
      quote: resolved.quote,
      mentions: !used.mentions
        ? [] : site.mentions[place].filter { $0 != resolved.section }.map { link(from: route, toPage: $0) },
      related: used.related ? related(to: place, from: route) : [],
      notes: indicator.notes,
      chart: used.chart
        ? IndicatorChart(indicator, assessment, language: words, prefix: "chart").html : HTML(),
      history: used.history ? history(of: indicator, language) : HTML(),
      rule: registers.plans[resolved.plan].rule(words))
  }

  /// For tables that a theme writes itself.
  func row(of place: IndicatorRef, on route: Route, _ language: Language, in used: UsedFields) -> SectionIndicatorView {
    let resolved = site.indicators[place]
    let indicator = resolved.indicator
    let progress = resolved.assessment.progress
    let words = language.words
    return SectionIndicatorView(
      name: indicator.name, url: resolved.route.map { site.links.link(from: route, to: $0) }, unit: indicator.unit,
      baseline: indicator.baseline.map { IndicatorWords.number($0.value, of: indicator) },
      target: IndicatorWords.targetNumber(of: indicator, words),
      latest: !used.latest
        ? nil : resolved.assessment.latest.flatMap { IndicatorWords.number($0, of: indicator, words) },
      values: IndicatorWords.numbers(of: indicator, words),
      progress: progress.map(IndicatorWords.percent),
      progressValue: progress.map { jsonText(NumberFormat.nearest(min(max($0, 0), 1) * 1000) / 10) },
      status: used.status ? status(of: resolved, language).view : StatusView.unused)
  }

  private func status(of resolved: ResolvedIndicator, _ language: Language) -> StatusView {
    let status = resolved.assessment.status
    return StatusView(
      code: status.rawValue, word: IndicatorWords.word(for: status, language.words),
      reason: reason(of: resolved, language),
      badge: StatusBadge.html(status, language.words))
  }

  /// Why a status is what it is: a reason, or who judged.
  private func reason(of resolved: ResolvedIndicator, _ language: Language) -> String? {
    if let reason = resolved.assessment.reason { return IndicatorWords.word(for: reason, language.words) }
    guard let judgement = resolved.indicator.judgement else { return nil }
    return IndicatorWords.judged(by: judgement.by, on: judgement.on?.text(in: language), language.words)
  }

  func history(of indicator: Indicator, _ language: Language) -> HTML {
    let words = ThemeWords.in(language)
    return HistoryTable(
      indicator, language: language.words,
      words: HistoryWords(
        caption: indicator.name, period: words["period"], value: words["value"], source: words["source"],
        note: words["note"], frame: "\(words["history"])\(words["colon"])\(indicator.name)")
    ).html
  }
}

// MARK: - Tables in other pages

extension SiteRenderer {
  func countsByStatus(_ places: some Sequence<IndicatorRef>) -> [(status: IndicatorStatus, count: Int)] {
    // By the place among the statuses: a site's counts go over all of its indicators several times.
    var counts = [Int](repeating: 0, count: IndicatorStatus.allCases.count)
    for place in places { counts[site.statuses[place].ordinal] += 1 }
    return zip(IndicatorStatus.allCases, counts).filter { $0.1 > 0 }.map { (status: $0.0, count: $0.1) }
  }

  /// How many of the indicators have each status, in the order of the rules; only statuses that one has.
  func statusCounts(_ places: some Sequence<IndicatorRef>, language: Language) -> [StatusCountView] {
    countsByStatus(places).map { status, count in
      StatusCountView(
        code: status.rawValue, word: IndicatorWords.word(for: status, language.words), count: count,
        badge: StatusBadge.html(status, language.words))
    }
  }

  /// `prefix` begins the table's ids; it must be unique on the page. `frameName` names the frame that scrolls, where
  /// the table has no caption.
  func table(
    _ places: [IndicatorRef], of route: Route, language: Language, prefix: String, caption: String? = nil,
    frameName: String? = nil, columns: [IndicatorColumn] = [], grouping: IndicatorGrouping? = nil,
    hasFacets: Bool = false
  ) -> HTML {
    guard let first = places.first else { return HTML() }
    let prefixLink = site.links.prefix(from: route)
    let showsDepartment = columns.contains { if case .department = $0 { true } else { false } }
    let rows = grouped(places, by: grouping).map { place, group -> IndicatorRow in
      let resolved = site.indicators[place]
      return IndicatorRow(
        indicator: resolved.indicator, assessment: resolved.assessment,
        name: .init(
          text: resolved.indicator.name, url: resolved.route.map { prefixLink + site.links.suffix(to: $0) }),
        department: !showsDepartment
          ? nil
          : resolved.lead.map { lead in
            let department = registers.departments[lead]
            return .init(
              text: department.shortName, url: site.links.link(from: route, pathFromRoot: department.pathFromRoot))
          },
        group: group,
        notes: resolved.indicator.notes, facets: hasFacets ? facets(of: resolved) : [])
    }
    var words = ThemeWords.table(language)
    words.frame = frameName ?? ThemeWords.in(language)["table-scroll"]
    words.rule = registers.plans[site.indicators[first].plan].rule(language.words)
    return IndicatorTable(
      rows, columns: columns, caption: caption, words: words, language: language.words, prefix: prefix
    ).html
  }

  /// Rows of one group stand together where the text asks for a grouping, those of none first: under another heading
  /// they would seem to belong to it. By itself a table keeps the order of the register.
  private func grouped(_ places: [IndicatorRef], by grouping: IndicatorGrouping?) -> [(
    place: IndicatorRef, group: String?
  )] {
    let labelled = places.map { (place: $0, group: label(of: site.indicators[$0], by: grouping ?? .category)) }
    guard grouping != nil else { return labelled }
    var order: [String?: Int] = [nil: 0]
    for (_, group) in labelled where order[group] == nil { order[group] = order.count }
    return labelled.sorted { (order[$0.group] ?? 0) < (order[$1.group] ?? 0) }
  }

  private func label(of resolved: ResolvedIndicator, by grouping: IndicatorGrouping) -> String? {
    switch grouping {
    case .category: resolved.indicator.group ?? resolved.indicator.category
    case .programme: resolved.programme.map { site.programmes[$0].programme.name }
    case .section: resolved.section.map { site.pages[$0].numberedTitle }
    case .department: resolved.lead.map { site.departments[$0].department.name }
    case .plan: site.pages[site.plans[resolved.plan].page].title
    case .none: nil
    }
  }
}
