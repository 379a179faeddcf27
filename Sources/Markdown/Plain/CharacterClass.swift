import Diagnostics

/// The class of a character next to a run of `*` or `_` (CommonMark 0.30 §6.2).
enum CharacterClass {
  case space, punctuation, other
  /// Chinese, Japanese and Korean, which are written without spaces between words.
  case wide, widePunctuation

  var isPunctuation: Bool { self == .punctuation || self == .widePunctuation }
  var isWide: Bool { self == .wide || self == .widePunctuation }

  /// Whether emphasis may both open and close between two characters: neither is a space, and one is wide.
  ///
  /// CommonMark looks for the spaces between words, so `是**“重点”**工程` would not be emphasis. The CJK-friendly amendment
  /// (https://github.com/tats-u/markdown-cjk-friendly) counts wide punctuation as letters, and allows a wide character
  /// next to other punctuation. Together, this is that rule. It changes nothing for `_`.
  static func opensAndCloses(between before: CharacterClass, and after: CharacterClass) -> Bool {
    before != .space && after != .space && (before.isWide || after.isWide)
  }

  /// The class of the character that starts at `index`.
  init(at index: Int, in bytes: UnsafeBufferPointer<UInt8>, _ end: Int) throws(NotPlain) {
    self =
      bytes[index] < 0x80
      ? CharacterClass(ascii: bytes[index])
      : try CharacterClass(beyondASCII: UnsafeBufferPointer(rebasing: bytes[index..<min(end, index + 4)]))
  }

  /// The class of the character that ends before `index`.
  init(before index: Int, in bytes: UnsafeBufferPointer<UInt8>) throws(NotPlain) {
    var start = index - 1
    while start > 0, bytes[start] & 0b1100_0000 == 0b1000_0000 { start -= 1 }
    self =
      bytes[start] < 0x80
      ? CharacterClass(ascii: bytes[start])
      : try CharacterClass(beyondASCII: UnsafeBufferPointer(rebasing: bytes[start..<index]))
  }

  private init(ascii byte: UInt8) {
    self = byte <= UInt8(ascii: " ") ? .space : Markdown.isPunctuation(byte) ? .punctuation : .other
  }

  /// Swift's Unicode tables are newer than libcmark's. Scripts in which they may differ are left to libcmark.
  private init(beyondASCII bytes: UnsafeBufferPointer<UInt8>) throws(NotPlain) {
    // U+5000 to U+9FFF, most Chinese characters, without a table look-up.
    if bytes[0] >= 0xE5, bytes[0] <= 0xE9 {
      self = .wide
      return
    }
    if let known = CharacterClass(ofChineseMark: bytes) {
      self = known
      return
    }
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator), let known = CharacterClass(scalar) else {
      throw NotPlain()
    }
    self = known
  }

  /// Nil for a character that libcmark's tables and Swift's may know differently.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0..<0x80:
      self.init(ascii: UInt8(scalar.value))
      return
    // Latin, Greek and Cyrillic; punctuation, letterlike and mathematical characters; Chinese, Japanese and Korean with
    // their punctuation; pictographs.
    case 0x80...0x52F, 0x1E00...0x206F, 0x20A0...0x214F, 0x2190...0x23FF, 0x2460...0x27BF, 0x3000...0x9FFF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFFEF, 0x1F300...0x1F64F, 0x20000...0x2FFFF:
      break
    default: return nil
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: self = .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      self = scalar.isWide ? .widePunctuation : .punctuation
    default: self = scalar.isWide ? .wide : .other
    }
  }
}

extension CharacterClass {
  /// The common Chinese punctuation, which most emphasis is next to; nil for all other characters.
  init?(ofChineseMark bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 3 else { return nil }
    switch (bytes[0], bytes[1], bytes[2]) {
    // 、。〃 and the brackets from 〈 to 】.
    case (0xE3, 0x80, 0x81...0x83), (0xE3, 0x80, 0x88...0x91): self = .widePunctuation
    // ！＂＃, （ and ）, ，－．／, ：； and ？
    case (0xEF, 0xBC, 0x81...0x83), (0xEF, 0xBC, 0x88...0x89), (0xEF, 0xBC, 0x8C...0x8F), (0xEF, 0xBC, 0x9A...0x9B),
      (0xEF, 0xBC, 0x9F):
      self = .widePunctuation
    default: return nil
    }
  }
}

/// ASCII punctuation.
func isPunctuation(_ byte: UInt8) -> Bool {
  byte > UInt8(ascii: " ") && byte < 0x7F && !isAlphanumeric(byte)
}

extension Unicode.Scalar {
  /// Wide, full-width or half-width (UAX #11) but no emoji, or Hangul: a CJK character of the amendment.
  var isWide: Bool {
    switch value {
    case 0..<0x1100: false
    case 0x1160...0x11FF, 0x20A9, 0xD7A4...0xD7FF, 0xFF61...0xFFDC, 0xFFE7...0xFFEE: true
    default: isEastAsianWide
    }
  }
}
