/// The bytes of one file that an author wrote, under the path that messages show. A class, so that all who read a text
/// share one copy.
package final class SourceText: Sendable {
  /// Relative to the site folder, with `/`; for example `Content/plan/3-talent.md`.
  package let path: String
  /// Empty if the bytes are read from the file on demand.
  private let loadedBytes: [UInt8]
  private let checkpoints: LineCheckpoints
  /// Reads the bytes again; nil for a text that is in no file.
  private let reader: SourceFileReader?
  /// Nil for a long file, and for a text that is in no file.
  private let unloadedText: SourceText?

  /// The file as it was read: UTF-8, with its byte order mark.
  package var bytes: [UInt8] {
    _read {
      if loadedBytes.isEmpty, let reader {
        let bytes = reader.read(path)
        yield bytes
      } else {
        yield loadedBytes
      }
    }
  }

  package init(path: String, bytes: [UInt8], reader: SourceFileReader? = nil) {
    self.path = path
    loadedBytes = bytes
    checkpoints = LineCheckpoints(bytes)
    self.reader = reader
    unloadedText = reader.flatMap {
      bytes.count <= LineCheckpoints.shortFile ? SourceText(path: path, reader: $0) : nil
    }
  }

  private init(path: String, reader: SourceFileReader) {
    self.path = path
    loadedBytes = []
    checkpoints = LineCheckpoints([])
    self.reader = reader
    unloadedText = nil
  }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// This text without its bytes, to keep for findings of later stages. Each location that is looked up reads the file
  /// again: a site has thousands of pages and few findings. A long file keeps its bytes.
  package var unloaded: SourceText { unloadedText ?? self }

  /// This text with its bytes, for callers that look up many locations.
  package var loaded: SourceText { reloaded ?? self }

  /// Nil if the bytes are in memory. A function that reads several bytes calls it once, because the file may change
  /// between two reads.
  private var reloaded: SourceText? {
    guard loadedBytes.isEmpty, let reader else { return nil }
    return SourceText(path: path, bytes: reader.read(path))
  }
}

/// Reads the bytes of source files again, by the path that messages show; no bytes for a file that has disappeared. A
/// class, because all files of a site share one.
package final class SourceFileReader: Sendable {
  let read: @Sendable (String) -> [UInt8]

  package init(_ read: @escaping @Sendable (String) -> [UInt8]) {
    self.read = read
  }
}

/// A half-open byte range of a file.
package struct SourceRange: Hashable, Sendable {
  package var start: Int32
  package var end: Int32

  package init(start: Int, end: Int) {
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: max(start, end))
  }

  package var bounds: Range<Int> { Int(start)..<Int(end) }
}

// MARK: - Locations

extension SourceText {
  /// The location of a byte range, with the text of its line. A range beyond the end of the file is clamped; of a range
  /// over several lines, the location covers the part on the first line.
  package func location(of range: SourceRange) -> SourceLocation {
    if let reloaded { return reloaded.location(of: range) }
    return location(of: range, searchingFromLine: 1, at: textStart)
  }

  /// Faster for a caller that knows a line at or before the range: its 1-based number and the offset of its first byte.
  package func location(of range: SourceRange, searchingFromLine line: Int, at lineStart: Int) -> SourceLocation {
    if let reloaded { return reloaded.location(of: range) }
    var line = line
    var lineStart = min(lineStart, bytes.count)
    let start = min(max(lineStart, Int(range.start)), bytes.count)
    var index = lineStart
    // `column` is the column at `columnOffset`: a long line may contain thousands of findings, too.
    var (columnOffset, column) = (lineStart, 1)
    if let checkpoint = checkpoints.last(before: start), checkpoint.offset > lineStart {
      (line, lineStart, index) = (checkpoint.line, checkpoint.lineStart, checkpoint.offset)
      (columnOffset, column) = (checkpoint.offset, checkpoint.column)
    }
    while index < start {
      if isLineBreak(at: index) {
        line += 1
        lineStart = index + 1
        (columnOffset, column) = (lineStart, 1)
      }
      index += 1
    }
    column += scalarCount(columnOffset..<start)
    let shown = excerpt(of: lineStart, around: start)
    let end = max(start, min(Int(range.end), bytes.count))
    let endOnLine = bytes[start..<end].firstIndex { $0 == newline || $0 == carriageReturn } ?? end
    return SourceLocation(
      path: path, line: line,
      column: column,
      length: max(1, scalarCount(start..<endOnLine)),
      excerpt: String(decoding: bytes[shown], as: UTF8.self),
      excerptColumn: column - scalarCount(shown.lowerBound..<start))
  }

