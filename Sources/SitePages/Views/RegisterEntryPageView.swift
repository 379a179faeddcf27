import Indicators
import Markup
import SiteModel
import Templates

/// The page of a programme or a department: templates `programme` and `department`, which share this shape.
struct RegisterEntryPageView: PageView {
  let frame: Frame
  let entry: Entry
  /// From 1; the first also tells about the entry itself.
  let page: Int

  enum Entry: Sendable {
    case programme(ProgrammeRef)
    case department(DepartmentRef)
  }

  private var renderer: SiteRenderer { frame.renderer }
  private var programme: ResolvedProgramme? {
    if case .programme(let ref) = entry { renderer.site.programmes[ref] } else { nil }
  }
  private var department: ResolvedDepartment? {
    if case .department(let ref) = entry { renderer.site.departments[ref] } else { nil }
  }

  private var scope: FeedScope? {
    if case .department(let ref) = entry { .department(ref) } else { nil }
  }

  private var list: LongList {
    switch entry {
    case .programme(let ref): .programme(ref)
    case .department(let ref): .department(ref)
    }
  }

  private var website: String? {
    guard case .department(let ref) = entry, let website = renderer.site.website(of: ref),
      let url = renderer.site.departments[ref].department.url
    else { return nil }
    return website.address(written: url.value, on: frame.route, of: renderer.site)
  }

  var template: PageTemplate {
    switch entry {
    case .programme: .programme
    case .department: .department
    }
  }

  static let fields = ViewFields<Self>(
    "RegisterEntryPage", including: { $0.frame },
    [
      .optionalView("answer", "how its indicators are going; only of a department that has any") {
        view -> AnswerView? in
        guard view.page == 1 else { return nil }
        return view.department.flatMap { department in
          AnswerView(
            of: department.indicators, in: view.frame, grouping: .category, limit: 100, more: nil,
            pages: department.sections, scope: view.scope)
        }
      },
      .optionalView("action-answer", "which of its actions are late; only if it leads any") {
        view -> ActionAnswerView? in
        guard view.page == 1 else { return nil }
        return ActionAnswerView(of: view.actions, in: view.frame)
      },
      .optionalText("summary", "what it is") { $0.programme?.programme.summary ?? $0.department?.department.summary },
      .optionalView("plan", "a programme's plan") { view in
        view.programme?.plan.map { view.link(toPage: view.renderer.site.plans[$0].page) }
      },
      .optionalView("promise", "the section that announces a programme") { view in
        view.programme?.section.map { view.link(toPage: $0) }
      },
      .optionalView("parent", "the programme that this one is part of") { view in
        view.programme?.parent.map { view.renderer.link(from: view.frame.route, toProgramme: $0) }
      },
      .optionalText("website", "a department's own site") { $0.website },
      .list("aliases", "other names") {
        ($0.programme?.programme.aliases ?? $0.department?.department.aliases ?? []).map(NoteView.init)
      },
      .optionalView("department", "the department responsible for a programme") { view in
        view.programme?.department.map { view.renderer.link(from: view.frame.route, toDepartment: $0) }
      },
      .list("support-departments", "the departments that support it, of a programme") { view in
        view.programme?.support.map { view.renderer.link(from: view.frame.route, toDepartment: $0) } ?? []
      },
      .list("children", "the programmes that are part of this one") { view in
        view.programme?.children.map { view.renderer.link(from: view.frame.route, toProgramme: $0) } ?? []
      },
      .list("sections", "the sections that a department is responsible for; many are spread over its pages") {
        view -> [LinkView] in
        view.links(toSections: view.sections, among: view.department?.sections ?? [])
      },
      .list("supported-sections", "the sections that a department supports") { view -> [LinkView] in
        guard view.page == 1, let supported = view.department?.supportedSections else { return [] }
        return view.links(toSections: view.renderer.site.inPlanOrder(supported), among: supported)
      },
      .list("updates", "what was said of a programme, and what a department says, the newest first") {
        view -> [UpdateView] in
        guard view.page == 1 else { return [] }
        let site = view.renderer.site
        switch view.entry {
        case .programme(let ref):
          return view.renderer.updates(about: .programme(ref), on: view.frame.route, view.frame.language)
        case .department(let ref):
          return site.updates.all.filter { site.contains(.department(ref), update: $0) }.prefix(20).map {
            UpdateView(
              renderer: view.renderer, update: $0, route: view.frame.route, language: view.frame.language,
              isAtHome: false)
          }
        }
      },
      .optionalText("own-feed", "address of a department's feed, if it has updates") { view in
        guard case .department(let ref) = view.entry else { return nil }
        return view.renderer.feed(of: .department(ref), from: view.frame.route)
      },
      .optionalText("missing-period", "the last year that is over; only of a department that lacks figures for it") {
        view in
        view.missing.isEmpty ? nil : view.lastYear?.text(view.frame.language.words)
      },
      .list("missing", "the indicators of a department without a figure for that year") { view in
        view.missing.prefix(RegisterEntryPageView.mostMissing).map { ref in
          let site = view.renderer.site
          let name = site.indicators[ref].indicator.name
          return LinkView(
            title: name + view.budgetYear(of: ref),
            url: site.links.link(from: view.frame.route, to: site.route(of: .indicator(ref))),
            language: site.language(ofText: name)
          ).followed(by: view.plan(of: ref), view.frame.language.words)
        }
      },
      .optionalText("more-missing", "how many more there are, if some are left out") { view in
        let more = view.missing.count - RegisterEntryPageView.mostMissing
        return more > 0 ? IndicatorWords.andMore(more, view.frame.language.words) : nil
      },
      .html("actions", "the actions that it leads, or that belong to it, the late ones first; empty if there are none")
      {
        view in
        guard view.page == 1 else { return HTML() }
        return view.renderer.actionTable(view.actions, in: view.frame)
      },
      .html("supported-actions", "the actions that a department supports, the late ones first; empty if there are none")
      {
        view in
        guard view.page == 1, case .department(let ref) = view.entry else { return HTML() }
        return view.renderer.actionTable(
          view.renderer.site.actionIndex.of(ref).supported, in: view.frame,
          frameName: view.frame.language.words[.actionsSupported])
      },
      .html("indicator-table", "its indicators; empty if there is none") { view in
        let all = view.programme?.indicators ?? view.department?.indicators ?? []
        return view.renderer.table(
          view.renderer.rows(of: all, onPage: view.page, in: view.frame), in: view.frame,
          prefix: view.programme == nil ? "department" : "programme", grouping: view.renderer.grouping(of: all))
      },
      .html("supported-indicators", "the first 50 indicators that a department supports; empty if there are none") {
        view in
        guard view.page == 1, let supported = view.department?.supportedIndicators else { return HTML() }
        return view.renderer.table(
          Array(supported.prefix(RegisterEntryPageView.mostSupported)), in: view.frame, prefix: "supported",
          frameName: view.frame.language.words[.indicatorsSupported])
      },
      .optionalText("more-supported", "how many more there are, if some are left out") { view in
        let more = (view.department?.supportedIndicators.count ?? 0) - RegisterEntryPageView.mostSupported
        return more > 0 ? IndicatorWords.andMore(more, view.frame.language.words) : nil
      },
      .list("pages", "the pages that its list of indicators takes; empty if there is one") { view in
        view.renderer.pages(of: view.list, at: view.page, in: view.frame)
      },
    ])

