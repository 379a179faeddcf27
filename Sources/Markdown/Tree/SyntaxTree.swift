/// A page as one array of nodes and one buffer with all their text.
struct SyntaxTree {
  var nodes: [Node] = [Node(.document)]
  var text: [UInt8] = []

  static let root: NodeIndex = 0

  subscript(index: NodeIndex) -> Node {
    _read { yield nodes[Int(index)] }
    _modify { yield &nodes[Int(index)] }
  }
}

// MARK: - Text

extension SyntaxTree {
  mutating func append(text bytes: some Sequence<UInt8>) -> TextRange {
    let start = text.count
    text.append(contentsOf: bytes)
    return TextRange(start..<text.count)
  }

  func string(_ range: TextRange) -> String {
    String(decoding: text[range.bounds], as: UTF8.self)
  }
}

// MARK: - Shape

extension SyntaxTree {
  /// Makes a node without a parent.
  mutating func make(_ node: Node) -> NodeIndex {
    nodes.append(node)
    return NodeIndex(nodes.count - 1)
  }

  /// Adds a node without a parent as the last child of `parent`.
  mutating func attach(_ node: NodeIndex, to parent: NodeIndex) {
    let last = self[parent].lastChild
    self[node].parent = parent
    self[node].previous = last
    self[node].next = -1
    self[parent].lastChild = node
    if last >= 0 { self[last].next = node } else { self[parent].firstChild = node }
  }

  mutating func append(_ node: Node, to parent: NodeIndex) -> NodeIndex {
    let index = NodeIndex(nodes.count)
    nodes.append(node)
    // Called for every node: the buffer avoids bounds and uniqueness checks. All indices below are those of nodes.
    nodes.withUnsafeMutableBufferPointer { nodes in
      let last = nodes[Int(parent)].lastChild
      nodes[Int(index)].parent = parent
      nodes[Int(index)].previous = last
      nodes[Int(parent)].lastChild = index
      if last >= 0 { nodes[Int(last)].next = index } else { nodes[Int(parent)].firstChild = index }
    }
    return index
  }

  mutating func insert(_ node: Node, after sibling: NodeIndex) -> NodeIndex {
    let index = make(node)
    let next = self[sibling].next
    let parent = self[sibling].parent
    self[index].parent = parent
    self[index].previous = sibling
    self[index].next = next
    self[sibling].next = index
    if next >= 0 { self[next].previous = index } else { self[parent].lastChild = index }
    return index
  }

  mutating func insert(_ node: Node, before sibling: NodeIndex) -> NodeIndex {
    let index = make(node)
    let previous = self[sibling].previous
    let parent = self[sibling].parent
    self[index].parent = parent
    self[index].next = sibling
    self[index].previous = previous
    self[sibling].previous = index
    if previous >= 0 { self[previous].next = index } else { self[parent].firstChild = index }
    return index
  }

  mutating func unlink(_ node: NodeIndex) {
    let (parent, previous, next) = (self[node].parent, self[node].previous, self[node].next)
    if previous >= 0 { self[previous].next = next } else if parent >= 0 { self[parent].firstChild = next }
    if next >= 0 { self[next].previous = previous } else if parent >= 0 { self[parent].lastChild = previous }
    self[node].parent = -1
    self[node].previous = -1
    self[node].next = -1
  }

  mutating func move(_ node: NodeIndex, to parent: NodeIndex) {
    unlink(node)
    attach(node, to: parent)
  }

  mutating func moveChildren(of node: NodeIndex, to parent: NodeIndex) {
    var child = self[node].firstChild
    while child >= 0 {
      let next = self[child].next
      move(child, to: parent)
      child = next
    }
  }

  mutating func removeChildren(of node: NodeIndex) {
    self[node].firstChild = -1
    self[node].lastChild = -1
  }
}

// MARK: - Walking

extension SyntaxTree {
  /// The node after `node` in document order, inside `root`; -1 at the end.
  func following(_ node: NodeIndex, in root: NodeIndex) -> NodeIndex {
    let child = self[node].firstChild
    return child >= 0 ? child : followingSubtree(node, in: root)
  }

  /// The node after `node` and its descendants, inside `root`; -1 at the end.
  func followingSubtree(_ node: NodeIndex, in root: NodeIndex) -> NodeIndex {
    var node = node
    while node != root {
      let next = self[node].next
      if next >= 0 { return next }
      node = self[node].parent
    }
    return -1
  }
}
