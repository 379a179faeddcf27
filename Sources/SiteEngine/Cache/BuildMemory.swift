import Diagnostics

/// Remembers the last build of a site in `.planpress/`, so that a build with nothing to do ends in the time that it
/// takes to look at the files from outside. Safe to delete; damaged, foreign or old, it is not used.
struct BuildMemory: Sendable {
  private let directory: String
  private let siteDirectory: String
  private let outputDirectory: String
  private let setting: String
  /// The sources as they were before the build read the first of them.
  private let sources: TreeStamp
  /// The file system's own time when the build began, in nanoseconds since 1970.
  private let start: Int64

  /// Nil where the site's folder cannot be written to: then every build is a whole one.
  init?(siteDirectory: String, outputDirectory: String, setting: String) throws {
    self.siteDirectory = siteDirectory
    self.outputDirectory = outputDirectory
    self.setting = setting
    directory = "\(siteDirectory)/.planpress"
    guard try FileSystem.kind(of: "\(siteDirectory)/\(SourceTree.contentFolder)") == .directory else { return nil }
    do {
      start = try BuildMemory.mark(in: directory)
    } catch is MachineError {
      return nil
    }
    var stamp = TreeStamp()
    try stamp.add(folder: "\(siteDirectory)/\(SourceTree.contentFolder)")
    try stamp.add(folder: "\(siteDirectory)/\(SourceTree.templatesFolder)")
    sources = stamp
  }

  private var file: String { "\(directory)/build-\(Fingerprint(Array(outputDirectory.utf8)).text).json" }

  /// The last build, if this one would be no other.
  func lastBuild() async throws -> BuildRecord? {
    guard let bytes = try FileSystem.contents(of: file), let record = BuildRecord(bytes), record.setting == setting,
      record.sources == sources, try outputStamp() == record.output
    else { return nil }
    return record
  }

  /// Notes a build that has just finished.
  func keep(_ report: BuildReport, _ diagnostics: [Diagnostic]) throws {
    guard isTrustworthy, let output = try outputStamp() else { return try FileSystem.removeFile(file) }
    let record = BuildRecord(
      setting: setting, sources: sources, output: output, pages: report.pages, indicators: report.indicators,
      diagnostics: diagnostics)
    try FileSystem.replace(file, with: record.bytes)
  }

  /// Whether no source is as young as the build.
  private var isTrustworthy: Bool { sources.latest < start - FileStamp.tick }

  private func outputStamp() throws -> TreeStamp? {
    guard let manifest = try Manifest.read(in: outputDirectory), !manifest.isUnfinished else { return nil }
    return try TreeStamp.of(manifest.paths + [Manifest.fileName], in: outputDirectory)
  }

  /// The folder, with a file that keeps it out of version control and whose time tells the file system's now.
  private static func mark(in directory: String) throws -> Int64 {
    try FileSystem.createDirectory(directory)
    let path = "\(directory)/.gitignore"
    try FileSystem.write(Array("*\n".utf8), to: path)
    var stamp = TreeStamp()
    try stamp.add(file: path)
    return stamp.latest
  }
}
