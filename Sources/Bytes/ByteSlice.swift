/// Some bytes of a larger array, which is held and not copied. Public so far as the compiler shall put it into other
/// targets' code.
public struct ByteSlice: Sendable {
  @usableFromInline let whole: [UInt8]
  @usableFromInline let start: Int32
  @usableFromInline let end: Int32

  @inlinable
  public init(of whole: [UInt8], _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= whole.count, "a slice lies in its array")
    self.whole = whole
    (start, end) = (Int32(range.lowerBound), Int32(range.upperBound))
  }

  @inlinable public var isEmpty: Bool { start == end }

  @inlinable public var bytes: ArraySlice<UInt8> { whole[Int(start)..<Int(end)] }

  @inlinable
  public func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    whole.withUnsafeBufferPointer { read(UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(end)])) }
  }
}
