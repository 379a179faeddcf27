import Synchronization

/// The paths of sections by other names that authors use for them: their titles and the names of their files.
///
/// Computed at the first look-up, once for all threads, hence the lock; see `NearPaths`.
final class PathsByName: Sendable {
  private let entries: @Sendable () -> [(name: String, path: String)]
  /// An empty path is a name that several sections have.
  private let known = Mutex<[String: String]?>(nil)

  init(_ entries: @escaping @Sendable () -> [(name: String, path: String)]) {
    self.entries = entries
  }

  /// The path of the only section with a name.
  func path(of name: String) -> String? {
    known.withLock { known in
      if known == nil {
        known = Dictionary(entries().map { ($0.name, $0.path) }) { $0 == $1 ? $0 : "" }
      }
      return known?[name].flatMap { $0.isEmpty ? nil : $0 }
    }
  }
}
