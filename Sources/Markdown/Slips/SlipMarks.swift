import Bytes
import CByteScan
import Diagnostics

/// Kinds of text that may have been meant as markup. A slip is looked for in the tree only if its mark is in the text:
/// nearly all texts are scanned just once, sixteen bytes at a time.
struct SlipMarks: OptionSet {
  let rawValue: UInt16
  /// `**`
  static let stars = SlipMarks(rawValue: 1)
  /// A full-width colon before a Latin letter or another colon, a full-width bracket after a Latin letter, or a colon
  /// before a possible Chinese character.
  static let colon = SlipMarks(rawValue: 2)
  /// The seam of a link with a full-width bracket, `]（` or `】(`.
  static let bracket = SlipMarks(rawValue: 4)
  /// The seam of a link, `](`.
  static let link = SlipMarks(rawValue: 8)
  /// A possible invisible character, see `SourceText.invisibleCharacters`.
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
    var index = start
    withUnsafePointer(to: SlipMarks.patterns) { patterns in
      while true {
        index = scan_next(patterns, bytes.baseAddress, index, bytes.count)
        guard index < bytes.count else { return }
        insert(at: index, bytes)
        index += 1
      }
    }
  }

  /// The first three bytes of all marks, and little else: `insert` looks closer at each match.
  private static let patterns = byte_patterns([
    // `[[`, `[1]` and `[ ]`; a colon before a name, and a second one.
    [Array("[:".utf8)],
    // `$`, a tab, and `)[`.
    [Array("$\t)".utf8)],
    // `**`, `__`, `==`
    [Array("*_=".utf8), Array("*_=".utf8)],
    // `]`, 】 and `］`, without what they share with other characters, before either bracket or a space.
    [[0x5D, 0x91, 0xBD], [0x28, 0xEF, 0x20]],
    // E2 80 8B and its like, but neither quotation marks nor dashes.
    [[0xE2], [0x80, 0x81], Array(0x80...0x8F) + Array(0xA0...0xBF)],
    // EF BB BF and EF BF BC; tags, which hide a text.
    [[0xEF, 0xF3], [0xBB, 0xBF, 0xA0]],
    // `：` and `＊`, without their first byte, before ASCII or another such mark; 【, too.
    [[0xBC, 0x80], [0x9A, 0x8A, 0x90]],
    // ASCII before a bracket such as 【.
    [Array(0x00...0x7F), [0xE3], [0x80]],
  ])

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
      if next == 0x9A, third == 0xEF || isAlphanumeric(third) { insert(.colon) }
      if next == 0x8A, third == 0xEF { insert(.wideStars) }
    case 0xE2:
      switch (next, third) {
      case (0x80, 0x8B), (0x80, 0x8E...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA0...0xA9): insert(.invisible)
      default: break
      }
    case 0xF3: if next == 0xA0 { insert(.invisible) }
    case 0xEF:
      if next == 0xBB && third == 0xBF || next == 0xBF && (third == 0xBC || third == 0xBD) { insert(.invisible) }
    case let byte where next == 0xE3 && third == 0x80 && isAlphanumeric(byte): insert(.colon)
    default: break
    }
  }

  /// Whether the name of a directive follows a colon and perhaps a space, and then another bracket than `[`, or a
  /// space.
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
  private func isAlphanumeric(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }
}
