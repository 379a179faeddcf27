import Bytes

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension String {
  /// Whether this comes first in the order of the bytes, which is the same on every machine.
  package func precedes(_ other: String) -> Bool {
    let order = utf8.withContiguousStorageIfAvailable { mine in
      other.utf8.withContiguousStorageIfAvailable { others in
        let common = min(mine.count, others.count)
        let difference = common == 0 ? 0 : memcmp(mine.baseAddress!, others.baseAddress!, common)
        return difference != 0 ? difference < 0 : mine.count < others.count
      }
    }
    if case .some(.some(let isFirst)) = order { return isFirst }
    return utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension String {
  /// Eight bytes as a number with the first in front, zeros behind the end: for bytes that hold no zero the order of two
  /// numbers is that of the bytes, unless they are equal.
  package func eightBytes(from start: Int) -> UInt64 {
    withBytes { bytes in
      if start + 8 <= bytes.count {
        return UInt64(bigEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self))
      }
      return (start..<start + 8).reduce(0) { $0 << 8 | ($1 < bytes.count ? UInt64(bytes[$1]) : 0) }
    }
  }
}

/// `==` of arrays asks for each byte: a tenth of a build in which most files are as they were.
package func haveEqualBytes(_ a: [UInt8], _ b: [UInt8]) -> Bool {
  a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { haveEqualBytes(a, $0) } }
}

package func haveEqualBytes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
  guard a.count == b.count else { return false }
  guard let first = a.baseAddress, let second = b.baseAddress else { return true }
  return memcmp(first, second, a.count) == 0
}
