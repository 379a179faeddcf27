import Indicators

/// The names that pages and data files use for plans, programmes and departments, worked out once for the site.
struct RegisterNames: Sendable {
  let plans: Table<PlanTag, Plan>
  let programmes: Table<ProgrammeTag, Entry>
  let departments: Table<DepartmentTag, Entry>

  final class Plan: Sendable {
    /// Its path, or its title where the site itself is the plan.
    let path: String
    private let chineseRule: String
    private let englishRule: String

    init(path: String, tolerance: Double) {
      self.path = path
      chineseRule = IndicatorWords.rule(tolerance: tolerance, .chinese)
      englishRule = IndicatorWords.rule(tolerance: tolerance, .english)
    }

    /// By which the statuses of its indicators are judged.
    func rule(_ language: WordLanguage) -> String {
      switch language {
      case .chinese: chineseRule
      case .english: englishRule
      }
    }
  }

  /// A class: reading one field of it copies no other.
  final class Entry: Sendable {
    let id: String
    let name: String
    /// For tables.
    let shortName: String
    /// See `LinkStyle.pathFromRoot(of:)`.
    let pathFromRoot: String

    init(id: String, name: String, shortName: String?, pathFromRoot: String) {
      self.id = id
      self.name = name
      self.shortName = shortName ?? name
      self.pathFromRoot = pathFromRoot
    }
  }

  init(_ site: ResolvedSite) {
    plans = site.plans.mapRows { plan in
      let home = site.pages[plan.page]
      let path = home.route.bare
      return Plan(path: path.isEmpty ? home.title : path, tolerance: plan.tolerance)
    }
    programmes = site.programmes.mapRows {
      Entry(
        id: $0.programme.id.value, name: $0.programme.name, shortName: nil,
        pathFromRoot: site.links.pathFromRoot(of: $0.route))
    }
    departments = site.departments.mapRows {
      Entry(
        id: $0.department.id.value, name: $0.department.name, shortName: $0.department.shortName,
        pathFromRoot: site.links.pathFromRoot(of: $0.route))
    }
  }
}
