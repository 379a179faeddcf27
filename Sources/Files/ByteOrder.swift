import Bytes

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension String {
  /// Whether this comes before another text in the order of their UTF-8 bytes, which is the same on every machine.
  package func precedes(_ other: String) -> Bool {
    withBytes { mine in
      other.withBytes { others in
        guard let first = mine.baseAddress, let second = others.baseAddress else { return mine.count < others.count }
        let difference = memcmp(first, second, min(mine.count, others.count))
        return difference != 0 ? difference < 0 : mine.count < others.count
      }
    }
  }

  /// Eight bytes as a big-endian number, with zeros after the end of the text. For texts without zero bytes, the order of
  /// the numbers is that of the texts, unless the numbers are equal.
  package func eightBytes(from start: Int) -> UInt64 {
    withBytes { bytes in
      if start + 8 <= bytes.count {
        return UInt64(bigEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self))
      }
      return (start..<start + 8).reduce(0) { $0 << 8 | ($1 < bytes.count ? UInt64(bytes[$1]) : 0) }
    }
  }
}
