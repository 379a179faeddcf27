/// Finds bytes that are worth a look among many that are not.
enum ByteTable {
  /// By byte: 1 for those of a set, 0 for all others.
  static func of(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var table = [UInt8](repeating: 0, count: 256)
    for byte in bytes { table[Int(byte)] = 1 }
    return table
  }

  /// The place of the next byte of the set before `end`, or `end`; eight bytes at a time while there is none, in half of
  /// the time of asking for each. `isASCII`: no byte beyond ASCII is in the set, so that most of Chinese is passed over
  /// without the table.
  @inline(__always)
  static func next(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ table: UnsafeBufferPointer<UInt8>, isASCII: Bool
  ) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let high: UInt64 = 0x8080_8080_8080_8080
    var index = start
    while index + 8 <= end {
      if !isASCII || raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & high != high {
        var any: UInt8 = 0
        for offset in 0..<8 { any |= table[Int(bytes[index + offset])] }
        guard any == 0 else { break }
      }
      index += 8
    }
    while index < end, table[Int(bytes[index])] == 0 { index += 1 }
    return index
  }
}
