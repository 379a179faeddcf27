import Bytes

/// What a text may hold that was meant as markup and is none. A slip is looked for in the tree only if its mark is in the
/// text: nearly all texts are passed once, sixteen bytes at a time, and that is all.
struct SlipMarks: OptionSet {
  let rawValue: UInt16
  /// `**`
  static let stars = SlipMarks(rawValue: 1)
  /// A full-width colon before a Latin letter or another colon, a full-width bracket after a Latin letter, or a colon before
  /// what may be a Chinese character.
  static let colon = SlipMarks(rawValue: 2)
  /// The seam of a link with a full-width bracket, `]（` or `】(`.
  static let bracket = SlipMarks(rawValue: 4)
  /// The seam of a link, `](`.
  static let link = SlipMarks(rawValue: 8)
  /// What may be a character that nobody sees, see `SourceText.invisibleCharacters`.
  static let invisible = SlipMarks(rawValue: 16)
  /// A tab.
  static let tab = SlipMarks(rawValue: 32)
  /// `[[`
  static let wiki = SlipMarks(rawValue: 64)
  /// `==`
  static let equals = SlipMarks(rawValue: 128)
  /// `$`
  static let dollar = SlipMarks(rawValue: 256)
  /// `[` or `【` before what may be in a box to tick.
  static let box = SlipMarks(rawValue: 512)
  /// `[` before a digit.
  static let number = SlipMarks(rawValue: 1024)

