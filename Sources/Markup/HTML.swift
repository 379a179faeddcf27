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

/// Identifies a piece of HTML or text whose position on the rendered page is recorded.
package final class HTMLSlot: Hashable, Sendable {
  /// What the piece is made from, in the maker's own terms.
  package let source: Int
  package let recipe: [UInt8]

  package init(source: Int, recipe: [UInt8]) {
    self.source = source
    self.recipe = recipe
  }

  package static func == (a: HTMLSlot, b: HTMLSlot) -> Bool { a === b }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
