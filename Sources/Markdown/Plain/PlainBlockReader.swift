/// Finds the blocks of a text in what most texts use of CommonMark, straight from its bytes: paragraphs, headings with
/// `#`, lists, quotations, fenced code, thematic breaks and lines of ours. It makes the tree that libcmark makes, places
/// included, or throws `Unknown` at whatever it is not sure of: then libcmark reads the text.
///
/// The steps are those of CommonMark 0.30, appendix "A parsing strategy", phase 1.
struct PlainBlockReader {
  /// Something that only libcmark knows.
  struct Unknown: Error {}

  /// What holds text, and which lines of `lines` it is.
  struct Leaf {
    let node: NodeIndex
    let firstLine: Int
    var count: Int
  }

  /// With no inlines; its text is that which is read, and perhaps more.
  var tree = SyntaxTree()
  /// Paragraphs and headings, in the order of their lines.
  private(set) var leaves: [Leaf] = []
  /// The lines of all leaves, from their first character to their line break.
  private(set) var lines: [TextRange] = []

  private let bytes: UnsafeBufferPointer<UInt8>
  private let lineStarts: [Int32]
  /// A line break that the last line lacks is not counted as a line.
  private let lineCount: Int
  /// The document, and what is open in it, from outside to inside.
  private var open = [Container(kind: .document, node: SyntaxTree.root)]
  private var leaf = OpenLeaf.none
  /// By node: of a list and what is in it, whether a blank line follows (`blank`), and whether that was asked.
  private var blanks: [Blank] = [[]]
  private var number = 0

  private struct Container {
    enum Kind { case document, quotation, list, item }

    let kind: Kind
    let node: NodeIndex
    /// Of a list: its bullet or the character behind its numbers.
    var mark: UInt8 = 0
    /// Of an item: how far its content is indented.
    var indent = 0
  }

  private enum OpenLeaf {
    case none, paragraph
    /// libcmark closes it with the next block, so that it ends on the line before that.
    case thematicBreak(NodeIndex)
    case code(NodeIndex, fence: UInt8, length: Int, indent: Int)
  }

  private struct Blank: OptionSet {
    let rawValue: UInt8
    static let blank = Blank(rawValue: 1)
    static let asked = Blank(rawValue: 2)
  }

  /// Deeper ones are left to libcmark, which holds against `Limits.depth` what it finds.
  private static let depth = 30

  /// `bytes` are those of `tree.text` for as long as the reader is used.
  init(_ text: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, lineStarts: [Int32]) {
    self.bytes = bytes
    self.lineStarts = lineStarts
    let endsWithBreak = lineStarts.last.map { Int($0) == bytes.count } ?? true
    lineCount = lineStarts.count - (endsWithBreak ? 1 : 0)
    tree.text = text
    // Found by trying: a third of the nodes are blocks.
    tree.nodes.reserveCapacity(lineCount * 3 + bytes.count / 32)
    leaves.reserveCapacity(lineCount)
    lines.reserveCapacity(lineCount)
    blanks.reserveCapacity(lineCount)
  }

