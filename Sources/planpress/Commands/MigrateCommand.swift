import ArgumentParser
import Diagnostics
import SiteEngine

struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: localized("Bring a site of an earlier planpress to today's keys."),
    discussion: localized(
      """
      Removes keys without a value, and keeps the addresses that pages had. It changes only what can mean one \
      thing, and keeps comments and layout; the errors that are left are listed. Commit your site before.
      """))

  @Argument(help: localized("The folder that contains Content/."), completion: .directory)
  var site: String = "."

  @Flag(name: .customLong("dry-run"), help: localized("Print what would be changed, and write nothing."))
  var isDryRun = false

  @OptionGroup var spoken: LanguageOptions

  func validate() { TypedSite.set(site) }

  /// The most rounds: removing a key may leave the key above it without a value, and an error may hide findings of a
  /// later stage.
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
      let fixes = FixApplier(siteDirectory: directory)
      for _ in 0..<Self.maximumRounds {
        let found = migration.changes
        let made = try await Interrupt.whileWriting { try fixes.apply(found) }
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
