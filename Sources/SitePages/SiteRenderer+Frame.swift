import Actions
import Indicators
import SiteModel
import SiteSources
import Words

// The frame of each kind of page: its title, language, description, and the pages above it.
extension SiteRenderer {
  private func frame(
    at address: PageAddress, _ title: String, _ language: Language, description: String? = nil, page: PageRef? = nil,
    namesPlan: Bool = false, above: @escaping @Sendable () -> [LinkView] = { [] }
  ) -> Frame {
    let route = site.routes.route(of: address)
    // Most pages use a shared frame; a page deeper than usual gets its own.
    let shared =
      frames.frame(site.links.prefixNumber(of: route), language)
      ?? SharedFrame(site, theme, at: route, language, frames.view(language))
    return Frame(
      renderer: self, shared: shared, address: address, route: route, language: language, title: title,
      description: description,
      page: page, namesPlan: namesPlan, above: above)
  }

  func frame(ofContent ref: PageRef) -> Frame {
    let page = site.pages[ref]
    return frame(
      at: .content(ref, page.kind), page.title, page.language, description: page.description, page: ref, namesPlan: true
    ) {
      breadcrumbs(of: ref)
    }
  }

  /// `title` is the word that follows the plan's title.
  func frame(at address: PageAddress, of plan: PlanRef, title: Word) -> Frame {
    let route = site.routes.route(of: address)
    let page = site.plans[plan].page
    let home = site.pages[page]
    let word = home.language.words[title]
    let description = route == site.plans[plan].fullRoute ? home.description : nil
    // The whole plan has its whole title, which is printed with it.
    let name = title == .fullPlanShort ? home.title : home.shortTitle
    return frame(at: address, "\(name) · \(word)", home.language, description: description) {
      let plan = LinkView(
        title: home.shortTitle, url: site.links.link(from: route, pathFromRoot: home.pathFromRoot),
        number: home.number, language: site.language(ofTitleOf: home))
      return breadcrumbs(of: page) + [plan]
    }
  }

  func frame(of list: ListPage) -> Frame {
    let language = site.settings.language
    return frame(at: .list(list), language.words[list.word], language)
  }

  /// `On track; Latest: 45% (2025); Target: 50% (2028)`, for those who share a page without a definition.
  private func summary(of resolved: ResolvedIndicator, _ language: WordLanguage) -> String {
    let latest = IndicatorWords.judged(of: resolved.indicator, resolved.assessment, language)
    let status =
      resolved.indicator.retired.map { IndicatorWords.retired($0, language) }
      ?? IndicatorWords.word(for: resolved.verdict, language)
    return [
      status, latest.map { language[.latest] + language[.colon] + $0 },
      language[.target] + language[.colon] + IndicatorWords.target(of: resolved.indicator, language),
    ].compactMap(\.self).joined(separator: language[.semicolon])
  }

  /// `Overdue; Lead department: Works; Due: June 2025. …`, for those who share a page: the state, then what it is.
  private func summary(of resolved: ResolvedAction, _ language: WordLanguage) -> String {
    let owner = resolved.lead.map { language[.leadDepartment] + language[.colon] + registers.departments[$0].name }
    let state = [
      ActionWords.word(for: resolved.standing.state, language),
      owner ?? (site.departments.isEmpty ? nil : language[.reportNobody]),
      resolved.action.facts.due.map { language[.due] + language[.colon] + $0.text(language) },
    ].compactMap(\.self).joined(separator: language[.semicolon])
    guard let summary = resolved.action.facts.summary else { return state }
    return state + language[.fullStop] + language[.betweenSentences] + summary
  }

  /// `embedded`: of its chart for other sites.
  func frame(of ref: IndicatorRef, embedded: Bool = false) -> Frame {
    let address = embedded ? PageAddress.embed(ref) : .indicator(ref)
    let route = site.routes.route(of: address)
    let resolved = site.indicators[ref]
    let language = site.pages[site.plans[resolved.plan].page].language
    return frame(
      at: address, resolved.indicator.name, language,
      description: resolved.definitionText ?? summary(of: resolved, language.words), namesPlan: true
    ) {
      // With several plans the indicator's own is above it.
      let plan = site.pages[site.plans[resolved.plan].page]
      let list = link(from: route, to: .indicators, language)
      guard plan.route != .root else { return [list] }
      return [
        LinkView(
          title: plan.shortTitle, url: site.links.link(from: route, pathFromRoot: plan.pathFromRoot),
          language: site.language(ofTitleOf: plan)), list,
      ]
    }
  }

  /// A page of figures that the indicator's own page has no room for.
  func frame(ofPartsOf ref: IndicatorRef, _ page: Int) -> Frame {
    let address = PageAddress.parts(ref, page: page)
    let route = site.routes.route(of: address)
    let resolved = site.indicators[ref]
    let language = site.pages[site.plans[resolved.plan].page].language
    let title = site.title(ofParts: page, of: resolved, language)
    return frame(at: address, resolved.indicator.name + language.words[.colon] + title, language, namesPlan: true) {
      let own = site.routes.route(of: PageAddress.indicator(ref))
      return [
        link(from: route, to: .indicators, language),
        LinkView(title: resolved.indicator.name, url: site.links.link(from: route, to: own)),
      ]
    }
  }

