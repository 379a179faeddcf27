/// What a stage made of its input, and all that it found on the way.
///
/// There is no value where the input was too broken to make one; then there is at least one error.
///
/// Public, where all else is `package`: only then does the compiler make one for each kind of value. A page has five, and
/// code for any value asks at each what kind it is.
public struct Checked<Value> {
  public let value: Value?
  public let diagnostics: [Diagnostic]

  @inlinable
  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// Nothing could be made of the input. `diagnostics` holds at least one error.
  public init(failed diagnostics: [Diagnostic]) {
    precondition(diagnostics.hasErrors, "a failed stage says why")
    self.value = nil
    self.diagnostics = diagnostics
  }
}

extension Checked: Sendable where Value: Sendable {}

extension Checked {
  /// Both, for who has no use for it any more: the value is passed on and not copied.
  @inlinable
  public consuming func parts() -> (value: Value?, diagnostics: [Diagnostic]) { (value, diagnostics) }
}

extension Array where Element == Diagnostic {
  package var hasErrors: Bool { contains { $0.severity == .error } }
}

extension Checked {
  /// The same findings beside another value.
  @inlinable
  public func map<Other>(_ transform: (Value) -> Other) -> Checked<Other> {
    Checked<Other>(value: value.map(transform), diagnostics: diagnostics)
  }

  @inlinable
  init(value: Value?, diagnostics: [Diagnostic]) {
    self.value = value
    self.diagnostics = diagnostics
  }
}
