import DataFormats
import Indicators
import Markdown
import Markup

// The pages that authors write: front page, plans, sections, pages beside the plans.
extension SiteRenderer {
  func contentPages() -> [OutputFile] {
    site.pages.indices.map { place in
      let route = site.pages[place].route
      return switch site.pages[place].kind {
      case .front: page(route, "home") { home(place).view }
      case .plan: page(route, "plan") { planPage(place).view }
      case .section: page(route, "section") { section(place).view }
      case .page: page(route, "page") { section(place).view }
      }
    }
  }

  func fullPages() -> [OutputFile] {
    site.plans.indices.map { plan in page(site.plans[plan].fullRoute, "full") { fullPage(plan).view } }
  }

  private func home(_ place: Int) -> HomeView {
    let front = site.pages[place]
    let route = front.route
    return HomeView(
      frame: frame(
        for: route, title: front.title, language: front.language, description: front.description, above: []),
      content: content(of: place),
      plans: site.plans.indices.map { planView($0, from: route, language: front.language, in: "home") },
      statuses: theme.uses("statuses", in: "home") ? statusCounts(site.indicators.indices, language: front.language) : [],
      indicatorCount: site.indicators.count,
      updates: site.datedPages.prefix(5).map { place, date in
        dated(date, title: site.pages[place].numberedTitle, url: site.links.link(from: route, to: site.pages[place].route), front.language)
      })
  }

  private func planPage(_ place: Int) -> PlanPageView {
    let home = site.pages[place]
    guard let planPlace = home.plan else { preconditionFailure("a plan's home page belongs to the plan") }
    let plan = site.plans[planPlace]
    return PlanPageView(
      frame: frame(
        for: home.route, title: home.title, language: home.language, description: home.description,
        above: breadcrumbs(of: place)),
      content: content(of: place),
      plan: planView(planPlace, from: home.route, language: home.language, in: "plan"),
      indicatorTable: theme.uses("indicator-table", in: "plan")
        ? table(plan.indicators, of: home.route, language: home.language, prefix: "plan", frameName: home.title) : HTML(),
      programmes: plan.programmes.map { link(from: home.route, toProgramme: $0) })
  }

  private func section(_ place: Int) -> SectionPageView {
    let section = site.pages[place]
    let route = section.route
    let fields = section.fields
    let template = section.kind == .page ? "page" : "section"
    return SectionPageView(
      frame: frame(
        for: route, title: section.title, language: section.language, description: section.description,
        above: breadcrumbs(of: place)),
      number: section.number,
      content: content(of: place),
      summary: fields.summary,
      date: fields.date.map { dated($0, title: section.title, url: "", section.language) },
      updated: fields.updated.map { dated($0, title: section.title, url: "", section.language) },
      department: section.department.map { link(from: route, toDepartment: $0) },
      tags: fields.tags,
      plan: section.plan.map { link(from: route, toPage: site.plans[$0].page) },
      contents: theme.uses("contents", in: template) ? section.plan.map { contents(of: $0, for: place) } ?? [] : [],
      headings: headings(of: place),
      children: !theme.uses("children", in: template) ? [] : section.children.map { child in
        entry(child, from: route, children: site.pages[child].children.map { entry($0, from: route) })
      },
      indicatorTable: section.showsOwnIndicators && theme.uses("indicator-table", in: template)
        ? table(
          section.ownIndicators, of: route, language: section.language, prefix: "section", frameName: section.title) : HTML(),
      previous: section.previous.map { link(from: route, toPage: $0) },
      next: section.next.map { link(from: route, toPage: $0) })
  }

  private func fullPage(_ place: Int) -> FullPageView {
    let plan = site.plans[place]
    let home = site.pages[plan.page]
    let words = ThemeWords.in(home.language)
    let sections =
      theme.uses("sections", in: "full") ? plan.readingOrder.dropFirst().map { fullSection($0, of: plan) } : []
    return FullPageView(
      frame: frame(
        for: plan.fullRoute, title: "\(home.title) · \(words["full-plan-short"])", language: home.language,
        description: home.description, above: breadcrumbs(of: plan.page) + [link(from: plan.fullRoute, toPage: plan.page)]),
      plan: planView(place, from: plan.fullRoute, language: home.language, in: "full"),
      introduction: content(of: plan.page, on: plan.fullRoute, anchorPrefix: "\(anchor(of: plan.page, in: plan))-"),
      sections: sections,
      contents: theme.uses("contents", in: "full") ? plan.chapters.map { fullEntry($0, in: plan) } : [],
      indicatorTable: theme.uses("indicator-table", in: "full")
        ? table(plan.indicators, of: plan.fullRoute, language: home.language, prefix: "plan", frameName: home.title)
        : HTML())
  }

