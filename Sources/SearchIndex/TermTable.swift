import Bytes

/// The terms of a run of entries, each with the entries that hold it.
///
/// A site of 10,000 pages has some fifteen million occurrences of terms, so that one look-up must cost no more than a miss
/// of the cache: a term lies in its slot, and its entries in blocks that double in size, as a list of Lucene does.
///
/// Invariant: fewer than three quarters of the slots are filled, and every filled slot's blocks lie inside the arena.
struct TermTable: ~Copyable {
  /// Where an entry holds a term. The best field of an entry counts, so fields are added in this order.
  enum Field: UInt32 {
    case title, place, text
  }

  struct Slot {
    /// The first eight bytes of the term, the first as the highest: their order is that of UTF-8. 0 in an empty slot.
    var prefix: UInt64 = 0
    /// The bytes after the first eight.
    var tailStart: UInt32 = 0
    var tailLength: UInt8 = 0
    var blockLevel: UInt8 = 0
    var lastEntry: Int32 = -1
    var firstBlock: UInt32 = 0
    var cursor: UInt32 = 0
    var blockEnd: UInt32 = 0
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var capacity: Int
  private var filled = 0
  private var arena = ByteArena()
  private var tails = ByteArena()
  /// The entry whose terms are being added.
  var entry: Int32 = 0
  var field = Field.title

  init() {
    capacity = 1 << 12
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
  }

  deinit { slots.deallocate() }

  /// In bytes. Longer words are cut, here and in `search.js`.
  static let longestWord = 40

  /// Adds a term of up to eight bytes.
  @inline(__always)
  mutating func add(_ prefix: UInt64) {
    var index = Int(truncatingIfNeeded: TermTable.hash(prefix)) & (capacity - 1)
    while true {
      let found = slots[index].prefix
      if found == prefix, slots[index].tailLength == 0 {
        if slots[index].lastEntry != entry { append(at: index) }
        return
      }
      if found == 0 { return insert(Slot(prefix: prefix), at: index) }
      index = (index + 1) & (capacity - 1)
    }
  }

