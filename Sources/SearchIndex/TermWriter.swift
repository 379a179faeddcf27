import Bytes

/// Writes terms in ascending order, as differences from the term before.
///
/// - A space, a number, the lists: a pair that begins with the same character as the pair before. The number is the
///   difference between its second character and the previous pair's, minus one. Nine of ten terms of a Chinese text are
///   such.
/// - A tab, a digit, a suffix, `|`, the lists: any term. The digit says how many units of UTF-16 it shares with the one
///   before.
///
/// The lists of texts, places and titles are separated by `|`; empty ones at the end are left out.
struct TermWriter {
  /// Both characters of the pair before; nil at the start, and after a term that is not a pair.
  private var pair: (first: UInt32, second: UInt32)?
  private var previous: [UInt8] = []

  /// The term that follows is written whole: a piece may begin with it.
  mutating func restart() {
    pair = nil
    previous.removeAll(keepingCapacity: true)
  }

  mutating func begin(pair first: UInt32, _ second: UInt32, in output: inout ByteBuffer) {
    if let before = pair, before.first == first {
      output.append(UInt8(ascii: " "))
      EntryList.append(Int(second - before.second) - 1, to: &output)
    } else {
      begin(TermWriter.utf8(first, second), in: &output)
    }
    pair = (first, second)
  }

  mutating func begin(word: IndexedWord, in output: inout ByteBuffer) {
    begin(word.utf8, in: &output)
    pair = nil
  }

  private mutating func begin(_ key: [UInt8], in output: inout ByteBuffer) {
    if let pair { previous = TermWriter.utf8(pair.first, pair.second) }
    var shared = 0
    while shared < min(9, key.count, previous.count), key[shared] == previous[shared] { shared += 1 }
    // Never inside a character.
    while shared > 0, shared < key.count, key[shared] & 0xC0 == 0x80 { shared -= 1 }
    let units = key.prefix(shared).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
    output.append(UInt8(ascii: "\t"))
    output.append(UInt8(ascii: "0") + UInt8(units))
    key[shared...].withUnsafeBufferPointer { output.append(contentsOf: $0) }
    output.append(UInt8(ascii: "|"))
    previous = key
  }

  /// The UTF-8 of a pair as the highest bytes of a number, to be compared with those of a word.
  static func prefix(_ first: UInt32, _ second: UInt32) -> UInt64 {
    (utf8(first) << 24 | utf8(second)) << 16
  }

  @inline(__always)
  private static func utf8(_ scalar: UInt32) -> UInt64 {
    UInt64(0xE0_8080 | (scalar & 0xF000) << 4 | (scalar & 0x0FC0) << 2 | scalar & 0x3F)
  }

  /// Two characters from U+0800 to U+FFFF, each of three bytes.
  private static func utf8(_ first: UInt32, _ second: UInt32) -> [UInt8] {
    let prefix = prefix(first, second)
    return (0..<6).map { UInt8(truncatingIfNeeded: prefix >> UInt64(56 - 8 * $0)) }
  }
}
