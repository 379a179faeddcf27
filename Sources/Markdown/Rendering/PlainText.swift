extension MarkdownDocument {
  /// The text of the page without markup, blocks apart by one space, for summaries and search; at most `limit`
  /// Unicode scalars. Raw HTML, block directives' own lines and footnotes are not in it.
  package func plainText(limit: Int?) -> String {
    var result: [UInt8] = []
    var index = tree[SyntaxTree.root].firstChild
    while index >= 0 {
      if tree[index].kind == .hidden || tree[index].kind == .footnoteDefinition {
        index = tree.followingSubtree(index, in: SyntaxTree.root)
        continue
      }
      tree.appendPlainText(of: index, to: &result)
      // A byte is at most a scalar, a scalar at most four bytes.
      if let limit, result.count > limit * 4 { break }
      index = tree.following(index, in: SyntaxTree.root)
    }
    while result.last == UInt8(ascii: " ") { result.removeLast() }
    let text = String(decoding: result, as: UTF8.self)
    guard let limit, text.unicodeScalars.count > limit else { return text }
    return String(text.unicodeScalars.prefix(limit))
  }

  /// The text of a first-level heading that begins the page, as many Markdown files carry their title.
  package var leadingTitle: String? {
    let first = tree[SyntaxTree.root].firstChild
    guard first >= 0, tree[first].kind == .heading, headings.first?.level == 1 else { return nil }
    return headings.first?.text
  }

  /// The plain text of the first paragraph that stands in no directive, list or quotation. One with an inline
  /// directive is passed over: what it stands for is not known here.
  package var firstParagraph: String? {
    var index = tree[SyntaxTree.root].firstChild
    while index >= 0 {
      if tree[index].kind == .paragraph, !holdsDirective(index) {
        let text = tree.plainText(of: index)
        if !text.isEmpty { return text }
      }
      index = tree[index].next
    }
    return nil
  }
}

extension MarkdownDocument {
  private func holdsDirective(_ root: NodeIndex) -> Bool {
    var index = tree[root].firstChild
    while index >= 0 {
      if tree[index].kind == .inlineDirective { return true }
      index = tree.following(index, in: root)
    }
    return false
  }
}

extension SyntaxTree {
  /// The text in `root`, without markup.
  func plainText(of root: NodeIndex) -> String {
    var result: [UInt8] = []
    var index = self[root].firstChild
    while index >= 0 {
      appendPlainText(of: index, to: &result)
      index = following(index, in: root)
    }
    while result.last == UInt8(ascii: " ") { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
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
