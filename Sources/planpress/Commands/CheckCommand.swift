import ArgumentParser
import SiteEngine

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report everything that a build would report, and write nothing.")

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let result = try await SiteBuild(site.buildOptions(output: nil)).check()
    let failed = site.report(result)
    if site.format == .text { Terminal.output("planpress: \(count(result))") }
    if failed { throw Exit.findings }
  }
}
