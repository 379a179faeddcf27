import Bytes

/// Rows to CSV bytes: RFC 4180 quoting where a cell needs it, CRLF line ends.
package struct CSVWriter: ~Copyable {
  private var buffer: ByteBuffer
  /// Where the row at hand begins.
  private var rowStart: Int
  private var isFirstOfRow = true

  /// `byteOrderMark`: without one, Excel reads a file of Chinese text in the computer's own encoding. `buffer` is what the
  /// rows are written behind.
  package init(byteOrderMark: Bool = false, behind buffer: consuming ByteBuffer = ByteBuffer()) {
    if byteOrderMark { buffer.append(literal: "\u{FEFF}") }
    rowStart = buffer.count
    self.buffer = buffer
  }

  /// All that the buffer holds.
  package var bytes: [UInt8] { buffer.array }

  /// Gives the buffer back.
  package consuming func finish() -> ByteBuffer { buffer }

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

  package mutating func emptyCells(_ number: Int = 1) {
    for _ in 0..<number { separate() }
  }

  /// A cell that needs no quotes, as a number.
  package mutating func cell(_ write: (inout ByteBuffer) -> Void) {
    separate()
    write(&buffer)
  }

  package mutating func endRow() {
    // One empty cell would be a blank line, which readers (ours too) skip.
    if buffer.count == rowStart { buffer.append(literal: "\"\"") }
    buffer.append(literal: "\r\n")
    rowStart = buffer.count
    isFirstOfRow = true
  }

  /// Begins anew, in the room that it has: for cells that many rows share.
  package mutating func removeAll() {
    buffer.removeAll()
    rowStart = 0
    isFirstOfRow = true
  }

  /// Puts the cells of another writer, which has begun but not ended a row, into the row at hand.
  package mutating func cells(of part: borrowing CSVWriter) {
    separate()
    buffer.append(contentsOf: part.buffer)
  }

  private mutating func separate() {
    if !isFirstOfRow { buffer.append(UInt8(ascii: ",")) }
    isFirstOfRow = false
  }

  private mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
    guard needsQuotes(cell) else { return buffer.append(contentsOf: cell) }
    buffer.append(UInt8(ascii: "\""))
    for byte in cell {
      if byte == UInt8(ascii: "\"") { buffer.append(byte) }
      buffer.append(byte)
    }
    buffer.append(UInt8(ascii: "\""))
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
