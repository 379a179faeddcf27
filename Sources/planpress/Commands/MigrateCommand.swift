import ArgumentParser
import Diagnostics
import SiteEngine

struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: said("Bring a site of an earlier planpress to today's keys."),
    discussion: said(
      """
      Removes keys with nothing behind them, and keeps the addresses that pages had. It changes only what can mean one \
      thing, and keeps comments and layout; the errors that are left are listed. Commit your site before.
      """))

  @Argument(help: said("The folder that contains Content/."), completion: .directory)
  var site: String = "."

  @Flag(name: .customLong("dry-run"), help: said("Print what would be changed, and write nothing."))
  var isDryRun = false

  @OptionGroup var spoken: LanguageOptions

  /// A key that is removed may leave the one above with nothing behind it, and hides what a later stage finds.
  private static let maximumRounds = 8

  func run() async throws {
    let directory = site.count > 1 && site.hasSuffix("/") ? String(site.dropLast()) : site
    let build = SiteBuild(BuildOptions(siteDirectory: directory, includesDrafts: true, usesMemory: false))
    var migration = try await build.migration()
    var count = 0
    if isDryRun {
      count = migration.changes.count
      FindingReport(format: .text).print(migration.changes)
    } else {
      let mender = Mender(siteDirectory: directory)
      for _ in 0..<Self.maximumRounds {
        let found = migration.changes
        let made = try await Interrupt.whileWriting { try mender.mend(found) }
        guard !made.isEmpty else { break }
        count += made.count
        for change in made {
          Terminal.output("\(change.location.path):\(change.location.line): \(change.description)")
        }
        migration = try await build.migration()
      }
      FindingReport(format: .text).print(migration.changes)
    }
    FindingReport(format: .text).print(migration.errors)
    let changes: Message = count == 1 ? "1 change" : "\(count) changes"
    Terminal.output(
      count == 0
        ? "planpress: nothing to change" : isDryRun ? "planpress: would make \(changes)" : "planpress: \(changes)")
    if !migration.errors.isEmpty { throw Exit.findings }
  }
}
