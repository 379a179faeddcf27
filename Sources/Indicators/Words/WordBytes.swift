extension [UInt8] {
  /// Words of ours.
  mutating func append(words: StaticString) {
    words.withUTF8Buffer { append(contentsOf: $0) }
  }

  mutating func append(text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }
}

/// What `write` appends, as a String: each format is written down once, in bytes.
func text(_ write: (inout [UInt8]) -> Void) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(48)
  write(&bytes)
  return String(decoding: bytes, as: UTF8.self)
}
