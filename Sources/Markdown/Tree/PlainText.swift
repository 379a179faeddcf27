// The words of a page without markup, for titles, anchors, quotations and search.

extension SyntaxTree {
  /// Whether the page starts with a first-level heading.
  var hasLeadingTitle: Bool {
    let first = self[SyntaxTree.root].firstChild
    return first >= 0 && self[first].kind == .heading && self[first].level == 1
  }

  /// See `MarkdownDocument.firstParagraph`.
  var firstParagraph: String? {
    var index = self[SyntaxTree.root].firstChild
    while index >= 0 {
      if self[index].kind == .paragraph, !holdsDirective(index) {
        let text = unstruckText(of: index)
        if !text.isEmpty { return text }
      }
      index = self[index].next
    }
    return nil
  }

  /// The text in `root` without markup and without struck-out text.
  private func unstruckText(of root: NodeIndex) -> String {
    var result: [UInt8] = []
    var isAfterStruck = false
    var index = self[root].firstChild
    while index >= 0 {
      if self[index].kind == .strikethrough {
        isAfterStruck = true
        index = followingSubtree(index, in: root)
        continue
      }
      let start = result.count
      appendPlainText(of: index, to: &result)
      // One of the two spaces around it, or the space before a comma, is removed with it.
      if isAfterStruck, start > 0, start < result.count, result[start - 1] == UInt8(ascii: " "),
        " .,;:!?)".utf8.contains(result[start])
      {
        result.remove(at: start - 1)
      }
      isAfterStruck = false
      index = following(index, in: root)
    }
    while result.last == UInt8(ascii: " ") { result.removeLast() }
    return String(decoding: result.drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
  }

  private func holdsDirective(_ root: NodeIndex) -> Bool {
    var index = self[root].firstChild
    while index >= 0 {
      if self[index].kind == .inlineDirective { return true }
      index = following(index, in: root)
    }
    return false
  }

  /// The text in `root` without markup; blocks are separated by a space.
  func plainText(of root: NodeIndex) -> String { withPlainText(of: root) { String(decoding: $0, as: UTF8.self) } }

  /// Calls `read` with the text in `root` without markup. The pointer is valid only during the call.
  func withPlainText<Result>(of root: NodeIndex, _ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let first = self[root].firstChild
    // Most headings and links are a single text.
    if first >= 0, self[first].next < 0, self[first].kind == .text {
      return text.withUnsafeBufferPointer { text in
        let range = self[first].text.bounds
        var end = range.upperBound
        while end > range.lowerBound, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return read(UnsafeBufferPointer(rebasing: text[range.lowerBound..<end]))
      }
    }
    var result: [UInt8] = []
    appendPlainText(in: root, to: &result)
    while result.last == UInt8(ascii: " ") { result.removeLast() }
    return result.withUnsafeBufferPointer(read)
  }

  /// Appends the text of everything in `root`.
  func appendPlainText(in root: NodeIndex, to result: inout [UInt8]) {
    var index = self[root].firstChild
    while index >= 0 {
      appendPlainText(of: index, to: &result)
      index = following(index, in: root)
    }
  }

  /// Appends a node's own text, without that of its children.
  private func appendPlainText(of index: NodeIndex, to result: inout [UInt8]) {
    switch self[index].kind {
    case .text, .code, .inlineDirective: result.append(contentsOf: text[self[index].text.bounds])
    case .softBreak, .hardBreak: separate(&result)
    case .codeBlock:
      separate(&result)
      result.append(contentsOf: text[self[index].text.bounds])
    case .htmlBlock: appendText(ofHTML: text[self[index].text.bounds], to: &result)
    case .paragraph, .heading, .tableCell, .item: separate(&result)
    default: break
    }
  }

  /// A block of raw HTML that the site allows: each tag and comment separates words.
  private func appendText(ofHTML html: ArraySlice<UInt8>, to result: inout [UInt8]) {
    var rest = html
    separate(&result)
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      result.append(contentsOf: rest[..<open])
      separate(&result)
      guard let close = rest[open...].firstIndex(of: UInt8(ascii: ">")) else { return }
      rest = rest[(close + 1)...]
    }
    result.append(contentsOf: rest)
  }

  private func separate(_ result: inout [UInt8]) {
    if result.last == UInt8(ascii: "\n") { result.removeLast() }
    if let last = result.last, last != UInt8(ascii: " ") { result.append(UInt8(ascii: " ")) }
  }
}

extension DocumentReader {
  /// The text of the whole page without markup: blocks separated by a space, an inline directive as its label, images
  /// as their description, footnotes at the end. The lines of block directives are left out. Requires `readTree()`.
  var plainText: String {
    var result: [UInt8] = []
    tree.appendPlainText(in: SyntaxTree.root, to: &result)
    for note in notes.numbered { tree.appendPlainText(in: note.definition, to: &result) }
    while let last = result.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\n") { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
