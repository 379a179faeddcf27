import Indicators
import Markup
import SiteModel
import SiteSources
import Templates

/// The page of a programme or a department: templates `programme` and `department`, which share this shape.
struct RegisterEntryPageView: TemplateView {
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
      .list("children", "the programmes that are part of this one") { view in
        view.programme?.children.map { view.renderer.link(from: view.frame.route, toProgramme: $0) } ?? []
      },
      .list("sections", "the sections that a department is responsible for; many are spread over its pages") {
        view -> [LinkView] in
        let all = view.department?.sections ?? []
        let site = view.renderer.site
        guard Set(all.map { site.pages[$0].plan }).count > 1 else { return view.sections.map { view.link(toPage: $0) } }
        return view.sections.map { section in
          let plan = site.pages[section].plan.map { site.pages[site.plans[$0].page].shortTitle }
          return view.link(toPage: section).followed(by: plan, view.frame.language.words)
        }
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
  /// Each is a row of about a kilobyte, on a page that has others already.
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
    let all = renderer.site.inPlanOrder(department.sections)
    let pages = LongList.pages(department.indicators.count)
    let size = max(RegisterEntryPageView.fewestSections, (all.count + pages - 1) / pages)
    return all[LongList.rows(ofPage: page, in: all.count, of: size)]
  }

  /// ` (2024/25)` behind the name of an indicator that owes the figure of a budget year; nothing behind others.
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

  /// Those that it leads, or that belong to it.
  private var actions: [ActionRef] {
    switch entry {
    case .programme(let ref): renderer.site.actionIndex.of(ref)
    case .department(let ref): renderer.site.actionIndex.of(ref).led
    }
  }

  private func link(toPage page: PageRef) -> LinkView { renderer.link(from: frame.route, toPage: page) }
}

/// A list of programmes or departments: templates `programmes` and `departments`.
struct RegisterPageView: TemplateView {
  let frame: Frame
  let groups: @Sendable () -> [RegisterGroupView]

  static let fields = ViewFields<Self>(
    "RegisterPage", including: { $0.frame },
    [
      .list("groups", "the entries, by plan") { $0.groups() },
      .html("responsibilities", "a table of departments and chapters with the actions of each by year; empty elsewhere")
      {
        view in
        guard case .list(.departments) = view.frame.address else { return HTML() }
        return view.frame.renderer.responsibilities(in: view.frame)
      },
      .list("nobody", "the plans with indicators and actions that no department is in charge of; empty elsewhere") {
        $0.ownerless
      },
      .text("nobody-count", "how many of these there are") { String($0.ownerlessCount) },
      .optionalText("more-nobody", "how many more there are, if some are left out") { view in
        let more = view.ownerlessCount - RegisterPageView.mostOwnerless
        return more > 0 ? IndicatorWords.andMore(more, view.frame.language.words) : nil
      },
    ])

  private static let mostOwnerless = 50

  private var ownerlessCount: Int {
    guard case .list(.departments) = frame.address else { return 0 }
    let site = frame.renderer.site
    return site.ownPlans.reduce(0) { count, plan in
      let (indicators, actions) = site.ownerless(in: plan)
      return count + indicators.count + actions.count
    }
  }

  /// Of each plan first the actions, then the indicators.
  private var ownerless: [OwnerlessView] {
    guard case .list(.departments) = frame.address else { return [] }
    let site = frame.renderer.site
    func link(_ name: String, _ subject: UpdateSubject) -> LinkView {
      LinkView(
        title: name, url: site.links.link(from: frame.route, to: site.route(of: subject)),
        language: site.language(ofText: name))
    }
    var room = RegisterPageView.mostOwnerless
    return site.ownPlans.compactMap { plan in
      let (indicators, actions) = site.ownerless(in: plan)
      let entries =
        (actions.map { link(site.actions[$0].action.name, .action($0)) }
        + indicators.map { link(site.indicators[$0].indicator.name, .indicator($0)) }).prefix(room)
      room -= entries.count
      guard !entries.isEmpty else { return nil }
      return OwnerlessView(
        plan: site.plans.count > 1 ? frame.renderer.link(from: frame.route, toPlan: plan) : nil,
        entries: Array(entries))
    }
  }
}

