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

  /// UTF-16 without a byte order mark: every line break and space has a zero byte beside it. Whether the low byte comes
  /// first; nil for another encoding.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 4, bytes.count % 2 == 0, bytes.prefix(4096).contains(0) else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in bytes.prefix(4096).enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    return zeros.even == 0 ? true : zeros.odd == 0 ? false : nil
  }
}
