import Diagnostics
import Files

/// A site that was built into a folder, to be put somewhere else.
package struct BuiltSite: Sendable {
  package let directory: String
  /// The files that planpress wrote there, sorted.
  package let paths: [String]

  /// Nil where no build has finished.
  package init?(at directory: String) throws {
    guard let manifest = try Manifest.read(in: directory), !manifest.isUnfinished else { return nil }
    self.directory = directory
    paths = manifest.paths
  }

  /// The name of the file that lists them, beside them.
  package static let manifestName = Manifest.fileName

  /// The files that a manifest lists; none for a text that is no manifest.
  package static func paths(inManifest bytes: [UInt8]) -> [String] {
    Manifest(text: String(decoding: bytes, as: UTF8.self))?.paths ?? []
  }

  /// What putting the site into another folder would change there. Errors where something stands in the way that planpress did not put there.
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

  /// Puts the site into another folder. Every byte is there before the first file is replaced; what is no longer in the
  /// site is deleted, and nothing that planpress did not put there.
  package func put(into target: String, jobs: Int) async throws -> FileChanges {
    try await writer(target, jobs: jobs).write(files).changes
  }

  private var files: [OutputFile] { paths.map { OutputFile(path: $0, content: .copied(from: "\(directory)/\($0)")) } }

  private func writer(_ target: String, jobs: Int) -> SiteWriter {
    SiteWriter(directory: target, shownAs: target, jobs: jobs)
  }
}
