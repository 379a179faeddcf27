/// A growing array of bytes for output that is written in thousands of small pieces.
///
/// An `Array` checks on every append whether its storage is shared; that check took half of the rendering time. A
/// `ByteBuffer` has a single owner (`~Copyable`), so an append only checks the capacity. It is public, unlike nearly
/// everything else: the compiler inlines only public functions into other targets, and a call per byte would cost more
/// than the byte.
///
/// Invariant: `filled <= capacity`, and the first `filled` bytes at `base` are initialized.
public struct ByteBuffer: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var filled = 0
  /// False while the storage is the stack memory of `onStack`.
  @usableFromInline var isOwner = true

  /// An empty buffer with room for at least `capacity` bytes; it grows as needed.
  public init(capacity: Int = 64) {
    self.capacity = max(64, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { if isOwner { base.deallocate() } }

  /// A copy of all bytes.
  public var array: [UInt8] { Array(UnsafeBufferPointer(start: base, count: filled)) }

  /// The number of bytes that were written.
  @inlinable public var count: Int { filled }
  /// Whether nothing was written.
  @inlinable public var isEmpty: Bool { filled == 0 }
  /// The byte that was written last; nil in an empty buffer.
  @inlinable public var last: UInt8? { filled > 0 ? base[filled - 1] : nil }

  /// Calls `read` with the bytes from `start` on. The pointer is valid only during the call.
  @inlinable
  public func withBytes<Result, Failure: Error>(
    from start: Int = 0, _ read: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(start >= 0 && start <= filled, "only what was written can be read")
    return try read(UnsafeBufferPointer(start: base + start, count: filled - start))
  }

  /// Removes the last `count` bytes and keeps the capacity. Traps if there are fewer.
  public mutating func removeLast(_ count: Int) {
    precondition(count >= 0 && count <= filled, "only what was written can be removed")
    filled -= count
  }

  /// Keeps the capacity.
  public mutating func removeAll() { filled = 0 }

  /// Keeps the capacity up to `limit` bytes.
  package mutating func removeAll(keepingAtMost limit: Int) {
    if capacity > limit { self = ByteBuffer(capacity: limit) }
    filled = 0
  }

  @usableFromInline mutating func grow(by more: Int) {
    let newCapacity = max(capacity * 2, filled + more)
    let storage = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity)
    storage.update(from: base, count: filled)
    if isOwner { base.deallocate() }
    isOwner = true
    base = storage
    capacity = newCapacity
  }
}

// MARK: - Writing

extension ByteBuffer {
  /// Appends one byte.
  @inlinable public mutating func append(_ byte: UInt8) {
    if filled == capacity { grow(by: 1) }
    base[filled] = byte
    filled += 1
  }

  /// Appends a byte `count` times.
  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8, count: Int) {
    append(reserving: count) { target in
      target.initialize(repeating: byte, count: count)
      return count
    }
  }

  /// Appends a copy of the bytes.
  public mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    append(reserving: bytes.count) { target in
      copy(start, to: target, count: bytes.count)
      return bytes.count
    }
  }

  /// Appends a copy of the array.
  public mutating func append(contentsOf bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Appends a copy of what another buffer has.
  public mutating func append(contentsOf other: borrowing ByteBuffer) {
    other.withBytes { append(contentsOf: $0) }
  }

  /// Inlined into the caller, where length and bytes are constants: copies a few words instead of making two calls.
  @inlinable @inline(__always)
  public mutating func append(literal: StaticString) {
    append(reserving: literal.utf8CodeUnitCount) { target in
      target.update(from: literal.utf8Start, count: literal.utf8CodeUnitCount)
      return literal.utf8CodeUnitCount
    }
  }

  /// The UTF-8 of a text, unchanged.
  public mutating func append(text: String) {
    text.withBytes { append(contentsOf: $0) }
  }

  /// Lets `write` fill up to `count` bytes at the end; it returns how many it wrote. One capacity check serves an
  /// output that consists of several small pieces.
  @inlinable @inline(__always)
  public mutating func append(reserving count: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    if capacity - filled < count { grow(by: count) }
    let written = write(base + filled)
    precondition(written >= 0 && written <= count, "no more bytes are written than were reserved")
    filled += written
  }
}

// MARK: - Inserting

extension ByteBuffer {
  /// Bytes to put between others.
  public struct Insertion: Sendable {
    let offset: Int
    let bytes: [UInt8]

    /// `offset` is that of the byte before which `bytes` are put, 0-based.
    public init(at offset: Int, _ bytes: [UInt8]) {
      self.offset = offset
      self.bytes = bytes
    }
  }

  /// Inserts bytes before those at the given offsets, counted from `start`. The offsets must not descend. Each byte
  /// moves once.
  public mutating func insert(_ insertions: [Insertion], from start: Int) {
    var shift = insertions.reduce(0) { $0 + $1.bytes.count }
    if capacity - filled < shift { grow(by: shift) }
    var end = filled
    filled += shift
    for insertion in insertions.reversed() {
      let offset = start + insertion.offset
      precondition(offset >= start && offset <= end, "insertions are in order, and inside what was written")
      (base + offset + shift).update(from: base + offset, count: end - offset)
      shift -= insertion.bytes.count
      insertion.bytes.withUnsafeBufferPointer { bytes in
        if let first = bytes.baseAddress { (base + offset + shift).update(from: first, count: bytes.count) }
      }
      end = offset
    }
  }
}

// MARK: - Texts

extension ByteBuffer {
  /// The String of the bytes that `write` appends, which must be valid UTF-8. Each format thus needs only one
  /// implementation, in bytes. Up to 64 bytes are written on the stack: formatting a number allocates no memory.
  @inlinable @inline(__always)
  public static func text(_ write: (inout ByteBuffer) -> Void) -> String {
    onStack { buffer in
      write(&buffer)
      return buffer.withBytes { String(wellFormed: $0) }
    }
  }

  /// Calls `work` with an empty buffer whose first 64 bytes are on the stack.
  @inlinable @inline(__always)
  public static func onStack<Result>(_ work: (inout ByteBuffer) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { storage in
      guard let start = storage.baseAddress else { preconditionFailure("64 bytes have an address") }
      // The buffer ends before its storage does.
      var buffer = ByteBuffer(capacity: storage.count, at: start)
      return work(&buffer)
    }
  }

  /// Borrows `storage`, which must outlive the buffer.
  @usableFromInline init(capacity: Int, at storage: UnsafeMutablePointer<UInt8>) {
    self.capacity = capacity
    base = storage
    isOwner = false
  }
}

/// Copies 4 to 16 bytes as two words that may overlap: most pieces are words or numbers, for which a call of `memcpy`
/// takes longer than the copy.
@inlinable @inline(__always)
func copy(_ source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, count: Int) {
  let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
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
  default: target.update(from: source, count: count)
  }
}
