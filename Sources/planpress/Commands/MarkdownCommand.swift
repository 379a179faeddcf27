import ArgumentParser
import Diagnostics
import Files
import SiteEngine

struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown",
    abstract: localized("Convert a Markdown file to HTML."),
    discussion: localized(
      """
      Links and directives that need a site are left as written. With --plain the output is pure CommonMark, without \
      heading anchors, directives, tables or rules for Chinese text.
      """))

  @Argument(help: localized("The file to convert; the default is standard input."), completion: .file())
  var file: String?

  @Flag(help: localized("Use pure CommonMark."))
  var plain = false

  @Flag(help: localized("Keep raw HTML and links with any scheme."))
  var unsafe = false

  @OptionGroup var spoken: LanguageOptions

  func run() throws {
    let bytes: [UInt8]
    if let file {
      guard let contents = try FileSystem.contents(of: file) else {
        throw ValidationError(localized("There is no file '\(file)'."))
      }
      bytes = contents
    } else {
      bytes = Terminal.input()
    }
    let result = MarkdownPreview.html(of: bytes, path: file ?? "standard input", isPlain: plain, isUnsafe: unsafe)
    Terminal.output(result.value ?? [])
    let findings = DiagnosticPrinter(format: .text, language: CommandLineLanguage.language).print(result.diagnostics)
    if !findings.isEmpty { Terminal.error(verbatim: findings) }
    if result.diagnostics.hasErrors { throw Exit.findings }
  }
}
