import Bytes
import Markup

/// The HTML of a text as far as the text alone decides it. What needs the whole site or the page's language is a
/// hole; `MarkdownBody.render` fills them, as often as the text stands somewhere.
///
/// It takes the place of the tree, which has five times its size, as soon as a text is parsed.
struct PreparedHTML: Sendable {
  struct Hole: Sendable {
    enum Kind: UInt8, Sendable {
      /// A link's or an image's destination; the bytes in place are those written.
      case destination
      /// A directive, before and behind its content.
      case opening, closing
      /// The digit of a heading's level; as it stands without a shift.
      case level
      /// What the page puts before an id and before a link to one.
      case idPrefix, fragmentPrefix
      /// A line begins here, if the hole before did not end one.
      case lineStart
      /// The link beside a heading; the heading over the notes.
      case permalink, notesHeading
      /// The words of tables, tasks and notes.
      case tableLabel, taskDone, taskOpen, backToText
    }

    /// The place of the link, directive or heading in its array; a table's number from 1.
    let number: Int32
    /// The bytes that the filling replaces.
    let start: Int32
    /// Length above kind: a page has thirty of them.
    private let packed: UInt32

    var kind: Kind { Kind(rawValue: UInt8(packed & 0xf)) ?? .destination }
    /// At most 256 MB; no text is as long.
    var length: Int32 { Int32(packed >> 4) }

    init(_ kind: Kind, number: Int, start: Int, length: Int = 0) {
      self.number = Int32(number)
      self.start = Int32(start)
      packed = UInt32(length) << 4 | UInt32(kind.rawValue)
    }
  }

  /// None where they were put aside.
  private var held: [UInt8]
  private(set) var aside: (shelf: any TextShelf, place: Int)?
  let count: Int
  let holes: [Hole]
  /// Where the text goes on behind a first-level heading that begins it; nil where none does.
  let afterTitle: (byte: Int, hole: Int)?

  var isEmpty: Bool { count == 0 && holes.isEmpty }

  /// Where a rendering begins: behind the title, where the page has that elsewhere.
  func start(_ rendering: MarkdownRendering) -> (byte: Int, hole: Int) {
    rendering.omitsLeadingTitle ? afterTitle ?? (0, 0) : (0, 0)
  }

  init(bytes: [UInt8], holes: [Hole], afterTitle: (byte: Int, hole: Int)? = nil) {
    held = bytes
    count = bytes.count
    self.holes = holes
    self.afterTitle = afterTitle
  }

  mutating func putAside(on shelf: any TextShelf) {
    aside = (shelf, shelf.put(held))
    held = []
  }

  /// They can be fewer where they were put aside and could not be read again.
  func withBytes(_ use: (UnsafeBufferPointer<UInt8>) -> Void) {
    if let aside { aside.shelf.read(aside.place, count: count, use) } else { held.withUnsafeBufferPointer(use) }
  }

  /// A copy of them, where they were put aside.
  var bytes: [UInt8] {
    if aside == nil { return held }
    var bytes: [UInt8] = []
    withBytes { bytes = Array($0) }
    return bytes
  }
}

/// Writes prepared HTML.
struct PreparedHTMLWriter: ~Copyable {
  var bytes: ByteBuffer
  var holes: [PreparedHTML.Hole] = []
  var afterTitle: (byte: Int, hole: Int)?

  /// Without the room that was kept for more: a site holds the texts of all its pages.
  var html: PreparedHTML {
    PreparedHTML(bytes: bytes.array, holes: holes.withUnsafeBufferPointer(Array.init), afterTitle: afterTitle)
  }

  mutating func append(_ kind: PreparedHTML.Hole.Kind, _ number: Int = 0) {
    holes.append(PreparedHTML.Hole(kind, number: number, start: bytes.count))
  }

  /// A hole over all that was written since `start`.
  mutating func append(_ kind: PreparedHTML.Hole.Kind, _ number: Int, since start: Int) {
    holes.append(PreparedHTML.Hole(kind, number: number, start: start, length: bytes.count - start))
  }

  /// A block starts on a line of its own.
  mutating func startLine() {
    if let last = holes.last, last.start + last.length == bytes.count, last.kind == .opening || last.kind == .closing {
      append(.lineStart)
    } else if let last = bytes.last, last != UInt8(ascii: "\n") {
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}
