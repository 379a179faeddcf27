import Bytes

/// Finds the byte ranges of one block's inlines in the file, in document order.
///
/// libcmark 0.30.2 mislocates inlines in paragraphs of several lines. So the locator walks the tree and the file
/// together: the cursor moves past the bytes of each text in turn, skipping the markup between them.
struct InlineLocator {
  private let bytes: [UInt8]
  private let block: NodeIndex
  private var end: Int
  private var cursor: Int
  /// The last node visited.
  private var node: NodeIndex
  private var openLinks: [(node: NodeIndex, end: Int)] = []
  private var found: Range<Int>

  init(_ bytes: [UInt8], block: NodeIndex, bounds: Range<Int>) {
    self.bytes = bytes
    self.block = block
    node = block
    cursor = bounds.lowerBound
    end = bounds.upperBound
    found = bounds.lowerBound..<bounds.lowerBound
  }

  /// The range of a node, which must not come before the nodes of earlier calls. If it cannot be found, a range at the
  /// cursor.
  mutating func range(of wanted: NodeIndex, in tree: SyntaxTree) -> Range<Int> {
    while node != wanted {
      let next = tree.following(node, in: block)
      guard next >= 0 else { return cursor..<min(cursor + 1, max(end, cursor)) }
      leaveLinks(before: next, in: tree)
      node = next
      pass(next, in: tree)
    }
    return found
  }

  /// Moves past the destinations of the links that end before `next`.
  private mutating func leaveLinks(before next: NodeIndex, in tree: SyntaxTree) {
    while let link = openLinks.last {
      var parent = tree[next].parent
      while parent >= 0, parent != link.node { parent = tree[parent].parent }
      if parent >= 0 { return }
      cursor = max(cursor, link.end)
      openLinks.removeLast()
    }
  }

  private mutating func pass(_ index: NodeIndex, in tree: SyntaxTree) {
    let node = tree[index]
    found = cursor..<min(cursor + 1, max(end, cursor))
    switch node.kind {
    case .text:
      if node.text.isEmpty { return }
      align(tree.text[node.text.bounds])
    case .softBreak, .hardBreak, .joinedBreak:
      if let line = bytes[cursor..<end].firstIndex(of: UInt8(ascii: "\n")) { cursor = line + 1 }
    case .code: passCode()
    case .htmlInline, .hidden: find(tree.text[node.text.bounds].prefix { $0 != UInt8(ascii: "\n") })
    case .link, .image: openLink(index, in: tree)
    case .inlineDirective, .footnoteReference: find(tree.text[node.detail.bounds])
    case .taskMarker: if let close = bytes[cursor..<end].firstIndex(of: UInt8(ascii: "]")) { cursor = close + 1 }
    default: break
    }
  }

  private mutating func find(_ wanted: ArraySlice<UInt8>) {
    guard let start = bytes.firstOccurrence(of: wanted, from: cursor, to: end) else {
      align(wanted)
      return
    }
    found = start..<start + wanted.count
    cursor = found.upperBound
  }

  /// Moves past the text's bytes one by one, skipping whatever is between them: markup, backslashes, the markers of
  /// quotations. A character reference counts as one character.
  private mutating func align(_ text: ArraySlice<UInt8>) {
    var index = cursor
    var start: Int?
    var position = text.startIndex
    while position < text.endIndex {
      guard index < end else { return }
      if bytes[index] == UInt8(ascii: "&"), let reference = endOfReference(from: index),
        !text[position...].starts(with: bytes[index..<reference])
      {
        if start == nil { start = index }
        index = reference
        position += 1
        while position < text.endIndex, text[position] & 0b1100_0000 == 0b1000_0000 { position += 1 }
      } else if bytes[index] == text[position] {
        if start == nil { start = index }
        index += 1
        position += 1
      } else {
        index += 1
      }
    }
    guard let start else { return }
    found = start..<index
    cursor = index
  }

  private func endOfReference(from start: Int) -> Int? {
    var index = start + 1
    while index < end, index < start + 34, isAlphanumeric(bytes[index]) || bytes[index] == UInt8(ascii: "#") {
      index += 1
    }
    return index < end && bytes[index] == UInt8(ascii: ";") && index > start + 1 ? index + 1 : nil
  }

  private mutating func passCode() {
    guard let start = bytes[cursor..<end].firstIndex(of: UInt8(ascii: "`")) else { return }
    cursor = endOfCode(from: start)
    found = start..<cursor
  }

  private func endOfCode(from start: Int) -> Int {
    var index = start
    while index < end, bytes[index] == UInt8(ascii: "`") { index += 1 }
    let length = index - start
    while index < end {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let run = index
      while index < end, bytes[index] == UInt8(ascii: "`") { index += 1 }
      if index - run == length { return index }
    }
    return start + length
  }
}

// MARK: - Links

extension InlineLocator {
  private mutating func openLink(_ index: NodeIndex, in tree: SyntaxTree) {
    let node = tree[index]
    if node.flags.contains(.autolink) {
      // A link without brackets: its text is the whole link.
      let child = node.firstChild
      guard child >= 0 else { return }
      let before = cursor
      align(tree.text[tree[child].text.bounds])
      cursor = before
      return
    }
    let bracket = UInt8(ascii: "[")
    var start = cursor
    while start < end, bytes[start] != bracket || isEscaped(start) {
      start = bytes[start] == UInt8(ascii: "`") && !isEscaped(start) ? endOfCode(from: start) : start + 1
    }
    guard start < end else { return }
    let linkEnd = endOfLink(from: start)
    cursor = start + 1
    if node.kind == .image, start > 0, bytes[start - 1] == UInt8(ascii: "!") { start -= 1 }
    found = start..<linkEnd
    openLinks.append((index, linkEnd))
  }

  private func isEscaped(_ index: Int) -> Bool {
    var start = index
    while start > 0, bytes[start - 1] == UInt8(ascii: "\\") { start -= 1 }
    return (index - start) % 2 == 1
  }

  /// The offset after `[text](destination)` or `[text][label]`.
  private func endOfLink(from start: Int) -> Int {
    guard let text = closing(UInt8(ascii: "["), UInt8(ascii: "]"), from: start) else { return min(start + 1, end) }
    guard text < end else { return text }
    switch bytes[text] {
    case UInt8(ascii: "("): return closing(UInt8(ascii: "("), UInt8(ascii: ")"), from: text) ?? text
    case UInt8(ascii: "["): return closing(UInt8(ascii: "["), UInt8(ascii: "]"), from: text) ?? text
    default: return text
    }
  }

  private func closing(_ open: UInt8, _ close: UInt8, from start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if byte == UInt8(ascii: "`"), open == UInt8(ascii: "[") {
        index = endOfCode(from: index)
        continue
      }
      if byte == open { depth += 1 }
      if byte == close {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
      index += 1
    }
    return nil
  }
}
