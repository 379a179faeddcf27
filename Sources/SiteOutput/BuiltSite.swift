import Diagnostics
import Files

/// A finished build in a folder, to be deployed to another folder.
package struct BuiltSite: Sendable {
  package let directory: String
  /// The files that planpress wrote, relative to `directory`, sorted.
  package let paths: [String]

  /// Nil if no build has finished in `directory`.
  package init?(at directory: String) throws {
    guard let manifest = try Manifest.read(in: directory), !manifest.isUnfinished else { return nil }
    self.directory = directory
    paths = manifest.paths
  }

  /// The name of the manifest file in the folder.
  package static let manifestName = Manifest.fileName

  /// The paths that a manifest lists; empty if the bytes are not a manifest.
  package static func paths(inManifest bytes: [UInt8]) -> [String] {
    Manifest(text: String(decoding: bytes, as: UTF8.self))?.paths ?? []
  }

  /// The changes that `put(into:jobs:)` would make. Reports an error for every file in the way that planpress did not
  /// write.
  package func changes(in target: String, jobs: Int) async throws -> Checked<FileChanges> {
    let found = try writer(target, jobs: jobs).check(files)
    if found.hasErrors { return Checked(failed: found) }
    var changes = FileChanges()
    let states = try await concurrentMap(paths, jobs: jobs) { path -> Bool? in
      guard let old = try FileSystem.contents(of: "\(target)/\(path)") else { return nil }
      return try old == FileSystem.contents(of: "\(directory)/\(path)")
    }
    for (path, isSame) in zip(paths, states) {
      if isSame == nil { changes.created.append(path) } else if isSame == false { changes.changed.append(path) }
    }
    changes.deleted = Set(try Manifest.read(in: target)?.paths ?? []).subtracting(paths).sorted()
    return Checked(changes)
  }

  /// Copies the site into another folder. All new bytes are written before the first file is replaced. Files that are no
  /// longer part of the site are deleted, but only those that planpress wrote.
  package func put(into target: String, jobs: Int) async throws -> FileChanges {
    try await writer(target, jobs: jobs).write(files).changes
  }

  private var files: [OutputFile] { paths.map { OutputFile(path: $0, content: .copied(from: "\(directory)/\($0)")) } }

  private func writer(_ target: String, jobs: Int) -> SiteWriter {
    SiteWriter(directory: target, shownAs: target, jobs: jobs)
  }
}
