import ArgumentParser
import Diagnostics
import SiteEngine

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make the website of a site.",
    discussion: """
      Every error is found before anything is written: a build that fails leaves the previous website as it was. \
      Files that did not change are not written again, and files that planpress did not make are never touched.
      """)

  @OptionGroup var site: SiteOptions

  @Option(name: .shortAndLong, help: "Where the website goes; by default Output/ in the site's folder.", completion: .directory)
  var output: String?

  func validate() throws {
    guard output != "" else { throw ValidationError("'--output' must name a folder.") }
  }

  func run() async throws {
    let started = Machine.seconds()
    let build = SiteBuild(site.buildOptions(output: output))
    let result = try await build.build()
    let failed = site.report(result.diagnostics)
    guard let report = result.report else {
      if site.format == .text { Terminal.error("planpress: \(count(result.diagnostics)); nothing was written") }
      throw Exit.findings
    }
    Terminal.output(summary(report, seconds: Machine.seconds() - started))
    if failed { throw Exit.findings }
  }

  private func summary(_ report: BuildReport, seconds: Double) -> String {
    let files = report.files
    var changes: [String] = []
    if files.created > 0 { changes.append("\(files.created) new") }
    if files.changed > 0 { changes.append("\(files.changed) changed") }
    if files.deleted > 0 { changes.append("\(files.deleted) deleted") }
    let change = changes.isEmpty ? "nothing changed" : changes.joined(separator: ", ")
    let time = Int((seconds * 1000).rounded())
    return """
      \(report.pages) pages and \(report.indicators) indicators in \(report.outputDirectory): \(change) (\(time) ms)
      """
  }
}
