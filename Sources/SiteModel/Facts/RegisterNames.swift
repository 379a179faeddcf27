import Indicators
import SiteSources

/// The names of plans, programmes and departments on pages and in data files, computed once for the site.
package struct RegisterNames: Sendable {
  package let plans: Table<PlanTag, Plan>
  package let programmes: Table<ProgrammeTag, Entry>
  package let departments: Table<DepartmentTag, Entry>

  package final class Plan: Sendable {
    /// The plan's path, or its title if the site itself is the plan.
    let path: String
    private let chineseRule: String
    private let englishRule: String

    init(path: String, rules: AssessmentRules, asOf: AsOf?) {
      self.path = path
      chineseRule = (asOf.map { $0.text(.chinese) + "。" } ?? "") + IndicatorWords.rule(rules, .chinese)
      englishRule = (asOf.map { $0.text(.english) + ". " } ?? "") + IndicatorWords.rule(rules, .english)
    }

    /// The rule by which the statuses of the plan's indicators are assigned, in words.
    package func rule(_ language: WordLanguage) -> String {
      switch language {
      case .chinese: chineseRule
      case .english: englishRule
      }
    }
  }

  /// A class, so that reading one field does not copy the others.
  package final class Entry: Sendable {
    let id: String
    package let name: String
    /// The name in tables.
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
      return Plan(path: path.isEmpty ? home.title : path, rules: plan.rules, asOf: site.settings.asOf)
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
