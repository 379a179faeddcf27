import Actions
import DataFormats
import Diagnostics

/// An action with its state and what it refers to.
package final class ResolvedAction: Sendable {
  package let action: Action
  package let plan: PlanRef
  /// The section that announces it.
  package let section: PageRef?
  package let programme: ProgrammeRef?
  package let lead: DepartmentRef?
  package let support: [DepartmentRef]
  /// The indicators that it serves.
  package let indicators: [IndicatorRef]
  /// The page whose front matter or text declares it; nil for an entry of a register.
  package let page: PageRef?
  package let standing: ActionStanding
  package let route: Route
  package let location: SourceLocation
  /// Whether the site no longer has it: a report shows it as its snapshot has it.
  package let isGone: Bool
  /// The name of the department in charge then, of one in a report whose department the site does not have under that
  /// name.
  package let formerLead: String?
  private let said: ReportedState?
  private let hasUpdates: Bool

  init(
    _ action: Action, plan: PlanRef, section: PageRef?, programme: ProgrammeRef?, lead: DepartmentRef?,
    support: [DepartmentRef], indicators: [IndicatorRef], page: PageRef?, at time: Double?,
    said: (state: ReportedState?, day: CalendarDate)?, location: SourceLocation
  ) {
    self.action = action
    self.plan = plan
    self.section = section
    self.programme = programme
    self.lead = lead
    self.support = support
    self.indicators = indicators
    self.page = page
    self.said = said?.state
    hasUpdates = said != nil
    standing = action.standing(at: time, said: said?.state, hasUpdates: said != nil)
    self.location = location
    route = Route(page: "actions/\(action.id.value)")
    (isGone, formerLead) = (false, nil)
  }

  /// The action with changes of its dates that only a snapshot records.
  init(
    _ other: ResolvedAction, adding undeclared: [EarlierDates], ofSteps: [(step: Int, dates: EarlierDates)]
  ) {
    action = other.action.adding(undeclared: undeclared, ofSteps: ofSteps)
    (plan, section, programme, lead) = (other.plan, other.section, other.programme, other.lead)
    (support, indicators, page) = (other.support, other.indicators, other.page)
    (standing, route, location) = (other.standing, other.route, other.location)
    (said, hasUpdates) = (other.said, other.hasUpdates)
    (isGone, formerLead) = (false, nil)
  }

  /// An action as a snapshot has it, for reports. `now` is nil for one that the site no longer has; `formerLead` is the
  /// name of the department then, if the site has none of that name.
  init(
    _ action: Action, _ standing: ActionStanding, as now: ResolvedAction?, plan: PlanRef, lead: DepartmentRef?,
    formerLead: String?, place: (section: PageRef?, programme: ProgrammeRef?), location: SourceLocation
  ) {
    self.action = action
    self.standing = standing
    (self.plan, self.lead, self.formerLead) = (plan, lead, formerLead)
    (section, programme, page) = (place.section, place.programme, now?.page)
    (support, indicators) = (now?.support ?? [], now?.indicators ?? [])
    route = Route(page: "actions/\(action.id.value)")
    self.location = now?.location ?? location
    (said, hasUpdates) = (nil, standing.isReported)
    isGone = now == nil
  }

  /// The action under another name.
  func named(_ name: String) -> ResolvedAction {
    ResolvedAction(self, Action(id: action.id, name: name, facts: action.facts, row: action.row, range: action.range))
  }

  private init(_ other: ResolvedAction, _ action: Action) {
    self.action = action
    (plan, section, programme, lead) = (other.plan, other.section, other.programme, other.lead)
    (support, indicators, page) = (other.support, other.indicators, other.page)
    (standing, route, location) = (other.standing, other.route, other.location)
    (said, hasUpdates) = (other.said, other.hasUpdates)
    (isGone, formerLead) = (other.isGone, other.formerLead)
  }

  /// The state that its department reports, in its entry or else in its newest update.
  package var reported: ReportedState? {
    action.facts.reported?.value ?? action.facts.done.map { _ in .done } ?? said
  }

  /// Its standing at another time, in years.
  package func standing(at time: Double?) -> ActionStanding {
    action.standing(at: time, said: said, hasUpdates: hasUpdates)
  }
}

/// The actions of a site, indexed by plan, section, programme, department, indicator and table; empty for a site without
/// any.
package struct ActionIndex: Sendable {
  private let byPlan: [PlanRef: [ActionRef]]
  private let bySection: [PageRef: [ActionRef]]
  private let byProgramme: [ProgrammeRef: [ActionRef]]
  private let byDepartment: [DepartmentRef: (led: [ActionRef], supported: [ActionRef])]
  private let byIndicator: [IndicatorRef: [ActionRef]]
  private let byTable: [PageRef: [ActionRef]]

  init(_ actions: Table<ActionTag, ResolvedAction>, programmes: Programmes) {
    var byPlan: [PlanRef: [ActionRef]] = [:]
    var bySection: [PageRef: [ActionRef]] = [:]
    var byProgramme: [ProgrammeRef: [ActionRef]] = [:]
    var byDepartment: [DepartmentRef: (led: [ActionRef], supported: [ActionRef])] = [:]
    var byIndicator: [IndicatorRef: [ActionRef]] = [:]
    var byTable: [PageRef: [ActionRef]] = [:]
    for ref in actions.indices {
      let action = actions[ref]
      byPlan[action.plan, default: []].append(ref)
      if let section = action.section { bySection[section, default: []].append(ref) }
      if let programme = action.programme {
        for outer in programmes.chain(from: programme) { byProgramme[outer, default: []].append(ref) }
      }
      if let lead = action.lead { byDepartment[lead, default: ([], [])].led.append(ref) }
      for department in Set(action.support) where department != action.lead {
        byDepartment[department, default: ([], [])].supported.append(ref)
      }
      for indicator in Set(action.indicators) { byIndicator[indicator, default: []].append(ref) }
      if action.action.row != nil, let page = action.page { byTable[page, default: []].append(ref) }
    }
    self.byPlan = byPlan
    self.bySection = bySection
    self.byProgramme = byProgramme
    self.byDepartment = byDepartment
    self.byIndicator = byIndicator
    self.byTable = byTable
  }

  package func of(_ plan: PlanRef) -> [ActionRef] { byPlan[plan] ?? [] }
  package func of(_ section: PageRef) -> [ActionRef] { bySection[section] ?? [] }
  /// The actions of a programme, including those of its parts.
  package func of(_ programme: ProgrammeRef) -> [ActionRef] { byProgramme[programme] ?? [] }
  /// The actions that a department leads, and those that it supports.
  package func of(_ department: DepartmentRef) -> (led: [ActionRef], supported: [ActionRef]) {
    byDepartment[department] ?? ([], [])
  }
  package func of(_ indicator: IndicatorRef) -> [ActionRef] { byIndicator[indicator] ?? [] }
  /// The actions that tables in a page's text declare.
  package func declared(inTablesOf page: PageRef) -> [ActionRef] { byTable[page] ?? [] }
  package var isEmpty: Bool { byPlan.isEmpty }
}
