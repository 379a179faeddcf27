import ArgumentParser
import SiteEngine

/// What every command that reads a site takes.
struct FolderOptions: ParsableArguments {
  @Argument(help: "The folder that holds Content/.", completion: .directory)
  var site: String = "."

  @Flag(help: "Include pages that say 'draft: true'.")
  var drafts = false

  @Option(help: ArgumentHelp("How many threads to use; by default one for each processor.", valueName: "n"))
  var jobs: Int = Machine.processors

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("'--jobs' must be at least 1.") }
    guard !site.isEmpty else { throw ValidationError("'<site>' must name a folder.") }
  }

  /// The folder as it is named, without `/` at its end.
  var siteDirectory: String { site.count > 1 && site.hasSuffix("/") ? String(site.dropLast()) : site }

  func buildOptions(output: String?) -> BuildOptions {
    BuildOptions(
      siteDirectory: siteDirectory, outputDirectory: output,
      includesDrafts: drafts, jobs: jobs, program: Machine.program)
  }
}
