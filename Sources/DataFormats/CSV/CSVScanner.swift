import Diagnostics

/// The rows of a CSV file, one after the other, whatever their length. RFC 4180 §2.
struct CSVScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let source: SourceText
  private var index = 0
  private var line = 1
  private var lineStart = 0
  /// Where the row that is read began: its line, from 1, and the byte at which that begins.
  private var rowLine = 1
  private var rowStart = 0
  private(set) var diagnostics: [Diagnostic] = []

  /// `bytes` are those of the source, and outlive the scanner.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in source: SourceText) {
    self.bytes = bytes
    self.source = source
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    lineStart = index
  }

  /// The next row that is not blank. A row with a broken quote is reported and left out, with the rest of its line.
  mutating func next(expecting count: Int = 0) -> CSVRow? {
    while index < bytes.count {
      (rowLine, rowStart) = (line, lineStart)
      var cells: [Located<String>] = []
      cells.reserveCapacity(count)
      var isSound = true
      while true {
        guard let cell = cell() else {
          isSound = false
          skipToLineBreak()
          break
        }
        cells.append(cell)
        guard index < bytes.count, bytes[index] == comma else { break }
        index += 1
      }
      skipLineBreak()
      let isBlank = isSound && cells.count == 1 && cells[0].range.start == cells[0].range.end
      if isSound, !isBlank { return CSVRow(line: rowLine, cells: cells) }
    }
    return nil
  }

  /// A finding in the row that was read last.
  mutating func report(_ code: DiagnosticCode, _ message: String, hint: String, at range: SourceRange) {
    let place = source.location(of: range, searchingFromLine: rowLine, at: rowStart)
    diagnostics.append(Diagnostic(.error, code, message, hint: hint, at: place))
  }
}

// MARK: - Cells

extension CSVScanner {
  /// Stops at the comma or the line break after the cell. Nil, with a finding, where its quotes are broken.
  private mutating func cell() -> Located<String>? {
    skipSpaces()
    if index < bytes.count, bytes[index] == quote { return quotedCell() }
    let start = index
    skipToEndOfCell()
    var end = index
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return Located(text(start..<end), at: SourceRange(start: start, end: end))
  }

  private mutating func quotedCell() -> Located<String>? {
    let opening = index
    index += 1
    var chunk = index
    // Only a cell with doubled quotes needs a copy.
    var unescaped: [UInt8] = []
    while true {
      guard index < bytes.count else {
        report(
          .csvSyntax, "the quote is not closed",
          hint: "close the cell with '\"'; a quote inside a cell is written twice",
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
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}

// MARK: - Bytes

extension CSVScanner {
  private mutating func skipSpaces() {
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
  }

  private mutating func skipToEndOfCell() {
    while index < bytes.count, bytes[index] != comma, !isLineBreak(bytes[index]) { index += 1 }
  }

  private mutating func skipToLineBreak() {
    while index < bytes.count, !isLineBreak(bytes[index]) { index += 1 }
  }

  /// CRLF, LF or CR.
  private mutating func skipLineBreak() {
    guard index < bytes.count else { return }
    if bytes[index] == carriageReturn, index + 1 < bytes.count, bytes[index + 1] == lineFeed { index += 1 }
    index += 1
    line += 1
    lineStart = index
  }

  private func isLineBreak(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

  private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}

private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
