/// The form of a scalar in which a search compares it: without case and accents. `search.js` folds queries by the same
/// rules; a test in a browser compares the two.
enum FoldedScalar: Equatable {
  /// Han, kana or Hangul: every two neighbours are a pair.
  case paired
  /// A letter or digit, folded to one or two scalars.
  case word(String)
  /// A mark or an invisible character inside a word.
  case ignored
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: self = .word(String(scalar))
    case 0x41...0x5A: self = FoldedScalar.ascii(scalar.value)
    case 0..<0x80: self = .other
    case 0x3005, 0x3007, 0x3041...0x30FA, 0x30FC...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      self = .paired
    case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: self = .ignored
    // Arabic: vowel signs and the stretching line are not letters, and writers use different forms of alef, teh marbuta
    // and yeh.
    case 0x640, 0x64B...0x65F, 0x670: self = .ignored
    case 0x622, 0x623, 0x625, 0x671: self = .word("ا")
    case 0x629: self = .word("ه")
    case 0x649, 0x6CC: self = .word("ي")
    case 0x6A9: self = .word("ك")
    case 0x660...0x669, 0x6F0...0x6F9: self = FoldedScalar.ascii(0x30 + (scalar.value & 15))
    // Russian is often typed without ё.
    case 0x401, 0x451: self = .word("е")
    // Full-width letters and digits.
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      self = FoldedScalar.ascii(scalar.value - 0xFEE0)
    // Digits above and below the line, as in CO₂ and m².
    case 0xB2, 0xB3: self = FoldedScalar.ascii(scalar.value - 0xB2 + 0x32)
    case 0xB9: self = FoldedScalar.ascii(0x31)
    case 0x2070, 0x2074...0x2079: self = FoldedScalar.ascii(scalar.value - 0x2070 + 0x30)
    case 0x2080...0x2089: self = FoldedScalar.ascii(scalar.value - 0x2080 + 0x30)
    // Ⅲ, as people type III.
    case 0x2160...0x217F: self = .word(FoldedScalar.romanNumerals[Int(scalar.value - 0x2160) % 16])
    case 0xC0...0x24F, 0x1E00...0x1EFF: self = FoldedScalar.latin(scalar)
    default: self = FoldedScalar.rest(scalar)
    }
  }

  private static let romanNumerals = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "l", "c", "d", "m",
  ]

  private static func ascii(_ value: UInt32) -> FoldedScalar {
    guard let scalar = Unicode.Scalar(value) else { return .other }
    return .word(scalar.properties.lowercaseMapping)
  }

  /// A Latin letter loses its accents: `LATIN SMALL LETTER E WITH ACUTE` is an `e`.
  private static func latin(_ scalar: Unicode.Scalar) -> FoldedScalar {
    switch scalar {
    case "ß", "ẞ": return .word("ss")
    case "æ", "Æ": return .word("ae")
    case "œ", "Œ": return .word("oe")
    case "ø", "Ø": return .word("o")
    case "đ", "Đ": return .word("d")
    case "ł", "Ł": return .word("l")
    case "ħ", "Ħ": return .word("h")
    case "ŧ", "Ŧ": return .word("t")
    case "ı": return .word("i")
    default: break
    }
    guard scalar.properties.isAlphabetic else { return .other }
    if let letter = baseLetter(of: scalar) { return .word(letter) }
    return .word(scalar.properties.lowercaseMapping)
  }

  /// The ASCII letter that a scalar consists of besides accents; nil where Unicode does not take it apart.
  private static func baseLetter(of scalar: Unicode.Scalar) -> String? {
    guard let name = scalar.properties.name else { return nil }
    let words = name.split(separator: " ")
    guard words.count > 4, words[0] == "LATIN", words[2] == "LETTER", words[4] == "WITH", words[3].utf8.count == 1,
      !words.contains("STROKE"), !words.contains("BAR"), !words.contains("TOPBAR"), !words.contains("TAIL"),
      !words.contains("CURL"), !words.contains("SWASH"), !words.contains("LOOP"), words.last != "HOOK",
      words.last != "LEG", words.last != "DOT"
    else { return nil }
    return words[3].lowercased()
  }

  private static func rest(_ scalar: Unicode.Scalar) -> FoldedScalar {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return .word(scalar.properties.lowercaseMapping)
    default: return .other
    }
  }
}
