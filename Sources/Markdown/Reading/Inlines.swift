import Diagnostics

extension DocumentReader {
  /// Reads our inline markup in the texts of `root`, and numbers links and directives in document order.
  mutating func readInlines(of root: NodeIndex) {
    var cursor = InlineCursor(root: root)
    var index = tree[root].firstChild
    while index >= 0 {
      // Most nodes are texts, and most pages have no markup of our extensions.
      let last = tree[index].kind == .text && !hasInlineMarkup ? index : visit(index, &cursor)
      index = tree[last].kind == .codeBlock ? tree.followingSubtree(last, in: root) : tree.following(last, in: root)
    }
    for parent in cursor.struckParents { matchTildes(in: parent) }
  }

  /// Returns the node to continue from, as a text may have been split into several.
  private mutating func visit(_ index: NodeIndex, _ cursor: inout InlineCursor) -> NodeIndex {
    switch tree[index].kind {
    case .paragraph, .tableCell:
      cursor.enter(index)
      readTask(index)
    case .heading:
      cursor.enter(index)
      readHeading(index)
    case .text: return readText(index, &cursor)
    case .softBreak: if tree.isJoined(index) { tree[index].kind = .joinedBreak }
    case .link, .image: readLink(index, &cursor)
    case .htmlBlock:
      readHTMLBlock(index)
      // The text is HTML, shown or not: our inline markup does not apply in it.
      return tree[index].firstChild >= 0 ? tree[index].lastChild : index
    case .htmlInline: readHTMLInline(index, &cursor)
    case .directive: registerDirective(index)
    default: break
    }
    return index
  }
}

/// The progress of reading a page's inlines, with which their locations are found.
struct InlineCursor {
  let root: NodeIndex
  private(set) var block: NodeIndex = -1
  private var locator: InlineLocator?
  /// The nodes that have a `~~` among their children.
  var struckParents: [NodeIndex] = []

  init(root: NodeIndex) {
    self.root = root
  }

  mutating func enter(_ block: NodeIndex) {
    self.block = block
    locator = nil
  }

  /// The byte range of an inline of the current block in the file.
  mutating func range(of node: NodeIndex, _ reader: borrowing DocumentReader) -> Range<Int> {
    guard block >= 0 else { return 0..<0 }
    var locator =
      self.locator
      ?? InlineLocator(reader.source.bytes, block: block, bounds: reader.sourceBounds(of: block))
    self.locator = nil
    let range = locator.range(of: node, in: reader.tree)
    self.locator = locator
    return range
  }
}

// MARK: - Text

extension DocumentReader {
  private mutating func readText(_ first: NodeIndex, _ cursor: inout InlineCursor) -> NodeIndex {
    var node = first
    var index = Int(tree[node].text.start)
    while index < Int(tree[node].text.end) {
      guard startsSomething(tree.text[index]), let match = match(at: index, in: node) else {
        index += 1
        continue
      }
      index = match.range.upperBound
      node = split(node, match, &cursor)
      if tree[node].kind != .text || Int(tree[node].text.end) <= index { return node }
    }
    finish(node)
    return node
  }

  private mutating func finish(_ text: NodeIndex) {
    if prepared.hasSentinels { tree[text].text = tree.restore(tree[text].text, as: .text) }
  }

  private func match(at index: Int, in node: NodeIndex) -> InlineMatch? {
    let text = tree[node].text.bounds
    let end = text.upperBound
    switch tree.text[index] {
    case UInt8(ascii: ":"):
      if let link = bareLink(in: node, { BareLink.scheme(tree.text, at: index, in: text) }) { return link }
      return InlineDirective(tree.text, at: index, in: text).map { InlineMatch(range: $0.range, kind: .directive($0)) }
    case UInt8(ascii: "w"), UInt8(ascii: "W"):
      guard index + 3 < end, tree.text[index + 3] == UInt8(ascii: ".") else { return nil }
      return bareLink(in: node) { BareLink.www(tree.text, at: index, in: text) }
    case UInt8(ascii: "@"): return bareLink(in: node) { BareLink.mail(tree.text, at: index, in: text) }
    case UInt8(ascii: "~"):
      var run = index
      while run < end, tree.text[run] == UInt8(ascii: "~") { run += 1 }
      guard run - index == 2, index == text.lowerBound || tree.text[index - 1] != UInt8(ascii: "~") else { return nil }
      return InlineMatch(range: index..<run, kind: .tildes)
    case Sentinel.lead:
      guard index + 1 < end, tree.text[index + 1] == Sentinel.footnote,
        let label = tree.text[index..<end].firstIndex(of: Sentinel.labelEnd), !isInsideLink(node)
      else { return nil }
      return InlineMatch(range: index..<label + 1, kind: .footnote)
    default: return nil
    }
  }