  /// Adds a term of any length.
  mutating func add(word: UnsafeBufferPointer<UInt8>) {
    var prefix: UInt64 = 0
    for index in 0..<8 { prefix = prefix << 8 | (index < word.count ? UInt64(word[index]) : 0) }
    guard word.count > 8 else { return add(prefix) }
    let tail = UnsafeBufferPointer(rebasing: word[8...])
    var hash = TermTable.hash(prefix)
    for byte in tail { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    var index = Int(truncatingIfNeeded: TermTable.spread(hash)) & (capacity - 1)
    while true {
      let slot = slots[index]
      if slot.prefix == prefix, Int(slot.tailLength) == tail.count, tails.matches(tail, at: slot.tailStart) {
        if slot.lastEntry != entry { append(at: index) }
        return
      }
      if slot.prefix == 0 {
        return insert(
          Slot(prefix: prefix, tailStart: tails.append(tail), tailLength: UInt8(truncatingIfNeeded: tail.count)),
          at: index)
      }
      index = (index + 1) & (capacity - 1)
    }
  }

  @inline(__always)
  private static func hash(_ prefix: UInt64) -> UInt64 { spread(prefix &* 0x9E37_79B9_7F4A_7C15) }

  @inline(__always)
  private static func spread(_ hash: UInt64) -> UInt64 { hash ^ (hash >> 32) }

  private mutating func insert(_ slot: Slot, at index: Int) {
    var slot = slot
    slot.firstBlock = arena.allocate(TermTable.blockSize(0))
    slot.cursor = slot.firstBlock
    slot.blockEnd = slot.firstBlock + TermTable.blockSize(0) - 4
    slots[index] = slot
    filled += 1
    append(at: index)
    if filled * 4 > capacity * 3 { grow() }
  }

  private mutating func grow() {
    let (old, count) = (slots, capacity)
    capacity *= 2
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
    for slot in UnsafeBufferPointer(start: old, count: count) where slot.prefix != 0 {
      var hash = TermTable.hash(slot.prefix)
      if slot.tailLength > 0 {
        for offset in 0..<UInt32(slot.tailLength) {
          hash = (hash ^ UInt64(tails[slot.tailStart + offset])) &* 0x0000_0100_0000_01B3
        }
        hash = TermTable.spread(hash)
      }
      var index = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while slots[index].prefix != 0 { index = (index + 1) & (capacity - 1) }
      slots[index] = slot
    }
    old.deallocate()
  }

  // MARK: - Entries of a term

  /// In bytes, with the four that lead to the next block.
  static func blockSize(_ level: UInt8) -> UInt32 { 8 << UInt32(min(level, 5)) }

  private mutating func append(at index: Int) {
    var value = UInt32(bitPattern: entry - slots[index].lastEntry) << 2 | field.rawValue
    slots[index].lastEntry = entry
    while value >= 0x80 {
      append(UInt8(truncatingIfNeeded: value) | 0x80, at: index)
      value >>= 7
    }
    append(UInt8(truncatingIfNeeded: value), at: index)
  }

  private mutating func append(_ byte: UInt8, at index: Int) {
    if slots[index].cursor == slots[index].blockEnd {
      let level = slots[index].blockLevel + (slots[index].blockLevel < 5 ? 1 : 0)
      let block = arena.allocate(TermTable.blockSize(level))
      arena.store(block, at: slots[index].blockEnd)
      slots[index].blockLevel = level
      slots[index].cursor = block
      slots[index].blockEnd = block + TermTable.blockSize(level) - 4
    }
    arena[slots[index].cursor] = byte
    slots[index].cursor += 1
  }

  /// The terms in the order of their bytes.
  func sorted() -> TermRun {
    var terms: [TermRun.Term] = []
    terms.reserveCapacity(filled)
    for slot in UnsafeBufferPointer(start: slots, count: capacity) where slot.prefix != 0 {
      terms.append(
        TermRun.Term(
          prefix: slot.prefix, tailStart: slot.tailStart, tailLength: slot.tailLength, firstBlock: slot.firstBlock,
          cursor: slot.cursor))
    }
    let tails = tails.array
    tails.withUnsafeBufferPointer { tails in
      terms.sort { a, b in
        a.prefix != b.prefix ? a.prefix < b.prefix : TermRun.isBelow(a.tail(tails), b.tail(tails))
      }
    }
    return TermRun(terms: terms, tails: tails, arena: arena.array)
  }
}

/// Bytes that are addressed by their offsets, and never freed one by one.
struct ByteArena: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 12
  private var count: UInt32 = 0

  init() { base = .allocate(capacity: capacity) }

  deinit { base.deallocate() }

  var array: [UInt8] { Array(UnsafeBufferPointer(start: base, count: Int(count))) }

  subscript(offset: UInt32) -> UInt8 {
    get { base[Int(offset)] }
    set { base[Int(offset)] = newValue }
  }

  /// The offset of `size` new bytes, which are not set.
  mutating func allocate(_ size: UInt32) -> UInt32 {
    let start = count
    count += size
    if Int(count) > capacity {
      let old = base
      base = .allocate(capacity: capacity * 2)
      base.update(from: old, count: Int(start))
      old.deallocate()
      capacity *= 2
    }
    // A block that is not filled must have the same bytes on every machine: nothing reads them, but no tool should warn.
    (base + Int(start)).update(repeating: 0, count: Int(size))
    return start
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let start = allocate(UInt32(bytes.count))
    for (index, byte) in bytes.enumerated() { base[Int(start) + index] = byte }
    return start
  }

  func matches(_ bytes: UnsafeBufferPointer<UInt8>, at start: UInt32) -> Bool {
    for (index, byte) in bytes.enumerated() where base[Int(start) + index] != byte { return false }
    return true
  }

  mutating func store(_ number: UInt32, at offset: UInt32) {
    UnsafeMutableRawPointer(base + Int(offset)).storeBytes(of: number, as: UInt32.self)
  }
}
