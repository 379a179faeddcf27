import Bytes

extension ByteBuffer {
  /// Markup that we wrote, as it stands.
  @inlinable @inline(__always)
  public mutating func append(markup: StaticString) { append(literal: markup) }

  /// Bytes of a string, as they stand: the caller knows that they need no escaping.
  package mutating func append(verbatim text: String) { append(text: text) }

  package mutating func append(_ html: HTML) { append(contentsOf: html.bytes) }

  /// ` name="value"`, the value escaped.
  package mutating func append(attribute name: StaticString, _ value: String) {
    append(UInt8(ascii: " "))
    append(markup: name)
    append(markup: "=\"")
    appendEscaped(value)
    append(UInt8(ascii: "\""))
  }

  /// Text with `&`, `<`, `>`, `"` and `'` escaped: safe as HTML, XML and SVG text and inside a quoted attribute.
  package mutating func appendEscaped(_ text: String) {
    text.withBytes { appendEscaped($0, escapesApostrophe: true) }
  }

  package mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    appendEscaped(utf8, escapesApostrophe: true)
  }

  /// CommonMark's examples leave `'` alone.
  package mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>, escapesApostrophe: Bool) {
    // Nearly every text has nothing to escape.
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

  /// Escapes what was appended from `start` on, which is text so far.
  package mutating func escape(from start: Int) {
    let text: [UInt8]? = withBytes(from: start) { isPlain($0) ? nil : Array($0) }
    guard let text else { return }
    removeLast(text.count)
    text.withUnsafeBufferPointer { appendEscaped($0) }
  }

  /// Every byte as `%` and two digits.
  package mutating func appendPercentEncoded(_ bytes: UnsafeBufferPointer<UInt8>) {
    append(room: bytes.count * 3) { room in
      for (number, byte) in bytes.enumerated() {
        room[number * 3] = UInt8(ascii: "%")
        room[number * 3 + 1] = hexDigit(byte >> 4)
        room[number * 3 + 2] = hexDigit(byte & 15)
      }
      return bytes.count * 3
    }
  }
}
