import CCommonMark
import CCommonMarkArena

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension SyntaxTree {
  /// Parses CommonMark with libcmark and copies the tree to `root`. libcmark's own tree is freed at once.
  ///
  /// Returns the 1-based line of the first node nested deeper than `depthLimit`, or nil. Deeper nodes are left out.
  mutating func appendCommonMark(
    _ bytes: UnsafeBufferPointer<UInt8>, under root: NodeIndex, depthLimit: Int = .max
  ) -> Int? {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return nil }
    let document = start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      commonmark_arena_parse($0, bytes.count)
    }
    guard let document else { preconditionFailure("libcmark returns a tree for every text") }
    // The arena belongs to this thread: nothing until then may change threads or parse again.
    defer { commonmark_arena_reset() }
    nodes.reserveCapacity(nodes.count + bytes.count / 16)
    text.reserveCapacity(text.count + bytes.count)
    return copyChildren(of: document, to: root, depthLimit: depthLimit)
  }

  /// Depth first without recursion: `node` and `parent` move together.
  private mutating func copyChildren(
    of document: OpaquePointer, to root: NodeIndex, depthLimit: Int
  ) -> Int? {
    guard var node = cmark_node_first_child(document) else { return nil }
    var parent = root
    var depth = 1
    var tooDeep: Int?
    while true {
      let copy = append(copying: node, to: parent)
      if copy >= 0, let child = cmark_node_first_child(node) {
        if depth < depthLimit {
          node = child
          parent = copy
          depth += 1
          continue
        }
        if tooDeep == nil { tooDeep = Int(self[nearestBlock(copy)].line) }
      }
      while true {
        if let next = cmark_node_next(node) {
          node = next
          break
        }
        depth -= 1
        guard depth > 0, let up = cmark_node_parent(node) else { return tooDeep }
        node = up
        parent = self[parent].parent
      }
    }
  }

  private func nearestBlock(_ node: NodeIndex) -> NodeIndex {
    var node = node
    while self[node].line == 0, self[node].parent >= 0 { node = self[node].parent }
    return node
  }
}

// MARK: - One node

extension SyntaxTree {
  /// Copies one node. Returns -1 if it was joined with the text before it.
  private mutating func append(copying source: OpaquePointer, to parent: NodeIndex) -> NodeIndex {
    let type = cmark_node_get_type(source)
    if type == CMARK_NODE_TEXT {
      let previous = self[parent].lastChild
      let range = append(cString: cmark_node_get_literal(source))
      // libcmark splits texts at every character that might have been markup.
      if previous >= 0, self[previous].kind == .text, self[previous].text.end == range.start {
        self[previous].text.end = range.end
        return -1
      }
      var node = Node(.text)
      node.text = range
      return append(node, to: parent)
    }
    var node = Node(kind(of: type))
    switch type {
    case CMARK_NODE_LIST:
      if cmark_node_get_list_type(source) == CMARK_ORDERED_LIST { node.flags.insert(.ordered) }
      if cmark_node_get_list_tight(source) != 0 { node.flags.insert(.tight) }
      node.number = Int32(cmark_node_get_list_start(source))
    case CMARK_NODE_HEADING:
      node.level = UInt8(clamping: cmark_node_get_heading_level(source))
    case CMARK_NODE_CODE_BLOCK:
      node.text = append(cString: cmark_node_get_literal(source))
      node.detail = append(cString: cmark_node_get_fence_info(source))
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      node.text = append(cString: cmark_node_get_literal(source))
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      node.text = append(cString: cmark_node_get_url(source))
      node.detail = append(cString: cmark_node_get_title(source))
    default: break
    }
    // Only the locations of blocks are reliable: libcmark 0.30.2 miscounts in paragraphs of several lines.
    if type.rawValue <= CMARK_NODE_LAST_BLOCK.rawValue {
      node.line = cmark_node_get_start_line(source)
      node.endLine = cmark_node_get_end_line(source)
      node.column = cmark_node_get_start_column(source)
    }
    return append(node, to: parent)
  }

  private mutating func append(cString: UnsafePointer<CChar>?) -> TextRange {
    let start = text.count
    guard let cString else { return TextRange(start..<start) }
    let count = strlen(cString)
    text.append(contentsOf: UnsafeRawBufferPointer(start: cString, count: count))
    return TextRange(start..<start + count)
  }

  private func kind(of type: cmark_node_type) -> NodeKind {
    switch type {
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .hardBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: preconditionFailure("libcmark makes no custom nodes by itself")
    }
  }
}
