import DataFormats
import Diagnostics
import Indicators
import SiteSources

/// A report on a plan, with the figures that its pages show whatever comes later.
package final class ResolvedReport: Sendable {
  package let fields: ReportFields
  /// The first page, then its sections in reading order.
  package let readingOrder: [PageRef]
  /// Nil for a report on all plans.
  package let plan: PlanRef?
  package let figures: FrozenFigures

  init(_ fields: ReportFields, _ readingOrder: [PageRef], plan: PlanRef?, _ figures: FrozenFigures) {
    self.fields = fields
    self.readingOrder = readingOrder
    self.plan = plan
    self.figures = figures
  }

  package var home: PageRef { readingOrder[0] }
}

extension ResolvedSite {
  /// The reports on a plan, the newest first.
  package func reports(on plan: PlanRef) -> [ResolvedReport] {
    newestFirst(reports.filter { $0.plan == nil || $0.plan == plan })
  }

  /// Reports by what they report on, then by their snapshots, then by their addresses.
  package func newestFirst(_ reports: [ResolvedReport]) -> [ResolvedReport] {
    func time(_ report: ResolvedReport) -> (Double, Double) {
      let snapshot = report.figures.time?.end ?? -.infinity
      return (report.fields.period?.end ?? snapshot, snapshot)
    }
    // sorted: reaches output
    return reports.sorted { a, b in
      time(a) == time(b) ? pages[a.home].route.path < pages[b.home].route.path : time(a) > time(b)
    }
  }
}

// MARK: - Resolving

extension ResolvedReport {
  /// The reports of a site, and the figures of each snapshot that a page names; `main` is its edition in the main language,
  /// for one in another. Reports a plan that does not exist, and a snapshot that is not there.
  static func resolve(
    _ tree: SectionTree, _ pages: PageTable, _ registers: ResolvedRegisters, _ plans: Plans, _ parsed: ParsedSite,
    like main: ResolvedSite?
  ) -> (reports: [ResolvedReport], frozen: [String: FrozenFigures], diagnostics: [Diagnostic]) {
    var found: [Diagnostic] = []
    var frozen: [String: FrozenFigures] = [:]
    let reports = tree.reports.compactMap { order -> ResolvedReport? in
      let page = pages[order[0]]
      guard let fields = page.fields.report else { return nil }
      let plan = fields.plan.flatMap { plans.find($0, in: page.source, into: &found) }
      // One without a snapshot was reported when it was read.
      return fields.snapshot.flatMap { figures($0, of: page) }.map { ResolvedReport(fields, order, plan: plan, $0) }
    }
    for ref in pages.indices where pages.headers[ref].showsSnapshot && !pages.headers[ref].isReport {
      if let name = pages[ref].fields.snapshot { _ = figures(name, of: pages[ref]) }
    }
    return (reports, frozen, found)

    /// Nil, and reported, if there is no such snapshot.
    func figures(_ name: Located<String>, of page: ParsedPage) -> FrozenFigures? {
      if let known = frozen[name.value] { return known }
      guard let snapshot = parsed.reported[name.value] else {
        found.append(
          Diagnostic(
            .error, .snapshotInvalid, "there is no snapshot '\(name.value)'",
            hint: "write the name of a file of snapshots/ without '.json', such as 2026-12",
            at: page.source.location(of: name.range)))
        return nil
      }
      let figures =
        main.flatMap { main in
          main.frozen[name.value].map { FrozenFigures($0, from: main, to: registers, parsed.settings.language) }
        }
        ?? FrozenFigures(snapshot, registers, plans, parsed.settings)
      frozen[name.value] = figures
      return figures
    }
  }
}
