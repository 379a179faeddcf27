import Diagnostics
import Files
import Indicators
import SiteData
import SiteModel
import SiteSources

/// The subject of a report.
package struct ReportRequest: Sendable {
  package let period: Period
  package let stage: ReportFields.Stage
  /// The path of a plan; nil for the only one, or for all.
  package let plan: String?

  package init(period: Period, stage: ReportFields.Stage, plan: String?) {
    self.period = period
    self.stage = stage
    self.plan = plan
  }
}

/// The result of writing a report.
package struct ReportResult: Sendable {
  package let diagnostics: [Diagnostic]
  /// The files that were written, relative to the site's folder, the snapshot first if it is new; empty because of the
  /// diagnostics.
  package let paths: [String]
  /// The name of the earlier snapshot that the report compares with; nil if there is none.
  package let earlier: String?

  init(diagnostics: [Diagnostic], paths: [String] = [], earlier: String? = nil) {
    (self.diagnostics, self.paths, self.earlier) = (diagnostics, paths, earlier)
  }
}

extension SiteBuild {
  /// Takes a snapshot and writes a report of it into `Content/reports/`. Refuses to replace a report.
  package func writeReport(_ request: ReportRequest) async throws -> ReportResult {
    let prepared = try await prepare()
    let diagnostics = prepared.diagnostics.withoutNotes
    guard let site = prepared.files?.site, let tree = prepared.tree, !diagnostics.contains(where: \.isUndeclaredChange)
    else { return ReportResult(diagnostics: diagnostics) }
    let plan = try plan(request.plan, of: site)
    guard let name = SnapshotFile.name(of: site) else {
      throw Author.Refusal(
        "the site has no figures and no 'as-of' in site.yaml", hint: "write 'as-of: 2026-12' into site.yaml")
    }
    if let refusal = refusal(of: request.period, plan, site, snapshot: name, tree) ?? refusal(of: request, plan, site) {
      throw refusal
    }
    let folder = folder(of: request, plan, site)
    let content = "\(SourceTree.contentFolder)/\(folder)"
    if try FileSystem.kind(of: "\(options.siteDirectory)/\(content)") != nil {
      throw Author.Refusal(
        "\(content) already exists; nothing was written", hint: "delete the folder to have the report made anew")
    }
    let snapshot = try await takeSnapshot()
    guard let path = snapshot.path else { return ReportResult(diagnostics: snapshot.diagnostics) }
    let names = (tree.snapshotNames + [snapshot.kept].compactMap(\.self)).sorted()
    let earlier = try earlierSnapshot(than: name, request.stage, names)
    let text = ReportText(
      site: site, plan: plan, period: request.period, stage: request.stage, snapshot: name, earlier: earlier)
    var paths = snapshot.isUnchanged ? [] : [snapshot.kept?.path, path].compactMap(\.self)
    for page in text.pages {
      let file = "\(content)/\(page.name)"
      try FileSystem.writeNew(Array(page.text.utf8), to: "\(options.siteDirectory)/\(file)")
      paths.append(file)
    }
    return ReportResult(diagnostics: diagnostics, paths: paths, earlier: earlier?.name)
  }

  private func plan(_ path: String?, of site: ResolvedSite) throws -> PlanRef? {
    func bare(_ plan: PlanRef) -> String { site.pages[site.plans[plan].page].route.bare }
    guard let path else { return site.plans.count == 1 ? site.plans.startIndex : nil }
    let wanted = path.split(separator: "/").joined(separator: "/")
    if let plan = site.plans.indices.first(where: { bare($0) == wanted }) { return plan }
    throw Author.Refusal(
      "plan '\(path)' does not exist", hint: didYouMean(wanted, among: site.plans.indices.map(bare)))
  }

