/// Sixteen bytes that are compared at once: most bytes of a text are none that anybody looks for. Public, so that a
/// comparison becomes a few instructions in the code of other targets.
public typealias Sixteen = SIMD16<UInt8>

extension SIMDMask<SIMD16<Int8>> {
  /// One bit for each of the sixteen, in two words: the lowest of eight bits for the first of eight.
  @inlinable @inline(__always)
  public var bits: (UInt64, UInt64) {
    let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return (words[0].littleEndian & 0x0101_0101_0101_0101, words[1].littleEndian & 0x0101_0101_0101_0101)
  }

  @inlinable @inline(__always)
  public var isAnywhere: Bool {
    let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return words[0] | words[1] != 0
  }

  /// The place of the first that holds; 16 where none does.
  @inlinable @inline(__always)
  public var first: Int {
    let (low, high) = bits
    return low != 0 ? low.trailingZeroBitCount >> 3 : 8 + high.trailingZeroBitCount >> 3
  }
}

extension UnsafeRawBufferPointer {
  /// From `place` on, all of which must be there.
  @inlinable @inline(__always)
  public func sixteen(at place: Int) -> Sixteen { loadUnaligned(fromByteOffset: place, as: Sixteen.self) }
}
