/// One file of the finished site.
struct OutputFile: Sendable {
  /// Relative to the output folder.
  let path: String
  let content: Content

  enum Content: Sendable {
    /// Made when its turn comes, on any thread; cannot fail.
    case rendered(@Sendable () -> [UInt8])
    /// Copied from the site folder.
    case copied(from: String)
  }
}
