import ArgumentParser
import Diagnostics
import Files
import SiteEngine
import SiteSources
import Words

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: localized("Compare two states of a site: what was changed, added and dropped."),
    discussion: localized(
      """
      Each state is the folder of a site, a snapshot (snapshots/2026-03.json, which has no texts, and of actions only \
      dates, states and departments), or a revision of git, such as v1 or HEAD~10, of the site in --site. Compares \
      targets, the rules of statuses, actions with who changed them and why, and sections word by word, also in Chinese. \
      Actions that only became overdue stand apart. --format page makes a page of Markdown: put it into the site with --output \
      Content/changes.md, and say why.
      """))

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, page }

  @Argument(help: localized("The earlier state: a folder, a snapshot, or a revision."), completion: .directory)
  var old: String

  @Argument(help: localized("The later state."), completion: .directory)
  var new: String

  @Option(
    help: localized("The folder that contains Content/, for revisions.", valueName: "site"), completion: .directory)
  var site: String = "."

  @Option(help: localized("The form of the output: text, json, or page, a page of Markdown."))
  var format: Format = .text

  @Option(help: localized("The title of the page."))
  var title: String?

  @Option(
    help: localized("Write into this file instead, after everything is compared.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var spoken: LanguageOptions

  func validate() throws {
    guard output != "" else { throw ValidationError(localized("'--output' must name a file.")) }
  }

  func run() async throws {
    let (before, after) = (try await state(old), try await state(new))
    let difference = SiteDifference(from: before, to: after)
    switch format {
    case .page:
      try write(Array(ChangesPage(from: before, to: after, language: siteWords()).text(title: title).utf8))
      if !after.hasSnapshot {
        TypedSite.set(try FileSystem.isFolder("\(new)/Content") ? new : site)
        Terminal.error("planpress: there is no snapshot of the later state: the page has names without links")
        Terminal.hint("run 'planpress snapshot' first; the page then keeps its links whatever is dropped later")
      }
    case .json: try write(difference.json)
    case .text:
      if output == nil {
        for line in difference.lines { Terminal.output(line) }
      } else {
        try write(Array(difference.lines.map { "\(localized($0))\n" }.joined().utf8))
      }
      if !difference.hasTexts {
        Terminal.error(
          difference.hasActions
            ? "planpress: a snapshot has no texts: only targets, rules and dates, states and departments of actions were compared"
            : "planpress: this snapshot has neither texts nor actions: only targets and rules were compared")
      }
      Terminal.error(
        difference.isEmpty ? "planpress: no difference" : "planpress: changed: \(list: counts(difference))")
    }
  }

  /// The words of the site that the later snapshot belongs to, else of the one in `--site`.
  private func siteWords() -> WordLanguage? {
    let parts = new.split(separator: "/", omittingEmptySubsequences: false)
    let owner = parts.count > 2 ? parts.dropLast(2).joined(separator: "/") : "."
    return SiteSettings.firstWords(of: owner.isEmpty ? "/" : owner) ?? SiteSettings.firstWords(of: site)
  }

  private func write(_ bytes: [UInt8]) throws {
    guard let output else { return Terminal.output(bytes) }
    try FileSystem.replace(output, with: bytes)
  }

  private func counts(_ difference: SiteDifference) -> [Message] {
    func counted(_ count: Int, _ one: Message, _ several: Message) -> Message? {
      count == 0 ? nil : count == 1 ? one : several
    }
    let (targets, sections, actions) = (
      difference.targets.count, difference.sections.count + difference.translations.count, difference.actions.count
    )
    return [
      counted(targets, "1 target", "\(targets) targets"), counted(sections, "1 section", "\(sections) sections"),
      counted(actions, "1 action", "\(actions) actions"),
      counted(
        difference.actionsByTime.count, "1 action by the passing of time",
        "\(difference.actionsByTime.count) actions by the passing of time"),
      counted(difference.plans.count, "the rules of 1 plan", "the rules of \(difference.plans.count) plans"),
    ].compactMap(\.self)
  }

  private func state(_ name: String) async throws -> SiteState {
    let path = name.count > 1 && name.hasSuffix("/") ? String(name.dropLast()) : name
    if path.hasSuffix(".json"), try FileSystem.kind(of: path) != nil {
      return try checked(SiteState.read(snapshot: path), name)
    }
    if try FileSystem.isFolder("\(path)/Content") {
      return try checked(try await SiteState.read(folder: path, jobs: Machine.processorCount), name)
    }
    guard let checkout = try GitCheckout(path, of: site) else {
      Terminal.error("planpress: '\(name)' is neither the folder of a site, nor a snapshot, nor a revision of git")
      Terminal.hint("name a folder that contains Content/, or the folder of the site with '--site'")
      throw Exit.findings
    }
    defer { checkout.remove() }
    return try checked(try await SiteState.read(folder: checkout.path, jobs: Machine.processorCount), name)
  }

  private func checked(_ state: Checked<SiteState>, _ name: String) throws -> SiteState {
    guard let value = state.value else {
      FindingReport(format: .text).print(state.diagnostics)
      Terminal.error("planpress: '\(name)' has errors, so it cannot be compared")
      throw Exit.findings
    }
    return value
  }
}
