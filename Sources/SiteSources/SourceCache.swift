import DataFormats
import Diagnostics
import Files
import Markdown

/// The stamp and the parsed value of every file of a site, so that the preview parses only what has changed.
package struct SourceCache: Sendable {
  private struct Entry: Sendable {
    let role: SourceFile.Role
    let stamp: FileStamp
    let result: Checked<SiteParser.ParsedFile>
  }

  /// Whether results are kept. False for a single build, which does not reuse them.
  let isKept: Bool
  /// The path of every file added, edited or removed between the last two listings, as messages show it; sorted.
  package private(set) var changed: [String] = []
  private var stamps: [String: FileStamp] = [:]
  private var parsed: [String: Entry] = [:]
  private var options: MarkdownOptions?
  private var texts: TextLanguages?
  /// The stamps of the files of words, which pages hold.
  private var words: [String: FileStamp] = [:]
  /// In nanoseconds since 1970. A file changed at or after this time is parsed again, because it may have been
  /// rewritten after it was read, within the same clock tick.
  private var trustedUntil = Int64.min

  package init(isKept: Bool) {
    self.isKept = isKept
  }

  /// Records the stamp of every file before any file is read, so that a file that changes during reading differs at the
  /// next listing.
  package mutating func note(_ tree: SourceTree) {
    guard isKept else { return }
    var seen: [String: FileStamp] = [:]
    let paths = tree.shownPaths
    for (path, stamp) in zip(paths, tree.stamps) { seen[path] = stamp }
    changed = (paths.filter { stamps[$0] != seen[$0] } + stamps.keys.filter { seen[$0] == nil }).sorted()
    trustedUntil = (stamps.values.map(\.changed).max() ?? .min + FileStamp.tick) - FileStamp.tick
    stamps = seen
  }

  /// Passes the parse result of each file to `take`, in the order of `files`.
  mutating func results(
    for files: [SourceFile], options: MarkdownOptions, texts: TextLanguages?, jobs: Int,
    parse: @escaping @Sendable (SourceFile) throws -> Checked<SiteParser.ParsedFile>,
    to take: (consuming Checked<SiteParser.ParsedFile>) -> Void
  ) async throws {
    guard isKept else { return try await concurrentMap(files, jobs: jobs, parse, giving: take) }
    let words = stamps.filter { $0.key.hasPrefix("\(SourceTree.templatesFolder)/\(Languages.folder)/") }
    if self.options != options || self.texts != texts || self.words != words { parsed = [:] }
    self.options = options
    self.texts = texts
    self.words = words
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
