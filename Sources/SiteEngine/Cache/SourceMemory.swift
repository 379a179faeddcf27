import Diagnostics
import Markdown

/// What the files of a site looked like and what they were parsed to, for who builds it again in the same process.
struct SourceMemory: Sendable {
  private struct Entry: Sendable {
    let role: SourceFile.Role
    let stamp: FileStamp
    let result: Checked<SiteParser.ParsedFile>
  }

  /// Whether anything is kept at all: a single build has no use for it.
  let isKept: Bool
  /// Every file that is new, gone or different since the look before the last; as messages show them, sorted.
  private(set) var changed: [String] = []
  private var stamps: [String: FileStamp] = [:]
  private var parsed: [String: Entry] = [:]
  private var options: MarkdownOptions?
  /// A file that changed at or after this may have been written once more within the same tick of the clock, after
  /// it was read.
  private var trustedUntil = Int64.min

  init(isKept: Bool) {
    self.isKept = isKept
  }

  /// Notes what every file looked like from outside before any of them is read: what changes meanwhile looks different the next
  /// time.
  mutating func look(at tree: SourceTree) {
    guard isKept else { return }
    var seen: [String: FileStamp] = [:]
    let paths = tree.shownPaths
    for (path, stamp) in zip(paths, tree.stamps) { seen[path] = stamp }
    changed = (paths.filter { stamps[$0] != seen[$0] } + stamps.keys.filter { seen[$0] == nil }).sorted()
    trustedUntil = (stamps.values.map(\.changed).max() ?? .min + FileStamp.tick) - FileStamp.tick
    stamps = seen
  }

  /// Gives what each file is parsed to, in the order of the files.
  mutating func results(
    for files: [SourceFile], options: MarkdownOptions, jobs: Int,
    parse: @escaping @Sendable (SourceFile) throws -> Checked<SiteParser.ParsedFile>,
    to take: (consuming Checked<SiteParser.ParsedFile>) -> Void
  ) async throws {
    guard isKept else { return try await concurrentMap(files, jobs: jobs, parse, giving: take) }
    if self.options != options { parsed = [:] }
    self.options = options
    let (known, stamps, trustedUntil) = (parsed, stamps, trustedUntil)
    let results = try await concurrentMap(files, jobs: jobs) { file -> Checked<SiteParser.ParsedFile> in
      if let stamp = stamps[file.contentPath], stamp.changed < trustedUntil, let entry = known[file.path],
        entry.stamp == stamp, entry.role == file.role
      {
        return entry.result
      }
      return try parse(file)
    }
    parsed = [:]
    parsed.reserveCapacity(files.count)
    for (file, result) in zip(files, results) {
      guard let stamp = stamps[file.contentPath] else { continue }
      parsed[file.path] = Entry(role: file.role, stamp: stamp, result: result)
    }
    for result in results { take(result) }
  }
}
