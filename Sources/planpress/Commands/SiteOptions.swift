import ArgumentParser
import Diagnostics
import SiteEngine

/// What every command that judges a site takes.
struct SiteOptions: ParsableArguments {
  @OptionGroup var folder: FolderOptions

  @Option(name: .customLong("base-url"), help: "Where the site will stand, as in https://example.org/plans/.")
  var baseURL: BaseURL?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(help: "How findings are written to standard error: text, json or github.")
  var format: DiagnosticPrinter.Format = .text

  func buildOptions(output: String?) -> BuildOptions {
    var options = folder.buildOptions(output: output)
    options.baseURL = baseURL
    options.isStrict = strict
    return options
  }

  /// Prints the findings and says whether they stop the command.
  func report(_ diagnostics: [Diagnostic]) -> Bool {
    FindingReport(format: format).print(diagnostics)
    return diagnostics.hasErrors || strict && diagnostics.contains { $0.severity == .warning }
  }
}

extension BaseURL: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}
