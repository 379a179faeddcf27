/// Searching bytes eight (`ByteWord`) or sixteen (`ByteVector`) at a time.
///
/// Nearly all bytes of a text need no attention: there is nothing to escape and no mark to interpret. One comparison
/// then skips a whole word or vector. `Benchmarks/README.md` (27 November 2026) lists this among the changes that
/// reduced a full build of 10,000 pages from 3.4 s; its share was not measured alone. Words of eight also serve texts
/// that are too short for a vector: a title, the name of an indicator.
///
/// Everything is public and inlinable, because the compiler inlines only such functions into other targets, and a
/// function call would cost more than the comparison. `CByteScan` has the two searches that look bytes up in tables.

// MARK: - 16 bytes

/// Sixteen bytes that are compared at once.
public typealias ByteVector = SIMD16<UInt8>

extension UnsafeRawBufferPointer {
  /// The sixteen bytes from `offset` on, all of which must be inside the buffer.
  @inlinable @inline(__always)
  public func vector(at offset: Int) -> ByteVector { loadUnaligned(fromByteOffset: offset, as: ByteVector.self) }
}

/// The result of comparing a `ByteVector`.
extension SIMDMask<SIMD16<Int8>> {
  /// One bit per byte, in two words of eight: the lowest bit of each byte of a word.
  @inlinable @inline(__always)
  public var bits: (UInt64, UInt64) {
    let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return (words[0].littleEndian & 0x0101_0101_0101_0101, words[1].littleEndian & 0x0101_0101_0101_0101)
  }

  /// Whether the comparison holds for any byte.
  @inlinable @inline(__always)
  public var anyTrue: Bool {
    let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return words[0] | words[1] != 0
  }

  /// The index of the first byte for which the comparison holds; 16 if there is none.
  @inlinable @inline(__always)
  public var firstTrue: Int {
    let (low, high) = bits
    return low != 0 ? low.trailingZeroBitCount >> 3 : 8 + high.trailingZeroBitCount >> 3
  }
}

// MARK: - 8 bytes

/// Eight bytes in one integer.
///
/// A byte that is less than the subtracted number borrows and sets its high bit. It may also set the high bit of the
/// byte above, but only when there is a match anyway: whether any byte matches is exact, but not which one.
public struct ByteWord {
  /// The bytes; on the supported machines the first is the lowest.
  public let bits: UInt64

  /// A word of the eight bytes of an integer.
  @inlinable @inline(__always)
  public init(_ bits: UInt64) { self.bits = bits }

  @inlinable static var lowBits: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// Whether all eight bytes are below 0x80.
  @inlinable @inline(__always)
  public var isASCII: Bool { bits & ByteWord.highBits == 0 }

  /// The word with these bits set in each byte. Two characters that differ in one bit are then found by one search.
  @inlinable @inline(__always)
  public func setting(_ mask: UInt8) -> ByteWord { ByteWord(bits | ByteWord.lowBits &* UInt64(mask)) }

  /// Whether any of the eight bytes is `byte`.
  @inlinable @inline(__always)
  public func contains(_ byte: UInt8) -> Bool {
    let difference = bits ^ (ByteWord.lowBits &* UInt64(byte))
    return (difference &- ByteWord.lowBits) & ~difference & ByteWord.highBits != 0
  }

  /// `limit`: 1 to 128.
  @inlinable @inline(__always)
  public func containsByte(below limit: UInt8) -> Bool {
    (bits &- ByteWord.lowBits &* UInt64(limit)) & ~bits & ByteWord.highBits != 0
  }
}

extension UnsafeRawBufferPointer {
  /// The eight bytes from `offset` on, all of which must be inside the buffer.
  @inlinable @inline(__always)
  public func word(at offset: Int) -> ByteWord { ByteWord(loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }

  /// The first and the last four of four to eight bytes, which may overlap.
  @inlinable @inline(__always)
  public var wordOfEnds: ByteWord {
    let first = UInt64(loadUnaligned(fromByteOffset: 0, as: UInt32.self))
    return ByteWord(first | UInt64(loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)) << 32)
  }
}

extension UnsafeRawBufferPointer {
  /// Whether a test holds for every byte, given what it says of a word and of a single byte. The last word may overlap
  /// the one before it.
  @inlinable @inline(__always)
  public func allWords(_ holds: (ByteWord) -> Bool, orEachByte holdsForByte: (UInt8) -> Bool) -> Bool {
    if count >= 8 {
      var offset = 0
      while offset &+ 8 < count {
        guard holds(word(at: offset)) else { return false }
        offset &+= 8
      }
      return holds(word(at: count &- 8))
    }
    if count >= 4 { return holds(wordOfEnds) }
    for byte in self where !holdsForByte(byte) { return false }
    return true
  }

  /// Whether all bytes are below 0x80.
  @inlinable @inline(__always)
  public var isASCII: Bool { allWords({ $0.isASCII }, orEachByte: { $0 < 0x80 }) }
}
