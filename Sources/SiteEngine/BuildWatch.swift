/// The callbacks of a running build: progress and interruption. They are called on any thread.
package struct BuildWatch: Sendable {
  package enum Stage: Sendable {
    case reading
    case resolving
    case writing(files: Int)
  }

  /// Called when a stage begins.
  let begins: @Sendable (Stage) -> Void
  /// Whether to stop writing. If so, the build restores the old files and throws `Interruption`.
  let isInterrupted: @Sendable () -> Bool

  package init(
    begins: @escaping @Sendable (Stage) -> Void = { _ in }, isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.begins = begins
    self.isInterrupted = isInterrupted
  }
}
