import Bytes

/// HTML that is written straight into the output, each time that a template prints it: the text of a page is large, and
/// would otherwise be copied twice.
public final class DeferredHTML: Sendable {
  /// Whether `write` appends nothing.
  let isEmpty: Bool
  let write: @Sendable (inout ByteBuffer) -> Void

  /// `write` appends well-formed, trusted HTML, the same at each call.
  public init(isEmpty: Bool, write: @escaping @Sendable (inout ByteBuffer) -> Void) {
    self.isEmpty = isEmpty
    self.write = write
  }
}
