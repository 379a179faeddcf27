import Bytes

/// Rows to CSV bytes: RFC 4180 quoting where a cell needs it, CRLF line ends. Public so far as the compiler
/// shall put it into the caller's code: a call for each of thousands of cells costs more than the cell.
public struct CSVWriter: ~Copyable {
  @usableFromInline var buffer: ByteBuffer
  /// Where the row at hand begins.
  private var rowStart: Int
  @usableFromInline var isFirstOfRow = true

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
    guard let text, !text.isEmpty else { return }
    text.withBytes { append($0) }
  }

  @inlinable @inline(__always)
  public mutating func emptyCells(_ number: Int = 1) {
    for _ in 0..<number { separate() }
  }

  /// A cell that needs no quotes, as a number.
  @inlinable @inline(__always)
  public mutating func cell(_ write: (inout ByteBuffer) -> Void) {
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

  @inlinable @inline(__always)
  mutating func separate() {
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
  let raw = UnsafeRawBufferPointer(cell)
  var index = 0
  // Eight bytes at a time while all are letters, digits or above: Chinese is.
  while index + 8 <= raw.count {
    let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    // A byte up to `,` borrows from its high bit.
    guard (word &- 0x2D2D_2D2D_2D2D_2D2D) & ~word & 0x8080_8080_8080_8080 == 0 else { break }
    index += 8
  }
  while index < raw.count {
    let byte = raw[index]
    if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D { return true }
    index += 1
  }
  return false
}

private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
