import ArgumentParser
import Diagnostics
import SiteEngine

/// What every command that reads a site takes.
struct SiteOptions: ParsableArguments {
  @Argument(help: "The folder that holds Content/.", completion: .directory)
  var site: String = "."

  @Option(name: .customLong("base-url"), help: "Where the site will stand, as in https://example.org/plans/.")
  var baseURL: BaseURL?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Include pages that say 'draft: true'.")
  var drafts = false

  @Option(help: ArgumentHelp("How many threads to use; by default one for each processor.", valueName: "n"))
  var jobs: Int = Machine.processors

  @Option(help: "How findings are written to standard error: text, json or github.")
  var format: DiagnosticPrinter.Format = .text

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("'--jobs' must be at least 1.") }
    guard !site.isEmpty else { throw ValidationError("'<site>' must name a folder.") }
  }

  func buildOptions(output: String?) -> BuildOptions {
    BuildOptions(
      siteDirectory: site.count > 1 && site.hasSuffix("/") ? String(site.dropLast()) : site, outputDirectory: output,
      baseURL: baseURL, includesDrafts: drafts, isStrict: strict, jobs: jobs, program: Machine.program)
  }

  /// Prints the findings and says whether they stop the command.
  func report(_ diagnostics: [Diagnostic]) -> Bool {
    let text = DiagnosticPrinter(format: format).print(diagnostics)
    if !text.isEmpty { Terminal.error(lines: text) }
    return diagnostics.hasErrors || strict && diagnostics.contains { $0.severity == .warning }
  }
}

extension DiagnosticPrinter.Format: ExpressibleByArgument {}

extension BaseURL: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}
