import SiteEngine

/// A folder that `rsync` reaches, as `web@example.org:/var/www/plan`.
struct RsyncTarget {
  let destination: String
  private let rsync = ExternalProgram(name: "rsync")

  init(_ destination: String) {
    self.destination = destination.hasSuffix("/") ? destination : destination + "/"
  }

  /// What would change there.
  func changes(_ site: BuiltSite) throws -> FileChanges {
    let there = try files()
    let own = try manifest()
    if let taken = site.paths.first(where: { there.contains($0) && !own.contains($0) }) {
      throw PublishRefusal(
        "'\(taken)' at \(destination) was not put there by planpress",
        hint: "publish to a folder of its own, or move the file away")
    }
    var changes = FileChanges()
    changes.deleted = own.subtracting(site.paths).intersection(there).sorted()
    let moved = try must(site, changes.deleted, ["--dry-run"])
    for line in String(decoding: moved.output, as: UTF8.self).split(separator: "\n") {
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
    _ = try must(site, changes.deleted, [])
  }

  /// Copies what differs in content; each file is put in place only when all are there. Only files that planpress put
  /// there are at risk of deletion.
  private func must(_ site: BuiltSite, _ stale: [String], _ more: [String]) throws -> ExternalProgram.Run {
    // Folders that lose files as well; one that still holds others stays.
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
    return try rsync.must(
      ["--recursive", "--checksum", "--delay-updates", "--delete-delay", "--itemize-changes", "--chmod=D755,F644"]
        + more
        + ["--filter=merge -", "--", "\(site.directory)/", destination],
      input: Array((filters.joined(separator: "\n") + "\n").utf8))
  }

  /// A path in which no mark of a pattern means more than itself.
  private func escaped(_ path: String) -> String {
    path.contains(where: { "*?[".contains($0) })
      ? String(path.flatMap { "*?[\\".contains($0) ? ["\\", $0] : [$0] }) : path
  }

  /// Every file there; none where the folder is not there yet.
  private func files() throws -> Set<String> {
    let listed = try rsync.run(["--recursive", "--list-only", "--", destination])
    // 23: the folder does not exist.
    guard listed.status == 0 || listed.status == 23 else {
      throw MachineError("reach", destination, reason: listed.errors.split(separator: "\n").joined(separator: "; "))
    }
    let lines = String(decoding: listed.output, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("-") }
    // `-rw-r--r--  1,234 2026/01/31 12:00:00 path`
    return Set(
      lines.compactMap { $0.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: true).last.map(String.init) }
    )
  }

  private func manifest() throws -> Set<String> {
    let directory = try TemporaryDirectory()
    defer { directory.remove() }
    let fetched = try rsync.run(["--", destination + BuiltSite.manifestName, "\(directory.path)/manifest"])
    guard fetched.status == 0, let bytes = try FileSystem.contents(of: "\(directory.path)/manifest") else { return [] }
    return Set(BuiltSite.paths(inManifest: bytes))
  }
}
