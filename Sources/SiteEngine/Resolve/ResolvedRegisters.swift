import Diagnostics

/// The registers of a site, put together, with the index of their names.
struct ResolvedRegisters: Sendable {
  var indicators: [ResolvedIndicator] = []
  /// Parallel to `indicators`.
  var declared: [ParsedIndicator] = []
  var programmes: [ResolvedProgramme] = []
  var departments: [ResolvedDepartment] = []
  var terms: [ResolvedTerm] = []
  var names = NameIndex()
  /// The indicators in the front matter of each page.
  var rows: [Int: [Int]] = [:]
  /// The department that each page names.
  var pageDepartments: [Int: Int] = [:]
  /// The addresses that the entries stand at, with who asks for them.
  var claims: [Claim] = []
  var diagnostics: [Diagnostic] = []

  struct Claim: Sendable {
    let route: Route
    let description: String
    let location: @Sendable () -> SourceLocation
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
