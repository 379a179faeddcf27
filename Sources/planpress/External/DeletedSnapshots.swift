import Diagnostics
import Files
import SiteSources

/// What git remembers of a site's snapshots. Deleting a snapshot is the only way to soften a target without the site
/// noticing.
struct DeletedSnapshots {
  let siteDirectory: String

  /// A warning for each snapshot that was committed once, is gone, and is newer than all that exist
  /// (`snapshot.deleted`). Empty without git, outside a repository, and if git takes longer than some seconds.
  func findings() -> [Diagnostic] {
    let git = ExternalProgram(
      name: "git", arguments: ["-C", siteDirectory, "-c", "core.quotePath=false", "-c", "core.fsmonitor=false"])
    let folder = SourceTree.snapshotsFolder
    guard
      let run = try? git.run(
        ["log", "--no-renames", "--diff-filter=D", "--format=%h", "--name-only", "--relative", "--", folder],
        seconds: 10),
      run.status == 0, !run.isStopped
    else { return [] }
    var newest = -Double.infinity
    for name in (try? FileSystem.entries(of: siteDirectory.appending(part: folder)).map(\.name)) ?? [] {
      if let time = Snapshot.time(of: name.withoutPathExtension) { newest = max(newest, time.end) }
    }
    var commit = ""
    var seen: Set<Substring> = []
    var found: [Diagnostic] = []
    for line in String(decoding: run.output, as: UTF8.self).split(separator: "\n") {
      guard line.hasPrefix("\(folder)/") else {
        // The names of files that git puts in quotes have other characters.
        if line.allSatisfy(\.isHexDigit) { commit = String(line) }
        continue
      }
      let name = line.dropFirst(folder.utf8.count + 1)
      guard name.hasSuffix(".json"), seen.insert(name).inserted,
        let time = Snapshot.time(of: String(name.dropLast(5))), time.end > newest
      else { continue }
      found.append(
        Diagnostic(
          .warning, .snapshotDeleted,
          "the snapshot of \(name.dropLast(5)) was deleted in commit \(commit), so later changes cannot be detected",
          hint: "restore it with 'git checkout \(commit)^ -- \(line)'", at: SourceLocation(file: String(line))))
    }
    return found
  }
}
