/// Finds the inlines of a leaf in what most texts use of CommonMark: emphasis, code, links and images in brackets,
/// escapes, line breaks. It makes the nodes that libcmark makes, or throws `PlainBlockReader.Unknown` at character
/// references, HTML, autolinks, and whatever goes on over several lines but emphasis and the text of links.
///
/// The steps are those of CommonMark 0.30, appendix "A parsing strategy", phase 2.
struct PlainInlineReader {
  typealias Unknown = PlainBlockReader.Unknown

  /// Those of `SyntaxTree.text` as it was when the text was read.
  private let bytes: UnsafeBufferPointer<UInt8>
  private var delimiters: [Delimiter] = []
  /// The last of `delimiters` that may still match; -1 for none.
  private var lastDelimiter = -1
  private var brackets: [Bracket] = []
  /// Whether texts may stand side by side that are one.
  private var isCut = false

  /// A run of `*` or `_` that may begin or end emphasis.
  private struct Delimiter {
    let node: NodeIndex
    let mark: UInt8
    /// Of the whole run, as it was written.
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
    /// What was the last delimiter before it.
    let delimiter: Int
    /// False inside a link: none stands in another.
    var isActive = true
  }

  /// More of them in one leaf are left to libcmark, which holds their depth against `Limits.depth`.
  private static let limit = 60

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Puts what stands on `lines`, each from its first character on, under `leaf`.
  mutating func read(_ lines: ArraySlice<TextRange>, into leaf: NodeIndex, of tree: inout SyntaxTree) throws(Unknown) {
    delimiters.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
    lastDelimiter = -1
    isCut = false
    for place in lines.indices {
      let line = lines[place].bounds
      let isLast = place == lines.endIndex - 1
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
    /// Without spaces at the end.
    let end: Int
    /// Whether there were any.
    let isTrimmed: Bool
    let isLast: Bool
  }

  /// Whether the line ends with a backslash, which breaks it.
  private mutating func read(_ line: Line, into leaf: NodeIndex, of tree: inout SyntaxTree) throws(Unknown) -> Bool {
    var index = line.start
    /// Where the text begins that stands in no node yet.
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
        guard brackets.count < PlainInlineReader.limit else { throw Unknown() }
        let node = append(index..<end, to: leaf, of: &tree)
        brackets.append(Bracket(node: node, isImage: isImage, delimiter: lastDelimiter))
        isCut = true
        index = end
        text = end
      case UInt8(ascii: "]"):
        guard let bracket = brackets.popLast(), bracket.isActive,
          let tail = try LinkTail(bytes, from: index + 1, to: line.end, isLastLine: line.isLast)
        else {
          index += 1
          continue
        }
        put(text..<index, into: leaf, of: &tree)
        try close(bracket, with: tail, of: &tree)
        index = tail.end
        text = index
      case UInt8(ascii: "&"):
        if mayBeReference(bytes, index, line.end) { throw Unknown() }
        index += 1
      case UInt8(ascii: "<"):
        if index + 1 < line.end, mayBeginTag(bytes[index + 1]) { throw Unknown() }
        index += 1
      default: throw Unknown()
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

  /// Texts that stand side by side become one, as libcmark has them in the end.
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
  /// Two texts as one. They mostly stand one behind the other already.
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
  /// Where the run of grave accents begins that ends the code; nil where none does.
  private func endOfCode(from start: Int, length: Int, _ line: Line) throws(Unknown) -> Int? {
    var index = start
    var isAlone = true
    while index < line.end {
      guard bytes[index] == UInt8(ascii: "`") else {
        if bytes[index] < 0x20 { throw Unknown() }
        index += 1
        continue
      }
      let run = index
      while index < line.end, bytes[index] == UInt8(ascii: "`") { index += 1 }
      if index - run == length { return run }
      isAlone = false
    }
    // It may end on a later line. And libcmark 0.30.2 misses some code behind a run that ends nowhere.
    if !line.isLast || !isAlone { throw Unknown() }
    return nil
  }

  /// Without one space on both sides, unless there is nothing else.
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
  private mutating func close(_ bracket: Bracket, with tail: LinkTail, of tree: inout SyntaxTree) throws(Unknown) {
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
    for place in brackets.indices where !brackets[place].isImage { brackets[place].isActive = false }
  }
}

// MARK: - Emphasis

extension PlainInlineReader {
  private mutating func push(
    _ mark: UInt8, _ range: Range<Int>, _ opens: Bool, _ closes: Bool, into leaf: NodeIndex, of tree: inout SyntaxTree
  ) throws(Unknown) {
    guard delimiters.count < PlainInlineReader.limit else { throw Unknown() }
    let node = append(range, to: leaf, of: &tree)
    isCut = true
    if lastDelimiter >= 0 { delimiters[lastDelimiter].next = delimiters.count }
    delimiters.append(
      Delimiter(node: node, mark: mark, length: range.count, opens: opens, closes: closes, previous: lastDelimiter))
    lastDelimiter = delimiters.count - 1
  }

  /// CommonMark 0.30 §6.2.
  private func flanks(_ mark: UInt8, _ run: Range<Int>, _ line: Line) throws(Unknown) -> (opens: Bool, closes: Bool) {
    let before: CharacterClass =
      run.lowerBound == line.start ? .space : try CharacterClass(before: run.lowerBound, in: bytes)
    let after: CharacterClass =
      run.upperBound == line.end ? .space : try CharacterClass(at: run.upperBound, in: bytes, line.end)
    let left = after != .space && (after != .punctuation || before != .other)
    let right = before != .space && (before != .punctuation || after != .other)
    guard mark == UInt8(ascii: "_") else { return (left, right) }
    return (left && (!right || before == .punctuation), right && (!left || after == .punctuation))
  }

  /// Turns pairs of the delimiters behind one into emphasis, and forgets them all.
  private mutating func matchEmphasis(above bottom: Int, in tree: inout SyntaxTree) throws(Unknown) {
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
          // The rule of three, which two texts in a million need.
          if end.opens || start.closes, end.length % 3 != 0 || start.length % 3 != 0,
            (end.length + start.length) % 3 == 0
          {
            throw Unknown()
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
    lastDelimiter = bottom
    if bottom >= 0 { delimiters[bottom].next = -1 }
    delimiters.removeSubrange((bottom + 1)...)
  }

  private mutating func remove(_ delimiter: Int) {
    let (previous, next) = (delimiters[delimiter].previous, delimiters[delimiter].next)
    if previous >= 0 { delimiters[previous].next = next }
    if next >= 0 { delimiters[next].previous = previous } else { lastDelimiter = previous }
  }

  /// Puts what stands between two runs into emphasis; returns the closer to go on with.
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
