import DataFormats

/// A colour as `#1d3f75` or `#159`, in the settings of a site's looks.
package struct Color: Hashable, Sendable {
  /// Red, green and blue, 0 to 255.
  private let parts: [UInt8]

  private init(parts: [UInt8]) { self.parts = parts }

  package init?(_ text: String) {
    var digits = Array(text.utf8)
    guard digits.first == UInt8(ascii: "#") else { return nil }
    digits.removeFirst()
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    guard digits.count == 6 else { return nil }
    let values = digits.map { Character(UnicodeScalar($0)).hexDigitValue }
    guard !values.contains(nil) else { return nil }
    parts = stride(from: 0, to: 6, by: 2).map { UInt8((values[$0] ?? 0) * 16 + (values[$0 + 1] ?? 0)) }
  }

  static let white = Color(parts: [255, 255, 255])
  static let black = Color(parts: [0, 0, 0])
  /// Background colours of the theme, light and dark.
  static let paper = white
  static let darkPaper = Color(parts: [0x15, 0x17, 0x1A])

  /// Relative luminance, 0 to 1 (WCAG 2.2).
  private var luminance: Double {
    let linear = parts.map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : gammaPower((value + 0.055) / 1.055)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// The ratio of contrast to another colour, 1 to 21 (WCAG 2.2).
  package func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// `share` of another colour, 0 to 1, and the rest of this one.
  private func mixed(with other: Color, share: Double) -> Color {
    Color(
      parts: zip(parts, other.parts).map { UInt8((Double($0) * (1 - share) + Double($1) * share).rounded()) })
  }

  /// This colour, mixed with as little of `other` as gives the contrast to `ground`.
  private func moved(towards other: Color, until contrast: Double, with ground: Color) -> Color {
    for step in 0...100 {
      let color = mixed(with: other, share: Double(step) / 100)
      if color.contrast(with: ground) >= contrast { return color }
    }
    return other
  }

  /// The contrast that text needs to be read (WCAG 2.2, 1.4.3).
  package static let readable = 4.5

  /// The nearest darker colour that can be read on white.
  package var readableOnPaper: Color { moved(towards: .black, until: Color.readable, with: .paper) }

  /// A darker shade for emphasis, such as hovered links.
  package var stronger: Color { mixed(with: .black, share: 0.35) }

  /// This colour, lightened until it is readable on the dark background.
  package var onDark: Color { moved(towards: .white, until: 7.5, with: .darkPaper) }

  package var strongerOnDark: Color { onDark.mixed(with: .white, share: 0.4) }
}

// MARK: - Reading

extension Color {
  /// Reads the colour of links and numbers, `accent`. Reports one that cannot be read on white, with the nearest that can.
  static func readAccent(from reader: inout FieldReader) -> Color? {
    guard let text = reader.string("accent") else { return nil }
    guard let color = Color(text.value) else {
      reader.report(
        .invalidValue, "'\(text.value)' is not a colour", hint: "write it as in 'accent: \"#1d3f75\"', with quotes",
        at: text.range)
      return nil
    }
    let contrast = color.contrast(with: .paper)
    guard contrast >= Color.readable else {
      let tenths = Int(contrast * 10)
      reader.report(
        .invalidValue,
        "'\(text.value)' is too light to be read on white: its contrast is \(tenths / 10).\(tenths % 10):1, and text needs 4.5:1",
        hint: "write \"\(color.readableOnPaper)\", the nearest darker colour that can be read", at: text.range)
      return nil
    }
    return color
  }
}

extension Color: CustomStringConvertible {
  package var description: String {
    "#"
      + parts.map {
        let hex = String($0, radix: 16)
        return hex.count == 1 ? "0" + hex : hex
      }.joined()
  }
}

/// x to the power of 2.4, for x from 0.09 to 1: x² times the fifth root of x², by Newton's method. The C library's
/// `pow` may differ in the last digit from machine to machine, and with it the bytes of a style sheet.
private func gammaPower(_ x: Double) -> Double {
  let square = x * x
  var root = 1.0
  for _ in 0..<40 {
    let fourth = root * root * root * root
    root -= (fourth * root - square) / (5 * fourth)
  }
  return square * root
}
