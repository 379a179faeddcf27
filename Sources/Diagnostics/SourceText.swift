/// The bytes of one file an author wrote, under the path that messages show.
package struct SourceText: Sendable {
  /// Relative to the site folder, with `/`; for example `Content/plan/3-talent.md`.
  package let path: String
  /// The file as it was read: UTF-8, a byte order mark included.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

/// A stretch of a file, in UTF-8 bytes from its start, half open.
package struct SourceRange: Hashable, Sendable {
  package var start: Int32
  package var end: Int32

  package init(start: Int, end: Int) {
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: max(start, end))
  }

  package var bounds: Range<Int> { Int(start)..<Int(end) }
}

// MARK: - Places

extension SourceText {
  /// The place of a byte range, with the text of its line. A range that leaves the file ends at the file's end;
  /// a range over several lines is shown up to the end of its first.
  package func location(of range: SourceRange) -> SourceLocation {
    let start = min(max(0, Int(range.start)), bytes.count)
    var line = 1
    var lineStart = bytes.starts(with: byteOrderMark) ? min(byteOrderMark.count, start) : 0
    var index = lineStart
    while index < start {
      if bytes[index] == newline {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
    let lineEnd = endOfLine(from: lineStart)
    let end = min(max(Int(range.end), start), max(lineEnd, start))
    return SourceLocation(
      path: path, line: line,
      column: scalarCount(lineStart..<start) + 1,
      length: max(1, scalarCount(start..<end)),
      excerpt: String(decoding: bytes[lineStart..<max(lineStart, lineEnd)], as: UTF8.self))
  }

  /// The place of a stretch given by its line and its byte column, both from 1, as C parsers count.
  /// A line past the end of the file gives the last one.
  package func location(line: Int, byteColumn: Int = 1, byteLength: Int = 0) -> SourceLocation {
    let lineStart = startOfLine(line)
    let start = min(lineStart + max(0, byteColumn - 1), endOfLine(from: lineStart))
    return location(of: SourceRange(start: start, end: start + byteLength))
  }

  /// The byte offset at which a line, counted from 1, begins.
  package func startOfLine(_ line: Int) -> Int {
    var start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    var current = 1
    while current < line, let end = bytes[start...].firstIndex(of: newline) {
      start = end + 1
      current += 1
    }
    return start
  }

  private func endOfLine(from start: Int) -> Int {
    var end = bytes[start...].firstIndex(of: newline) ?? bytes.count
    if end > start, bytes[end - 1] == carriageReturn { end -= 1 }
    return end
  }

  /// Unicode scalars: every byte that does not continue one.
  private func scalarCount(_ range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 & 0b1100_0000 == 0b1000_0000 ? 0 : 1) }
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
