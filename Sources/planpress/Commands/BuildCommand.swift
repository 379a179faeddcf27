import ArgumentParser
import Diagnostics
import SiteEngine

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the website.",
    discussion: """
      All errors are found before anything is written: a build with errors leaves the previous website as it was. \
      Only files that differ are written, and files that planpress did not create are never touched.
      """)

  @OptionGroup var options: SharedBuildOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write the website to; the default is Output/ in the site's folder.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Flag(help: "List the sources that changed and the files that were written.")
  var explain = false

  @Flag(help: "Rebuild from scratch in memory and compare.")
  var verify = false

  func validate() throws {
    guard output != "" else { throw ValidationError("'--output' must name a folder.") }
  }

  func run() async throws {
    let result = try await options.withProgress(output: output) { options in
      var options = options
      options.explains = explain
      return try await SiteBuild(options).build()
    }
    let failed = options.report(result.diagnostics)
    guard let report = result.report else {
      if options.format == .text { Terminal.error("planpress: \(count(result.diagnostics)); nothing was written") }
      throw Exit.findings
    }
    if options.verbose { report.files.list() }
    for page in report.explanation {
      Terminal.output("\(page.isBuilt ? "built  " : "skipped") \(page.path): \(page.reason)")
    }
    if verify { try await verify(report) }
    options.conclude(summary(report, result.diagnostics))
    if failed { throw Exit.findings }
  }

  private func verify(_ report: BuildReport) async throws {
    let different = try await SiteBuild(options.buildOptions(output: output)).verify()
    guard !different.isEmpty else {
      return options.conclude("\(report.outputDirectory) is identical to a build from scratch")
    }
    for path in different {
      Terminal.error("planpress: \(report.outputDirectory)/\(path) differs from a build from scratch")
    }
    Terminal.error(
      "hint: delete \(options.site.directory)/.planpress and build again; this is a bug in planpress, please report it")
    throw Exit.systemError
  }

  private func summary(_ report: BuildReport, _ diagnostics: [Diagnostic]) -> String {
    let time = Int((Machine.secondsSinceStart() * 1000).rounded())
    return """
      \(report.pages) pages and \(report.indicators) indicators in \(report.outputDirectory): \
      \(report.files.summary); \(count(diagnostics)) (\(time) ms)
      """
  }
}

extension FileChanges {
  /// `3 new, 1 deleted`, or `nothing changed`.
  var summary: String {
    let parts = [(created.count, "new"), (changed.count, "changed"), (deleted.count, "deleted")]
      .compactMap { $0 > 0 ? "\($0) \($1)" : nil }
    return parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")
  }

  /// Prints one line per file: `+` new, `~` changed, `-` deleted.
  func list() {
    let lines = created.map { "+ \($0)" } + changed.map { "~ \($0)" } + deleted.map { "- \($0)" }
    if !lines.isEmpty { Terminal.output(lines.joined(separator: "\n")) }
  }
}
