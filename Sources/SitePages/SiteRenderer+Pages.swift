import DataFormats
import Indicators
import Markdown
import Markup
import SiteModel
import SiteSources
import Templates

// The pages that authors write: front page, plans, sections, pages beside the plans.
extension SiteRenderer {
  func home(_ place: PageRef) -> HomeView {
    let front = site.pages[place]
    let route = front.route
    let used = theme.used(in: .home)
    return HomeView(
      frame: frame(
        for: route, title: front.title, language: front.language, description: front.description, in: used,
        above: []),
      content: content(of: place),
      plans: !used.plans
        ? [] : site.plans.indices.map { planView($0, from: route, language: front.language, in: used) },
      statuses: used.statuses ? statusCounts(site.indicators.indices, language: front.language) : [],
      indicatorCount: site.indicators.count,
      updates: !used.updates
        ? []
        : site.datedPages(5).map { place, date in
          dated(
            date, title: site.pages[place].numberedTitle,
            url: site.links.link(from: route, to: site.pages[place].route), front.language)
        })
  }

  func planPage(_ place: PageRef) -> PlanPageView {
    let home = site.pages[place]
    guard let planRef = home.plan else { preconditionFailure("a plan's home page belongs to the plan") }
    let plan = site.plans[planRef]
    let used = theme.used(in: .plan)
    return PlanPageView(
      frame: frame(
        for: home.route, title: home.title, language: home.language, description: home.description,
        in: used, above: breadcrumbs(of: place)),
      content: content(of: place),
      plan: planView(planRef, from: home.route, language: home.language, in: used),
      indicatorTable: used.indicatorTable
        ? table(plan.indicators, of: home.route, language: home.language, prefix: "plan", frameName: home.title)
        : HTML(),
      programmes: !used.programmes ? [] : plan.programmes.map { link(from: home.route, toProgramme: $0) })
  }

  func section(_ place: PageRef) -> SectionPageView {
    let section = site.pages[place]
    let route = section.route
    let used = theme.used(in: section.kind == .page ? .page : .section)
    return SectionPageView(
      frame: frame(
        for: route, title: section.title, language: section.language, description: section.description,
        in: used,
        above: breadcrumbs(of: place)),
      number: section.number,
      content: content(of: place),
      summary: section.fields.summary,
      date: !used.date ? nil : section.fields.date.map { dated($0, title: section.title, url: "", section.language) },
      updated: !used.updated
        ? nil : section.fields.updated.map { dated($0, title: section.title, url: "", section.language) },
      department: !used.department ? nil : section.department.map { link(from: route, toDepartment: $0) },
      tags: used.tags ? section.fields.tags : [],
      plan: !used.plan ? nil : section.plan.map { link(from: route, toPage: site.plans[$0].page) },
      contents: !used.contents ? [] : section.plan.map { contents(of: $0, for: place, in: used) } ?? [],
      headings: used.headings ? headings(of: place) : [],
      children: !used.children
        ? []
        : section.children.map { child in
          entry(
            child, from: route, in: used, children: site.pages[child].children.map { entry($0, from: route, in: used) })
        },
      indicatorTable: section.showsOwnIndicators && used.indicatorTable
        ? table(
          section.ownIndicators, of: route, language: section.language, prefix: "section", frameName: section.title)
        : HTML(),
      previous: !used.previous ? nil : section.previous.map { link(from: route, toPage: $0) },
      next: !used.next ? nil : section.next.map { link(from: route, toPage: $0) },
      indicators: !used.indicators
        ? [] : section.ownIndicators.map { row(of: $0, on: route, section.language, in: used).view })
  }

  func fullPage(_ place: PlanRef) -> FullPageView {
    let plan = site.plans[place]
    let home = site.pages[plan.page]
    let words = ThemeWords.in(home.language)
    let used = theme.used(in: .full)
    let sections =
      used.sections ? plan.readingOrder.dropFirst().map { fullSection($0, of: plan) } : []
    return FullPageView(
      frame: frame(
        for: plan.fullRoute, title: "\(home.title) · \(words["full-plan-short"])", language: home.language,
        description: home.description, in: used,
        above: breadcrumbs(of: plan.page) + [link(from: plan.fullRoute, toPage: plan.page)]),
      plan: planView(place, from: plan.fullRoute, language: home.language, in: used),
      introduction: content(of: plan.page, on: plan.fullRoute, anchorPrefix: "\(anchor(of: plan.page, in: plan))-"),
      sections: sections,
      contents: used.contents ? plan.chapters.map { fullEntry($0, in: plan, used) } : [],
      indicatorTable: used.indicatorTable
        ? table(plan.indicators, of: plan.fullRoute, language: home.language, prefix: "plan", frameName: home.title)
        : HTML())
  }

  private func fullSection(_ place: PageRef, of plan: ResolvedPlan) -> FullSectionView {
    let section = site.pages[place]
    let anchor = anchor(of: place, in: plan)
    return FullSectionView(
      number: section.number, title: section.title, anchor: anchor, level: min(section.depth + 1, 6),
      content: content(of: place, on: plan.fullRoute, headingShift: section.depth, anchorPrefix: "\(anchor)-"),
      indicatorTable: section.showsOwnIndicators
        ? table(
          section.ownIndicators, of: plan.fullRoute, language: section.language, prefix: anchor,
          frameName: section.title) : HTML())
  }

