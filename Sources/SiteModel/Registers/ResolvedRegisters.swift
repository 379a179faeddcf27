import Bytes
import Diagnostics
import Files
import Indicators
import SiteSources

/// The registers of a site, resolved: every entry with its references, and the names that pages use for entries.
struct ResolvedRegisters: Sendable {
  let sections: SectionNames
  let departments: Departments
  let programmes: Programmes
  let glossary: Glossary
  var actions: ActionRegister
  /// The time up to which the site knows what happened, in years; nil if it does not say.
  let asOf: Double?
  var indicators: Table<IndicatorTag, ResolvedIndicator>
  let indicatorNames: NameTable<IndicatorTag>
  let categories: Categories
  /// All of `indicators` in batches, in order.
  let groups: [JudgedRows]
  /// The department that each page names.
  let pageDepartments: Table<PageTag, DepartmentRef?>
  /// The departments that support the one in charge of a page; only of pages that name some.
  let pageSupport: [PageRef: [DepartmentRef]]
  /// The department of each page, or else of the nearest section above it that names one.
  let answering: Table<PageTag, DepartmentRef?>
  /// Ids of indicators that are not published, because they or their sections are in drafts.
  let draftIndicators: Set<String>
  /// Ids of actions that are not published.
  let draftActions: Set<String>
  /// The updates about them.
  private(set) var updates = UpdateIndex([])

  /// Each step returns a value and diagnostics, and takes everything that it depends on as input.
  static func resolve(
    _ parsed: ParsedSite, _ pages: PageTable, _ tree: SectionTree, _ plans: Plans, drafts: DraftNames,
    jobs: Int
  ) async -> (registers: ResolvedRegisters, diagnostics: [Diagnostic]) {
    var found = plans.misplacedRegisters(parsed)
    func reporting<Value>(_ checked: Checked<Value>) -> Value {
      found += checked.diagnostics
      guard let value = checked.value else { preconditionFailure("a step of the registers always has a value") }
      return value
    }
    let sections = SectionNames(pages, tree, plans, drafts: drafts)
    let observations = reporting(ObservationFiles.resolve(parsed))
    let (rows, leftOut) = reporting(DeclaredRows.collect(parsed, pages, tree, plans, sections, observations))
    let declaredActions = reporting(DeclaredActions.collect(parsed, pages, tree, plans, sections))
    var drafts = drafts
    drafts.leaveOut(leftOut)
    drafts.leaveOut(actions: declaredActions.leftOut)
    let departments = reporting(
      Departments.resolve(parsed.departments) {
        departmentMentions(parsed, pages, rows) + declaredActions.departmentMentions
      })
    let pageDepartments = reporting(departments.ofPages(pages))
    let pageSupport = reporting(departments.supporting(pages, pageDepartments))
    let answering = ResolvedRegisters.answering(pageDepartments, tree)
    let programmes = reporting(Programmes.resolve(parsed.programmes, plans, sections, departments))
    let glossary = reporting(Glossary.resolve(parsed.glossary))

    let context = JudgedRows.Context(
      pages: pages, plans: plans, sections: sections, programmes: programmes, departments: departments,
      pageDepartments: answering, settings: parsed.settings)
    // Indexed: a key path took 2 ms.
    let counts = rows.indices.map { rows[$0].refs.count }
    let (groups, indicators) = await concurrentMap(rows, counts: counts, jobs: jobs, longestRun: 16) { rows in
      var indicators: [ResolvedIndicator] = []
      return (JudgedRows.judge(rows, context, into: &indicators), indicators)
    }
    // Indexed, because iterating would copy each group, which costs more than reading it.
    for group in groups.indices where !groups[group].diagnostics.isEmpty { found += groups[group].diagnostics }
    let collected = indicatorNames(groups)
    let names = collected.table
    found += collected.diagnostics + observations.mismatches(rows, pages, names, drafts: drafts)
    for group in groups.indices where groups[group].hasUncounted { found += unknownSuccessors(groups[group], names) }
    let table = Table<IndicatorTag, ResolvedIndicator>(indicators)
    let actions = reporting(
      ActionRegister.resolve(declaredActions, context, names, draftIndicators: drafts.indicators))
    var registers = ResolvedRegisters(
      sections: sections, departments: departments, programmes: programmes, glossary: glossary,
      actions: actions, asOf: parsed.settings.asOf?.time, indicators: table, indicatorNames: names,
      categories: Categories(table, translations: parsed.translatedCategories), groups: groups,
      pageDepartments: pageDepartments, pageSupport: pageSupport, answering: answering,
      draftIndicators: drafts.indicators,
      draftActions: drafts.actions)
    var updates = UpdateCollector(registers, declaredActions, parsed, pages, tree, plans)
    registers.updates = reporting(updates.collect())
    return (registers, found)
  }

