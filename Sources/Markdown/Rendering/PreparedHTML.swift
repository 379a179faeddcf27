import Bytes
import Markup

/// The HTML of a text, as far as the text alone determines it. Parts that depend on the whole site or on the page's
/// language are holes, which `MarkdownBody.render` fills for each page that shows the text.
///
/// It replaces the syntax tree, which is five times as large, as soon as a text is parsed.
struct PreparedHTML: Sendable {
  struct Hole: Sendable {
    enum Kind: UInt8, Sendable {
      /// The destination of a link or an image; the hole covers the destination as written.
      case destination
      /// The attributes with the size of a picture.
      case pictureSize
      /// A directive, before and after its content.
      case opening, closing
      /// The digit of a heading's level; the hole covers the level without a shift.
      case level
      /// The page's prefix for ids, in an id and in a link to one.
      case idPrefix, fragmentPrefix
      /// A line break, unless the output is at the start of a line.
      case lineStart
      /// The link beside a heading; the heading above the footnotes.
      case permalink, notesHeading
      /// The labels of tables, tasks and footnotes.
      case tableLabel, taskDone, taskOpen, backToText
    }

    let kind: Kind
    /// The index of the link, directive or heading in its array; a table's 1-based number.
    let number: Int32
    /// The bytes that the filling replaces.
    let start: Int32
    let length: Int32

    init(_ kind: Kind, number: Int, start: Int, length: Int = 0) {
      self.kind = kind
      self.number = Int32(number)
      self.start = Int32(start)
      self.length = Int32(length)
    }
  }

  let bytes: [UInt8]
  /// The holes in the order of their starts.
  let holes: [Hole]
  /// The place after a first-level heading at the start of the text; nil if it has none.
  let afterTitle: (byte: Int, hole: Int)?

  var isEmpty: Bool { bytes.isEmpty && holes.isEmpty }

  /// The place where a rendering begins: after the title if the page shows the title elsewhere.
  func start(_ rendering: MarkdownRendering) -> (byte: Int, hole: Int) {
    rendering.omitsLeadingTitle ? afterTitle ?? (0, 0) : (0, 0)
  }
}

/// Writes prepared HTML.
struct PreparedHTMLWriter: ~Copyable {
  var bytes: ByteBuffer
  var holes: [PreparedHTML.Hole] = []
  var afterTitle: (byte: Int, hole: Int)?

  /// Copies without spare capacity: a site keeps the texts of all its pages in memory.
  var html: PreparedHTML {
    PreparedHTML(bytes: bytes.array, holes: holes.withUnsafeBufferPointer(Array.init), afterTitle: afterTitle)
  }

  mutating func append(_ kind: PreparedHTML.Hole.Kind, _ number: Int = 0) {
    holes.append(PreparedHTML.Hole(kind, number: number, start: bytes.count))
  }

  /// A hole that covers everything written since `start`.
  mutating func append(_ kind: PreparedHTML.Hole.Kind, _ number: Int, since start: Int) {
    holes.append(PreparedHTML.Hole(kind, number: number, start: start, length: bytes.count - start))
  }

  /// Ends the current line, as a block starts on its own line.
  mutating func startLine() {
    if let last = holes.last, last.start + last.length == bytes.count, last.kind == .opening || last.kind == .closing {
      append(.lineStart)
    } else if let last = bytes.last, last != UInt8(ascii: "\n") {
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}
