/// The subject of a feed of its own. The feed exists if there are updates about it.
package enum FeedScope: Hashable, Sendable {
  case plan(PlanRef)
  case department(DepartmentRef)
  case indicator(IndicatorRef)
}

extension ResolvedSite {
  /// Whether an update belongs to a feed: for a plan, updates on its parts; for a department, its own updates and those on
  /// entries that it leads.
  package func contains(_ scope: FeedScope, update: ResolvedUpdate) -> Bool {
    FeedScope.contains(scope, update, indicators, actions)
  }
}

extension FeedScope {
  static func contains(
    _ scope: FeedScope, _ update: ResolvedUpdate, _ indicators: Table<IndicatorTag, ResolvedIndicator>,
    _ actions: Table<ActionTag, ResolvedAction>
  ) -> Bool {
    switch scope {
    case .plan(let plan): update.plan == plan
    case .indicator(let ref): update.subjects.contains(.indicator(ref))
    case .department(let department):
      update.department == department
        || update.subjects.contains { subject in
          switch subject {
          case .action(let ref): actions[ref].lead == department
          case .indicator(let ref): indicators[ref].lead == department
          case .programme, .section: false
          }
        }
    }
  }

  /// Every scope that has an update, each once: plans, departments, then indicators that have a page.
  static func all(_ registers: ResolvedRegisters) -> [FeedScope] {
    guard !registers.updates.isEmpty else { return [] }
    var plans: Set<PlanRef> = []
    var departments: Set<DepartmentRef> = []
    var indicators: Set<IndicatorRef> = []
    for update in registers.updates.all {
      if let plan = update.plan { plans.insert(plan) }
      if let department = update.department { departments.insert(department) }
      for subject in update.subjects {
        switch subject {
        case .action(let ref): if let lead = registers.actions.actions[ref].lead { departments.insert(lead) }
        case .indicator(let ref):
          if let lead = registers.indicators[ref].lead { departments.insert(lead) }
          if registers.indicators[ref].route != nil { indicators.insert(ref) }
        case .programme, .section: break
        }
      }
    }
    return plans.sorted().map(FeedScope.plan) + departments.sorted().map(FeedScope.department)
      + indicators.sorted().map(FeedScope.indicator)
  }
}
