import ArgumentParser
import Diagnostics
import Indicators
import SiteEngine

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Add a section, an indicator, a programme or a plan.",
    discussion: "Prints the path of what it wrote, and never overwrites anything.",
    subcommands: [NewSection.self, NewIndicator.self, NewProgramme.self, NewPlan.self])
}

/// The site that something is added to.
struct AuthorOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "The folder that holds Content/.", completion: .directory)
  var site: String = "."

  /// Does something with the site as it is; a refusal is said, and ends with 1.
  func add(_ action: (Author) throws -> String) async throws {
    let opened = try await Author.open(site.count > 1 && site.hasSuffix("/") ? String(site.dropLast()) : site)
    guard let author = opened.value else {
      FindingReport(format: .text).print(opened.diagnostics)
      throw Exit.findings
    }
    do {
      Terminal.output("\(site == "." ? "" : site.hasSuffix("/") ? site : "\(site)/")\(try action(author))")
    } catch let refusal as Author.Refusal {
      Terminal.error("planpress: \(refusal.reason)")
      if let hint = refusal.hint { Terminal.error("hint: \(hint)") }
      throw Exit.findings
    }
  }
}

struct NewSection: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "section", abstract: "Add a section at the end of a plan, or of another section.")

  @Argument(help: "Its title.")
  var title: String

  @Option(
    name: .customLong("in"), help: "The plan or section it belongs to, as city-plan/air; by default the only plan.")
  var parent: String?

  @OptionGroup var options: AuthorOptions

  func run() async throws {
    try await options.add { try $0.addSection(title, in: parent) }
  }
}

struct NewIndicator: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicator", abstract: "Add an indicator at the end of a plan's register.")

  @Argument(help: "Its id, which becomes its address: letters, digits and '-'.")
  var id: String

  @Option(help: "Its name.")
  var name: String

  @Option(help: "Its unit.")
  var unit: String?

  @Option(help: "level, increase, floor, ceiling, rate or milestone.")
  var kind: IndicatorKind = .level

  @Option(help: "What is to be reached in the plan's last year; of a milestone, when it is due.")
  var target: String?

  @Option(help: "The plan it belongs to; by default the only one.")
  var plan: String?

  @OptionGroup var options: AuthorOptions

  func run() async throws {
    try await options.add {
      let added = try $0.addIndicator(.init(id: id, name: name, unit: unit, kind: kind, target: target), plan: plan)
      return "\(added.path):\(added.line)"
    }
  }
}

struct NewProgramme: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programme", abstract: "Add a programme at the end of a plan's register.")

  @Argument(help: "Its id, which becomes its address: letters, digits and '-'.")
  var id: String

  @Option(help: "Its name.")
  var name: String

  @Option(help: "The plan it belongs to; by default the only one.")
  var plan: String?

  @OptionGroup var options: AuthorOptions

  func run() async throws {
    try await options.add {
      let added = try $0.addProgramme(id: id, name: name, plan: plan)
      return "\(added.path):\(added.line)"
    }
  }
}

struct NewPlan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Add a plan in a folder of its own.")

  @Argument(help: "Its title.")
  var title: String

  @Option(help: "Its first year.")
  var start: Int

  @Option(help: "Its last year.")
  var end: Int

  @Option(help: "The folder below Content/; by default made from the title.")
  var folder: String?

  @OptionGroup var options: AuthorOptions

  func validate() throws {
    guard (1000...9999).contains(start), (1000...9999).contains(end), start <= end else {
      throw ValidationError("'--start' and '--end' must be years, the first not after the last.")
    }
  }

  func run() async throws {
    try await options.add { try $0.addPlan(title, years: start...end, folder: folder) }
  }
}

extension IndicatorKind: ExpressibleByArgument {}
