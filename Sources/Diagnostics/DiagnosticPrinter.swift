/// Formats diagnostics for a terminal, a program or a pull request.
package struct DiagnosticPrinter: Sendable {
  package enum Format: String, CaseIterable, Sendable {
    /// `path:line:column: error: … [code]`, the line with a caret, and the hint.
    case text
    /// One JSON object per line.
    case json
    /// Workflow commands of GitHub Actions, which shows them beside the changed lines.
    case github
    /// One SARIF 2.1.0 document, for programs that collect the findings of many tools.
    case sarif
  }

  package let format: Format
  /// The version of planpress, for SARIF.
  let version: String
  /// The site folder relative to the repository, such as `plans/city`; prefixed to paths for GitHub and SARIF.
  let siteFolder: String?
  let isColoured: Bool
  /// The language of `text`; the other formats are read by programs and always English.
  let language: MessageLanguage
  let commands: HintedCommands

  package init(
    format: Format, version: String = "", siteFolder: String? = nil, isColoured: Bool = false,
    language: MessageLanguage = .english, commands: HintedCommands = HintedCommands()
  ) {
    self.format = format
    self.version = version
    self.siteFolder = siteFolder
    self.isColoured = isColoured
    self.language = format == .text ? language : .english
    self.commands = commands
  }

  /// The hint in the language of the format.
  func hint(of diagnostic: Diagnostic) -> String? {
    diagnostic.hintWords.map { commands.named(in: $0.text(in: language)) }
  }

  /// Sorts the diagnostics and leaves out duplicates.
  package func print(_ diagnostics: [Diagnostic]) -> String {
    var output = ""
    var previous: Diagnostic?
    var printed: [Diagnostic] = []
    for diagnostic in diagnostics.sorted() where diagnostic != previous {
      previous = diagnostic
      switch format {
      case .text: appendText(diagnostic, to: &output)
      case .json: appendJSON(diagnostic, to: &output)
      case .github: appendWorkflowCommand(diagnostic, to: &output)
      case .sarif: printed.append(diagnostic)
      }
    }
    return format == .sarif ? sarif(printed) : output
  }
}
