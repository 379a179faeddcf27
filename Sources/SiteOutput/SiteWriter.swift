import Bytes
import Diagnostics
import Files

/// The result of writing a site.
package struct WrittenFiles: Sendable {
  package let changes: FileChanges
  /// The stamp of all files of the site, including the manifest.
  package let stamp: TreeStamp
}

/// Writes the finished site to its folder: writes the files that differ, deletes those that are gone, touches nothing
/// else.
///
/// All new bytes are written before the first file is replaced: new files under their own names, since no page links to
/// them yet, and changed files under temporary names. Until then an error or interruption restores the folder.
package struct SiteWriter: Sendable {
  package let directory: String
  /// The folder's name in messages.
  package let shownAs: String
  package let jobs: Int
  package var isInterrupted: @Sendable () -> Bool = { false }

  package init(
    directory: String, shownAs: String, jobs: Int, isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.directory = directory
    self.shownAs = shownAs
    self.jobs = jobs
    self.isInterrupted = isInterrupted
  }

  /// Reports every entry in the output folder that the site must not replace. Changes nothing.
  package func check(_ files: [OutputFile]) throws -> [Diagnostic] {
    guard let root = try FileSystem.realPath(directory).flatMap(FileSystem.kind) else { return [] }
    guard root == .directory else {
      return [
        Diagnostic(
          .error, .outputOccupied, "output folder '\(shownAs)' is a file",
          hint: "move the file, or choose another folder",
          at: SourceLocation(file: shownAs))
      ]
    }
    let owned = Set(try Manifest.read(in: directory)?.paths ?? [])
    var folders: [String: FileSystem.EntryKind?] = [:]
    var diagnostics: [Diagnostic] = []
    for file in files {
      if let blocked = try blockedFolder(of: file.path, known: &folders, owned: owned) {
        diagnostics.append(occupied(blocked, "is a file where a folder must be"))
      } else if folders[file.path.folderPart] != .some(nil) {
        // A folder may have replaced a file that planpress wrote.
        guard let kind = try FileSystem.kind(of: "\(directory)/\(file.path)"),
          kind == .directory || !owned.contains(file.path)
        else { continue }
        diagnostics.append(
          occupied(file.path, kind == .directory ? "is a folder where a file must be" : "was not created by planpress"))
      }
    }
    return diagnostics
  }

  /// Writes the site. Requires that `check` reported nothing.
  package func write(_ files: [OutputFile]) async throws -> WrittenFiles {
    try FileSystem.createDirectory(directory)
    let lock = try OutputLock(directory: directory)
    defer { lock.release() }
    let before = try Manifest.read(in: directory)
    let owned = Set(before?.paths ?? [])
    let after = Manifest(paths: files.map(\.path))
    let stale = owned.subtracting(after.paths)
    if before?.isUnfinished == true { try deleteTemporaries(of: owned) }
    try replaceManifest(
      stale.isEmpty
        ? Manifest(sorted: after.paths, isUnfinished: true)
        : Manifest(paths: stale.union(after.paths), isUnfinished: true))
    let outcomes: [Written]
    do {
      // A stale file whose path becomes a folder must go first.
      if !stale.isEmpty {
        for path in stale.intersection(folders(of: after.paths)) { try FileSystem.removeFile("\(directory)/\(path)") }
      }
      // Long runs, since threads that create folders in one parent folder block each other.
      outcomes = try await concurrentMap(files, jobs: jobs, longestRun: 64) { file, buffer in
        if isInterrupted() { throw Interruption() }
        return try put(file, isFirst: before == nil, by: &buffer)
      }
    } catch {
      // If this fails too, the next build cleans up.
      try? putBack(before, files.map(\.path))
      throw error
    }
    leakUntilExit(outcomes)
    var changes = FileChanges()
    var stamp = TreeStamp()
    let isNew = outcomes.allSatisfy { $0.outcome == .created }
    for index in files.indices {
      stamp.add(outcomes[index].stamp)
      switch outcomes[index].outcome {
      case .created: if !isNew { changes.created.append(files[index].path) }
      case .changed: changes.changed.append(files[index].path)
      case .unchanged: changes.unchanged += 1
      }
    }
    _ = try await concurrentMap(changes.changed, jobs: jobs) { try swap($0) }
    // In a new site every file is new, and the manifest has them sorted.
    changes.created = isNew ? after.paths : changes.created.sorted { $0.precedes($1) }
    changes.changed.sort { $0.precedes($1) }
    changes.deleted = stale.sorted()
    try delete(changes.deleted)
    stamp.add(try replaceManifest(after), at: Manifest.fileName)
    return WrittenFiles(changes: changes, stamp: stamp)
  }
}

// MARK: - One file

extension SiteWriter {
  private func swap(_ path: String) throws {
    try FileSystem.rename("\(directory)/\(path)\(FileSystem.temporarySuffix)", to: "\(directory)/\(path)")
  }

  private enum Outcome {
    case created, changed, unchanged
  }

  private struct Written: Sendable {
    let outcome: Outcome
    let stamp: TreeStamp

    init(_ path: String, _ outcome: Outcome, _ stamp: FileStamp) {
      self.outcome = outcome
      self.stamp = TreeStamp(of: stamp, at: path)
    }
  }

