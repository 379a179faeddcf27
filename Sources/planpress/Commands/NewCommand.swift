import ArgumentParser
import Diagnostics
import Indicators
import SiteEngine

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: localized("Add a section, an indicator, a programme or a plan to a site."),
    discussion: localized("Prints the path of the new entry. Existing text is never overwritten."),
    subcommands: [NewSection.self, NewIndicator.self, NewProgramme.self, NewPlan.self])
}

/// The site to add to.
struct AuthorOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: localized("The folder that contains Content/."), completion: .directory)
  var site: String = "."

  @OptionGroup var language: LanguageOptions

  func validate() { TypedSite.set(site) }

  /// Runs `action` and prints the path that it returns. A refusal is printed with its hint and exits with 1.
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
      if let hint = refusal.hint { Terminal.hint(hint) }
      throw Exit.findings
    }
  }
}

struct NewSection: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "section", abstract: localized("Add a section at the end of a plan or of another section."))

  @Argument(help: localized("The title of the section."))
  var title: String

  @Option(
    name: .customLong("in"),
    help: localized("The plan or section to add it to: city-plan/air. May be omitted if the site has only one plan."))
  var parent: String?

  @OptionGroup var options: AuthorOptions

  func run() async throws {
    try await options.add { try $0.addSection(title, in: parent) }
  }
}

struct NewIndicator: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicator", abstract: localized("Add an indicator at the end of a plan's indicators.yaml."))

  @Argument(help: localized("The id, which becomes part of its address: letters, digits and '-'."))
  var id: String

  @Option(help: localized("The name of the indicator. May be omitted with --from."))
  var name: String?

  @Option(
    help: localized(
      "Words of the sentence that promises it: name, unit, kind and target are read from there.",
      valueName: "quotation"))
  var from: String?

  @Option(help: localized("The unit of its values."))
  var unit: String?

  @Option(help: localized("The kind of target; the default is level, or what the sentence of --from says."))
  var kind: IndicatorKind?

  @Option(help: localized("The value to reach in the plan's last year; for a milestone, the date when it is due."))
  var target: String?

  @Option(
    help: localized(
      "With --from: the value that the target changes, and its year if the sentence does not say it: 2020=400.",
      valueName: "value"))
  var baseline: String?

  @Option(help: localized("The plan to add it to. May be omitted if the site has only one plan."))
  var plan: String?

  @OptionGroup var options: AuthorOptions

  func validate() throws {
    if baseline != nil, from == nil { throw ValidationError(localized("'--baseline' needs '--from'.")) }
    if name == nil, from == nil { throw ValidationError("Missing expected argument '--name <name>', or '--from'.") }
  }

  func run() async throws {
    try await options.add {
      let added =
        if let from {
          try $0.addIndicator(
            from: from, id: id, name: name, unit: unit, kind: kind, target: target, baseline: baseline, plan: plan)
        } else {
          try $0.addIndicator(
            .init(id: id, name: name ?? id, unit: unit, kind: kind ?? .level, target: target), plan: plan)
        }
      return "\(added.path):\(added.line)"
    }
  }
}

struct NewProgramme: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programme", abstract: localized("Add a programme at the end of a plan's programmes.yaml."))

  @Argument(help: localized("The id, which becomes part of its address: letters, digits and '-'."))
  var id: String

  @Option(help: localized("The name of the programme."))
  var name: String

  @Option(help: localized("The plan to add it to. May be omitted if the site has only one plan."))
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
    commandName: "plan", abstract: localized("Add a plan in a new folder."))

  @Argument(help: localized("The title of the plan."))
  var title: String

  @Option(help: localized("The first year of the plan."))
  var start: Int

  @Option(help: localized("The last year of the plan."))
  var end: Int

  @Option(help: localized("The name of the folder in Content/; the default is made from the title."))
  var folder: String?

  @OptionGroup var options: AuthorOptions

  func validate() throws {
    guard (1000...9999).contains(start), (1000...9999).contains(end), start <= end else {
      throw ValidationError(localized("'--start' and '--end' must be years, and '--start' must not be after '--end'."))
    }
  }

  func run() async throws {
    try await options.add { try $0.addPlan(title, years: start...end, folder: folder) }
  }
}

extension IndicatorKind: ExpressibleByArgument {}
