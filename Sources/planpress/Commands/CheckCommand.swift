import ArgumentParser
import Diagnostics
import SiteEngine

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report everything that a build would report, and the loose ends that it leaves.",
    discussion: """
      Loose ends are what nothing uses, what is empty, and what is there twice. Nothing is written, unless you ask for \
      --fix.
      """)

  @OptionGroup var site: SiteOptions

  @Flag(help: "Ask every address of another site that a page names, through curl, whether it is still there.")
  var external = false

  @Flag(
    help:
      "Mend what is sure: a misspelt id with one near match, spaces at the ends of data lines, a missing last line break."
  )
  var fix = false

  /// A fix may bring to light what it hid.
  private static let mostRounds = 3

  func run() async throws {
    var report = try await inspect()
    if fix {
      let mender = Mender(siteDirectory: site.folder.siteDirectory)
      for _ in 0..<Self.mostRounds {
        let changes = try mender.mend(report.diagnostics)
        guard !changes.isEmpty else { break }
        for change in changes where !site.quiet {
          Terminal.output(
            "fixed \(change.location.path):\(change.location.line):\(change.location.column): \(change.description)")
        }
        report = try await inspect()
      }
    }
    var findings = report.diagnostics
    if external { findings += try await externalFindings(report.externalLinks) }
    let failed = site.report(findings)
    site.conclude("planpress: \(count(findings)) (\(Int((Machine.seconds() * 1000).rounded())) ms)")
    if failed { throw Exit.findings }
  }

  private func inspect() async throws -> CheckReport {
    try await site.watching(output: nil) { try await SiteBuild($0).check() }
  }

  private func externalFindings(_ links: [ExternalLink]) async throws -> [Diagnostic] {
    let census = try LinkCensus(directory: "\(site.folder.siteDirectory)/.planpress")
    return try await ProgressLine.around(isShown: !site.quiet) { line in
      line.begins("asking \(links.count) addresses")
      return try await census.findings(links)
    }
  }
}
