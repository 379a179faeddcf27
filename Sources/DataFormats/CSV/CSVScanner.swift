import Bytes
import Diagnostics

/// Reads the rows of a CSV file one by one, with any number of cells. RFC 4180 §2.
struct CSVScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let source: SourceText
  private var index = 0
  private var line = 1
  private var lineStart = 0
  /// The start of the current row: its 1-based line, and the offset of that line.
  private var rowLine = 1
  private var rowStart = 0
  private var found = FindingList()

  /// `bytes` are the bytes of `source` and must outlive the scanner.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in source: SourceText) {
    self.bytes = bytes
    self.source = source
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    lineStart = index
  }

  /// The next row that is not blank. A row with a broken quote is reported (`csv.syntax`) and skipped.
  mutating func next(expecting count: Int = 0) -> CSVRow? {
    while index < bytes.count {
      (rowLine, rowStart) = (line, lineStart)
      var cells: [Located<String>] = []
      cells.reserveCapacity(count)
      var isValid = true
      while true {
        guard let cell = cell() else {
          isValid = false
          skipToLineBreak()
          break
        }
        cells.append(cell)
        guard index < bytes.count, bytes[index] == comma else { break }
        index += 1
      }
      skipLineBreak()
      let isBlank = isValid && cells.count == 1 && cells[0].range.start == cells[0].range.end
      if isValid, !isBlank { return CSVRow(line: rowLine, cells: cells) }
    }
    return nil
  }

  var diagnostics: [Diagnostic] { found.diagnostics }

  /// Reports a finding in the current row.
  mutating func report(_ code: DiagnosticCode, _ message: Message, hint: Message, at range: SourceRange) {
    let location = source.location(of: range, searchingFromLine: rowLine, at: rowStart)
    found.append(Diagnostic(.error, code, message, hint: hint, at: location))
  }
}

// MARK: - Cells

extension CSVScanner {
  /// Reads up to the comma or the line break after the cell. Nil, with a finding, if its quotes are broken.
  private mutating func cell() -> Located<String>? {
    skipSpaces()
    if index < bytes.count, bytes[index] == quote { return quotedCell() }
    let start = index
    skipToEndOfCell()
    var end = index
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return Located(text(start..<end), at: SourceRange(start: start, end: end))
  }

  private mutating func quotedCell() -> Located<String>? {
    let opening = index
    index += 1
    var chunk = index
    // Stays empty unless the cell contains doubled quotes.
    var unescaped: [UInt8] = []
    while true {
      guard index < bytes.count else {
        report(
          .csvSyntax, "the quote is not closed",
          hint: "add '\"' at the end of the cell; write a quote inside it twice",
          at: SourceRange(start: opening, end: opening + 1))
        return nil
      }
      if bytes[index] == quote {
        guard index + 1 < bytes.count, bytes[index + 1] == quote else { break }
        unescaped.append(contentsOf: bytes[chunk...index])
        index += 2
        chunk = index
      } else if isLineBreak(bytes[index]) {
        skipLineBreak()
      } else {
        index += 1
      }
    }
    let last = chunk..<index
    index += 1
    let range = SourceRange(start: opening, end: index)
    skipSpaces()
    guard index == bytes.count || bytes[index] == comma || isLineBreak(bytes[index]) else {
      report(
        .csvSyntax, "nothing can follow the closing quote of a cell", hint: "write a quote inside a quoted cell twice",
        at: SourceRange(start: index, end: index + 1))
      return nil
    }
    if unescaped.isEmpty { return Located(text(last), at: range) }
    return Located(String(decoding: unescaped + bytes[last], as: UTF8.self), at: range)
  }

  private func text(_ range: Range<Int>) -> String {
    if range.isEmpty { return "" }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}

// MARK: - Bytes

extension CSVScanner {
  private mutating func skipSpaces() {
    while index < bytes.count, bytes[index].isBlank { index += 1 }
  }

  private mutating func skipToEndOfCell() {
    var next = index
    while next < bytes.count {
      let byte = bytes[next]
      // Nearly all bytes are above the marks that end a cell.
      if byte <= comma, byte == comma || isLineBreak(byte) { break }
      next += 1
    }
    index = next
  }

  private mutating func skipToLineBreak() {
    while index < bytes.count, !isLineBreak(bytes[index]) { index += 1 }
  }

  /// Skips CRLF, LF or CR.
  private mutating func skipLineBreak() {
    guard index < bytes.count else { return }
    if bytes[index] == carriageReturn, index + 1 < bytes.count, bytes[index + 1] == lineFeed { index += 1 }
    index += 1
    line += 1
    lineStart = index
  }

  private func isLineBreak(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

}

private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
