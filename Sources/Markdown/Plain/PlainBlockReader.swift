/// Finds the blocks of a plain text (see `NotPlain`): paragraphs, headings with `#`, lists, quotations, fenced code,
/// thematic breaks and the lines of directives. The steps are phase 1 of CommonMark 0.30's parsing strategy.
struct PlainBlockReader {
  /// A block of inlines, and which elements of `lines` are its text.
  struct Leaf {
    let node: NodeIndex
    let firstLine: Int
    var count: Int
  }

  /// The tree without inlines. Its text starts with the bytes that are read.
  var tree = SyntaxTree()
  /// Paragraphs and headings, in the order of their lines.
  var leaves: [Leaf] = []
  /// The lines of all leaves, from the first character after the indentation up to the line break.
  var lines: [TextRange] = []

  let bytes: UnsafeBufferPointer<UInt8>
  let lineStarts: [Int32]
  /// A line break at the end of the text does not start another line.
  private let lineCount: Int
  /// The open containers, from the document inwards.
  var open = [Container(kind: .document, node: SyntaxTree.root)]
  var leaf = OpenLeaf.none
  private var blankLines = BlankLines()
  /// The 1-based number of the current line.
  var number = 0

  struct Container {
    enum Kind { case document, quotation, list, item }

    let kind: Kind
    let node: NodeIndex
    /// For a list: its bullet, or the character after its numbers.
    var mark: UInt8 = 0
    /// For an item: the indentation of its content, in spaces.
    var indent = 0
  }

  enum OpenLeaf {
    case none, paragraph
    /// It ends on the line before the next block, as in libcmark's tree.
    case thematicBreak(NodeIndex)
    case code(NodeIndex, fence: UInt8, length: Int, indent: Int)
  }

  /// Deeper containers are left to libcmark, whose tree is checked against `Limits.depth`.
  static let depthLimit = 30

  /// `bytes` must be those of `text` and stay valid as long as the reader is used.
  init(_ text: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, lineStarts: [Int32]) {
    self.bytes = bytes
    self.lineStarts = lineStarts
    let endsWithBreak = lineStarts.last.map { Int($0) == bytes.count } ?? true
    lineCount = lineStarts.count - (endsWithBreak ? 1 : 0)
    tree.text = text
    // Empirically derived: a third of the nodes are blocks.
    tree.nodes.reserveCapacity(lineCount * 3 + bytes.count / 32)
    leaves.reserveCapacity(lineCount)
    lines.reserveCapacity(lineCount)
    blankLines.reserveCapacity(lineCount)
  }

  mutating func read() throws(NotPlain) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw NotPlain() }
    while number < lineCount {
      number += 1
      try readLine()
    }
    close(to: 0, endLine: number)
  }

  private func bounds(ofLine number: Int) -> (start: Int, end: Int) {
    let start = Int(lineStarts[number - 1])
    var end = number < lineStarts.count ? Int(lineStarts[number]) : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return (start, end)
  }
}

// MARK: - One line

extension PlainBlockReader {
  private mutating func readLine() throws(NotPlain) {
    let (start, end) = bounds(ofLine: number)
    var index = start
    let matched = try matchContainers(at: &index, end)
    if matched == open.count, case .code(let node, let fence, let length, let indent) = leaf {
      return try continueCode(node, fence, length, indent, from: index, end)
    }
    let first = try afterSpaces(index, end)
    if first == end { return endWithBlankLine(matched) }

    var line = Line(index: index, start: start, end: end, matched: matched)
    line.isInParagraph = matched == open.count && isParagraph
    line.mayBeLazy = isParagraph
    if try openBlocks(&line) { return }
    removeBlankLines(min(line.matched, open.count))
    if line.index == end || line.first == end { return endWithBlankLine(open.count) }
    if isParagraph, line.mayBeLazy || line.isInParagraph {
      // The paragraph continues. On a lazy line, libcmark keeps the spaces after a backslash, and tables read a `>` as
      // the quotation's marker.
      if matched < open.count, line.first > line.index, let last = lines.last,
        bytes[Int(last.end) - 1] == UInt8(ascii: "\\") || bytes[line.first] == UInt8(ascii: ">")
      {
        throw NotPlain()
      }
      lines.append(TextRange(line.first..<end))
      leaves[leaves.count - 1].count += 1
      return
    }
    close(to: line.matched, endLine: number - 1)
    let node = add(Node(.paragraph), at: line.first - start)
    leaves.append(Leaf(node: node, firstLine: lines.count, count: 1))
    lines.append(TextRange(line.first..<end))
    leaf = .paragraph
  }

