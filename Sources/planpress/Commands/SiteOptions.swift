import ArgumentParser
import CMemory
import Diagnostics
import SiteEngine

/// What every command that judges a site takes.
struct SiteOptions: ParsableArguments {
  @OptionGroup var folder: FolderOptions

  @Option(name: .customLong("base-url"), help: "Where the site will stand, as in https://example.org/plans/.")
  var baseURL: BaseURL?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(help: "How findings are written to standard error: text, json, github or sarif.")
  var format: DiagnosticPrinter.Format = .text

  @Flag(name: .shortAndLong, help: "Say nothing but the findings.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say what is done when, and which files change.")
  var verbose = false

  func validate() throws {
    guard !quiet || !verbose else { throw ValidationError("'--quiet' and '--verbose' exclude each other.") }
  }

  func buildOptions(output: String?) -> BuildOptions {
    var options = folder.buildOptions(output: output)
    options.baseURL = baseURL
    options.isStrict = strict
    return options
  }

  /// Runs `work` with options whose build can be followed and interrupted.
  func watching<Result: Sendable>(output: String?, _ work: (BuildOptions) async throws -> Result) async rethrows
    -> Result
  {
    Interrupt.prepare()
    memory_in_large_pieces()
    return try await ProgressLine.around(isShown: !quiet && !verbose) { line in
      var options = buildOptions(output: output)
      options.watch = BuildWatch(
        begins: { [verbose] stage in
          let words = stage.words
          line.begins(words)
          if verbose { Terminal.error("planpress: \(Int(Machine.seconds() * 1000)) ms: \(words)") }
          if case .writing = stage { Interrupt.writingBegins() }
        }, isInterrupted: { Interrupt.isRequested })
      return try await work(options)
    }
  }

  /// Prints the findings and says whether they stop the command.
  func report(_ diagnostics: [Diagnostic]) -> Bool {
    let isHere = folder.site == "." || folder.site.hasPrefix("/")
    FindingReport(format: format, siteFolder: isHere ? nil : folder.siteDirectory).print(diagnostics)
    return diagnostics.hasErrors || strict && diagnostics.contains { $0.severity == .warning }
  }

  /// What came of the command, for whoever reads along.
  func conclude(_ text: String) {
    if !quiet, format == .text { Terminal.output(text) }
  }
}

extension BuildWatch.Stage {
  fileprivate var words: String {
    switch self {
    case .reading: "reading the content"
    case .resolving: "putting the site together"
    case .writing(let files): "writing \(files) files"
    }
  }
}

extension BaseURL: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}
