import Diagnostics
import Indicators
import SiteModel

/// The indicators of one department that have no value for a period.
package struct OwedFigures: Sendable {
  /// Nil for indicators that no department is in charge of.
  package let department: ResolvedDepartment?
  /// In the order of the site; at least one.
  package let indicators: [ResolvedIndicator]

  /// By department, in the order of the register; those without a department come last.
  ///
  /// Milestones are left out: they have no figures. So are indicators that are given up, and those whose plan does not
  /// contain the period, or whose frequency has no figure for it.
  static func all(of site: ResolvedSite, for period: Period) -> [OwedFigures] {
    var owed: [Int: [ResolvedIndicator]] = [:]
    for resolved in site.indicators where owes(resolved, for: period) {
      owed[resolved.lead?.index ?? site.departments.count, default: []].append(resolved)
    }
    return owed.sorted { $0.key < $1.key }.map { index, indicators in
      OwedFigures(
        department: index < site.departments.count ? site.departments[DepartmentRef(index)] : nil,
        indicators: indicators)
    }
  }

  private static func owes(_ resolved: ResolvedIndicator, for period: Period) -> Bool {
    let indicator = resolved.indicator
    let last = max(indicator.plan.end, indicator.target?.period.year ?? 0)
    guard indicator.kind != .milestone, indicator.retired == nil, indicator.plan.start <= period.year,
      period.year <= last
    else { return false }
    return isDue(indicator, for: period)
      && !indicator.observations.contains { $0.period == period && $0.value != nil }
  }

  /// Whether the rhythm in which figures are published has one for the period: a yearly figure has none for a quarter, and one
  /// of every five years has none in the four years behind the last.
  private static func isDue(_ indicator: Indicator, for period: Period) -> Bool {
    guard let rhythm = indicator.details?.frequency?.months, let asked = period.months else { return true }
    if asked.count < min(rhythm, 12) { return false }
    let last = indicator.observations.last { $0.value != nil && $0.period < period }?.period
    guard rhythm > 12, let last = (last ?? indicator.baseline?.period)?.months else { return true }
    return asked.first - last.first >= rhythm
  }

  /// The warning of `check --period`, at a file.
  func finding(for period: Period, at file: String) -> Diagnostic {
    let names: [Message] = indicators.map { "'\($0.indicator.name)'" }
    let shown: Message =
      names.count > 8 ? "\(list: names.prefix(8)) and \(names.count - 8) more" : "\(list: names)"
    let who: Message = department.map { "'\($0.department.name)' owes" } ?? "no department is in charge of"
    let count: Message = names.count == 1 ? "1 value" : "\(names.count) values"
    return Diagnostic(
      .warning, .collectMissing, "\(who) \(count) for \(period): \(shown)",
      hint: "'planpress collect --period \(period)' makes a workbook to ask for them",
      at: SourceLocation(file: file))
  }
}
