import ArgumentParser
import DataFormats
import Diagnostics
import Indicators
import SiteEngine

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: localized("Report errors, warnings and loose ends, without building the website."),
    discussion: localized(
      """
      Loose ends are unused terms and images, empty pages, duplicate titles and gaps in file numbers. Nothing is \
      written, except with --fix.
      """))

  @OptionGroup var options: SharedBuildOptions

  @Flag(help: localized("Check links to other websites, with curl."))
  var external = false

  @Flag(
    help: localized(
      """
      Fix what has exactly one safe fix: a misspelt id with one near match, full-width colons and brackets of markup, a \
      missing space after '##', a pasted table, a missing line break at the end of a file.
      """))
  var fix = false

  @Flag(
    help: localized(
      "Also written --fix=paragraphs: like --fix, and an empty line between lines that each end like a sentence."))
  var fixParagraphs = false

  @Flag(help: localized("List texts without a translation, and translations that are older than their original."))
  var translations = false

  @Option(
    help: localized("Compare with this snapshot instead of the newest.", valueName: "file"), completion: .file())
  var against: String?

  @Option(
    help: localized(
      "Say what is overdue and due soon on this day, instead of at 'as-of' in site.yaml, or today.",
      valueName: "yyyy-mm-dd"))
  var today: CalendarDate?

  @Option(
    help: localized("List the values that are missing for a period, by department: 2026.", valueName: "period"))
  var period: Period?

  /// A fix may uncover another finding.
  private static let maximumRounds = 3

  func run() async throws {
    var report = try await inspect()
    if fix || fixParagraphs {
      let fixes = FixApplier(siteDirectory: options.site.directory, fixesParagraphs: fixParagraphs)
      for _ in 0..<Self.maximumRounds {
        let changes = try fixes.apply(report.diagnostics)
        guard !changes.isEmpty else { break }
        for change in changes where !options.quiet {
          Terminal.output(
            "fixed \(change.location.path):\(change.location.line):\(change.location.column): \(change.description)")
        }
        report = try await inspect()
      }
    }
    var findings = report.diagnostics + DeletedSnapshots(siteDirectory: options.site.directory).findings()
    if external { findings += try await externalFindings(report.externalLinks) }
    let failed = options.report(findings)
    if options.verbose {
      for accepted in report.accepted {
        let (finding, location) = (accepted.finding, accepted.finding.location)
        Terminal.output(
          "accepted \(location.path):\(location.line):\(location.column): \(finding.words) [\(finding.code.rawValue)]: \(accepted.reason)"
        )
      }
    }
    let found = count(findings)
    let sum: Message = report.accepted.isEmpty ? found : "\(found), \(report.accepted.count) accepted"
    options.conclude(
      "planpress: \(sum) (\(Int((Machine.secondsSinceStart() * 1000).rounded())) ms)")
    if let advice = report.snapshotAdvice { options.conclude("\(advice): 'planpress snapshot' makes one") }
    if failed { throw Exit.findings }
  }

  private func inspect() async throws -> CheckReport {
    try await options.withProgress(output: nil) { [against, today, period, translations] options in
      var options = options
      options.against = against
      return try await SiteBuild(options).check(
        for: period, on: today, otherwise: Machine.today, translations: translations)
    }
  }

  private func externalFindings(_ links: [ExternalLink]) async throws -> [Diagnostic] {
    let check = try ExternalLinkCheck(cacheDirectory: "\(options.site.directory)/.planpress")
    return try await ProgressLine.run(isEnabled: !options.quiet) { line in
      line.begin("checking \(links.count) external links")
      return try await check.findings(links)
    }
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// A day such as `2026-03-31`.
  public init?(argument: String) {
    self.init(argument)
  }
}
