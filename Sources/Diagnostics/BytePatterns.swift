import CByteScan

extension byte_patterns {
  /// Patterns by place; any byte may be at a place that a pattern does not have.
  package init(_ patterns: [[[UInt8]]]) {
    self.init()
    precondition(patterns.count <= 8, "a table has a bit for each pattern")
    func mark(_ table: UnsafeMutableRawPointer, _ half: (UInt8) -> UInt8) {
      for (number, pattern) in patterns.enumerated() {
        for place in 0..<3 {
          let bytes = place < pattern.count ? pattern[place] : Array(0...255)
          for byte in bytes {
            let entry = table + place * 16 + Int(half(byte))
            entry.storeBytes(of: entry.load(as: UInt8.self) | 1 << UInt8(number), as: UInt8.self)
          }
        }
      }
    }
    withUnsafeMutablePointer(to: &low) { mark($0) { $0 & 0x0F } }
    withUnsafeMutablePointer(to: &high) { mark($0) { $0 >> 4 } }
  }
}
