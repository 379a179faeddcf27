/// Bytes that grow at their end, for a text that is written in thousands of small pieces.
///
/// An array checks at each of them whether it is shared and whether the piece was all read; that check cost half of
/// rendering. This has one owner, which the compiler sees to (`~Copyable`), so that nothing is left to check but the
/// room. Invariant: `count <= capacity`, and the first `count` bytes at `base` are written.
package struct ByteBuffer: ~Copyable {
  @usableFromInline package var base: UnsafeMutablePointer<UInt8>
  @usableFromInline package var capacity: Int
  @usableFromInline package var count = 0

  package init(capacity: Int = 64) {
    self.capacity = max(64, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// All that was written, in an array without spare room.
  package var array: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  @inlinable package var last: UInt8? { count > 0 ? base[count - 1] : nil }

  package mutating func removeLast(_ number: Int) {
    precondition(number <= count, "only what was written can be removed")
    count -= number
  }

  @inlinable package mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    base[count] = byte
    count += 1
  }

  @inlinable package mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    if capacity - count < bytes.count { grow(by: bytes.count) }
    (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  package mutating func append(contentsOf bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Markup that we wrote, as it stands.
  @inlinable package mutating func append(markup: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Bytes of a string, as they stand: the caller knows that they need no escaping.
  package mutating func append(verbatim text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  package mutating func append(_ html: HTML) { append(contentsOf: html.bytes) }

  /// ` name="value"`, the value escaped.
  package mutating func append(attribute name: StaticString, _ value: String) {
    append(UInt8(ascii: " "))
    append(markup: name)
    append(markup: "=\"")
    appendEscaped(value)
    append(UInt8(ascii: "\""))
  }

  /// See the function of the same name on an array.
  package mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { appendEscaped($0, escapesApostrophe: true) }
  }

  package mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>, escapesApostrophe: Bool) {
    var rest = utf8
    while let (plain, entity) = nextEntity(in: &rest, escapesApostrophe: escapesApostrophe) {
      append(contentsOf: plain)
      append(markup: entity)
    }
    append(contentsOf: rest)
  }

  /// Every byte as `%` and two digits.
  package mutating func appendPercentEncoded(_ bytes: UnsafeBufferPointer<UInt8>) {
    if capacity - count < bytes.count * 3 { grow(by: bytes.count * 3) }
    for byte in bytes {
      base[count] = UInt8(ascii: "%")
      base[count + 1] = hexDigit(byte >> 4)
      base[count + 2] = hexDigit(byte & 15)
      count += 3
    }
  }

  @usableFromInline package mutating func grow(by more: Int) {
    let larger = max(capacity * 2, count + more)
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    room.update(from: base, count: count)
    base.deallocate()
    base = room
    capacity = larger
  }
}
