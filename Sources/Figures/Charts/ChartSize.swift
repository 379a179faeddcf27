/// The widths that a drawing must fit. A chart is drawn once: positions along its width are in per cent, so that the
/// browser stretches lines and does not scale text. A label that has room at both ends of a range of widths has room at
/// all widths in between.
enum ChartSize {
  /// The width of the narrowest drawing, axis included: inside a box on a phone 320 px wide.
  static let narrowest = 250.0
  /// From this width on a drawing also has the labels of the class `more`.
  static let wide = 540.0
  static let widest = 920.0

  /// The size of all text, in CSS pixels.
  static let textSize = 14.0

  /// The height of most drawings, in CSS pixels, and that of drawings in small frames.
  static let height = 280.0
  static let smallHeight = 150.0

  /// An upper estimate of the width of a text, in CSS pixels: a Han character is as wide as it is high, others are
  /// about two thirds as wide in a wide, bold font.
  static func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 1 : $1 == "." || $1 == "," || $1 == " " ? 0.36 : 0.68) }
      * textSize
  }

  /// A text that is truncated to a width in CSS pixels, with an ellipsis.
  static func shortened(_ text: String, to width: Double) -> String {
    guard ChartSize.width(of: text) > width else { return text }
    var kept = text
    while !kept.isEmpty, ChartSize.width(of: kept) + textSize > width { kept.removeLast() }
    return kept + "…"
  }

  /// A text in lines of a width in CSS pixels. Breaks at spaces and beside Han characters, never before a closing mark;
  /// a word that is longer than a line is cut.
  static func wrapped(_ text: String, to room: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    var taken = 0.0
    /// The last possible end of the line, and the width up to there.
    var end: (index: String.Index, taken: Double)?
    for character in text {
      if let last = line.last, character != " ", !isBound(last, character) { end = (line.endIndex, taken) }
      let size = width(of: String(character))
      if taken + size > room, !line.isEmpty, character != " " {
        let cut = end ?? (line.endIndex, taken)
        lines.append(trimmed(line[..<cut.index]))
        line = String(line[cut.index...])
        taken -= cut.taken
        end = nil
      }
      line.append(character)
      taken += size
    }
    return line.isEmpty ? lines : lines + [trimmed(line[...])]
  }

  /// Whether no line ends between two characters.
  private static func isBound(_ first: Character, _ second: Character) -> Bool {
    if "，。、；：）》」”’％%".contains(second) || "（《「“‘".contains(first) { return true }
    return isInWord(first) && isInWord(second)
  }

  private static func isInWord(_ character: Character) -> Bool {
    character != " " && (character.unicodeScalars.first?.value ?? 0) < 0x2E80
  }

  private static func trimmed(_ line: Substring) -> String {
    String(line.last == " " ? line.dropLast() : line)
  }

  /// A text in at most two lines of a width in CSS pixels. The second is truncated. Breaks at a space if there is one
  /// in the second half of the line.
  static func lines(_ text: String, to width: Double) -> [String] {
    guard ChartSize.width(of: text) > width else { return [text] }
    var first = Substring(text)
    while first.count > 1, ChartSize.width(of: String(first)) > width { first.removeLast() }
    if let space = first.lastIndex(of: " "), first.distance(from: first.startIndex, to: space) > first.count / 2 {
      first = first[..<space]
    }
    let rest = text[first.endIndex...].drop { $0 == " " }
    return [String(first), shortened(String(rest), to: width)]
  }
}

/// A place along the width of a drawing: a share of the width, and CSS pixels beside it.
struct Across: Hashable {
  var share: Double
  var pixels: Double = 0

  func at(_ width: Double) -> Double { share * width + pixels }
}

/// A rectangle in a drawing; y is in CSS pixels and grows downwards.
struct ChartBox: Hashable {
  var left: Across
  var top: Double
  var right: Across
  var bottom: Double
}

extension ChartBox {
  init(_ point: (x: Double, y: Double)) {
    self.init(left: Across(share: point.x), top: point.y, right: Across(share: point.x), bottom: point.y)
  }

  /// Between two shares of the width.
  init(left: Double, top: Double, right: Double, bottom: Double) {
    self.init(left: Across(share: left), top: top, right: Across(share: right), bottom: bottom)
  }

  /// The box with its own width, and the height of both together.
  func including(_ other: ChartBox?) -> ChartBox {
    guard let other else { return self }
    return ChartBox(left: left, top: min(top, other.top), right: right, bottom: max(bottom, other.bottom))
  }

  /// Whether the two meet at any of the widths.
  func overlaps(_ other: ChartBox, in widths: ClosedRange<Double>) -> Bool {
    guard top < other.bottom, other.top < bottom else { return false }
    // Both move evenly with the width: boxes that are apart in one order at both ends are apart in between.
    return !isLeft(of: other, in: widths) && !other.isLeft(of: self, in: widths)
  }

  private func isLeft(of other: ChartBox, in widths: ClosedRange<Double>) -> Bool {
    right.at(widths.lowerBound) <= other.left.at(widths.lowerBound)
      && right.at(widths.upperBound) <= other.left.at(widths.upperBound)
  }

  func holds(_ other: ChartBox, in widths: ClosedRange<Double>) -> Bool {
    other.top >= top && other.bottom <= bottom
      && [widths.lowerBound, widths.upperBound].allSatisfy {
        other.left.at($0) >= left.at($0) && other.right.at($0) <= right.at($0)
      }
  }

  /// Whether one is above the other, at least in part.
  func isInLine(with other: ChartBox, at width: Double) -> Bool {
    left.at(width) < other.right.at(width) && other.left.at(width) < right.at(width)
  }

  /// The gap between two rectangles; 0 if they touch or overlap.
  func distance(to other: ChartBox, at width: Double) -> Double {
    let across = max(0, other.left.at(width) - right.at(width), left.at(width) - other.right.at(width))
    let down = max(0, other.top - bottom, top - other.bottom)
    return (across * across + down * down).squareRoot()
  }
}
