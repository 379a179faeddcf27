extension Unicode.Scalar {
  /// Whether this is a Chinese character: an ideograph of any block of Unicode 16. Kana, Hangul, full-width signs and emoji
  /// are not. Public, so that the compiler inlines it into the search for targets.
  @inlinable public var isHan: Bool {
    0x3400...0x9FFF ~= value || 0xF900...0xFAFF ~= value || 0x20000...0x3FFFF ~= value
  }
}

extension StringProtocol {
  /// Whether planpress answers a text in Chinese. Texts in kana or Hangul alone are answered in English: planpress has no
  /// words in Japanese or Korean.
  package var containsHan: Bool { unicodeScalars.contains(where: \.isHan) }
}
