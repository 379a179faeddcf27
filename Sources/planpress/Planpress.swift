import ArgumentParser
import SiteEngine

@main
struct Planpress: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "planpress",
    abstract: "Publish a plan as a website, and keep its promises checkable.",
    discussion: """
      A site is a folder with a folder Content/ in it: Markdown pages, registers of indicators and their data. \
      planpress turns it into plain HTML files in Output/.

      Exit codes: 0 clean; 1 errors in the content, or warnings with --strict; 64 wrong usage; 70 trouble of the \
      machine.
      """,
    version: "planpress \(SiteEngine.version)",
    subcommands: [
      BuildCommand.self, CheckCommand.self, ServeCommand.self, InitCommand.self, NewCommand.self, PublishCommand.self,
      MarkdownCommand.self,
    ])

  /// ArgumentParser writes usage errors and exits with 64 by itself; everything else leaves through `Exit`.
  static func main() async {
    Machine.startClock()
    do {
      var command = try parseAsRoot(Machine.arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch is Interruption {
      Terminal.error("planpress: interrupted; the website is as it was")
      exit(withError: Exit.interrupted)
    } catch let error as MachineError {
      Terminal.error("planpress: \(error)")
      exit(withError: Exit.machineTrouble)
    } catch {
      exit(withError: error)
    }
  }
}

/// The exit codes that are not ArgumentParser's own.
enum Exit {
  /// Errors in the content, or warnings with `--strict`.
  static let findings = ExitCode(1)
  /// `EX_SOFTWARE` of sysexits.h.
  static let machineTrouble = ExitCode(70)
  /// 128 and the number of SIGINT, as shells have it.
  static let interrupted = ExitCode(130)
}