  mutating func read() throws(Unknown) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw Unknown() }
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
  private mutating func readLine() throws(Unknown) {
    let (start, end) = bounds(ofLine: number)
    var place = start
    let matched = try matchContainers(at: &place, end)
    if matched == open.count, case .code(let node, let fence, let length, let indent) = leaf {
      return try continueCode(node, fence, length, indent, from: place, end)
    }
    let first = try afterSpaces(place, end)
    if first == end { return endWithBlankLine(matched) }

    var line = Line(place: place, start: start, end: end, matched: matched)
    line.isInParagraph = matched == open.count && isParagraph
    line.mayBeLazy = isParagraph
    if try openBlocks(&line) { return }
    forgetBlanks(min(line.matched, open.count))
    if line.place == end || line.first == end { return endWithBlankLine(open.count) }
    if isParagraph, line.mayBeLazy || line.isInParagraph {
      // Also where the containers around it are not continued. There libcmark keeps the spaces behind a backslash, and
      // tables take a `>` for a mark of the quotation.
      if matched < open.count, line.first > line.place, let last = lines.last,
        bytes[Int(last.end) - 1] == UInt8(ascii: "\\") || bytes[line.first] == UInt8(ascii: ">")
      {
        throw Unknown()
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

  /// What is known of the line at hand.
  private struct Line {
    /// Behind what containers take.
    var place: Int
    /// The first character from there that is no space.
    var first = 0
    let start: Int
    let end: Int
    /// How many containers go on.
    var matched: Int
    /// Whether it continues the open paragraph, if nothing begins on it.
    var isInParagraph = false
    /// Whether it may continue the open paragraph though a container around that does not go on.
    var mayBeLazy = false

    init(place: Int, start: Int, end: Int, matched: Int) {
      self.place = place
      self.start = start
      self.end = end
      self.matched = matched
    }
  }

  private var isParagraph: Bool { if case .paragraph = leaf { true } else { false } }

  /// How many of the open containers the line continues.
  private func matchContainers(at place: inout Int, _ end: Int) throws(Unknown) -> Int {
    var matched = 1
    while matched < open.count {
      let container = open[matched]
      switch container.kind {
      case .quotation:
        let first = try afterSpaces(place, end)
        guard first - place < 4, first < end, bytes[first] == UInt8(ascii: ">") else { return matched }
        place = afterOneSpace(first + 1, end)
      case .item:
        let first = try afterSpaces(place, end)
        if first - place >= container.indent {
          place += container.indent
        } else if first == end, tree[container.node].firstChild >= 0 {
          place = first
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
      forgetBlanks(open.count)
      return
    }
    let container = open[matched - 1]
    let node = tree[container.node]
    if node.lastChild >= 0 { blanks[Int(node.lastChild)].insert(.blank) }
    forgetBlanks(matched - 1)
    let isNewItem = container.kind == .item && node.firstChild < 0 && Int(node.line) == number
    if container.kind == .quotation || isNewItem {
      blanks[Int(container.node)].remove(.blank)
    } else {
      blanks[Int(container.node)].insert(.blank)
    }
    close(to: matched, endLine: number - 1)
  }

  /// No blank line follows the outer containers so far.
  private mutating func forgetBlanks(_ count: Int) {
    for depth in 0..<count { blanks[Int(open[depth].node)].remove(.blank) }
  }

  /// A tab counts up to the next of the columns, which nobody needs to do twice.
  private func afterSpaces(_ place: Int, _ end: Int) throws(Unknown) -> Int {
    var place = place
    while place < end, bytes[place] == UInt8(ascii: " ") { place += 1 }
    if place < end, bytes[place] < 0x20 { throw Unknown() }
    return place
  }

  private func afterOneSpace(_ place: Int, _ end: Int) -> Int {
    place < end && bytes[place] == UInt8(ascii: " ") ? place + 1 : place
  }

  private func isBlank(_ range: Range<Int>) throws(Unknown) -> Bool {
    try afterSpaces(range.lowerBound, range.upperBound) == range.upperBound
  }
}

// MARK: - Where blocks begin

extension PlainBlockReader {
  /// Opens what begins on the line; true where nothing of it is left to read.
  private mutating func openBlocks(_ line: inout Line) throws(Unknown) -> Bool {
    while true {
      line.first = try afterSpaces(line.place, line.end)
      guard line.first < line.end else { return false }
      guard line.first - line.place < 4 else {
        // Code by indentation, unless it continues a paragraph.
        if !line.mayBeLazy { throw Unknown() }
        return false
      }
      switch bytes[line.first] {
      case UInt8(ascii: ">"):
        begin(&line)
        let node = add(Node(.blockQuote), at: line.first - line.start)
        try push(Container(kind: .quotation, node: node), &line)
        line.place = afterOneSpace(line.first + 1, line.end)
      case UInt8(ascii: "#"):
        return try openHeading(&line)
      case UInt8(ascii: "`"), UInt8(ascii: "~"):
        return try openCode(&line)
      case UInt8(ascii: "<"):
        try openMarker(&line)
        return true
      case UInt8(ascii: "="):
        if line.isInParagraph { throw Unknown() }
        return false
      case UInt8(ascii: "_"):
        return try openThematicBreak(&line)
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        // Under a paragraph a line of hyphens makes it a heading.
        if bytes[line.first] == UInt8(ascii: "-"), line.isInParagraph, try isRun(of: UInt8(ascii: "-"), line) {
          throw Unknown()
        }
        if try openThematicBreak(&line) { return true }
        guard try openItem(&line, markEnd: line.first + 1, mark: bytes[line.first], start: nil) else { return false }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard try openNumberedItem(&line) else { return false }
      default: return false
      }
    }
  }

  /// A block begins: what did not go on ends before it.
  private mutating func begin(_ line: inout Line) {
    close(to: line.matched, endLine: number - 1)
    line.isInParagraph = false
    line.mayBeLazy = false
    forgetBlanks(open.count)
  }

  private mutating func push(_ container: Container, _ line: inout Line) throws(Unknown) {
    guard open.count < PlainBlockReader.depth else { throw Unknown() }
    open.append(container)
    line.matched = open.count
  }

  /// Whether the line is nothing but one character and blanks behind them.
  private func isRun(of mark: UInt8, _ line: Line) throws(Unknown) -> Bool {
    var place = line.first
    while place < line.end, bytes[place] == mark { place += 1 }
    return try isBlank(place..<line.end)
  }

  private mutating func openHeading(_ line: inout Line) throws(Unknown) -> Bool {
    var place = line.first
    while place < line.end, bytes[place] == UInt8(ascii: "#") { place += 1 }
    let level = place - line.first
    guard level <= 6 else { return false }
    let start = try afterSpaces(place, line.end)
    guard start > place || start == line.end else { return false }
    var end = line.end
    while end > place, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    var marks = end
    while marks > place, bytes[marks - 1] == UInt8(ascii: "#") { marks -= 1 }
    if marks < end, bytes[marks - 1] == UInt8(ascii: " ") {
      end = marks
      while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    }
    begin(&line)
    var heading = Node(.heading)
    heading.level = UInt8(level)
    let node = add(heading, at: line.first - line.start)
    tree[node].endLine = Int32(number)
    leaves.append(Leaf(node: node, firstLine: lines.count, count: 1))
    lines.append(TextRange(start..<max(start, end)))
    return true
  }

  private mutating func openThematicBreak(_ line: inout Line) throws(Unknown) -> Bool {
    let mark = bytes[line.first]
    guard mark != UInt8(ascii: "+") else { return false }
    var count = 0
    for place in line.first..<line.end {
      switch bytes[place] {
      case mark: count += 1
      case UInt8(ascii: " "): continue
      case 0..<0x20: throw Unknown()
      default: return false
      }
    }
    guard count >= 3 else { return false }
    // In a list libcmark lets it swallow the blank lines that make the list a loose one.
    if open[..<line.matched].contains(where: { $0.kind == .item }) { throw Unknown() }
    begin(&line)
    leaf = .thematicBreak(add(Node(.thematicBreak), at: line.first - line.start))
    return true
  }

  /// `<?` sentinel number `?>`, the line of a directive: a block of HTML that ends where it begins.
  private mutating func openMarker(_ line: inout Line) throws(Unknown) {
    let marker = UnsafeBufferPointer(rebasing: bytes[line.first..<line.end])
    guard marker.count >= 6, marker[1] == UInt8(ascii: "?"), marker[2] == Sentinel.lead, marker[3] == Sentinel.marker,
      marker[marker.count - 2] == UInt8(ascii: "?"), marker[marker.count - 1] == UInt8(ascii: ">"),
      endsWithLineFeed(line.end)
    else { throw Unknown() }
    begin(&line)
    var block = Node(.htmlBlock)
    block.text = TextRange(line.place..<Int(lineStarts[number]))
    block.endLine = Int32(number - 1)
    _ = add(block, at: line.first - line.start)
  }
}

// MARK: - Lists

extension PlainBlockReader {
  private mutating func openNumberedItem(_ line: inout Line) throws(Unknown) -> Bool {
    var place = line.first
    var start = 0
    while place < line.end, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[place], place - line.first < 9 {
      start = start * 10 + Int(bytes[place] - UInt8(ascii: "0"))
      place += 1
    }
    guard place < line.end, bytes[place] == UInt8(ascii: ".") || bytes[place] == UInt8(ascii: ")") else { return false }
    if line.isInParagraph, start != 1 { return false }
    return try openItem(&line, markEnd: place + 1, mark: bytes[place], start: start)
  }

  /// `start` is the item's number, nil behind a bullet.
  private mutating func openItem(_ line: inout Line, markEnd: Int, mark: UInt8, start: Int?) throws(Unknown) -> Bool {
    guard markEnd == line.end || bytes[markEnd] <= UInt8(ascii: " ") else { return false }
    let content = try afterSpaces(markEnd, line.end)
    let isEmpty = content == line.end
    // An empty one interrupts no paragraph.
    if line.isInParagraph, isEmpty { return false }
    let blanks = content - markEnd
    let taken = isEmpty || blanks >= 5 ? min(1, blanks) : blanks
    let indent = line.first - line.place
    let padding = markEnd - line.first + max(1, isEmpty || blanks >= 5 ? 1 : blanks)
    begin(&line)
    let column = line.first - line.start
    if let list = open.last, list.kind == .list, list.mark == mark,
      tree[list.node].flags.contains(.ordered) == (start != nil)
    {
      // It is the list's next item.
    } else {
      var list = Node(.list)
      list.number = Int32(start ?? 0)
      if start != nil { list.flags.insert(.ordered) }
      let node = add(list, at: column)
      try push(Container(kind: .list, node: node, mark: mark), &line)
    }
    let item = append(Node(.item), at: column)
    try push(Container(kind: .item, node: item, indent: indent + padding), &line)
    line.place = markEnd + taken
    return true
  }

  /// CommonMark 0.30 §5.3: a list is loose if a blank line stands between its items or between the blocks of one.
  private mutating func isTight(_ list: NodeIndex) -> Bool {
    var item = tree[list].firstChild
    while item >= 0 {
      let isLast = tree[item].next < 0
      if !isLast, blanks[Int(item)].contains(.blank) { return false }
      var block = tree[item].firstChild
      while block >= 0 {
        if !isLast || tree[block].next >= 0, endsWithBlankLine(block) { return false }
        block = tree[block].next
      }
      item = tree[item].next
    }
    return true
  }

  private mutating func endsWithBlankLine(_ block: NodeIndex) -> Bool {
    var block = block
    while !blanks[Int(block)].contains(.asked), tree[block].kind == .list || tree[block].kind == .item,
      tree[block].lastChild >= 0
    {
      blanks[Int(block)].insert(.asked)
      block = tree[block].lastChild
    }
    blanks[Int(block)].insert(.asked)
    return blanks[Int(block)].contains(.blank)
  }
}

// MARK: - Fenced code

extension PlainBlockReader {
  private mutating func openCode(_ line: inout Line) throws(Unknown) -> Bool {
    let fence = bytes[line.first]
    var place = line.first
    while place < line.end, bytes[place] == fence { place += 1 }
    let length = place - line.first
    guard length >= 3 else { return false }
    guard length < 200 else { throw Unknown() }
    var info = try afterSpaces(place, line.end)..<line.end
    while let last = info.last, bytes[last] == UInt8(ascii: " ") { info.removeLast() }
    for byte in bytes[info] {
      if byte == UInt8(ascii: "`"), fence == byte { return false }
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") || byte < 0x20 { throw Unknown() }
    }
    let indent = line.first - line.place
    begin(&line)
    var code = Node(.codeBlock)
    code.detail = TextRange(info)
    code.text = TextRange(tree.text.count..<tree.text.count)
    leaf = .code(add(code, at: line.first - line.start), fence: fence, length: length, indent: indent)
    return true
  }

  private mutating func continueCode(
    _ node: NodeIndex, _ fence: UInt8, _ length: Int, _ indent: Int, from start: Int, _ end: Int
  ) throws(Unknown) {
    var first = start
    while first < end, bytes[first] == UInt8(ascii: " ") { first += 1 }
    var run = first
    while run < end, bytes[run] == fence { run += 1 }
    forgetBlanks(open.count)
    if first - start < 4, run - first >= length, try isBlank(run..<end) {
      tree[node].endLine = Int32(number)
      leaf = .none
      return
    }
    let content = UnsafeBufferPointer(rebasing: bytes[min(first, start + indent)..<end])
    // A tab may be cut into spaces, and a character that no HTML may hold is replaced.
    if first < end, bytes[first] == UInt8(ascii: "\t"), indent > 0 || open.count > 1 { throw Unknown() }
    guard end == bytes.count || endsWithLineFeed(end), !content.contains(0) else { throw Unknown() }
    tree.text.append(contentsOf: content)
    tree.text.append(UInt8(ascii: "\n"))
    tree[node].text.end = Int32(tree.text.count)
  }

  /// libcmark makes other line breaks one.
  private func endsWithLineFeed(_ end: Int) -> Bool {
    number < lineStarts.count && Int(lineStarts[number]) == end + 1 && bytes[end] == UInt8(ascii: "\n")
  }
}

// MARK: - The tree

extension PlainBlockReader {
  /// Puts a block where the line is. A list holds nothing but items: it ends before anything else.
  private mutating func add(_ block: Node, at column: Int) -> NodeIndex {
    if open[open.count - 1].kind == .list { close(to: open.count - 1, endLine: number - 1) }
    return append(block, at: column)
  }

  private mutating func append(_ block: Node, at column: Int) -> NodeIndex {
    var block = block
    block.line = Int32(number)
    block.column = Int32(column + 1)
    blanks.append([])
    return tree.append(block, to: open[open.count - 1].node)
  }

  /// Ends the leaf, and the containers from a depth on.
  private mutating func close(to depth: Int, endLine: Int) {
    switch leaf {
    case .none: break
    case .paragraph: tree[leaves[leaves.count - 1].node].endLine = Int32(endLine)
    case .thematicBreak(let node): tree[node].endLine = Int32(endLine)
    // libcmark's count, for a block whose last line is not its own.
    case .code(let node, _, _, _): tree[node].endLine = Int32(number)
    }
    leaf = .none
    while open.count > max(1, depth) {
      let container = open.removeLast()
      tree[container.node].endLine = Int32(endLine)
      if container.kind == .list, isTight(container.node) { tree[container.node].flags.insert(.tight) }
    }
  }
}
