import Bytes

/// Finds bytes that are worth a look among many that are not.
enum ByteTable {
  /// By byte: 1 for those of a set, 0 for all others.
  static func of(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var table = [UInt8](repeating: 0, count: 256)
    for byte in bytes { table[Int(byte)] = 1 }
    return table
  }

  /// The place of the next byte of the set before `end`, or `end`. `find` finds them among sixteen, and may find others as well.
  @inline(__always)
  static func next(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ table: UnsafeBufferPointer<UInt8>,
    among find: (Sixteen) -> SIMDMask<SIMD16<Int8>>
  ) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 16 <= end {
      let first = find(raw.sixteen(at: index)).first
      index += first
      guard first < 16 else { continue }
      if table[Int(bytes[index])] != 0 { return index }
      index += 1
    }
    while index < end, table[Int(bytes[index])] == 0 { index += 1 }
    return index
  }
}
