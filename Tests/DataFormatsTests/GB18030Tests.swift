import DataFormats
import Foundation
import Testing

@Suite struct GB18030Tests {
  @Test(
    "Codes of one, two and four bytes are decoded",
    arguments: [
      ([0x41, 0xD6, 0xD0, 0xCE, 0xC4], "A中文"), ([0x81, 0x40], "丂"), ([0xFE, 0xFE], nil), ([0xA8, 0xA1], "ā"),
      ([0xFD, 0x9C], "\u{F92C}"), ([0xA1, 0xA1], "\u{3000}"), ([0xA2, 0xE3], "€"),
      ([0x81, 0x30, 0x81, 0x30], "\u{80}"),
      ([0x90, 0x30, 0x81, 0x30], "\u{10000}"), ([0xE3, 0x32, 0x9A, 0x35], "\u{10FFFF}"),
      ([0x84, 0x31, 0xA4, 0x39], "\u{FFFF}"),
      ([0xD6], nil), ([0x80], nil), ([0xFF, 0x40], nil), ([0xD6, 0x7F], nil), ([0x81, 0x30, 0x81], nil),
      ([0xFE, 0x39, 0xFE, 0x39], nil),
    ] as [([UInt8], String?)])
  func codes(bytes: [UInt8], text: String?) {
    #expect(GB18030.decode(bytes) == text.map { Array($0.utf8) })
  }

  @Test("Every code of two bytes is the character of the standard")
  func all() {
    // The sum of code point times position over all codes of two bytes with a public character, computed with another
    // program from the standard's table.
    var (count, sum): (Int, UInt64) = (0, 0)
    var position: UInt64 = 0
    for first in UInt8(0x81)...0xFE {
      for second in UInt8(0x40)...0xFE where second != 0x7F {
        position += 1
        guard let bytes = GB18030.decode([first, second]) else { continue }
        count += 1
        sum &+= position * UInt64(String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value ?? 0)
      }
    }
    #expect(count == 21_872)
    #expect(sum == 8_461_731_341_797)
  }
}
