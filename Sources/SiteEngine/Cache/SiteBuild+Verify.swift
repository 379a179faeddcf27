import Diagnostics

extension SiteBuild {
  /// Makes the site once more from nothing, in memory, and names the files of the output folder that are not the same,
  /// byte for byte; sorted. `build` must have succeeded.
  package func verify() async throws -> [String] {
    let parsed = try await parse()
    guard let sources = parsed.value else { throw MachineError("verify", outputDirectory, reason: "the content changed meanwhile") }
    let resolved = try await resolve(sources)
    guard let renderer = resolved.value else {
      throw MachineError("verify", outputDirectory, reason: "the content changed meanwhile")
    }
    let files = renderer.files()
    let different = try await concurrentMap(files, jobs: options.jobs) { file -> String? in
      let expected =
        switch file.content {
        case .rendered(let render): render().bytes
        case .copied(let source): try FileSystem.contents(of: source) ?? []
        }
      return try FileSystem.contents(of: "\(outputDirectory)/\(file.path)") == expected ? nil : file.path
    }
    let left = Set(try Manifest.read(in: outputDirectory)?.paths ?? []).subtracting(files.map(\.path))
    return (different.compactMap(\.self) + left).sorted()
  }
}
