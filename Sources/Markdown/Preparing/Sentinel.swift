/// Sentinels carry the markup of our extensions through libcmark unharmed.
///
/// `\:` must not start a directive, but libcmark drops the backslash; `[^1]` must not become part of a link. Each such
/// pair of bytes is replaced by a Syriac punctuation mark of two bytes (U+0700 to U+070D, lead byte DC): columns stay
/// the same, and emphasis next to it sees punctuation, as before (CommonMark 0.30 §6.2). No text can write one: Syriac
/// text itself is replaced by the control characters U+0080 to U+008D; those, which HTML does not allow, become U+FFFD;
/// and `&#x700;` is kept from libcmark by a sentinel of its own.
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
  /// Replaces the `&#` of a reference to a sentinel or a control character, which ends with `;`.
  static var reference: UInt8 { 0x8D }
  /// Replaces the `]` after a footnote's label, as `]` would end a link's text. Labels do not contain it.
  static var labelEnd: UInt8 { UInt8(ascii: "%") }

  /// The byte that replaces a byte of a footnote's label: `_` may be emphasis, and a bare link ends at a space. Labels
  /// contain neither `^` nor `$`.
  static func hidden(inLabel byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "_"): UInt8(ascii: "^")
    case UInt8(ascii: " "): UInt8(ascii: "$")
    default: byte
    }
  }

  /// A label, given as `hidden(inLabel:)` made it.
  static func label(_ hidden: some Sequence<UInt8>) -> [UInt8] {
    hidden.map { byte in
      switch byte {
      case UInt8(ascii: "^"): UInt8(ascii: "_")
      case UInt8(ascii: "$"): UInt8(ascii: " ")
      default: byte
      }
    }
  }

  /// The index after the digits and the `;` of `&#x700;` and similar references to characters that this reader
  /// reserves; nil for other references, and outside of text.
  static func endOfReference(_ bytes: [UInt8], at ampersand: Int, to end: Int) -> Int? {
    guard let reference = NumericReference(bytes, at: ampersand), reference.end <= end else { return nil }
    return isReserved(reference.scalar) ? reference.end : nil
  }

  private static func isReserved(_ scalar: Unicode.Scalar) -> Bool {
    0x700...0x70D ~= scalar.value || 0x80...0x9F ~= scalar.value
  }

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

  /// The length of a footnote's label at `start`, after `[^`; 0 if there is none. It may be of several words.
  static func labelLength(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, isLabelByte(bytes[index]) || isSpaceBetweenWords(bytes, index, start..<end) { index += 1 }
    return index < end && bytes[index] == UInt8(ascii: "]") ? index - start : 0
  }

  private static func isSpaceBetweenWords(_ bytes: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
    bytes[index] == UInt8(ascii: " ") && index > range.lowerBound && bytes[index - 1] != UInt8(ascii: " ")
      && index + 1 < range.upperBound && isLabelByte(bytes[index + 1])
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

extension Sentinel {
  enum Restoring {
    /// Text, destinations, titles: the escaped character without its backslash.
    case text
    /// Code and HTML: the backslash is kept.
    case verbatim
    /// Code in a table cell: `\|` is the only way to write `|`, other backslashes are kept.
    case cellCode
  }

  /// Whether `restored` may change the bytes.
  static func mayOccur(in bytes: some Sequence<UInt8>) -> Bool { bytes.contains { $0 == lead || $0 == 0xC2 } }

  /// The bytes with the original characters.
  static func restored(_ bytes: some RandomAccessCollection<UInt8>, as mode: Restoring) -> [UInt8] {
    let text = Array(bytes)
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let byte = text[index]
      let next = index + 1 < text.count ? text[index + 1] : 0
      index += 1
      if byte == 0xC2, (0x80...0x8D).contains(next) {
        out += [lead, next]
        index += 1
      } else if byte == 0xC2, next == 0x9F {
        out += [0xEF, 0xBF, 0xBD]
        index += 1
      } else if byte == lead, (0x80...0x8D).contains(next) {
        index += 1
        switch next {
        case footnote:
          let end = text[index...].firstIndex(of: labelEnd)
          out += "[^".utf8
          out += label(text[index..<(end ?? text.count)])
          if end != nil { out.append(UInt8(ascii: "]")) }
          index = end.map { $0 + 1 } ?? text.count
        case reference:
          let end = text[index...].firstIndex(of: UInt8(ascii: ";")).map { $0 + 1 } ?? text.count
          let written = Array("&#".utf8) + text[index..<end]
          index = end
          let scalar = mode == .text ? NumericReference(written, at: 0)?.scalar : nil
          out += scalar.map { Array(String($0).utf8) } ?? written
        case openTag: out.append(UInt8(ascii: "<"))
        case first..<openTag:
          let escaped = escapes[Int(next - first)]
          if mode == .verbatim || mode == .cellCode && escaped != UInt8(ascii: "|") { out.append(UInt8(ascii: "\\")) }
          out.append(escaped)
        default: break
        }
      } else {
        out.append(byte)
      }
    }
    return out
  }

  /// A short text, such as an attribute's value.
  static func restored(_ text: String) -> String {
    mayOccur(in: text.utf8) ? String(decoding: restored(Array(text.utf8), as: .text), as: UTF8.self) : text
  }
}

extension SyntaxTree {
  /// Puts the original characters back.
  mutating func restore(_ range: TextRange, as mode: Sentinel.Restoring) -> TextRange {
    guard Sentinel.mayOccur(in: text[range.bounds]) else { return range }
    return replace(range, with: Sentinel.restored(text[range.bounds], as: mode))
  }

  /// Overwrites a range if the new text fits; otherwise appends the text to the buffer.
  mutating func replace(_ range: TextRange, with new: [UInt8]) -> TextRange {
    guard new.count <= range.bounds.count else { return append(text: new) }
    let target = Int(range.start)..<Int(range.start) + new.count
    for (index, byte) in zip(target, new) { text[index] = byte }
    return TextRange(target)
  }
}
