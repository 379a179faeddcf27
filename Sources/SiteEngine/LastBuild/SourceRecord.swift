import Bytes
import Files
import SiteSources

/// The path and stamp of every source of the last build, to find those that have changed since.
struct SourceRecord: Hashable, Sendable {
  struct Source: Hashable, Sendable {
    /// The path as shown in messages.
    let path: String
    let stamp: FileStamp
  }

  /// The `BuildRecord.id` of its build.
  let build: UInt64
  let sources: [Source]

  init(_ tree: SourceTree, build: UInt64) {
    self.build = build
    sources = zip(tree.shownPaths, tree.stamps).map { Source(path: $0, stamp: $1) }
  }

  /// The sources added, edited or removed in `tree`, sorted by path.
  func changes(to tree: SourceTree) -> [SourceChange] {
    let old = Dictionary(sources.map { ($0.path, $0.stamp) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(zip(tree.shownPaths, tree.stamps).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    var changes: [SourceChange] = []
    for (path, stamp) in new where old[path] != stamp {
      changes.append(SourceChange(path: path, kind: old[path] == nil ? .added : .edited))
    }
    for path in old.keys where new[path] == nil { changes.append(SourceChange(path: path, kind: .removed)) }
    return changes.sorted { $0.path.precedes($1.path) }  // sorted: reaches output
  }
}

// MARK: - As bytes

extension SourceRecord {
  /// Identifies the format. Change it whenever the meaning of a byte changes.
  private static let heading = "planpress sources 1\n"

  var bytes: [UInt8] {
    var writer = ByteWriter(SourceRecord.heading, capacity: 64 * sources.count + 64)
    writer.write(build)
    writer.write(sources.count)
    for source in sources {
      writer.write(source.path)
      writer.write(source.stamp.size)
      writer.write(Int(source.stamp.changed))
      writer.write(source.stamp.inode)
    }
    return writer.sealed()
  }

  /// Nil unless the bytes are a complete record in this format.
  init?(_ bytes: [UInt8]) {
    guard var reader = ByteReader(sealed: bytes, SourceRecord.heading), let build = reader.largeNumber(),
      let sources = reader.list({ $0.source() }), reader.isAtEnd
    else { return nil }
    self.build = build
    self.sources = sources
  }
}

extension ByteReader {
  fileprivate mutating func source() -> SourceRecord.Source? {
    guard let path = text(), let size = number(), let changed = number(), let inode = largeNumber() else { return nil }
    return .init(path: path, stamp: FileStamp(size: size, changed: Int64(changed), inode: inode))
  }
}
