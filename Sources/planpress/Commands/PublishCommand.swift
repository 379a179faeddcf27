import ArgumentParser
import Diagnostics
import Files
import SiteEngine
import SiteOutput

struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: localized(
      "Build the website and publish it to a folder, to a git branch, or with rsync to another machine."),
    discussion: localized(
      """
      Lists the files that change there. Files that planpress did not publish are neither replaced nor deleted.
      """))

  @OptionGroup var options: SharedBuildOptions

  @Option(
    help: localized("The folder to publish to: a web server's folder, or the checkout of another repository."),
    completion: .directory)
  var to: String?

  @Option(
    help: localized(
      "The git branch to publish to, such as gh-pages. Adds one commit; your working files stay as they are."))
  var branch: String?

  @Option(help: localized("The remote to push the branch to, as a name or URL; the default is origin, if it exists."))
  var remote: String?

  @Option(help: localized("The rsync destination to publish to: web@example.org:/var/www/plan."))
  var rsync: String?

  @Flag(name: .customLong("dry-run"), help: localized("List what would change, and change nothing."))
  var isDryRun = false

  func validate() throws {
    guard [to, branch, rsync].compactMap(\.self).count == 1 else {
      throw ValidationError(localized("Give exactly one of '--to', '--branch' and '--rsync'."))
    }
    guard remote == nil || branch != nil else { throw ValidationError(localized("'--remote' needs '--branch'.")) }
    guard ![to, branch, rsync, remote].contains("") else {
      throw ValidationError(localized("'--to', '--branch', '--remote' and '--rsync' must not be empty."))
    }
  }

  func run() async throws {
    let result = try await options.withProgress(output: nil) { options in
      var options = options
      options.holdsOutput = true
      return try await SiteBuild(options).build()
    }
    let findings = result.diagnostics + DeletedSnapshots(siteDirectory: options.site.directory).findings()
    let failed = options.report(findings)
    guard let report = result.report, !failed, let built = try BuiltSite(at: report.outputDirectory) else {
      Terminal.error("planpress: \(count(findings)); nothing was published")
      throw Exit.findings
    }
    if report.indicators > 0,
      let advice = try await SiteBuild(options.buildOptions(output: nil)).snapshotAdvice()
    {
      options.conclude("\(advice): 'planpress snapshot' makes one")
    }
    do {
      if let to {
        try await publish(built, toFolder: to)
      } else if let branch {
        let target = try GitTarget(siteDirectory: options.site.directory, branch: branch, remote: remote)
        let plan = try target.plan(built)
        let destination: Message =
          target.remote.map { "branch \(target.branch) at \($0)" } ?? "branch \(target.branch)"
        try apply(plan.changes, isFinished: plan.isPushed, to: destination) { try target.publish(plan) }
      } else if let rsync {
        let target = try RsyncTarget(rsync)
        if let folder = target.localFolder { try refuseOverlap(folder) }
        let plan = try target.plan(built)
        try apply(plan.changes, isFinished: !plan.isUnfinished, to: Message(verbatim: rsync)) {
          try target.publish(built, plan)
        }
      }
    } catch let refusal as PublishRefusal {
      Terminal.error("planpress: \(refusal.reason); nothing was published")
      if let hint = refusal.hint { Terminal.hint(hint) }
      throw Exit.findings
    }
  }

  private func publish(_ built: BuiltSite, toFolder target: String) async throws {
    try refuseOverlap(target)
    let found = try await built.changes(in: target, jobs: options.site.jobs)
    guard let (changes, isFinished) = found.value else {
      _ = options.report(found.diagnostics)
      throw PublishRefusal("files in \(target) are in the way")
    }
    if !options.quiet { changes.list() }
    if !isDryRun, !changes.isEmpty || !isFinished {
      try await Interrupt.whileWriting {
        _ = try await built.put(
          into: target, jobs: options.site.jobs, isInterrupted: { Interrupt.isRequested })
      }
    }
    conclude(changes, Message(verbatim: target), isFinished)
  }

  /// Refuses a folder that overlaps one of the site's own.
  private func refuseOverlap(_ target: String) throws {
    let site = options.buildOptions(output: nil)
    if let folder = try OutputFolder(site).overlap(ofTarget: target) {
      throw PublishRefusal("\(target) overlaps '\(folder)' of the site", hint: "publish to a separate folder")
    }
  }

  /// Lists the changes, and runs `publish` unless there is nothing to do or this is a dry run.
  private func apply(
    _ changes: FileChanges, isFinished: Bool = true, to destination: Message, _ publish: () throws -> Void
  ) throws {
    if !options.quiet { changes.list() }
    if !isDryRun, !changes.isEmpty || !isFinished { try publish() }
    conclude(changes, destination, isFinished)
  }

  /// `isFinished`: whether what was published before was all there.
  private func conclude(_ changes: FileChanges, _ destination: Message, _ isFinished: Bool) {
    if changes.isEmpty, isFinished {
      options.conclude("\(destination): nothing to publish")
    } else if changes.isEmpty {
      options.conclude(
        isDryRun
          ? "\(destination): would be finished: no file has changed since the last time"
          : "\(destination): finished: no file has changed since the last time")
    } else if isDryRun {
      options.conclude("\(destination): would change: \(changes.summary)")
    } else {
      options.conclude("\(destination): published: \(changes.summary)")
    }
  }
}
