import ArgumentParser
import Diagnostics
import Files
import SiteOutput

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: localized("Create a small, complete example site."),
    discussion: localized(
      """
      The example has a plan with three sections, a box, six indicators and a glossary, in the language that \
      planpress speaks to you, or in the one of --language; with 'both' it has an edition in each. With --example strategy it is an agency's strategic plan in English: goals, strategies and 40 actions, three \
      years of updates, a revision half-way and two reports. All figures are invented, and the pages say so. Existing \
      files are never overwritten.
      """))

  @Argument(help: localized("The folder to create the site in."), completion: .directory)
  var folder: String

  @Option(help: localized("Language of the example; the default is the one that planpress speaks to you."))
  var language: StarterSite.Language?

  @Option(help: localized("Which example: plan or strategy."))
  var example: StarterSite.Example = .plan

  @OptionGroup var spoken: LanguageOptions

  func validate() throws {
    guard !folder.isEmpty else { throw ValidationError(localized("'<folder>' must name a folder.")) }
    guard example == .plan || language != .chinese else {
      throw ValidationError(localized("The example 'strategy' is in English."))
    }
  }

  /// The folder with the smallest number behind its name that nothing has yet.
  private func freeFolder() throws -> String {
    let stem =
      folder == "." ? "my-plan" : folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    var (name, number) = (folder == "." ? stem : "\(stem)-2", 2)
    while try FileSystem.kind(of: name) != nil {
      name = "\(stem)-\(number)"
      number += 1
    }
    return name
  }

  func run() async throws {
    let spoken = CommandLineLanguage.language
    let language = language ?? (spoken == .chinese ? .chinese : .english)
    let files =
      example == .plan ? StarterSite.files(language, spoken: spoken) : try await StarterSite.strategy()
    let existing = try files.map { "\(folder)/\($0.path)" }.filter { try FileSystem.kind(of: $0) != nil }
    let hasContent = try FileSystem.kind(of: "\(folder)/Content") != nil
    guard existing.isEmpty, !hasContent else {
      Terminal.error("planpress: \(existing.first ?? "\(folder)/Content") already exists; nothing was written")
      Terminal.hint("name a new folder: 'planpress init \(HintedCommands.word(try freeFolder()))'")
      throw Exit.findings
    }
    let paths = files.map { "\(folder)/\($0.path)" }
    let newFolders = try foldersAbove(paths).filter { try FileSystem.kind(of: $0) == nil }
    do {
      for (path, file) in zip(paths, files) { try FileSystem.writeNew(Array(file.text.utf8), to: path) }
    } catch {
      // Nothing existed at these paths before: remove the half-made site.
      for path in paths { try FileSystem.removeFile(path) }
      for folder in newFolders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
        try FileSystem.removeDirectoryIfEmpty(folder)
      }
      throw error
    }
    let site = HintedCommands.word(folder)
    Terminal.output("Created \(files.count) files in \(folder). Next: planpress serve \(site) --open")
  }
}
