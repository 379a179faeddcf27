import ArgumentParser
import Files
import SiteOutput

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: localized("Create a small, complete example site."),
    discussion: localized(
      """
      The example has a plan with three sections, a box, six indicators and a glossary, in Chinese, in English or in \
      both. With --example strategy it is an agency's strategic plan in English: goals, strategies and 40 actions, three \
      years of updates, a revision half-way and two reports. All figures are invented, and the pages say so. Existing \
      files are never overwritten.
      """))

  @Argument(help: localized("The folder to create the site in."), completion: .directory)
  var folder: String

  @Option(help: localized("Language of the example."))
  var language: StarterSite.Language = .both

  @Option(help: localized("Which example: plan or strategy."))
  var example: StarterSite.Example = .plan

  @OptionGroup var spoken: LanguageOptions

  func validate() throws {
    guard !folder.isEmpty else { throw ValidationError(localized("'<folder>' must name a folder.")) }
    guard example == .plan || language != .chinese else {
      throw ValidationError(localized("The example 'strategy' is in English."))
    }
  }

  func run() async throws {
    let files = example == .plan ? StarterSite.files(language) : try await StarterSite.strategy()
    let existing = try files.map { "\(folder)/\($0.path)" }.filter { try FileSystem.kind(of: $0) != nil }
    let hasContent = try FileSystem.kind(of: "\(folder)/Content") != nil
    guard existing.isEmpty, !hasContent else {
      Terminal.error("planpress: \(existing.first ?? "\(folder)/Content") already exists; nothing was written")
      Terminal.hint("name a new folder: 'planpress init my-plan'")
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
    Terminal.output("Created \(files.count) files in \(folder). Next: planpress serve \(folder) --open")
  }
}
