import ArgumentParser
import Diagnostics
import Files
import SiteEngine
import SiteSources

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: localized("Print the JSON Schema of a kind of file, for completion in editors."),
    discussion: localized(
      "The kinds are page (front matter), site, indicators, actions, programmes, departments and glossary."))

  @Argument(help: localized("The kind of file."))
  var kind: ContentSchema?

  @Option(
    help: localized("Write the schemas of all kinds into this folder.", valueName: "folder"), completion: .directory)
  var into: String?

  @OptionGroup var spoken: LanguageOptions

  func validate() throws {
    guard kind == nil, into == nil else { return }
    throw ValidationError(localized("Name a kind of file, or a folder with '--into'."))
  }

  func run() throws {
    if let kind { Terminal.output(kind.text) }
    guard let into else { return }
    var batch = FileBatch()
    for kind in ContentSchema.allCases { batch.write(kind.text, to: into.appending(part: kind.fileName)) }
    try batch.commit()
    for kind in ContentSchema.allCases { Terminal.output(into.appending(part: kind.fileName)) }
  }
}

extension ContentSchema: ExpressibleByArgument {}
