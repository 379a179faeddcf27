import Indicators
import SiteSources

/// The names that pages and data files use for plans, programmes and departments, worked out once for the site.
package struct RegisterNames: Sendable {
  package let plans: Table<PlanTag, Plan>
  package let programmes: Table<ProgrammeTag, Entry>
  package let departments: Table<DepartmentTag, Entry>

  package final class Plan: Sendable {
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
    package func rule(_ language: WordLanguage) -> String {
      switch language {
      case .chinese: chineseRule
      case .english: englishRule
      }
    }
  }

  /// A class: reading one field of it copies no other.
  package final class Entry: Sendable {
    let id: String
    package let name: String
    /// For tables.
    package let shortName: String
    /// See `LinkStyle.pathFromRoot(of:)`.
    package let pathFromRoot: String

    init(id: String, name: String, shortName: String?, pathFromRoot: String) {
      self.id = id
      self.name = name
      self.shortName = shortName ?? name
      self.pathFromRoot = pathFromRoot
    }
  }

  package init(_ site: ResolvedSite) {
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
