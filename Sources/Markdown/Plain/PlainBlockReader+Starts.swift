// Where blocks start on a line: quotations, headings, thematic breaks, directives, list items.

extension PlainBlockReader {
  /// Opens the blocks that start on the line. Returns true if they take the whole line.
  mutating func openBlocks(_ line: inout Line) throws(NotPlain) -> Bool {
    while true {
      line.first = try afterSpaces(line.index, line.end)
      guard line.first < line.end else { return false }
      guard line.first - line.index < 4 else {
        // Indented code, unless it continues a paragraph.
        if !line.mayBeLazy { throw NotPlain() }
        return false
      }
      switch bytes[line.first] {
      case UInt8(ascii: ">"):
        begin(&line)
        let node = add(Node(.blockQuote), at: line.first - line.start)
        try push(Container(kind: .quotation, node: node), &line)
        line.index = afterOneSpace(line.first + 1, line.end)
      case UInt8(ascii: "#"):
        return try openHeading(&line)
      case UInt8(ascii: "`"), UInt8(ascii: "~"):
        return try openCode(&line)
      case UInt8(ascii: "<"):
        try openMarker(&line)
        return true
      case UInt8(ascii: "="):
        if line.isInParagraph { throw NotPlain() }
        return false
      case UInt8(ascii: "_"):
        return try openThematicBreak(&line)
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        // A line of hyphens turns the paragraph above into a heading.
        if bytes[line.first] == UInt8(ascii: "-"), line.isInParagraph, try isRun(of: UInt8(ascii: "-"), line) {
          throw NotPlain()
        }
        if try openThematicBreak(&line) { return true }
        guard try openItem(&line, markEnd: line.first + 1, mark: bytes[line.first], start: nil) else { return false }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard try openNumberedItem(&line) else { return false }
      default: return false
      }
    }
  }

  /// A block starts: closes what does not continue on this line.
  mutating func begin(_ line: inout Line) {
    close(to: line.matched, endLine: number - 1)
    line.isInParagraph = false
    line.mayBeLazy = false
    removeBlankLines(open.count)
  }

  private mutating func push(_ container: Container, _ line: inout Line) throws(NotPlain) {
    guard open.count < PlainBlockReader.depthLimit else { throw NotPlain() }
    open.append(container)
    line.matched = open.count
  }

  /// Whether the line consists of one repeated character, and spaces after it.
  private func isRun(of mark: UInt8, _ line: Line) throws(NotPlain) -> Bool {
    var index = line.first
    while index < line.end, bytes[index] == mark { index += 1 }
    return try isBlank(index..<line.end)
  }

  private mutating func openHeading(_ line: inout Line) throws(NotPlain) -> Bool {
    var index = line.first
    while index < line.end, bytes[index] == UInt8(ascii: "#") { index += 1 }
    let level = index - line.first
    guard level <= 6 else { return false }
    let start = try afterSpaces(index, line.end)
    guard start > index || start == line.end else { return false }
    var end = line.end
    while end > index, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    var marks = end
    while marks > index, bytes[marks - 1] == UInt8(ascii: "#") { marks -= 1 }
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

  private mutating func openThematicBreak(_ line: inout Line) throws(NotPlain) -> Bool {
    let mark = bytes[line.first]
    guard mark != UInt8(ascii: "+") else { return false }
    var count = 0
    for index in line.first..<line.end {
      switch bytes[index] {
      case mark: count += 1
      case UInt8(ascii: " "): continue
      case 0..<0x20: throw NotPlain()
      default: return false
      }
    }
    guard count >= 3 else { return false }
    // In a list, libcmark's thematic break drops the blank lines that would make the list loose.
    if open[..<line.matched].contains(where: { $0.kind == .item }) { throw NotPlain() }
    begin(&line)
    leaf = .thematicBreak(add(Node(.thematicBreak), at: line.first - line.start))
    return true
  }

  /// The marker of a directive's line, see `Sentinel.marker`: an HTML block of one line.
  private mutating func openMarker(_ line: inout Line) throws(NotPlain) {
    let marker = UnsafeBufferPointer(rebasing: bytes[line.first..<line.end])
    guard marker.count >= 6, marker[1] == UInt8(ascii: "?"), marker[2] == Sentinel.lead, marker[3] == Sentinel.marker,
      marker[marker.count - 2] == UInt8(ascii: "?"), marker[marker.count - 1] == UInt8(ascii: ">"),
      endsWithLineFeed(line.end)
    else { throw NotPlain() }
    begin(&line)
    var block = Node(.htmlBlock)
    block.text = TextRange(line.index..<Int(lineStarts[number]))
    block.endLine = Int32(number - 1)
    _ = add(block, at: line.first - line.start)
  }
}

// MARK: - Lists

extension PlainBlockReader {
  private mutating func openNumberedItem(_ line: inout Line) throws(NotPlain) -> Bool {
    var index = line.first
    var start = 0
    while index < line.end, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[index], index - line.first < 9 {
      start = start * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      index += 1
    }
    guard index < line.end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")") else { return false }
    if line.isInParagraph, start != 1 { return false }
    return try openItem(&line, markEnd: index + 1, mark: bytes[index], start: start)
  }

  /// `start` is the item's number; nil for a bullet.
  private mutating func openItem(_ line: inout Line, markEnd: Int, mark: UInt8, start: Int?) throws(NotPlain) -> Bool {
    guard markEnd == line.end || bytes[markEnd] <= UInt8(ascii: " ") else { return false }
    let content = try afterSpaces(markEnd, line.end)
    let isEmpty = content == line.end
    // An empty item cannot interrupt a paragraph.
    if line.isInParagraph, isEmpty { return false }
    let blanks = content - markEnd
    let taken = isEmpty || blanks >= 5 ? min(1, blanks) : blanks
    let indent = line.first - line.index
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
    line.index = markEnd + taken
    return true
  }
}
