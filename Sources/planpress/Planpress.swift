import ArgumentParser
import Diagnostics
import Files
import SiteEngine
import SiteOutput

@main
struct Planpress: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "planpress",
    abstract: localized("Publish a plan as a website, and keep its promises checkable."),
    discussion: localized(
      """
      A site is a folder that contains Content/: pages in Markdown, lists of indicators in YAML, and their data in \
      CSV. planpress turns it into plain HTML files in Output/.
      """) + "\n\n"
      + localized(
        """
        Exit codes: 0 success; 1 errors in the content, or warnings with --strict; 64 wrong usage; 70 system error \
        (full disk, no permission, bug); 130 stopped with Ctrl-C.
        """),
    version: "planpress \(SiteEngine.version)",
    subcommands: [
      BuildCommand.self, CheckCommand.self, ServeCommand.self, InitCommand.self, NewCommand.self, PublishCommand.self,
      ImportCommand.self, ExtractCommand.self, CollectCommand.self, SnapshotCommand.self, DiffCommand.self,
      ReportCommand.self, RefreshCommand.self, ConvertCommand.self,
      ExplainCommand.self, SchemaCommand.self, MigrateCommand.self, WordsCommand.self,
      MarkdownCommand.self,
    ])

  /// ArgumentParser prints usage errors and exits with 64; all other failures use the codes in `Exit`.
  static func main() async {
    Machine.startClock()
    do {
      // A flag has no value for ArgumentParser, and `--fix SITE` has to stay what it is.
      let arguments = CommandLineArguments.all.map { $0 == "--fix=paragraphs" ? "--fix-paragraphs" : $0 }
      if let hint = commandHint(arguments) { throw ValidationError(localized(hint)) }
      var command = try parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      try Terminal.finish()
    } catch is Interruption {
      Terminal.error("planpress: interrupted; the website was not changed")
      exit(withError: Exit.interrupted)
    } catch let error as MachineError {
      Terminal.say(error)
      exit(withError: Exit.systemError)
    } catch {
      // Help, the version and completions are thrown as well, and may have to fit on a disk.
      let text = ArgumentParserWords.text(fullMessage(for: error, columns: nil), in: CommandLineLanguage.language)
      if !text.isEmpty {
        if exitCode(for: error) == .success { Terminal.output(Array((text + "\n").utf8)) } else { Terminal.error(text) }
      }
      exit(withError: hasFailed ? Exit.systemError : exitCode(for: error))
    }
  }

  /// `planpress buld`: ArgumentParser takes a misspelt command for a surplus argument, and says so.
  private static func commandHint(_ arguments: [String]) -> Message? {
    guard let word = arguments.first, !word.hasPrefix("-") else { return nil }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !names.contains(word) else { return nil }
    if let near = nearestMatch(to: word, in: names) {
      return "There is no command '\(word)'. Did you mean '\(near)'?"
    }
    return "There is no command '\(word)'. The commands are \(list: names)."
  }

  /// Whether something could not be printed. If so, says so on standard error, if that is possible.
  private static var hasFailed: Bool {
    do { try Terminal.finish() } catch {
      Terminal.say(error)
      return true
    }
    return false
  }
}

/// The exit codes besides ArgumentParser's own.
enum Exit {
  /// Errors in the content, or warnings with `--strict`.
  static let findings = ExitCode(1)
  /// `EX_SOFTWARE` of sysexits.h.
  static let systemError = ExitCode(70)
  /// 128 plus the number of SIGINT, the convention of shells.
  static let interrupted = ExitCode(130)
}