  /// The departments named by programmes, pages and indicators, in that order: the order of the list if there is no
  /// register. Of the pages, only the first that names a department counts.
  private static func departmentMentions(
    _ parsed: ParsedSite, _ pages: PageTable, _ rows: [DeclaredRows]
  ) -> [Departments.Mention] {
    var mentions: [Departments.Mention] = []
    for register in parsed.programmes {
      for entry in register.entries {
        mentions += ([entry.department].compactMap(\.self) + entry.support).map {
          .init(name: $0, source: register.source)
        }
      }
    }
    var known: Set<String> = []
    for page in pages.indices {
      guard let department = pages.headers[page].department, known.insert(department).inserted,
        let name = pages[page].fields.department
      else { continue }
      mentions.append(.init(name: name, source: pages[page].source))
    }
    for page in pages.indices where pages.headers[page].namesSupport {
      mentions += pages[page].fields.support.map { .init(name: $0, source: pages[page].source) }
    }
    // Indexed, because iterating would copy each declaration.
    for group in rows.indices where rows[group].page.map({ pages.headers[$0].namesDepartments }) ?? true {
      let declared = rows[group].declarations(in: pages)
      for row in declared.indices where declared[row].hasIDOrReferences {
        let source = rows[group].source(in: pages)
        if let lead = declared[row].lead { mentions.append(.init(name: lead, source: source)) }
        mentions += declared[row].support.map { .init(name: $0, source: source) }
      }
    }
    return mentions
  }

  private static func indicatorNames(_ groups: [JudgedRows]) -> NameTableBuilder<IndicatorTag> {
    var names = NameTableBuilder<IndicatorTag>(of: "indicator")
    for group in groups.indices where groups[group].namesSomething {
      let source = groups[group].source
      for (ref, declaration) in zip(groups[group].refs, groups[group].declared) {
        guard let id = declaration.id else { continue }
        names.add(id.value, for: ref, at: source.location(of: id.range))
      }
    }
    return names
  }
}

extension ResolvedRegisters {
  /// Reports a `continued-by` that is not an indicator's id.
  private static func unknownSuccessors(
    _ group: JudgedRows, _ names: NameTable<IndicatorTag>
  ) -> [Diagnostic] {
    group.declared.compactMap { declaration in
      guard let id = declaration.retired?.continuedBy, names[id.value] == nil else { return nil }
      return Diagnostic(
        .error, .unknownIndicator, "indicator '\(id.value)' does not exist",
        hint: "write the id of the indicator that takes its place, or remove 'continued-by'",
        at: group.source.location(of: id.range))
    }
  }
}

// MARK: - Derived values

extension ResolvedRegisters {
  /// The indicators that have their own page, in order.
  var indicatorsWithPage: [IndicatorRef] {
    var refs: [IndicatorRef] = []
    for group in groups.indices where groups[group].namesSomething {
      refs += groups[group].refs.filter { indicators[$0].route != nil }
    }
    return refs
  }

  /// The indicators that each page's front matter declares, and those that a section promises and another file
  /// declares.
  func indicatorsOfPages(_ pages: PageTable) -> Table<PageTag, [IndicatorRef]> {
    var rows = Table<PageTag, [IndicatorRef]>(repeating: [], count: pages.count)
    for group in groups.indices {
      let page = groups[group].page
      if let page { rows[page] += groups[group].refs }
      guard groups[group].namesSomething else { continue }
      for ref in groups[group].refs {
        if let section = indicators[ref].section, section != page { rows[section].append(ref) }
      }
    }
    return rows
  }

  /// The end of the newest figure of each plan, in years; minus infinity without figures.
  func newest(_ plans: Plans) -> Table<PlanTag, Double> {
    var newest = Table<PlanTag, Double>(repeating: -.infinity, count: plans.homes.count)
    for group in groups.indices {
      newest[groups[group].plan] = max(newest[groups[group].plan], groups[group].newest)
    }
    return newest
  }

  /// The indicators of the batches that have any with figures of parts, of other units or of other series, or with
  /// figures that columns describe.
  var withParts: [Range<IndicatorRef>] {
    groups.indices.filter { groups[$0].hasParts }.map { groups[$0].refs }
  }

  /// The statuses of all indicators, in order.
  var statuses: Table<IndicatorTag, IndicatorStatus> {
    var statuses: [IndicatorStatus] = []
    statuses.reserveCapacity(indicators.count)
    for group in groups.indices { statuses += groups[group].statuses }
    return Table(statuses)
  }

