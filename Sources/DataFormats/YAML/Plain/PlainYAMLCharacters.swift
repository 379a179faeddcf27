import Bytes

/// Whether a text is valid UTF-8 without the characters that libyaml rejects or treats specially: control characters, tabs,
/// CR without LF, the line breaks of Unicode, byte order marks and noncharacters.
func hasOnlyPlainYAMLCharacters(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let count = bytes.count
  var index = 0
  func continues(_ index: Int) -> Bool { index < count && bytes[index] & 0b1100_0000 == 0b1000_0000 }
  while index < count {
    let byte = bytes[index]
    // U+3000 to U+9FFF: nearly all of Chinese, without line breaks and byte order marks.
    if byte >= 0xE3, byte <= 0xE9 {
      guard continues(index + 1), continues(index + 2) else { return false }
      index += 3
      continue
    }
    switch byte {
    case 0x20...0x7E, newline:
      index += 1
      while index + 8 <= count, isPlain(UnsafeRawBufferPointer(bytes).word(at: index)) { index += 8 }
    case carriageReturn:
      guard index + 1 < count, bytes[index + 1] == newline else { return false }
      index += 2
    // The others from U+0800 to U+FFFF, without surrogates.
    case 0xE0...0xEF:
      guard continues(index + 1), continues(index + 2) else { return false }
      let second = bytes[index + 1]
      switch byte {
      case 0xE0: guard second >= 0xA0 else { return false }
      // U+2028 and U+2029.
      case 0xE2: guard second != 0x80 || bytes[index + 2] & 0xFE != 0xA8 else { return false }
      case 0xED: guard second <= 0x9F else { return false }
      // U+FEFF, U+FFFE and U+FFFF.
      case 0xEF: guard second != 0xBB && second != 0xBF || bytes[index + 2] < 0xBE else { return false }
      default: break
      }
      index += 3
    case 0xC2...0xDF:
      // U+0080 to U+009F are control characters; U+0085 is a line break.
      guard continues(index + 1), byte != 0xC2 || bytes[index + 1] >= 0xA0 else { return false }
      index += 2
    case 0xF0...0xF4:
      guard continues(index + 1), continues(index + 2), continues(index + 3),
        byte != 0xF0 || bytes[index + 1] >= 0x90, byte != 0xF4 || bytes[index + 1] <= 0x8F
      else { return false }
      index += 4
    default: return false
    }
  }
  return true
}

/// Whether all bytes are ASCII and none is a control character.
@inline(__always)
private func isPlain(_ word: ByteWord) -> Bool {
  word.isASCII && !word.containsByte(below: 0x20) && !word.contains(0x7F)
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
