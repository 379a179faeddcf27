import Diagnostics
import Files
import Synchronization

/// The paths of pages or files, for suggestions where a path does not exist.
///
/// Like `NearNames`, it computes what it needs at the first look-up, once for all threads, hence the lock.
final class NearPaths: Sendable {
  private let paths: @Sendable () -> [String]
  private let names: NearNames
  private let parts = Mutex<Parts?>(nil)

  private struct Parts: Sendable {
    /// The first path in alphabetical order with each last part.
    var byName: [String: String] = [:]
    /// The last parts of the paths in each folder.
    var byFolder: [String: NearNames] = [:]
  }

  init(_ paths: @escaping @Sendable () -> [String]) {
    self.paths = paths
    names = NearNames(paths)
  }

  /// The most similar path.
  func nearMiss(_ path: String) -> NearMiss? { names.nearMiss(path) }

  func nearest(to path: String) -> String? { names.nearest(to: path) }

  /// The first path in alphabetical order whose last part is that of `path`: its folder may have been renamed.
  func path(named path: String) -> String? { known.byName[path.lastPart] }

  /// The path in the folder of `path` whose last part is the most similar.
  func neighbour(of path: String) -> String? {
    let folder = path.folderPart
    return known.byFolder[folder]?.nearest(to: path.lastPart).map { folder.appending(part: $0) }
  }

  private var known: Parts {
    parts.withLock { parts in
      if let parts { return parts }
      var computed = Parts()
      let sorted = paths().sorted()
      for path in sorted where computed.byName[path.lastPart] == nil { computed.byName[path.lastPart] = path }
      for (folder, paths) in Dictionary(grouping: sorted, by: \.folderPart) {
        computed.byFolder[folder] = NearNames { paths.map(\.lastPart) }
      }
      parts = computed
      return computed
    }
  }
}
