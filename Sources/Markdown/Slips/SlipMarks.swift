import Bytes

/// What a text may hold that was meant as markup and is none. A slip is looked for in the tree only if its mark is in the
/// text: nearly all texts are passed once, sixteen bytes at a time, and that is all.
struct SlipMarks: OptionSet {
  let rawValue: UInt8
  /// `**`
  static let stars = SlipMarks(rawValue: 1)
  /// A full-width colon before a Latin letter or another colon, a full-width bracket after a Latin letter, or a colon before
  /// what may be a Chinese character.
  static let colon = SlipMarks(rawValue: 2)
  /// The seam of a link with a full-width bracket, `]（` or `】(`.
  static let bracket = SlipMarks(rawValue: 4)
  /// The seam of a link, `](`.
  static let link = SlipMarks(rawValue: 8)
  /// A character that nobody sees.
  static let invisible = SlipMarks(rawValue: 16)
  /// A tab.
  static let tab = SlipMarks(rawValue: 32)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self = []
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    // Each byte is looked at with the one after it, and those that may begin a mark with the two after it.
    while index + 17 <= bytes.count {
      var found = SlipMarks.among(raw.vector(at: index), raw.vector(at: index + 1))
      while found != 0 {
        insert(at: index + found.trailingZeroBitCount, bytes)
        found &= found &- 1
      }
      index += 16
    }
    while index < bytes.count {
      insert(at: index, bytes)
      index += 1
    }
  }

  /// A bit for each of sixteen bytes that may begin a mark.
  @inline(__always)
  private static func among(_ first: ByteVector, _ second: ByteVector) -> UInt16 {
    func are(_ bytes: ByteVector, _ byte: UInt8) -> SIMDMask<SIMD16<Int8>> { bytes .== ByteVector(repeating: byte) }
    // EF BB BF and EF BF BC; the colon EF BC 9A.
    let wide = are(first, 0xEF) .& are(second | ByteVector(repeating: 4), 0xBF)
    let colon = are(first, 0xBC) .& are(second, 0x9A)
    let stars = are(first, UInt8(ascii: "*")) .& are(second, UInt8(ascii: "*"))
    // `](` and `]（`; 】 with either bracket; 【 after ASCII.
    let isBracket = are(second, UInt8(ascii: "(")) .| are(second, 0xEF)
    let seams = (are(first, UInt8(ascii: "]")) .| are(first, 0x91)) .& isBracket
    let label = (first .< ByteVector(repeating: 0x80)) .& are(second, 0xE3)
    // E2 80 8B and its like, and `:` before a Chinese name.
    let others = are(first, 0xE2) .| are(first, UInt8(ascii: ":")) .| are(first, UInt8(ascii: "\t"))
    let bits = (wide .| colon) .| (stars .| seams) .| (label .| others)
    guard bits.anyTrue else { return 0 }
    let (low, high) = bits.bits
    return UInt16(truncatingIfNeeded: packed(low)) | UInt16(truncatingIfNeeded: packed(high)) << 8
  }

  /// The lowest bit of each byte, side by side.
  @inline(__always)
  private static func packed(_ word: UInt64) -> UInt64 { (word &* 0x0102_0408_1020_4080) >> 56 }

  @inline(__always)
  private mutating func insert(at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch bytes[index] {
    case UInt8(ascii: "*"): if next == UInt8(ascii: "*") { insert(.stars) }
    case UInt8(ascii: "\t"): insert(.tab)
    case UInt8(ascii: ":"): if (0xE5...0xE7).contains(next) { insert(.colon) }
    case UInt8(ascii: "]"):
      if next == UInt8(ascii: "(") { insert(.link) }
      if next == 0xEF { insert(.bracket) }
    case 0x91: if next == UInt8(ascii: "(") || next == 0xEF { insert(.bracket) }
    // Many texts have a full-width colon before a digit.
    case 0xBC: if next == 0x9A, third == 0xEF || third > UInt8(ascii: "9") && isLetter(third) { insert(.colon) }
    case 0xE2:
      guard next == 0x80 || next == 0x81 else { return }
      if third == (next == 0x80 ? 0x8B : 0xA0) || next == 0x80 && (third == 0xA8 || third == 0xA9)
        || next == 0x81 && (0xA1...0xA4).contains(third)
      {
        insert(.invisible)
      }
    case 0xEF: if next == 0xBB && third == 0xBF || next == 0xBF && third == 0xBC { insert(.invisible) }
    case let byte where next == 0xE3 && third == 0x80 && isLetter(byte): insert(.colon)
    default: break
    }
  }

  @inline(__always)
  private func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
