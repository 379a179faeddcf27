import ArgumentParser
import Diagnostics
import SiteEngine

struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Build a site and put it where it is read: a folder, a git branch, or a host that rsync reaches.",
    discussion: """
      Says what changes there. What planpress did not put there is neither replaced nor deleted.
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: "The folder to publish to: a web root, or the checkout of another repository.", completion: .directory)
  var to: String?

  @Option(help: "The git branch to publish to, as gh-pages; one commit, and the work tree stays as it is.")
  var branch: String?

  @Option(help: "Where the branch is pushed: a remote's name or URL; by default origin, if there is one.")
  var remote: String?

  @Option(help: "Where rsync publishes to, as web@example.org:/var/www/plan.")
  var rsync: String?

  @Flag(name: .customLong("dry-run"), help: "Say what would change, and change nothing.")
  var isDryRun = false

  func validate() throws {
    guard [to, branch, rsync].compactMap(\.self).count == 1 else {
      throw ValidationError("Say where: one of '--to', '--branch' and '--rsync'.")
    }
    guard remote == nil || branch != nil else { throw ValidationError("'--remote' goes with '--branch'.") }
    guard ![to, branch, rsync].contains("") else { throw ValidationError("The place to publish to must have a name.") }
  }

  func run() async throws {
    let result = try await site.watching(output: nil) { try await SiteBuild($0).build() }
    let failed = site.report(result.diagnostics)
    guard let report = result.report, !failed, let built = try BuiltSite(at: report.outputDirectory) else {
      Terminal.error("planpress: \(count(result.diagnostics)); nothing was published")
      throw Exit.findings
    }
    do {
      if let to {
        try await publish(built, toFolder: to)
      } else if let branch {
        let target = try GitTarget(siteDirectory: site.folder.siteDirectory, branch: branch, remote: remote)
        let plan = try target.plan(built)
        let place = "branch \(branch)" + (target.remote.map { " at \($0)" } ?? "")
        try say(plan.changes, place) { try target.publish(plan) }
      } else if let rsync {
        let target = RsyncTarget(rsync)
        let changes = try target.changes(built)
        try say(changes, rsync) { try target.publish(built, changes) }
      }
    } catch let refusal as PublishRefusal {
      Terminal.error("planpress: \(refusal.reason), and nothing was published")
      if let hint = refusal.hint { Terminal.error("hint: \(hint)") }
      throw Exit.findings
    }
  }

  private func publish(_ built: BuiltSite, toFolder target: String) async throws {
    if try FileSystem.realPath(target) == FileSystem.realPath(built.directory) {
      throw PublishRefusal("\(target) is the site's own output")
    }
    let changes = try await built.changes(in: target, jobs: site.folder.jobs)
    guard let value = changes.value else {
      _ = site.report(changes.diagnostics)
      throw PublishRefusal("something is in the way in \(target)")
    }
    if !site.quiet { value.list() }
    if !isDryRun, !value.isEmpty { _ = try await built.put(into: target, jobs: site.folder.jobs) }
    conclude(value, target)
  }

  private func say(_ changes: FileChanges, _ place: String, _ publish: () throws -> Void) throws {
    if !site.quiet { changes.list() }
    if !isDryRun, !changes.isEmpty { try publish() }
    conclude(changes, place)
  }

  private func conclude(_ changes: FileChanges, _ place: String) {
    let verb = isDryRun ? "would change" : "published"
    site.conclude("\(place): " + (changes.isEmpty ? "nothing to publish" : "\(verb): \(changes.summary)"))
  }
}
