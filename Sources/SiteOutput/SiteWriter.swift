import Bytes
import Diagnostics
import Files

/// The result of writing a site.
package struct WrittenFiles: Sendable {
  package let changes: FileChanges
  /// The stamp of all files of the site, including the manifest.
  package let stamp: TreeStamp
  /// Keeps other builds out of the folder; nil unless `SiteWriter.holdsFolder`.
  package let lock: OutputLock?
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
  /// Whether other builds are kept out of the folder when the site is written, so that it can be published.
  package var holdsFolder = false

  package init(
    directory: String, shownAs: String, jobs: Int, isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.directory = directory
    self.shownAs = shownAs
    self.jobs = jobs
    self.isInterrupted = isInterrupted
  }

  /// Writes the site. Requires that `check` reported nothing.
  package func write(_ files: [OutputFile]) async throws -> WrittenFiles {
    let folder = try Folder(creating: directory)
    let lock = try OutputLock(directory: directory)
    defer { if !holdsFolder { lock.release() } }
    let before = try Manifest.read(in: folder)
    let owned = Set(before?.paths ?? [])
    let after = Manifest(paths: files.map(\.path))
    let stale = owned.subtracting(after.paths)
    let turned = Turned(stale: stale, new: after.paths)
    if before?.isUnfinished == true { try deleteTemporaries(of: owned, in: folder) }
    let outcomes: [Written]
    do {
      try replaceManifest(
        before,
        stale.isEmpty
          ? Manifest(sorted: after.paths, isUnfinished: true)
          : Manifest(paths: stale.union(after.paths), isUnfinished: true), in: folder)
      for path in turned.filesToFolders where try folder.kind(of: path) == .file {
        try folder.rename(path, to: path + FileSystem.temporarySuffix)
      }
      // Long runs, since threads that create folders in one parent folder block each other.
      outcomes = try await concurrentMap(files, jobs: jobs, longestRun: 64) { file, workspace in
        if isInterrupted() { throw Interruption() }
        let isOverFolder =
          try !turned.foldersToFiles.isEmpty && turned.foldersToFiles.contains(file.path)
          && folder.kind(of: file.path) == .directory
        let target = FileTarget(path: file.path, folder: folder, isFirst: before == nil, isOverFolder: isOverFolder)
        let written = try target.put(file.content, with: &workspace, isInterrupted)
        file.whenWritten?(written.size)
        return written
      }
    } catch {
      // If this fails too, the next build cleans up.
      try? putBack(before, after.paths, turned, in: folder)
      throw error
    }
    leakUntilExit(outcomes)
    var changes = FileChanges()
    var stamp = TreeStamp()
    var overFolders: [String] = []
    let isNew = outcomes.allSatisfy { $0.outcome == .created }
    for index in files.indices {
      stamp.add(outcomes[index].stamp)
      switch outcomes[index].outcome {
      case .created: if !isNew { changes.created.append(files[index].path) }
      case .overFolder:
        changes.created.append(files[index].path)
        overFolders.append(files[index].path)
      case .changed: changes.changed.append(files[index].path)
      case .unchanged: changes.unchanged += 1
      }
    }
    _ = try await concurrentMap(changes.changed, jobs: jobs) { try swap($0, in: folder) }
    // In a new site every file is new, and the manifest has them sorted.
    changes.created = isNew ? after.paths : changes.created.sorted { $0.precedes($1) }
    changes.changed.sort { $0.precedes($1) }
    changes.deleted = stale.sorted()
    for path in turned.filesToFolders { try folder.removeFile(path + FileSystem.temporarySuffix) }
    try delete(changes.deleted, in: folder)
    for path in overFolders { try swap(path, in: folder) }
    stamp.add(try folder.replace(Manifest.fileName, with: after.bytes), at: Manifest.fileName)
    try folder.removeFile(Manifest.savedName)
    if holdsFolder { try lock.allowReading() }
    return WrittenFiles(changes: changes, stamp: stamp, lock: holdsFolder ? lock : nil)
  }
}

// MARK: - Many files

extension SiteWriter {
  /// The paths that are of another kind after the build: an address may have been a page's and be a file's.
  private struct Turned: Sendable {
    /// Files that planpress wrote where a folder must be. They keep a temporary name until the new bytes are written.
    let filesToFolders: [String]
    /// Files to be written where folders may be, of nothing but files that planpress wrote.
    let foldersToFiles: Set<String>

    init(stale: Set<String>, new: [String]) {
      guard !stale.isEmpty else {
        (filesToFolders, foldersToFiles) = ([], [])
        return
      }
      filesToFolders = stale.intersection(foldersAbove(new)).sorted()
      foldersToFiles = foldersAbove(stale).intersection(new)
    }
  }

  private func swap(_ path: String, in folder: Folder) throws {
    try folder.rename(path + FileSystem.temporarySuffix, to: path)
  }

  private func delete(_ paths: [String], in folder: Folder) throws {
    for path in paths { try folder.removeFile(path) }
    for emptied in foldersAbove(paths).sorted(by: { $0.utf8.count > $1.utf8.count }) {
      try folder.removeFolderIfEmpty(emptied)
    }
  }

  /// Replaces the manifest, and keeps the one before for `putBack`.
  private func replaceManifest(_ before: Manifest?, _ manifest: Manifest, in folder: Folder) throws {
    if before != nil {
      try folder.removeFile(Manifest.savedName)
      _ = try folder.link(Manifest.fileName, as: Manifest.savedName)
    }
    try folder.replace(Manifest.fileName, with: manifest.bytes)
  }

  /// Restores the folder to its state before any of `paths` was written. Needs no room on the disk.
  private func putBack(_ before: Manifest?, _ paths: [String], _ turned: Turned, in folder: Folder) throws {
    try deleteTemporaries(of: paths, in: folder)
    let owned = Set(before?.paths ?? [])
    // A folder that a file replaces still exists here, and stays.
    try delete(paths.filter { !owned.contains($0) }, in: folder)
    for path in turned.filesToFolders where try folder.isFile(path + FileSystem.temporarySuffix) {
      try swap(path, in: folder)
    }
    guard let before else { return try folder.removeFile(Manifest.fileName) }
    if try folder.isFile(Manifest.savedName) {
      try folder.rename(Manifest.savedName, to: Manifest.fileName)
      // If the new manifest was never written, both names are one file, and renaming keeps both.
      try folder.removeFile(Manifest.savedName)
    } else {
      try folder.replace(Manifest.fileName, with: before.bytes)
    }
  }

  /// Deletes the temporary files of a build that was killed before it renamed them.
  private func deleteTemporaries(of paths: some Sequence<String>, in folder: Folder) throws {
    for path in paths { try folder.removeFile(path + FileSystem.temporarySuffix) }
  }
}

/// The ancestor folders of some files.
package func foldersAbove(_ paths: some Sequence<String>) -> Set<String> {
  var folders: Set<String> = []
  for path in paths {
    var folder = path.folderPart
    while !folder.isEmpty, folders.insert(folder).inserted { folder = folder.folderPart }
  }
  return folders
}
