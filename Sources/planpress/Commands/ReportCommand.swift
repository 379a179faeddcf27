import ArgumentParser
import Diagnostics
import Indicators
import SiteEngine
import SiteSources

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: localized("Write a monitoring report or an evaluation of the data."),
    discussion: localized(
      """
      Takes a snapshot, and writes a report into Content/reports/: totals against the year before, each area, what \
      changed and why, binding targets, actions, changed targets and missing figures. Edit its pages as any others. Its \
      figures stay those of the snapshot, whatever comes later.
      """))

  @OptionGroup var options: SharedBuildOptions

  @Option(help: localized("The period that the report covers: 2026, 2026 H1, 2026 Q3, 2026-06.", valueName: "period"))
  var period: Period

  @Option(help: localized("The plan: its folder. Without it the only plan, or all of them.", valueName: "plan"))
  var plan: String?

  @Flag(name: .customLong("mid-term"), help: localized("A mid-term evaluation, compared with the first snapshot."))
  var isMidTerm = false

  @Flag(name: .customLong("final"), help: localized("A final evaluation, compared with the first snapshot."))
  var isFinal = false

  func validate() throws {
    guard !isMidTerm || !isFinal else { throw ValidationError(localized("Use either '--mid-term' or '--final'.")) }
  }

  func run() async throws {
    let request = ReportRequest(
      period: period, stage: isMidTerm ? .midTerm : isFinal ? .final : .yearly, plan: plan)
    let result: ReportResult
    do {
      result = try await options.withProgress(output: nil) { try await SiteBuild($0).writeReport(request) }
    } catch let refusal as Author.Refusal {
      Terminal.error("planpress: \(refusal.reason)")
      if let hint = refusal.hint { Terminal.hint(hint) }
      throw Exit.findings
    }
    let failed = options.report(result.diagnostics)
    guard !result.paths.isEmpty else {
      let reason: Message =
        result.diagnostics.hasErrors
        ? count(result.diagnostics) : "targets, figures or dates were changed without an explanation"
      Terminal.error("planpress: \(reason); no report was written")
      throw Exit.findings
    }
    for path in result.paths { options.conclude(Message(verbatim: path)) }
    if request.stage != .yearly, result.earlier == nil {
      Terminal.error("planpress: there is no earlier snapshot, so the evaluation compares with none")
    }
    if failed { throw Exit.findings }
  }
}
