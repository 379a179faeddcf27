/// Finds the inlines of a plain leaf (see `NotPlain`): emphasis, code, links and images in brackets, escapes, line
/// breaks. Character references, HTML and autolinks are not plain, nor is anything that spans lines except emphasis and
/// the text of links. The steps are phase 2 of CommonMark 0.30's parsing strategy.
struct PlainInlineReader {
  /// The prepared text, with which `SyntaxTree.text` starts.
  private let bytes: UnsafeBufferPointer<UInt8>
  private var delimiters: [Delimiter] = []
  /// The index of the last delimiter that may still match; -1 for none.
  private var lastDelimiter = -1
  private var brackets: [Bracket] = []
  /// The leaf may have adjacent text nodes, which have to be joined.
  private var isCut = false
  /// Whether any text may contain `**` or `]`: a mark without a partner, or an escaped one. Few texts do, and the
  /// search for slips skips the others.
  private(set) var hasLeftovers = false

  /// A run of `*` or `_` that may open or close emphasis.
  private struct Delimiter {
    let node: NodeIndex
    let mark: UInt8
    /// The length of the whole run, as written.
    let length: Int
    let opens: Bool
    let closes: Bool
    var previous: Int
    var next = -1
  }

  /// `[` or `![`
  private struct Bracket {
    let node: NodeIndex
    let isImage: Bool
    /// The index of the last delimiter before it.
    let delimiter: Int
    /// False if a link follows it, as a link cannot contain another.
    var isActive = true
  }

  /// The maximum of brackets and of delimiters in a leaf. More are left to libcmark, whose tree is checked against
  /// `Limits.depth`.
  private static let limit = 60

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Adds the inlines of `lines` to `leaf`. Each line starts with its first character after the indentation.
  mutating func read(_ lines: ArraySlice<TextRange>, into leaf: NodeIndex, of tree: inout SyntaxTree) throws(NotPlain) {
    delimiters.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
    lastDelimiter = -1
    isCut = false
    for index in lines.indices {
      let line = lines[index].bounds
      let isLast = index == lines.endIndex - 1
      var end = line.upperBound
      while end > line.lowerBound, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      let isHard = try read(
        Line(start: line.lowerBound, end: end, isTrimmed: end < line.upperBound, isLast: isLast), into: leaf, of: &tree)
      if !isLast {
        _ = tree.append(Node(isHard || line.upperBound - end >= 2 ? .hardBreak : .softBreak), to: leaf)
      }
    }
    if lastDelimiter >= 0 { try matchEmphasis(above: -1, in: &tree) }
    if isCut { joinTexts(in: leaf, of: &tree) }
  }

  private struct Line {
    let start: Int
    /// Without trailing spaces.
    let end: Int
    /// The line had trailing spaces.
    let isTrimmed: Bool
    let isLast: Bool
  }

