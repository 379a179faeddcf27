import Diagnostics
import Files

/// A finished build in a folder, to be deployed to another folder.
package struct BuiltSite: Sendable {
  package let directory: String
  /// The files that planpress wrote, relative to `directory`, sorted.
  package let paths: [String]
  private let folder: Folder

  /// Nil if no build has finished in `directory`. Throws if one of its files is missing, or is no longer a file.
  package init?(at directory: String) throws {
    guard let folder = try Folder(existing: directory), let manifest = try Manifest.read(in: folder),
      !manifest.isUnfinished
    else { return nil }
    self.directory = directory
    self.folder = folder
    paths = manifest.paths
    for path in paths where try !folder.isFile(path) {
      throw MachineError(
        "publish", "\(directory)/\(path)", reason: "it is not the file that planpress wrote; build again")
    }
  }

  /// The name of the manifest file in the folder.
  package static let manifestName = Manifest.fileName

  /// The paths that a manifest lists; empty if the bytes are not a manifest.
  package static func paths(inManifest bytes: [UInt8]) -> [String] {
    Manifest(text: String(decoding: bytes, as: UTF8.self))?.paths ?? []
  }

  /// The manifest of a folder while this site is copied into it, with the files that planpress copied there before.
  package func unfinishedManifest(after published: Set<String>) -> [UInt8] {
    Manifest(paths: published.union(paths), isUnfinished: true).bytes
  }

  /// The bytes of one of its files.
  package func contents(of path: String) throws -> [UInt8] {
    guard let bytes = try folder.contents(of: path) else {
      throw MachineError("publish", "\(directory)/\(path)", reason: "the file disappeared meanwhile")
    }
    return bytes
  }

  /// The changes that `put(into:jobs:)` would make, and whether it has anything to do: without a change it may still
  /// have to finish an earlier publication. Reports an error for every file in the way that planpress did not write.
  package func changes(in target: String, jobs: Int) async throws -> Checked<(FileChanges, isFinished: Bool)> {
    let found = try writer(target, jobs: jobs).check(files)
    if found.hasErrors { return Checked(failed: found) }
    var changes = FileChanges()
    guard let there = try Folder(existing: target) else {
      changes.created = paths
      return Checked((changes, isFinished: false))
    }
    let manifest = try Manifest.read(in: there)
    let states = try await concurrentMap(paths, jobs: jobs) { path -> Bool? in
      // A folder that becomes a file is one of planpress's own: `check` has looked at it.
      guard try there.kind(of: path) != .directory, let old = try there.contents(of: path) else { return nil }
      return try old == contents(of: path)
    }
    for (path, isSame) in zip(paths, states) {
      if isSame == nil { changes.created.append(path) } else if isSame == false { changes.changed.append(path) }
    }
    changes.deleted = try Set(manifest?.paths ?? []).subtracting(paths).filter(there.isFile).sorted()
    return Checked((changes, isFinished: manifest == Manifest(sorted: paths, isUnfinished: false)))
  }

  /// Copies the site into another folder. All new bytes are written before the first file is replaced. Files that are
  /// no longer part of the site are deleted, but only those that planpress wrote.
  package func put(
    into target: String, jobs: Int, isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) async throws -> FileChanges {
    try await writer(target, jobs: jobs, isInterrupted).write(files).changes
  }

  private var files: [OutputFile] { paths.map { OutputFile(path: $0, content: .copy(of: $0, in: folder)) } }

  private func writer(
    _ target: String, jobs: Int, _ isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) -> SiteWriter {
    SiteWriter(directory: target, shownAs: target, jobs: jobs, isInterrupted: isInterrupted)
  }
}
