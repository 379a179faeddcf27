import Markup
import SiteModel
import SiteSources

// Programmes, departments, glossary.
extension SiteRenderer {
  /// The frame of a page that planpress makes for the whole site.
  func standingFrame(_ standing: ListPage, _ language: Language) -> FrameView {
    let title = ThemeWords.in(language)[standing.rawValue]
    return frame(
      for: standing.route, title: title, language: language, in: theme.used(in: PageAddress.list(standing).template),
      above: [])
  }

  /// The link to a standing page, for a breadcrumb.
  func link(from route: Route, to standing: ListPage, _ language: Language) -> LinkView {
    LinkView(title: ThemeWords.in(language)[standing.rawValue], url: site.links.link(from: route, to: standing.route))
  }

  // MARK: Programmes

  func programmes() -> RegisterPageView {
    let language = site.settings.language
    let route = ListPage.programmes.route
    guard theme.used(in: .programmes).groups else {
      return RegisterPageView(frame: standingFrame(.programmes, language), groups: [])
    }
    let top = site.programmes.indices.filter { site.programmes[$0].parent == nil }
    let plans: [PlanRef?] = Array(site.plans.indices) + [nil]
    let groups = plans.compactMap { plan -> RegisterGroupView? in
      let places = top.filter { site.programmes[$0].plan == plan }
      guard !places.isEmpty else { return nil }
      return RegisterGroupView(
        plan: plan.map { link(from: route, toPage: site.plans[$0].page) },
        entries: places.map { programmeEntry($0, from: route) })
    }
    return RegisterPageView(frame: standingFrame(.programmes, language), groups: groups)
  }

  private func programmeEntry(_ place: ProgrammeRef, from route: Route) -> RegisterEntryView {
    let programme = site.programmes[place]
    return RegisterEntryView(
      name: programme.programme.name, url: site.links.link(from: route, to: programme.route),
      summary: programme.programme.summary, indicatorCount: programme.indicators.count,
      children: programme.children.map { link(from: route, toProgramme: $0) })
  }

  func programme(_ place: ProgrammeRef) -> RegisterEntryPageView {
    let programme = site.programmes[place]
    let route = programme.route
    let used = theme.used(in: .programme)
    let language = programme.plan.map { site.pages[site.plans[$0].page].language } ?? site.settings.language
    return RegisterEntryPageView(
      frame: frame(
        for: route, title: programme.programme.name, language: language, description: programme.programme.summary,
        in: used, above: [link(from: route, to: .programmes, language)]),
      summary: programme.programme.summary,
      plan: programme.plan.map { link(from: route, toPage: site.plans[$0].page) },
      promise: programme.section.map { link(from: route, toPage: $0) },
      parent: programme.parent.map { link(from: route, toProgramme: $0) },
      website: nil,
      aliases: programme.programme.aliases,
      department: programme.department.map { link(from: route, toDepartment: $0) },
      children: programme.children.map { link(from: route, toProgramme: $0) },
      sections: [],
      indicatorTable: used.indicatorTable
        ? table(programme.indicators, of: route, language: language, prefix: "programme") : HTML())
  }

  // MARK: Departments

  func departments() -> RegisterPageView {
    let language = site.settings.language
    let route = ListPage.departments.route
    let isUsed = theme.used(in: .departments).groups
    let entries =
      !isUsed
      ? []
      : site.departments.map { department in
        RegisterEntryView(
          name: department.department.name, url: site.links.link(from: route, to: department.route),
          summary: department.department.summary, indicatorCount: department.indicators.count, children: [])
      }
    return RegisterPageView(
      frame: standingFrame(.departments, language), groups: [RegisterGroupView(plan: nil, entries: entries)])
  }

  func department(_ place: DepartmentRef) -> RegisterEntryPageView {
    let language = site.settings.language
    let department = site.departments[place]
    let route = department.route
    let used = theme.used(in: .department)
    return RegisterEntryPageView(
      frame: frame(
        for: route, title: department.department.name, language: language, description: department.department.summary,
        in: used, above: [link(from: route, to: .departments, language)]),
      summary: department.department.summary, website: department.department.url,
      aliases: department.department.aliases, children: [],
      sections: !used.sections ? [] : department.sections.map { link(from: route, toPage: $0) },
      indicatorTable: used.indicatorTable
        ? table(department.indicators, of: route, language: language, prefix: "department") : HTML())
  }

  // MARK: Glossary

  func glossary() -> GlossaryPageView {
    let language = site.settings.language
    return GlossaryPageView(
      frame: standingFrame(.glossary, language),
      terms: !theme.used(in: .glossary).terms
        ? []
        : site.terms.map { entry in
          TermView(
            term: entry.term.term.value, anchor: entry.anchor, definition: entry.term.definition,
            english: entry.term.english, aliases: entry.term.aliases.map(\.value))
        })
  }
}
