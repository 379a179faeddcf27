import Diagnostics
import Indicators
import SiteModel
import SiteSources

/// The milestones of a site as actions.
package struct ConvertedMilestones: Sendable {
  package struct OfPlan: Sendable {
    /// The folder of the plan below `Content/`.
    package let plan: String
    /// The lines of its register of actions.
    package let lines: [String]
    package let count: Int
  }

  package let plans: [OfPlan]
  package let diagnostics: [Diagnostic]
}

extension SiteBuild {
  /// Makes actions of the milestone indicators that have an id, but for those whose id an action has already. The
  /// indicators stay as they are. `plans` is empty for a site with errors.
  package func convertMilestones() async throws -> ConvertedMilestones {
    let prepared = try await prepare()
    guard let site = prepared.files?.site, let parsed = prepared.parsed else {
      return ConvertedMilestones(plans: [], diagnostics: prepared.diagnostics.withoutNotes)
    }
    let known = Set(site.actions.map(\.action.id.value))
    let plans = site.plans.compactMap { plan -> ConvertedMilestones.OfPlan? in
      let milestones = plan.indicators.map { site.indicators[$0] }.filter { resolved in
        resolved.indicator.kind == .milestone && resolved.indicator.retired == nil
          && resolved.indicator.id.map { !known.contains($0.text) } ?? false
      }
      guard !milestones.isEmpty else { return nil }
      return .init(
        plan: site.pages[plan.page].parsed.file.folder, lines: milestones.flatMap { lines(of: $0, site, parsed) },
        count: milestones.count)
    }
    return ConvertedMilestones(plans: plans, diagnostics: [])
  }

  private func lines(of resolved: ResolvedIndicator, _ site: ResolvedSite, _ parsed: ParsedSite) -> [String] {
    /// Its id in the register. Without a register a department is what pages and entries call it.
    func name(of ref: DepartmentRef) -> String {
      let department = site.departments[ref].department
      return Author.yaml(parsed.departments.isEmpty ? department.name : department.id.value)
    }

    let indicator = resolved.indicator
    guard let id = indicator.id else { return [] }
    var lines = ["- id: \(Author.yaml(id.text))", "  name: \(Author.yaml(indicator.name))"]
    if let section = resolved.section, site.pages[section].kind == .section {
      let home = site.pages[site.plans[resolved.plan].page].route.bare
      let path = site.pages[section].route.bare
      lines.append("  section: \(Author.yaml(home.isEmpty ? path : String(path.dropFirst(home.count + 1))))")
    }
    if let programme = resolved.programme {
      lines.append("  programme: \(Author.yaml(site.programmes[programme].programme.id.value))")
    }
    if let lead = resolved.lead {
      let (name, support) = (name(of: lead), resolved.support.map(name))
      lines.append(
        support.isEmpty
          ? "  department: \(name)" : "  department: {lead: \(name), support: [\(support.joined(separator: ", "))]}")
    }
    if let due = indicator.target?.period { lines.append("  due: \(due)") }
    // The last report decides; the start is only known for an action that is reported as started.
    let reports = indicator.observations.compactMap { report in report.state.map { (report.period, $0) } }
    switch reports.last {
    case (let period, .done)?: lines.append("  done: \(period)")
    case (_, .started)?: lines.append("  state: started")
    case (_, .planned)?, nil: break
    }
    lines.append("  indicators: [\(Author.yaml(id.text))]")
    return lines
  }
}

extension Author {
  /// Writes the actions into the registers of their plans. Returns the paths.
  package func write(_ converted: ConvertedMilestones) throws -> [String] {
    try converted.plans.map { try append(actions: $0.lines, count: $0.count, plan: $0.plan) }
  }
}