  /// The reason why today's figures are not those of a period: it has not begun, or they are of a later one. Nil if they
  /// are.
  ///
  /// A report on a year is made in the next one, when its figures are there, and a month's figure of that year may be
  /// among them.
  private func refusal(
    of period: Period, _ plan: PlanRef?, _ site: ResolvedSite, snapshot name: String, _ tree: SourceTree
  ) -> Author.Refusal? {
    guard let end = Snapshot.time(of: name)?.end else { return nil }
    if !period.hasBegun(by: end) {
      return Author.Refusal(
        "\(period) has not begun: the site is of \(name); nothing was written",
        hint: "choose a period that has data, or write a later 'as-of' into site.yaml")
    }
    let refs = plan.map { site.plans[$0].indicators } ?? Array(site.indicators.indices)
    let length = min(1, period.end - period.start)
    let later = refs.lazy.compactMap { site.indicators[$0].indicator.latest?.period }.filter {
      !$0.hasBegun(by: period.end) && $0.isOver(at: end) && !$0.end.isEarlier(than: $0.start + length)
    }.max()
    guard later != nil || !end.isEarlier(than: period.end + 1) else { return nil }
    let own = tree.snapshotNames.last { name in
      !name.isReplaced && Snapshot.time(of: name.text).map { $0.end.coincides(with: period.end) } ?? false
    }?.text
    return Author.Refusal(
      "the site is of \(later?.description ?? name), and a report on \(period) would show its figures and statuses; nothing was written",
      hint: own.map {
        "make the report in the revision of that time and copy it here, or write one with 'period: \(period)' and 'snapshot: \($0)' in its front matter"
      } ?? "make the report in the revision of that time, and copy it here with its snapshot")
  }

  /// Why an evaluation is not of the stage of its plans: a final one is of a plan that is over, and a mid-term one of a plan that
  /// goes on. Nil if it is.
  private func refusal(of request: ReportRequest, _ plan: PlanRef?, _ site: ResolvedSite) -> Author.Refusal? {
    let plans = plan.map { [$0] } ?? site.plans.indices.filter { !site.plans[$0].fields.isReference }
    switch request.stage {
    case .yearly: return nil
    case .midTerm:
      guard !plans.isEmpty, plans.allSatisfy({ isOver($0, site, at: request.period) }) else { return nil }
      return Author.Refusal(
        "at the end of \(request.period) the plan is over, so an evaluation of it is the final one; nothing was written",
        hint: "use '--final', or name the period in the middle of the plan")
    case .final:
      guard let running = plans.first(where: { !isOver($0, site, at: request.period) }) else { return nil }
      return Author.Refusal(
        "'\(site.pages[site.plans[running].page].title)' runs until \(site.plans[running].fields.period.end), so an evaluation of \(request.period) is not the final one; nothing was written",
        hint:
          "use '--mid-term'; if the plan ends earlier than it was to, write that into 'period' in its front matter")
    }
  }

  /// Whether the years of a plan are over when a period ends. The last budget year of a plan ends in its last year, or after it.
  private func isOver(_ plan: PlanRef, _ site: ResolvedSite, at period: Period) -> Bool {
    let last = Double(site.plans[plan].fields.period.end)
    switch period {
    case .fiscalYear, .fiscalPart: return period.end.isLater(than: last)
    default: return !period.end.isEarlier(than: last + 1)
    }
  }

  /// `reports/2026`; with the stage of an evaluation, and with the plan where there are several.
  private func folder(of request: ReportRequest, _ plan: PlanRef?, _ site: ResolvedSite) -> String {
    let time = request.period.description.replacing(" ", with: "-").replacing("/", with: "-")
    let stage = request.stage == .yearly ? "" : "-\(request.stage.rawValue)"
    let name =
      site.plans.count > 1 ? plan.map { "-\(site.pages[site.plans[$0].page].route.bare.lastPart)" } ?? "" : ""
    return "reports/\(time)\(stage)\(name)"
  }

  /// For a yearly report the newest snapshot that is older by more than half a year, or else the newest that is older;
  /// for an evaluation the first of all, which another of the same time may have replaced. `names` has the oldest first.
  private func earlierSnapshot(
    than name: String, _ stage: ReportFields.Stage, _ names: [SnapshotName]
  ) throws -> Snapshot? {
    guard let end = Snapshot.time(of: name)?.end else { return nil }
    let chosen: SnapshotName?
    if stage == .yearly {
      let older = names.filter { !$0.isReplaced && (Snapshot.time(of: $0.text)?.end.isEarlier(than: end) ?? false) }
      chosen = older.last { (Snapshot.time(of: $0.text)?.end ?? end) <= end - 0.5 } ?? older.last
    } else {
      chosen = names.first.flatMap { $0 < SnapshotName(name) ? $0 : nil }
    }
    guard let chosen else { return nil }
    return try SnapshotReader(siteDirectory: options.siteDirectory).read(chosen.path).value ?? nil
  }
}