  private func fullEntry(_ place: PageRef, in plan: ResolvedPlan, _ used: UsedFields) -> ContentsView {
    entry(
      place, from: plan.fullRoute, url: "#\(anchor(of: place, in: plan))", in: used, showsSummary: false,
      children: site.pages[place].children.map { fullEntry($0, in: plan, used) })
  }

  /// A section's id on the page of the whole plan: its path below the plan's, with `-` for `/`.
  private func anchor(of place: PageRef, in plan: ResolvedPlan) -> String {
    let home = site.pages[plan.page].route.bare
    let path = site.pages[place].route.bare.utf8.dropFirst(home.isEmpty ? 0 : home.utf8.count + 1)
    let text = String(decoding: path.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
    return text.isEmpty ? "plan" : "section-\(text)"
  }
}

// MARK: - Contents

extension SiteRenderer {
  /// The plan's sections for the rail of a page: only the branch of the page is open.
  private func contents(of plan: PlanRef, for place: PageRef, in used: UsedFields) -> [ContentsView] {
    var open: Set<PageRef> = [place]
    var above = site.pages[place].parent
    while let parent = above {
      open.insert(parent)
      above = site.pages[parent].parent
    }
    func entries(_ places: [PageRef]) -> [ContentsView] {
      places.map { child in
        let isOpen = open.contains(child)
        return entry(
          child, from: site.pages[place].route, in: used, isCurrent: child == place, isOpen: isOpen,
          children: isOpen ? entries(site.pages[child].children) : [])
      }
    }
    return entries(site.plans[plan].chapters)
  }

  /// `used` is what the page's template uses; `url` where it is not the section's own page.
  private func entry(
    _ place: PageRef, from route: Route, url: String? = nil, in used: UsedFields, isCurrent: Bool = false,
    isOpen: Bool = false, showsSummary: Bool = true, children: [ContentsView] = []
  ) -> ContentsView {
    let page = site.pages[place]
    return ContentsView(
      number: page.number, title: page.title, url: url ?? site.links.link(from: route, pathFromRoot: page.pathFromRoot),
      summary: showsSummary ? page.fields.summary : nil, isCurrent: isCurrent, isOpen: isOpen, children: children,
      department: used.department ? page.department.map { registers.departments[$0].name } : nil,
      indicatorCount: page.ownIndicators.count,
      indicators: !used.indicators
        ? []
        : page.ownIndicators.map { place in
          let indicator = site.indicators[place]
          return IndicatorNameView(
            name: indicator.indicator.name, url: indicator.route.map { site.links.link(from: route, to: $0) }
          ).view
        })
  }

  /// The headings of the second level with those of the third below them; none where one heading is all.
  private func headings(of place: PageRef) -> [View] {
    let all = site.pages[place].parsed.document.body.headings
    let places = (site.pages[place].takesTitleFromText ? 1 : 0)..<all.endIndex
    guard places.count > 1 else { return [] }
    var views: [View] = []
    views.reserveCapacity(places.count)
    /// The last of the second level, and those below it so far.
    var open: Int?
    var children: [View] = []
    func view(of place: Int, _ children: [View]) -> View {
      HeadingView(title: all.html(place), url: all.link(place), children: children).view
    }
    func close() {
      guard let heading = open else { return }
      views.append(view(of: heading, children))
      children = []
    }
    for place in places where all.isTopLevel(place) {
      let level = all.level(place)
      if level <= 2 || open == nil {
        close()
        open = place
      } else if level == 3 {
        children.append(view(of: place, []))
      }
    }
    close()
    return views
  }

  /// As a page shows it whose template uses `used`.
  func planView(_ place: PlanRef, from route: Route, language: Language, in used: UsedFields) -> PlanView {
    let plan = site.plans[place]
    let home = site.pages[plan.page]
    return PlanView(
      title: home.title, shortTitle: home.shortTitle, url: site.links.link(from: route, to: home.route),
      fullURL: site.links.link(from: route, to: plan.fullRoute),
      progressURL: plan.progressRoute.map { site.links.link(from: route, to: $0) }, summary: home.fields.summary,
      period: "\(plan.fields.period.start)–\(plan.fields.period.end)", publisher: plan.fields.publisher,
      source: plan.fields.source, region: plan.fields.region, adopted: plan.fields.adopted?.text(in: language),
      sectionCount: plan.readingOrder.count - 1, indicatorCount: plan.indicators.count,
      statuses: used.statuses ? statusCounts(plan.indicators, language: language) : [],
      chapters: !used.chapters
        ? []
        : plan.chapters.map { chapter in
          entry(
            chapter, from: route, in: used,
            children: site.pages[chapter].children.map { entry($0, from: route, in: used) })
        })
  }

  private func dated(_ date: CalendarDate, title: String, url: String, _ language: Language) -> DatedLinkView {
    DatedLinkView(title: title, url: url, date: date.text(in: language), isoDate: date.description)
  }
}