  func frame(of ref: ActionRef) -> Frame {
    let address = PageAddress.action(ref)
    let route = site.routes.route(of: address)
    let resolved = site.actions[ref]
    let home = site.pages[site.plans[resolved.plan].page]
    let language = home.language
    return frame(
      at: address, resolved.action.name, language, description: summary(of: resolved, language.words),
      namesPlan: true
    ) {
      let list = link(from: route, to: .actions, language)
      guard home.route != .root else { return [list] }
      return [
        LinkView(
          title: home.shortTitle, url: site.links.link(from: route, pathFromRoot: home.pathFromRoot),
          language: site.language(ofTitleOf: home)), list,
      ]
    }
  }

  func frame(of ref: ProgrammeRef, _ page: Int) -> Frame {
    let address = LongList.programme(ref).address(ofPage: page)
    let route = site.routes.route(of: address)
    let programme = site.programmes[ref]
    let language = programme.plan.map { site.pages[site.plans[$0].page].language } ?? site.settings.language
    return frame(at: address, programme.programme.name, language, description: programme.programme.summary) {
      [link(from: route, to: .programmes, language)]
    }
  }

  func frame(of ref: DepartmentRef, _ page: Int) -> Frame {
    let address = LongList.department(ref).address(ofPage: page)
    let route = site.routes.route(of: address)
    let department = site.departments[ref].department
    let language = site.settings.language
    return frame(at: address, department.name, language, description: department.summary) {
      [link(from: route, to: .departments, language)]
    }
  }

  func frameOfReporting(_ page: Int) -> Frame {
    let language = site.settings.language
    let address = PageAddress.longList(.reporting, page: page)
    let route = site.routes.route(of: address)
    return frame(at: address, language.words[.reporting], language) { [link(from: route, to: .indicators, language)] }
  }

  func frameOfSearch() -> Frame {
    let language = site.settings.language
    return frame(at: .search, language.words[.search], language)
  }

  /// Hosts serve `404.html` for a URL of any depth, so its links start at the site's root.
  func frameOfNotFound() -> Frame {
    let language = site.settings.language
    return frame(at: .notFound, language.words[.notFound], language)
  }
}

// MARK: - Links

extension SiteRenderer {
  /// The ancestors of a page, outermost first, without the front page.
  private func breadcrumbs(of page: PageRef) -> [LinkView] {
    let from = site.pages[page].route
    var links: [LinkView] = []
    var above = site.pages[page].parent
    while let parent = above {
      let page = site.pages[parent]
      if page.route != .root {
        links.append(
          LinkView(
            title: page.shortTitle, url: site.links.link(from: from, pathFromRoot: page.pathFromRoot),
            number: page.number, language: site.language(ofTitleOf: page)))
      }
      above = page.parent
    }
    return links.reversed()
  }

  /// `isAlone`: among links to pages of other parts of the site, where a section of a report needs the report's name.
  func link(from route: Route, toPage ref: PageRef, isAlone: Bool = false) -> LinkView {
    let page = site.pages[ref]
    let home = isAlone ? page.report?.home : nil
    let report = home == ref ? nil : home.map { site.pages[$0].shortTitle }
    return LinkView(
      title: report.map { "\($0) · \(page.title)" } ?? page.title,
      url: site.links.link(from: route, pathFromRoot: page.pathFromRoot), number: page.number,
      language: site.language(ofTitleOf: page))
  }

  /// The link to a plan by its short title.
  func link(from route: Route, toPlan ref: PlanRef) -> LinkView {
    let page = site.pages[site.plans[ref].page]
    return LinkView(
      title: page.shortTitle, url: site.links.link(from: route, pathFromRoot: page.pathFromRoot),
      language: site.language(ofTitleOf: page))
  }

  func link(from route: Route, toDepartment department: DepartmentRef) -> LinkView {
    let department = registers.departments[department]
    return LinkView(
      title: department.name, url: site.links.link(from: route, pathFromRoot: department.pathFromRoot),
      language: site.language(ofText: department.name))
  }

  func link(from route: Route, toProgramme programme: ProgrammeRef) -> LinkView {
    let programme = registers.programmes[programme]
    return LinkView(
      title: programme.name, url: site.links.link(from: route, pathFromRoot: programme.pathFromRoot),
      language: site.language(ofText: programme.name))
  }

  private func link(from route: Route, to list: ListPage, _ language: Language) -> LinkView {
    LinkView(title: language.words[list.word], url: site.links.link(from: route, to: list.route))
  }

  /// The view of a plan on the page of `frame`.
  func planView(_ plan: PlanRef, in frame: Frame) -> PlanView {
    PlanView(renderer: self, ref: plan, route: frame.route, language: frame.language)
  }
}
