import Files
import SiteOutput

/// Publishes to a folder with `rsync`, such as `web@example.org:/var/www/plan`.
struct RsyncTarget {
  let destination: String
  private let rsync = ExternalProgram(name: "rsync")

  /// The next publication.
  struct Plan {
    var changes = FileChanges()
    /// Whether an earlier publication was stopped before its end.
    var isUnfinished = false
    /// The files at the destination that planpress published.
    var published: Set<String> = []
  }

  init(_ destination: String) throws {
    self.destination = destination.hasSuffix("/") ? destination : destination + "/"
    // ssh would take a host that begins with '-' for an option.
    let host = destination.prefix { $0 != ":" && $0 != "/" }.split(separator: "@", omittingEmptySubsequences: false)
      .last
    guard !destination.hasPrefix("-"), host?.hasPrefix("-") != true else {
      throw PublishRefusal(
        "'\(destination)' is not a valid destination", hint: "write it as web@example.org:/var/www/plan")
    }
  }

  /// The folder on this machine; nil if the destination is on another.
  var localFolder: String? {
    let host = destination.prefix { $0 != "/" }
    return host.contains(":") ? nil : destination
  }

  /// The changes that publishing would make.
  func plan(_ site: BuiltSite) throws -> Plan {
    let existing = try existingFiles()
    var plan = Plan(published: try publishedFiles())
    if let taken = site.paths.first(where: { existing.contains($0) && !plan.published.contains($0) }) {
      throw PublishRefusal(
        "'\(taken)' at \(destination) was not published by planpress",
        hint: "move the file away, or publish to a separate folder")
    }
    plan.changes.deleted = plan.published.subtracting(site.paths).intersection(existing).sorted()
    let listed = try synchronize(site, plan.changes.deleted, ["--dry-run"])
    for line in String(decoding: listed.output, as: UTF8.self).split(separator: "\n") {
      // `>f+++++++++ path` is new, `>f.st...... path` changed.
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].dropFirst().first == "f" else { continue }
      if parts[1] == BuiltSite.manifestName {
        plan.isUnfinished = true
      } else if parts[0].hasSuffix("+++") {
        plan.changes.created.append(String(parts[1]))
      } else {
        plan.changes.changed.append(String(parts[1]))
      }
    }
    plan.changes.created.sort()
    plan.changes.changed.sort()
    return plan
  }

  /// The manifest goes first, with the new files and the old ones: if the copying is stopped, the next publication
  /// knows its own files.
  func publish(_ site: BuiltSite, _ plan: Plan) throws {
    let directory = try TemporaryDirectory()
    defer { directory.remove() }
    try FileSystem.writeNew(
      site.unfinishedManifest(after: plan.published), to: "\(directory.path)/\(BuiltSite.manifestName)")
    try rsync.runOrThrow(["--recursive", "--checksum", "--chmod=D755,F644", "--", "\(directory.path)/", destination])
    _ = try synchronize(site, plan.changes.deleted, [])
  }

  /// Copies the files whose content differs, and moves them into place when all have arrived. Deletes `stale` files only;
  /// all others are protected by a filter.
  private func synchronize(_ site: BuiltSite, _ stale: [String], _ more: [String]) throws -> ExternalProgram.Run {
    // Their folders are deleted too, if nothing else is in them.
    let folders = foldersAbove(stale)
    let filters =
      stale.map { "risk /\(escaped($0))" } + folders.sorted().map { "risk /\(escaped($0))/" } + ["protect *"]
    return try rsync.runOrThrow(
      ["--recursive", "--checksum", "--delay-updates", "--delete-delay", "--itemize-changes", "--chmod=D755,F644"]
        + more
        + ["--filter=merge -", "--", "\(site.directory)/", destination],
      input: Array((filters.joined(separator: "\n") + "\n").utf8))
  }

  /// Escapes a path for use as an rsync pattern.
  private func escaped(_ path: String) -> String {
    path.contains(where: { "*?[".contains($0) })
      ? String(path.flatMap { "*?[\\".contains($0) ? ["\\", $0] : [$0] }) : path
  }

  /// All files at the destination; empty if the folder does not exist yet.
  private func existingFiles() throws -> Set<String> {
    let listed = try rsync.run(["--recursive", "--list-only", "--", destination])
    // rsync exits with 23 if the folder does not exist.
    guard listed.status == 0 || listed.status == 23 else {
      throw MachineError("reach", destination, reason: listed.message)
    }
    let lines = String(decoding: listed.output, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("-") }
    // `-rw-r--r--  1,234 2026/01/31 12:00:00 path`
    return Set(
      lines.compactMap { $0.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: true).last.map(String.init) }
    )
  }

  /// The files at the destination that planpress published, from its manifest.
  private func publishedFiles() throws -> Set<String> {
    let directory = try TemporaryDirectory()
    defer { directory.remove() }
    let fetched = try rsync.run(["--", destination + BuiltSite.manifestName, "\(directory.path)/manifest"])
    guard fetched.status == 0, let bytes = try FileSystem.contents(of: "\(directory.path)/manifest") else { return [] }
    return Set(BuiltSite.paths(inManifest: bytes))
  }
}
