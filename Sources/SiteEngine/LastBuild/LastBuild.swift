import Diagnostics
import Files
import SiteOutput
import SiteSources

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Remembers the last build of a site in `.planpress/`, so that a build with nothing to do takes only as long as
/// listing the files. Safe to delete; a record that is damaged or comes from another program is ignored.
struct LastBuild: Sendable {
  private let folder: Folder
  private let outputDirectory: String
  private let setting: String
  /// The stamp of the sources before the build reads the first of them; nil until they are listed.
  private var sources: TreeStamp?
  /// The file system's own time when the build began, in nanoseconds since 1970.
  private var start: Int64
  /// The stamp of the website as it is now; nil if the last build did not leave it so, or none is on record.
  private var output: TreeStamp?

  /// The folder of planpress's own files in the site's folder.
  static let folderName = ".planpress"

  /// Nil if the site's folder is not writable, or the folder `.planpress` is a link; then every build is a full build.
  static func open(
    siteDirectory: String, outputDirectory: String, setting: String, jobs: Int
  ) async throws -> LastBuild? {
    guard try SiteReader.fault(inFoldersOf: siteDirectory) == nil else { return nil }
    do {
      let folder = try Folder(creating: "\(siteDirectory)/\(folderName)", isOwn: true)
      var lastBuild = LastBuild(
        folder: folder, outputDirectory: outputDirectory, setting: setting, start: try fileSystemTime(in: folder))
      guard try folder.isFile(lastBuild.recordFile) else { return lastBuild }
      // In parallel: the two listings take most of the time of a build that has nothing to do. Nil means the sources.
      let files = try Manifest.StampedFiles(in: outputDirectory)
      let parts: [Range<Int>?] = [nil] + (files?.parts ?? [])
      let stamps = try await concurrentMap(parts, jobs: jobs, longestRun: 1) { part in
        if let part { try files?.stamp(of: part) } else { try SiteReader.stamp(of: siteDirectory) }
      }
      lastBuild.output = files?.stamp(of: Array(stamps.dropFirst()))
      if let sources = stamps[0] { lastBuild.waitUntilOlder(than: sources) }
      return lastBuild
    } catch is MachineError {
      return nil
    }
  }

  private init(folder: Folder, outputDirectory: String, setting: String, start: Int64) {
    self.folder = folder
    self.outputDirectory = outputDirectory
    self.setting = setting
    self.start = start
  }

  /// Records the stamp of the sources before the first of them is read, and waits until every source is older than
  /// the build. Only the first call counts.
  ///
  /// A file that was saved just now could be saved again within the same tick of the clock, after it was read, and its
  /// stamp would not change. Waiting one tick is cheaper than discarding the record. The clock advances in steps of up
  /// to 10 ms, so less time may have passed than the sleep took.
  mutating func waitUntilOlder(than stamp: TreeStamp) {
    guard sources == nil else { return }
    sources = stamp
    var waits = 0
    while stamp.latest <= start, !isOld(stamp.latest), waits < 3 {
      usleep(UInt32((stamp.latest + FileStamp.tick - start) / 1000 + 4000))
      start = (try? LastBuild.fileSystemTime(in: folder)) ?? start
      waits += 1
    }
  }

  private var recordFile: String { "build-\(outputName)" }
  private var sourcesFile: String { "sources-\(outputName)" }

  /// Distinguishes the records of several output folders.
  private var outputName: String { Fingerprint(Array(outputDirectory.utf8)).text }

  /// The record of the last build if sources, settings and output are still the same: there is nothing to do.
  func recordIfCurrent() throws -> BuildRecord? {
    guard let record = try record(), record.setting == setting, record.sources == sources, output == record.output
    else { return nil }
    return record
  }

  /// Why a build is needed. The record must not be current.
  func cause(of tree: SourceTree) throws -> BuildCause {
    guard let record = try record() else { return .firstBuild }
    guard record.setting == setting else { return .otherSettings }
    guard let last = try folder.contents(of: sourcesFile).flatMap(SourceRecord.init), last.build == record.id else {
      return .firstBuild
    }
    let changes = last.changes(to: tree)
    return changes.isEmpty ? .output : .sources(changes)
  }

  private func record() throws -> BuildRecord? { try folder.contents(of: recordFile).flatMap(BuildRecord.init) }

  /// Records a build that has just finished; `output` is the stamp of its files.
  func keep(_ report: BuildReport, _ diagnostics: [Diagnostic], _ tree: SourceTree, output: TreeStamp) throws {
    // A source as young as the build may have changed after it was read.
    guard let sources, isOld(sources.latest) else { return try folder.removeFile(recordFile) }
    let record = BuildRecord(
      setting: setting, sources: sources, output: output, pages: report.pages, indicators: report.indicators,
      diagnostics: diagnostics)
    try folder.replace(sourcesFile, with: SourceRecord(tree, build: record.id).bytes)
    try folder.replace(recordFile, with: record.bytes)
  }

  private func isOld(_ change: Int64) -> Bool { change < start - FileStamp.tick }

  /// The file system's current time, in nanoseconds since 1970, taken from a file that this writes. The file also
  /// keeps the folder out of version control.
  private static func fileSystemTime(in folder: Folder) throws -> Int64 {
    try folder.overwrite(".gitignore", with: Array("*\n".utf8)).changed
  }
}
