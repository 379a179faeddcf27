import ArgumentParser
import SiteEngine

/// Options of every command that reads a site: its folder, drafts, and the number of threads.
struct SiteOptions: ParsableArguments {
  @Argument(help: localized("The folder that contains Content/."), completion: .directory)
  var site: String = "."

  @Flag(help: localized("Include pages with 'draft: true'."))
  var drafts = false

  @Option(help: localized("Number of threads; the default is one per processor.", valueName: "n"))
  var jobs: Int = Machine.processorCount

  @OptionGroup var language: LanguageOptions

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError(localized("'--jobs' must be at least 1.")) }
    guard !site.isEmpty else { throw ValidationError(localized("'<site>' must name a folder.")) }
    TypedSite.set(site)
  }

  /// The folder as the user wrote it, without a trailing `/`.
  var directory: String { site.count > 1 && site.hasSuffix("/") ? String(site.dropLast()) : site }

  func buildOptions(output: String?) -> BuildOptions {
    BuildOptions(
      siteDirectory: directory, outputDirectory: output,
      includesDrafts: drafts, jobs: jobs, program: Machine.programID)
  }
}
