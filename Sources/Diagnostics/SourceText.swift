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
    let known = min(lineStart, bytes.count)
    let start = min(max(known, Int(range.start)), bytes.count)
    var place = LineCheckpoints.Checkpoint(offset: known, line: line, lineStart: known, column: 1)
    if let checkpoint = checkpoints.last(before: start), checkpoint.offset > known { place = checkpoint }
    place = bytes.withUnsafeBufferPointer { place.moved(to: start, in: LineScan($0)) }
    // A tag without an end goes on to the end of the file, and thousands of them may follow each other.
    let end = max(start, min(Int(range.end), start + longestCopy, bytes.count))
    let shown = excerpt(of: place.lineStart, around: start..<end)
    let endOnLine = bytes[start..<end].firstIndex { $0 == newline || $0 == carriageReturn } ?? end
    return SourceLocation(
      path: path, line: place.line,
      column: place.column,
      length: max(1, scalarCount(start..<endOnLine)),
      excerpt: String(decoding: bytes[shown], as: UTF8.self),
      excerptColumn: place.column - scalarCount(shown.lowerBound..<start))
  }

  /// The bytes of a line that are shown for a range: of a very long line, only as many as a terminal shows.
  private func excerpt(of lineStart: Int, around range: Range<Int>) -> Range<Int> {
    bytes.withUnsafeBufferPointer { bytes in
      var start = range.lowerBound
      var before = 0
      while start > lineStart, before < excerptReach {
        start -= 1
        if !isContinuation(bytes[start]) { before += 1 }
      }
      let mustShow = min(range.upperBound, range.lowerBound + longestCopy)
      var end = range.lowerBound
      var after = 0
      while end < bytes.count, bytes[end] != newline, bytes[end] != carriageReturn {
        if !isContinuation(bytes[end]) {
          guard after < excerptReach || end < mustShow else { break }
          after += 1
        }
        end += 1
      }
      return start..<end
    }
  }

  /// The location at a 1-based line and byte column, as C parsers count. A line beyond the end of the file gives the
  /// last line.
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
    var column = 1
    if let checkpoint = checkpoints.last(before: location.line, column: location.column), checkpoint.offset > start {
      (start, column) = (checkpoint.offset, checkpoint.column)
      // A checkpoint may be inside a character, which then began before it.
      while start < bytes.count, isContinuation(bytes[start]) { start += 1 }
    }
    while column < location.column {
      guard start < bytes.count else { return nil }
      start += 1
      while start < bytes.count, isContinuation(bytes[start]) { start += 1 }
      column += 1
    }
    guard bytes[min(start, bytes.count)...].starts(with: expected) else { return nil }
    return SourceRange(start: start, end: start + expected.count)
  }

  /// The byte offset at which a line begins; the first line is 1.
  package func startOfLine(_ line: Int) -> Int {
    if let reloaded { return reloaded.startOfLine(line) }
    var (start, current, index) = (textStart, 1, textStart)
    if let checkpoint = checkpoints.last(before: line, column: 1) {
      (start, current, index) = (checkpoint.lineStart, checkpoint.line, checkpoint.offset)
    }
    bytes.withUnsafeBufferPointer { bytes in
      let scan = LineScan(bytes)
      while current < line, index < bytes.count {
        if scan.isLineBreak(at: index) {
          start = index + 1
          current += 1
        }
        index += 1
      }
    }
    return start
  }

  private func endOfLine(from start: Int) -> Int {
    bytes[start...].firstIndex { $0 == newline || $0 == carriageReturn } ?? bytes.count
  }

  /// The offset after the byte order mark, if there is one.
  private var textStart: Int { bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0 }

  private func scalarCount(_ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { LineScan($0).scalars(in: range) }
  }
}

let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// How many characters to either side of the start of a finding are copied: a terminal line is shorter. Thousands of
/// findings may be in one line, and each has a copy.
private let excerptReach = 128

/// How many bytes of a finding longer than `excerptReach` are copied. A name with a fix is shorter.
private let longestCopy = 1024
