// Fenced code.

extension PlainBlockReader {
  mutating func openCode(_ line: inout Line) throws(NotPlain) -> Bool {
    let fence = bytes[line.first]
    var index = line.first
    while index < line.end, bytes[index] == fence { index += 1 }
    let length = index - line.first
    guard length >= 3 else { return false }
    guard length < 200 else { throw NotPlain() }
    var info = try afterSpaces(index, line.end)..<line.end
    while let last = info.last, bytes[last] == UInt8(ascii: " ") { info.removeLast() }
    for byte in bytes[info] {
      if byte == UInt8(ascii: "`"), fence == byte { return false }
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") || byte < 0x20 { throw NotPlain() }
    }
    let indent = line.first - line.index
    begin(&line)
    var code = Node(.codeBlock)
    code.detail = TextRange(info)
    code.text = TextRange(tree.text.count..<tree.text.count)
    leaf = .code(add(code, at: line.first - line.start), fence: fence, length: length, indent: indent)
    return true
  }

  mutating func continueCode(
    _ node: NodeIndex, _ fence: UInt8, _ length: Int, _ indent: Int, from start: Int, _ end: Int
  ) throws(NotPlain) {
    var first = start
    while first < end, bytes[first] == UInt8(ascii: " ") { first += 1 }
    var run = first
    while run < end, bytes[run] == fence { run += 1 }
    removeBlankLines(open.count)
    if first - start < 4, run - first >= length, try isBlank(run..<end) {
      tree[node].endLine = Int32(number)
      leaf = .none
      return
    }
    let content = UnsafeBufferPointer(rebasing: bytes[min(first, start + indent)..<end])
    // libcmark may split a tab into spaces, and replaces NUL.
    if first < end, bytes[first] == UInt8(ascii: "\t"), indent > 0 || open.count > 1 { throw NotPlain() }
    guard end == bytes.count || endsWithLineFeed(end), !content.contains(0) else { throw NotPlain() }
    tree.text.append(contentsOf: content)
    tree.text.append(UInt8(ascii: "\n"))
    tree[node].text.end = Int32(tree.text.count)
  }

  /// Other line breaks are left to libcmark, which normalizes them.
  func endsWithLineFeed(_ end: Int) -> Bool {
    number < lineStarts.count && Int(lineStarts[number]) == end + 1 && bytes[end] == UInt8(ascii: "\n")
  }
}
