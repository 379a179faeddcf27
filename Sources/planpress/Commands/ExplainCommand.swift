import ArgumentParser
import Diagnostics
import SiteEngine

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: localized("Say what a message means, and what to do about it."),
    discussion: localized("Prints the guide's entry for the code in brackets at the end of a message."))

  @Argument(help: localized("The code: reference.unknown-indicator. Without it, all codes are listed."))
  var code: String?

  @OptionGroup var spoken: LanguageOptions

  func run() throws {
    guard let code else {
      for code in DiagnosticCode.allCases { Terminal.output(code.rawValue) }
      return
    }
    // Accepts the code with brackets, as copied from a message.
    let bare = String(code.drop { $0 == "[" }.prefix { $0 != "]" }).lowercased()
    guard let found = DiagnosticCode(rawValue: bare),
      let text = MessageGuide.builtIn.text(on: found, in: CommandLineLanguage.language)
    else {
      Terminal.error("planpress: there is no message with the code '\(code)'")
      let near = MessageGuide.codes(near: bare)
      Terminal.hint(near.isEmpty ? "'planpress explain' lists all codes" : "the nearest codes are \(list: near)")
      throw ExitCode.validationFailure
    }
    Terminal.output("\(found.rawValue)\n\(text)" as String)
  }
}
