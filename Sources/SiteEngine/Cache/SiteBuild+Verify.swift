import Diagnostics

extension SiteBuild {
  /// Makes the site once more from nothing, in memory, and names the files of the output folder that are not the same,
  /// byte for byte; sorted. `build` must have succeeded.
  package func verify() async throws -> [String] {
    let parsed = try await parse()
    guard let sources = parsed.value else {
      throw MachineError("verify", outputDirectory, reason: "the content changed meanwhile")
    }
    let resolved = try await resolve(sources)
    guard let renderer = resolved.value else {
      throw MachineError("verify", outputDirectory, reason: "the content changed meanwhile")
    }
    let files = renderer.files()
    let different = try await concurrentMap(files, jobs: options.jobs) { file -> String? in
      guard let written = try FileSystem.contents(of: "\(outputDirectory)/\(file.path)"), let made = try file.bytes()
      else { return file.path }
      return haveEqualBytes(written, made) ? nil : file.path
    }
    let left = Set(try Manifest.read(in: outputDirectory)?.paths ?? []).subtracting(files.map(\.path))
    return (different.compactMap(\.self) + left).sorted()
  }
}
