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

/// The figures and statuses of a snapshot, in the place of those of today.
package final class FrozenFigures: Sendable {
  /// The time of the snapshot; nil for a file that is not named after one.
  package let time: Period?
  private let indicators: [IndicatorRef: ResolvedIndicator]

  init(_ snapshot: Snapshot, _ registers: ResolvedRegisters, _ plans: Plans, _ settings: SiteSettings) {
    time = snapshot.period
    var indicators: [IndicatorRef: ResolvedIndicator] = [:]
    let rules = Dictionary(snapshot.plans.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var current = CurrentPromises(registers, plans)
    for promise in snapshot.promises {
      guard let now = current.take(promise) else { continue }
      let ofPlan = rules[promise.plan]
      var own = settings.rules(tolerance: ofPlan.flatMap { RuleValue.share($0.tolerance) })
      own.knownUntil = snapshot.asOf.flatMap { AsOf($0)?.time }
      own.littleChange = snapshot.littleChange.flatMap(RuleValue.share) ?? own.littleChange
      let indicator = now.resolved.indicator.asPromised(
        promise.facts, now: now.facts, figures: promise.observations
      ).changed(FrozenFigures.history(of: promise, now), quote: now.resolved.quote)
      indicators[now.ref] = ResolvedIndicator(
        now.resolved, showing: indicator, assess(indicator, by: own).said(promise.status, reason: promise.reason))
    }
    self.indicators = indicators
  }

  /// The target before the changes that the snapshot knows of.
  private static func history(of promise: Snapshot.Promise, _ now: CurrentPromise) -> [EarlierTarget] {
    promise.earlier.compactMap { entry in
      guard let until = Snapshot.period(of: entry.until),
        let terms = TargetTerms(entry.facts, of: now.resolved.indicator, now: now.facts)
      else { return nil }
      return EarlierTarget(terms: terms, until: until, by: entry.by, why: entry.why)
    }
  }

  /// The figures in an edition in another language: units and targets that are still the same are said in its words.
  init(
    _ main: FrozenFigures, from indicators: Table<IndicatorTag, ResolvedIndicator>, to registers: ResolvedRegisters
  ) {
    time = main.time
    self.indicators = Dictionary(
      uniqueKeysWithValues: main.indicators.map { ref, frozen in
        let own = registers.indicators[ref]
        let terms = frozen.terms.translated(indicators[ref].terms, as: own.terms)
        let indicator = own.indicator.under(terms, hasTarget: frozen.indicator.target != nil)
          .with(observations: frozen.indicator.observations)
          .changed(
            (frozen.indicator.history?.earlier ?? []).map { $0.translated(indicators[ref].terms, as: own.terms) },
            quote: own.quote)
        return (ref, ResolvedIndicator(own, showing: indicator, frozen.assessment))
      })
  }

  /// An indicator as the snapshot has it; nil for one that the snapshot does not have.
  package subscript(ref: IndicatorRef) -> ResolvedIndicator? { indicators[ref] }

}

extension Indicator {
  /// The indicator with the history of its target, if it has one.
  fileprivate func changed(_ earlier: [EarlierTarget], quote: String?) -> Indicator {
    earlier.isEmpty || target == nil ? self : adding(undeclared: earlier, unconfirmed: [], quote: quote)
  }
}

extension ResolvedSite {
  /// An indicator as a page shows it: in a report as its snapshot has it.
  package func indicator(_ ref: IndicatorRef, in report: ResolvedReport?) -> ResolvedIndicator {
    report?.figures[ref] ?? indicators[ref]
  }

  /// The reports on a plan, the newest first: by what they report on, then by their snapshots, then by their addresses.
  package func reports(on plan: PlanRef) -> [ResolvedReport] {
    func time(_ report: ResolvedReport) -> (Double, Double) {
      let snapshot = report.figures.time?.end ?? -.infinity
      return (report.fields.period?.end ?? snapshot, snapshot)
    }
    // sorted: reaches output
    return reports.filter { $0.plan == nil || $0.plan == plan }.sorted { a, b in
      time(a) == time(b) ? pages[a.home].route.path < pages[b.home].route.path : time(a) > time(b)
    }
  }
}

// MARK: - Resolving

extension ResolvedReport {
  /// The reports of a site; `main` is its edition in the main language, for one in another. Reports a plan that does not exist, and a snapshot that is not there.
  static func resolve(
    _ tree: SectionTree, _ pages: PageTable, _ registers: ResolvedRegisters, _ plans: Plans, _ parsed: ParsedSite,
    like main: ResolvedSite?
  ) -> Checked<[ResolvedReport]> {
    guard !tree.reports.isEmpty else { return Checked([], []) }
    var found: [Diagnostic] = []
    var frozen: [String: FrozenFigures] = [:]
    let reports = tree.reports.compactMap { order -> ResolvedReport? in
      let page = pages[order[0]]
      guard let fields = page.fields.report else { return nil }
      let plan = fields.plan.flatMap { plans.find($0, in: page.source, into: &found) }
      // One without a snapshot was reported when it was read.
      guard let name = fields.snapshot else { return nil }
      guard let snapshot = parsed.reported[name.value] else {
        found.append(
          Diagnostic(
            .error, .snapshotInvalid, "there is no snapshot '\(name.value)'",
            hint: "write the name of a file of snapshots/ without '.json', such as 2026-12",
            at: page.source.location(of: name.range)))
        return nil
      }
      let known = main?.reports.first { $0.fields.snapshot?.value == name.value }?.figures
      let figures =
        frozen[name.value]
        ?? known.flatMap { known in main.map { FrozenFigures(known, from: $0.indicators, to: registers) } }
        ?? FrozenFigures(snapshot, registers, plans, parsed.settings)
      frozen[name.value] = figures
      return ResolvedReport(fields, order, plan: plan, figures)
    }
    return Checked(reports, found)
  }
}
