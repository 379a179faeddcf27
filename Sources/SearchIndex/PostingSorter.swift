/// Postings of one bucket, each with its term as a number, sorted by term.
///
/// Entries come in ascending order, and a radix sort keeps it: two passes over twelve bits sort the millions of pairs
/// of a site faster than comparisons, which miss the cache and are mispredicted.
struct PostingSorter: ~Copyable {
  /// Each posting: the term in the upper half, the place of its head in the lower.
  private var postings: UnsafeMutablePointer<UInt64>
  private var spare: UnsafeMutablePointer<UInt64>
  private(set) var count = 0

  init(capacity: Int) {
    postings = .allocate(capacity: capacity)
    spare = .allocate(capacity: capacity)
  }

  deinit {
    postings.deallocate()
    spare.deallocate()
  }

  /// At most as often as the capacity says.
  @inline(__always)
  mutating func append(term: UInt32, place: UInt32) {
    postings[count] = UInt64(term) << 32 | UInt64(place)
    count += 1
  }

  @inline(__always)
  func term(_ index: Int) -> UInt32 { UInt32(postings[index] >> 32) }

  @inline(__always)
  func place(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: postings[index]) }

  /// `bits`: how many of a term's bits differ, from the lowest.
  mutating func sort(bits: Int) {
    guard count > 1 else { return }
    var shift = 0
    while shift < bits {
      sortPass(shift: UInt64(32 + shift), bits: min(12, bits - shift))
      shift += 12
    }
  }

  private mutating func sortPass(shift: UInt64, bits: Int) {
    let mask: UInt64 = 1 << UInt64(bits) - 1
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1 << bits) { starts in
      starts.initialize(repeating: 0)
      for index in 0..<count { starts[Int(postings[index] &>> shift & mask)] &+= 1 }
      var start: UInt32 = 0
      for digit in starts.indices { (starts[digit], start) = (start, start &+ starts[digit]) }
      for index in 0..<count {
        let posting = postings[index]
        let digit = Int(posting &>> shift & mask)
        spare[Int(starts[digit])] = posting
        starts[digit] &+= 1
      }
    }
    swap(&postings, &spare)
  }
}
