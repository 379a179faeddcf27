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

  /// The most characters that are kept on one line: on a phone's line of 28 characters, this leaves room for the text
  /// before it. Empirically derived.
  private static let longestUnbroken = 24

  private static func join(_ text: inout [Character], _ range: Range<Int>) {
    guard range.count <= longestUnbroken, text[range].contains(where: "−+÷×".contains) else { return }
    for index in range where text[index] == " " { text[index] = "\u{A0}" }
  }
}
