import CByteScan
import Diagnostics
import TestSupport
import Testing

/// The searches in C against the plainest ones in Swift, on random bytes around the edges of sixteen.
@Suite("Searching bytes by look-ups")
struct ByteScanTests {
  @Test("A fault of UTF-8 is found in every text that String repairs, and in no other", .randomInput)
  func randomUTF8() {
    let input = RandomInput(seed: 1, rounds: 20_000)
    var random = input.generator
    for _ in 0..<input.rounds {
      let bytes = spoiltText(&random)
      let faults = bytes.withUnsafeBufferPointer { scan_text($0.baseAddress, $0.count) }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect(faults.may_be_malformed || isValid, "\(bytes)")
      #expect(isValid == (SourceText(path: "a", bytes: bytes).firstInvalidUTF8 == nil), "\(bytes)")
      guard isValid else { continue }
      let control = String(decoding: bytes, as: UTF8.self).unicodeScalars.first(where: ControlCharacter.contains)
      #expect(control == nil || faults.may_have_control, "\(bytes)")
      #expect((SourceText(path: "a", bytes: bytes).encodingFaults.control == nil) == (control == nil), "\(bytes)")
    }
  }

  @Test("A pattern is found where both halves of its three bytes are allowed, and nowhere else", .randomInput)
  func randomPatterns() {
    let input = RandomInput(seed: 2, rounds: 5_000)
    var random = input.generator
    for _ in 0..<input.rounds {
      var patterns = byte_patterns()
      withUnsafeMutableBytes(of: &patterns) { bytes in
        for index in bytes.indices {
          bytes[index] = UInt8.random(in: 0...255, using: &random) & .random(in: 0...255, using: &random)
        }
      }
      let table = withUnsafeBytes(of: &patterns) { Array($0) }
      let bytes = spoiltText(&random)
      func begins(_ index: Int) -> Bool {
        let bits = (0..<3).map { place -> UInt8 in
          let byte = index + place < bytes.count ? bytes[index + place] : 0
          return table[place * 16 + Int(byte & 15)] & table[48 + place * 16 + Int(byte >> 4)]
        }
        return bits[0] & bits[1] & bits[2] != 0
      }
      let start = Int.random(in: 0...bytes.count, using: &random)
      let found = bytes.withUnsafeBufferPointer { scan_next(&patterns, $0.baseAddress, start, $0.count) }
      #expect(found == (start..<bytes.count).first(where: begins) ?? bytes.count, "\(bytes) from \(start)")
    }
  }

  /// Up to 70 bytes of Chinese, ASCII and characters at the ends of their ranges, some of which are damaged.
  private func spoiltText(_ random: inout SplitMix) -> [UInt8] {
    let characters = [
      "a", " ", "\n", "\t", "\u{7}", "\u{7F}", "é", "\u{85}", "中", "。", "\u{FFFD}", "\u{FFFF}", "\u{10FFFF}", "🌳",
    ]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...23, using: &random) {
      bytes += characters.randomElement(using: &random)?.utf8.map { $0 } ?? []
    }
    if let index = bytes.indices.randomElement(using: &random), Bool.random(using: &random) {
      bytes[index] = .random(in: 0...255, using: &random)
    }
    return bytes
  }
}
