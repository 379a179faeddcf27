/// A list that may be too long for one page.
package enum LongList: Hashable, Sendable {
  /// The indicators of a plan.
  case indicators(PlanRef)
  /// The indicators of a department.
  case department(DepartmentRef)
  /// The indicators of a programme.
  case programme(ProgrammeRef)
  /// The charts of a plan's progress summary.
  case charts(PlanRef)
  /// The actions of a plan.
  case actions(PlanRef)
  /// The list of all plans' indicators by whether they are reported.
  case reporting

  /// The address of a page of the list, counted from 1. Departments, programmes and progress summaries are the first pages of
  /// their lists.
  package func address(ofPage page: Int) -> PageAddress {
    guard page == 1 else { return .longList(self, page: page) }
    return switch self {
    case .department(let ref): .department(ref)
    case .programme(let ref): .programme(ref)
    case .charts(let plan): .progress(plan)
    case .indicators, .actions, .reporting: .longList(self, page: page)
    }
  }

  /// The pages of the list if it has `rowCount` rows.
  package func pagination(of rowCount: Int) -> Pagination {
    switch self {
    case .indicators, .department, .programme: Pagination(of: rowCount, perPage: PageWeight.indicatorRows)
    case .actions: Pagination(of: rowCount, perPage: PageWeight.actionRows)
    case .reporting: Pagination(of: rowCount, perPage: PageWeight.reportingRows)
    case .charts:
      Pagination(
        of: rowCount, perPage: PageWeight.chartsPerPage,
        onFirstPage: rowCount <= PageWeight.chartsOnOnlyPage ? rowCount : PageWeight.chartsOnFirstPage)
    }
  }
}
