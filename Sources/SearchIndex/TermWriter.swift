import Bytes

/// Writes the terms of a piece, as differences from the term before.
///
/// - A space, a number, the lists: a pair that begins with the same character as the pair before. The number is how far its
///   second character lies behind that of the pair before, less one. Nine of ten terms of a Chinese text are such.
/// - A tab, a digit, a suffix, `|`, the lists: any term. The digit says how many units of UTF-16 it shares with the one
///   before.
///
/// The lists of texts, places and titles are separated by `|`; empty ones at the end are left out.
struct TermWriter {
  private var previous: ArraySlice<UInt8> = []

  mutating func append(_ key: ArraySlice<UInt8>, lists: ArraySlice<UInt8>, to output: inout ByteBuffer) {
    if let step = step(to: key) {
      output.append(UInt8(ascii: " "))
      EntryList.append(step - 1, to: &output)
    } else {
      let shared = sharedBytes(with: key)
      let units = key.prefix(shared).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
      output.append(UInt8(ascii: "\t"))
      output.append(UInt8(ascii: "0") + UInt8(units))
      key.dropFirst(shared).withUnsafeBufferPointer { output.append(contentsOf: $0) }
      output.append(UInt8(ascii: "|"))
    }
    lists.withUnsafeBufferPointer { output.append(contentsOf: $0) }
    previous = key
  }

  /// How far the second character lies behind that of the previous pair; nil if the two are no such pairs.
  private func step(to key: ArraySlice<UInt8>) -> Int? {
    guard key.count == 6, previous.count == 6, key.first ?? 0 >= 0xE0, key.prefix(3) == previous.prefix(3),
      key[key.startIndex + 3] >= 0xE0, previous[previous.startIndex + 3] >= 0xE0
    else { return nil }
    return TermWriter.scalar(key.suffix(3)) - TermWriter.scalar(previous.suffix(3))
  }

  /// The code point of a character of three bytes.
  private static func scalar(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 6 | Int($1 & ($1 >= 0xE0 ? 0x0F : 0x3F)) }
  }

  private func sharedBytes(with key: ArraySlice<UInt8>) -> Int {
    var shared = 0
    while shared < min(9, key.count, previous.count),
      key[key.startIndex + shared] == previous[previous.startIndex + shared]
    { shared += 1 }
    // Never inside a character.
    while shared > 0, shared < key.count, key[key.startIndex + shared] & 0xC0 == 0x80 { shared -= 1 }
    return shared
  }
}
