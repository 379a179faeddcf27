/// A range of a shared byte array, without a copy. Public because the compiler inlines only public functions into other
/// targets.
public struct ByteSlice: Sendable {
  @usableFromInline let base: [UInt8]
  @usableFromInline let start: Int32
  @usableFromInline let end: Int32

  /// Shares `base`. Traps if the range is not inside it.
  @inlinable
  public init(of base: [UInt8], _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= base.count, "the range is inside the array")
    self.base = base
    (start, end) = (Int32(range.lowerBound), Int32(range.upperBound))
  }

  /// Whether the range is empty.
  @inlinable public var isEmpty: Bool { start == end }

  /// The bytes, with the indices of the array.
  @inlinable public var bytes: ArraySlice<UInt8> { base[Int(start)..<Int(end)] }

  /// The pointer is valid only during the call.
  @inlinable
  public func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    base.withUnsafeBufferPointer { read(UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(end)])) }
  }
}
