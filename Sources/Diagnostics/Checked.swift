/// What a stage made of its input, and all that it found on the way.
///
/// There is no value where the input was too broken to make one; then there is at least one error.
package struct Checked<Value> {
  package let value: Value?
  package let diagnostics: [Diagnostic]

  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// Nothing could be made of the input. `diagnostics` holds at least one error.
  package init(failed diagnostics: [Diagnostic]) {
    precondition(diagnostics.hasErrors, "a failed stage says why")
    self.value = nil
    self.diagnostics = diagnostics
  }
}

extension Checked: Sendable where Value: Sendable {}

extension Sequence where Element == Diagnostic {
  package var hasErrors: Bool { contains { $0.severity == .error } }
}

extension Checked {
  /// The same findings beside another value.
  package func map<Other>(_ transform: (Value) -> Other) -> Checked<Other> {
    Checked<Other>(transform, of: self)
  }

  private init<Original>(_ transform: (Original) -> Value, of original: Checked<Original>) {
    self.value = original.value.map(transform)
    self.diagnostics = original.diagnostics
  }
}
