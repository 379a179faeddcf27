import Bytes

/// The bytes of a leaf that may be markup: `` !&*<[\]_` `` and the controls.
enum InlineMarks {
  /// The index of the next mark before `end`, or `end`. Skips sixteen bytes at a time.
  @inline(__always)
  static func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 16 <= end {
      let first = among(raw.vector(at: index)).firstTrue
      index += first
      guard first < 16 else { continue }
      if isMark(bytes[index]) { return index }
      index += 1
    }
    while index < end, !isMark(bytes[index]) { index += 1 }
    return index
  }

  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    // A bit for each control and each of `!&*<`, and for each of `` [\]_` ``.
    let bits: UInt64 = byte < 64 ? 0x1000_0442_FFFF_FFFF : 0x0000_0001_B800_0000
    return bits >> UInt64(byte & 63) & 1 == 1
  }

  /// Which of sixteen bytes are marks. Includes `^`, which `isMark` then excludes.
  @inline(__always)
  private static func among(_ bytes: ByteVector) -> SIMDMask<SIMD16<Int8>> {
    func are(_ mark: Unicode.Scalar) -> SIMDMask<SIMD16<Int8>> { bytes .== ByteVector(repeating: UInt8(ascii: mark)) }
    // From `[` to a grave accent.
    let brackets =
      (bytes &- ByteVector(repeating: UInt8(ascii: "[")))
      .<= ByteVector(repeating: UInt8(ascii: "`") - UInt8(ascii: "["))
    let controls = bytes .< ByteVector(repeating: 0x20)
    return (brackets .| controls) .| (are("!") .| are("&")) .| (are("*") .| are("<"))
  }
}

/// Whether something like `&amp;` or `&#38;` starts at `start`.
func mayBeReference(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
  var index = start + 1
  while index < end, isAlphanumeric(bytes[index]) || bytes[index] == UInt8(ascii: "#") { index += 1 }
  return index > start + 1 && index < end && bytes[index] == UInt8(ascii: ";")
}
