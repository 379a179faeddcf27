import Bytes

/// Writes CSV with CRLF line breaks, and quotes cells where needed. RFC 4180.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe in front, the mark of spreadsheets for text. Numbers
/// and percentages stay as they are: a spreadsheet reads `-50%` as a number, and so do other programs.
///
/// Public where the compiler must inline it into other targets: a call for each of thousands of cells costs more than
/// the cell.
public struct CSVWriter: ~Copyable {
  @usableFromInline var buffer: ByteBuffer
  /// The offset at which the current row begins.
  private var rowStart: Int
  @usableFromInline var isFirstOfRow = true

  /// Appends the rows to `buffer`. `byteOrderMark`: without one, Excel reads Chinese text in the encoding of the
  /// computer.
  package init(byteOrderMark: Bool = false, appendingTo buffer: consuming ByteBuffer = ByteBuffer()) {
    if byteOrderMark { buffer.append(literal: "\u{FEFF}") }
    rowStart = buffer.count
    self.buffer = buffer
  }

  /// A copy of the whole buffer, including what was in it before.
  package var bytes: [UInt8] { buffer.array }

  /// Returns the buffer.
  package consuming func finish() -> ByteBuffer { buffer }

  package mutating func row(_ cells: some Sequence<String>) {
    for cell in cells { self.cell(cell) }
    endRow()
  }

  /// Writes a text as the next cell of the current row; nil is an empty cell.
  package mutating func cell(_ text: String?) {
    separate()
    guard let text, !text.isEmpty else { return }
    text.withBytes { bytes in
      if beginsFormula(bytes), !isNumber(text) { append(formula: bytes) } else { append(bytes) }
    }
  }

  /// Writes so many empty cells; nothing for 0.
  @inlinable @inline(__always)
  public mutating func emptyCells(_ number: Int = 1) {
    // The first cell of a row has no comma before it.
    let commas = isFirstOfRow ? number - 1 : number
    if number > 0 { isFirstOfRow = false }
    if commas > 0 { buffer.append(UInt8(ascii: ","), count: commas) }
  }

  /// Writes a cell that needs no quotes, such as a number.
  @inlinable @inline(__always)
  public mutating func cell(_ write: (inout ByteBuffer) -> Void) {
    separate()
    write(&buffer)
  }

  package mutating func endRow() {
    // A row of one empty cell would be a blank line, which readers skip, ours included.
    if buffer.count == rowStart { buffer.append(literal: "\"\"") }
    buffer.append(literal: "\r\n")
    rowStart = buffer.count
    isFirstOfRow = true
  }

  /// Starts over and keeps the capacity: for cells that many rows share.
  package mutating func removeAll() {
    buffer.removeAll()
    rowStart = 0
    isFirstOfRow = true
  }

  /// Appends the cells of another writer, whose row is not ended, to the current row.
  package mutating func cells(of part: borrowing CSVWriter) {
    separate()
    buffer.append(contentsOf: part.buffer)
  }

  /// Appends cells that another writer made, such as those that many rows share.
  package mutating func cells(verbatim bytes: [UInt8]) {
    separate()
    buffer.append(contentsOf: bytes)
  }

  @inlinable @inline(__always)
  mutating func separate() {
    if !isFirstOfRow { buffer.append(UInt8(ascii: ",")) }
    isFirstOfRow = false
  }

  private mutating func append(formula cell: UnsafeBufferPointer<UInt8>) {
    ([UInt8(ascii: "'")] + cell).withUnsafeBufferPointer { append($0) }
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

/// Whether a spreadsheet might run a text: it begins with `=`, `+`, `-`, `@` or a fullwidth form of them, after white space or
/// not, or with a tab or a line break.
private func beginsFormula(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
  // All but the first byte of fullwidth forms are below `A`; nearly all texts begin above it.
  guard cell[0] <= UInt8(ascii: "@") || cell[0] == 0xEF else { return false }
  if cell[0] < UInt8(ascii: " ") { return true }
  guard let start = cell.firstIndex(where: { $0 != UInt8(ascii: " ") }) else { return false }
  switch cell[start] {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: return true
  case 0xEF:
    // U+FF0B, U+FF0D, U+FF1D and U+FF20.
    guard start + 2 < cell.count, cell[start + 1] == 0xBC else { return false }
    return [0x8B, 0x8D, 0x9D, 0xA0].contains(cell[start + 2])
  default: return false
  }
}

/// Whether a text is a number or a percentage. Asked of few texts.
private func isNumber(_ text: String) -> Bool {
  DecimalNumber(text.utf8.last == UInt8(ascii: "%") ? String(text.dropLast()) : text) != nil
}

/// RFC 4180 §2.6. Leading and trailing spaces need quotes, too, because readers trim them, ours included.
private func needsQuotes(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
  if cell[0].isBlank || cell[cell.count - 1].isBlank { return true }
  let raw = UnsafeRawBufferPointer(cell)
  var index = 0
  // All characters that need quotes are below `-`. Letters, digits and Chinese are above it.
  while index + 8 <= raw.count, !raw.word(at: index).containsByte(below: UInt8(ascii: "-")) { index += 8 }
  while index < raw.count {
    let byte = raw[index]
    if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D { return true }
    index += 1
  }
  return false
}
