/// The characters of fonts with symbols in place of letters. Word writes such a character as its place in the font.
enum SymbolFont {
  /// The character; nil for one that is not known. `code` is four hexadecimal digits.
  static func character(font: String, code: String) -> String? {
    guard let value = UInt32(code, radix: 16) else { return nil }
    let place = Int(value & 0xFF)
    switch font.lowercased().filter({ $0 != " " }) {
    case "wingdings": return wingdings[place]
    case "wingdings2": return wingdings2[place]
    default:
      // Codes from F000 on are places of the font, all others are characters.
      guard !(0xF000...0xF0FF).contains(value), let scalar = Unicode.Scalar(value), value >= 0x20 else { return nil }
      return ["<", ">", "&"].contains(scalar) ? nil : String(scalar)
    }
  }

  private static let wingdings: [Int: String] = [
    0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□",
    0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•", 0xA1: "○", 0xA4: "◉",
    0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]
  private static let wingdings2: [Int: String] = [
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x9A: "○", 0xA3: "□",
  ]
}
