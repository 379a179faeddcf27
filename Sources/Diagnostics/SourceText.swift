/// The bytes of one file an author wrote, under the path that messages show. A class: whoever reads of it holds it.
package final class SourceText: Sendable {
  /// Relative to the site folder, with `/`; for example `Content/plan/3-talent.md`.
  package let path: String
  private let held: [UInt8]
  /// Where a search for a line may begin: a long file may hold thousands of findings.
  private let marks: LineMarks
  /// How the bytes can be had again; nil for a text that is in no file.
  private let file: SourceFileReading?

  /// The file as it was read: UTF-8, a byte order mark included.
  package var bytes: [UInt8] {
    _read {
      if held.isEmpty, let file {
        let bytes = file.read(path)
        yield bytes
      } else {
        yield held
      }
    }
  }

  /// Without its bytes, which are read again for each place that is asked for: a site has thousands of pages, and few
  /// findings. Nil for a long file, and for a text that is in none.
  private let light: SourceText?

  package init(path: String, bytes: [UInt8], file: SourceFileReading? = nil) {
    self.path = path
    held = bytes
    marks = LineMarks(bytes)
    self.file = file
    light = file.flatMap { bytes.count <= LineMarks.shortFile ? SourceText(path: path, readBy: $0) : nil }
  }

  private init(path: String, readBy file: SourceFileReading) {
    self.path = path
    held = []
    marks = LineMarks([])
    self.file = file
    light = nil
  }

  /// The same text for whoever keeps it for findings that may come later.
  package var kept: SourceText { light ?? self }

  /// The same text with its bytes, for who looks at many of its places.
  package var atHand: SourceText { readAgain ?? self }

  /// Nil where the bytes are at hand. Whoever looks at more than one byte takes this first: the file may change between
  /// two looks.
  private var readAgain: SourceText? {
    guard held.isEmpty, let file else { return nil }
    return SourceText(path: path, bytes: file.read(path))
  }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

/// Reads the bytes of files once more, by their paths as messages show them; none of one that went away. A class: all files
/// of a site share one.
package final class SourceFileReading: Sendable {
  let read: @Sendable (String) -> [UInt8]

  package init(_ read: @escaping @Sendable (String) -> [UInt8]) {
    self.read = read
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
    if let readAgain { return readAgain.location(of: range) }
    return location(of: range, searchingFromLine: 1, at: firstByte)
  }

  /// The same, faster for who knows a line at or before the range, counted from 1, and the byte it begins at.
  package func location(of range: SourceRange, searchingFromLine line: Int, at lineStart: Int) -> SourceLocation {
    if let readAgain { return readAgain.location(of: range) }
    var line = line
    var lineStart = min(lineStart, bytes.count)
    let start = min(max(lineStart, Int(range.start)), bytes.count)
    var index = lineStart
    // Counted from `counted` on: a long line may hold thousands of findings as well.
    var (counted, column) = (lineStart, 1)
    if let mark = marks.nearest(before: start), mark.byte > lineStart {
      (line, lineStart, index) = (mark.line, mark.lineStart, mark.byte)
      (counted, column) = (mark.byte, mark.column)
    }
    while index < start {
      if isLineBreak(at: index) {
        line += 1
        lineStart = index + 1
        (counted, column) = (lineStart, 1)
      }
      index += 1
    }
    column += scalarCount(counted..<start)
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

  /// The bytes of a line that are shown with a place on it: of a very long one, no more than a terminal can hold.
  private func excerpt(of lineStart: Int, around place: Int) -> Range<Int> {
    var start = lineStart
    if place - start > excerptReach {
      start = place - excerptReach
      while start < place, isContinuation(bytes[start]) { start += 1 }
    }
    let limit = min(bytes.count, place + excerptReach)
    if let end = bytes[start..<limit].firstIndex(where: { $0 == newline || $0 == carriageReturn }) {
      return start..<end
    }
    var end = limit
    while end > start, end < bytes.count, isContinuation(bytes[end]) { end -= 1 }
    return start..<end
  }

  /// The place of a stretch given by its line and its byte column, both from 1, as C parsers count.
  /// A line past the end of the file gives the last one.
  package func location(line: Int, byteColumn: Int = 1, byteLength: Int = 0) -> SourceLocation {
    if let readAgain { return readAgain.location(line: line, byteColumn: byteColumn, byteLength: byteLength) }
    let lineStart = startOfLine(line)
    let start = min(lineStart + max(0, byteColumn - 1), endOfLine(from: lineStart))
    return location(of: SourceRange(start: start, end: start + byteLength))
  }

  /// The bytes at a place that was told of this text; nil where the text there is another by now.
  package func range(of location: SourceLocation) -> SourceRange? {
    if let readAgain { return readAgain.range(of: location) }
    let excerpt = location.excerpt.unicodeScalars.dropFirst(location.column - location.excerptColumn).prefix(
      location.length)
    let wanted = Array(String(String.UnicodeScalarView(excerpt)).utf8)
    var start = startOfLine(location.line)
    for _ in 1..<max(1, location.column) {
      guard start < bytes.count else { return nil }
      start += 1
      while start < bytes.count, isContinuation(bytes[start]) { start += 1 }
    }
    guard bytes[min(start, bytes.count)...].starts(with: wanted) else { return nil }
    return SourceRange(start: start, end: start + wanted.count)
  }

  /// The byte offset at which a line, counted from 1, begins.
  package func startOfLine(_ line: Int) -> Int {
    if let readAgain { return readAgain.startOfLine(line) }
    var start = firstByte
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

  /// Behind a byte order mark.
  private var firstByte: Int { bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0 }

  /// LF, the LF of CRLF, or a CR alone. CommonMark 0.30 §2.1, YAML 1.2 §5.4, CSV by old spreadsheets.
  private func isLineBreak(at index: Int) -> Bool {
    switch bytes[index] {
    case newline: true
    case carriageReturn: index + 1 == bytes.count || bytes[index + 1] != newline
    default: false
    }
  }

  /// Unicode scalars: every byte that does not continue one.
  private func scalarCount(_ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for index in range where !isContinuation(bytes[index]) { count &+= 1 }
      return count
    }
  }
}

/// The line that each 4 KB of a long file begin on. Any other file is read once for nothing else, and a place in it is
/// soon found without.
private struct LineMarks: Sendable {
  private static let distance = 4096
  static let shortFile = 64 << 10

  private var marks: [Mark] = []

  struct Mark {
    let byte: Int
    /// The line that the byte is on, from 1.
    let line: Int
    /// The byte at which that line begins.
    let lineStart: Int
    /// The byte's own, from 1, in Unicode scalars.
    let column: Int
  }

  init(_ bytes: [UInt8]) {
    guard bytes.count > LineMarks.shortFile else { return }
    bytes.withUnsafeBufferPointer { bytes in
      var line = 1
      var start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
      var column = 1
      for index in start..<bytes.count {
        if index > 0, index % LineMarks.distance == 0 {
          marks.append(Mark(byte: index, line: line, lineStart: start, column: column))
        }
        if !isContinuation(bytes[index]) { column += 1 }
        guard bytes[index] == newline || bytes[index] == carriageReturn else { continue }
        if bytes[index] == carriageReturn, index + 1 < bytes.count, bytes[index + 1] == newline { continue }
        line += 1
        start = index + 1
        column = 1
      }
    }
  }

  /// The last one at or before `place`.
  func nearest(before place: Int) -> Mark? {
    let number = min(place / LineMarks.distance, marks.count)
    return number > 0 ? marks[number - 1] : nil
  }
}

@inline(__always)
private func isContinuation(_ byte: UInt8) -> Bool { byte & 0b1100_0000 == 0b1000_0000 }

/// In bytes, to either side: more than a terminal's line even of four bytes a cell.
private let excerptReach = 1024
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
