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
  private let outputDirectory: String
  private let setting: String
  /// The sources as they were before the build read the first of them; nil until they were looked at.
  private var sources: TreeStamp?
  /// The file system's own time when the build began, in nanoseconds since 1970.
  private var start: Int64
  /// The website as it is now; nil where it is not that of a finished build, or none is remembered.
  private var output: TreeStamp?

  /// Nil where the site's folder cannot be written to: then every build is a whole one.
  static func open(siteDirectory: String, outputDirectory: String, setting: String, jobs: Int) async throws
    -> BuildMemory?
  {
    guard try FileSystem.kind(of: "\(siteDirectory)/\(SourceTree.contentFolder)") == .directory else { return nil }
    let directory = "\(siteDirectory)/.planpress"
    do {
      var memory = BuildMemory(
        directory: directory, outputDirectory: outputDirectory, setting: setting, start: try mark(in: directory))
      guard try FileSystem.kind(of: memory.file) != nil else { return memory }
      // The two looks are most of a build that has nothing to do.
      let looks = try await concurrentMap([true, false], jobs: jobs) { isOfSources in
        isOfSources ? try look(at: siteDirectory) : try Manifest.stamp(in: outputDirectory)
      }
      memory.output = looks[1]
      if let sources = looks[0] { memory.see(sources) }
      return memory
    } catch is MachineError {
      return nil
    }
  }

  private init(directory: String, outputDirectory: String, setting: String, start: Int64) {
    self.directory = directory
    self.outputDirectory = outputDirectory
    self.setting = setting
    self.start = start
  }

  /// Notes what the sources look like, before the first of them is read; what was noted once stays.
  ///
  /// A file that was saved just now could be saved once more within the same tick of the clock, after it was read, and
  /// look no different. To wait for the next tick costs less than not to trust what was built. Whatever changes meanwhile
  /// looks different from now on. That clock moves in steps, of 10 ms at most: by it, less may have passed than was slept.
  mutating func see(_ stamp: TreeStamp) {
    guard sources == nil else { return }
    sources = stamp
    var waits = 0
    while stamp.latest <= start, !isOld(stamp.latest), waits < 3 {
      usleep(UInt32((stamp.latest + FileStamp.tick - start) / 1000 + 4000))
      start = (try? BuildMemory.mark(in: directory)) ?? start
      waits += 1
    }
  }

  private static func look(at siteDirectory: String) throws -> TreeStamp? {
    var stamp = TreeStamp()
    try stamp.add(folder: "\(siteDirectory)/\(SourceTree.contentFolder)")
    try stamp.add(folder: "\(siteDirectory)/\(SourceTree.templatesFolder)")
    return stamp
  }

  private var file: String { "\(directory)/build-\(BuildMemory.name(of: outputDirectory))" }
  private var textFile: String { "\(directory)/texts-\(BuildMemory.name(of: outputDirectory))" }

  /// What the files about one output folder are called.
  private static func name(of outputDirectory: String) -> String { Fingerprint(Array(outputDirectory.utf8)).text }

  /// For the texts of a whole build.
  func textStore() -> TextStore? { TextStore(in: directory) }

  /// The last build, if this one would be no other.
  func lastBuild() throws -> BuildRecord? {
    guard let record = try lastRecord(), record.sources == sources, output == record.output else { return nil }
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
    guard let texts = try FileSystem.contents(of: textFile).flatMap(TextRecord.init), texts.tie == record.tie else {
      return nil
    }
    return texts
  }

  /// Nil where a file of the website is not as the last build left it. Looked at anew: the lock is held only now.
  func manifestOfUntouchedOutput(_ record: BuildRecord) throws -> Manifest? {
    guard let manifest = try Manifest.read(in: outputDirectory), !manifest.isUnfinished,
      try Manifest.stamp(in: outputDirectory) == record.output
    else { return nil }
    return manifest
  }

  /// Notes a build that has just finished, and left files that look like `output`.
  func keep(_ report: BuildReport, _ diagnostics: [Diagnostic], _ texts: TextRecord?, output: TreeStamp, jobs: Int)
    async throws
  {
    // No source is as young as the build.
    guard let sources, isOld(sources.latest) else { return try FileSystem.removeFile(file) }
    let record = BuildRecord(
      setting: setting, sources: sources, output: output, pages: report.pages, indicators: report.indicators,
      diagnostics: diagnostics)
    if var texts, texts.sources.allSatisfy({ isOld($0.stamp.changed) }) {
      texts.tie = record.tie
      try FileSystem.replace(textFile, with: try await texts.bytes(jobs: jobs))
    } else {
      try FileSystem.removeFile(textFile)
    }
    try FileSystem.replace(file, with: record.bytes)
  }

  private func isOld(_ change: Int64) -> Bool { change < start - FileStamp.tick }

  /// The folder, with a file that keeps it out of version control and whose time tells the file system's now.
  private static func mark(in directory: String) throws -> Int64 {
    try FileSystem.createDirectory(directory)
    let path = "\(directory)/.gitignore"
    return try FileSystem.writeStamped(Array("*\n".utf8), to: path).changed
  }
}
