import ArgumentParser
import Diagnostics
import Indicators
import SiteEngine

struct CollectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: localized("Ask departments for their figures in Excel, and read their answers."),
    discussion: localized(
      """
      With --period, it writes one workbook for each department, with the indicators that have no value for that period. \
      With --read, it checks the workbooks that came back and adds their values to the CSV files of the site. Exits with 1 \
      if a value could not be taken.
      """))

  @OptionGroup var site: SiteOptions

  @Option(help: localized("The period to ask for: 2026, 2026-06, 2026 Q3.", valueName: "period"))
  var period: Period?

  @Option(
    help: localized(
      "A department to ask, by its id or name. May be repeated; without it, all are asked.", valueName: "name")
  )
  var department: [String] = []

  @Option(
    help: localized("The folder for the workbooks; the default is collect-<period>.", valueName: "folder"),
    completion: .directory)
  var to: String?

  @Option(
    help: localized("The folder with the workbooks that came back.", valueName: "folder"), completion: .directory)
  var read: String?

  @Option(
    help: localized("An indicator whose doubtful value is right, by its id. May be repeated.", valueName: "id"))
  var accept: [String] = []

  @Flag(name: .customLong("dry-run"), help: localized("Check what came back, and write nothing."))
  var isDryRun = false

  func validate() throws {
    guard (period == nil) != (read == nil) else {
      throw ValidationError(localized("Use '--period' to ask for figures, or '--read' to take them in."))
    }
    guard read != nil || accept.isEmpty && !isDryRun else {
      throw ValidationError(localized("'--accept' and '--dry-run' go with '--read'."))
    }
    guard period != nil || department.isEmpty && to == nil else {
      throw ValidationError(localized("'--department' and '--to' go with '--period'."))
    }
  }

  func run() async throws {
    let opened = try await Collector.open(site.buildOptions(output: nil))
    guard let collector = opened.value else {
      FindingReport(format: .text).print(opened.diagnostics.filter { $0.severity == .error })
      throw Exit.findings
    }
    do {
      if let period { try ask(collector, for: period) }
      guard let read else { return }
      let answers = try take(collector, from: read)
      if !isDryRun, !answers.files.isEmpty { try await listStatusChanges(since: collector) }
      if answers.diagnostics.hasErrors { throw Exit.findings }
    } catch let refusal as Author.Refusal {
      Terminal.error("planpress: \(refusal.reason)")
      if let hint = refusal.hint { Terminal.hint(hint) }
      throw Exit.findings
    }
  }

  private func ask(_ collector: Collector, for period: Period) throws {
    let folder =
      to ?? "collect-\(period.description.map { $0 == "/" || $0 == " " ? "-" : $0 }.map(String.init).joined())"
    let requests = try collector.ask(for: period, departments: department, into: folder)
    for request in requests { Terminal.output("\(request.path): \(request.department), \(values(request.count))") }
    if requests.isEmpty { Terminal.output("planpress: nothing is missing for \(period)") }
  }

  /// Says which statuses the values that were written have changed.
  private func listStatusChanges(since earlier: Collector) async throws {
    guard let collector = try await Collector.open(site.buildOptions(output: nil)).value else { return }
    for change in collector.statusChanges(since: earlier) {
      Terminal.output("status of '\(change.name)': \(change.before) → \(change.after)")
    }
  }

  private func take(_ collector: Collector, from folder: String) throws -> Collector.Answers {
    let answers = try collector.read(
      folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder, accepting: Set(accept),
      isDryRun: isDryRun)
    FindingReport(format: .text, isComplete: true).print(answers.diagnostics)
    for value in answers.written { Terminal.output(value) }
    for (department, indicators) in answers.missing {
      Terminal.output("no value from \(department): \(list: indicators)")
    }
    if !answers.silent.isEmpty { Terminal.output("no answer from \(list: answers.silent)") }
    let written = values(answers.written.count)
    let sum: Message = isDryRun ? "\(written) would be written" : "\(written) written"
    Terminal.output(answers.files.isEmpty ? "planpress: \(sum)" : "planpress: \(sum) to \(list: answers.files)")
    return answers
  }

  private func values(_ count: Int) -> Message { count == 1 ? "1 value" : "\(count) values" }
}

extension Period: ExpressibleByArgument {
  /// A period such as `2026`, `2026-06` or `2026 Q2`.
  public init?(argument: String) {
    self.init(argument)
  }
}
