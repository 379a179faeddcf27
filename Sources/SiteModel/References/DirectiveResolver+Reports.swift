/// The things that directives can name: those that the site has, or on a page that names a snapshot what that has.
extension DirectiveResolver {
  func indicators(of plan: PlanRef?) -> [ResolvedIndicator] {
    figures?.indicators(of: plan) ?? indicators.filter { plan == nil || $0.plan == plan }
  }

  func lookUp(indicator id: String) -> Lookup<ResolvedIndicator> {
    if let frozen = figures?.indicator(id) { return .found(frozen) }
    return switch registers.indicatorNames.lookUp(id: id) {
    case .found(let ref): .found(indicators[ref])
    case .unknown(let near): .unknown(near)
    }
  }

  func actions(of plan: PlanRef?) -> [ResolvedAction] {
    if let figures { return figures.actions(of: plan) }
    let all = registers.actions.actions
    return plan.map { registers.actions.index.of($0).map { all[$0] } } ?? Array(all)
  }

  func lookUp(action id: String) -> Lookup<ResolvedAction> {
    if let frozen = figures?.action(id) { return .found(frozen) }
    return switch registers.actions.names.lookUp(id: id) {
    case .found(let ref): .found(registers.actions.actions[ref])
    case .unknown(let near): .unknown(near)
    }
  }

  /// A department that a filter names.
  struct FilteredDepartment {
    /// Nil for one that only a snapshot names.
    let ref: DepartmentRef?
    let name: String

    func isLead(_ lead: DepartmentRef?, former: String?) -> Bool {
      ref != nil && lead == ref || former == name
    }
  }

  func lookUp(department word: String) -> Lookup<FilteredDepartment> {
    switch registers.departments.names.lookUp(word: word) {
    case .found(let ref): return .found(FilteredDepartment(ref: ref, name: word))
    case .unknown(let near):
      guard let figures,
        figures.indicators(of: nil).contains(where: { $0.formerLead == word })
          || figures.actions(of: nil).contains(where: { $0.formerLead == word })
      else { return .unknown(near) }
      return .found(FilteredDepartment(ref: nil, name: word))
    }
  }
}
