/// The result of a stage: a value, and the diagnostics that the stage reported.
///
/// The value is nil if the input was too broken to produce one; then there is at least one error.
///
/// Public because the compiler specializes only public generics in other targets. A page has five of these, and
/// unspecialized code looks up the type of the value at every step.
public struct Checked<Value> {
  /// Nil if there is no value, because of an error in `diagnostics`.
  public let value: Value?
  /// What the stage reported, in the order of finding it.
  public let diagnostics: [Diagnostic]

  /// A value, also with errors if a later stage can go on with it.
  @inlinable
  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// A failure without a value. `diagnostics` must contain an error.
  public init(failed diagnostics: [Diagnostic]) {
    precondition(diagnostics.hasErrors, "a failed stage reports an error")
    self.value = nil
    self.diagnostics = diagnostics
  }
}

extension Checked: Sendable where Value: Sendable {}

extension Checked {
  /// Moves the value and the diagnostics out without copying.
  @inlinable
  public consuming func parts() -> (value: Value?, diagnostics: [Diagnostic]) { (value, diagnostics) }
}

extension Array where Element == Diagnostic {
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// Whether a command fails: on errors, with `--strict` also on warnings. Notes never fail it.
  package func fails(strict: Bool) -> Bool {
    contains { $0.severity == .error || strict && $0.severity == .warning }
  }

  /// What a build reports; only `check` reports notes.
  package var withoutNotes: [Diagnostic] { filter { $0.severity != .note } }
}

extension Checked {
  /// Transforms the value and keeps the diagnostics.
  @inlinable
  public func map<Other>(_ transform: (Value) -> Other) -> Checked<Other> {
    Checked<Other>(value: value.map(transform), diagnostics: diagnostics)
  }

  /// The value with the findings of the stage before.
  package func adding(_ earlier: [Diagnostic]) -> Checked { Checked(value: value, diagnostics: earlier + diagnostics) }

  @inlinable
  init(value: Value?, diagnostics: [Diagnostic]) {
    self.value = value
    self.diagnostics = diagnostics
  }
}
