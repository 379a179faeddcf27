import ArgumentParser
import Files
import SiteOutput

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: said("Create a small, complete example site."),
    discussion: said(
      """
      The example has a plan with three sections, a box, six indicators and a glossary, in Chinese, in English or in \
      both. Its figures are invented, and its pages say so. Existing files are never overwritten.
      """))

  @Argument(help: said("The folder to create the site in."), completion: .directory)
  var folder: String

  @Option(help: said("Language of the example."))
  var language: StarterSite.Language = .both

  @OptionGroup var spoken: LanguageOptions

  func validate() throws {
    guard !folder.isEmpty else { throw ValidationError(said("'<folder>' must name a folder.")) }
  }

  func run() throws {
    let files = StarterSite.files(language)
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
      // Nothing existed at these paths. Half a site is not left behind.
      for path in paths { try FileSystem.removeFile(path) }
      for folder in newFolders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
        try FileSystem.removeDirectoryIfEmpty(folder)
      }
      throw error
    }
    Terminal.output("Created \(files.count) files in \(folder). Next: planpress serve \(folder) --open")
  }
}
