import Diagnostics
import Indicators
import SiteModel

/// The indicators of one department that have no value for a period.
package struct OwedFigures: Sendable {
  /// Nil for indicators that no department is in charge of.
  package let department: ResolvedDepartment?
  /// In the order of the site; at least one.
  package let indicators: [ResolvedIndicator]

  /// By department, in the order of the register; those without a department come last. See `Indicator.owesFigure(for:)`.
  static func all(of site: ResolvedSite, for period: Period) -> [OwedFigures] {
    all(of: site) { $0.owesFigure(for: period) }
  }

  /// The indicators that owe a figure, by department as in `all(of:for:)`. Nobody asks for the figures of plans that are there
  /// for reference.
  static func all(of site: ResolvedSite, where isOwed: (Indicator) -> Bool) -> [OwedFigures] {
    var owed: [Int: [ResolvedIndicator]] = [:]
    let own = Set(site.ownPlans)
    for resolved in site.indicators where own.contains(resolved.plan) && isOwed(resolved.indicator) {
      owed[resolved.lead?.index ?? site.departments.count, default: []].append(resolved)
    }
    return owed.sorted { $0.key < $1.key }.map { index, indicators in
      OwedFigures(
        department: index < site.departments.count ? site.departments[DepartmentRef(index)] : nil,
        indicators: indicators)
    }
  }

  /// How many figures they owe for a period.
  func count(for period: Period) -> Int { indicators.reduce(0) { $0 + $1.indicator.owedPeriods(for: period).count } }

  /// The warning of `check --period`, at a file.
  func finding(for period: Period, at file: String) -> Diagnostic {
    let names: [Message] = indicators.map { resolved in
      let periods = resolved.indicator.owedPeriods(for: period)
      guard periods != [period] else { return "'\(resolved.indicator.name)'" }
      let ends = periods.count > 4 ? [periods[0], periods[periods.count - 1]] : periods
      let listed = ends.map(\.description).joined(separator: ends.count < periods.count ? " … " : ", ")
      return "'\(resolved.indicator.name)' (\(listed))"
    }
    let number = count(for: period)
    let shown: Message =
      names.count > 8 ? "\(list: names.prefix(8)) and \(names.count - 8) more" : "\(list: names)"
    let who: Message = department.map { "'\($0.department.name)' owes" } ?? "no department is in charge of"
    let count: Message = number == 1 ? "1 value" : "\(number) values"
    return Diagnostic(
      .warning, .collectMissing, "\(who) \(count) for \(period): \(shown)",
      hint: "'planpress collect --period \(period)' makes a workbook to ask for them",
      at: SourceLocation(file: file))
  }
}
