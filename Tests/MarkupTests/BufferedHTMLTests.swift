import Bytes
import Markup
import TestSupport
import Testing

@Suite("HTML in a buffer")
struct BufferedHTMLTests {
  /// The reference: escapes byte by byte.
  private static func escaped(_ bytes: some Sequence<UInt8>, escapesApostrophe: Bool) -> [UInt8] {
    bytes.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "&"): Array("&amp;".utf8)
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      case UInt8(ascii: ">"): Array("&gt;".utf8)
      case UInt8(ascii: "\""): Array("&quot;".utf8)
      case UInt8(ascii: "'") where escapesApostrophe: Array("&#39;".utf8)
      default: [byte]
      }
    }
  }

  /// Whether buffer and array, with and without escaping `'`, agree with `escaped`.
  private static func agree(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    [true, false].allSatisfy { escapesApostrophe in
      var buffer = ByteBuffer()
      buffer.appendEscaped(text, escapesApostrophe: escapesApostrophe)
      var array: [UInt8] = []
      array.appendEscaped(text, escapesApostrophe: escapesApostrophe)
      let expected = escaped(text, escapesApostrophe: escapesApostrophe)
      return buffer.array == expected && array == expected
    }
  }

  @Test(
    "Each of the 256 bytes is escaped like in an array, at any address, in texts of any length",
    arguments: [UInt8(ascii: "a"), 0xBA, 0x00, UInt8(ascii: "7")])
  func escaping(_ filler: UInt8) {
    // One byte among the filler, at each position of each word of eight.
    var memory = [UInt8](repeating: filler, count: 48)
    for byte in UInt8.min...UInt8.max {
      for place in [8, 11, 15, 16, 23] {
        memory[place] = byte
        memory.withUnsafeBufferPointer { all in
          for start in 0...8 {
            for length in [place - start + 1, place - start + 2, 16, 17, 24] {
              let text = UnsafeBufferPointer(rebasing: all[start..<start + length])
              if !Self.agree(text) { Issue.record("byte \(byte) at \(place) of \(start)..<\(start + length)") }
            }
          }
        }
        memory[place] = filler
      }
    }
  }

  @Test("Texts of random bytes are escaped as in an array", .randomInput, arguments: 1...2)
  func randomTexts(_ seed: Int) {
    let input = RandomInput(seed: seed, rounds: 1_000)
    var random = input.generator
    let marks = Array("&<>\"'".utf8)
    for _ in 0..<input.rounds {
      let density = Int.random(in: 1...12, using: &random)
      let memory = (0..<64).map { _ in
        Int.random(in: 0..<density, using: &random) == 0
          ? marks.randomElement(using: &random)! : .random(in: 0...255, using: &random)
      }
      let start = Int.random(in: 0...16, using: &random)
      let text = start..<Int.random(in: start...64, using: &random)
      let isSame = memory.withUnsafeBufferPointer { Self.agree(UnsafeBufferPointer(rebasing: $0[text])) }
      if !isSame { Issue.record("\(memory[text])") }
    }
  }

  @Test("Every byte is written as '%' and two hexadecimal digits, at any capacity")
  func percentEncoding() {
    let all = Array(UInt8.min...UInt8.max)
    for length in [0, 1, 2, 20, 21, 22, 63, 64, 65, 256] {
      for start in [0, 1, 7, all.count - length] where start + length <= all.count {
        var buffer = ByteBuffer()
        buffer.append(UInt8(ascii: "/"))
        all.withUnsafeBufferPointer {
          buffer.appendPercentEncoded(UnsafeBufferPointer(rebasing: $0[start..<start + length]))
        }
        let digits = all[start..<start + length].map { byte in
          (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
        #expect(String(decoding: buffer.array, as: UTF8.self) == "/" + digits.joined())
      }
    }
  }

  @Test(
    "Characters that a URL cannot contain are encoded in a buffer like in a string",
    arguments: ["第三章", "人", "🎓", "é", "\u{80}\u{10FFFF}"])
  func percentEncodedPath(_ path: String) {
    var buffer = ByteBuffer()
    Array(path.utf8).withUnsafeBufferPointer { buffer.appendPercentEncoded($0) }
    #expect(String(decoding: buffer.array, as: UTF8.self) == percentEncoded(path: path))
  }
}
