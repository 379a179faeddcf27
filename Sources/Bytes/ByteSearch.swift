#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Searching a sequence of bytes in another. No bytes occur nowhere.
extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first occurrence of `wanted` that is wholly inside `range`.
  package func firstOccurrence(of wanted: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int? {
    guard let text = baseAddress, let word = wanted.baseAddress, let first = wanted.first else { return nil }
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "the range is inside the bytes")
    // The last offset at which it can begin, plus one.
    let end = range.upperBound - wanted.count + 1
    var offset = range.lowerBound
    while offset < end {
      guard let found = memchr(text + offset, Int32(first), end - offset) else { return nil }
      offset = UnsafeRawPointer(found) - UnsafeRawPointer(text)
      if memcmp(text + offset, word, wanted.count) == 0 { return offset }
      offset += 1
    }
    return nil
  }
}

extension [UInt8] {
  /// The index of the first occurrence of `wanted` that begins at `start` or later, and ends at `end` or earlier; without
  /// `end`, anywhere.
  package func firstOccurrence(of wanted: [UInt8], from start: Int = 0, to end: Int = .max) -> Int? {
    wanted.withUnsafeBufferPointer { firstOccurrence(of: $0, from: start, to: end) }
  }

  package func firstOccurrence(of wanted: ArraySlice<UInt8>, from start: Int = 0, to end: Int = .max) -> Int? {
    wanted.withUnsafeBufferPointer { firstOccurrence(of: $0, from: start, to: end) }
  }

  package func contains(_ text: StaticString) -> Bool {
    firstOccurrence(
      of: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), from: 0, to: .max) != nil
  }

  private func firstOccurrence(of wanted: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    let end = Swift.min(end, count)
    guard start <= end else { return nil }
    return withUnsafeBufferPointer { $0.firstOccurrence(of: wanted, in: start..<end) }
  }
}
