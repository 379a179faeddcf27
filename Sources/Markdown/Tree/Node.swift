/// The index of a node in `SyntaxTree.nodes`; -1 for none.
typealias NodeIndex = Int32

enum NodeKind: UInt8 {
  // Blocks
  case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
  case table, tableRow, tableCell, directive, footnoteDefinition
  // Inlines
  case text, softBreak, hardBreak, code, htmlInline, emphasis, strong, link, image
  case strikethrough, inlineDirective, footnoteReference, taskMarker
  /// A line break between two Han or kana characters, which renders as nothing.
  case joinedBreak
  /// Renders as nothing, including its children.
  case hidden
}

/// One node of the page. The meaning of `number`, `text` and `detail` depends on the kind.
struct Node {
  struct Flags: OptionSet {
    let rawValue: UInt8
    /// A list without blank lines between its items.
    static let tight = Flags(rawValue: 1)
    static let ordered = Flags(rawValue: 2)
    /// A row or cell of a table's heading.
    static let header = Flags(rawValue: 4)
    /// A task that is done.
    static let checked = Flags(rawValue: 8)
    /// A link whose unsafe destination was removed.
    static let dropped = Flags(rawValue: 16)
    /// `<https://…>` or a bare URL.
    static let autolink = Flags(rawValue: 32)
    /// An item with a checkbox.
    static let task = Flags(rawValue: 64)
    /// A text `~~` that may open or close a strikethrough.
    static let tildes = Flags(rawValue: 128)
  }

  var kind: NodeKind
  var flags: Flags = []
  /// A heading's level, a cell's alignment (`TableAlignment`).
  var level: UInt8 = 0
  /// A list's first number; the index of a link, directive, heading or footnote in its array.
  var number: Int32 = -1
  /// 1-based, in the body.
  var line: Int32 = 0
  var endLine: Int32 = 0
  /// The column of a block: 1-based, in bytes of the prepared text.
  var column: Int32 = 0
  var parent: NodeIndex = -1
  var firstChild: NodeIndex = -1
  var lastChild: NodeIndex = -1
  var next: NodeIndex = -1
  var previous: NodeIndex = -1
  /// The literal; a link's destination; for a table cell, its byte range in the source file.
  var text = TextRange()
  /// A link's title, a code block's info string.
  var detail = TextRange()

  init(_ kind: NodeKind) {
    self.kind = kind
  }
}

/// A byte range of `SyntaxTree.text`.
struct TextRange {
  var start: Int32 = 0
  var end: Int32 = 0

  init() {}

  init(_ bounds: Range<Int>) {
    start = Int32(bounds.lowerBound)
    end = Int32(bounds.upperBound)
  }

  var bounds: Range<Int> { Int(start)..<Int(end) }
  var isEmpty: Bool { start == end }
}
