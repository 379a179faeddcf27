/// Reports that something below a site's `Content/` or `Templates/` changed. It does not report what: the next build
/// compares the files, so events that the system lost do no harm.
struct SourceWatcher: Sendable {
  /// One element per burst of changes. Bursts that have not been consumed yet are merged.
  let changes: AsyncStream<Void>

  /// How long it must be quiet after a change, in milliseconds: editors write a file in several steps.
  static let quietTime: Int32 = 8
  /// A longer burst is reported before it ends, after this time in milliseconds.
  static let longestBurst = 150.0
}
