#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension String {
  /// Whether this string sorts before `other` by UTF-8 bytes. The order does not depend on the machine.
  package func precedes(_ other: String) -> Bool {
    withBytes { mine in
      other.withBytes { others in
        guard let first = mine.baseAddress, let second = others.baseAddress else { return mine.count < others.count }
        let difference = memcmp(first, second, min(mine.count, others.count))
        return difference != 0 ? difference < 0 : mine.count < others.count
      }
    }
  }

  /// The eight UTF-8 bytes from `start`, a byte offset, as a big-endian number, padded with zeros past the end. Where two
  /// numbers differ, they sort as their strings do, if the strings contain no zero byte.
  package func eightBytes(from start: Int) -> UInt64 {
    withBytes { bytes in
      if start + 8 <= bytes.count {
        return UInt64(bigEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self))
      }
      return (start..<start + 8).reduce(0) { $0 << 8 | ($1 < bytes.count ? UInt64(bytes[$1]) : 0) }
    }
  }
}
