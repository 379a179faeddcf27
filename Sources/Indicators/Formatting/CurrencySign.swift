import Words

/// The sign of a currency in a unit of measure, and what else the unit says: `£` and `million` of `£ million`.
package struct CurrencySign {
  /// `£`, `US$`.
  package let sign: String
  /// Empty for the sign alone.
  package let rest: String

  /// Nil for a unit without such a sign at its start, or after a word at its end: `million €`.
  package init?(of unit: String) {
    guard Self.mayHave(unit) else { return nil }
    if let sign = Self.start(of: unit) {
      self.sign = sign
      rest = Self.withoutSpaces(unit.unicodeScalars.dropFirst(sign.unicodeScalars.count))
      return
    }
    guard let symbol = unit.unicodeScalars.last, Self.isSymbol(symbol) else { return nil }
    let before = unit.unicodeScalars.dropLast()
    guard let space = before.last, Self.isSpace(space) else { return nil }
    sign = String(symbol)
    rest = Self.withoutSpaces(before)
  }

  /// Whether a unit is such a sign and nothing else.
  package static func isWhole(_ unit: String) -> Bool {
    guard unit.utf8.count <= 6 else { return false }
    return CurrencySign(of: unit)?.rest.isEmpty == true
  }

  /// The countries whose dollar has their letters before it. `M€` is a multiple of euros.
  private static let countries: Set<String> = [
    "A", "AU", "C", "CA", "HK", "MX", "NT", "NZ", "R", "S", "SG", "US",
  ]

  private static func start(of unit: String) -> String? {
    let scalars = unit.unicodeScalars
    guard let first = scalars.first else { return nil }
    if isSymbol(first) { return String(first) }
    guard ("A"..."Z").contains(first) else { return nil }
    let letters = scalars.prefix { ("A"..."Z").contains($0) }
    guard letters.endIndex < scalars.endIndex, scalars[letters.endIndex] == "$", countries.contains(String(letters))
    else { return nil }
    return String(letters) + "$"
  }

  /// Whether a unit has a byte with which the UTF-8 of a sign begins. Asked of each figure: nearly all units have none, since no
  /// Chinese character begins with one.
  private static func mayHave(_ unit: String) -> Bool {
    var unit = unit
    return unit.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "$"), 0xC2, 0xD6, 0xD8, 0xE0, 0xE2, 0xEF: return true
        default: continue
        }
      }
      return false
    }
  }

  private static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x24, 0xA2...0xA5, 0x58F, 0x60B, 0xE3F, 0x20A0...0x20CF, 0xFDFC, 0xFF04, 0xFFE0, 0xFFE1, 0xFFE5, 0xFFE6: true
    default: false
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}"
  }

  private static func withoutSpaces(_ scalars: Substring.UnicodeScalarView) -> String {
    var scalars = scalars
    while let first = scalars.first, isSpace(first) { scalars = scalars.dropFirst() }
    while let last = scalars.last, isSpace(last) { scalars = scalars.dropLast() }
    return String(scalars)
  }
}
