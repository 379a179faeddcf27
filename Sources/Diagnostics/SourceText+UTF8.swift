extension SourceText {
  /// The offset of the first ill-formed UTF-8 sequence; nil if the whole file is valid UTF-8.
  package var firstInvalidUTF8: Int? { encodingFaults.invalid }

  /// The offsets of the first ill-formed UTF-8 sequence and of the first control character before it, see
  /// `ControlCharacter`; nil where there is none.
  package var encodingFaults: (invalid: Int?, control: Int?) {
    bytes.withUnsafeBytes { bytes in
      let end = endOfWellFormedUTF8(bytes)
      return (end < bytes.count ? end : nil, firstControl(in: bytes, upTo: end))
    }
  }
}

/// The offset of the first control character in well-formed UTF-8 that ends at `end`.
///
/// A pass of its own, sixteen bytes at a time: a test inside the check of UTF-8, whose steps are short, took twice the
/// instructions (November 2026).
private func firstControl(in bytes: UnsafeRawBufferPointer, upTo end: Int) -> Int? {
  typealias Bytes = SIMD16<UInt8>
  var index = 0
  // The last byte of sixteen is compared with the one after it.
  while index &+ 17 <= end {
    let vector = bytes.loadUnaligned(fromByteOffset: index, as: Bytes.self)
    let next = bytes.loadUnaligned(fromByteOffset: index &+ 1, as: Bytes.self)
    // A line feed is one of the bytes below the space.
    let isASCIIControl =
      (vector .< Bytes(repeating: 0x20)) .^ (vector .== Bytes(repeating: newline))
      .| (vector .== Bytes(repeating: 0x7F))
    let mayBeC1 = (vector .== Bytes(repeating: 0xC2)) .& (next .< Bytes(repeating: 0xA0))
    let mayBeLast = (vector .== Bytes(repeating: 0xEF)) .& (next .== Bytes(repeating: 0xBF))
    let words = unsafeBitCast(isASCIIControl .| mayBeC1 .| mayBeLast, to: SIMD2<UInt64>.self)
    if words[0] | words[1] != 0, let found = firstControl(in: bytes, index..<index &+ 16) { return found }
    index &+= 16
  }
  return firstControl(in: bytes, index..<end)
}

private func firstControl(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
  range.first { ControlCharacter.starts(at: $0, in: bytes) }
}

/// The offset of the first ill-formed sequence; the number of bytes if there is none. Unicode 16, table 3-7.
///
/// Written for speed, because every byte of every file passes through it: it checks twelve bytes of Chinese or up to eight
/// bytes of English per step, in a quarter of the time of `String(validating:)`. Vectors of sixteen bytes were slower,
/// because a text changes too often between Chinese and ASCII (`Benchmarks/README.md`, 27 November 2026).
private func endOfWellFormedUTF8(_ bytes: UnsafeRawBufferPointer) -> Int {
  guard let base = bytes.baseAddress else { return 0 }
  let count = bytes.count
  var index = 0
  // Every load below is inside the buffer: `index + 14`, `index + 8` and `index + 4` are compared with `count` first.
  while index < count {
    if index + 8 <= count {
      let word = UInt64(littleEndian: (base + index).loadUnaligned(as: UInt64.self))
      let nonASCII = word & 0x8080_8080_8080_8080
      if nonASCII & 0x80 == 0 {
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
  return marks & 0xC0C0_F0C0_C0F0 == 0 && areNotE0 & areNotED & above == above
}