  private static let mostMissing = 50
  /// Each row takes about 1 KB, on a page with other tables.
  private static let mostSupported = 50

  private var lastYear: Period? { renderer.site.settings.asOf.map { .lastYear(at: $0.time) } }

  /// The figures that a department owes for the last year, as `check --period` says.
  private var missing: [IndicatorRef] {
    guard page == 1, let department, let lastYear else { return [] }
    return department.indicators.filter { renderer.site.indicators[$0].indicator.owesFigure(for: lastYear) }
  }

  /// The fewest sections of a page before the next has some of them.
  private static let fewestSections = 200

  private var sections: ArraySlice<PageRef> {
    guard let department else { return [] }
    let site = renderer.site
    let all = site.inPlanOrder(department.sections.filter { site.updates.update(on: $0) == nil })
    let pageCount = list.pagination(of: department.indicators.count).pageCount
    let perPage = max(RegisterEntryPageView.fewestSections, (all.count + pageCount - 1) / pageCount)
    return all[Pagination(of: all.count, perPage: perPage).rows(ofPage: page)]
  }

  /// Links to sections, with their plans where all of the list are of several.
  private func links(toSections sections: some Sequence<PageRef>, among all: [PageRef]) -> [LinkView] {
    let site = renderer.site
    let areOfSeveralPlans = Set(all.map { site.pages[$0].plan }).count > 1
    return sections.map { section in
      let plan = site.pages[section].plan.map { site.pages[site.plans[$0].page].shortTitle }
      return link(toPage: section).followed(by: areOfSeveralPlans ? plan : nil, frame.language.words)
    }
  }

  /// ` (2024/25)` after the name of an indicator that owes the figure of a budget year; nothing for others.
  private func budgetYear(of ref: IndicatorRef) -> String {
    guard let lastYear else { return "" }
    let owed = renderer.site.indicators[ref].indicator.owedPeriod(for: lastYear)
    let words = frame.language.words
    return owed == lastYear ? "" : words.text(.inBrackets, [.text: owed.text(words)])
  }

  /// The plan of an indicator in a list of those of several plans; else nothing.
  private func plan(of ref: IndicatorRef) -> String? {
    let site = renderer.site
    guard let department, renderer.areOfSeveralPlans(department.indicators) else { return nil }
    return site.pages[site.plans[site.indicators[ref].plan].page].shortTitle
  }

  /// The actions that it leads, or that belong to it.
  private var actions: [ActionRef] {
    switch entry {
    case .programme(let ref): renderer.site.actionIndex.of(ref)
    case .department(let ref): renderer.site.actionIndex.of(ref).led
    }
  }

  private func link(toPage page: PageRef) -> LinkView { renderer.link(from: frame.route, toPage: page) }
}
