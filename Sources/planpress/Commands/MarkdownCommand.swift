import ArgumentParser
import Diagnostics
import SiteEngine

struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown",
    abstract: "Turn one Markdown text into HTML.",
    discussion: """
      Links and directives that need a site stay as they are written. With --plain the output is CommonMark's own: \
      no anchors, directives, tables or rules for Chinese text.
      """)

  @Argument(help: "The file; standard input by default.", completion: .file())
  var file: String?

  @Flag(help: "Pure CommonMark.")
  var plain = false

  @Flag(help: "Keep raw HTML and links of any kind.")
  var unsafe = false

  func run() throws {
    let bytes: [UInt8]
    if let file {
      guard let contents = try FileSystem.contents(of: file) else {
        throw ValidationError("There is no file '\(file)'.")
      }
      bytes = contents
    } else {
      bytes = Terminal.input()
    }
    let result = MarkdownText.html(of: bytes, path: file ?? "standard input", isPlain: plain, isUnsafe: unsafe)
    Terminal.output(result.value ?? [])
    let findings = DiagnosticPrinter(format: .text).print(result.diagnostics)
    if !findings.isEmpty { Terminal.error(lines: findings) }
    if result.diagnostics.hasErrors { throw Exit.findings }
  }
}
