import SiteModel

/// One thing that a search can find.
struct SearchEntry: Sendable {
  let kind: SearchKind
  let subject: Subject
  let plan: PlanRef?
  let department: DepartmentRef?

  /// Where the entry's texts come from. They are read when they are indexed, so that a list of a hundred thousand
  /// entries stays small.
  enum Subject: Sendable {
    case indicator(IndicatorRef)
    case page(PageRef)
    case programme(ProgrammeRef)
    case department(DepartmentRef)
    case term(TermRef)
    case action(ActionRef)
  }
}

/// A heading or a box of a page.
struct SearchPlace {
  let kind: SearchPlaceKind
  let text: String
  let anchor: String
}
