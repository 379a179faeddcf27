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
    nodes.withUnsafeMutableBufferPointer { $0.attach(node, to: parent) }
  }

  mutating func append(_ node: Node, to parent: NodeIndex) -> NodeIndex {
    let index = make(node)
    attach(index, to: parent)
    return index
  }

  mutating func insert(_ node: Node, after sibling: NodeIndex) -> NodeIndex {
    let (index, next, parent) = (make(node), self[sibling].next, self[sibling].parent)
    nodes.withUnsafeMutableBufferPointer { $0.insert(index, between: sibling, and: next, in: parent) }
    return index
  }

  mutating func insert(_ node: Node, before sibling: NodeIndex) -> NodeIndex {
    let (index, previous, parent) = (make(node), self[sibling].previous, self[sibling].parent)
    nodes.withUnsafeMutableBufferPointer { $0.insert(index, between: previous, and: sibling, in: parent) }
    return index
  }

  mutating func unlink(_ node: NodeIndex) { nodes.withUnsafeMutableBufferPointer { $0.unlink(node) } }

  mutating func move(_ node: NodeIndex, to parent: NodeIndex) {
    nodes.withUnsafeMutableBufferPointer { nodes in
      nodes.unlink(node)
      nodes.attach(node, to: parent)
    }
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

// The links between nodes. Every node of a page passes through here: the buffer avoids a check of bounds and uniqueness for
// each link. All indices are those of nodes.
extension UnsafeMutableBufferPointer<Node> {
  fileprivate func attach(_ node: NodeIndex, to parent: NodeIndex) {
    insert(node, between: self[Int(parent)].lastChild, and: -1, in: parent)
  }

  fileprivate func insert(_ node: NodeIndex, between previous: NodeIndex, and next: NodeIndex, in parent: NodeIndex) {
    self[Int(node)].parent = parent
    self[Int(node)].previous = previous
    self[Int(node)].next = next
    if previous >= 0 { self[Int(previous)].next = node } else { self[Int(parent)].firstChild = node }
    if next >= 0 { self[Int(next)].previous = node } else { self[Int(parent)].lastChild = node }
  }

  fileprivate func unlink(_ node: NodeIndex) {
    let (parent, previous, next) = (self[Int(node)].parent, self[Int(node)].previous, self[Int(node)].next)
    if previous >= 0 { self[Int(previous)].next = next } else if parent >= 0 { self[Int(parent)].firstChild = next }
    if next >= 0 { self[Int(next)].previous = previous } else if parent >= 0 { self[Int(parent)].lastChild = previous }
    self[Int(node)].parent = -1
    self[Int(node)].previous = -1
    self[Int(node)].next = -1
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
