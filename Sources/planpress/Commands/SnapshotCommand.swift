import ArgumentParser
import Diagnostics
import SiteEngine

struct SnapshotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: localized("Record what the plan promises now, so that later changes of a target are noticed."),
    discussion: localized(
      """
      Writes snapshots/<time>.json beside Content/: every target, baseline, value, status and address. The time is \
      'as-of' in site.yaml, or the newest period with a figure. Keep the file with your content. Every build compares \
      the site with the newest snapshot. A snapshot of the same time that said something else is kept as \
      <time>-replaced-1.json.
      """))

  @OptionGroup var options: SharedBuildOptions

  func run() async throws {
    let report: SnapshotReport
    do {
      report = try await options.withProgress(output: nil) { try await SiteBuild($0).takeSnapshot() }
    } catch let refusal as Author.Refusal {
      Terminal.error("planpress: \(refusal.reason)")
      if let hint = refusal.hint { Terminal.hint(hint) }
      throw Exit.findings
    }
    let failed = options.report(report.diagnostics)
    guard let path = report.path, !failed else {
      Terminal.error("planpress: \(reason(report.diagnostics)); no snapshot was written")
      throw Exit.findings
    }
    let indicators: Message = report.indicators == 1 ? "1 indicator" : "\(report.indicators) indicators"
    if let kept = report.kept {
      options.conclude("\(path): written anew, \(indicators); what it said before is now \(kept.path)")
    } else {
      options.conclude(report.isUnchanged ? "\(path): unchanged, \(indicators)" : "\(path): written, \(indicators)")
    }
  }

  private func reason(_ findings: [Diagnostic]) -> Message {
    if findings.fails(strict: options.strict) { return count(findings) }
    if findings.contains(where: \.isUndeclaredChange) {
      return "targets, figures or dates were changed without an explanation"
    }
    return "the site has no figures and no 'as-of' in site.yaml"
  }
}
