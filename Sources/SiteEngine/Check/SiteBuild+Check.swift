import DataFormats
import Diagnostics
import Indicators
import SiteModel
import SiteSources

/// The result of a check.
package struct CheckReport: Sendable {
  package let diagnostics: [Diagnostic]
  /// Findings that are not reported, because an author accepts them.
  package var accepted: [SortedFindings.Accepted] = []
  /// Sorted by address. Empty if the site has errors that prevent resolving it.
  package let externalLinks: [ExternalLink]
  /// A message that a snapshot of the targets is missing or old; nil if it is not, or if the site has no targets.
  package var snapshotAdvice: Message?
}

extension SiteBuild {
  /// Reports everything that a build would, and loose ends that a build does not search for. Writes nothing. Also reports
  /// what is overdue and due soon on the day `day`, or else at 'as-of', or else on the day `today`; without any of them the
  /// calendar is left out.
  ///
  /// With `translations`, reports what is not translated, or older than its original (`translation.…`).
  /// With a period, reports what each department owes for it (`collect.missing`).
  package func check(
    for period: Period? = nil, on day: CalendarDate? = nil, otherwise today: CalendarDate? = nil,
    translations: Bool = false
  ) async throws -> CheckReport {
    let site = try await prepare()
    guard let tree = site.tree, let parsed = site.parsed else {
      return CheckReport(diagnostics: site.diagnostics, externalLinks: [])
    }
    let endings = try TextEndings(folders: tree.folders).diagnostics(of: tree.files)
    guard let resolved = site.resolved else {
      return CheckReport(diagnostics: site.diagnostics + endings, externalLinks: [])
    }
    let pages = resolved.pages.map(\.parsed)
    let looseEnds = try LooseEnds(site: resolved, parsed: parsed, tree: tree).diagnostics()
    guard var findings = site.findings else { preconditionFailure("a resolved site has sorted its findings") }
    findings.add(endings + looseEnds + GovernmentProfile(site: resolved).diagnostics())
    // A site with errors has no files.
    if let files = site.files { findings.add(try await outputFindings(for: files.all(jobs: options.jobs))) }
    let hasChangedQuotations = site.diagnostics.contains { $0.code == .auditQuote }
    let targets = try await UnquotedTargets(site: parsed, hasChangedQuotations: hasChangedQuotations)
      .findings(jobs: options.jobs)
    findings.add(targets.notes + targets.unused + RepeatedNumbers(site: resolved).diagnostics())
    findings.add(EqualIndicators(site: parsed).diagnostics())
    for (note, reason) in targets.aside { findings.accept(note, because: reason) }
    if translations { findings.add(try Translations(parsed: parsed, folders: tree.folders).diagnostics()) }
    if let period {
      let register = parsed.departments.first?.file.contentPath ?? parsed.settings.source.path
      findings.add(OwedFigures.all(of: resolved, for: period).map { $0.finding(for: period, at: register) })
    }
    let now = day.map(end(of:)) ?? parsed.settings.asOf?.time ?? today.map(end(of:))
    if let now { findings.add(PlanCalendar(site: resolved, parsed: parsed, now: now).diagnostics()) }
    findings.add(Accountability(site: resolved, now: now).diagnostics())
    let hasTargets = resolved.indicators.contains { $0.indicator.target != nil }
    let others: [DiagnosticCode] =
      (translations ? [] : [.translationMissing, .translationOutdated]) + (period == nil ? [.collectMissing] : [])
    return CheckReport(
      diagnostics: findings.findings + findings.unused(besides: Set(others)), accepted: findings.accepted,
      externalLinks: ExternalLink.all(in: pages, parsed.departments),
      snapshotAdvice: hasTargets ? Snapshot.advice(tree.snapshots, asOf: parsed.settings.asOf) : nil)
  }

  private func end(of day: CalendarDate) -> Double { Period.day(day).end }
}
