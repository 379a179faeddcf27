import Actions
import DataFormats
import Diagnostics
import Indicators
import SiteSources

/// The actions of registers, front matter and tables with the plan of each, before what they refer to is known.
struct DeclaredActions: Sendable {
  struct Entry: Sendable {
    let action: Action
    let plan: PlanRef
    /// The page that declares it; nil for a register.
    let page: PageRef?
    let source: SourceText
  }

  /// By plan, then in the order of registers and sections.
  let entries: [Entry]
  /// The ids of those that are left out because their section or plan is a draft.
  let leftOut: [String]

  /// Reports an action that belongs to no plan (`register.unknown-plan`), and notes those that are left out
  /// (`reference.draft`).
  static func collect(
    _ parsed: ParsedSite, _ pages: PageTable, _ tree: SectionTree, _ plans: Plans, _ sections: SectionNames
  ) -> Checked<DeclaredActions> {
    let isDeclared = pages.indices.contains { pages.headers[$0].actionCount > 0 }
    guard isDeclared || !parsed.actions.isEmpty else { return Checked(DeclaredActions(entries: [], leftOut: [])) }
    var found: [Diagnostic] = []
    var leftOut: [String] = []
    var entries = Table<PlanTag, [Entry]>(repeating: [], count: plans.homes.count)
    for register in parsed.actions {
      let home = plans.plan(ofRegister: register.file)
      for action in register.entries {
        if let note = leavingOut(action, home, plans, sections, in: register.source) {
          found.append(note)
          leftOut.append(action.id.value)
          continue
        }
        guard let plan = plan(of: action, home, plans, in: register.source, into: &found) else { continue }
        entries[plan].append(
          Entry(action: placed(action, parsed, register.source, &found), plan: plan, page: nil, source: register.source)
        )
      }
    }
    for plan in plans.indices {
      for page in tree.readingOrders[plan] where pages.headers[page].actionCount > 0 {
        let source = pages[page].source
        entries[plan] += pages[page].fields.actions.map {
          Entry(action: placed($0, parsed, source, &found), plan: plan, page: page, source: source)
        }
      }
    }
    for page in pages.indices where pages.headers[page].actionCount > 0 && tree.nodes[page].planHome == nil {
      guard let action = pages[page].fields.actions.first else { continue }
      found.append(
        Diagnostic(
          .error, .unknownPlan, "this page is not in a plan, so its actions do not belong to one",
          hint: "move them into a plan's section or register", at: pages[page].source.location(of: action.range)))
    }
    return Checked(DeclaredActions(entries: entries.flatMap(\.self), leftOut: leftOut), found)
  }

  /// The action with its budget years as the site has them. Reports one that is then due before it starts
  /// (`field.invalid-value`).
  private static func placed(
    _ action: Action, _ parsed: ParsedSite, _ source: SourceText, _ found: inout [Diagnostic]
  ) -> Action {
    guard action.facts.hasFiscalYears else { return action }
    let placed = parsed.settings.fiscalYear.map { action.placed(by: $0) } ?? action
    if let finding = placed.contradiction(in: source) { found.append(finding) }
    return placed
  }

  /// The plan that an action names, or else the plan of its register.
  private static func plan(
    of action: Action, _ home: PlanRef?, _ plans: Plans, in source: SourceText, into found: inout [Diagnostic]
  ) -> PlanRef? {
    guard let named = action.facts.plan else {
      if home == nil {
        found.append(
          Diagnostic(
            .error, .unknownPlan, "action '\(action.name)' does not belong to a plan",
            hint: "add 'plan: …', or move the file into the plan's folder", at: source.location(of: action.id.range)))
      }
      return home
    }
    return plans.find(named, in: source, into: &found)
  }

  private static func leavingOut(
    _ action: Action, _ home: PlanRef?, _ plans: Plans, _ sections: SectionNames, in source: SourceText
  ) -> Diagnostic? {
    guard sections.hasDrafts else { return nil }
    func note(_ what: String, _ name: Located<String>) -> Diagnostic {
      Diagnostic(
        .note, .draftReference,
        "action '\(action.name)' is left out: its \(what) '\(name.value)' is a draft, which is not published",
        hint: "it is published once you remove 'draft: true' from that page", at: source.location(of: name.range))
    }
    var plan = home
    if let named = action.facts.plan {
      plan = plans.lookUp(named.value).found
      if plan == nil, sections.isDraft(named.value, in: nil) { return note("plan", named) }
    }
    guard let named = action.facts.section, sections.isDraft(named.value, in: plan),
      sections.lookUp(named.value, in: plan).found == nil
    else { return nil }
    return note("section", named)
  }

  /// The departments that actions name, in order.
  var departmentMentions: [Departments.Mention] {
    entries.flatMap { entry in
      ([entry.action.facts.lead].compactMap(\.self) + entry.action.facts.support
        + entry.action.facts.updates.compactMap(\.department)).map {
          Departments.Mention(name: $0, source: entry.source)
        }
    }
  }
}

/// The actions of a site, resolved.
struct ActionRegister: Sendable {
  var actions: Table<ActionTag, ResolvedAction>
  let names: NameTable<ActionTag>
  let index: ActionIndex

