import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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
      var start = try BuildMemory.mark(in: directory)
      var stamp = try BuildMemory.look(at: siteDirectory)
      // A file that was saved just now could be saved once more within the same tick of the clock, after it was read,
      // and look no different. To wait for the next tick costs less than not to trust what was built.
      if stamp.latest <= start, stamp.latest >= start - FileStamp.tick {
        usleep(UInt32(FileStamp.tick / 1000 + 1000))
        start = try BuildMemory.mark(in: directory)
        stamp = try BuildMemory.look(at: siteDirectory)
      }
      self.start = start
      sources = stamp
    } catch is MachineError {
      return nil
    }
  }

  private static func look(at siteDirectory: String) throws -> TreeStamp {
    var stamp = TreeStamp()
    try stamp.add(folder: "\(siteDirectory)/\(SourceTree.contentFolder)")
    try stamp.add(folder: "\(siteDirectory)/\(SourceTree.templatesFolder)")
    return stamp
  }

  private var file: String { "\(directory)/build-\(name)" }
  private var textFile: String { "\(directory)/texts-\(name)" }
  private var name: String { Fingerprint(Array(outputDirectory.utf8)).text }

  /// The last build, if this one would be no other.
  func lastBuild() throws -> BuildRecord? {
    guard let record = try lastRecord(), record.sources == sources, try Manifest.stamp(in: outputDirectory) == record.output else { return nil }
    return record
  }

  /// The last build with the same program and options.
  func lastRecord() throws -> BuildRecord? {
    guard let record = try record(), record.setting == setting else { return nil }
    return record
  }

  private func record() throws -> BuildRecord? { try FileSystem.contents(of: file).flatMap(BuildRecord.init) }

  /// What the last build noted, with other options too; nil where nothing of it is left.
  func lastTexts() throws -> (texts: TextRecord, isSameSetting: Bool)? {
    guard let record = try record(), let texts = try texts(of: record) else { return nil }
    return (texts, record.setting == setting)
  }

  func texts(of record: BuildRecord) throws -> TextRecord? {
    guard let texts = try FileSystem.contents(of: textFile).flatMap(TextRecord.init), texts.tie == record.tie else { return nil }
    return texts
  }

  /// Nil where a file of the website is not as the last build left it.
  func manifestOfUntouchedOutput(_ record: BuildRecord) throws -> Manifest? {
    guard let manifest = try Manifest.read(in: outputDirectory), !manifest.isUnfinished, try Manifest.stamp(in: outputDirectory) == record.output
    else { return nil }
    return manifest
  }

  /// Notes a build that has just finished, and left files that look like `output`.
  func keep(_ report: BuildReport, _ diagnostics: [Diagnostic], _ texts: TextRecord?, output: TreeStamp) throws {
    guard isTrustworthy else { return try FileSystem.removeFile(file) }
    let record = BuildRecord(
      setting: setting, sources: sources, output: output, pages: report.pages, indicators: report.indicators,
      diagnostics: diagnostics)
    if var texts, texts.sources.allSatisfy({ isOld($0.stamp.changed) }) {
      texts.tie = record.tie
      try FileSystem.replace(textFile, with: texts.bytes)
    } else {
      try FileSystem.removeFile(textFile)
    }
    try FileSystem.replace(file, with: record.bytes)
  }

  /// Whether no source is as young as the build.
  private var isTrustworthy: Bool { isOld(sources.latest) }

  private func isOld(_ change: Int64) -> Bool { change < start - FileStamp.tick }

  /// The folder, with a file that keeps it out of version control and whose time tells the file system's now.
  private static func mark(in directory: String) throws -> Int64 {
    try FileSystem.createDirectory(directory)
    let path = "\(directory)/.gitignore"
    return try FileSystem.writeStamped(Array("*\n".utf8), to: path).changed
  }
}
