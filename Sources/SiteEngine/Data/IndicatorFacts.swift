import DataFormats
import Indicators

/// The facts of one indicator as data files give them: names instead of places, numbers unrounded. Page, CSV and JSON
/// say the same because each takes it from here or from the same indicator. A class: an indicator's rows share it.
final class IndicatorFacts {
  let indicator: Indicator
  let assessment: Assessment
  /// The plan's path, or its title where the site itself is the plan.
  let plan: String
  let programme: String?
  let department: String?
  let supportDepartments: [String]
  let section: String?
  let quote: String?
  /// The address of the indicator's page, whole where the site has a base URL; else as the file at `file` names it.
  let url: String?

  init(_ resolved: ResolvedIndicator, in site: ResolvedSite, from file: Route) {
    indicator = resolved.indicator
    assessment = resolved.assessment
    let home = site.pages[site.plans[resolved.plan].page]
    plan = home.route.bare.isEmpty ? home.title : home.route.bare
    programme = resolved.programme.map { site.programmes[$0].programme.id.value }
    department = resolved.lead.map { site.departments[$0].department.id.value }
    supportDepartments = resolved.support.map { site.departments[$0].department.id.value }
    section = resolved.section.map { site.pages[$0].route.bare }
    quote = resolved.quote
    url = resolved.route.map { site.links.absolute($0) ?? site.links.link(from: file, to: $0) }
  }
}

extension DecimalNumber {
  /// With the decimals that were written.
  var data: String { NumberFormat.data(value, decimals: decimals) }
}

extension ResolvedIndicator {
  /// `/indicators/<id>.csv`; nil without a page.
  func dataRoute(_ ending: String) -> Route? {
    route.map { Route(file: "\($0.bare).\(ending)") }
  }
}

extension [ResolvedIndicator] {
  /// Stretches that files of all indicators are written in: each makes about a megabyte.
  var pieces: [Range<Int>] {
    stride(from: 0, to: count, by: 512).map { $0..<Swift.min($0 + 512, count) }
  }
}