  /// Returns whether the line ends with a backslash, which is a hard line break.
  private mutating func read(_ line: Line, into leaf: NodeIndex, of tree: inout SyntaxTree) throws(NotPlain) -> Bool {
    var index = line.start
    /// The start of the text that is not in a node yet.
    var text = index
    while true {
      index = InlineMarks.next(in: bytes, from: index, to: line.end)
      guard index < line.end else { break }
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        var end = index + 1
        while end < line.end, bytes[end] == byte { end += 1 }
        let (opens, closes) = try flanks(byte, index..<end, line)
        if opens || closes {
          put(text..<index, into: leaf, of: &tree)
          try push(byte, index..<end, opens, closes, into: leaf, of: &tree)
          text = end
        } else if end - index > 1 {
          hasLeftovers = true
        }
        index = end
      case UInt8(ascii: "`"):
        var start = index
        while start < line.end, bytes[start] == byte { start += 1 }
        guard let end = try endOfCode(from: start, length: start - index, line) else {
          index = start
          continue
        }
        put(text..<index, into: leaf, of: &tree)
        var node = Node(.code)
        node.text = code(start..<end)
        _ = tree.append(node, to: leaf)
        index = end + start - index
        text = index
      case UInt8(ascii: "\\"):
        if index + 1 == line.end {
          let breaks = !line.isLast && !line.isTrimmed
          put(text..<(breaks ? index : line.end), into: leaf, of: &tree)
          return breaks
        }
        if isPunctuation(bytes[index + 1]) {
          put(text..<index, into: leaf, of: &tree)
          text = index + 1
          isCut = true
          hasLeftovers = true
          index += 2
        } else {
          index += 1
        }
      case UInt8(ascii: "!"), UInt8(ascii: "["):
        let isImage = byte == UInt8(ascii: "!")
        let end = index + (isImage ? 2 : 1)
        if isImage, end > line.end || bytes[index + 1] != UInt8(ascii: "[") {
          index += 1
          continue
        }
        put(text..<index, into: leaf, of: &tree)
        guard brackets.count < PlainInlineReader.limit else { throw NotPlain() }
        let node = append(index..<end, to: leaf, of: &tree)
        brackets.append(Bracket(node: node, isImage: isImage, delimiter: lastDelimiter))
        isCut = true
        index = end
        text = end
      case UInt8(ascii: "]"):
        guard let bracket = brackets.popLast(), bracket.isActive,
          let tail = try LinkTail(bytes, from: index + 1, to: line.end, isLastLine: line.isLast)
        else {
          hasLeftovers = true
          index += 1
          continue
        }
        put(text..<index, into: leaf, of: &tree)
        try close(bracket, with: tail, of: &tree)
        index = tail.end
        text = index
      case UInt8(ascii: "&"):
        if mayBeReference(bytes, index, line.end) { throw NotPlain() }
        index += 1
      case UInt8(ascii: "<"):
        if index + 1 < line.end, mayBeginTag(bytes[index + 1]) { throw NotPlain() }
        index += 1
      default: throw NotPlain()
      }
    }
    put(text..<line.end, into: leaf, of: &tree)
    return false
  }

  private mutating func put(_ range: Range<Int>, into leaf: NodeIndex, of tree: inout SyntaxTree) {
    if !range.isEmpty { _ = append(range, to: leaf, of: &tree) }
  }

  private func append(_ range: Range<Int>, to leaf: NodeIndex, of tree: inout SyntaxTree) -> NodeIndex {
    var node = Node(.text)
    node.text = TextRange(range)
    return tree.append(node, to: leaf)
  }

  /// Joins adjacent texts, as libcmark does at the end.
  private func joinTexts(in leaf: NodeIndex, of tree: inout SyntaxTree) {
    var index = tree[leaf].firstChild
    while index >= 0 {
      if tree[index].kind == .text {
        while tree[index].next >= 0, tree[tree[index].next].kind == .text {
          let next = tree[index].next
          tree[index].text = tree.join(tree[index].text, tree[next].text)
          tree.unlink(next)
        }
      }
      index = tree.following(index, in: leaf)
    }
  }
}

extension SyntaxTree {
  /// Joins two texts, which are usually adjacent in the buffer.
  fileprivate mutating func join(_ a: TextRange, _ b: TextRange) -> TextRange {
    var whole = a
    if a.end != b.start {
      if Int(a.end) != text.count { whole = append(text: Array(text[a.bounds])) }
      _ = append(text: Array(text[b.bounds]))
      whole.end = Int32(text.count)
    } else {
      whole.end = b.end
    }
    return whole
  }
}

// MARK: - Code

extension PlainInlineReader {
  /// The start of the run of backticks that closes the code; nil if there is none.
  private func endOfCode(from start: Int, length: Int, _ line: Line) throws(NotPlain) -> Int? {
    var index = start
    var isAlone = true
    while index < line.end {
      guard bytes[index] == UInt8(ascii: "`") else {
        if bytes[index] < 0x20 { throw NotPlain() }
        index += 1
        continue
      }
      let run = index
      while index < line.end, bytes[index] == UInt8(ascii: "`") { index += 1 }
      if index - run == length { return run }
      isAlone = false
    }
    // The code may end on a later line. Also, libcmark 0.30.2 misses some code after an unclosed run.
    if !line.isLast || !isAlone { throw NotPlain() }
    return nil
  }

  /// Strips one space from each side, unless the code is all spaces.
  private func code(_ range: Range<Int>) -> TextRange {
    let space = UInt8(ascii: " ")
    guard range.count > 1, bytes[range.lowerBound] == space, bytes[range.upperBound - 1] == space,
      bytes[range].contains(where: { $0 != space })
    else { return TextRange(range) }
    return TextRange(range.lowerBound + 1..<range.upperBound - 1)
  }
}

// MARK: - Links

extension PlainInlineReader {
  private mutating func close(_ bracket: Bracket, with tail: LinkTail, of tree: inout SyntaxTree) throws(NotPlain) {
    var link = Node(bracket.isImage ? .image : .link)
    link.text = TextRange(tail.destination)
    link.detail = TextRange(tail.title)
    let node = tree.insert(link, before: bracket.node)
    var inside = tree[bracket.node].next
    while inside >= 0 {
      let next = tree[inside].next
      tree.move(inside, to: node)
      inside = next
    }
    tree.unlink(bracket.node)
    try matchEmphasis(above: bracket.delimiter, in: &tree)
    guard !bracket.isImage else { return }
    for index in brackets.indices where !brackets[index].isImage { brackets[index].isActive = false }
  }
}