  /// Resolves what actions refer to. Reports what does not exist, an id that two have (`register.duplicate-id`), and a
  /// day after 'as-of' (`audit.after-as-of`).
  static func resolve(
    _ declared: DeclaredActions, _ context: JudgedRows.Context, _ indicators: NameTable<IndicatorTag>,
    draftIndicators: Set<String>
  ) -> Checked<ActionRegister> {
    var found: [Diagnostic] = []
    var names = NameTableBuilder<ActionTag>(of: "action")
    let time = context.settings.asOf?.time
    let reports = declared.entries.isEmpty ? [:] : DeclaredActions.reports(declared.entries, context.pages, at: time)
    var resolved: [ResolvedAction] = []
    resolved.reserveCapacity(declared.entries.count)
    for entry in declared.entries {
      let source = entry.source
      let action = entry.action.withoutLater(than: time)
      let facts = action.facts
      let location = source.location(of: action.id.range)
      let section = context.sections.find(facts.section, in: entry.plan, source, into: &found) ?? entry.page
      let served = facts.indicators.compactMap { id -> IndicatorRef? in
        if let ref = indicators[id.value] { return ref }
        found.append(unknown(id, indicators, draftIndicators, source))
        return nil
      }
      if let asOf = context.settings.asOf { found += later(entry.action, than: asOf, source) }
      if let said = reports[action.id.value] { found += contradiction(entry.action, said, source) }
      let lead = context.departments.find(facts.lead, in: source, into: &found)
      resolved.append(
        ResolvedAction(
          action, plan: entry.plan, section: section,
          programme: context.programmes.names.findProgramme(facts.programme, in: source, into: &found),
          lead: lead ?? section.flatMap { context.pageDepartments[$0] },
          support: facts.support.compactMap { context.departments.find($0, in: source, into: &found) },
          indicators: served, page: entry.page, at: time, said: reports[action.id.value],
          location: location))
      names.add(action.id.value, for: ActionRef(resolved.count - 1), at: location)
    }
    let table = Table<ActionTag, ResolvedAction>(resolved)
    return Checked(
      ActionRegister(
        actions: table, names: names.table, index: ActionIndex(table, programmes: context.programmes)),
      found + names.diagnostics)
  }

  /// Reports that the newest update gives another state than the action itself; readers see both. An update of a day before
  /// `done` does not contradict it.
  private static func contradiction(
    _ action: Action, _ said: (state: ReportedState?, day: CalendarDate), _ source: SourceText
  ) -> [Diagnostic] {
    guard let newest = said.state else { return [] }
    let (done, written) = (action.facts.done, action.facts.reported)
    guard let own = written?.value ?? done.map({ _ in .done }), own != newest,
      let range = written?.range ?? done?.range
    else { return [] }
    if own == .done, let done, Period.day(said.day).hasBegun(by: done.value.end) { return [] }
    return [
      Diagnostic(
        .warning, .actionContradiction,
        "'\(action.name)' is '\(own.rawValue)', and its update of \(said.day) says '\(newest.rawValue)'",
        hint: "correct the one that is out of date; without 'state' the newest update says the state of the action",
        at: source.location(of: range))
    ]
  }

  /// The findings on an action's times after 'as-of'.
  private static func later(_ action: Action, than asOf: AsOf, _ source: SourceText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func warn(_ message: Message, at range: SourceRange) {
      found.append(
        Diagnostic(
          .warning, .auditAfterAsOf, message, hint: "correct the time, or move 'as-of' in site.yaml",
          at: source.location(of: range)))
    }
    func warn(of earlier: [EarlierDates], _ subject: Message) {
      for entry in earlier where action.isLater(entry.until, than: asOf.time) {
        warn(
          "the dates of \(subject) are changed in \(entry.until), after 'as-of: \(asOf.written)', and the change is left out",
          at: action.id.range)
      }
    }
    if let done = action.facts.done, action.isLater(done.value, than: asOf.time) {
      warn(
        "action '\(action.name)' is done in \(done.value), after 'as-of: \(asOf.written)', and is not counted as done",
        at: done.range)
    }
    warn(of: action.facts.earlier, "'\(action.name)'")
    for step in action.facts.steps {
      let subject: Message = "the step '\(step.name)' of '\(action.name)'"
      if let done = step.doneOn, action.isLater(done, than: asOf.time) {
        warn(
          "\(subject) is done in \(done), after 'as-of: \(asOf.written)', and is not counted as done",
          at: action.id.range)
      }
      warn(of: step.earlier, subject)
    }
    return found
  }

  private static func unknown(
    _ id: Located<String>, _ indicators: NameTable<IndicatorTag>, _ drafts: Set<String>, _ source: SourceText
  ) -> Diagnostic {
    if drafts.contains(id.value) {
      return Diagnostic(
        .warning, .draftReference, "indicator '\(id.value)' belongs to a draft, which is not published",
        hint: "it is shown once you remove 'draft: true' from that page", at: source.location(of: id.range))
    }
    let near = indicators.nearMiss(id.value)
    return Diagnostic(
      .error, .unknownIndicator, "indicator '\(id.value)' does not exist", hint: near?.hint,
      at: source.location(of: id.range), fix: near?.fix)
  }

  /// The actions whose id no earlier one has: if two have the same, which is reported, the first gets the address.
  var withPage: [ActionRef] { actions.indices.filter { names[actions[$0].action.id.value] == $0 } }
}
