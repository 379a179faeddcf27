import Bytes

/// The part of a URL or an anchor that names a page or a heading: lower-case letters and digits of any script, separated
/// by single `-`. Never empty; never starts or ends with `-`.
package struct Slug: Hashable, Sendable {
  package let text: String

  /// Composes accents (`normalized`), keeps Chinese, lowercases letters, and replaces everything else with `-`: `第3章 A/B`
  /// gives `第3章-a-b`. Nil if the text has no letter or digit.
  package init?(_ text: String) {
    var text = text
    guard let slug = text.withUTF8({ Slug.bytes(of: $0) }) else { return nil }
    self.text = String(decoding: slug, as: UTF8.self)
  }

  /// The UTF-8 of the slug; nil if the text has no letter or digit. Han characters and ASCII, which most headings consist
  /// of, need no Unicode tables.
  package static func bytes(of text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    ByteBuffer.onStack { result in
      append(text, to: &result)
      return result.count > 0 ? result.array : nil
    }
  }

  /// Writes the slug into an empty buffer; writes nothing if the text has no letter or digit.
  package static func append(_ text: UnsafeBufferPointer<UInt8>, to result: inout ByteBuffer) {
    append(text, to: &result, isNormalized: false)
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to result: inout ByteBuffer, isNormalized: Bool) {
    var separate = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        guard let kept = keptASCII(byte) else {
          separate = result.count > 0
          continue
        }
        if separate { result.append(UInt8(ascii: "-")) }
        separate = false
        result.append(kept)
        continue
      }
      // U+4E00 to U+9FFF, CJK Unified Ideographs: letters without case.
      if (0xE4...0xE9).contains(byte), index + 3 <= text.count, byte > 0xE4 || text[index + 1] >= 0xB8 {
        if separate { result.append(UInt8(ascii: "-")) }
        separate = false
        result.append(reserving: 3) { target in
          target[0] = byte
          target[1] = text[index + 1]
          target[2] = text[index + 2]
          return 3
        }
        index += 3
        continue
      }
      // Common punctuation of titles: U+3000 to U+3004, U+FF00 to U+FF0F and U+FF1A to U+FF20.
      if index + 3 <= text.count,
        byte == 0xE3 && text[index + 1] == 0x80 && text[index + 2] <= 0x84
          || byte == 0xEF && text[index + 1] == 0xBC
            && (text[index + 2] <= 0x8F || (0x9A...0xA0).contains(text[index + 2]))
      {
        separate = result.count > 0
        index += 3
        continue
      }
      let start = index
      index += 1
      while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
      for scalar in String(decoding: text[start..<index], as: UTF8.self).unicodeScalars {
        if !isNormalized, scalar.mayCompose {
          var whole = normalized(String(decoding: text, as: UTF8.self))
          result.removeAll()
          return whole.withUTF8 { append($0, to: &result, isNormalized: true) }
        }
        guard scalar.staysInSlug else {
          separate = result.count > 0
          continue
        }
        if separate { result.append(UInt8(ascii: "-")) }
        separate = false
        result.append(verbatim: scalar.properties.lowercaseMapping)
      }
    }
  }

  /// A letter in lower case, a digit or `_`; nil for a separator.
  private static func keptASCII(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): byte
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// For scalars outside ASCII.
  fileprivate var staysInSlug: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
      return true
    default: return false
    }
  }
}