  /// Checks for a surrounding link before searching: the text of a long link may consist of URLs.
  private func bareLink(in node: NodeIndex, _ find: () -> BareLink?) -> InlineMatch? {
    guard !isInsideLink(node), let link = find() else { return nil }
    return InlineMatch(range: link.range, kind: .link(link.prefix))
  }

  private func isInsideLink(_ node: NodeIndex) -> Bool {
    var parent = tree[node].parent
    while parent >= 0, tree[parent].kind.isInlineContainer || tree[parent].kind == .image {
      if tree[parent].kind == .link || tree[parent].kind == .image { return true }
      parent = tree[parent].parent
    }
    return false
  }
}

/// A range of text that is inline markup of our extensions.
struct InlineMatch {
  enum Kind {
    case link(StaticString)
    case directive(InlineDirective)
    case footnote
    case tildes
  }

  let range: Range<Int>
  let kind: Kind
}

/// Called for every byte of the page's text.
@inline(__always)
private func startsSomething(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ":"), UInt8(ascii: "w"), UInt8(ascii: "W"), UInt8(ascii: "@"), UInt8(ascii: "~"), Sentinel.lead:
    true
  default: false
  }
}

// MARK: - Splitting a text

extension DocumentReader {
  /// Replaces a match by a node. Returns the text after it, or the node if there is none.
  private mutating func split(_ text: NodeIndex, _ match: InlineMatch, _ cursor: inout InlineCursor) -> NodeIndex {
    let whole = tree[text].text.bounds
    tree[text].text = TextRange(whole.lowerBound..<match.range.lowerBound)
    finish(text)
    let node = insert(match, after: text, &cursor)
    if tree[text].text.isEmpty { tree.unlink(text) }
    guard match.range.upperBound < whole.upperBound else { return node }
    var rest = Node(.text)
    rest.text = TextRange(match.range.upperBound..<whole.upperBound)
    return tree.insert(rest, after: node)
  }

  private mutating func insert(_ match: InlineMatch, after text: NodeIndex, _ cursor: inout InlineCursor) -> NodeIndex {
    switch match.kind {
    case .tildes:
      var node = Node(.text)
      node.text = TextRange(match.range)
      node.flags = .tildes
      if cursor.struckParents.last != tree[text].parent { cursor.struckParents.append(tree[text].parent) }
      return tree.insert(node, after: text)
    case .link(let prefix): return insertLink(match.range, prefix, after: text, &cursor)
    case .footnote: return insertReference(match.range, after: text, &cursor)
    case .directive(let directive): return insertDirective(directive, after: text, &cursor)
    }
  }

  private mutating func insertLink(
    _ range: Range<Int>, _ prefix: StaticString, after text: NodeIndex, _ cursor: inout InlineCursor
  ) -> NodeIndex {
    let shown = tree.restore(TextRange(range), as: .text)
    var link = Node(.link)
    link.flags = .autolink
    link.text = tree.append(text: prefix.withUTF8Buffer(Array.init) + tree.text[shown.bounds])
    let node = tree.insert(link, after: text)
    var child = Node(.text)
    child.text = shown
    _ = tree.append(child, to: node)
    readLink(node, &cursor)
    return node
  }

  private mutating func insertReference(
    _ range: Range<Int>, after text: NodeIndex, _ cursor: inout InlineCursor
  ) -> NodeIndex {
    var reference = Node(.footnoteReference)
    let label = String(
      decoding: Sentinel.label(tree.text[range.lowerBound + 2..<range.upperBound - 1]), as: UTF8.self)
    reference.detail = tree.restore(TextRange(range), as: .text)
    let node = tree.insert(reference, after: text)
    let range = cursor.range(of: node, self)
    if let number = number(ofFootnote: label, at: SourceRange(range)) {
      tree[node].number = Int32(number)
    } else {
      tree[node].kind = .text
      tree[node].text = tree[node].detail
      tree[node].detail = TextRange()
    }
    return node
  }
}
