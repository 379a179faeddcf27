import ArgumentParser
import Diagnostics
import SiteEngine

struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: localized("Make actions of milestone indicators."),
    discussion: localized(
      """
      Prints an entry of actions.yaml for each indicator of the kind 'milestone' that has an id, with its section, \
      department, due date and what was reported of it. With --write the entries are added to the register. The \
      indicators stay as they are: a milestone may be both.
      """))

  enum Subject: String, CaseIterable, ExpressibleByArgument { case milestones }

  @Argument(help: localized("What to convert: milestones."))
  var subject: Subject = .milestones

  @Argument(help: localized("The folder that contains Content/."), completion: .directory)
  var site: String = "."

  @Flag(help: localized("Add the actions to actions.yaml of each plan."))
  var write = false

  @OptionGroup var spoken: LanguageOptions

  func validate() { TypedSite.set(site) }

  func run() async throws {
    let directory = site.count > 1 && site.hasSuffix("/") ? String(site.dropLast()) : site
    let converted = try await SiteBuild(BuildOptions(siteDirectory: directory)).convertMilestones()
    guard !converted.diagnostics.hasErrors else {
      FindingReport(format: .text).print(converted.diagnostics)
      throw Exit.findings
    }
    let count = converted.plans.reduce(0) { $0 + $1.count }
    if !write { for line in converted.plans.flatMap(\.lines) { Terminal.output(line) } }
    if write, count > 0 {
      guard let author = try await Author.open(directory).value else { throw Exit.findings }
      do {
        for path in try author.write(converted) { Terminal.error("planpress: added to \(path)") }
      } catch let refusal as Author.Refusal {
        Terminal.error("planpress: \(refusal.reason)")
        if let hint = refusal.hint { Terminal.error("hint: \(hint)") }
        throw Exit.findings
      }
    }
    let found: Message =
      count == 1 ? "1 milestone that is not yet an action" : "\(count) milestones that are not yet actions"
    Terminal.error("planpress: \(found)")
  }
}
