extension SourceText {
  /// The byte at which the first ill-formed sequence begins; nil for a file that is UTF-8 throughout.
  package var firstInvalidUTF8: Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var index = 0
    while index < bytes.count {
      let length = bytes[index].sequenceLength
      guard length > 0, index + length <= bytes.count,
        String(validating: bytes[index..<index + length], as: UTF8.self) != nil
      else { return index }
      index += length
    }
    return nil
  }
}

extension UInt8 {
  /// Of the UTF-8 sequence that this byte begins; 0 if it begins none.
  fileprivate var sequenceLength: Int {
    switch self {
    case 0..<0x80: 1
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 0
    }
  }
}
