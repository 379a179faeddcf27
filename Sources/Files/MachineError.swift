/// An operation that the machine refused, such as on a full disk or without permission. Thrown, never a diagnostic.
package struct MachineError: Error, CustomStringConvertible, Sendable {
  package let action: String
  package let path: String
  /// The system's own message.
  package let reason: String

  package init(_ action: String, _ path: String, reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  package var description: String { "cannot \(action) \(path): \(reason)" }
}
