/// Whether a text is well-formed UTF-8 without what libyaml refuses or treats apart: controls, tabs, CR alone, the line
/// breaks of Unicode, byte order marks and noncharacters.
func holdsPlainYAMLCharacters(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let count = bytes.count
  var index = 0
  func continues(_ place: Int) -> Bool { place < count && bytes[place] & 0b1100_0000 == 0b1000_0000 }
  while index < count {
    let byte = bytes[index]
    // U+3000 to U+9FFF: nearly all of Chinese, and no marks of line or order among it.
    if byte >= 0xE3, byte <= 0xE9 {
      guard continues(index + 1), continues(index + 2) else { return false }
      index += 3
      continue
    }
    switch byte {
    case 0x20...0x7E, newline:
      index += 1
      // Eight at a time, while none is a control (less than 0x20, or 0x7F) or not ASCII.
      while index + 8 <= count {
        let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let controls = (word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101)
        guard (word | controls) & 0x8080_8080_8080_8080 == 0 else { break }
        index += 8
      }
    case carriageReturn:
      guard index + 1 < count, bytes[index + 1] == newline else { return false }
      index += 2
    // The rest from U+0800 to U+FFFF, without surrogates.
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
      // U+0080 to U+009F are controls, U+0085 a line break.
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

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