  /// The bytes of a line that are shown for a finding at `offset`: of a very long line, no more than a terminal shows.
  private func excerpt(of lineStart: Int, around offset: Int) -> Range<Int> {
    var start = lineStart
    if offset - start > excerptReach {
      start = offset - excerptReach
      while start < offset, isContinuation(bytes[start]) { start += 1 }
    }
    let limit = min(bytes.count, offset + excerptReach)
    if let end = bytes[start..<limit].firstIndex(where: { $0 == newline || $0 == carriageReturn }) {
      return start..<end
    }
    var end = limit
    while end > start, end < bytes.count, isContinuation(bytes[end]) { end -= 1 }
    return start..<end
  }

  /// The location at a 1-based line and byte column, as C parsers count. A line beyond the end of the file gives the last
  /// line.
  package func location(line: Int, byteColumn: Int = 1, byteLength: Int = 0) -> SourceLocation {
    if let reloaded { return reloaded.location(line: line, byteColumn: byteColumn, byteLength: byteLength) }
    let lineStart = startOfLine(line)
    let start = min(lineStart + max(0, byteColumn - 1), endOfLine(from: lineStart))
    return location(of: SourceRange(start: start, end: start + byteLength))
  }

  /// The byte range of a location in this text; nil if the text there has changed since the location was made.
  package func range(of location: SourceLocation) -> SourceRange? {
    if let reloaded { return reloaded.range(of: location) }
    let excerpt = location.excerpt.unicodeScalars.dropFirst(location.column - location.excerptColumn).prefix(
      location.length)
    let expected = Array(String(String.UnicodeScalarView(excerpt)).utf8)
    var start = startOfLine(location.line)
    for _ in 1..<max(1, location.column) {
      guard start < bytes.count else { return nil }
      start += 1
      while start < bytes.count, isContinuation(bytes[start]) { start += 1 }
    }
    guard bytes[min(start, bytes.count)...].starts(with: expected) else { return nil }
    return SourceRange(start: start, end: start + expected.count)
  }

  /// The byte offset at which a line begins; the first line is 1.
  package func startOfLine(_ line: Int) -> Int {
    if let reloaded { return reloaded.startOfLine(line) }
    var start = textStart
    var current = 1
    var index = start
    while current < line, index < bytes.count {
      if isLineBreak(at: index) {
        start = index + 1
        current += 1
      }
      index += 1
    }
    return start
  }

  private func endOfLine(from start: Int) -> Int {
    bytes[start...].firstIndex { $0 == newline || $0 == carriageReturn } ?? bytes.count
  }

  /// The offset after the byte order mark, if there is one.
  private var textStart: Int { bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0 }

  /// LF, the LF of CRLF, or CR alone. CommonMark 0.30 §2.1, YAML 1.2 §5.4; old spreadsheets write CR.
  private func isLineBreak(at index: Int) -> Bool {
    switch bytes[index] {
    case newline: true
    case carriageReturn: index + 1 == bytes.count || bytes[index + 1] != newline
    default: false
    }
  }

  private func scalarCount(_ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for index in range where !isContinuation(bytes[index]) { count &+= 1 }
      return count
    }
  }
}

@inline(__always)
func isContinuation(_ byte: UInt8) -> Bool { byte & 0b1100_0000 == 0b1000_0000 }

let newline = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// In bytes, to either side of a finding: a terminal line of characters of four bytes per cell is shorter.
private let excerptReach = 1024
