/// The terms of a run of entries, sorted, as they come out of a `TermTable`. A class, since merging reads one in every step.
final class TermRun: Sendable {
  struct Term: Sendable {
    let prefix: UInt64
    let tailStart: UInt32
    let tailLength: UInt8
    let firstBlock: UInt32
    /// After the last byte.
    let cursor: UInt32

    func tail(_ tails: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: tails[Int(tailStart)..<Int(tailStart) + Int(tailLength)])
    }
  }

  let terms: [Term]
  let tails: [UInt8]
  let arena: [UInt8]

  init(terms: [Term], tails: [UInt8], arena: [UInt8]) {
    self.terms = terms
    self.tails = tails
    self.arena = arena
  }

  static func isBelow(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    a.lexicographicallyPrecedes(b)
  }

  /// Appends the UTF-8 of a term.
  func append(_ term: Term, to bytes: inout [UInt8]) {
    for shift in stride(from: 56, through: 0, by: -8) {
      let byte = UInt8(truncatingIfNeeded: term.prefix >> UInt64(shift))
      if byte == 0 { break }
      bytes.append(byte)
    }
    if term.tailLength > 0 { bytes += tails[Int(term.tailStart)..<Int(term.tailStart) + Int(term.tailLength)] }
  }

  /// Passes every entry that holds the term, with the field, in ascending order.
  func visit(_ term: Term, _ arena: UnsafeBufferPointer<UInt8>, _ entry: (Int32, UInt32) -> Void) {
    var (position, level) = (term.firstBlock, UInt8(0))
    var end = position + TermTable.blockSize(0) - 4
    var last: Int32 = -1
    var (value, shift): (UInt32, UInt32) = (0, 0)
    while position != term.cursor {
      if position == end {
        position = UnsafeRawBufferPointer(arena).loadUnaligned(fromByteOffset: Int(end), as: UInt32.self)
        level += level < 5 ? 1 : 0
        end = position + TermTable.blockSize(level) - 4
        continue
      }
      let byte = arena[Int(position)]
      position += 1
      value |= UInt32(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 {
        last += Int32(bitPattern: value >> 2)
        entry(last, value & 3)
        (value, shift) = (0, 0)
      }
    }
  }

  /// The number of terms below a prefix of eight bytes.
  func count(below prefix: UInt64) -> Int {
    var (low, high) = (0, terms.count)
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].prefix < prefix { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
