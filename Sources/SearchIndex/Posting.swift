/// Records that an entry holds a term.
///
/// A page of 4,500 bytes has some 1,200 postings, and a site of 10,000 such pages twelve million, so each takes four
/// bytes, and none is allocated. A list of postings begins with a head, which has the entry and the field of all that
/// follow; the bucket of the list has the rest of the term.
struct Posting {
  let bits: UInt32

  /// The field of an entry that holds a term. The best field counts, so fields are read in this order.
  enum Field: UInt32 {
    case title, place, text
  }

  @inline(__always)
  init(bits: UInt32) { self.bits = bits }

  /// The head of the postings of an entry in a field.
  init(entry: Int, field: Field) {
    precondition(entry < 1 << 29, "a site has fewer than 500 million entries")
    bits = 1 << 31 | UInt32(entry) << 2 | field.rawValue
  }

  /// A posting of two neighbouring characters up to U+FFFF.
  @inline(__always)
  init(pair first: UInt32, _ second: UInt32) { bits = (first & 0xFF) << 16 | second }

  /// The number of a word among those of its bucket.
  @inline(__always)
  init(word number: Int) { bits = 1 << 30 | UInt32(number) }

  @inline(__always) var isHead: Bool { bits >> 31 != 0 }
  @inline(__always) var isWord: Bool { bits >> 30 == 1 }
  /// In a head: the entry, and in the lowest two bits the field.
  @inline(__always) var place: UInt32 { bits & 0x7FFF_FFFF }
  /// In a pair: the key that orders the pairs of a bucket.
  @inline(__always) var pair: UInt32 { bits }
  @inline(__always) var word: Int { Int(bits & 0x3FFF_FFFF) }
}

/// The postings of one bucket in the order of entries, in chunks that are never moved.
struct PostingList {
  private var chunks: [UnsafeMutablePointer<UInt32>] = []
  /// Where the next posting goes, and the end of the last chunk. Both are `nowhere` until the first chunk is allocated.
  private var next = PostingList.nowhere
  private var end = PostingList.nowhere
  private var head: UInt32 = 0

  /// A placeholder that is compared, and never read or written: `append` grows the list while `next` equals `end`. So no
  /// thread can race for it.
  private nonisolated(unsafe) static let nowhere = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)

  /// The capacity of a chunk, in postings. Most buckets of a small site hold few.
  private static func capacity(_ chunk: Int) -> Int { 64 << min(chunk, 6) }

  @inline(__always)
  mutating func append(_ posting: Posting, of head: Posting) {
    if self.head != head.bits {
      self.head = head.bits
      append(head.bits)
    }
    append(posting.bits)
  }

  @inline(__always)
  private mutating func append(_ bits: UInt32) {
    if next == end { grow() }
    next.pointee = bits
    next += 1
  }

  @inline(never)
  private mutating func grow() {
    let room = PostingList.capacity(chunks.count)
    next = .allocate(capacity: room)
    end = next + room
    chunks.append(next)
  }

  /// Heads included.
  var count: Int {
    guard let last = chunks.last else { return 0 }
    return (0..<chunks.count - 1).reduce(next - last) { $0 + PostingList.capacity($1) }
  }

  @inline(__always)
  func visit(_ posting: (Posting) -> Void) {
    var left = count
    for (number, chunk) in chunks.enumerated() {
      let length = min(left, PostingList.capacity(number))
      for index in 0..<length { posting(Posting(bits: chunk[index])) }
      left -= length
    }
  }

  func free() {
    for chunk in chunks { chunk.deallocate() }
  }
}
