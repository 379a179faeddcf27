import Bytes
import Markup

/// A heading, as a contents list needs it.
package struct MarkdownHeading: Sendable {
  /// 1 to 6, as written.
  package let level: Int
  /// From 1, in the file.
  package let line: Int
  /// Stands in no list, quotation or directive.
  package let isTopLevel: Bool
  /// `#` and the anchor, in UTF-8.
  package let link: ByteSlice
  /// Inline markup without links and footnote references.
  package let html: ByteSlice

  /// Unique on the page; Chinese stays Chinese.
  package var anchor: String { String(decoding: link.bytes.dropFirst(), as: UTF8.self) }

  /// Without any markup.
  package var text: String {
    var reader = PlainTextReader(prepared: PreparedHTML(bytes: Array(html.bytes), holes: []), directives: [])
    return reader.text(limit: nil)
  }
}

/// The headings of a page in their order. Their anchors and markup stand in one row of bytes: a site keeps a hundred
/// thousand headings, and each text of its own would take twice the room.
package struct MarkdownHeadings: RandomAccessCollection, Sendable {
  private struct Entry: Sendable {
    let level: UInt8
    let isTopLevel: Bool
    let line: Int32
    let start: Int32
    let anchorEnd: Int32
    let end: Int32
  }

  private var entries: [Entry] = []
  /// `#` and the anchor, then the markup: those of one heading behind those of another.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  init(capacity: Int) {
    entries.reserveCapacity(capacity)
    bytes.reserveCapacity(capacity * 96)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { entries.count }

  package subscript(number: Int) -> MarkdownHeading {
    let entry = entries[number]
    return MarkdownHeading(
      level: Int(entry.level), line: Int(entry.line), isTopLevel: entry.isTopLevel,
      link: ByteSlice(of: bytes, Int(entry.start)..<Int(entry.anchorEnd)),
      html: ByteSlice(of: bytes, Int(entry.anchorEnd)..<Int(entry.end)))
  }

  // The same of one heading, without a hold on more than is asked for.

  package func link(_ number: Int) -> ByteSlice {
    ByteSlice(of: bytes, Int(entries[number].start)..<Int(entries[number].anchorEnd))
  }

  package func html(_ number: Int) -> ByteSlice {
    ByteSlice(of: bytes, Int(entries[number].anchorEnd)..<Int(entries[number].end))
  }

  func appendAnchor(_ number: Int, to output: inout ByteBuffer) {
    // Behind the `#`.
    let place = Int(entries[number].start) + 1..<Int(entries[number].anchorEnd)
    bytes.withUnsafeBufferPointer {
      output.appendEscaped(UnsafeBufferPointer(rebasing: $0[place]), escapesApostrophe: true)
    }
  }

  package func level(_ number: Int) -> Int { Int(entries[number].level) }
  package func isTopLevel(_ number: Int) -> Bool { entries[number].isTopLevel }

  /// How many bytes the link and the markup of one have.
  package func lengths(_ number: Int) -> (link: Int, html: Int) {
    let entry = entries[number]
    return (Int(entry.anchorEnd - entry.start), Int(entry.end - entry.anchorEnd))
  }

  /// `writeHTML` adds its markup to the bytes.
  mutating func append(
    level: Int, line: Int, isTopLevel: Bool, anchor: borrowing ByteBuffer, html writeHTML: (inout [UInt8]) -> Void
  ) {
    let start = Int32(bytes.count)
    bytes.append(UInt8(ascii: "#"))
    anchor.withBytes { bytes.append(contentsOf: $0) }
    let anchorEnd = Int32(bytes.count)
    writeHTML(&bytes)
    entries.append(
      Entry(
        level: UInt8(level), isTopLevel: isTopLevel, line: Int32(line), start: start, anchorEnd: anchorEnd,
        end: Int32(bytes.count)))
  }

  /// Without the room that was kept for more.
  var compact: MarkdownHeadings {
    var compact = self
    compact.entries = entries.withUnsafeBufferPointer(Array.init)
    compact.bytes = bytes.withUnsafeBufferPointer(Array.init)
    return compact
  }
}
