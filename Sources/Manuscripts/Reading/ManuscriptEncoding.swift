import DataFormats
import Diagnostics

/// The encodings of texts: UTF-8, UTF-16 and GB18030.
package enum ManuscriptEncoding {
  /// The text in UTF-8, without a byte order mark, and the name of its encoding unless that was UTF-8. Nil for bytes in
  /// none of the encodings.
  package static func decode(_ bytes: [UInt8]) -> (text: [UInt8], other: String?)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return decode(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittle: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittle: false) }
    if let isLittle = looksLikeUTF16(bytes) { return utf16(bytes[...], isLittle: isLittle) }
    if String(validating: bytes, as: UTF8.self) != nil { return (bytes, nil) }
    return GB18030.decode(bytes).map { ($0, "GB18030") }
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> (text: [UInt8], other: String?)? {
    guard bytes.count % 2 == 0 else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: bytes.startIndex, to: bytes.endIndex, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
    }
    return String(validating: units, as: UTF16.self).map { (Array($0.utf8), "UTF-16") }
  }

  /// Whether the bytes look like UTF-16 without a byte order mark: no other encoding has zero bytes, and read in this
  /// way, nearly every unit is a letter, a digit or a mark of a language that plans are written in, and some are spaces
  /// or punctuation. The value is whether the low byte comes first; nil for another encoding.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 4, bytes.count % 2 == 0, bytes.prefix(4096).contains(0) else { return nil }
    let start = bytes.prefix(4096)
    return [true, false].first { isLittle in
      var (usual, marks) = (0, 0)
      for index in stride(from: 0, to: start.count - 1, by: 2) {
        let (first, second) = (UInt16(start[index]), UInt16(start[index + 1]))
        switch isLittle ? second << 8 | first : first << 8 | second {
        case 0x0A, 0x0D, 0x20, 0x2C, 0x2E, 0x3001...0x3002, 0xFF0C:
          marks += 1
          usual += 1
        case 0x09, 0x21...0x7E, 0xA0...0x24F, 0x370...0x6FF, 0x2010...0x203A, 0x20AC, 0x2103, 0x2160...0x217F,
          0x2264...0x2265, 0x2460...0x2473, 0x25A0...0x25FF, 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFFEF:
          usual += 1
        default: break
        }
      }
      return marks > 0 && usual * 2 * 20 >= start.count * 19
    }
  }
}
