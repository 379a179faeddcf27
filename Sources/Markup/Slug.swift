/// The part of a URL or an anchor that names a page or a heading: lower-case letters and digits of any script,
/// joined by single `-`. Never empty, never starts or ends with `-`.
package struct Slug: Hashable, Sendable {
  package let text: String

  /// Chinese stays Chinese, Latin letters are lowered, everything else separates: `第3章 A/B` gives `第3章-a-b`.
  /// Nil when the text has no letter or digit.
  package init?(_ text: String) {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var separate = false
    for scalar in text.unicodeScalars {
      guard scalar.staysInSlug else {
        separate = !result.isEmpty
        continue
      }
      if separate { result.append(UInt8(ascii: "-")) }
      separate = false
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        result.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
      } else if scalar.isCommonHan {
        // Han characters have no case.
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    guard !result.isEmpty else { return nil }
    self.text = String(decoding: result, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// CJK Unified Ideographs, which are all letters: spared two look-ups in Unicode's tables.
  fileprivate var isCommonHan: Bool { (0x4E00...0x9FFF).contains(value) }

  fileprivate var staysInSlug: Bool {
    if isASCII {
      return ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self) || self == "_"
    }
    if isCommonHan { return true }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
      return true
    default: return false
    }
  }
}
