import Bytes

/// A heading, as a table of contents needs it.
package struct MarkdownHeading: Sendable {
  /// 1 to 6, as written.
  package let level: Int
  /// 1-based, in the file.
  package let line: Int
  /// Whether it is outside lists, quotations and directives.
  package let isTopLevel: Bool
  /// `#` and the anchor, in UTF-8.
  package let link: ByteSlice
  /// Inline markup without links and footnote references.
  package let html: ByteSlice
  /// The text without any markup.
  package let text: String

  /// Unique on the page. Chinese characters are kept.
  package var anchor: String { String(decoding: link.bytes.dropFirst(), as: UTF8.self) }
}

/// The headings of a page in document order. The anchors and texts share one array of bytes: a site keeps a hundred
/// thousand headings, and separate strings would take twice the memory.
package struct MarkdownHeadings: RandomAccessCollection, Sendable {
  private struct Entry: Sendable {
    let level: UInt8
    let isTopLevel: Bool
    /// The HTML is the plain text, as in most headings; then the text is not stored again.
    let isPlain: Bool
    let line: Int32
    let start: Int32
    let anchorEnd: Int32
    let htmlEnd: Int32
    let textEnd: Int32

    var link: Range<Int> { Int(start)..<Int(anchorEnd) }
    var html: Range<Int> { Int(anchorEnd)..<Int(htmlEnd) }
    var text: Range<Int> { isPlain ? html : Int(htmlEnd)..<Int(textEnd) }
  }

  private var entries: [Entry] = []
  /// For each heading: `#` and the anchor, the HTML, and the plain text if that differs.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  init(capacity: Int) {
    entries.reserveCapacity(capacity)
    bytes.reserveCapacity(capacity * 96)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { entries.count }

  package subscript(index: Int) -> MarkdownHeading {
    let entry = entries[index]
    return MarkdownHeading(
      level: Int(entry.level), line: Int(entry.line), isTopLevel: entry.isTopLevel,
      link: ByteSlice(of: bytes, entry.link), html: ByteSlice(of: bytes, entry.html),
      text: String(decoding: bytes[entry.text], as: UTF8.self))
  }

  // Single properties of one heading, read without the others.

  package func link(_ index: Int) -> ByteSlice { ByteSlice(of: bytes, entries[index].link) }
  package func html(_ index: Int) -> ByteSlice { ByteSlice(of: bytes, entries[index].html) }
  package func level(_ index: Int) -> Int { Int(entries[index].level) }
  package func isTopLevel(_ index: Int) -> Bool { entries[index].isTopLevel }

  func appendAnchor(_ index: Int, to output: inout ByteBuffer) {
    let anchor = entries[index].link.dropFirst()
    bytes.withUnsafeBufferPointer {
      output.appendEscaped(UnsafeBufferPointer(rebasing: $0[anchor]), escapesApostrophe: true)
    }
  }

  /// `writeHTML` appends the heading's markup to the bytes.
  mutating func append(
    level: Int, line: Int, isTopLevel: Bool, anchor: borrowing ByteBuffer,
    text: UnsafeBufferPointer<UInt8>, html writeHTML: (inout [UInt8]) -> Void
  ) {
    let start = Int32(bytes.count)
    bytes.append(UInt8(ascii: "#"))
    anchor.withBytes { bytes.append(contentsOf: $0) }
    let anchorEnd = Int32(bytes.count)
    writeHTML(&bytes)
    let htmlEnd = Int32(bytes.count)
    let isPlain = bytes.withUnsafeBufferPointer {
      haveEqualBytes(UnsafeBufferPointer(rebasing: $0[Int(anchorEnd)...]), text)
    }
    if !isPlain { bytes.append(contentsOf: text) }
    entries.append(
      Entry(
        level: UInt8(level), isTopLevel: isTopLevel, isPlain: isPlain, line: Int32(line), start: start,
        anchorEnd: anchorEnd, htmlEnd: htmlEnd, textEnd: Int32(bytes.count)))
  }

  /// A copy without spare capacity.
  var compact: MarkdownHeadings {
    var compact = self
    compact.entries = entries.withUnsafeBufferPointer(Array.init)
    compact.bytes = bytes.withUnsafeBufferPointer(Array.init)
    return compact
  }
}
