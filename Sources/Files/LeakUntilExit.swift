/// Never frees a value: freeing the values that a site of 10,000 pages was made from takes a tenth of the time of its
/// build, and the process is about to end.
package func leakUntilExit<Value: Sendable>(_ value: Value) {
  _ = Unmanaged.passRetained(Leaked(value))
}

private final class Leaked<Value: Sendable>: Sendable {
  private let value: Value

  init(_ value: Value) {
    self.value = value
  }
}
