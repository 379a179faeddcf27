import Diagnostics
import Indicators
import SiteModel
import SiteSources

/// The targets and actions whose time is over, and those that are due soon, without plans that are there for reference. One note
/// for each department, or for each plan where no department is named.
struct PlanCalendar {
  let site: ResolvedSite
  let parsed: ParsedSite
  /// The time of the check, in years as `Period.end`.
  let now: Double
  private let ownPlans: Set<PlanRef>

  init(site: ResolvedSite, parsed: ParsedSite, now: Double) {
    (self.site, self.parsed, self.now) = (site, parsed, now)
    ownPlans = Set(site.ownPlans)
  }

  /// How far ahead a target's end is due soon, in years.
  private static let targetNotice = 0.5
  /// How far ahead the next figure is due soon, in years.
  private static let figureNotice = 0.25

  func diagnostics() -> [Diagnostic] {
    var found = notes(.calendarOver, of: overdue) { count in
      (
        count == 1 ? "a figure is overdue" : "\(count) figures are overdue",
        "add the figures, or say when they are due with 'next-update'"
      )
    }
    found += notes(.calendarOver, areMilestones: true, of: overdue) { count in
      (
        count == 1 ? "a milestone is overdue" : "\(count) milestones are overdue",
        "report 'done', or write a new 'due', and the old one under 'earlier'"
      )
    }
    found += notes(.calendarDue, of: due) { count in
      (
        count == 1 ? "a figure is due soon" : "\(count) figures are due soon",
        "ask for the figures, and add them when they are published"
      )
    }
    found += notes(.calendarDue, areMilestones: true, of: due) { count in
      (
        count == 1 ? "a milestone is due soon" : "\(count) milestones are due soon",
        "ask the department how far it is"
      )
    }
    found += actionNotes(
      .calendarOver, { $0.standing(at: now).state == .overdue },
      { $0 == 1 ? "an action is overdue" : "\($0) actions are overdue" },
      hint: "report 'state: done' or 'state: stopped', or write a new 'due', and the old one under 'earlier'")
    found += actionNotes(
      .calendarDue, { $0.action.endsSoon($0.standing(at: now).state, at: now) },
      { $0 == 1 ? "an action is due soon" : "\($0) actions are due soon" },
      hint: "ask the department how far it is")
    return found
  }

  /// One note for each department, or for each plan where no department is named.
  private func actionNotes(
    _ code: DiagnosticCode, _ isMeant: (ResolvedAction) -> Bool, _ message: (Int) -> Message, hint: Message
  ) -> [Diagnostic] {
    var owners: [Owner] = []
    var entries: [Owner: [(name: String, date: Period)]] = [:]
    for resolved in site.actions where ownPlans.contains(resolved.plan) && isMeant(resolved) {
      guard let due = resolved.action.facts.due else { continue }
      let owner = owner(resolved.lead, resolved.plan)
      if entries[owner] == nil { owners.append(owner) }
      entries[owner, default: []].append((resolved.action.name, due))
    }
    return notes(code, owners, entries) { (message($0), hint) }
  }

  private enum Owner: Hashable {
    case department(DepartmentRef)
    case plan(PlanRef)
  }

  /// The department in charge; the plan where nobody is, or where departments have no register of their own.
  private func owner(_ lead: DepartmentRef?, _ plan: PlanRef) -> Owner {
    guard let lead, !parsed.departments.isEmpty else { return .plan(plan) }
    return .department(lead)
  }

  private func notes(
    _ code: DiagnosticCode, areMilestones: Bool = false, of date: (ResolvedIndicator) -> Period?,
    _ words: (Int) -> (message: Message, hint: Message)
  ) -> [Diagnostic] {
    var owners: [Owner] = []
    var entries: [Owner: [(name: String, date: Period)]] = [:]
    for ref in site.indicators.indices {
      let resolved = site.indicators[ref]
      guard ownPlans.contains(resolved.plan), resolved.indicator.retired == nil,
        (resolved.indicator.kind == .milestone) == areMilestones, let date = date(resolved)
      else { continue }
      let owner = owner(resolved.lead, resolved.plan)
      if entries[owner] == nil { owners.append(owner) }
      entries[owner, default: []].append((resolved.indicator.name, date))
    }
    return notes(code, owners, entries, words)
  }

  private func notes(
    _ code: DiagnosticCode, _ owners: [Owner], _ entries: [Owner: [(name: String, date: Period)]],
    _ words: (Int) -> (message: Message, hint: Message)
  ) -> [Diagnostic] {
    let places = places
    return owners.compactMap { owner in
      guard let items = entries[owner], let place = places(owner) else { return nil }
      let shown: [Message] = items.sorted { $0.date < $1.date }.prefix(20).map { "'\($0.name)' (\($0.date))" }
      let (message, hint) = words(items.count)
      return Diagnostic(
        .note, code,
        items.count > 20
          ? "\(place.name): \(message): \(list: shown) and \(items.count - 20) more"
          : "\(place.name): \(message): \(list: shown)",
        hint: hint, at: place.location)
    }
  }

  /// The name of each owner and where it is declared.
  private var places: (Owner) -> (name: String, location: SourceLocation)? {
    // A `DepartmentRef` numbers the entries of all registers in order.
    let departments = parsed.departments.flatMap { register in register.entries.map { ($0, register.source) } }
    return { owner in
      switch owner {
      case .department(let ref):
        let name = site.departments[ref].department.name
        guard
          let (entry, source) = departments.first(where: { $0.0.id.value == site.departments[ref].department.id.value })
        else { return nil }
        return (name, source.location(of: entry.id.range))
      case .plan(let ref):
        let page = site.pages[site.plans[ref].page]
        return (page.title, page.parsed.start)
      }
    }
  }

  /// The period or day for which a figure is awaited since.
  private func overdue(_ resolved: ResolvedIndicator) -> Period? {
    let indicator = resolved.indicator
    if let next = indicator.details?.nextUpdate {
      return next.isOver(at: now) && !resolved.assessment.isFinal ? next : nil
    }
    var rules = site.plans[resolved.plan].rules
    rules.knownUntil = now
    guard let target = indicator.target, assess(indicator, by: rules).reason == .overdue else { return nil }
    return target.period
  }

  private func due(_ resolved: ResolvedIndicator) -> Period? {
    let indicator = resolved.indicator
    guard !resolved.assessment.isFinal else { return nil }
    if let next = indicator.details?.nextUpdate {
      return !next.isOver(at: now) && next.end <= now + Self.figureNotice ? next : nil
    }
    guard let due = indicator.target?.statedPeriod, !due.isOver(at: now), due.end <= now + Self.targetNotice,
      (resolved.assessment.latest?.period.end ?? 0) < due.end
    else { return nil }
    return due
  }
}

extension Assessment {
  /// Whether no later figure is awaited.
  fileprivate var isFinal: Bool {
    status == .achieved || status == .achievedEarly || status == .missed && reason != .overdue
  }
}
