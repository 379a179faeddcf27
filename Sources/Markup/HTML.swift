/// Finished HTML: bytes that are put on a page as they stand.
///
/// Made by this program's renderers only; text from an author enters through the escaping functions below.
package struct HTML: Hashable, Sendable {
  package var bytes: [UInt8]
  /// Whoever prints it says where it stands on the page.
  package var slot: HTMLSlot?

  package init(bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  /// Markup that we wrote.
  package init(_ markup: StaticString) {
    self.bytes = markup.withUTF8Buffer(Array.init)
  }

  /// Text, escaped.
  package init(text: String) {
    self.bytes = []
    bytes.appendEscaped(text)
  }

  package var isEmpty: Bool { bytes.isEmpty }
}

/// What is known of a piece of HTML that shall be found again on the page it is printed on.
package final class HTMLSlot: Hashable, Sendable {
  /// What the piece is made of, in the maker's own terms.
  package let source: Int
  package let recipe: [UInt8]

  package init(source: Int, recipe: [UInt8]) {
    self.source = source
    self.recipe = recipe
  }

  package static func == (a: HTMLSlot, b: HTMLSlot) -> Bool { a === b }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

// MARK: - Writing markup into a byte buffer

extension [UInt8] {
  /// Markup that we wrote, as it stands.
  package mutating func append(markup: StaticString) {
    markup.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Bytes of a string, as they stand: the caller knows that they need no escaping.
  package mutating func append(verbatim text: String) {
    append(contentsOf: text.utf8)
  }

  package mutating func append(_ html: HTML) {
    append(contentsOf: html.bytes)
  }

  /// Text with `&`, `<`, `>`, `"` and `'` escaped: safe as HTML, XML and SVG text and inside a quoted attribute.
  package mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { appendEscaped($0) }
  }

  package mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in 0..<utf8.count {
      guard let entity = entity(for: utf8[index]) else { continue }
      if start < index { append(contentsOf: utf8[start..<index]) }
      append(markup: entity)
      start = index + 1
    }
    if start < utf8.count { append(contentsOf: utf8[start...]) }
  }

  /// ` name="value"`, the value escaped.
  package mutating func append(attribute name: StaticString, _ value: String) {
    append(UInt8(ascii: " "))
    append(markup: name)
    append(markup: "=\"")
    appendEscaped(value)
    append(UInt8(ascii: "\""))
  }
}

private func entity(for byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}
