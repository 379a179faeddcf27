import Bytes

extension ByteBuffer {
  /// Excel's limit for the text of a cell, in UTF-16 code units.
  private static let longestText = 32_767

  /// Appends a text of a workbook, escaped. Characters that XML cannot hold become `_x000B_` (ECMA-376 part 1
  /// §22.9.2.19), as Excel writes them; a text beyond Excel's limit ends with `…`.
  package mutating func append(xml text: String) {
    // No text has more UTF-16 code units than bytes.
    if text.utf8.count > ByteBuffer.longestText, text.utf16.count > ByteBuffer.longestText {
      let end = text.utf16.index(text.startIndex, offsetBy: ByteBuffer.longestText - 1)
      let start = text[..<(String.Index(end, within: text) ?? text.index(before: text.endIndex))]
      return append(xml: start + "…")
    }
    text.withBytes { bytes in
      var start = 0
      func flush(_ end: Int, _ buffer: inout ByteBuffer) {
        if end > start { buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end])) }
        start = end + 1
      }
      for index in bytes.indices {
        let byte = bytes[index]
        // All characters to escape, except `_` and U+FFFE, are at or below `>`.
        guard byte <= UInt8(ascii: ">") || byte == UInt8(ascii: "_") || byte == 0xEF else { continue }
        switch byte {
        case UInt8(ascii: "&"):
          flush(index, &self)
          append(literal: "&amp;")
        case UInt8(ascii: "<"):
          flush(index, &self)
          append(literal: "&lt;")
        case UInt8(ascii: ">"):
          flush(index, &self)
          append(literal: "&gt;")
        case UInt8(ascii: "\""):
          flush(index, &self)
          append(literal: "&quot;")
        case UInt8(ascii: "_") where isEscape(bytes, index):
          flush(index, &self)
          append(literal: "_x005F_")
        case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE:
          // U+FFFE and U+FFFF.
          flush(index, &self)
          append(literal: "\u{FFFD}")
          start = index + 3
        case 0..<0x20 where byte != 0x09 && byte != 0x0A:
          flush(index, &self)
          append(literal: "_x00")
          append(hexDigit(byte >> 4))
          append(hexDigit(byte & 15))
          append(UInt8(ascii: "_"))
        default: break
        }
      }
      flush(bytes.count, &self)
    }
  }
}

/// Whether a `_` begins what a spreadsheet would read as an escaped character.
private func isEscape(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
  index + 6 < bytes.count && bytes[index + 1] == UInt8(ascii: "x") && bytes[index + 6] == UInt8(ascii: "_")
    && bytes[(index + 2)..<(index + 6)].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}
