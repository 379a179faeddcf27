/// What a build tells whoever waits for it, and asks him. Called on any thread.
package struct BuildWatch: Sendable {
  package enum Stage: Sendable {
    case reading
    case resolving
    case writing(files: Int)
  }

  /// A stage begins.
  let begins: @Sendable (Stage) -> Void
  /// Whether to stop writing. Then everything is put back, and `Interruption` is thrown.
  let isInterrupted: @Sendable () -> Bool

  package init(
    begins: @escaping @Sendable (Stage) -> Void = { _ in }, isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.begins = begins
    self.isInterrupted = isInterrupted
  }
}
