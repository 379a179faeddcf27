import Actions
import DataFormats
import Diagnostics
import Indicators
import Markdown
import SiteSources

/// An update about something on a day.
package struct ResolvedUpdate: Sendable {
  package let date: CalendarDate
  package let title: String?
  /// In the words of the author; of a page, its beginning.
  package let text: String
  /// The status: the status of an indicator, or what is reported of an action.
  package let status: String?
  package let department: DepartmentRef?
  /// Not empty, but for a page that is about its plan, or the site, as a whole.
  package let subjects: [UpdateSubject]
  /// The plan of the subjects, or of the folder of a page.
  package let plan: PlanRef?
  /// The page that is the update; nil for an entry in YAML.
  package let page: PageRef?
  /// The 1-based number among the updates of its first subject that are written in YAML: its anchor there.
  package let number: Int
}

/// The subject of an update.
package enum UpdateSubject: Hashable, Sendable {
  case action(ActionRef)
  case indicator(IndicatorRef)
  case programme(ProgrammeRef)
  case section(PageRef)
}

/// All updates of a site.
package struct UpdateIndex: Sendable {
  /// The newest first.
  package let all: [ResolvedUpdate]
  private let bySubject: [UpdateSubject: [Int]]
  private let byPage: [PageRef: Int]

  init(_ updates: [ResolvedUpdate]) {
    // Updates of one day keep their order.
    let sorted = updates.enumerated().sorted { ($1.element.date, $0.offset) < ($0.element.date, $1.offset) }
    all = sorted.map(\.element)
    var bySubject: [UpdateSubject: [Int]] = [:]
    var byPage: [PageRef: Int] = [:]
    for (index, update) in all.enumerated() {
      for subject in update.subjects { bySubject[subject, default: []].append(index) }
      if let page = update.page { byPage[page] = index }
    }
    (self.bySubject, self.byPage) = (bySubject, byPage)
  }

  package var isEmpty: Bool { all.isEmpty }

  /// The updates about a subject, the newest first.
  package func about(_ subject: UpdateSubject) -> [ResolvedUpdate] { (bySubject[subject] ?? []).map { all[$0] } }

  /// The update that a page is; nil for any other page.
  package func update(on page: PageRef) -> ResolvedUpdate? { byPage[page].map { all[$0] } }
}

/// Collects the updates of registers, front matter and pages.
struct UpdateCollector {
  let registers: ResolvedRegisters
  let declared: DeclaredActions
  let parsed: ParsedSite
  let pages: PageTable
  let tree: SectionTree
  let plans: Plans
  private var updates: [ResolvedUpdate] = []
  private var found: [Diagnostic] = []

  init(
    _ registers: ResolvedRegisters, _ declared: DeclaredActions, _ parsed: ParsedSite, _ pages: PageTable,
    _ tree: SectionTree, _ plans: Plans
  ) {
    self.registers = registers
    self.declared = declared
    self.parsed = parsed
    self.pages = pages
    self.tree = tree
    self.plans = plans
  }

  /// Reports a department or a subject that does not exist, and leaves out updates later than 'as-of', with a warning
  /// (`audit.after-as-of`).
  mutating func collect() -> Checked<UpdateIndex> {
    for ref in registers.actions.actions.indices {
      let entry = declared.entries[ref.index]
      add(entry.action.facts.updates, about: .action(ref), of: entry.plan, in: entry.source)
    }
    for group in registers.groups.indices where registers.groups[group].namesSomething {
      let judged = registers.groups[group]
      for (ref, declaration) in zip(judged.refs, judged.declared) {
        add(declaration.updates, about: .indicator(ref), of: judged.plan, in: judged.source)
      }
    }
    var programme = 0
    for register in parsed.programmes {
      for entry in register.entries {
        let ref = ProgrammeRef(programme)
        add(entry.updates, about: .programme(ref), of: registers.programmes.entries[ref].plan, in: register.source)
        programme += 1
      }
    }
    for page in pages.indices where pages.headers[page].hasUpdates {
      add(
        pages[page].fields.updates, about: .section(page), of: tree.nodes[page].planHome.flatMap(plans.plan(withHome:)),
        in: pages[page].source)
    }
    for page in pages.indices where pages.headers[page].isUpdate { add(page: page) }
    return Checked(UpdateIndex(updates), found)
  }

