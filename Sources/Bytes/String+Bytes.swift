extension String {
  /// A String of bytes that are known to be valid UTF-8. Validation takes half of the time of making a short String, so
  /// this initializer leaves it out: the caller has validated the bytes and cuts them between characters. Invalid bytes
  /// are undefined behaviour in release builds; debug builds trap.
  public init(wellFormed bytes: UnsafeBufferPointer<UInt8>) {
    assert(String(validating: bytes, as: UTF8.self) != nil, "the bytes are valid UTF-8")
    // Older system libraries have no UTF8Span.
    guard #available(macOS 26, *) else {
      self.init(decoding: bytes, as: UTF8.self)
      return
    }
    let isASCII = UnsafeRawBufferPointer(bytes).isASCII
    self.init(copying: UTF8Span(unchecked: Span(_unsafeElements: bytes), isKnownASCII: isASCII))
  }

  /// Calls `read` with the UTF-8 of the text. The pointer is valid only during the call. Unlike `withUTF8` it needs no
  /// mutable copy, which would cost a reference count for each of a page's two hundred texts.
  @inlinable @inline(__always)
  public func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(read) { return result }
    // A bridged string, such as an NSString.
    var text = self
    return text.withUTF8(read)
  }
}
