import Bytes

/// A word of the index, as numbers that compare like its UTF-8.
struct IndexedWord {
  /// The first eight bytes, the first as the highest; padded with zeros.
  let prefix: UInt64
  /// The bytes after the first eight.
  let tail: [UInt8]

  init(_ utf8: UnsafeBufferPointer<UInt8>) {
    prefix = IndexedWord.prefix(utf8)
    tail = utf8.count > 8 ? Array(utf8[8...]) : []
  }

  var utf8: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + tail.count)
    for shift in stride(from: 56, through: 0, by: -8) {
      let byte = UInt8(truncatingIfNeeded: prefix >> UInt64(shift))
      if byte != 0 { bytes.append(byte) }
    }
    return bytes + tail
  }

  var firstScalar: UInt32 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4) { bytes in
      for index in 0..<4 { bytes[index] = UInt8(truncatingIfNeeded: prefix >> UInt64(56 - 8 * index)) }
      return TermBucket.scalar(UnsafeBufferPointer(bytes))
    }
  }

  static func prefix(_ utf8: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<8 { prefix = prefix << 8 | (index < utf8.count ? UInt64(utf8[index]) : 0) }
    return prefix
  }

  static func < (a: IndexedWord, b: IndexedWord) -> Bool {
    a.prefix != b.prefix ? a.prefix < b.prefix : a.tail.lexicographicallyPrecedes(b.tail)
  }

  static func == (a: IndexedWord, b: IndexedWord) -> Bool { a.prefix == b.prefix && a.tail == b.tail }
}

/// Numbers for the words of a run of entries.
///
/// Invariant: fewer than three quarters of the slots are filled.
struct WordTable: ~Copyable {
  private struct Slot {
    /// The prefix, as in `IndexedWord`; 0 in an empty slot.
    var prefix: UInt64 = 0
    var tailStart: UInt32 = 0
    /// The number of the word in its bucket.
    var word: UInt32 = 0
    var lastEntry: Int32 = -1
    var bucket: UInt16 = 0
    var tailLength: UInt8 = 0
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var capacity = 1 << 12
  private var filled = 0
  private var tails = ByteBuffer()

  init() {
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
  }

  deinit { slots.deallocate() }

  struct Number {
    let bucket: Int
    let word: Int
    let isNew: Bool
  }

  /// The number of a word; nil if the same entry has asked for it before. A new word gets the number that `next` gives
  /// for its bucket.
  mutating func number(
    of word: UnsafeBufferPointer<UInt8>, in entry: Int32, _ next: (Int) -> Int
  ) -> Number? {
    let prefix = IndexedWord.prefix(word)
    var index = WordTable.hash(prefix, word) & (capacity - 1)
    while slots[index].prefix != 0 {
      if slots[index].prefix == prefix, Int(slots[index].tailLength) == max(8, word.count) - 8,
        hasTail(of: word, at: slots[index].tailStart)
      {
        guard slots[index].lastEntry != entry else { return nil }
        slots[index].lastEntry = entry
        return Number(bucket: Int(slots[index].bucket), word: Int(slots[index].word), isNew: false)
      }
      index = (index + 1) & (capacity - 1)
    }
    let bucket = TermBucket.number(of: TermBucket.scalar(word))
    let number = Number(bucket: bucket, word: next(bucket), isNew: true)
    slots[index] = Slot(
      prefix: prefix, tailStart: UInt32(tails.count), word: UInt32(number.word), lastEntry: entry,
      bucket: UInt16(bucket), tailLength: UInt8(max(8, word.count) - 8))
    if word.count > 8 { tails.append(contentsOf: UnsafeBufferPointer(rebasing: word[8...])) }
    filled += 1
    if filled * 4 > capacity * 3 { grow() }
    return number
  }

  private func hasTail(of word: UnsafeBufferPointer<UInt8>, at start: UInt32) -> Bool {
    guard word.count > 8 else { return true }
    return tails.withBytes(from: Int(start)) { tail in
      for index in 8..<word.count where tail[index - 8] != word[index] { return false }
      return true
    }
  }

  private static func hash(_ prefix: UInt64, _ word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = prefix
    if word.count > 8 { for byte in word[8...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 } }
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7FFF_FFFF)
  }

  private mutating func grow() {
    let (old, count) = (slots, capacity)
    capacity *= 2
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
    for slot in UnsafeBufferPointer(start: old, count: count) where slot.prefix != 0 {
      var index = hash(of: slot) & (capacity - 1)
      while slots[index].prefix != 0 { index = (index + 1) & (capacity - 1) }
      slots[index] = slot
    }
    old.deallocate()
  }

  private func hash(of slot: Slot) -> Int {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: TermCollector.longestWord) { bytes in
      let length = 8 + Int(slot.tailLength)
      for index in 0..<8 { bytes[index] = 0 }
      tails.withBytes(from: Int(slot.tailStart)) { tail in
        for index in 8..<length { bytes[index] = tail[index - 8] }
      }
      return WordTable.hash(slot.prefix, UnsafeBufferPointer(rebasing: bytes[0..<length]))
    }
  }
}
