extension IndicatorWords {
  /// A calculation in which no line ends inside short brackets: `(13 − 10) ÷ (20 − 10)` may break beside the ÷ alone.
  /// The spaces between become such that do not break.
  package static func unbroken(_ calculation: String) -> String {
    var text = Array(calculation)
    var open: Int?
    /// Where an amount without its sign begins: `|13 − 10|`.
    var bar: Int?
    for index in text.indices {
      switch text[index] {
      case "(": open = index
      case ")":
        if let start = open { join(&text, start..<index) }
        open = nil
      case "|":
        if let start = bar { join(&text, start..<index) }
        bar = bar == nil ? index : nil
      default: break
      }
    }
    return String(text)
  }

  /// A text in which no line ends between a number and the word after it, which is mostly its unit: `31 minutes`, `5 t CO₂e`.
  package static func keepingUnits(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: " ")) else { return text }
    var scalars = Array(text.unicodeScalars)
    /// Whether the last word was joined to its number and is a single letter, so that the unit goes on.
    var goesOn = false
    for index in scalars.indices.dropFirst().dropLast() where scalars[index] == " " {
      let (before, after) = (scalars[index - 1], scalars[index + 1])
      let isUnit = after.properties.isAlphabetic || after == "°" || after == "%" || after == "€"
      let isAfterNumber = ("0"..."9").contains(before)
      let isAfterLetter = goesOn && index > 1 && (scalars[index - 2] == "\u{A0}")
      goesOn = isAfterNumber && isUnit
      if isUnit, isAfterNumber || isAfterLetter { scalars[index] = "\u{A0}" }
    }
    var joined = String.UnicodeScalarView()
    joined.append(contentsOf: scalars)
    return String(joined)
  }

  /// The most characters that are kept on one line: on a phone's line of 28 characters, this leaves room for the text
  /// before it. Empirically derived.
  private static let longestUnbroken = 24

  private static func join(_ text: inout [Character], _ range: Range<Int>) {
    guard range.count <= longestUnbroken, text[range].contains(where: "−+÷×".contains) else { return }
    for index in range where text[index] == " " { text[index] = "\u{A0}" }
  }
}
