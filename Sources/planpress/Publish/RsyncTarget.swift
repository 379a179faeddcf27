import Files
import SiteOutput

/// Publishes to a folder with `rsync`, such as `web@example.org:/var/www/plan`.
struct RsyncTarget {
  let destination: String
  private let rsync = ExternalProgram(name: "rsync")

  init(_ destination: String) {
    self.destination = destination.hasSuffix("/") ? destination : destination + "/"
  }

  /// The changes that publishing would make.
  func changes(_ site: BuiltSite) throws -> FileChanges {
    let existing = try existingFiles()
    let published = try publishedFiles()
    if let taken = site.paths.first(where: { existing.contains($0) && !published.contains($0) }) {
      throw PublishRefusal(
        "'\(taken)' at \(destination) was not published by planpress",
        hint: "move the file away, or publish to a separate folder")
    }
    var changes = FileChanges()
    changes.deleted = published.subtracting(site.paths).intersection(existing).sorted()
    let listed = try synchronize(site, changes.deleted, ["--dry-run"])
    for line in String(decoding: listed.output, as: UTF8.self).split(separator: "\n") {
      // `>f+++++++++ path` is new, `>f.st...... path` changed.
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].dropFirst().first == "f", parts[1] != BuiltSite.manifestName else { continue }
      if parts[0].hasSuffix("+++") {
        changes.created.append(String(parts[1]))
      } else {
        changes.changed.append(String(parts[1]))
      }
    }
    changes.created.sort()
    changes.changed.sort()
    return changes
  }

  func publish(_ site: BuiltSite, _ changes: FileChanges) throws {
    _ = try synchronize(site, changes.deleted, [])
  }

  /// Copies the files whose content differs, and moves them into place when all have arrived. Deletes `stale` files only;
  /// all others are protected by a filter.
  private func synchronize(_ site: BuiltSite, _ stale: [String], _ more: [String]) throws -> ExternalProgram.Run {
    // Their folders are deleted too, if nothing else is in them.
    var folders: Set<String> = []
    for path in stale {
      var rest = path[...]
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        folders.insert(String(rest))
      }
    }
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
      throw MachineError("reach", destination, reason: listed.errors.split(separator: "\n").joined(separator: "; "))
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