  /// `isFirst` says that planpress has not written to this folder before, and that `check` reported nothing. `made` is
  /// an empty buffer.
  private func put(_ file: OutputFile, isFirst: Bool, by made: inout ByteBuffer) throws -> Written {
    let path = "\(directory)/\(file.path)"
    switch file.content {
    case .rendered(let render): render(&made)
    case .pieces(let pieces): return try put(pieces, of: file.path, to: path, by: &made)
    case .copied(let source):
      guard let contents = try FileSystem.contents(of: source) else {
        throw MachineError("copy", source, reason: "the file disappeared during the build")
      }
      made.append(contentsOf: contents)
    }
    if isFirst {
      // The page's folder does not exist yet. Creating it without a check saves two of five system calls.
      try FileSystem.createDirectory(path.folderPart)
      return Written(file.path, .created, try FileSystem.writeNewStamped(made, to: path))
    }
    let old = try FileSystem.stampedContents(of: path)
    if let old, old.bytes.withUnsafeBufferPointer({ old in made.withBytes { haveEqualBytes(old, $0) } }) {
      return Written(file.path, .unchanged, old.stamp)
    }
    let stamp = try FileSystem.writeStamped(made, to: old == nil ? path : path + FileSystem.temporarySuffix)
    return Written(file.path, old == nil ? .created : .changed, stamp)
  }

  /// Writes a file piece by piece. Writes nothing while the pieces equal the old file, and holds one piece at a time.
  private func put(
    _ pieces: [OutputFile.Piece], of shown: String, to path: String, by piece: inout ByteBuffer
  ) throws -> Written {
    let old = try FileReading(path)
    defer { old?.close() }
    var index = 0
    var isDifferent = false
    var same = 0
    while let old, !isDifferent, index < pieces.count {
      piece.removeAll()
      pieces[index](&piece)
      let bytes = try old.next(piece.count)
      isDifferent = !piece.withBytes { piece in bytes.withUnsafeBufferPointer { haveEqualBytes(piece, $0) } }
      if !isDifferent { same += piece.count }
      index += 1
    }
    if let old, !isDifferent, try old.next(1).isEmpty, let stamp = old.stamp {
      return Written(shown, .unchanged, stamp)
    }
    let new = try FileWriting(old == nil ? path : path + FileSystem.temporarySuffix)
    do {
      try old?.copy(first: same, to: new)
      if isDifferent { try new.append(piece) }
      for write in pieces[index...] {
        piece.removeAll()
        write(&piece)
        try new.append(piece)
      }
    } catch {
      new.abandon()
      throw error
    }
    return Written(shown, old == nil ? .created : .changed, try new.close())
  }

  private func delete(_ paths: [String]) throws {
    var emptied: Set<String> = []
    for path in paths {
      try FileSystem.removeFile("\(directory)/\(path)")
      var folder = path.folderPart
      while !folder.isEmpty, emptied.insert(folder).inserted { folder = folder.folderPart }
    }
    for folder in emptied.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      try FileSystem.removeDirectoryIfEmpty("\(directory)/\(folder)")
    }
  }

  /// Restores the folder to its state before any of `paths` was written.
  private func putBack(_ before: Manifest?, _ paths: [String]) throws {
    try deleteTemporaries(of: paths)
    let owned = Set(before?.paths ?? [])
    try delete(paths.filter { !owned.contains($0) })
    if let before {
      try replaceManifest(before)
    } else {
      try FileSystem.removeFile("\(directory)/\(Manifest.fileName)")
    }
  }

  /// Deletes the temporary files of a build that was killed before it renamed them.
  private func deleteTemporaries(of paths: some Sequence<String>) throws {
    for path in paths { try FileSystem.removeFile("\(directory)/\(path)\(FileSystem.temporarySuffix)") }
  }
}

// MARK: - The folder

extension SiteWriter {
  @discardableResult
  private func replaceManifest(_ manifest: Manifest) throws -> FileStamp {
    let path = "\(directory)/\(Manifest.fileName)"
    let stamp = try FileSystem.writeStamped(manifest.bytes, to: path + FileSystem.temporarySuffix)
    try FileSystem.rename(path + FileSystem.temporarySuffix, to: path)
    return stamp
  }

  /// The ancestor folders of the files, outer ones first.
  private func folders(of paths: [String]) -> [String] {
    var folders: Set<String> = []
    for path in paths {
      var folder = path.folderPart
      while !folder.isEmpty, folders.insert(folder).inserted { folder = folder.folderPart }
    }
    return folders.sorted { $0.precedes($1) }
  }

  /// The innermost ancestor of a path that exists and is not a folder, unless planpress wrote it and will delete it.
  private func blockedFolder(
    of path: String, known: inout [String: FileSystem.EntryKind?], owned: Set<String>
  ) throws -> String? {
    var ancestors: [String] = []
    var folder = path.folderPart
    while !folder.isEmpty, known[folder] == nil {
      ancestors.append(folder)
      folder = folder.folderPart
    }
    for folder in ancestors.reversed() {
      // Nothing exists inside a missing folder.
      let isInNothing = known[folder.folderPart] == .some(nil)
      known[folder] = .some(isInNothing ? nil : try FileSystem.kind(of: "\(directory)/\(folder)"))
    }
    folder = path.folderPart
    while !folder.isEmpty {
      if case .some(.some(let kind)) = known[folder], kind != .directory, !owned.contains(folder) { return folder }
      folder = folder.folderPart
    }
    return nil
  }

  private func occupied(_ path: String, _ problem: String) -> Diagnostic {
    Diagnostic(
      .error, .outputOccupied, "'\(path)' \(problem); planpress replaces only its own files",
      hint: "move it elsewhere, or delete it", at: SourceLocation(file: "\(shownAs)/\(path)"))
  }
}
