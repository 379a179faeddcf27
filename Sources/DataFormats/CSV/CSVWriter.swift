/// Rows to CSV bytes: RFC 4180 quoting where a cell needs it, CRLF line ends.
package struct CSVWriter {
  package private(set) var bytes: [UInt8] = []

  /// `byteOrderMark`: without one, Excel reads a file of Chinese text in the computer's own encoding.
  package init(byteOrderMark: Bool = false) {
    if byteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
    rowStart = bytes.count
  }

  /// Where the row at hand begins.
  private var rowStart = 0
  private var isFirstOfRow = true

  package mutating func row(_ cells: some Sequence<String>) {
    for cell in cells { self.cell(cell) }
    endRow()
  }

  /// The next cell of the row at hand; nil is an empty one.
  package mutating func cell(_ text: String?) {
    separate()
    guard var text, !text.isEmpty else { return }
    text.withUTF8 { append($0) }
  }

  package mutating func emptyCell() { separate() }

  /// A cell that needs no quotes, as a number.
  @inline(__always)
  package mutating func cell(_ write: (inout [UInt8]) -> Void) {
    separate()
    write(&bytes)
  }

  package mutating func endRow() {
    // One empty cell would be a blank line, which readers (ours too) skip.
    if bytes.count == rowStart { bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
    rowStart = bytes.count
    isFirstOfRow = true
  }

  /// Begins anew, in the room that it has: for cells that many rows share.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    rowStart = 0
    isFirstOfRow = true
  }

  /// Puts the cells of another writer, which has begun but not ended a row, into the row at hand.
  package mutating func cells(of part: borrowing CSVWriter) {
    separate()
    part.bytes.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  private mutating func separate() {
    if !isFirstOfRow { bytes.append(UInt8(ascii: ",")) }
    isFirstOfRow = false
  }

  private mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
    guard needsQuotes(cell) else { return bytes.append(contentsOf: cell) }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// RFC 4180 §2.6; also for outer spaces, which readers (ours too) would drop.
private func needsQuotes(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
  if isSpace(cell[0]) || isSpace(cell[cell.count - 1]) { return true }
  for byte in cell where byte <= UInt8(ascii: ",") {
    if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D { return true }
  }
  return false
}

private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