  /// The current line, in byte indices.
  struct Line {
    /// The index after the markers of the containers read so far.
    var index: Int
    /// The first character from `index` on that is not a space.
    var first = 0
    let start: Int
    let end: Int
    /// How many containers continue on this line.
    var matched: Int
    /// The line continues the open paragraph, unless a block starts on it.
    var isInParagraph = false
    /// The line may continue the open paragraph even if a container around it does not continue.
    var mayBeLazy = false

    init(index: Int, start: Int, end: Int, matched: Int) {
      self.index = index
      self.start = start
      self.end = end
      self.matched = matched
    }
  }

  private var isParagraph: Bool { if case .paragraph = leaf { true } else { false } }

  /// How many of the open containers the line continues. Moves `index` past their markers.
  private func matchContainers(at index: inout Int, _ end: Int) throws(NotPlain) -> Int {
    var matched = 1
    while matched < open.count {
      let container = open[matched]
      switch container.kind {
      case .quotation:
        let first = try afterSpaces(index, end)
        guard first - index < 4, first < end, bytes[first] == UInt8(ascii: ">") else { return matched }
        index = afterOneSpace(first + 1, end)
      case .item:
        let first = try afterSpaces(index, end)
        if first - index >= container.indent {
          index += container.indent
        } else if first == end, tree[container.node].firstChild >= 0 {
          index = first
        } else {
          return matched
        }
      case .list, .document: break
      }
      matched += 1
    }
    return matched
  }

  private mutating func endWithBlankLine(_ matched: Int) {
    if matched == open.count, case .thematicBreak = leaf {
      removeBlankLines(open.count)
      return
    }
    let container = open[matched - 1]
    let node = tree[container.node]
    if node.lastChild >= 0 { blankLines.insert(after: node.lastChild) }
    removeBlankLines(matched - 1)
    let isNewItem = container.kind == .item && node.firstChild < 0 && Int(node.line) == number
    if container.kind == .quotation || isNewItem {
      blankLines.remove(after: container.node)
    } else {
      blankLines.insert(after: container.node)
    }
    close(to: matched, endLine: number - 1)
  }

  /// The outermost `count` containers continue, so no blank line follows them yet.
  mutating func removeBlankLines(_ count: Int) {
    for depth in 0..<count { blankLines.remove(after: open[depth].node) }
  }

  /// A tab advances to a tab stop, which is left to libcmark.
  func afterSpaces(_ index: Int, _ end: Int) throws(NotPlain) -> Int {
    var index = index
    while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    if index < end, bytes[index] < 0x20 { throw NotPlain() }
    return index
  }

  func afterOneSpace(_ index: Int, _ end: Int) -> Int {
    index < end && bytes[index] == UInt8(ascii: " ") ? index + 1 : index
  }

  func isBlank(_ range: Range<Int>) throws(NotPlain) -> Bool {
    try afterSpaces(range.lowerBound, range.upperBound) == range.upperBound
  }
}

// MARK: - The tree

extension PlainBlockReader {
  /// Adds a block to the innermost open container. A list contains only items, so it ends before any other block.
  mutating func add(_ block: Node, at column: Int) -> NodeIndex {
    if open[open.count - 1].kind == .list { close(to: open.count - 1, endLine: number - 1) }
    return append(block, at: column)
  }

  mutating func append(_ block: Node, at column: Int) -> NodeIndex {
    var block = block
    block.line = Int32(number)
    block.column = Int32(column + 1)
    blankLines.addNode()
    return tree.append(block, to: open[open.count - 1].node)
  }

  /// Closes the open leaf, and the containers from a depth on.
  mutating func close(to depth: Int, endLine: Int) {
    switch leaf {
    case .none: break
    case .paragraph: tree[leaves[leaves.count - 1].node].endLine = Int32(endLine)
    case .thematicBreak(let node): tree[node].endLine = Int32(endLine)
    // The last line as libcmark counts it for code without a closing fence.
    case .code(let node, _, _, _): tree[node].endLine = Int32(number)
    }
    leaf = .none
    while open.count > max(1, depth) {
      let container = open.removeLast()
      tree[container.node].endLine = Int32(endLine)
      if container.kind == .list, blankLines.isTight(container.node, in: tree) {
        tree[container.node].flags.insert(.tight)
      }
    }
  }
}
