/// The terms of a run of entries, each with the entries that hold it.
///
/// A pair of characters is a number, and goes into the list of its bucket unchanged; there are millions of different
/// ones, and looking up each in a table would miss the cache. There are far fewer different words: a table gives each a
/// number.
///
/// `@unchecked Sendable` is safe although it has pointers: a collector cannot be copied and is the only owner of their
/// memory. One thread writes to it until all entries are collected; after that it is only read.
struct TermCollector: ~Copyable, @unchecked Sendable {
  private let lists: UnsafeMutablePointer<PostingList>
  private let words: UnsafeMutablePointer<[IndexedWord]>
  private var table = WordTable()
  private var pairs = PairSet()
  private var head = Posting(entry: 0, field: .title)
  private var entry: Int32 = 0

  init() {
    lists = .allocate(capacity: TermBucket.count)
    lists.initialize(repeating: PostingList(), count: TermBucket.count)
    words = .allocate(capacity: TermBucket.count)
    words.initialize(repeating: [], count: TermBucket.count)
  }

  deinit {
    for bucket in 0..<TermBucket.count { lists[bucket].free() }
    lists.deinitialize(count: TermBucket.count)
    lists.deallocate()
    words.deinitialize(count: TermBucket.count)
    words.deallocate()
  }

  /// In bytes. Longer words are cut, here and in `search.js`.
  static let longestWord = 40

  /// The terms that follow are those of an entry. Entries are collected in ascending order.
  mutating func begin(_ entry: Int) {
    self.entry = Int32(entry)
    head = Posting(entry: entry, field: .title)
    pairs.begin()
  }

  /// The field of the terms that follow. Of an entry's fields, the best one comes first.
  var field = Posting.Field.title {
    didSet { head = Posting(entry: Int(entry), field: field) }
  }

  /// Adds two paired characters that are neighbours.
  @inline(__always)
  mutating func add(_ first: UInt32, _ second: UInt32) {
    guard first | second <= 0xFFFF else { return addRare(first, second) }
    guard pairs.insert(first << 16 | second) else { return }
    lists[TermBucket.number(of: first)].append(Posting(pair: first, second), of: head)
  }

  /// Adds a pair with a character above U+FFFF, as a word.
  @inline(never)
  private mutating func addRare(_ first: UInt32, _ second: UInt32) {
    var text = ""
    for value in [first, second] {
      guard let scalar = Unicode.Scalar(value) else { return }
      text.unicodeScalars.append(scalar)
    }
    text.withBytes { add(word: $0) }
  }

  /// Adds a term of any characters, of 1 to `longestWord` bytes.
  mutating func add(word: UnsafeBufferPointer<UInt8>) {
    let words = words
    guard let number = table.number(of: word, in: entry, { words[$0].count }) else { return }
    if number.isNew { words[number.bucket].append(IndexedWord(word)) }
    lists[number.bucket].append(Posting(word: number.word), of: head)
  }

  func postings(_ bucket: Int) -> PostingList { lists[bucket] }

  /// The words of a bucket by their numbers.
  func words(_ bucket: Int) -> [IndexedWord] { words[bucket] }
}

/// The terms of a run of entries when all are read.
final class TermRun: Sendable {
  let terms: TermCollector

  init(_ terms: consuming TermCollector) { self.terms = terms }
}

/// The pairs that the current entry holds already: a set that is emptied by counting up, since each slot has the number
/// of its entry.
private struct PairSet: ~Copyable {
  /// The generation in the upper half, the pair in the lower.
  private var slots: UnsafeMutablePointer<UInt64>
  private var mask = 1 << 12 - 1
  private var room = 1 << 11
  private var generation: UInt64 = 0

  init() {
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
  }

  deinit { slots.deallocate() }

  mutating func begin() {
    generation += 1
    room = (mask + 1) / 2
  }

  /// False if the entry holds the pair already.
  @inline(__always)
  mutating func insert(_ pair: UInt32) -> Bool {
    let wanted = generation &<< 32 | UInt64(pair)
    var index = PairSet.hash(pair) & mask
    while true {
      let slot = slots[index]
      if slot == wanted { return false }
      if slot &>> 32 != generation { break }
      index = (index &+ 1) & mask
    }
    slots[index] = wanted
    room &-= 1
    if room == 0 { grow() }
    return true
  }

  @inline(__always)
  private static func hash(_ pair: UInt32) -> Int { Int((UInt64(pair) &* 0x9E37_79B9_7F4A_7C15) &>> 40) }

  @inline(never)
  private mutating func grow() {
    let (old, count) = (slots, mask + 1)
    mask = count * 2 - 1
    room = count / 2
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    for slot in UnsafeBufferPointer(start: old, count: count) where slot >> 32 == generation {
      var index = PairSet.hash(UInt32(truncatingIfNeeded: slot)) & mask
      while slots[index] >> 32 == generation { index = (index + 1) & mask }
      slots[index] = slot
    }
    old.deallocate()
  }
}
