/// Converts libyaml's marks, which count characters (Unicode scalars), to byte offsets.
///
/// Marks arrive nearly in order, so each search starts at the previous mark: a whole file costs one pass.
struct CharacterOffsets {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private var character = 0
  private var byte = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    self.isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// In bytes.
  var count: Int { bytes.count }

  /// The offset of the 0-based `wanted`th character; the end for one beyond the last.
  mutating func byteOffset(ofCharacter wanted: Int) -> Int {
    if isASCII { return min(wanted, bytes.count) }
    while character < wanted, byte < bytes.count {
      byte += 1
      while byte < bytes.count, isContinuation(bytes[byte]) { byte += 1 }
      character += 1
    }
    while character > wanted, byte > 0 {
      byte -= 1
      while byte > 0, isContinuation(bytes[byte]) { byte -= 1 }
      character -= 1
    }
    return byte
  }

  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0b1100_0000 == 0b1000_0000 }
}