  private mutating func add(
    _ own: [StatusUpdate], about subject: UpdateSubject, of plan: PlanRef?, in source: SourceText
  ) {
    for (index, update) in own.enumerated() where isKnown(update.date, in: source) {
      updates.append(
        ResolvedUpdate(
          date: update.date.value, title: update.title, text: MarkdownDocument.plainText(ofPlain: update.text),
          status: update.status,
          department: registers.departments.find(update.department, in: source, into: &found), subjects: [subject],
          plan: plan, page: nil, number: index + 1))
    }
  }

  private mutating func add(page ref: PageRef) {
    let page = pages[ref]
    guard let date = page.fields.date else {
      found.append(
        Diagnostic(
          .error, .missingKey, "an update needs 'date'",
          hint: "add 'date: 2026-03-15', or begin the file's name with the day", at: page.start))
      return
    }
    let home = tree.nodes[ref].updateHome.flatMap(plans.plan(withHome:))
    let subjects = page.fields.about.compactMap { subject($0, in: home, of: page) }
    guard isKnown(Located(date, at: page.fields.title?.range ?? SourceRange(start: 0, end: 0)), in: page.source) else {
      return
    }
    updates.append(
      ResolvedUpdate(
        date: date, title: page.title, text: page.fields.summary ?? page.excerpt ?? "", status: page.fields.status,
        department: registers.pageDepartments[ref], subjects: subjects,
        plan: home ?? subjects.first.flatMap(plan), page: ref, number: 0))
  }

  private func isKnown(_ date: Located<CalendarDate>) -> Bool {
    registers.asOf.map { Period.day(date.value).hasBegun(by: $0) } ?? true
  }

  private mutating func isKnown(_ date: Located<CalendarDate>, in source: SourceText) -> Bool {
    if isKnown(date) { return true }
    found.append(
      Diagnostic(
        .warning, .auditAfterAsOf,
        "an update is of \(date.value), after 'as-of: \(parsed.settings.asOf?.written ?? "")', and is left out",
        hint: "correct the day, or move 'as-of' in site.yaml", at: source.location(of: date.range)))
    return false
  }

  /// An action, an indicator, a programme or a section.
  private mutating func subject(_ name: Located<String>, in plan: PlanRef?, of page: ParsedPage) -> UpdateSubject? {
    if let ref = registers.actions.names[name.value] { return .action(ref) }
    if let ref = registers.indicatorNames[name.value] { return .indicator(ref) }
    if let ref = registers.programmes.names[name.value] { return .programme(ref) }
    if let ref = registers.sections.lookUp(name.value, in: plan).found { return .section(ref) }
    if registers.draftActions.contains(name.value) || registers.draftIndicators.contains(name.value)
      || registers.sections.isDraft(name.value, in: plan)
    {
      return nil
    }
    let near =
      registers.actions.names.nearMiss(name.value) ?? registers.indicatorNames.nearMiss(name.value)
      ?? registers.sections.nearest(to: name.value, in: plan)
    found.append(
      Diagnostic(
        .error, .unknownReference, "there is no action, indicator, programme or section '\(name.value)'",
        hint: near?.hint ?? "write the id of what the update is about, or the path of a section",
        at: page.source.location(of: name.range)))
    return nil
  }

  private func plan(of subject: UpdateSubject) -> PlanRef? {
    switch subject {
    case .action(let ref): registers.actions.actions[ref].plan
    case .indicator(let ref): registers.indicators[ref].plan
    case .programme(let ref): registers.programmes.entries[ref].plan
    case .section(let ref): tree.nodes[ref].planHome.flatMap(plans.plan(withHome:))
    }
  }
}

extension DeclaredActions {
  /// The reports in updates of each action, by its id: the newest that is known at a time, and whether there is any.
  static func reports(
    _ entries: [Entry], _ pages: PageTable, at time: Double?
  ) -> [String: (state: ReportedState?, day: CalendarDate)] {
    var reports: [String: (state: ReportedState?, day: CalendarDate)] = [:]
    func note(_ id: String, _ day: CalendarDate, _ status: String?) {
      guard time.map({ Period.day(day).hasBegun(by: $0) }) ?? true else { return }
      let state = status.flatMap(ReportedState.init)
      guard let known = reports[id] else {
        reports[id] = (state, day)
        return
      }
      if state != nil, known.state == nil || known.day <= day { reports[id] = (state, day) }
    }
    for entry in entries {
      for update in entry.action.facts.updates { note(entry.action.id.value, update.date.value, update.status) }
    }
    for page in pages.indices where pages.headers[page].isUpdate {
      guard let day = pages[page].fields.date else { continue }
      for subject in pages[page].fields.about { note(subject.value, day, pages[page].fields.status) }
    }
    return reports
  }
}
