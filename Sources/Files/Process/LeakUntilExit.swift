/// Keeps a value alive until the process exits. Freeing the values behind a site of 10,000 pages takes a tenth of its
/// build time, and the process is about to end.
package func leakUntilExit<Value: Sendable>(_ value: Value) {
  _ = Unmanaged.passRetained(Leaked(value))
}

private final class Leaked<Value: Sendable>: Sendable {
  private let value: Value

  init(_ value: Value) {
    self.value = value
  }
}