/// The indicators and actions of one plan that no department is in charge of.
struct OwnerlessView: TemplateView {
  let plan: LinkView?
  let entries: [LinkView]

  static let fields = ViewFields<Self>(
    "Ownerless",
    [
      .optionalView("plan", "the plan, on a site with several") { $0.plan },
      .list("entries", "its actions, then its indicators") { $0.entries },
    ])
}

/// The programmes or departments of one plan.
struct RegisterGroupView: TemplateView {
  let plan: LinkView?
  let entries: [RegisterEntryView]

  static let fields = ViewFields<Self>(
    "RegisterGroup",
    [
      .optionalView("plan", "the plan") { $0.plan },
      .list("entries", "its programmes or departments") { $0.entries },
    ])
}

/// A programme or a department in a list.
struct RegisterEntryView: TemplateView {
  let name: String
  let url: String
  let summary: String?
  let indicatorCount: IndicatorCount
  /// The count of its indicators at risk, which may be 0. Empty unless it has indicators that are counted.
  let atRisk: [ClassCountView]
  /// How many of its indicators are in each class, as one bar.
  let statusBar: HTML
  let actionCount: Int
  let supportedCount: Int
  /// The late states of its actions.
  let late: [StateCountView]
  let language: Language
  let children: [LinkView]
  /// Of the name, if it is not that of the page.
  let nameLanguage: String?

  static let fields = ViewFields<Self>(
    "RegisterEntry",
    [
      .text("name", "its name") { $0.name },
      .optionalText("name-language", "the language of the name, if it is another") { $0.nameLanguage },
      .text("url", "its address") { $0.url },
      .optionalText("summary", "what it is") { $0.summary },
      .text("indicator-count", "how many indicators it has that are followed") {
        $0.indicatorCount.number($0.language.words)
      },
      .text("indicator-word", "what follows that number, and how many were given up") {
        $0.indicatorCount.word($0.language.words)
      },
      .flag("has-indicators", "whether it has indicators") {
        $0.indicatorCount.followed + $0.indicatorCount.givenUp > 0
      },
      .list("at-risk", "how many of its indicators are at risk, which may be 0; empty without indicators") {
        $0.atRisk
      },
      .html("status-bar", "how many of its indicators are in each class, as one bar") { $0.statusBar },
      .text("action-count", "how many actions it leads, or belong to it") {
        $0.language.words.counted(.countedActions, $0.actionCount).number
      },
      .text("action-word", "what follows that number") {
        $0.language.words.counted(.countedActions, $0.actionCount).word
      },
      .flag("has-actions", "whether it has actions") { $0.actionCount > 0 },
      .optionalText("supported-count", "how many actions a department supports, if any") {
        $0.supportedCount > 0 ? String($0.supportedCount) : nil
      },
      .list("late", "how many of its actions have each late state") { $0.late },
      .list("children", "the programmes that are part of it") { $0.children },
    ])
}

/// The page of all terms: template `glossary`.
struct GlossaryPageView: TemplateView {
  let frame: Frame

  static let fields = ViewFields<Self>(
    "GlossaryPage", including: { $0.frame },
    [
      .list("terms", "every term") { view in
        let site = view.frame.renderer.site
        return site.terms.map { TermView(resolved: $0, language: site.language(ofText: $0.term.term.value)) }
      }
    ])
}

/// One term of the glossary.
struct TermView: TemplateView {
  let resolved: ResolvedTerm
  /// Of term and definition, if it is not that of the page.
  let language: String?

  static let fields = ViewFields<Self>(
    "Term",
    [
      .text("term", "the term") { $0.resolved.term.term.value },
      .optionalText("term-language", "the language of the term and its definition, if it is another") { $0.language },
      .text("anchor", "its id on the page") { $0.resolved.anchor },
      .text("definition", "what it means") { $0.resolved.term.definition },
      .optionalText("english", "the term in English") { $0.resolved.term.english },
      .list("aliases", "other words for it") { $0.resolved.term.aliases.map { NoteView(text: $0.value) } },
    ])
}
