/// Sentinels carry the markup of our extensions through libcmark unharmed.
///
/// `\:` must not start a directive, but libcmark drops the backslash; `[^1]` must not become part of a link. Each such pair
/// of bytes is replaced by a Syriac punctuation mark of two bytes (U+0700 to U+070D, lead byte DC): columns stay the same,
/// and emphasis next to it sees punctuation, as before (CommonMark 0.30 §6.2). Syriac text itself is replaced by the control
/// characters U+0080 to U+008D; those, which HTML does not allow, become U+FFFD.
enum Sentinel {
  static var lead: UInt8 { 0xDC }
  static var first: UInt8 { 0x80 }
  /// The characters that can be escaped, in the order of their sentinels.
  static let escapes: [UInt8] = Array(":|~{[@.]}".utf8)
  /// Replaces the `<` of HTML without an end, which is text then.
  static var openTag: UInt8 { 0x89 }
  /// Replaces `[^` before a footnote's label, which ends with `labelEnd`.
  static var footnote: UInt8 { 0x8A }
  /// Marks a line that replaces a directive: `<?` sentinel number `?>`.
  static var marker: UInt8 { 0x8B }
  /// Starts a table cell that is parsed separately, so that it can only be a paragraph.
  static var piece: UInt8 { 0x8C }
  /// Replaces the `]` after a footnote's label, as `]` would end a link's text. Labels do not contain it.
  static var labelEnd: UInt8 { UInt8(ascii: "%") }

  /// The sentinel's second byte for an escaped character.
  static func escape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: ":"): 0x80
    case UInt8(ascii: "|"): 0x81
    case UInt8(ascii: "~"): 0x82
    case UInt8(ascii: "{"): 0x83
    case UInt8(ascii: "["): 0x84
    case UInt8(ascii: "@"): 0x85
    case UInt8(ascii: "."): 0x86
    case UInt8(ascii: "]"): 0x87
    case UInt8(ascii: "}"): 0x88
    default: nil
    }
  }

  /// The length of a footnote's label at `start`, after `[^`; 0 if there is none.
  static func labelLength(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, isLabelByte(bytes[index]) { index += 1 }
    return index < end && bytes[index] == UInt8(ascii: "]") ? index - start : 0
  }

  /// Letters and digits of any script, and punctuation without meaning to libcmark.
  private static func isLabelByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80..., UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "@"):
      true
    default: false
    }
  }
}

// MARK: - Restoring

extension SyntaxTree {
  enum Restoring {
    /// Text, destinations, titles: the escaped character without its backslash.
    case text
    /// Code and HTML: the backslash is kept.
    case verbatim
    /// Code in a table cell: `\|` is the only way to write `|`, other backslashes are kept.
    case cellCode
  }

  /// Puts the original characters back.
  mutating func restore(_ range: TextRange, as mode: Restoring) -> TextRange {
    guard text[range.bounds].contains(where: { $0 == Sentinel.lead || $0 == 0xC2 }) else { return range }
    var out: [UInt8] = []
    var index = Int(range.start)
    let end = Int(range.end)
    while index < end {
      let byte = text[index]
      let next = index + 1 < end ? text[index + 1] : 0
      index += 1
      if byte == 0xC2, (0x80...0x8D).contains(next) {
        out += [Sentinel.lead, next]
        index += 1
      } else if byte == 0xC2, next == 0x9F {
        out += [0xEF, 0xBF, 0xBD]
        index += 1
      } else if byte == Sentinel.lead, (0x80...0x8C).contains(next) {
        index += 1
        if next == Sentinel.footnote {
          out += "[^".utf8
          while index < end, text[index] != Sentinel.labelEnd {
            out.append(text[index])
            index += 1
          }
          if index < end {
            out.append(UInt8(ascii: "]"))
            index += 1
          }
        } else if next == Sentinel.openTag {
          out.append(UInt8(ascii: "<"))
        } else if next < Sentinel.openTag {
          let escaped = Sentinel.escapes[Int(next - Sentinel.first)]
          if mode == .verbatim || mode == .cellCode && escaped != UInt8(ascii: "|") { out.append(UInt8(ascii: "\\")) }
          out.append(escaped)
        }
      } else {
        out.append(byte)
      }
    }
    return replace(range, with: out)
  }

  /// Overwrites a range if the new text fits; otherwise appends the text to the buffer.
  mutating func replace(_ range: TextRange, with new: [UInt8]) -> TextRange {
    guard new.count <= range.bounds.count else { return append(text: new) }
    let target = Int(range.start)..<Int(range.start) + new.count
    for (index, byte) in zip(target, new) { text[index] = byte }
    return TextRange(target)
  }
}