  /// `＊＊`
  static let wideStars = SlipMarks(rawValue: 2048)
  /// `__` beside a Chinese character.
  static let underscores = SlipMarks(rawValue: 4096)
  /// `::` inside a line, before a name.
  static let directive = SlipMarks(rawValue: 8192)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self = []
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    // Each byte is looked at with the two after it.
    while index + 18 <= bytes.count {
      let first = raw.vector(at: index)
      let second = raw.vector(at: index + 1)
      let third = raw.vector(at: index + 2)
      var found = SlipMarks.among(first, second, third)
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
  private static func among(_ first: ByteVector, _ second: ByteVector, _ third: ByteVector) -> UInt16 {
    func are(_ bytes: ByteVector, _ byte: UInt8) -> SIMDMask<SIMD16<Int8>> { bytes .== ByteVector(repeating: byte) }
    let isThirdPlain = (third &- ByteVector(repeating: 0x90)) .< ByteVector(repeating: 0x10)
    // E2 80 8B and its like, but neither quotation marks nor dashes.
    let general = are(first, 0xE2) .& .!isThirdPlain .& are(second | ByteVector(repeating: 1), 0x81)
    // EF BB BF and EF BF BC; EF BC 9A before ASCII or another EF.
    let isAfterPlain = third .< ByteVector(repeating: 0x80)
    let wide = are(first, 0xEF) .& (are(second | ByteVector(repeating: 4), 0xBF))
    let colon =
      are(first, 0xBC) .& are(second, 0x9A)
      .& (isAfterPlain .& (third .> ByteVector(repeating: 0x39)) .| are(third, 0xEF))
    // `:` before 目, 数, 值 and the like, a letter or a space: a directive by its Chinese name, or in other brackets.
    let colons = are(first, UInt8(ascii: ":"))
    let afterColon = (second &- ByteVector(repeating: 0xE4)) .< ByteVector(repeating: 4)
    let small = (second | ByteVector(repeating: 0x20)) &- ByteVector(repeating: 0x61)
    let isLetter = small .< ByteVector(repeating: 26)
    let named = colons .& (afterColon .| isLetter .| are(second, UInt8(ascii: " ")))
    let twoStars = are(first, UInt8(ascii: "*")) .& are(second, UInt8(ascii: "*"))
    let underscores = are(first, UInt8(ascii: "_")) .& are(second, UInt8(ascii: "_"))
    let wideStars = are(first, 0xBC) .& are(second, 0x8A) .& are(third, 0xEF)
    let stars = twoStars .| underscores .| wideStars
    // `](` and `]（`; 】 with either bracket; 【 after ASCII.
    let isBracket = are(second, UInt8(ascii: "(")) .| are(second, 0xEF)
    let isGap = are(second, UInt8(ascii: " ")) .& (are(third, UInt8(ascii: "(")) .| are(third, 0xEF))
    let isClosing = are(first, UInt8(ascii: "]")) .| are(first, 0x91) .| are(first, 0xBD)
    let swapped = are(first, UInt8(ascii: ")")) .& are(second, UInt8(ascii: "["))
    let seams = isClosing .& (isBracket .| isGap) .| swapped
    let label = (first .< ByteVector(repeating: 0x80)) .& are(second, 0xE3) .& are(third, 0x80)
    let tabs = are(first, UInt8(ascii: "\t"))
    // Tags, which hide a text.
    let hidden = are(first, 0xF3) .& are(second, 0xA0)
    let foreign =
      are(first, UInt8(ascii: "[")) .| are(first, UInt8(ascii: "$"))
      .| are(first, UInt8(ascii: "=")) .& are(second, UInt8(ascii: "="))
    // 【】, 【 】 and 【√】
    let boxes = are(first, 0x80) .& are(second, 0x90)
    let bits =
      ((general .| wide) .| (colon .| stars)) .| ((seams .| label) .| (tabs .| named))
      .| ((hidden .| foreign) .| boxes)
    let (low, high) = bits.bits
    return UInt16(truncatingIfNeeded: packed(low)) | UInt16(truncatingIfNeeded: packed(high)) << 8
  }

  /// The lowest bit of each byte, side by side.
  @inline(__always)
  private static func packed(_ word: UInt64) -> UInt64 { word == 0 ? 0 : (word &* 0x0102_0408_1020_4080) >> 56 }

  @inline(__always)
  private mutating func insert(at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch bytes[index] {
    case UInt8(ascii: "*"): if next == UInt8(ascii: "*") { insert(.stars) }
    case UInt8(ascii: "\t"): insert(.tab)
    case UInt8(ascii: ":"):
      if (0xE4...0xE7).contains(next) || SlipMarks.isDirectiveInOtherBrackets(bytes, after: index) { insert(.colon) }
      if index > 1, bytes[index - 1] == UInt8(ascii: ":"), bytes[index - 2] != UInt8(ascii: "\n"),
        bytes[index - 2] != UInt8(ascii: ":")
      {
        insert(.directive)
      }
    case UInt8(ascii: "_"):
      guard next == UInt8(ascii: "_"), third > UInt8(ascii: " ") || index > 0 && bytes[index - 1] >= 0x80 else { break }
      if third >= 0xE3 || index > 0 && bytes[index - 1] >= 0x80 { insert(.underscores) }
    case UInt8(ascii: ")"): if next == UInt8(ascii: "["), third | 0x20 == UInt8(ascii: "h") { insert(.bracket) }
    case UInt8(ascii: "$"): insert(.dollar)
    case UInt8(ascii: "="): if next == UInt8(ascii: "=") { insert(.equals) }
    case UInt8(ascii: "["):
      switch next {
      case UInt8(ascii: "["): insert(.wiki)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): insert(.number)
      case UInt8(ascii: "]"), UInt8(ascii: " "), UInt8(ascii: "x"), UInt8(ascii: "X"), 0xE2, 0xE3: insert(.box)
      default: break
      }
    case 0x80: if next == 0x90, third == UInt8(ascii: " ") || third == 0xE2 || third == 0xE3 { insert(.box) }
    case UInt8(ascii: "]"):
      if next == UInt8(ascii: "(") { insert(.link) }
      if next == 0xEF { insert(.bracket) }
      if next == UInt8(ascii: " "), third == UInt8(ascii: "(") || third == 0xEF { insert(.bracket) }
    case 0x91: if next == UInt8(ascii: "(") || next == 0xEF { insert(.bracket) }
    case 0xBD:
      // `］`, and no character that ends with the same byte.
      guard next == UInt8(ascii: "(") || next == 0xEF, index > 1, bytes[index - 1] == 0xBC, bytes[index - 2] == 0xEF
      else { break }
      insert(.bracket)
    case 0xBC:
      if next == 0x9A, third == 0xEF || isLetter(third) { insert(.colon) }
      if next == 0x8A, third == 0xEF { insert(.wideStars) }
    case 0xE2:
      switch (next, third) {
      case (0x80, 0x8B), (0x80, 0x8E...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA0...0xA9): insert(.invisible)
      default: break
      }
    case 0xF3: if next == 0xA0 { insert(.invisible) }
    case 0xEF:
      if next == 0xBB && third == 0xBF || next == 0xBF && (third == 0xBC || third == 0xBD) { insert(.invisible) }
    case let byte where next == 0xE3 && third == 0x80 && isLetter(byte): insert(.colon)
    default: break
    }
  }

  /// Whether the name of a directive follows a colon and perhaps a space, and then another bracket than `[`, or a space.
  private static func isDirectiveInOtherBrackets(_ bytes: UnsafeBufferPointer<UInt8>, after colon: Int) -> Bool {
    var start = colon + 1
    let hasSpace = start < bytes.count && bytes[start] == UInt8(ascii: " ")
    if hasSpace { start += 1 }
    var end = start
    while end < bytes.count, end < start + 8, UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[end] { end += 1 }
    guard end >= start + 3, end < bytes.count,
      hasSpace ? bytes[end] == UInt8(ascii: "[") : " ({".utf8.contains(bytes[end]) || bytes[end] == 0xEF
    else { return false }
    return DirectiveWords.inline.contains(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  @inline(__always)
  private func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
