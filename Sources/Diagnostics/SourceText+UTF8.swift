import CByteScan

extension SourceText {
  /// The offset of the first ill-formed UTF-8 sequence; nil if the whole file is valid UTF-8.
  package var firstInvalidUTF8: Int? { encodingFaults.invalid }

  /// The offsets of the first ill-formed UTF-8 sequence and of the first control character before it, see
  /// `ControlCharacter`; nil where there is none.
  package var encodingFaults: (invalid: Int?, control: Int?) {
    bytes.withUnsafeBufferPointer { bytes in
      let faults = scan_text(bytes.baseAddress, bytes.count)
      let raw = UnsafeRawBufferPointer(bytes)
      let end = faults.may_be_malformed ? endOfWellFormedUTF8(raw) : bytes.count
      let control = faults.may_have_control ? (0..<end).first { ControlCharacter.starts(at: $0, in: raw) } : nil
      return (end < bytes.count ? end : nil, control)
    }
  }
}

/// The offset of the first ill-formed sequence; the number of bytes if there is none. Unicode 16, table 3-7. Only of texts in which
/// `scan_text` found something.
private func endOfWellFormedUTF8(_ bytes: UnsafeRawBufferPointer) -> Int {
  let count = bytes.count
  var index = 0
  while index < count {
    let lead = bytes[index]
    if lead < 0x80 {
      index += 1
      continue
    }
    let length: Int
    let (least, most): (UInt8, UInt8)
    switch lead {
    case 0xC2...0xDF: (length, least, most) = (2, 0x80, 0xBF)
    case 0xE0: (length, least, most) = (3, 0xA0, 0xBF)
    case 0xED: (length, least, most) = (3, 0x80, 0x9F)
    case 0xE1...0xEF: (length, least, most) = (3, 0x80, 0xBF)
    case 0xF0: (length, least, most) = (4, 0x90, 0xBF)
    case 0xF1...0xF3: (length, least, most) = (4, 0x80, 0xBF)
    case 0xF4: (length, least, most) = (4, 0x80, 0x8F)
    default: return index
    }
    guard index + length <= count, bytes[index + 1] >= least, bytes[index + 1] <= most,
      length < 3 || bytes[index + 2] & 0xC0 == 0x80, length < 4 || bytes[index + 3] & 0xC0 == 0x80
    else { return index }
    index += length
  }
  return count
}
