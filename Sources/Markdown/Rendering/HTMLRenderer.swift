import Bytes
import Markup

/// Renders a tree as HTML with holes, depth first and without recursion.
struct HTMLRenderer: ~Copyable {
  let tree: SyntaxTree
  let headings: MarkdownHeadings
  /// The footnotes in the order of their first references.
  let footnotes: [Footnote]
  /// Pure CommonMark: no holes for destinations, no `loading` on images.
  let isPlain: Bool
  var prepared: PreparedHTMLWriter
  /// Whether links and footnote references are left out, for a table of contents.
  var isBare = false
  /// How many tables were rendered so far.
  var tables = 0
  /// The headings of the columns of the open table, if its rows are blocks on phones; empty otherwise.
  var columnLabels: [String] = []
  /// How many pictures were rendered so far.
  var pictures = 0
  /// How many references to each footnote were rendered so far.
  var references: [Int]

  init(
    _ tree: SyntaxTree, headings: MarkdownHeadings = MarkdownHeadings(), footnotes: [Footnote] = [], isPlain: Bool,
    capacity: Int = 0
  ) {
    self.tree = tree
    self.headings = headings
    self.footnotes = footnotes
    self.isPlain = isPlain
    self.prepared = PreparedHTMLWriter(bytes: ByteBuffer(capacity: capacity))
    self.references = [Int](repeating: 0, count: footnotes.count)
    // A heading has four holes, a link or a table one.
    if !headings.isEmpty { prepared.holes.reserveCapacity(headings.count * 4 + 16) }
  }

  mutating func renderPage() {
    let first = tree[SyntaxTree.root].firstChild
    if first >= 0, tree.hasLeadingTitle {
      _ = enter(first)
      renderChildren(of: first)
      leave(first)
      prepared.afterTitle = (prepared.bytes.count, prepared.holes.count)
      renderChildren(of: SyntaxTree.root, from: tree[first].next)
    } else {
      renderChildren(of: SyntaxTree.root, from: first)
    }
    if !footnotes.isEmpty { renderFootnotes() }
  }

  mutating func renderChildren(of root: NodeIndex) {
    renderChildren(of: root, from: tree[root].firstChild)
  }

  /// Renders the children of `root` from one of them on.
  private mutating func renderChildren(of root: NodeIndex, from first: NodeIndex) {
    var index = first
    guard index >= 0 else { return }
    while true {
      let descends = enter(index)
      let child = tree[index].firstChild
      if descends, child >= 0 {
        index = child
        continue
      }
      if descends { leave(index) }
      while tree[index].next < 0 {
        index = tree[index].parent
        if index == root { return }
        leave(index)
      }
      index = tree[index].next
    }
  }

  /// Writes the start of a node. Returns false if its children and its end must not be written.
  private mutating func enter(_ index: NodeIndex) -> Bool {
    switch tree[index].kind {
    case .text: appendText(index)
    case .paragraph: if !isInTightList(index) { openParagraph(index) }
    case .softBreak: output.append(UInt8(ascii: "\n"))
    case .joinedBreak: break
    case .hardBreak: output.append(markup: "<br />\n")
    case .emphasis: output.append(markup: "<em>")
    case .strong: output.append(markup: "<strong>")
    case .strikethrough: output.append(markup: "<del>")
    case .code:
      output.append(markup: "<code>")
      append(commonMark: tree[index].text)
      output.append(markup: "</code>")
    case .link: openLink(index)
    case .image:
      openImage(index)
      return false
    case .heading: openHeading(index)
    case .list: openList(index)
    case .item: openItem(index)
    case .blockQuote:
      startLine()
      output.append(markup: "<blockquote>\n")
    case .codeBlock: appendCodeBlock(index)
    case .htmlBlock:
      startLine()
      append(verbatim: tree[index].text)
      startLine()
    case .htmlInline: append(verbatim: tree[index].text)
    case .thematicBreak:
      startLine()
      output.append(markup: "<hr />\n")
    case .table: openTable(index)
    case .tableRow: openRow(index)
    case .tableCell: openCell(index)
    case .directive: openDirective(index)
    case .inlineDirective: appendInlineDirective(index)
    case .footnoteReference: appendReference(index)
    case .taskMarker: appendTask(index)
    case .hidden, .footnoteDefinition: return false
    case .document: break
    }
    return true
  }

  private mutating func leave(_ index: NodeIndex) {
    switch tree[index].kind {
    case .paragraph: if !isInTightList(index) { output.append(markup: "</p>\n") }
    case .emphasis: output.append(markup: "</em>")
    case .strong: output.append(markup: "</strong>")
    case .strikethrough: output.append(markup: "</del>")
    case .link: closeLink(index)
    case .heading: closeHeading(index)
    case .list: output.append(markup: tree[index].flags.contains(.ordered) ? "</ol>\n" : "</ul>\n")
    case .item: output.append(markup: "</li>\n")
    case .blockQuote:
      startLine()
      output.append(markup: "</blockquote>\n")
    case .table: closeTable(index)
    case .tableRow: closeRow(index)
    case .tableCell: closeCell(index)
    case .directive: closeDirective(index)
    default: break
    }
  }

  mutating func startLine() { prepared.startLine() }

  var output: ByteBuffer {
    _read { yield prepared.bytes }
    _modify { yield &prepared.bytes }
  }

  private mutating func appendText(_ index: NodeIndex) {
    guard !isPlain, tree.hidesFirstSpaces(of: index) else { return append(commonMark: tree[index].text) }
    let bounds = tree[index].text.bounds.drop { tree.text[$0] == UInt8(ascii: " ") }
    append(commonMark: TextRange(bounds))
  }

  mutating func append(commonMark range: TextRange) {
    tree.text.withUnsafeBufferPointer {
      prepared.bytes.append(commonMark: UnsafeBufferPointer(rebasing: $0[range.bounds]))
    }
  }

  /// Appends text without escaping it.
  private mutating func append(verbatim range: TextRange) {
    tree.text.withUnsafeBufferPointer {
      prepared.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range.bounds]))
    }
  }

  private func isInTightList(_ paragraph: NodeIndex) -> Bool {
    let parent = tree[paragraph].parent
    guard parent >= 0, tree[parent].kind == .item else { return false }
    return tree[tree[parent].parent].flags.contains(.tight)
  }
}
