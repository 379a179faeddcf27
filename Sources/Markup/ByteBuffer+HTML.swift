import Bytes

extension ByteBuffer {
  /// Markup of our own, unescaped.
  @inlinable @inline(__always)
  public mutating func append(markup: StaticString) { append(literal: markup) }

  /// A text that the caller knows to need no escaping.
  package mutating func append(verbatim text: String) { append(text: text) }

  package mutating func append(_ html: HTML) { append(contentsOf: html.bytes) }

  /// ` name="value"`, with the value escaped.
  package mutating func append(attribute name: StaticString, _ value: String) {
    append(UInt8(ascii: " "))
    append(markup: name)
    append(markup: "=\"")
    appendEscaped(value)
    append(UInt8(ascii: "\""))
  }

  package mutating func appendEscaped(_ text: String) {
    text.withBytes { appendEscaped($0, escapesApostrophe: true) }
  }

  package mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    appendEscaped(utf8, escapesApostrophe: true)
  }

  /// `escapesApostrophe`: false for Markdown, because CommonMark's examples do not escape `'`.
  package mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>, escapesApostrophe: Bool) {
    // The common case: nothing to escape.
    if isPlain(utf8) { append(contentsOf: utf8) } else { appendWithEntities(utf8, escapesApostrophe) }
  }

  private mutating func appendWithEntities(_ utf8: UnsafeBufferPointer<UInt8>, _ escapesApostrophe: Bool) {
    var rest = utf8
    while let (plain, entity) = nextEntity(in: &rest, escapesApostrophe: escapesApostrophe) {
      append(contentsOf: plain)
      append(markup: entity)
    }
    append(contentsOf: rest)
  }

  /// Escapes the text that was appended from offset `start` on.
  package mutating func escape(from start: Int) {
    let text: [UInt8]? = withBytes(from: start) { isPlain($0) ? nil : Array($0) }
    guard let text else { return }
    removeLast(text.count)
    text.withUnsafeBufferPointer { appendEscaped($0) }
  }

  /// Writes every byte as `%` and two hexadecimal digits.
  package mutating func appendPercentEncoded(_ bytes: UnsafeBufferPointer<UInt8>) {
    append(reserving: bytes.count * 3) { target in
      for (index, byte) in bytes.enumerated() {
        target[index * 3] = UInt8(ascii: "%")
        target[index * 3 + 1] = hexDigit(byte >> 4)
        target[index * 3 + 2] = hexDigit(byte & 15)
      }
      return bytes.count * 3
    }
  }
}
