import Bytes
import Testing

@Suite("ByteScan")
struct ByteScanTests {
  @Test(
    "A word contains a byte at any position, and no other byte", arguments: [UInt8(0x00), 0x20, 0x21, 0x7F, 0x80, 0xFF])
  func containsByte(wanted: UInt8) {
    for other in UInt8.min...UInt8.max {
      for position in 0..<8 {
        var bytes = [UInt8](repeating: wanted ^ 0x41, count: 8)
        bytes[position] = other
        bytes.withUnsafeBytes { bytes in
          #expect(bytes.word(at: 0).contains(wanted) == bytes.contains(wanted))
        }
      }
    }
  }

  @Test("A word contains a byte below a limit", arguments: [UInt8(1), 0x20, 0x40, 0x80])
  func containsByteBelowLimit(limit: UInt8) {
    for other in UInt8.min...UInt8.max {
      for filler in [limit, 0x80, 0xFF] {
        for position in 0..<8 {
          var bytes = [UInt8](repeating: filler, count: 8)
          bytes[position] = other
          bytes.withUnsafeBytes { bytes in
            #expect(bytes.word(at: 0).containsByte(below: limit) == (other < limit))
          }
        }
      }
    }
  }

  @Test("A buffer of any length is ASCII until one byte is not", arguments: 0...40)
  func isASCII(length: Int) {
    var bytes = [UInt8](repeating: 0x7F, count: length)
    #expect(bytes.withUnsafeBytes { $0.isASCII })
    for position in 0..<length {
      bytes[position] = 0x80
      #expect(!bytes.withUnsafeBytes { $0.isASCII })
      bytes[position] = 0x7F
    }
  }

  @Test("The first match of a vector is its lowest index; 16 without a match")
  func firstMatch() {
    for position in 0...16 {
      var bytes = [UInt8](repeating: 0xE4, count: 16)
      for index in position..<16 { bytes[index] = 0x26 }
      let mask = bytes.withUnsafeBytes { $0.vector(at: 0) .== ByteVector(repeating: 0x26) }
      #expect(mask.firstTrue == position)
      #expect(mask.anyTrue == (position < 16))
    }
  }
}