// MARK: - Emphasis

extension PlainInlineReader {
  private mutating func push(
    _ mark: UInt8, _ range: Range<Int>, _ opens: Bool, _ closes: Bool, into leaf: NodeIndex, of tree: inout SyntaxTree
  ) throws(NotPlain) {
    guard delimiters.count < PlainInlineReader.limit else { throw NotPlain() }
    let node = append(range, to: leaf, of: &tree)
    isCut = true
    if lastDelimiter >= 0 { delimiters[lastDelimiter].next = delimiters.count }
    delimiters.append(
      Delimiter(node: node, mark: mark, length: range.count, opens: opens, closes: closes, previous: lastDelimiter))
    lastDelimiter = delimiters.count - 1
  }

  /// CommonMark 0.30 §6.2, with its CJK-friendly amendment.
  private func flanks(_ mark: UInt8, _ run: Range<Int>, _ line: Line) throws(NotPlain) -> (opens: Bool, closes: Bool) {
    let before: CharacterClass =
      run.lowerBound == line.start ? .space : try CharacterClass(before: run.lowerBound, in: bytes)
    let after: CharacterClass =
      run.upperBound == line.end ? .space : try CharacterClass(at: run.upperBound, in: bytes, line.end)
    let isUnderscore = mark == UInt8(ascii: "_")
    if !isUnderscore, CharacterClass.opensAndCloses(between: before, and: after) { return (true, true) }
    let left = after != .space && (!after.isPunctuation || before == .space || before.isPunctuation)
    let right = before != .space && (!before.isPunctuation || after == .space || after.isPunctuation)
    guard isUnderscore else { return (left, right) }
    return (left && (!right || before.isPunctuation), right && (!left || after.isPunctuation))
  }

  /// Turns pairs of the delimiters after `bottom` into emphasis, then removes all delimiters after it.
  private mutating func matchEmphasis(above bottom: Int, in tree: inout SyntaxTree) throws(NotPlain) {
    var closer = lastDelimiter
    while closer >= 0, delimiters[closer].previous != bottom { closer = delimiters[closer].previous }
    if lastDelimiter == bottom { closer = -1 }
    while closer >= 0 {
      guard delimiters[closer].closes else {
        closer = delimiters[closer].next
        continue
      }
      let end = delimiters[closer]
      var opener = end.previous
      while opener != bottom {
        let start = delimiters[opener]
        if start.opens, start.mark == end.mark {
          // CommonMark 0.30 §6.2, rules 9 and 10, which almost no text needs.
          if end.opens || start.closes, end.length % 3 != 0 || start.length % 3 != 0,
            (end.length + start.length) % 3 == 0
          {
            throw NotPlain()
          }
          break
        }
        opener = start.previous
      }
      if opener != bottom {
        closer = emphasize(opener, closer, in: &tree)
      } else {
        let next = end.next
        if !end.opens { remove(closer) }
        closer = next
      }
    }
    for delimiter in delimiters[(bottom + 1)...] where tree[delimiter.node].text.bounds.count > 1 {
      hasLeftovers = true
    }
    lastDelimiter = bottom
    if bottom >= 0 { delimiters[bottom].next = -1 }
    delimiters.removeSubrange((bottom + 1)...)
  }

  private mutating func remove(_ delimiter: Int) {
    let (previous, next) = (delimiters[delimiter].previous, delimiters[delimiter].next)
    if previous >= 0 { delimiters[previous].next = next }
    if next >= 0 { delimiters[next].previous = previous } else { lastDelimiter = previous }
  }

  /// Wraps the nodes between two runs in emphasis. Returns the closer to continue with.
  private mutating func emphasize(_ opener: Int, _ closer: Int, in tree: inout SyntaxTree) -> Int {
    let (start, end) = (delimiters[opener].node, delimiters[closer].node)
    let isStrong = tree[start].text.bounds.count >= 2 && tree[end].text.bounds.count >= 2
    let used: Int32 = isStrong ? 2 : 1
    tree[start].text.end -= used
    tree[end].text.start += used
    delimiters[opener].next = closer
    delimiters[closer].previous = opener
    let node = tree.insert(Node(isStrong ? .strong : .emphasis), after: start)
    var inside = tree[node].next
    while inside != end {
      let next = tree[inside].next
      tree.move(inside, to: node)
      inside = next
    }
    if tree[start].text.isEmpty {
      tree.unlink(start)
      remove(opener)
    }
    guard tree[end].text.isEmpty else { return closer }
    tree.unlink(end)
    let next = delimiters[closer].next
    remove(closer)
    return next
  }
}

// MARK: - Bytes

extension PlainInlineReader {
  private func mayBeginTag(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }
}
