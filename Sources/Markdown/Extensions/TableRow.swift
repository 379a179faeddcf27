import Bytes

/// The alignment of a column.
enum TableAlignment: UInt8 {
  case asWritten, left, center, right
}

/// One line of a pipe table (GFM 0.29 §4.10), split at its pipes. An escaped pipe is a sentinel already.
///
/// One value is reused for all lines, because a page has dozens.
struct TableRow {
  /// Ranges of the buffer it was read from, without surrounding blanks.
  private(set) var cells: [Range<Int>] = []
  /// The columns' alignments, after `isDelimiter` returned true.
  private(set) var alignments: [TableAlignment] = []

  init() {
    cells.reserveCapacity(8)
    alignments.reserveCapacity(8)
  }

  mutating func read(_ bytes: [UInt8], _ line: Range<Int>) {
    cells.removeAll(keepingCapacity: true)
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, bytes[start].isBlank { start += 1 }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    if start < end, bytes[start] == UInt8(ascii: "|") { start += 1 }
    if start < end, bytes[end - 1] == UInt8(ascii: "|") { end -= 1 }
    bytes.withUnsafeBufferPointer { bytes in
      var cell = start
      for index in start..<end where bytes[index] == UInt8(ascii: "|") {
        append(bytes, cell..<index)
        cell = index + 1
      }
      append(bytes, cell..<end)
    }
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>) {
    var start = cell.lowerBound
    var end = cell.upperBound
    while start < end, bytes[start].isBlank { start += 1 }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    cells.append(start..<end)
  }

  /// Whether a line is a delimiter row: it has a `|` or a `:`, and each cell is `-`s with a `:` at an end.
  mutating func isDelimiter(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    // Called for every row of every table: most return at their first letter.
    var isMeant = false
    for index in line {
      switch bytes[index] {
      case UInt8(ascii: "|"), UInt8(ascii: ":"): isMeant = true
      case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "\t"): continue
      default: return false
      }
    }
    guard isMeant else { return false }
    alignments.removeAll(keepingCapacity: true)
    read(bytes, line)
    for cell in cells {
      guard let first = bytes[cell].first, let last = bytes[cell].last else { return false }
      var dashes = cell
      let (left, right) = (first == UInt8(ascii: ":"), last == UInt8(ascii: ":"))
      if left { dashes = dashes.lowerBound + 1..<dashes.upperBound }
      if right, !dashes.isEmpty { dashes = dashes.lowerBound..<dashes.upperBound - 1 }
      guard !dashes.isEmpty, bytes[dashes].allSatisfy({ $0 == UInt8(ascii: "-") }) else { return false }
      alignments.append(left && right ? .center : left ? .left : right ? .right : .asWritten)
    }
    return true
  }
}
