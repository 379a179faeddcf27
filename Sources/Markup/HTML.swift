import Bytes

/// Finished HTML, printed on a page unchanged.
///
/// Only the renderers of planpress make it; text of an author enters through the escaping functions.
public struct HTML: Hashable, Sendable {
  package var bytes: [UInt8]

  package init(bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  /// Markup of our own.
  package init(_ markup: StaticString) {
    self.bytes = markup.withUTF8Buffer(Array.init)
  }

  /// Escapes a text.
  package init(text: String) {
    self.bytes = []
    bytes.appendEscaped(text)
  }

  package var isEmpty: Bool { bytes.isEmpty }
}
