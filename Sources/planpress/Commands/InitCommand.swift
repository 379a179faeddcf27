import ArgumentParser
import SiteEngine

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a small complete site to start from.",
    discussion: """
      The example has one plan with three sections, a box, six indicators and a glossary. Its figures are made up, and \
      its pages say so. Nothing that is there already is overwritten.
      """)

  @Argument(help: "The folder to make it in.", completion: .directory)
  var folder: String

  @Option(help: "The language of the example: both, zh-CN or en.")
  var language: StarterSite.Language = .both

  func validate() throws {
    guard !folder.isEmpty else { throw ValidationError("'<folder>' must name a folder.") }
  }

  func run() throws {
    let files = StarterSite.files(language)
    let taken = try files.map { "\(folder)/\($0.path)" }.filter { try FileSystem.kind(of: $0) != nil }
    let hasContent = try FileSystem.kind(of: "\(folder)/Content") != nil
    guard taken.isEmpty, !hasContent else {
      Terminal.error("planpress: \(taken.first ?? "\(folder)/Content") is there already, and nothing was written")
      Terminal.error("hint: name a new folder, as in 'planpress init my-plan'")
      throw Exit.findings
    }
    for file in files {
      let path = "\(folder)/\(file.path)"
      if let slash = path.lastIndex(of: "/") { try FileSystem.createDirectory(String(path[..<slash])) }
      try FileSystem.writeNew(Array(file.text.utf8), to: path)
    }
    Terminal.output("\(files.count) files in \(folder). Next: planpress serve \(folder) --open")
  }
}
