import Diagnostics

/// The registers of a site, put together, with the index of their names.
struct ResolvedRegisters: Sendable {
  var indicators: [ResolvedIndicator] = []
  /// All of `indicators`, in their order.
  var groups: [JudgedRows] = []
  /// The indicators that have a page of their own.
  var withPage: [Int] = []
  var programmes: [ResolvedProgramme] = []
  var departments: [ResolvedDepartment] = []
  var terms: [ResolvedTerm] = []
  var names = NameIndex()
  /// Parallel to the pages: the indicators in the front matter of each.
  var rows: [Range<Int>]
  /// Parallel to the pages: the department that each names.
  var pageDepartments: [Int?]
  /// The addresses that the entries stand at, with who asks for them.
  var claims: [Claim] = []
  var diagnostics: [Diagnostic] = []

  init(pages: Int) {
    rows = Array(repeating: 0..<0, count: pages)
    pageDepartments = Array(repeating: nil, count: pages)
  }

  struct Claim: Sendable {
    let route: Route
    let description: String
    let location: @Sendable () -> SourceLocation
  }

  /// The plans that have indicators, by their numbers.
  var measuredPlans: [Int] {
    var plans: [Int] = []
    for group in groups.indices where plans.last != groups[group].plan { plans.append(groups[group].plan) }
    return plans
  }

  func has(_ standing: StandingPage) -> Bool {
    switch standing {
    case .indicators: !indicators.isEmpty
    case .programmes: !programmes.isEmpty
    case .departments: !departments.isEmpty
    case .glossary: !terms.isEmpty
    }
  }
}
