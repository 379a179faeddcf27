import Bytes
import Files
import SiteOutput

extension SiteBuild {
  /// Builds the site from scratch in memory and returns the paths of the output files that differ, sorted. `build` must
  /// have succeeded before.
  package func verify() async throws -> [String] {
    guard let site = try await prepare().files else {
      throw MachineError("verify", options.output, reason: "the content changed in the meantime")
    }
    let files = try await site.all(jobs: options.jobs)
    guard let output = try Folder(existing: options.output) else { return files.map(\.path).sorted() }
    let different = try await concurrentMap(files, jobs: options.jobs) { file -> String? in
      guard let written = try output.contents(of: file.path), let made = try file.bytes() else {
        return file.path
      }
      return haveEqualBytes(written, made) ? nil : file.path
    }
    let left = Set(try Manifest.read(in: output)?.paths ?? []).subtracting(files.map(\.path))
    return (different.compactMap(\.self) + left).sorted()
  }
}