  /// The indicators that are listed and not counted.
  var uncounted: Set<IndicatorRef> {
    var uncounted: Set<IndicatorRef> = []
    for group in groups.indices where groups[group].hasUncounted {
      for ref in groups[group].refs where indicators[ref].indicator.isUncounted { uncounted.insert(ref) }
    }
    return uncounted
  }

  /// The plans that have indicators, in the order of the site.
  var measuredPlans: [PlanRef] {
    var plans: [PlanRef] = []
    for group in groups.indices where plans.last != groups[group].plan { plans.append(groups[group].plan) }
    return plans
  }

  /// The location of an indicator's declaration.
  func location(of indicator: IndicatorRef) -> SourceLocation {
    // The groups are in the order of their indicators. Searched by halves: there are thousands of groups and of
    // findings.
    let place = groups.partitioningIndex { $0.refs.upperBound > indicator }
    guard place < groups.endIndex, groups[place].refs.contains(indicator) else {
      preconditionFailure("every indicator is in a group")
    }
    let group = groups[place]
    let declaration = group.declared[group.refs.lowerBound.distance(to: indicator)]
    return group.source.location(of: declaration.id?.range ?? declaration.range)
  }

  /// The entries of the registers, with what belongs to each.
  func entries() -> RegisterEntries {
    RegisterEntries(programmes: resolvedProgrammes(), departments: resolvedDepartments())
  }

  private static func answering(
    _ own: Table<PageTag, DepartmentRef?>, _ tree: SectionTree
  ) -> Table<PageTag, DepartmentRef?> {
    var answering = own
    for page in own.indices where own[page] == nil && tree.nodes[page].kind == .section {
      var above = tree.nodes[page].parent
      while let next = above, tree.nodes[next].kind == .section {
        if let department = own[next] {
          answering[page] = department
          break
        }
        above = tree.nodes[next].parent
      }
    }
    return answering
  }

  /// The departments, with the sections and indicators they are responsible for.
  private func resolvedDepartments() -> Table<DepartmentTag, ResolvedDepartment> {
    var sections = Table<DepartmentTag, [PageRef]>(repeating: [], count: departments.entries.count)
    for page in pageDepartments.indices {
      if let department = pageDepartments[page] { sections[department].append(page) }
    }
    var supportedSections = Table<DepartmentTag, [PageRef]>(repeating: [], count: departments.entries.count)
    for page in pageSupport.keys.sorted() {
      for department in Set(pageSupport[page] ?? []) { supportedSections[department].append(page) }
    }
    var led = Table<DepartmentTag, [IndicatorRef]>(repeating: [], count: departments.entries.count)
    var supported = led
    for group in groups.indices {
      let refs = groups[group].refs
      if groups[group].namesSomething {
        for ref in refs {
          let lead = indicators[ref].lead
          if let lead { led[lead].append(ref) }
          for department in indicators[ref].support where department != lead && supported[department].last != ref {
            supported[department].append(ref)
          }
        }
      } else if let lead = groups[group].page.flatMap({ answering[$0] }) {
        led[lead] += refs
      }
    }
    return Table(
      departments.entries.indices.map { ref in
        ResolvedDepartment(
          department: departments.entries[ref].department,
          route: departments.entries[ref].route,
          sections: sections[ref], supportedSections: supportedSections[ref], indicators: led[ref],
          supportedIndicators: supported[ref])
      })
  }

  /// The programmes, with their parts and indicators. A programme's indicators include those of its parts.
  private func resolvedProgrammes() -> Table<ProgrammeTag, ResolvedProgramme> {
    let entries = programmes.entries
    var children = Table<ProgrammeTag, [ProgrammeRef]>(repeating: [], count: entries.count)
    for ref in entries.indices {
      if let parent = programmes.parents[ref] { children[parent].append(ref) }
    }
    var own = Table<ProgrammeTag, [IndicatorRef]>(repeating: [], count: entries.count)
    for group in groups.indices where groups[group].namesSomething && !entries.isEmpty {
      for ref in groups[group].refs {
        guard let programme = indicators[ref].programme else { continue }
        for outer in programmes.chain(from: programme) { own[outer].append(ref) }
      }
    }
    return Table(
      entries.indices.map { ref in
        ResolvedProgramme(
          programme: entries[ref].programme, plan: entries[ref].plan, route: entries[ref].route,
          section: entries[ref].section, parent: programmes.parents[ref], department: entries[ref].department,
          support: entries[ref].support,
          children: children[ref], indicators: own[ref])
      })
  }
}
