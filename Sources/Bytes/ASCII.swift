/// Classes of ASCII characters. Public, so that the compiler inlines them into the readers of other targets.
extension UInt8 {
  /// Whether this is one of `0` to `9`.
  @inlinable @inline(__always)
  public var isASCIIDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  /// Whether this is one of `A` to `Z` and `a` to `z`.
  @inlinable @inline(__always)
  public var isASCIILetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }

  /// Whether this is a space or a tab.
  @inlinable @inline(__always)
  public var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}

extension UnsafeBufferPointer<UInt8> {
  /// The number that at most 18 ASCII digits write; nil for any other byte, and for more.
  package func number(_ digits: Range<Int>) -> Int? {
    guard digits.count <= 18 else { return nil }
    var value = 0
    for index in digits {
      guard self[index].isASCIIDigit else { return nil }
      value = value * 10 + Int(self[index] - UInt8(ascii: "0"))
    }
    return value
  }
}
