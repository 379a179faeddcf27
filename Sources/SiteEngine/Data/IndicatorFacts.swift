import DataFormats
import Indicators

/// The facts of one indicator as data files give them: names instead of places, numbers unrounded. Page, CSV and JSON
/// say the same because each takes it from here or from the same indicator.
extension ResolvedIndicator {
  /// The plan's path, or its title where the site itself is the plan.
  func planPath(_ registers: RegisterNames) -> String { registers.plans[plan].path }

  func programmeID(_ registers: RegisterNames) -> String? { programme.map { registers.programmes[$0].id } }

  func departmentID(_ registers: RegisterNames) -> String? { lead.map { registers.departments[$0].id } }

  /// The address of the indicator's page, whole where the site has a base URL; else as the file names it, which the facts
  /// are written to.
  func url(_ links: LinkStyle, from file: Route) -> String? {
    route.map { links.absolute($0) ?? links.link(from: file, to: $0) }
  }
}

/// What pages and data files say of plans, programmes and departments, wherever they name one.
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

extension DecimalNumber {
  /// With the decimals that were written.
  var data: String { NumberFormat.data(value, decimals: decimals) }
}

extension Table<IndicatorTag, ResolvedIndicator> {
  /// Stretches that files of all indicators are written in: each makes about a megabyte.
  var pieces: [Range<IndicatorRef>] {
    stride(from: 0, to: count, by: 512).map { IndicatorRef($0)..<IndicatorRef(Swift.min($0 + 512, count)) }
  }
}
