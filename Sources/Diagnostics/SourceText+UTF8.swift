extension SourceText {
  /// The offset of the first ill-formed UTF-8 sequence; nil if the whole file is valid UTF-8.
  package var firstInvalidUTF8: Int? { encodingFaults.invalid }

  /// The offsets of the first ill-formed UTF-8 sequence and of the first control character before it, see
  /// `ControlCharacter`; nil where there is none.
  package var encodingFaults: (invalid: Int?, control: Int?) {
    bytes.withUnsafeBytes { bytes in
      var control: Int?
      let end = endOfWellFormedUTF8(bytes, &control)
      return (end < bytes.count ? end : nil, control)
    }
  }
}

/// The offset of the first ill-formed sequence; the number of bytes if there is none. Unicode 16, table 3-7. Notes the first
/// control character on the way.
///
/// Written for speed, because every byte of every file passes through it: it checks twelve bytes of Chinese or up to eight
/// bytes of English per step, in a quarter of the time of `String(validating:)`. Vectors of sixteen bytes were slower,
/// because a text changes too often between Chinese and ASCII (`Benchmarks/README.md`, 27 November 2026).
private func endOfWellFormedUTF8(_ bytes: UnsafeRawBufferPointer, _ control: inout Int?) -> Int {
  guard let base = bytes.baseAddress else { return 0 }
  let count = bytes.count
  var index = 0
  // Every load below is inside the buffer: `index + 14`, `index + 8` and `index + 4` are compared with `count` first.
  while index < count {
    if index + 8 <= count {
      let word = UInt64(littleEndian: (base + index).loadUnaligned(as: UInt64.self))
      let nonASCII = word & 0x8080_8080_8080_8080
      if nonASCII & 0x80 == 0 {
        if hasControl(word), control == nil {
          control = (index..<index + 8).first { ControlCharacter.isASCIIControl(bytes[$0]) }
        }
        // Skips to the first byte that is not ASCII; eight bytes if all are.
        index += nonASCII.trailingZeroBitCount >> 3
        continue
      }
      if index + 14 <= count {
        let next = UInt64(littleEndian: (base + index + 6).loadUnaligned(as: UInt64.self))
        if arePlainPairs(word, next) {
          index += 12
          continue
        }
      }
      // Two characters 1110xxxx 10xxxxxx 10xxxxxx: nearly all of Chinese.
      if word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0,
        isPlainLead(UInt8(truncatingIfNeeded: word)), isPlainLead(UInt8(truncatingIfNeeded: word >> 24)),
        !mayBeNoncharacter(sequenceEnds(word))
      {
        index += 6
        continue
      }
    }
    let lead = bytes[index]
    if lead < 0x80 {
      if ControlCharacter.isASCIIControl(lead), control == nil { control = index }
      index += 1
      continue
    }
    if index + 4 <= count, isPlainLead(lead), bytes[index + 1] != 0xBF,
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
    if control == nil, ControlCharacter.starts(at: index, in: bytes) { control = index }
    index += length
  }
  return count
}

/// Whether one of eight bytes is an ASCII control other than a line feed. Each sum stays inside its byte.
@inline(__always)
private func hasControl(_ word: UInt64) -> Bool {
  let low = word & 0x7F7F_7F7F_7F7F_7F7F
  let isBelowSpace = ~((low &+ 0x6060_6060_6060_6060) | word)
  let isDelete = (low &+ 0x0101_0101_0101_0101) & ~word
  let isNoLineFeed = ((word ^ 0x0A0A_0A0A_0A0A_0A0A) & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F
  return (isBelowSpace & isNoLineFeed | isDelete) & 0x8080_8080_8080_8080 != 0
}

/// Whether one of two sequences of three bytes may end as U+FFFE and U+FFFF do, with BF BE or BF BF. `ends` is the result of
/// `sequenceEnds`, or of several joined by `|`, which adds few false alarms. The sums stay inside their bytes.
@inline(__always)
private func mayBeNoncharacter(_ ends: UInt64) -> Bool {
  ((ends & 0x3F_0000_3F00) &+ 0x01_0000_0100) & 0x40_0000_4000 != 0
}

/// The bits that the second and the third byte of each sequence share, the lowest aside.
@inline(__always)
private func sequenceEnds(_ word: UInt64) -> UInt64 { word & (word >> 8 | 0x01_0000_0100) }

/// Whether any two continuation bytes may follow this first byte of a three-byte sequence.
@inline(__always)
private func isPlainLead(_ lead: UInt8) -> Bool { lead != 0xE0 && lead != 0xED }

/// Whether each word begins with two sequences 1110xxxx 10xxxxxx 10xxxxxx whose first bytes are neither E0 nor ED.
@inline(__always)
private func arePlainPairs(_ first: UInt64, _ second: UInt64) -> Bool {
  let marks = (first ^ 0x8080_E080_80E0) | (second ^ 0x8080_E080_80E0)
  // The low halves of the four first bytes, one per byte. Subtracting one from zero borrows from the bit above it.
  let leads = first & 0x0F00_000F | (second & 0x0F00_000F) << 8
  let above: UInt64 = 0x10_1000_1010
  let one: UInt64 = 0x01_0100_0101
  let areNotE0 = (leads | above) &- one
  let areNotED = ((leads ^ 0x0D_0D00_0D0D) | above) &- one
  let ends = sequenceEnds(first) | sequenceEnds(second)
  return marks & 0xC0C0_F0C0_C0F0 == 0 && areNotE0 & areNotED & above == above && !mayBeNoncharacter(ends)
}
