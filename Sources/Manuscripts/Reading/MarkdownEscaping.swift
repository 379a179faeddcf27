import Bytes

/// Writes a text so that Markdown shows it as it is.
///
/// The result is edited by authors, so it has a backslash only where planpress would take a character for Markdown,
/// directives included. `MarkdownText` writes copies of pages for any reader of Markdown, and escapes more.
package enum MarkdownEscaping {
  /// `atStart`: whether the text begins a block, where more characters have a meaning.
  package static func escape(_ text: some StringProtocol, atStart: Bool) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    let start = atStart ? escapedStart(bytes) : nil
    for (index, byte) in bytes.enumerated() {
      if index == start || byte < 0x80 && needsEscape(byte, bytes, index) { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A link whose text is shown literally, brackets included.
  package static func link(_ text: some StringProtocol, to address: String) -> String {
    var label: [UInt8] = []
    var isEscaped = false
    for byte in escape(text, atStart: false).utf8 {
      if !isEscaped, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") { label.append(UInt8(ascii: "\\")) }
      label.append(byte)
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    // A backslash at the end would escape the bracket after it.
    if isEscaped { label.append(UInt8(ascii: "\\")) }
    return "[\(String(decoding: label, as: UTF8.self))](\(address))"
  }

  /// Escapes the character that would begin another block, in a line whose other characters are escaped.
  package static func escapingStart(_ line: String) -> String {
    var bytes = Array(line.utf8)
    if let start = escapedStart(bytes) { bytes.insert(UInt8(ascii: "\\"), at: start) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The index of a character that would begin a heading, list, quotation or directive.
  private static func escapedStart(_ bytes: [UInt8]) -> Int? {
    guard let first = bytes.first else { return nil }
    let next = bytes.count > 1 ? bytes[1] : UInt8(ascii: " ")
    let isGap = next == UInt8(ascii: " ") || next == 0x09
    switch first {
    case UInt8(ascii: ">"), UInt8(ascii: "="): return 0
    case UInt8(ascii: "#"):
      let rest = bytes.drop { $0 == first }
      return bytes.count - rest.count <= 6 && (rest.first ?? 0x20) == 0x20 ? 0 : nil
    case UInt8(ascii: "+"): return isGap ? 0 : nil
    case UInt8(ascii: "-"): return isGap || next == first ? 0 : nil
    case UInt8(ascii: ":"): return next == first ? 0 : nil
    case UInt8(ascii: "|"): return 0
    case UInt8(ascii: "["): return 0
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let end = bytes.firstIndex { !$0.isASCIIDigit } ?? bytes.count
      guard end < bytes.count, end <= 9, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else {
        return nil
      }
      return end + 1 == bytes.count || bytes[end + 1] == 0x20 || bytes[end + 1] == 0x09 ? end : nil
    default: return nil
    }
  }

  private static func needsEscape(_ byte: UInt8, _ bytes: [UInt8], _ index: Int) -> Bool {
    let before = index > 0 ? bytes[index - 1] : 0x20
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    switch byte {
    case UInt8(ascii: "\\"): return isPunctuation(next)
    case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "{"): return true
    case UInt8(ascii: "_"): return !(isAlphanumeric(before) && isAlphanumeric(next))
    case UInt8(ascii: "~"): return before == byte || next == byte
    case UInt8(ascii: "<"):
      return next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
    case UInt8(ascii: "&"):
      var end = index + 1
      if next == UInt8(ascii: "#") { end += 1 }
      let name = end
      while end < bytes.count, isAlphanumeric(bytes[end]) { end += 1 }
      return end > name && end < bytes.count && bytes[end] == UInt8(ascii: ";")
    case UInt8(ascii: "["):
      if next == UInt8(ascii: "^") { return true }
      // `[text](…)`, `[text][…]`, and the directive `:name[text]`.
      if before.isASCIILetter || before == UInt8(ascii: "-"), bytes[..<index].contains(UInt8(ascii: ":")) {
        return true
      }
      guard let close = bytes[index...].firstIndex(of: UInt8(ascii: "]")), close + 1 < bytes.count else { return false }
      return bytes[close + 1] == UInt8(ascii: "(") || bytes[close + 1] == UInt8(ascii: "[")
    default: return false
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool { byte.isASCIIDigit || byte.isASCIILetter }
  private static func isPunctuation(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) && !isAlphanumeric(byte) }
}