  private func fullSection(_ place: Int, of plan: ResolvedPlan) -> FullSectionView {
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

  private func fullEntry(_ place: Int, in plan: ResolvedPlan) -> ContentsView {
    let page = site.pages[place]
    return ContentsView(
      number: page.number, title: page.title, url: "#\(percentEncoded(path: anchor(of: place, in: plan)))",
      children: page.children.map { fullEntry($0, in: plan) })
  }

  /// A section's id on the page of the whole plan: its path below the plan's, with `-` for `/`.
  private func anchor(of place: Int, in plan: ResolvedPlan) -> String {
    let home = site.pages[plan.page].route.bare
    let path = site.pages[place].route.bare.utf8.dropFirst(home.isEmpty ? 0 : home.utf8.count + 1)
    let text = String(decoding: path.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
    return text.isEmpty ? "plan" : "section-\(text)"
  }
}

// MARK: - Contents

extension SiteRenderer {
  /// The plan's sections for the rail of a page: only the branch of the page is open.
  private func contents(of plan: Int, for place: Int) -> [ContentsView] {
    var open: Set<Int> = [place]
    var above = site.pages[place].parent
    while let parent = above {
      open.insert(parent)
      above = site.pages[parent].parent
    }
    func entries(_ places: [Int]) -> [ContentsView] {
      places.map { child in
        let isOpen = open.contains(child)
        return entry(
          child, from: site.pages[place].route, isCurrent: child == place, isOpen: isOpen,
          children: isOpen ? entries(site.pages[child].children) : [])
      }
    }
    return entries(site.plans[plan].chapters)
  }

  func entry(
    _ place: Int, from route: Route, isCurrent: Bool = false, isOpen: Bool = false, children: [ContentsView] = []
  ) -> ContentsView {
    let page = site.pages[place]
    return ContentsView(
      number: page.number, title: page.title, url: site.links.link(from: route, to: page.route),
      summary: page.fields.summary, isCurrent: isCurrent, isOpen: isOpen, children: children)
  }

  /// The headings of the second level with those of the third below them; none where one heading is all.
  private func headings(of place: Int) -> [HeadingView] {
    var views: [HeadingView] = []
    let own = site.bodies[place].headings.dropFirst(site.pages[place].takesTitleFromText ? 1 : 0)
    for heading in own where heading.isTopLevel {
      let view = HeadingView(title: heading.html, url: "#\(percentEncoded(path: heading.anchor))")
      if heading.level <= 2 || views.isEmpty {
        views.append(view)
      } else if heading.level == 3 {
        views[views.count - 1].children.append(view)
      }
    }
    return own.count > 1 ? views : []
  }

  /// As the page made from `template` shows it.
  func planView(_ place: Int, from route: Route, language: Language, in template: String) -> PlanView {
    let plan = site.plans[place]
    let home = site.pages[plan.page]
    return PlanView(
      title: home.title, shortTitle: home.shortTitle, url: site.links.link(from: route, to: home.route),
      fullURL: site.links.link(from: route, to: plan.fullRoute),
      progressURL: plan.progressRoute.map { site.links.link(from: route, to: $0) }, summary: home.fields.summary,
      period: "\(plan.fields.period.start)–\(plan.fields.period.end)", publisher: plan.fields.publisher,
      source: plan.fields.source, region: plan.fields.region, adopted: plan.fields.adopted?.text(in: language),
      sectionCount: plan.readingOrder.count - 1, indicatorCount: plan.indicators.count,
      statuses: theme.uses("statuses", in: template) ? statusCounts(plan.indicators, language: language) : [],
      chapters: !theme.uses("chapters", in: template) ? [] : plan.chapters.map { chapter in
        entry(chapter, from: route, children: site.pages[chapter].children.map { entry($0, from: route) })
      })
  }

  private func dated(_ date: CalendarDate, title: String, url: String, _ language: Language) -> DatedLinkView {
    DatedLinkView(title: title, url: url, date: date.text(in: language), isoDate: date.description)
  }
}
