import SiteModel

/// One thing that a search can find.
struct SearchEntry: Sendable {
  let kind: SearchKind
  let subject: Subject
  let plan: PlanRef?
  let department: DepartmentRef?
  /// The plan or report that it belongs to, which a result names.
  let home: SearchHome?

  init(kind: SearchKind, subject: Subject, plan: PlanRef?, department: DepartmentRef?, report: Int? = nil) {
    (self.kind, self.subject, self.plan, self.department) = (kind, subject, plan, department)
    home = report.map(SearchHome.report) ?? plan.map(SearchHome.plan)
  }

  /// The source of the entry's texts. They are read when they are indexed, so that a list of a hundred thousand entries
  /// stays small.
  enum Subject: Sendable {
    case indicator(IndicatorRef)
    case page(PageRef)
    case programme(ProgrammeRef)
    case department(DepartmentRef)
    case term(TermRef)
    case action(ActionRef)
  }
}

/// A plan, or a report by its place in `ResolvedSite.reports`: sections of several have the same titles.
enum SearchHome: Hashable, Sendable {
  case plan(PlanRef)
  case report(Int)

  /// The number of the plan or report in records and pieces of the index.
  func number(in site: ResolvedSite) -> Int {
    switch self {
    case .plan(let plan): plan.index
    case .report(let report): site.plans.count + report
    }
  }

  func page(in site: ResolvedSite) -> PageRef {
    switch self {
    case .plan(let plan): site.plans[plan].page
    case .report(let report): site.reports[report].home
    }
  }
}

/// A heading or a box of a page.
struct SearchPlace {
  let kind: SearchPlaceKind
  let text: String
  let anchor: String
}
