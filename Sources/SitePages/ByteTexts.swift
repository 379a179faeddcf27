import Bytes

/// Texts that are looked up by their bytes. A `Set<String>` compares texts by Unicode's normal forms, which took 7 % of
/// a build in two languages (30 November 2026).
struct ByteTexts: Sendable {
  private var texts: [[UInt8]] = []
  /// Open-addressing slots: indices into `texts`, probed linearly from the hash; -1 is empty. At least three of four are
  /// empty, and their number is a power of two.
  private var places: [Int32]

  init(_ all: some Collection<[UInt8]>) {
    var count = 16
    while count < all.count * 4 { count *= 2 }
    places = [Int32](repeating: -1, count: count)
    for text in all {
      let (place, isThere) = text.withUnsafeBufferPointer { find($0) }
      guard !isThere else { continue }
      places[place] = Int32(texts.count)
      texts.append(text)
    }
  }

  var isEmpty: Bool { texts.isEmpty }

  func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool { find(text).isThere }

  /// The place of a text, or the free one where it belongs.
  private func find(_ text: UnsafeBufferPointer<UInt8>) -> (place: Int, isThere: Bool) {
    var place = ByteTexts.hash(text) & (places.count - 1)
    while places[place] >= 0 {
      if texts[Int(places[place])].withUnsafeBufferPointer({ haveEqualBytes($0, text) }) { return (place, true) }
      place = (place + 1) & (places.count - 1)
    }
    return (place, false)
  }

  /// A hash of the length, the first and the last eight bytes: equal hashes only cost a comparison.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(text)
    var hash = UInt64(text.count)
    if text.count >= 8 {
      hash ^= raw.word(at: 0).bits &* 0x9E37_79B9_7F4A_7C15
      hash ^= raw.word(at: text.count - 8).bits &* 0xC2B2_AE3D_27D4_EB4F
    } else {
      for byte in text { hash = hash &* 0x100_0000_01B3 ^ UInt64(byte) }
    }
    hash &*= 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> 32)
  }
}
