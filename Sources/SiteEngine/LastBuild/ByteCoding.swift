import Bytes
import Files

/// Encodes integers and strings in sequence, in a format that only planpress reads.
struct ByteWriter: ~Copyable {
  private var buffer: ByteBuffer
  /// The length of the heading, in bytes.
  private let headingLength: Int

  /// `heading` identifies the format and changes whenever the meaning of a byte changes. `capacity` is the expected
  /// size in bytes.
  init(_ heading: String, capacity: Int = 256) {
    buffer = ByteBuffer(capacity: capacity)
    buffer.append(text: heading)
    headingLength = buffer.count
  }

  /// Writes seven bits per byte, lowest first (LEB128), so that small numbers are short.
  mutating func write(_ number: Int) {
    buffer.append(reserving: 10) { room in
      var rest = UInt(bitPattern: number)
      var count = 0
      while rest >= 0x80 {
        room[count] = UInt8(truncatingIfNeeded: rest) | 0x80
        rest >>= 7
        count += 1
      }
      room[count] = UInt8(truncatingIfNeeded: rest)
      return count + 1
    }
  }

  /// Writes a hash or another number that may use all 64 bits.
  mutating func write(_ number: UInt64) { write(Int(bitPattern: UInt(number))) }

  mutating func write(_ flag: Bool) { write(flag ? 1 : 0) }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    buffer.append(text: text)
  }

}

extension ByteWriter {
  /// The bytes with their checksum appended, by which a reader rejects damaged, foreign and old data.
  consuming func sealed() -> [UInt8] {
    let sum = buffer.withBytes(from: headingLength) { ByteWriter.sum(UnsafeRawBufferPointer($0)) }
    for index in 0..<8 { buffer.append(UInt8(truncatingIfNeeded: sum >> (8 * UInt64(index)))) }
    return buffer.array
  }

  fileprivate static func sum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum = ContentHash()
    sum.combine(bytes)
    return sum.value
  }
}

extension ByteReader {
  /// Nil unless the bytes are a complete result of `sealed()` with this heading.
  init?(sealed bytes: [UInt8], _ heading: String) {
    let start = heading.utf8.count
    guard bytes.starts(with: heading.utf8), bytes.count >= start + 8 else { return nil }
    let body = bytes[start..<bytes.count - 8]
    let sum = bytes.suffix(8).enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << (8 * UInt64($1.offset)) }
    guard body.withUnsafeBytes(ByteWriter.sum) == sum else { return nil }
    self.init(body)
  }

  mutating func list<Item>(_ read: (inout ByteReader) -> Item?) -> [Item]? {
    guard let count = count() else { return nil }
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count {
      guard let item = read(&self) else { return nil }
      items.append(item)
    }
    return items
  }
}

/// Decodes what `ByteWriter` wrote. Other bytes give arbitrary values or nil, but are never read out of bounds.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  var isAtEnd: Bool { index == bytes.endIndex }

  mutating func number() -> Int? {
    var value: UInt = 0
    var shift: UInt = 0
    while index < bytes.endIndex, shift < 64 {
      let byte = bytes[index]
      index += 1
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: value) }
      shift += 7
    }
    return nil
  }

  mutating func largeNumber() -> UInt64? { number().map { UInt64(UInt(bitPattern: $0)) } }

  /// The number of items that follow, each at least one byte long; nil if so many cannot follow.
  mutating func count() -> Int? {
    guard let count = number(), count >= 0, count <= bytes.endIndex - index else { return nil }
    return count
  }

  mutating func flag() -> Bool? { number().map { $0 == 1 } }

  mutating func text() -> String? {
    guard let count = count() else { return nil }
    defer { index += count }
    return String(decoding: bytes[index..<index + count], as: UTF8.self)
  }
}
