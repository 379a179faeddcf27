import Bytes
import Files

/// The terms of one range of the alphabet, merged from all runs and encoded.
struct TermPart: Sendable {
  /// The UTF-8 of all terms, one behind the other.
  private(set) var keys: [UInt8] = []
  private(set) var keyEnds: [Int32] = []
  /// Their lists, one behind the other.
  private(set) var lists: [UInt8] = []
  private(set) var listEnds: [Int32] = []
  private(set) var hash = ContentHash()

  var count: Int { keyEnds.count }

  func key(_ index: Int) -> ArraySlice<UInt8> {
    keys[(index == 0 ? 0 : Int(keyEnds[index - 1]))..<Int(keyEnds[index])]
  }

  func list(_ index: Int) -> ArraySlice<UInt8> {
    lists[(index == 0 ? 0 : Int(listEnds[index - 1]))..<Int(listEnds[index])]
  }

  /// About as many bytes as a term takes in a piece.
  func length(_ index: Int) -> Int { 4 + list(index).count }

  /// Where the alphabet is cut, so that threads encode parts of about equal size. The cuts do not depend on the site or
  /// on the number of threads.
  static let cuts: [UInt64] = {
    let bytes: [UInt8] = [0x64, 0x6D, 0x73, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA]
    var cuts = bytes.map { UInt64($0) << 56 }
    for lead: UInt64 in 0xE4...0xE9 { cuts.append(lead << 56 | 0xA0 << 48) }
    return [0] + cuts.sorted() + [.max]
  }()

  /// A run, and how far it is merged.
  private struct Cursor {
    let run: TermRun
    var next: Int
    let end: Int
    /// Of the next term, so that most steps compare numbers only.
    var prefix: UInt64

    init(_ run: TermRun, from start: Int, to end: Int) {
      (self.run, next, self.end) = (run, start, end)
      prefix = start < end ? run.terms[start].prefix : .max
    }

    mutating func advance() {
      next += 1
      prefix = next < end ? run.terms[next].prefix : .max
    }
  }

  /// Merges the terms from `cuts[number]` to the next cut.
  init(_ runs: [TermRun], number: Int) {
    let bounds = (TermPart.cuts[number], TermPart.cuts[number + 1])
    var cursors = runs.map { run in
      let end = bounds.1 == .max ? run.terms.count : run.count(below: bounds.1)
      return Cursor(run, from: run.count(below: bounds.0), to: end)
    }
    var output = ByteBuffer(capacity: 1 << 16)
    var fields: [[Int32]] = [[], [], []]
    while let lowest = TermPart.lowest(cursors) {
      let (run, term) = (cursors[lowest].run, cursors[lowest].run.terms[cursors[lowest].next])
      run.append(term, to: &keys)
      keyEnds.append(Int32(keys.count))
      for index in cursors.indices
      where cursors[index].prefix == term.prefix && cursors[index].next < cursors[index].end {
        let other = cursors[index].run
        let candidate = other.terms[cursors[index].next]
        guard index == lowest || TermPart.order(other, candidate, run, term) == 0 else { continue }
        other.arena.withUnsafeBufferPointer { arena in
          other.visit(candidate, arena) { entry, field in fields[Int(field)].append(entry) }
        }
        cursors[index].advance()
      }
      TermPart.append(fields, to: &output)
      listEnds.append(Int32(output.count))
      for field in fields.indices { fields[field].removeAll(keepingCapacity: true) }
    }
    lists = output.array
    keys.withUnsafeBytes { hash.combine($0) }
    lists.withUnsafeBytes { hash.combine($0) }
  }

  /// Texts first, as most terms stand in texts only.
  private static func append(_ fields: [[Int32]], to output: inout ByteBuffer) {
    let last = fields[0].isEmpty ? fields[1].isEmpty ? 2 : 1 : 0
    for field in stride(from: 2, through: last, by: -1) {
      if field < 2 { output.append(UInt8(ascii: "|")) }
      EntryList.append(fields[field], to: &output)
    }
  }

  /// The run whose next term comes first.
  private static func lowest(_ cursors: [Cursor]) -> Int? {
    var lowest: Int?
    for index in cursors.indices where cursors[index].next < cursors[index].end {
      guard let best = lowest else {
        lowest = index
        continue
      }
      if cursors[index].prefix > cursors[best].prefix { continue }
      let isBelow =
        cursors[index].prefix < cursors[best].prefix
        || order(
          cursors[index].run, cursors[index].run.terms[cursors[index].next], cursors[best].run,
          cursors[best].run.terms[cursors[best].next]) < 0
      if isBelow { lowest = index }
    }
    return lowest
  }

  private static func order(_ a: TermRun, _ first: TermRun.Term, _ b: TermRun, _ second: TermRun.Term) -> Int {
    if first.prefix != second.prefix { return first.prefix < second.prefix ? -1 : 1 }
    if first.tailLength == 0, second.tailLength == 0 { return 0 }
    return a.tails.withUnsafeBufferPointer { tails in
      b.tails.withUnsafeBufferPointer { others in
        let (one, other) = (first.tail(tails), second.tail(others))
        if TermRun.isBelow(one, other) { return -1 }
        return TermRun.isBelow(other, one) ? 1 : 0
      }
    }
  }
}
