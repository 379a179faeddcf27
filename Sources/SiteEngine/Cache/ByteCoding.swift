import Bytes
import Files

/// Writes what only planpress reads again: whole numbers and texts, one after the other.
struct ByteWriter: ~Copyable {
  private var buffer: ByteBuffer
  /// How many bytes at the start are the heading.
  private let headingLength: Int

  /// `heading` says what it is, and changes with the meaning of any byte; `capacity` is how many bytes may come, where
  /// that is known.
  init(_ heading: String, capacity: Int = 256) {
    buffer = ByteBuffer(capacity: capacity)
    buffer.append(text: heading)
    headingLength = buffer.count
  }

  /// Seven bits a byte, the lowest first (LEB128), so that small numbers are short.
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

  /// A sum, or another number that may be as large.
  mutating func write(_ number: UInt64) { write(Int(bitPattern: UInt(number))) }

  mutating func write(_ flag: Bool) { write(flag ? 1 : 0) }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    buffer.append(text: text)
  }

}

extension ByteWriter {
  /// Everything under the heading, with a sum of it at the end: damaged, foreign and old ones are not read.
  consuming func sealed() -> [UInt8] {
    let sum = buffer.withBytes(from: headingLength) { ByteWriter.sum(UnsafeRawBufferPointer($0)) }
    for place in 0..<8 { buffer.append(UInt8(truncatingIfNeeded: sum >> (8 * UInt64(place)))) }
    return buffer.array
  }

  fileprivate static func sum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum = ContentHash()
    sum.combine(bytes)
    return sum.value
  }
}

extension ByteReader {
  /// Nil for anything that was not sealed so, whole.
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

/// Reads what `ByteWriter` wrote. Of anything else it reads something, or nil; never beyond the end.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  var isAtEnd: Bool { place == bytes.endIndex }

  mutating func number() -> Int? {
    var value: UInt = 0
    var shift: UInt = 0
    while place < bytes.endIndex, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: value) }
      shift += 7
    }
    return nil
  }

  mutating func largeNumber() -> UInt64? { number().map { UInt64(UInt(bitPattern: $0)) } }

  /// A number of things that follow, each of at least one byte.
  mutating func count() -> Int? {
    guard let count = number(), count >= 0, count <= bytes.endIndex - place else { return nil }
    return count
  }

  mutating func flag() -> Bool? { number().map { $0 == 1 } }

  mutating func text() -> String? {
    guard let count = count() else { return nil }
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }
}
