import SiteModel

/// The rows of a page that lists the entries of all plans, or those of one plan if all are too many for one page.
struct PlanListPage<Ref: Sendable>: Sendable {
  /// Nil for the page of all.
  let plan: PlanRef?
  /// The 1-based number of the page in the plan's list.
  let number: Int
  /// All entries of the list.
  let refs: [Ref]
  /// Whether all of them are on this page.
  let isWhole: Bool
  /// The plan whose rows are on this page. The list of all is that of the plan if the site is a plan itself, and too long.
  let shownPlan: PlanRef?

  init(_ refs: [Ref], of plan: PlanRef?, page number: Int, rowsPerPage: Int, in site: ResolvedSite) {
    self.plan = plan
    self.number = number
    self.refs = refs
    isWhole = refs.count <= rowsPerPage
    shownPlan = plan ?? (isWhole ? nil : site.plans.indices.first { site.pages[site.plans[$0].page].route == .root })
  }

  /// Whether the page has the lists of the plans in place of rows.
  var hasListsOnly: Bool { shownPlan == nil && !isWhole }
}
