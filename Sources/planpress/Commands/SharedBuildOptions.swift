import ArgumentParser
import Diagnostics
import SiteEngine
import SiteSources

/// Options that `build`, `check` and `publish` share: how the site is built, and how its findings are reported.
struct SharedBuildOptions: ParsableArguments {
  @OptionGroup var site: SiteOptions

  @Option(
    name: .customLong("base-url"),
    help: localized("The address where the site will be published: https://example.org/plans/.", valueName: "url"))
  var baseURL: BaseURL?

  @Flag(help: localized("Treat warnings as errors."))
  var strict = false

  @Option(help: localized("Format of the messages on standard error."))
  var format: DiagnosticPrinter.Format = .text

  @Flag(name: .shortAndLong, help: localized("Print errors and warnings only."))
  var quiet = false

  @Flag(name: .shortAndLong, help: localized("Print each stage with its time, and each file that changes."))
  var verbose = false

  func validate() throws {
    guard !quiet || !verbose else { throw ValidationError(localized("Use either '--quiet' or '--verbose'.")) }
  }

  func buildOptions(output: String?) -> BuildOptions {
    var options = site.buildOptions(output: output)
    options.baseURL = baseURL
    options.isStrict = strict
    return options
  }

  /// Runs `work` with options that report progress to the terminal and stop the build on Ctrl-C.
  func withProgress<Result: Sendable>(output: String?, _ work: (BuildOptions) async throws -> Result) async rethrows
    -> Result
  {
    Interrupt.install()
    return try await ProgressLine.run(isEnabled: !quiet && !verbose) { line in
      var options = buildOptions(output: output)
      options.watch = BuildWatch(
        begins: { [verbose] stage in
          let description = stage.description
          line.begin(localized(description))
          if verbose { Terminal.error("planpress: \(Int(Machine.secondsSinceStart() * 1000)) ms: \(description)") }
          if case .writing = stage { Interrupt.writingBegins() }
        }, isInterrupted: { Interrupt.isRequested })
      defer { Interrupt.writingEnds() }
      return try await work(options)
    }
  }

  /// Prints the findings. Returns true if they fail the command.
  func report(_ diagnostics: [Diagnostic]) -> Bool {
    let isHere = site.site == "." || site.site.hasPrefix("/")
    FindingReport(format: format, siteFolder: isHere ? nil : site.directory).print(diagnostics)
    return diagnostics.fails(strict: strict)
  }

  /// Prints the closing line, unless `--quiet` or a format for programs is set. Commands in it name the folder of the site.
  func conclude(_ text: Message) {
    if !quiet, format == .text { Terminal.output(TypedSite.commands.named(in: localized(text))) }
  }
}

extension BuildWatch.Stage {
  fileprivate var description: Message {
    switch self {
    case .reading: "reading the content"
    case .resolving: "resolving pages and links"
    case .writing(let files): "writing \(files) files"
    }
  }
}

extension BaseURL: ExpressibleByArgument {
  /// An address such as `https://example.org/plans/`.
  public init?(argument: String) {
    self.init(argument)
  }
}
