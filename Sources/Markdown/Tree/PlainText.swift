extension SyntaxTree {
  /// Whether a first-level heading begins the page.
  var hasLeadingTitle: Bool {
    let first = self[SyntaxTree.root].firstChild
    return first >= 0 && self[first].kind == .heading && self[first].level == 1
  }

  /// See `MarkdownDocument.firstParagraph`.
  var firstParagraph: String? {
    var index = self[SyntaxTree.root].firstChild
    while index >= 0 {
      if self[index].kind == .paragraph, !holdsDirective(index) {
        let text = plainText(of: index)
        if !text.isEmpty { return text }
      }
      index = self[index].next
    }
    return nil
  }

  private func holdsDirective(_ root: NodeIndex) -> Bool {
    var index = self[root].firstChild
    while index >= 0 {
      if self[index].kind == .inlineDirective { return true }
      index = following(index, in: root)
    }
    return false
  }

  /// The text in `root`, without markup.
  func plainText(of root: NodeIndex) -> String { String(decoding: plainTextBytes(of: root), as: UTF8.self) }

  func plainTextBytes(of root: NodeIndex) -> [UInt8] {
    let first = self[root].firstChild
    // One piece of text is most of all headings and links.
    if first >= 0, self[first].next < 0, self[first].kind == .text {
      var text = text[self[first].text.bounds]
      while text.last == UInt8(ascii: " ") { text.removeLast() }
      return Array(text)
    }
    var result: [UInt8] = []
    var index = self[root].firstChild
    while index >= 0 {
      appendPlainText(of: index, to: &result)
      index = following(index, in: root)
    }
    while result.last == UInt8(ascii: " ") { result.removeLast() }
    return result
  }

  /// A node's own text; a block starts a new word.
  func appendPlainText(of index: NodeIndex, to result: inout [UInt8]) {
    switch self[index].kind {
    case .text, .code, .inlineDirective: result.append(contentsOf: text[self[index].text.bounds])
    case .softBreak, .hardBreak: separate(&result)
    case .codeBlock:
      separate(&result)
      result.append(contentsOf: text[self[index].text.bounds])
    case .paragraph, .heading, .tableCell, .item: separate(&result)
    default: break
    }
  }

  private func separate(_ result: inout [UInt8]) {
    if result.last == UInt8(ascii: "\n") { result.removeLast() }
    if let last = result.last, last != UInt8(ascii: " ") { result.append(UInt8(ascii: " ")) }
  }
}
