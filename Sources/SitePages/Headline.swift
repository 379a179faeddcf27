import Markup

/// A title as a headline: a range of years and a short word with a hyphen stay on one line, where a browser would otherwise
/// break after the dash.
enum Headline {
  static func html(_ title: String) -> HTML {
    guard title.utf8.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "-") }) else { return HTML(text: title) }
    var html = HTML()
    var rest = title.unicodeScalars[...]
    while let range = firstRange(in: rest) {
      html.bytes.appendEscaped(String(rest[..<range.lowerBound]))
      html.bytes.append(contentsOf: Array("<span class=\"range\">".utf8))
      html.bytes.appendEscaped(String(rest[range]))
      html.bytes.append(contentsOf: Array("</span>".utf8))
      rest = rest[range.upperBound...]
    }
    html.bytes.appendEscaped(String(rest))
    return html
  }

  /// The first two numbers with a dash between them, or two parts of a word with a hyphen.
  private static func firstRange(in text: Substring.UnicodeScalarView) -> Range<String.Index>? {
    for dash in text.indices where dashes.contains(text[dash]) {
      var start = dash
      let isHyphen = text[dash] == "-"
      // One more than may be: a title of nothing but hyphens takes no longer than another.
      var count = 0
      while count <= mostCharacters, start > text.startIndex, isBound(text[text.index(before: start)], isHyphen) {
        start = text.index(before: start)
        count += 1
      }
      let first = text.index(after: dash)
      var end = first
      while count < mostCharacters, end < text.endIndex, isBound(text[end], isHyphen) {
        end = text.index(after: end)
        count += 1
      }
      if start < dash, first < end, count < mostCharacters { return start..<end }
    }
    return nil
  }

  private static let dashes: Set<Unicode.Scalar> = ["-", "\u{2013}", "\u{2014}", "\u{FF0D}", "\u{FF5E}"]

  /// A longer word may have to break on a phone.
  private static let mostCharacters = 16

  private static func isBound(_ scalar: Unicode.Scalar, _ isHyphen: Bool) -> Bool {
    ("0"..."9").contains(scalar)
      || isHyphen && (scalar == "-" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar))
  }
}
