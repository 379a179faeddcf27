import ArgumentParser
import Diagnostics
import SiteEngine
import SiteOutput

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: localized("Build the website."),
    discussion: localized(
      """
      All errors are found before anything is written: a build with errors leaves the previous website unchanged. \
      Only files that differ are written, and files that planpress did not create are never touched.
      """))

  @OptionGroup var options: SharedBuildOptions

  @Option(
    name: .shortAndLong,
    help: localized(
      "The folder to write the website to; the default is Output/ in the site's folder.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Flag(help: localized("List the sources that changed and the files that were written."))
  var explain = false

  @Flag(help: localized("Rebuild from scratch in memory and compare."))
  var verify = false

  func validate() throws {
    guard output != "" else { throw ValidationError(localized("'--output' must name a folder.")) }
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
    if let cause = report.cause { explain(cause) }
    if options.verbose || explain { report.files.list() }
    if verify { try await verify(report) }
    options.conclude(summary(report, result.diagnostics))
    if failed { throw Exit.findings }
  }

  private func explain(_ cause: BuildCause) {
    switch cause {
    case .nothingChanged: Terminal.output("skipped: no source and no file of the website changed since the last build")
    case .firstBuild: Terminal.output("built: no earlier build of this folder is on record")
    case .otherSettings: Terminal.output("built: planpress or its options changed since the last build")
    case .output: Terminal.output("built: a file of the website was changed or deleted since the last build")
    case .sources(let changes):
      Terminal.output(
        changes.count == 1
          ? "built: a source changed since the last build"
          : "built: \(changes.count) sources changed since the last build")
      for change in changes { Terminal.output("  \(change.kind.column) \(change.path)" as String) }
    }
  }

  private func verify(_ report: BuildReport) async throws {
    let different = try await SiteBuild(options.buildOptions(output: output)).verify()
    guard !different.isEmpty else {
      return options.conclude("\(report.outputDirectory) is identical to a build from scratch")
    }
    for path in different {
      Terminal.error("planpress: \(report.outputDirectory)/\(path) differs from a build from scratch")
    }
    Terminal.hint(
      "delete \(options.site.directory)/.planpress and build again; this is a bug in planpress, please report it")
    throw Exit.systemError
  }

  private func summary(_ report: BuildReport, _ diagnostics: [Diagnostic]) -> Message {
    let time = Int((Machine.secondsSinceStart() * 1000).rounded())
    let pages: Message = report.pages == 1 ? "1 page" : "\(report.pages) pages"
    let indicators: Message = report.indicators == 1 ? "1 indicator" : "\(report.indicators) indicators"
    return """
      \(pages) and \(indicators) in \(report.outputDirectory): \(report.files.summary); \(count(diagnostics)) (\(time) ms)
      """
  }
}

extension SourceChange.Kind {
  /// The file in a list of changes, in columns.
  fileprivate var column: String {
    let word = localized(word)
    return word + String(repeating: " ", count: max(0, 7 - word.count))
  }

  private var word: Message {
    switch self {
    case .added: "added"
    case .edited: "edited"
    case .removed: "removed"
    }
  }
}

extension FileChanges {
  /// `3 new, 1 deleted`, or `nothing changed`.
  var summary: Message {
    let parts: [(count: Int, words: Message)] = [
      (created.count, "\(created.count) new"), (changed.count, "\(changed.count) changed"),
      (deleted.count, "\(deleted.count) deleted"),
    ]
    let changes = parts.filter { $0.count > 0 }.map(\.words)
    return changes.isEmpty ? "nothing changed" : "\(list: changes)"
  }

  /// Prints one line per file: `+` new, `~` changed, `-` deleted.
  func list() {
    let lines = created.map { "+ \($0)" } + changed.map { "~ \($0)" } + deleted.map { "- \($0)" }
    if !lines.isEmpty { Terminal.output(lines.joined(separator: "\n")) }
  }
}
