/// Bytes that grow at their end, for a text that is written in thousands of small pieces.
///
/// An array checks at each of them whether it is shared and whether the piece was all read; that check cost half of
/// rendering. This has one owner, which the compiler sees to (`~Copyable`), so that nothing is left to check but the
/// room. It is public, where all else is `package`: the compiler puts only what is public into other targets' code, and a
/// call for each byte would take longer than the byte. Invariant: `filled <= capacity`, and
/// the first `filled` bytes at `base` are written.
public struct ByteBuffer: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var filled = 0
  /// Whether the room is the buffer's own, and not that of `text`.
  @usableFromInline var isOwner = true

  public init(capacity: Int = 64) {
    self.capacity = max(64, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { if isOwner { base.deallocate() } }

  /// All that was written, in an array without spare room.
  public var array: [UInt8] { Array(UnsafeBufferPointer(start: base, count: filled)) }

  @inlinable public var count: Int { filled }
  @inlinable public var isEmpty: Bool { filled == 0 }
  @inlinable public var last: UInt8? { filled > 0 ? base[filled - 1] : nil }

  /// What was written from `start` on, to be read and not to be kept.
  @inlinable
  public func withBytes<Result, Failure: Error>(
    from start: Int = 0, _ read: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(start >= 0 && start <= filled, "only what was written can be read")
    return try read(UnsafeBufferPointer(start: base + start, count: filled - start))
  }

  public mutating func removeLast(_ number: Int) {
    precondition(number >= 0 && number <= filled, "only what was written can be removed")
    filled -= number
  }

  /// The room stays.
  public mutating func removeAll() { filled = 0 }

  /// No more than `room` bytes of it stay.
  package mutating func removeAll(keeping room: Int) {
    if capacity > room { self = ByteBuffer(capacity: room) }
    filled = 0
  }

  @usableFromInline mutating func grow(by more: Int) {
    let larger = max(capacity * 2, filled + more)
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    room.update(from: base, count: filled)
    if isOwner { base.deallocate() }
    isOwner = true
    base = room
    capacity = larger
  }
}

// MARK: - Writing

extension ByteBuffer {
  @inlinable public mutating func append(_ byte: UInt8) {
    if filled == capacity { grow(by: 1) }
    base[filled] = byte
    filled += 1
  }

  public mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    append(room: bytes.count) { room in
      copy(start, to: room, count: bytes.count)
      return bytes.count
    }
  }

  public mutating func append(contentsOf bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  public mutating func append(contentsOf other: borrowing ByteBuffer) {
    other.withBytes { append(contentsOf: $0) }
  }

  /// Text that we wrote, as it stands.
  /// Put into the caller's code, where length and bytes are known: a copy of a few words instead of two calls.
  @inlinable @inline(__always)
  public mutating func append(literal: StaticString) {
    append(room: literal.utf8CodeUnitCount) { room in
      room.update(from: literal.utf8Start, count: literal.utf8CodeUnitCount)
      return literal.utf8CodeUnitCount
    }
  }

  /// Text as it stands.
  public mutating func append(text: String) {
    text.withBytes { append(contentsOf: $0) }
  }

  /// Bytes that are written in place: `write` is given `room` bytes behind what was written, and says how many of them it
  /// filled, from the first on. In one piece, for what is made of several small ones: the room is asked for once.
  @inlinable @inline(__always)
  public mutating func append(room: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    if capacity - filled < room { grow(by: room) }
    let written = write(base + filled)
    precondition(written >= 0 && written <= room, "no more is written than there is room for")
    filled += written
  }
}

// MARK: - Texts

extension ByteBuffer {
  /// What `write` appends, which must be UTF-8, as a String: each format is written down once, in bytes. The first bytes lie
  /// on the stack, so that a number in words asks for no memory at all.
  @inlinable @inline(__always)
  public static func text(_ write: (inout ByteBuffer) -> Void) -> String {
    onStack { buffer in
      write(&buffer)
      return buffer.withBytes { String(wellFormed: $0) }
    }
  }

  /// What `work` makes with the help of a buffer whose first bytes lie on the stack.
  @inlinable @inline(__always)
  public static func onStack<Result>(_ work: (inout ByteBuffer) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { room in
      guard let start = room.baseAddress else { preconditionFailure("64 bytes have an address") }
      // It ends before the room does.
      var buffer = ByteBuffer(capacity: room.count, at: start)
      return work(&buffer)
    }
  }

  /// `room` stays its owner's, and outlives the buffer.
  @usableFromInline init(capacity: Int, at room: UnsafeMutablePointer<UInt8>) {
    self.capacity = capacity
    base = room
    isOwner = false
  }
}

extension String {
  /// A text from bytes that are known to be UTF-8: to find that out once more took half of the time of making it. The caller
  /// has looked at the bytes, and cuts them between characters.
  public init(wellFormed bytes: UnsafeBufferPointer<UInt8>) {
    // Where the system's library is older than that, it looks at them itself.
    guard #available(macOS 26, *) else {
      self.init(decoding: bytes, as: UTF8.self)
      return
    }
    let span = UTF8Span(unchecked: Span(_unsafeElements: bytes), isKnownASCII: isASCII(bytes))
    self.init(copying: span)
  }

  /// Gives its UTF-8, to be read and not to be kept. `withUTF8` needs a copy of the text, and counts a reference up and down
  /// for it: a page has two hundred texts.
  @inlinable @inline(__always)
  public func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(read) { return result }
    // A text that came from another system's own kind of string.
    var text = self
    return text.withUTF8(read)
  }
}

/// Few bytes in two words that overlap: most pieces are words or numbers, and a call of `memcpy` takes longer than they do.
@inlinable @inline(__always)
func copy(_ source: UnsafePointer<UInt8>, to room: UnsafeMutablePointer<UInt8>, count: Int) {
  let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(room))
  switch count {
  case 8...16:
    let (first, last) = (
      from.loadUnaligned(as: UInt64.self), from.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    )
    to.storeBytes(of: first, as: UInt64.self)
    to.storeBytes(of: last, toByteOffset: count - 8, as: UInt64.self)
  case 4..<8:
    let (first, last) = (
      from.loadUnaligned(as: UInt32.self), from.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
    )
    to.storeBytes(of: first, as: UInt32.self)
    to.storeBytes(of: last, toByteOffset: count - 4, as: UInt32.self)
  default: room.update(from: source, count: count)
  }
}

/// Words of eight or four bytes, the last of which overlaps the one before it.
@inline(__always)
private func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let raw = UnsafeRawBufferPointer(bytes)
  var found: UInt64 = 0
  if raw.count >= 8 {
    found = raw.loadUnaligned(fromByteOffset: raw.count &- 8, as: UInt64.self)
    var place = 0
    while place &+ 8 < raw.count, found & 0x8080_8080_8080_8080 == 0 {
      found |= raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      place &+= 8
    }
  } else if raw.count >= 4 {
    found = UInt64(
      raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
        | raw.loadUnaligned(fromByteOffset: raw.count &- 4, as: UInt32.self))
  } else {
    for byte in raw { found |= UInt64(byte) }
  }
  return found & 0x8080_8080_8080_8080 == 0
}
