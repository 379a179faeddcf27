/// The part of a URL or an anchor that names a page or a heading: lower-case letters and digits of any script,
/// joined by single `-`. Never empty, never starts or ends with `-`.
package struct Slug: Hashable, Sendable {
  package let text: String

  /// Chinese stays Chinese, Latin letters are lowered, everything else separates: `第3章 A/B` gives `第3章-a-b`.
  /// Nil when the text has no letter or digit.
  package init?(_ text: String) {
    var result = String.UnicodeScalarView()
    var separate = false
    for scalar in text.unicodeScalars {
      guard scalar.staysInSlug else {
        separate = !result.isEmpty
        continue
      }
      if separate { result.append("-") }
      separate = false
      if scalar.isASCII {
        result.append(("A"..."Z").contains(scalar) ? Unicode.Scalar(scalar.value + 32) ?? scalar : scalar)
      } else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    guard !result.isEmpty else { return nil }
    self.text = String(result)
  }
}

extension Unicode.Scalar {
  fileprivate var staysInSlug: Bool {
    if isASCII {
      return ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self) || self == "_"
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
      return true
    default: return false
    }
  }
}
